"""The line at the end of the table in which a commitment is typed or mended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.follow_up.rules import Commitment, Promise, checked
from ui.pages.after.typed_day import shown_day, typed_day
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.field import Field


class PromiseLine(QWidget):
    """add_wanted (Promise); edit_wanted (Commitment as it was shown, Promise). Enter hands in, Esc begins anew."""

    add_wanted = Signal(object)
    edit_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._mended: Commitment | None = None
        self._after = date.today()
        self.who = Field(_("Who"), QLineEdit())
        self.what = Field(_("Does what"), QLineEdit())
        self.support = Field(_("With whose help"), QLineEdit())
        self.by_when = Field(_("By when"), QLineEdit())
        self.button = Button("", self._hand_in, kind="primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for field, share in ((self.who, 5), (self.what, 8), (self.support, 5), (self.by_when, 3)):
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            self._input(field).returnPressed.connect(self._hand_in)
        self._input(self.by_when).setPlaceholderText(_("1.12."))
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.begin()

    def begin(self) -> None:
        """Be ready for a new commitment."""
        self._show(None, Promise("", ""))

    def mend(self, commitment: Commitment) -> None:
        """Show a commitment, to be worded anew."""
        promise = Promise(commitment.who, commitment.what, commitment.by_when, commitment.support)
        self._show(commitment, promise)
        self._input(self.what).setFocus()

    def know(self, names: Sequence[str], after: date) -> None:
        """names: who is in the team, offered while typing; after: days without a year are after this one."""
        self._after = after
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._input(self.who).setCompleter(completer)

    def refuse(self, error: HackDeskError) -> None:
        """Say what is wrong under the line; what was typed stays."""
        self.what.wrong(words.error(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _show(self, commitment: Commitment | None, promise: Promise) -> None:
        self._mended = commitment
        for field, text in (
            (self.who, promise.who), (self.what, promise.what), (self.support, promise.support),
            (self.by_when, shown_day(promise.by_when)),
        ):  # fmt: skip
            self._input(field).setText(text)
            field.wrong("")
        self.button.setText(_("Save") if commitment else _("Add"))

    def _hand_in(self) -> None:
        for field in (self.who, self.what, self.by_when):
            field.wrong("")
        try:
            by_when = typed_day(self._input(self.by_when).text(), self._after)
        except HackDeskError as error:
            self.by_when.wrong(words.error(error))
            return
        who, what, support = (self._input(one).text() for one in (self.who, self.what, self.support))
        promise = Promise(who, what, by_when, support)
        try:
            promise = checked(promise)
        except HackDeskError as error:
            wrong = self.who if promise.what.strip() else self.what
            wrong.wrong(words.error(error))
            wrong.setFocus()
            return
        if self._mended:
            self.edit_wanted.emit(self._mended, promise)
        else:
            self.add_wanted.emit(promise)
        self._input(self.who).setFocus()

    @staticmethod
    def _input(field: Field) -> QLineEdit:
        made = field.input
        assert isinstance(made, QLineEdit)
        return made
