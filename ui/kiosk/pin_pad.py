"""Typing a PIN: digits from the keyboard or pressed large. After five wrong ones the wait counts down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label

_DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫")
_SECOND = 1_000
_MINUTE = 60


class PinPad(QWidget):
    """typed(pin): to be checked; `wrong` answers. given_up: back to the list."""

    typed = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name, self._hint = Label("", "name", wrap=True), Label("", "muted", wrap=True)
        self._error, self._last_way = Label("", "error", wrap=True), Label("", "second", wrap=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setProperty("role", "pin")
        self.field.setAccessibleName(_("PIN"))
        self.field.setMaxLength(8)
        self.field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.field))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.returnPressed.connect(self._say)
        self.open_button = Button(_("Open"), self._say, kind="primary", size="big")
        self.back_button = Button(_("Back"), self.given_up.emit, size="tall", sign="chevron-left", key="Esc")
        self._left = 0
        self._seconds = QTimer(self, interval=_SECOND)
        self._seconds.timeout.connect(self._count_down)
        self._build()

    def _build(self) -> None:
        words_side = QVBoxLayout()
        words_side.setSpacing(8)
        for part in (self._name, self._hint, self.field, self._error, self._last_way):
            words_side.addWidget(part)
        words_side.addStretch()
        words_side.addLayout(row(self.back_button, self.open_button))
        self._digits = QWidget()
        grid = QGridLayout(self._digits)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, digit in enumerate(_DIGITS):
            if digit:
                grid.addWidget(self._key(digit), number // 3, number % 3)
        card = Card()
        inside = QHBoxLayout()
        inside.setSpacing(28)
        inside.addLayout(words_side, 1)
        inside.addWidget(self._digits)
        card.body.addLayout(inside)
        card.setMaximumWidth(780)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 20)
        across.addStretch(1)
        lines.addStretch()
        lines.addLayout(across)
        lines.addStretch()
        self.setFocusProxy(self.field)

    def _key(self, digit: str) -> QPushButton:
        key = QPushButton(digit)
        key.setProperty("role", "digit")
        # The keyboard types digits by itself: for Tab there is nothing here to stop at.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setAccessibleName(_("Take the last digit away") if digit == "⌫" else digit)
        key.clicked.connect(partial(self._press, digit))
        return key

    def ask(self, name: str, hint: str) -> None:
        """Ask for the PIN of somebody else; what was typed and said is forgotten."""
        self._name.setText(name)
        self._hint.setText(hint)
        self.field.clear()
        self._error.setText("")
        self.tell_last_way("")
        self._seconds.stop()
        self._let_type(True)

    def tell_last_way(self, sentence: str) -> None:
        """What to do where nobody knows the PIN any more."""
        self._last_way.setText(sentence)
        self._last_way.setVisible(bool(sentence))

    def wrong(self, error: HackDeskError) -> None:
        """It was not the PIN, or another one may be tried only after a while."""
        self.field.clear()
        self._left = int(error.values.get("seconds", 0))
        self._let_type(not self._left)
        if self._left:
            self._say_wait()
            self._seconds.start()
        else:
            self._error.setText(words.error(error))

    def wait(self, seconds: int) -> None:
        """Another PIN may be tried after so many seconds."""
        self._left = seconds
        if seconds:
            self._let_type(False)
            self._say_wait()
            self._seconds.start()

    @property
    def said(self) -> str:
        """What is said about the last try."""
        return self._error.text()

    def _say(self) -> None:
        if self.field.text() and self.field.isEnabled():
            self._let_type(False)
            self.typed.emit(self.field.text())

    def _press(self, digit: str) -> None:
        if digit == "⌫":
            self.field.backspace()
        else:
            self.field.insert(digit)
        self.field.setFocus()

    def _let_type(self, may: bool) -> None:
        for part in (self.field, self._digits, self.open_button):
            part.setEnabled(may)
        if may and self.isVisible():
            self.field.setFocus()
        elif self.isVisible():
            self.back_button.setFocus()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say_wait()
            return
        self._seconds.stop()
        self._error.setText("")
        self._let_type(True)

    def _say_wait(self) -> None:
        if self._left > _MINUTE:
            minutes = -(-self._left // _MINUTE)
            again = many("Try again in {count} minute.", "Try again in {count} minutes.", minutes)
        else:
            again = many("Try again in {count} second.", "Try again in {count} seconds.", self._left)
        self._error.setText(" ".join((_("Too many wrong PINs."), again)))
