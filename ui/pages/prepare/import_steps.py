"""The steps of bringing in a list, in a line: where one is, and which of them still need somebody."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from hackdesk.language import N_
from ui import theme
from ui.icons import icon
from ui.text import _

#: What stands beside the word: its sign, and the padding and border of the stylesheet.
_BESIDE = 2 * (10 + 2) + 26
#: {name: title} in their order.
STEPS = {
    "file": N_("File"),
    "columns": N_("Columns"),
    "words": N_("Words"),
    "doubts": N_("Doubtful rows"),
    "summary": N_("Summary"),
}


class StepLine(QWidget):
    """chosen(name): a step was pressed, or reached with the arrow keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Steps"))
        self._names = list(STEPS)
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for number, name in enumerate(self._names):
            button = QPushButton(_(STEPS[name]))
            button.setCheckable(True)
            button.setProperty("kind", "step")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            line.addWidget(button)
        line.addStretch()
        self._group.idClicked.connect(self._tell)

    def show_step(self, current: str, needed: Collection[str], *, narrow: bool = False) -> None:
        """Mark the step one is at; a ring stands where something is to be decided, a tick where nothing is."""
        for name, button in zip(self._names, self._group.buttons(), strict=True):
            button.setChecked(name == current)
            wanted = name in needed
            button.setIcon(icon("circle" if wanted else "circle-check", "warn" if wanted else "accent", 4))
            said = _("something to decide") if wanted else ""
            button.setAccessibleName(f"{_(STEPS[name])} {said}".strip())
            button.setToolTip(said)
            button.setText("" if narrow and name != current else _(STEPS[name]))
            # The chosen word is bold and must not be cut where the others are not.
            wide = QFontMetrics(theme.font(bold=True)).horizontalAdvance(button.text())
            button.setMinimumWidth(wide + _BESIDE if button.text() else 0)

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._names[number])
