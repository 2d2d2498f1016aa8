"""F1: the keys of the window and of the page that is shown, beside the work and never in its way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from hackdesk.language import N_
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label

_WINDOW_KEYS = (
    ("Ctrl+1", N_("Prepare; Ctrl 2 Check-in, and so on down the rail")),
    ("Ctrl+Z", N_("take back the last change of this desk")),
    ("Ctrl+H", N_("what was done, and taking back one thing of it")),
    ("Tab", N_("to the next field; Shift Tab goes back")),
    ("F1", N_("this help")),
)
_WORDS_WIDTH = 360


class Help(QDialog):
    """keys: (key, what it does) of the page."""

    def __init__(self, page: str, keys: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(12)
        for title, rows in ((page, keys), (_("Everywhere"), _WINDOW_KEYS)):
            if rows:
                lines.addWidget(Label(title, "card-title"))
                lines.addLayout(_grid(rows))
        lines.addWidget(
            Label(
                _("Every change is on disk as soon as it is confirmed. There is nothing to save."),
                "second",
                wrap=True,
            )
        )
        lines.addWidget(Button(_("Close"), self.close, kind="primary"))


def _grid(rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setColumnStretch(1, 1)
    for number, (key, words) in enumerate(rows):
        grid.addWidget(Keycap(key), number, 0)
        line = Label(_(words), wrap=True)
        line.setFixedWidth(_WORDS_WIDTH)  # a label that knows its width knows its height
        grid.addWidget(line, number, 1)
    return grid
