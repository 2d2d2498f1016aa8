"""The visit that is chosen in the grid: who sees whom about what, whether it took place, a note."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from hackdesk.agenda.mentoring import Mentoring, Visit
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label


class VisitCard(Card):
    """marked, pinned, removed(Visit); noted(Visit, text): somebody wants that. leave_wanted: back to the grid."""

    marked = Signal(object)
    pinned = Signal(object)
    removed = Signal(object)
    noted = Signal(object, str)
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._visit: Visit | None = None
        self.line = Label("", "second", wrap=True)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("A note of this visit – Enter keeps it"))
        self.note.setAccessibleName(_("A note of this visit"))
        self.note.returnPressed.connect(self._keep)
        self.note.editingFinished.connect(self._keep)
        self.mark_button = Button(_("Visited"), self._mark, sign="check", size="small")
        self.pin_button = Button(_("Pin"), self._pin, sign="pin", kind="plain", size="small")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain", size="small")
        for button, tip in (
            (self.mark_button, _("It took place (V)")), (self.pin_button, _("No plan moves it (P)")),
            (self.remove_button, _("Take it out of the plan (Del)")),
        ):  # fmt: skip
            button.setToolTip(tip)
        self.body.addWidget(self.line)
        buttons = Flow(gap=6)
        for button in (self.mark_button, self.pin_button, self.remove_button):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.body.addWidget(self.note)

    def show_visit(self, visit: Visit | None, now: Mentoring) -> None:
        """Show another visit; None: what to do with an empty place."""
        same = visit is not None and self._visit is not None and visit.id == self._visit.id
        old = self._visit.note if self._visit else ""
        self._visit = visit
        for part in (self.mark_button, self.pin_button, self.remove_button, self.note):
            part.setVisible(visit is not None)
        if visit is None:
            self.title.setText(_("No visit here"))
            self.line.setText(_("Enter adds one. Alt and arrows move a visit, or drag it."))
            return
        mentor, team = now.mentor[visit.mentor_id], now.team[visit.team_id]
        self.title.setText(f"{team.name} · {mentor.name}")
        table = _("Table {table}", table=team.table) if team.table else ""
        parts = (words.time(visit.starts_at, ZoneInfo(now.zone)), table, mentor.place, ", ".join(now.why(visit)))
        self.line.setText(" · ".join(filter(None, parts)))
        self.mark_button.setText(_("Not visited") if visit.visited_at else _("Visited"))
        self.pin_button.setText(_("Unpin") if visit.pinned else _("Pin"))
        if not (same and self.note.text() != old):  # what somebody is typing stays
            self.note.setText(visit.note)

    def write_note(self) -> None:
        """Put the keyboard into the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.selectAll()

    def _keep(self) -> None:
        if self._visit is not None and self.note.text().strip() != self._visit.note:
            self.noted.emit(self._visit, self.note.text())
        if self.note.hasFocus():
            self.leave_wanted.emit()

    def _mark(self) -> None:
        self.marked.emit(self._visit)

    def _pin(self) -> None:
        self.pinned.emit(self._visit)

    def _remove(self) -> None:
        self.removed.emit(self._visit)
