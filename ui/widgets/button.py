"""A button with its kind, and its key printed beside the word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.icons import icon
from ui.widgets.keycap import Keycap

_ICON = {"primary": "on_accent", "danger": "bad", "plain": "muted", "link": "accent"}


class Button(QPushButton):
    """kind: primary (one a page), quiet, plain, link, danger. size: "", big (56 high), tall (as
    high, the words as elsewhere), small.

    pressed: called without arguments on each click. key: a shortcut such as "Ctrl+N" that presses it
    anywhere in its window and is printed on it.
    """

    def __init__(
        self, text: str, pressed: Callable[[], object] | None = None, *, kind: str = "quiet", size: str = "",
        key: str = "", sign: str = "",
    ) -> None:  # fmt: skip
        super().__init__(text)
        self._pressed = pressed
        self._cap: Keycap | None = None
        self.setProperty("kind", kind)
        if size:
            self.setProperty("scale", size)
        if sign:
            self.show_sign(sign)
        if key:
            self._print_key(key)
        self.clicked.connect(self._on_clicked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_sign(self, sign: str) -> None:
        """Another picture before the word."""
        room = 6 if self.text() else 0
        self.setIcon(icon(sign, _ICON.get(self.property("kind"), "ink"), room))
        self.setIconSize(QSize(18 + room, 18))

    def set_kind(self, kind: str) -> None:
        """Another kind, where what is to be done next has changed."""
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu when pressed, and show by a sign that it does."""
        self.setProperty("opens", True)
        self.setMenu(menu)

    def _print_key(self, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(self.click)
        cap = Keycap(key, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        # A stretch in here would make the button take all the room there is.
        line.addWidget(cap, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap = cap
        self.show_key(True)

    def show_key(self, wanted: bool) -> None:
        """Print the key on it, or leave it out where there is no room; it works all the same."""
        if self._cap is not None:
            self._cap.setVisible(wanted)
            # The word stands left of its key: the room for the key is taken from the right.
            room = f"QPushButton {{ padding-right: {self._cap.sizeHint().width() + 22}px; }}"
            self.setStyleSheet(room if wanted else "")

    def _on_clicked(self) -> None:
        if self._pressed is not None:
            self._pressed()


def row(*widgets: QWidget, gap: int = 10) -> QHBoxLayout:
    """Widgets side by side, the rest of the line left free."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return line
