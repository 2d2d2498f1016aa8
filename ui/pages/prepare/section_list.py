"""The list at the left of Prepare: the sections, and a sign at each that still needs something."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton

from ui.icons import pixmap
from ui.pages.prepare.sections import SECTIONS, Readiness
from ui.text import _, many
from ui.widgets.card import Card
from ui.widgets.label import Label

WIDTH = 232


class SectionList(Card):
    """chosen(name): a section was pressed, or reached with the arrow keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Before the doors open"))
        self.setFixedWidth(WIDTH)
        self.body.setContentsMargins(10, 16, 10, 12)
        self.title.setContentsMargins(8, 0, 8, 0)
        self.body.setSpacing(2)
        self.left = Label("", "second", wrap=True)
        self.left.setContentsMargins(8, 0, 8, 8)
        self.body.addWidget(self.left)
        self._group = QButtonGroup(self)
        self._names = list(SECTIONS)
        self._entries = {name: self._add(number, name) for number, name in enumerate(self._names)}
        self.body.addStretch()
        self._group.idClicked.connect(self._tell)

    def _add(self, number: int, name: str) -> _Entry:
        entry = _Entry(_(SECTIONS[name][0]))
        self._group.addButton(entry, number)
        self.body.addWidget(entry)
        return entry

    def choose(self, name: str) -> None:
        """Mark a section as the one shown."""
        self._entries[name].setChecked(True)

    def show_readiness(self, ready: dict[str, Readiness]) -> None:
        """Show how far each section is."""
        for name, entry in self._entries.items():
            entry.show_readiness(ready[name])
        missing = sum(bool(one.missing) for one in ready.values())
        self.left.setText(
            many("{count} section still needs you", "{count} sections still need you", missing)
            if missing
            else _("Everything is there.")
        )

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._names[number])


class _Entry(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("kind", "entry")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sign, self._name, self._count = QLabel(), Label(title), Label("", "second")
        self._sign.setFixedSize(QSize(18, 18))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 10, 0)
        line.setSpacing(9)
        line.addWidget(self._sign)
        line.addWidget(self._name, 1)
        line.addWidget(self._count)
        for part in (self._sign, self._name, self._count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_readiness(self, ready: Readiness) -> None:
        """A tick and a count, or a ring and what is missing."""
        sign, token = ("circle", "warn") if ready.missing else ("circle-check", "accent")
        self._sign.setPixmap(pixmap(sign, token))
        self._count.setText("" if ready.missing or not ready.count else str(ready.count))
        said = _(ready.missing) if ready.missing else self._count.text()
        self.setToolTip(said)
        self.setAccessibleName(f"{self._title} {said}".strip())
