"""The right side of the Documents page: what the document is for, how it will look, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from ui import theme
from ui.pages.documents.preview import Preview
from ui.widgets.card import Card
from ui.widgets.label import Label


class Shown(Card):
    """options: what stands beside the preview; buttons: what stands under it. about: a line above it."""

    def __init__(self, preview: Preview, options: Iterable[QWidget], buttons: QLayout) -> None:
        super().__init__()
        # Not wrapped: a height that depends on the width makes the whole page ask for the one it likes best.
        self.about = Label("", "second")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self.about)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.GAP)
        self._beside.addWidget(preview, 1)
        for part in options:
            self._beside.addWidget(part)
        self.body.addLayout(self._beside, 1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addLayout(preview.turning)
        self._below.addStretch()
        self._below.addLayout(buttons)
        self.body.addLayout(self._below)

    def turn(self, direction: QBoxLayout.Direction) -> None:
        """Beside each other, or below where the window is narrow."""
        self._beside.setDirection(direction)
        self._below.setDirection(direction)
