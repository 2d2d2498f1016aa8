"""The market: every topic with who wishes for it, what was counted on the wall, and whether it was pitched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.queries import people
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from hackdesk.teams import actions
from hackdesk.teams.market_queries import WAYS, Stall, market
from hackdesk.teams.queries import Board
from ui import theme
from ui.page import Page
from ui.pages.teams.keys import KEYS
from ui.pages.teams.stall_card import StallCard
from ui.pages.teams.wishes_card import WishesCard
from ui.panel import Panel
from ui.rows import Column
from ui.text import _
from ui.widgets.button import row
from ui.widgets.card import Card
from ui.widgets.count_field import CountField
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments
from ui.widgets.table import ROW_HEIGHT, Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (7, 4)
#: The column that finds no room in a narrow window; the card of the topic says the same.
_STATE = 3


@dataclass(frozen=True)
class MarketNow:
    """What the panel shows."""

    board: Board
    stalls: tuple[Stall, ...]
    people: tuple[Person, ...]
    index: Index


class MarketPanel(Panel):
    """The keyboard stands in the count: a number and Enter is kept, and the next topic waits for its own."""

    keys = KEYS["market"]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: MarketNow | None = None
        self._wanted: Any = None
        self.way = Segments([(key, _(word)) for key, word in WAYS.items()], _("What is counted"))
        self.count, self.asked = CountField(), Label("", "strong", wrap=True)
        self.count.setProperty("role", "search")
        self.count.setFixedWidth(96)
        self.table = Table(
            (
                Column(N_("Topic"), lambda stall: stall.topic.title, strong=True),
                Column(N_("Wishes (first)"), _wishes, width=136, right=True),
                Column(N_("Counted"), self._counted, width=96, right=True),
                Column("", lambda stall: "", pill=_state, width=164, right=True),
            ),
            name=_("Topics"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stall, self.wishes = StallCard(), WishesCard()
        self._stack = QStackedWidget()
        self._stack.addWidget(Scroll(self._build()))
        self._stack.addWidget(
            EmptyState(
                _("No topics yet"), _("Write down each topic with its owner; teams gather around them."),
                _("Write down a topic"), self._edit,
            )
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.count)

    def _build(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("role", "scrolled")
        left = Card(_("Topics"))
        self.table.setMinimumHeight(46 + 5 * ROW_HEIGHT)
        left.body.addWidget(self.asked)
        left.body.addLayout(row(self.way, self.count, Label(_("Enter keeps it and goes on"), "second")))
        left.body.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.stall)
        right.addWidget(self.wishes, 1)
        self._sides = QBoxLayout(_ACROSS, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(left, _SHARES[0])
        self._sides.addLayout(right, _SHARES[1])
        return whole

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.count.counted.connect(self._keep)
        self.count.moved.connect(self.table.move_by)
        self.count.pitched.connect(self.pitch)
        self.way.chosen.connect(self._show_way)
        self.stall.pitched.connect(self.pitch)
        self.stall.edited.connect(self._edit)
        self.wishes.changed.connect(self._wish)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._sides.setStretch(number, share)
        self.table.setColumnHidden(_STATE, narrow)

    def select(self, subject: Any) -> None:
        """A person's id: their wishes are shown."""
        self._wanted = subject
        self._show_wanted()

    def read(self, event: Event) -> MarketNow:
        shown, stalls = market(event)
        known = tuple(person for person in people(event) if not person.cancelled)
        return MarketNow(shown, stalls, known, Index.by_name(known))

    def display(self, answer: MarketNow) -> None:
        self.now = answer
        self._stack.setCurrentIndex(0 if answer.stalls else 1)
        self.table.replace(answer.stalls)
        self.wishes.offer(answer.people, answer.index)
        if self.table.current is None and answer.stalls:
            self.table.choose(answer.stalls[0].id)
        self._show_chosen(self.table.current)
        self._show_wanted()

    def pitch(self) -> None:
        """The chosen topic was presented to the room, or was not after all."""
        stall: Stall | None = self.table.current
        if stall is None or not stall.topic.open:
            return
        topic = stall.topic
        action = actions.clear_pitched if topic.pitched_at else actions.mark_pitched
        said = _("“{topic}” is not pitched yet") if topic.pitched_at else _("“{topic}” is pitched")
        told = _saying(said.format(topic=topic.title))
        self.page.do(partial(action, topic_id=topic.id, seen=topic.version), told)

    def _keep(self, number: int) -> None:
        stall: Stall | None = self.table.current
        if stall is None:
            return
        keep = partial(actions.count_interest, topic_id=stall.id, way=self.way.current, count=number)
        said = _("{topic}: {count}", topic=stall.topic.title, count=f"{number} ({_(WAYS[self.way.current])})")
        self.page.do(keep, _saying(said))
        self.count.clear()
        self.table.move_by(1)

    def _wish(self, person: Person, wishes: tuple[str, ...]) -> None:
        change = partial(actions.set_wishes, person_id=person.id, wishes=wishes, seen=person.choices)
        self.page.do(change, self._say_wished)

    def _say_wished(self, person: Person) -> str:
        self.wishes.show_person(person)
        return _("The wishes of {person} are written down", person=person.name)

    def _show_chosen(self, stall: Stall | None) -> None:
        self.stall.setVisible(stall is not None)
        self.wishes.show_topic(stall.topic if stall else None)
        if stall is None or self.now is None:
            return
        groups = {group.key: group.short_name for group in self.now.board.groups}
        self.stall.show_stall(stall, groups, self.page.zone)
        self.asked.setText(_("How many for “{topic}”?", topic=stall.topic.title))
        self.count.setAccessibleName(self.asked.text())

    def _show_wanted(self) -> None:
        found = [one for one in self.now.people if one.id == self._wanted] if self.now else []
        if found:
            self._wanted = None
            self.wishes.show_person(found[0])

    def _show_way(self, _way: str) -> None:
        self.table.viewport().update()
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self, stall: Stall) -> str:
        last = stall.last(self.way.current)
        return str(last.count) if last else ""

    def _edit(self) -> None:
        self.page.wants.emit("prepare", "topics")


def _saying(said: str) -> Any:
    return lambda _receipt: said


def _wishes(stall: Stall) -> str:
    everybody, first = stall.wishes
    return f"{everybody} ({first})" if everybody else ""


def _state(stall: Stall) -> tuple[str, str] | None:
    words = {"withdrawn": _("withdrawn"), "merged": _("merged"), "no_team": _("no team")}
    if stall.topic.state in words:
        return words[stall.topic.state], "warn" if stall.topic.state == "no_team" else "plain"
    return (_("pitched"), "accent") if stall.topic.pitched_at else (_("not pitched yet"), "plain")
