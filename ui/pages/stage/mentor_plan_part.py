"""The plan of a mentor round: the grid, the chosen visit, what cannot be met and who was not visited yet."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSpinBox, QVBoxLayout, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import MentorRound, Seat, Visit
from ui import theme
from ui.page import Page
from ui.pages.stage.mentor_cells import Cell, Grid, grid_of
from ui.pages.stage.mentor_grid import MentorGrid
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.mentor_planning import MentorPlanning
from ui.pages.stage.visit_card import VisitCard
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MentorPlanPart(QWidget):
    """stale: what is shown has to be read again."""

    stale = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.read: MentorsNow | None = None
        self._wanted: UUID | None = None
        self._over_at: datetime | None = None
        self.planning = MentorPlanning(page)
        self.rounds = Picker(_("Round"))
        self.rounds.setMinimumContentsLength(12)
        self.rows = Segments([("mentors", _("Mentors")), ("teams", _("Teams"))], _("Rows"))
        self.least = QSpinBox()
        self.least.setRange(0, 6)
        self.least.setValue(1)
        self.least.setAccessibleName(_("Visits for each team in a round, at least"))
        self.mend_button = Button(_("Plan"), self._mend, kind="primary")
        self.anew_button = Button(_("Plan anew"), self._anew, kind="plain", size="small")
        self.anew_button.setToolTip(_("What took place and what is pinned stays; the rest is planned afresh"))
        self.print_button = Button(_("Print"), self._print, kind="plain", size="small", sign="printer")
        self.grid, self.card = MentorGrid(), VisitCard()
        self.unmet, self.waiting = Label("", wrap=True), Label("", wrap=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)

    def _lay_out(self) -> None:
        #: Beside the names of the parts; the panel shows them while this part is shown.
        self.tools = (self.rounds, self.rows, self.mend_button)
        body, side = Card(), QWidget()
        body.body.setContentsMargins(8, 8, 8, 8)
        body.body.addWidget(self.grid)
        self._not_met, self._not_yet = Card(_("Not met")), Card(_("Not visited yet"))
        self._not_met.body.addWidget(self.unmet)
        self._not_yet.body.addWidget(self.waiting)
        how = Card()
        self.least.setFixedWidth(84)
        least = QHBoxLayout()
        least.addWidget(Label(_("Visits for each team in a round, at least"), "second", wrap=True), 1)
        least.addWidget(self.least)
        how.body.addLayout(least)
        how.body.addLayout(row(self.anew_button, self.print_button))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for card in (self.card, self._not_met, self._not_yet, how):
            column.addWidget(card)
        column.addStretch()
        side.setProperty("role", "scrolled")
        self._side = Scroll(side)
        self._side.setFixedWidth(292)
        self._sides = QBoxLayout(_ACROSS)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(body, 1)
        self._sides.addWidget(self._side)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._sides, 1)

    def _connect(self) -> None:
        self.rounds.chosen.connect(self._show)
        self.rows.chosen.connect(self._show)
        self.least.valueChanged.connect(self.stale)
        self.planning.busy.connect(self._show_busy)
        self.grid.chosen.connect(self._show_chosen)
        self.grid.move_wanted.connect(self._move)
        self.grid.add_wanted.connect(self._offer)
        self.card.leave_wanted.connect(self.grid.setFocus)
        for signals, slot in (
            ((self.grid.mark_wanted, self.card.marked), self._mark),
            ((self.grid.pin_wanted, self.card.pinned), self._pin),
            ((self.grid.remove_wanted, self.card.removed), self._remove),
        ):
            for signal in signals:
                signal.connect(slot)
        self.grid.note_wanted.connect(self.card.write_note)
        self.card.noted.connect(self._note)

    @property
    def round(self) -> MentorRound | None:
        """The round that is shown."""
        found: UUID | None = self.rounds.current
        return self.read.now.round.get(found) if self.read and found else None

    def shrink(self, *, narrow: bool) -> None:
        """Stand the side below the grid."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self._side.setMaximumWidth(16_777_215 if narrow else 292)
        self._side.setMinimumWidth(0 if narrow else 292)
        self.grid.setMinimumHeight(220 if narrow else 0)

    def display(self, read: MentorsNow) -> None:
        """Show what was read; the round that was looked at stays, at first the one that is on or comes next."""
        self.read = read
        ends = [read.now.span(visit)[1] for visit in read.now.visits if visit.visited_at is None]
        self._over_at = min((end for end in ends if end > read.at), default=None)
        to_come = [one for one in read.now.rounds if one.ends_at > read.at] or list(read.now.rounds[-1:])
        known = [one.id for one in read.now.rounds]
        shown = self.rounds.current if self.rounds.current in known else (to_come[0].id if to_come else None)
        self.rounds.offer([(one.id, one.name) for one in read.now.rounds], shown)
        self.mend_button.setText(_("Mend the plan") if read.now.visits else _("Plan"))
        self.anew_button.setVisible(bool(read.now.visits))
        self._show()

    def tick(self, at: datetime) -> None:
        """Move the line of now; a visit whose time has passed without a mark is late from then on."""
        self.grid.show_time(at)
        if self._over_at is not None and at >= self._over_at:
            self._over_at = None
            self.stale.emit()

    def _show(self) -> None:
        read, which = self.read, self.round
        if read is None or which is None:
            self.grid.show_grid(Grid(), read.now if read else self.grid.grid_model.now)
            return
        grid = grid_of(read.now, which, read.at, by_team=self.rows.current == "teams")
        self.grid.show_grid(grid, read.now, self._wanted)
        self._wanted = None
        self.grid.show_time(read.at)
        said = [_(finding.sentence, **finding.fields) for finding in read.findings]
        self._not_met.setVisible(bool(said))
        self.unmet.setText("\n\n".join(said))
        waiting = read.now.unvisited(which.id)
        self._not_yet.title.setText(
            many("{count} team not visited yet", "{count} teams not visited yet", len(waiting))
            if waiting else _("Every team was visited")
        )  # fmt: skip
        self.waiting.setVisible(bool(waiting))
        self.waiting.setText(", ".join(team.name for team in waiting))

    def _show_chosen(self, cell: Cell | None) -> None:
        if self.read is not None:
            self.card.show_visit(cell.visit if cell else None, self.read.now)

    def _show_busy(self, busy: bool) -> None:
        self.mend_button.setEnabled(not busy)
        self.anew_button.setEnabled(not busy)

    # --- what is pressed ------------------------------------------------------------------------

    def _mend(self) -> None:
        self.planning.plan(least=self.least.value(), mend=True)

    def _anew(self) -> None:
        self.planning.plan(least=self.least.value(), mend=False)

    def _print(self) -> None:
        self._page.wants.emit("documents", "mentor_slips")

    def _move(self, visit: Visit, row: int, column: int) -> None:
        seat = self.grid.grid_model.grid.seat(row, column, visit)
        if seat is not None and self.read is not None:
            self._wanted = visit.id
            said = _("{team} sees {mentor} then", team=self.read.now.team[visit.team_id].name,
                     mentor=self.read.now.mentor[seat.mentor_id].name)  # fmt: skip
            self._page.do(partial(actions.move_visit, visit=visit.id, seat=seat), lambda _visit: said)

    def _offer(self, row: int, column: int, where: QPoint) -> None:
        """A menu of whom a visit could bring together there; those first who want what is known."""
        read, which = self.read, self.round
        if read is None or which is None:
            return
        grid = self.grid.grid_model.grid
        slot, chosen = grid.slots[column], grid.rows[row].id
        met = {(visit.mentor_id, visit.team_id) for visit in read.now.visits}
        offers = []
        for mentor in read.now.mentors:
            for team in read.now.active:
                if chosen not in (mentor.id, team.id) or (mentor.id, team.id) in met:
                    continue
                visit = Visit(chosen, which.id, mentor.id, team.id, slot.starts_at)
                why = ", ".join(read.now.why(visit))
                name = mentor.name if grid.by_team else team.name
                offers.append((not why, f"{name} – {why}" if why else name, mentor.id, team.id))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for _late, text, mentor_id, team_id in sorted(offers, key=lambda one: one[:2]):
            seat = Seat(which.id, mentor_id, slot.starts_at)
            menu.addAction(text.replace("&", "&&"), partial(self._add, team_id, seat))
        menu.popup(where)

    def _add(self, team: UUID, seat: Seat) -> None:
        def said(visit: Visit) -> str:
            self._wanted = visit.id
            return _("The visit is planned")

        self._page.do(partial(actions.add_visit, team=team, seat=seat), said)

    def _mark(self, visit: Visit) -> None:
        said = _("Not visited after all") if visit.visited_at else _("Visited")
        action = partial(actions.mark_visited, visit=visit.id, visited=visit.visited_at is None)
        self._page.do(action, lambda _visit: said)

    def _pin(self, visit: Visit) -> None:
        said = _("The visit may move") if visit.pinned else _("The visit is pinned")
        self._page.do(partial(actions.pin_visit, visit=visit.id, pinned=not visit.pinned), lambda _visit: said)

    def _remove(self, visit: Visit) -> None:
        self._page.do(partial(actions.remove_visit, visit=visit.id), lambda _none: _("The visit is removed"))

    def _note(self, visit: Visit, note: str) -> None:
        action = partial(actions.note_visit, visit=visit.id, note=note, seen=visit.note)
        self._page.do(action, lambda _visit: _("The note is kept"))
