"""The rail: one word for each page, the same on every floor."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon
from ui.pages import TITLES
from ui.text import _
from ui.widgets.label import Label

WIDTH, NARROW = 188, 64
#: Below this many pixels the window is small, or the screen's scale is large: pictures stand for words.
NARROW_BELOW, LOW_BELOW = 1000, 620


class Rail(QWidget):
    """chosen(name): a page was pressed, or reached with the arrow keys. `menu` opens at the foot."""

    chosen = Signal(str)

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pages"))
        self._names = list(TITLES)
        self._group = QButtonGroup(self)
        self._lines = QVBoxLayout(self)
        self._brand = Label("HackDesk", "brand")
        self._lines.addWidget(self._brand)
        self._buttons = {name: self._add(number, name) for number, name in enumerate(self._names)}
        self._lines.addStretch()
        self._more = QPushButton(_("More"))
        self._menu = menu
        self._more.clicked.connect(self._open_menu)
        self._lines.addWidget(self._more)
        self._group.idClicked.connect(self._tell)
        self.shrink(narrow=False, low=False)

    def _add(self, number: int, name: str) -> _Entry:
        entry = _Entry(_(TITLES[name][0]), TITLES[name][1], number + 1)
        self._group.addButton(entry, number)
        self._lines.addWidget(entry)
        return entry

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody walks through the pages with the arrow keys."""
        return any(entry.hasFocus() for entry in self._buttons.values())

    def choose(self, name: str) -> None:
        """Mark a page as the one shown."""
        self._buttons[name].setChecked(True)

    def offer(self, names: Collection[str]) -> None:
        """Only these pages; the others have nothing to do with this file."""
        for name, entry in self._buttons.items():
            entry.setVisible(name in names)

    def show_counts(self, counts: dict[str, str]) -> None:
        """Put counts beside names: {name: text}."""
        for name, text in counts.items():
            self._buttons[name].show_count(text)

    def shrink(self, *, narrow: bool, low: bool) -> None:
        """Take less room: pictures in place of words, or less air between them."""
        side = 8 if narrow else 10
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self._lines.setContentsMargins(side, 8 if low else 20, side, 8 if low else 12)
        self._lines.setSpacing(0 if low else 4)
        self._brand.setVisible(not narrow and not low)
        self._brand.setContentsMargins(10, 0, 0, 18)
        self._more.setText("" if narrow else _("More"))
        self._more.setIcon(icon("ellipsis", "on_rail") if narrow else QIcon())
        self._more.setAccessibleName(_("More"))
        for entry in self._buttons.values():
            entry.shrink(narrow=narrow, low=low)

    def _open_menu(self) -> None:
        # A menu of the button's own would put its word out of line with the others.
        self._menu.popup(self._more.mapToGlobal(self._more.rect().topRight()))

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._names[number])


class _Entry(QPushButton):
    def __init__(self, title: str, picture: str, number: int) -> None:
        super().__init__(title)
        self._title, self._picture = title, picture
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{title}  ·  Ctrl {number}")
        self.setIconSize(QSize(20, 20))
        self._count = Label("", "second")
        self._count.setFont(theme.font(theme.SECOND))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        line.addStretch()
        line.addWidget(self._count)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_count("")

    def show_count(self, text: str) -> None:
        self._count.setText(text)
        self.setAccessibleName(f"{self._title} {text}".strip())

    def shrink(self, *, narrow: bool, low: bool) -> None:
        self.setText("" if narrow else self._title)
        self.setIcon(icon(self._picture, "on_rail") if narrow else QIcon())
        self._count.setVisible(not narrow)
        self.setProperty("low", low)
        self.style().unpolish(self)
        self.style().polish(self)
