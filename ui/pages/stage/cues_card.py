"""The list of steps prepared for the projector, and what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda.cues import CueDraft, next_cue
from hackdesk.agenda.rules import Cue, Stage
from ui.pages.stage.cue_form import CueForm
from ui.pages.stage.view_names import cue_name
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.table import Table


@dataclass(frozen=True)
class CueLineShown:
    """A step as the list shows it. sign: whether it is shown now or next."""

    cue: Cue
    sign: tuple[str, str] | None = None

    @property
    def id(self) -> UUID:
        """What makes it the same line when it is read again."""
        return self.cue.id


class CuesCard(Card):
    """show_wanted, remove_wanted (cue id); move_wanted (cue id, −1 or 1); suggest_wanted;
    add_wanted (draft, cue id behind which it goes); edit_wanted (cue, draft)."""

    show_wanted = Signal(object)
    move_wanted = Signal(object, int)
    remove_wanted = Signal(object)
    suggest_wanted = Signal()
    add_wanted = Signal(object, object)
    edit_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("Steps for the projector"))
        self._tongues: tuple[str, ...] = ()
        self.table = Table(
            (
                Column("", lambda line: str(line.cue.position), width=46),
                Column(_("The hall sees"), lambda line: cue_name(line.cue), strong=True),
                Column(_("Note to yourself"), lambda line: line.cue.note),
                Column("", lambda line: "", pill=lambda line: line.sign, right=True, width=84),
            ),
            name=_("Steps for the projector"),
            wrap=True,
        )
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_buttons)
        self.table.opened.connect(self._edit)
        self.form = CueForm()
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave_form)
        self.empty = EmptyState(
            _("No steps are prepared"),
            _(
                "Prepare what the hall will see, step by step; on the day one key shows the next. The programme "
                "gives you a list to begin with."
            ),
            _("Suggest from the programme"),
            self.suggest_wanted.emit,
            kind="quiet",
        )
        self._buttons()
        self._lay_out()

    def _buttons(self) -> None:
        self.show_button = Button(_("Show this"), self._show, size="small", sign="projector")
        self.add_button = Button(_("Add"), self._add, size="small", sign="plus")
        self.edit_button = Button(_("Change"), self._edit_current, size="small")
        self.up_button = Button(_("Up"), self._up, size="small", sign="arrow-up")
        self.down_button = Button(_("Down"), self._down, size="small", sign="arrow-down")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain", size="small")
        self.suggest_button = Button(_("Suggest from the programme"), self.suggest_wanted.emit, kind="plain",
                                     size="small")  # fmt: skip
        self.suggest_button.setToolTip(_("Replaces the list; it can be taken back"))
        for key, button in (("Alt+Up", self.up_button), ("Alt+Down", self.down_button)):
            button.setToolTip(key.replace("+", " "))
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.activated.connect(self.remove_button.click)

    def _lay_out(self) -> None:
        shown, self._line = QWidget(), QWidget()
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.table, 1)
        line = Flow(self._line, gap=6)
        for button in (self.show_button, self.add_button, self.edit_button, self.up_button, self.down_button,
                       self.remove_button, self.suggest_button):  # fmt: skip
            line.addWidget(button)
        form = QWidget()
        around = QVBoxLayout(form)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.form)
        around.addStretch()
        self._stack = QStackedWidget()
        for page in (self.empty, shown, form):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._line)
        self.setFocusProxy(self.table)

    def show_cues(self, cues: Sequence[Cue], stage: Stage, tongues: Sequence[str]) -> None:
        """Show the list, with the step that is shown now and the next one marked."""
        self._tongues = tuple(tongues)
        coming = next_cue(cues, stage.cue_id)
        signs = {stage.cue_id: (_("shown"), "accent"), coming.id if coming else None: (_("next"), "info")}
        self.table.replace([CueLineShown(cue, signs.get(cue.id)) for cue in cues])
        if self.table.current is None and cues:
            # The buttons need a step: the one that comes next, else the first.
            self.table.choose(coming.id if coming else cues[0].id)
        if self._stack.currentIndex() != 2:
            self._stack.setCurrentIndex(1 if cues else 0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        writing, chosen = self._stack.currentIndex() == 2, self.table.current is not None
        at = self.table.currentIndex().row()
        for button in (self.show_button, self.edit_button, self.remove_button):
            button.setEnabled(chosen)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < len(self.table.rows) - 1)
        for button in (self.show_button, self.edit_button, self.up_button, self.down_button, self.remove_button,
                       self.suggest_button):  # fmt: skip
            button.setVisible(bool(self.table.rows))
        self._line.setVisible(not writing)

    @property
    def _current(self) -> Cue | None:
        line = self.table.current
        return line.cue if line else None

    def _show(self) -> None:
        if self._current:
            self.show_wanted.emit(self._current.id)

    def _up(self) -> None:
        if self._current:
            self.move_wanted.emit(self._current.id, -1)

    def _down(self) -> None:
        if self._current:
            self.move_wanted.emit(self._current.id, 1)

    def _remove(self) -> None:
        if self._current:
            self.remove_wanted.emit(self._current.id)

    def _add(self) -> None:
        self._write(None)

    def _edit_current(self) -> None:
        self._write(self._current)

    def _edit(self, line: CueLineShown) -> None:
        self._write(line.cue)

    def _write(self, cue: Cue | None) -> None:
        self._stack.setCurrentIndex(2)
        self.form.begin(cue, self._tongues)
        self._show_buttons()

    def _save(self, draft: CueDraft, cue: Cue | None) -> None:
        if cue is None:
            self.add_wanted.emit(draft, self._current.id if self._current else None)
        else:
            self.edit_wanted.emit(cue, draft)
        self._leave_form()

    def _leave_form(self) -> None:
        self._stack.setCurrentIndex(1 if self.table.rows else 0)
        self._show_buttons()
        self.table.setFocus()
