"""Who is wanted before the doors open: how many of each, how that stands, and whom to call about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people import actions
from hackdesk.people.turnout import EVERYBODY, GROUP, MUNICIPALITY, TOPIC, Tally
from hackdesk.teams.queries import turnout
from hackdesk.teams.turnout import Turnout
from ui import theme
from ui.page import Page
from ui.pages.prepare.turnout_calls import CallList
from ui.pages.prepare.turnout_rows import TallyList, TallyRow
from ui.panel import Panel
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (56, 44)
_KINDS = ((GROUP, N_("Groups")), (MUNICIPALITY, N_("Municipalities")), (TOPIC, N_("Topics")))


@dataclass(frozen=True)
class TurnoutNow:
    """What the panel reads."""

    turnout: Turnout
    zone: ZoneInfo

    def tallies(self, kind: str) -> tuple[Tally, ...]:
        """Everybody as one line, or the lines of a kind."""
        shown = self.turnout
        if kind == EVERYBODY:
            return (Tally(EVERYBODY, "", _("Everybody"), shown.registered, shown.wanted, new=shown.new),)
        return {GROUP: shown.groups, MUNICIPALITY: shown.municipalities, TOPIC: shown.topics}[kind]


class TurnoutPanel(Panel):
    """Tab and the arrows go from number to number; the people to call beside follow the keyboard."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._now: TurnoutNow | None = None
        self._chosen: dict[str, str] = {}
        self._about = EVERYBODY
        self.everybody, self.list, self.calls = TallyList(), TallyList(), CallList(page)
        self.kinds = Segments([(kind, _(title)) for kind, title in _KINDS], _("Wanted by"))
        self.mix_button, self.mix_said = Button(_("Take the usual mix"), self.take_mix), Label("", "second")
        self.print_button = Button(_("Print"), self._print, sign="printer")
        self.added = QLineEdit()
        self.added.setPlaceholderText(_("Another municipality"))
        self.added.setAccessibleName(_("Another municipality"))
        self.add_button = Button(_("Add"), self.add)
        self.merge_button, self.part_button = Button(_("Count as")), Button(_("Part again"), self.part)
        self.spellings = Label("", "second", wrap=True)
        self._others = QMenu(self)
        self.merge_button.open_menu(self._others)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        left = Card(_("Who is wanted"))
        left.head.addWidget(self.print_button)
        scroll = Scroll(self.list)
        self._bar_width = scroll.verticalScrollBar().sizeHint().width()
        scroll.verticalScrollBar().rangeChanged.connect(self._stand_in_line)
        self._stand_in_line(0, 0)
        above = QWidget()
        line = QHBoxLayout(above)
        line.setContentsMargins(0, 0, self._bar_width, 0)
        line.addWidget(self.everybody)
        self._stack.addWidget(scroll)
        self.empty = {
            GROUP: EmptyState(_("No stakeholder groups yet"), _("They come with the first list you bring in.")),
            MUNICIPALITY: EmptyState(
                _("No municipality yet"), _("They appear from the list by themselves, or add one below.")
            ),
            TOPIC: EmptyState(
                _("No topics yet"), _("Write down each topic with its owner; teams gather around them."),
                _("Go to the topics"), self._go_to_topics, kind="quiet",
            ),
        }  # fmt: skip
        for state in self.empty.values():
            self._stack.addWidget(state)
        left.body.addWidget(above)
        left.body.addLayout(row(self.kinds))
        left.body.addWidget(self._stack, 1)
        left.body.addWidget(self._municipality_tools())
        left.body.addLayout(row(self.mix_button, self.mix_said))
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(left, _SHARES[0])
        self._sides.addWidget(self.calls, _SHARES[1])

    def _stand_in_line(self, _first: int, last: int) -> None:
        """The numbers stand below that of everybody, with the scroll bar and without it."""
        self.list.leave_right(0 if last else self._bar_width)

    def _municipality_tools(self) -> QWidget:
        self._tools = QWidget()
        adding = QHBoxLayout()
        adding.addWidget(self.added, 1)
        adding.addWidget(self.add_button)
        adding.addWidget(self.merge_button)
        adding.addWidget(self.part_button)
        lines = QVBoxLayout(self._tools)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.spellings)
        lines.addLayout(adding)
        return self._tools

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.show_kind)
        for shown in (self.everybody, self.list):
            shown.typed.connect(self._keep)
            shown.refused.connect(self.page.sorry)
        self.everybody.chosen.connect(self._choose_everybody)
        self.list.chosen.connect(self._choose)
        self.added.returnPressed.connect(self.add)
        self._others.triggered.connect(self._merge)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self._stack.setMinimumHeight(280 if narrow else 0)
        self.calls.shrink(narrow=narrow)

    def read(self, event: Event) -> TurnoutNow:
        from hackdesk.event.settings import settings_of

        return TurnoutNow(turnout(event), settings_of(event).zone)

    def display(self, answer: TurnoutNow) -> None:
        self._now = answer
        self._show()

    def select(self, subject: Any) -> None:
        """Show a kind: groups, municipalities, topics."""
        if subject in self.empty:
            self.show_kind(subject)

    def show_kind(self, kind: str) -> None:
        """Show groups, municipalities or topics."""
        self.kinds.choose(kind)
        self._about = kind
        self._show()

    @property
    def chosen(self) -> Tally | None:
        """The line that the people beside are about; None: everybody."""
        if self._now is None or self._about == EVERYBODY:
            return None
        key = self._chosen.get(self._about)
        return next((tally for tally in self._now.tallies(self._about) if tally.key == key), None)

    def _show(self) -> None:
        if self._now is None:
            return
        kind = self.kinds.current
        tallies = self._now.tallies(kind)
        self.everybody.show_tallies(self._now.tallies(EVERYBODY), "")
        if tallies and self._chosen.get(kind) not in {tally.key for tally in tallies}:
            # What is missing most is what somebody has to be called about first.
            self._chosen[kind] = max(tallies, key=lambda tally: (tally.missing, tally.gap)).key
        self.list.show_tallies(tallies, self._chosen.get(kind, "") if self._about == kind else "")
        self._stack.setCurrentIndex(0 if tallies else 1 + list(self.empty).index(kind))
        self._show_mix(shown=kind == GROUP)
        self._tools.setVisible(kind == MUNICIPALITY)
        self._show_calls()

    def _show_calls(self) -> None:
        assert self._now is not None
        tally, shown = self.chosen, self._now.turnout
        self.everybody.rows[0].mark(chosen=tally is None)
        if tally is None:
            self.calls.show_callees(_("Whom to call"), shown.call_list, self._now.zone, gap=bool(shown.gaps))
        else:
            title = _("Whom to call: {name}", name=tally.name)
            callees = shown.callees.get((tally.kind, tally.key), ())
            self.calls.show_callees(title, callees, self._now.zone, gap=tally.gap)
        self._show_tools(tally)

    def _show_tools(self, tally: Tally | None) -> None:
        of_place = tally if tally and tally.kind == MUNICIPALITY else None
        self._others.clear()
        if of_place and self._now:
            for other in self._now.turnout.municipalities:
                if other.key != of_place.key:
                    self._others.addAction(other.name).setData(other.key)
        self.merge_button.setVisible(not self._others.isEmpty())
        self.part_button.setVisible(bool(of_place and self._now and of_place.key in self._now.turnout.merged))
        written = ", ".join(of_place.spellings) if of_place else ""
        self.spellings.setText(_("Written as: {spellings}", spellings=written))
        self.spellings.setVisible(bool(of_place and len(of_place.spellings) > 1))

    def _show_mix(self, *, shown: bool) -> None:
        assert self._now is not None
        everybody = self._now.turnout.wanted or self._now.turnout.registered
        self.mix_said.setText(many("for {count} person", "for {count} people", everybody))
        self.mix_said.setVisible(shown and bool(everybody))
        self.mix_button.setVisible(shown)

    def _choose(self, key: str) -> None:
        self._about = self.kinds.current
        self._chosen[self._about] = key
        self.list.mark(key)
        self._show_calls()

    def _choose_everybody(self, _key: str) -> None:
        self._about = EVERYBODY
        self.list.mark("")
        self._show_calls()

    def _keep(self, tally: Tally, wanted: int | None) -> None:
        subject = tally.name if tally.kind == MUNICIPALITY else tally.key
        keep = partial(actions.set_wanted, kind=tally.kind, subject=subject, wanted=wanted)
        line = next((one for one in (*self.everybody.rows, *self.list.rows) if one.tally is tally), None)
        self.page.ask(keep, self._say_saved, partial(self._refuse, line))

    def _say_saved(self, _nothing: None) -> None:
        self.page.saved()

    def _refuse(self, row: TallyRow | None, error: HackDeskError) -> None:
        if row is not None:
            row.refuse(error)
        self.page.sorry(error)

    def take_mix(self) -> None:
        """Say how many of each group are usual at an event of so many people."""
        if self._now is None:
            return
        try:
            everybody = self.everybody.rows[0].wanted.value() or self._now.turnout.registered
        except HackDeskError as error:
            self.page.sorry(error)
            return
        if not everybody:
            self.everybody.rows[0].wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.sorry(HackDeskError(
                N_("Nobody knows yet for how many people the event is."),
                remedy=N_("Type how many are wanted in all."),
            ))  # fmt: skip
            return
        self.page.do(partial(actions.want_usual_mix, everybody=everybody), partial(_mixed, everybody))

    def add(self) -> None:
        """Put a municipality on the list from which nobody has registered."""
        name = self.added.text().strip()
        if name:
            add = partial(actions.set_wanted, kind=MUNICIPALITY, subject=name, wanted=1)
            self.page.do(add, partial(_added, name))
            self.added.clear()

    def part(self) -> None:
        """Count for themselves again what was merged into the chosen municipality."""
        if tally := self.chosen:
            self.page.do(partial(actions.part_municipality, key=tally.key), partial(_parted, tally.name))

    def _merge(self, action: QAction) -> None:
        if tally := self.chosen:
            merge = partial(actions.merge_municipalities, key=tally.key, into=action.data())
            self._chosen[MUNICIPALITY] = action.data()
            self.page.do(merge, partial(_merged, tally.name, action.text()))

    def _print(self) -> None:
        self.page.wants.emit("documents", "turnout")

    def _go_to_topics(self) -> None:
        self.page.wants.emit("prepare", "topics")


def _mixed(everybody: int, _mix: dict[str, int]) -> str:
    return many("The usual mix of {count} person", "The usual mix of {count} people", everybody)


def _added(name: str, _nothing: None) -> str:
    return _("{name} is on the list", name=name)


def _parted(name: str, _nothing: None) -> str:
    return _("{name} stands for itself again", name=name)


def _merged(name: str, into: str, _nothing: None) -> str:
    return _("{name} now counts as {into}", name=name, into=into)
