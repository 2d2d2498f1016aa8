"""The rounds of pitches: how long, in which order, who wishes what, who did not show; for topics the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda import queries
from hackdesk.agenda.lot import Wish
from hackdesk.agenda.timer import Timer
from hackdesk.agenda.turns import THE_IDEAS, Contender, Lengths, Round, RoundDraft, Subject
from hackdesk.language import N_
from hackdesk.teams.market_queries import Stall, counted
from ui import theme
from ui.pages.stage.draw_card import DrawCard
from ui.pages.stage.order_lines import OrderLine, order_lines
from ui.pages.stage.pitching import Pitching
from ui.pages.stage.round_card import RoundCard, round_name
from ui.pages.stage.stage_panel import StagePanel
from ui.pages.stage.topic_card import TopicCard
from ui.pages.stage.wish_card import WishCard
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.order_table import OrderTable
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (7, 4)
#: The column that finds no room in a narrow window.
_NOTE = 2


@dataclass(frozen=True)
class PitchesNow:
    """What the panel shows. rounds: the final one first; teams: those that can pitch; stalls: the topics."""

    rounds: tuple[Round, ...]
    timer: Timer
    wishes: tuple[Wish, ...]
    teams: tuple[Contender, ...]
    stalls: tuple[Stall, ...]

    def round(self, which: UUID | None) -> Round:
        """One of the rounds; the final one where it is gone."""
        return next((one for one in self.rounds if one.id == which), self.rounds[0])

    def able(self, here: Round) -> list[tuple[UUID, str]]:
        """Who could pitch in a round, by id and name."""
        if here.subject == Subject.TOPICS:
            return [(one.id, one.topic.title) for one in self.stalls if one.topic.state == "open"]
        return [(one.id, one.name) for one in self.teams]


class PitchesPanel(StagePanel):
    """One round at a time. The list takes the keyboard; where topics are counted, the count does."""

    keys = (
        ("Alt+Up, Alt+Down", N_("Let a team pitch earlier or later; or drag it")),
        ("Alt+End", N_("Comes later: to the end")),
        ("Enter", N_("Let the chosen team pitch now")),
        ("Delete", N_("Did not show; in an added round, take it out")),
    )

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.now: PitchesNow | None = None
        self._which: UUID | None = None
        self.pitching = Pitching(self)
        self.round, self.draw, self.wish, self.topic = RoundCard(), DrawCard(), WishCard(), TopicCard()
        self.table = OrderTable(
            (
                Column("", lambda line: f"{line.pitch.position}.", width=52, right=True),
                Column("", lambda line: line.pitch.name, strong=True),
                Column("", lambda line: line.note, width=190),
                Column("", lambda line: "", pill=lambda line: line.sign, right=True, width=124),
            ),
            name=_("Order of pitches"),
        )
        self.table.horizontalHeader().hide()
        self.table.setProperty("role", "inside")
        self.earlier_button = Button(_("Earlier"), self._earlier, sign="arrow-up", key="Alt+Up", size="small")
        self.later_button = Button(_("Later"), self._later, sign="arrow-down", key="Alt+Down", size="small")
        self.end_button = Button(_("Comes later"), self._to_the_end, key="Alt+End", size="small")
        self.gone_button = Button("", self._gone, key="Delete", size="small")
        self.call_button = Button(_("Pitches now"), self._call, size="small")
        self.empty = EmptyState("", "", kind="quiet")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        order = Card()
        self._stack = QStackedWidget()
        drawn = QWidget()
        lines = QVBoxLayout(drawn)
        lines.setContentsMargins(0, 0, 0, 0)
        buttons = Flow(gap=8)
        for button in (
            self.call_button, self.earlier_button, self.later_button, self.end_button, self.gone_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        self.table.setMinimumHeight(240)
        lines.addWidget(self.table, 1)
        lines.addLayout(buttons)
        for one in (self.empty, drawn):
            self._stack.addWidget(one)
        order.body.addWidget(self._stack, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side, cards in ((left, (self.round, order)), (right, (self.draw, self.topic, self.wish))):
            side.setSpacing(theme.GAP)
            for card in cards:
                side.addWidget(card, int(card is order))
        right.addStretch()
        whole = QWidget()
        whole.setProperty("role", "scrolled")
        self._sides = QBoxLayout(_ACROSS, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addLayout(left, _SHARES[0])
        self._sides.addLayout(right, _SHARES[1])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._area = Scroll(whole)
        self._area.hide()  # until it is read: empty fields would only flicker
        around.addWidget(self._area)

    def _connect(self) -> None:
        do = self.pitching
        self.round.chosen.connect(self.choose_round)
        self.round.edited.connect(do.edit_round)
        self.round.added.connect(self._add_round)
        self.round.removed.connect(do.remove_round)
        self.draw.draw_wanted.connect(do.draw)
        self.draw.own_wanted.connect(do.take_own_order)
        self.draw.add_wanted.connect(do.to_the_end)
        self.wish.wished.connect(do.wish)
        self.topic.counted.connect(self._count)
        self.topic.moved.connect(self.table.move_by)
        self.topic.pitched.connect(self._introduced)
        self.topic.market.connect(self._market)
        self.table.chosen.connect(self._show_chosen)
        self.table.dropped.connect(self._dropped)
        self.table.opened.connect(self._call)

    @property
    def here(self) -> Round:
        """The round that is looked at."""
        assert self.now is not None
        return self.now.round(self._which)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._sides.setStretch(number, share)
        self.table.setColumnHidden(_NOTE, narrow)

    def select(self, subject: Any) -> None:
        """A round's id, or "topics"."""
        self.choose_round(THE_IDEAS if subject == "topics" else subject)

    def read(self, event: Event) -> PitchesNow:
        return PitchesNow(
            queries.rounds(event),
            queries.timer(event),
            queries.wishes(event),
            queries.contenders(event),
            counted(event),
        )

    def display(self, answer: PitchesNow) -> None:
        first, self.now = self.now is None, answer
        if first and answer.timer.phase.of_a_round:
            self._which = answer.timer.round_id
        self._area.show()
        self._show_round()

    def choose_round(self, which: Any) -> None:
        """Look at another round."""
        self._which = which
        if self.now is not None:
            self._show_round()

    def _show_round(self) -> None:
        assert self.now is not None
        here, able = self.here, self.now.able(self.here)
        topics = here.subject == Subject.TOPICS
        self.round.show_rounds(self.now.rounds, here)
        stalls = {stall.id: stall for stall in self.now.stalls}
        self.table.replace(order_lines(here, self.now.timer, self.now.wishes, stalls))
        turns = {pitch.subject_id for pitch in here.pitches}
        self.draw.show_round(here, [one for one in able if one[0] not in turns])
        self.draw.draw_button.setEnabled(bool(able))
        self.wish.setVisible(here.id is None and bool(able))
        self.wish.show_wishes(able, self.now.wishes)
        self.topic.setVisible(topics)
        self._stack.setCurrentIndex(int(bool(here.pitches)))
        self._say_empty(here, bool(able))
        final = here.id is None
        self.gone_button.setText(_("Did not show") if final else _("Take out"))
        if topics and self.table.current is None and self.table.rows:
            self.table.choose(self.table.rows[0].id)
        self.setFocusProxy(self.topic.count if topics and self.table.rows else self.table)
        self._show_chosen(self.table.current)

    def _say_empty(self, here: Round, able: bool) -> None:
        if here.subject == Subject.TOPICS and able:
            said = _("No order yet"), _("Topics are introduced by lot or as they stand on the wall.")
        elif here.subject == Subject.TOPICS:
            said = _("No topics yet"), _("Write them down under Prepare; then they are introduced here.")
        elif able:
            said = _("No order drawn yet"), _("Draw it; it stands here, on the projector and on the ballots.")
        else:
            said = _("No teams yet"), _("Form the teams first, on the Teams page; then draw their order here.")
        self.empty.name(*said)

    def _show_chosen(self, line: OrderLine | None) -> None:
        at, last = self.table.currentIndex().row(), len(self.table.rows) - 1
        for button, usable in (
            (self.call_button, line is not None and line.pitch.standing), (self.earlier_button, at > 0),
            (self.later_button, 0 <= at < last), (self.end_button, 0 <= at < last),
            (self.gone_button, line is not None and (line.pitch.standing or self._which is not None)),
        ):  # fmt: skip
            button.setEnabled(usable)
        if self.now is None:
            return
        self.wish.show_team(line.pitch if line else None)
        stalls = {stall.id: stall for stall in self.now.stalls}
        self.topic.show_topic(stalls.get(line.id) if line else None)

    # --- what is pressed ----------------------------------------------------------------------

    def _add_round(self) -> None:
        names = {round_name(one) for one in self.now.rounds} if self.now else set()
        wanted = [_("Rehearsal"), _("Finalists"), *(_("Round {number}", number=number) for number in range(2, 99))]
        name = next(name for name in wanted if name not in names)
        self.pitching.add_round(RoundDraft(name, lengths=Lengths(180, 120, 60)))

    def _earlier(self) -> None:
        self._move(self.table.currentIndex().row())

    def _later(self) -> None:
        self._move(self.table.currentIndex().row() + 2)

    def _move(self, place: int) -> None:
        if self.table.current is not None:
            self.pitching.move(self.table.current.id, place)

    def _dropped(self, line: OrderLine, place: int) -> None:
        self.pitching.move(line.id, place)

    def _to_the_end(self) -> None:
        self.pitching.to_the_end(self.table.current.id)

    def _gone(self) -> None:
        line: OrderLine = self.table.current
        team = next((one for one in self.now.teams if one.id == line.id), None) if self.now else None
        if self._which is not None:
            self.pitching.take_out(line.id)
        elif team is not None:
            self.pitching.did_not_show(team)

    def _call(self, *_line: object) -> None:
        if self.table.current is not None and self.table.current.pitch.standing:
            self.pitching.call(self.table.current.id)

    def _count(self, way: str, number: int) -> None:
        if self.table.current is not None:
            self.pitching.count(self.table.current.pitch, way, number)

    def _introduced(self) -> None:
        line: OrderLine | None = self.table.current
        stalls = self.now.stalls if self.now else ()
        stall = next((one for one in stalls if line and one.id == line.id), None)
        if stall is not None and stall.topic.open:
            self.pitching.introduced(stall)

    def _market(self) -> None:
        self.page.wants.emit("teams", "market")
