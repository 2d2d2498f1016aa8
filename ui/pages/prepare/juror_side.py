"""What stands beside the list of jurors: the chosen one's fields, teams they may be close to, PIN, cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.form import Form
from ui.pages.prepare.cards_card import CardsCard
from ui.pages.prepare.close_card import CloseCard
from ui.pages.prepare.pin_card import PinCard
from ui.widgets.card import Card
from ui.widgets.scroll import Scroll


class JurorSide(QWidget):
    """Cards below each other; in a narrow window they are as high as they are, and the page scrolls."""

    def __init__(self, form: Form, fields: Card) -> None:
        super().__init__()
        self.close_card, self.pin, self.cards = CloseCard(), PinCard(), CardsCard()
        self._inside, self._narrow = QWidget(), False
        self._inside.installEventFilter(self)
        fields.body.addWidget(form)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        for card in (fields, self.close_card, self.pin, self.cards):
            lines.addWidget(card)
        lines.addStretch()
        self._area = Scroll(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def show_known(self, known: bool) -> None:
        """Only who is in the file already can have a PIN or be close to somebody."""
        self.close_card.setVisible(known)
        self.pin.setVisible(known)

    def shrink(self, *, narrow: bool) -> None:
        """The window became narrow or wide again."""
        self._narrow = narrow
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Where the whole page scrolls, nothing scrolls inside it."""
        self._area.setMinimumHeight(self._inside.sizeHint().height() if self._narrow else 0)
