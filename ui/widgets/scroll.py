"""What does not fit is reached by scrolling, on the ground it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Scroll(QScrollArea):
    """Scrolls `widget` up and down; sideways only where `sideways` is set and there is no other way."""

    def __init__(self, widget: QWidget, *, sideways: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(widget)
        # PySide takes the area for the widget's parent while Qt puts the viewport between them; collecting
        # both as a cycle then crashes (6.11.3) unless the area holds the widget itself.
        self._inside = widget
        # Qt fills both with the window's colour, which shows as a patch on a card.
        widget.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def be_content(self, *, least: int) -> None:
        """Take the height that is left, from `least` on: what the widget would like is no wish of the page."""
        self.setMinimumHeight(least)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)


def bring_into_view(*widgets: QWidget) -> None:
    """Scroll whatever they lie in until they are seen, the last one surely."""
    for widget in widgets:
        around = widget.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(widget)
