"""The words to one team on the screen: who wrote each, whether it is released, and mending it before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.feedback import MENTOR, Note
from ui.inputs import LongInput
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Rule
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.pill import Pill

_LINES = 5


class MendForm(QWidget):
    """Other words for the team; what the writer wrote stays as it is. wanted(text); closed: put away."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.input = LongInput(_LINES)
        self.field = Field(
            _("What the team reads"), self.input, _("What was written stays on the ballot or the visit.")
        )
        self.button = Button(_("Release these words"), self._say, size="small")
        self.button.setToolTip("Ctrl+Enter")
        # Several notes may be open: the key is for the one with the keyboard.
        key = QShortcut(QKeySequence("Ctrl+Return"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._say)
        self.cancel_button = Button(_("Cancel"), self.put_away, kind="plain", size="small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.field)
        lines.addLayout(row(self.button, self.cancel_button, gap=8))
        self.hide()

    def begin(self, text: str) -> None:
        """Show it with these words."""
        self.input.show_value(text)
        self.field.wrong("")
        self.show()
        self.input.setFocus()

    def put_away(self) -> None:
        """Hide it; what was typed is gone."""
        self.hide()
        self.closed.emit()

    def refuse(self, error: HackDeskError) -> None:
        """Say why it was refused; what was typed stays."""
        self.field.wrong(words.error(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.wanted.emit(self.input.value())


class NoteBlock(QWidget):
    """One note. release_wanted(NoteBlock, text or None, named); take_back_wanted(NoteBlock)."""

    release_wanted = Signal(object, object, bool)
    take_back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.note: Note | None = None
        self._writer, self._state = Label("", "strong", wrap=True), Pill("")
        self._text, self._since = Label("", wrap=True), Label("", "second", wrap=True)
        self.release_button = Button(_("Release"), self._release, size="small")
        # Enter presses the button that has the focus, as it does in a form.
        self.release_button.setAutoDefault(True)
        self.mend_button = Button(_("Edit …"), self._open, kind="plain", size="small")
        self.back_button = Button(_("Take back"), self._take_back, kind="plain", size="small")
        self.name_box = QCheckBox(_("With the name"))
        self.name_box.clicked.connect(self._name)
        self.form = MendForm()
        self.form.wanted.connect(self._mend)
        self.form.closed.connect(self._close)
        self._lay_out()

    def _lay_out(self) -> None:
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._writer, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        line.setSpacing(8)
        for part in (self.release_button, self.mend_button, self.back_button, self.name_box):
            line.addWidget(part)
        line.addStretch()
        self._line = QWidget()
        line.setContentsMargins(0, 2, 0, 0)
        self._line.setLayout(line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(Rule())
        lines.addLayout(head)
        for widget in (self._text, self._since, self._line, self.form):
            lines.addWidget(widget)

    @property
    def said(self) -> str:
        """What stands below the words: how they were released, and what changed since."""
        return self._since.text()

    def show_note(self, note: Note) -> None:
        """Show it as it was read; words that are being mended stay."""
        if note == self.note:
            return
        self.note = note
        self._writer.setText(_writer(note))
        self._text.setText(note.text or _("Taken out since."))
        self._state.say(*_state(note))
        since = _since(note)
        self._since.setText(since)
        self._since.setVisible(bool(since))
        released = note.released is not None
        self.release_button.setText(_("Release the new words") if note.changed else _("Release"))
        self.release_button.setVisible(bool(note.text) and (not released or note.changed))
        self.back_button.setVisible(released)
        self.name_box.setVisible(note.may_name)
        self.name_box.setChecked(bool(note.name) if released else False)
        for button, said in (
            (self.release_button, _("Release what {writer} wrote", writer=note.writer)),
            (self.mend_button, _("Edit what the team reads of {writer}", writer=note.writer)),
            (self.back_button, _("Take back what {writer} wrote", writer=note.writer)),
        ):
            button.setAccessibleName(said)

    def _release(self) -> None:
        self.release_wanted.emit(self, None, self.name_box.isChecked())

    def _mend(self, text: str) -> None:
        self.release_wanted.emit(self, text, self.name_box.isChecked())

    def _name(self) -> None:
        # Before it is released the tick only waits.
        if self.note is not None and self.note.released is not None:
            self.release_wanted.emit(self, self.note.released.text, self.name_box.isChecked())

    def _take_back(self) -> None:
        self.take_back_wanted.emit(self)

    def _open(self) -> None:
        if self.note is not None:
            self._line.hide()
            self.form.begin(self.note.released.text if self.note.released else self.note.text)

    def _close(self) -> None:
        self._line.show()
        self.mend_button.setFocus()


class NoteList(QWidget):
    """The notes to one team below each other; a refresh keeps what is typed. Signals as those of NoteBlock."""

    release_wanted = Signal(object, object, bool)
    take_back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._blocks: dict[Any, NoteBlock] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(14)
        self._lines.addStretch()

    @property
    def blocks(self) -> tuple[NoteBlock, ...]:
        """The notes in their order."""
        return tuple(self._blocks.values())

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes."""
        keys = [note.key for note in notes]
        for gone in self._blocks.keys() - set(keys):
            old = self._blocks.pop(gone)
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        blocks = {key: self._blocks.get(key) or self._made() for key in keys}
        self._blocks = blocks
        for number, note in enumerate(notes):
            block = blocks[note.key]
            if self._lines.indexOf(block) != number:
                self._lines.insertWidget(number, block)
            block.show_note(note)

    def focus_next(self) -> bool:
        """The keyboard goes to the first note that is not released yet. Gives whether there was one."""
        for block in self.blocks:
            if block.note and block.note.released is None and not block.release_button.isHidden():
                block.release_button.setFocus()
                return True
        return False

    def _made(self) -> NoteBlock:
        block = NoteBlock()
        block.release_wanted.connect(self.release_wanted)
        block.take_back_wanted.connect(self.take_back_wanted)
        return block


def _writer(note: Note) -> str:
    if note.source == MENTOR:
        return _("{name}, mentor", name=note.writer)
    return _("{name}, juror", name=note.writer)


def _state(note: Note) -> tuple[str, str]:
    if note.released is None:
        return _("not released"), "plain"
    if note.changed:
        return _("changed since"), "warn"
    return (_("released, edited") if note.edited else _("released")), "accent"


def _since(note: Note) -> str:
    said = []
    if note.released and (note.edited or note.changed):
        said.append(_("The team reads: {text}", text=note.released.text))
    if note.changed:
        said.append(_("What was written has changed since it was released."))
    if note.may_name:
        said.append(_("Wishes to be named.") if not note.name else _("The team reads the name."))
    return "\n".join(said)
