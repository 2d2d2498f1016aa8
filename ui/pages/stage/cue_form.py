"""Writing down a step for the projector: what is shown, what it says, a note to oneself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hackdesk.agenda.cues import CueDraft
from hackdesk.agenda.rules import Cue, View
from ui.pages.stage.view_names import view_name
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.field import Field


class CueForm(QWidget):
    """saved(draft, the cue it changes or None); left: nothing is to be written. Enter saves, Esc leaves."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cue: Cue | None = None
        self.view = QComboBox()
        for view in View:
            self.view.addItem(view_name(view), view.value)
        self.view.currentIndexChanged.connect(self._show_message)
        self.message, self.note = QLineEdit(), QLineEdit()
        self.others: dict[str, QLineEdit] = {}
        self._message = Field(_("Message"), self.message)
        self._others = QVBoxLayout()
        self._others.setSpacing(8)
        self._fields: list[Field] = []
        self.save_button = Button(_("Save"), self._save)
        self.leave_button = Button(_("Cancel"), self.left.emit, kind="plain")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Field(_("Show"), self.view))
        lines.addWidget(self._message)
        lines.addLayout(self._others)
        lines.addWidget(Field(_("Note to yourself"), self.note, _("The hall never sees it.")))
        lines.addLayout(row(self.save_button, self.leave_button))
        self.setFocusProxy(self.view)

    def begin(self, cue: Cue | None, tongues: Sequence[str]) -> None:
        """Write a new step, or change this one. tongues: the hall's languages, the event's own first."""
        self._cue = cue
        self._offer(tongues[1:])
        self.view.setCurrentIndex(self.view.findData(cue.view.value if cue else View.MESSAGE.value))
        self.message.setText(cue.message if cue else "")
        self.note.setText(cue.note if cue else "")
        for tag, field in self.others.items():
            field.setText(cue.other_messages.get(tag, "") if cue else "")
        self._message.wrong("")
        self._show_message()
        self.setFocus()

    def _offer(self, tags: Sequence[str]) -> None:
        if list(self.others) == list(tags):
            return
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self.others = {tag: QLineEdit() for tag in tags}
        self._fields = [
            Field(_("Message in {language}", language=words.name_of(tag)), line)
            for tag, line in self.others.items()
        ]
        for field in self._fields:
            self._others.addWidget(field)

    def _show_message(self) -> None:
        for field in (self._message, *self._fields):
            field.setVisible(self.view.currentData() == View.MESSAGE.value)

    def _save(self) -> None:
        view = View(self.view.currentData())
        if view == View.MESSAGE and not self.message.text().strip():
            self._message.wrong(_("Type what the hall is to read."))
            self.message.setFocus()
            return
        others = {tag: field.text() for tag, field in self.others.items()}
        self.saved.emit(CueDraft(view, self.message.text(), others, self.note.text()), self._cue)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
