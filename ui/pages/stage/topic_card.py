"""Dots or hands for each topic, typed one after the other as they are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hackdesk.teams.market_queries import WAYS, Stall
from ui.pages.stage.order_lines import counted
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.count_field import CountField
from ui.widgets.label import Label
from ui.widgets.segments import Segments


class TopicCard(Card):
    """counted (way, number), moved (±1), pitched (): introduced or not, market (): everything about it."""

    counted = Signal(str, int)
    moved = Signal(int)
    pitched = Signal()
    market = Signal()

    def __init__(self) -> None:
        super().__init__(_("Count for each topic"))
        self.asked, self.known = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.way = Segments([(key, _(word)) for key, word in WAYS.items()], _("What is counted"))
        self.way.chosen.connect(self._focus)
        self.count = CountField()
        self.count.setProperty("role", "search")
        self.count.setFixedWidth(96)
        self.count.counted.connect(self._tell)
        self.count.moved.connect(self.moved)
        self.count.pitched.connect(self.pitched)
        self.pitched_button = Button("", self.pitched.emit, size="small")
        self.market_button = Button(_("Merge, withdraw: the market"), self.market.emit, kind="link")
        self.body.addWidget(self.asked)
        self.body.addLayout(row(self.way))
        self.body.addLayout(row(self.count, Label(_("Enter keeps it and goes on"), "second")))
        self.body.addWidget(self.known)
        self.body.addLayout(row(self.pitched_button))
        self.body.addLayout(row(self.market_button))

    def show_topic(self, stall: Stall | None) -> None:
        """Ask for the chosen topic."""
        self.setEnabled(stall is not None)
        if stall is None:
            self.asked.setText(_("Choose a topic"))
            return
        self.asked.setText(_("How many for “{topic}”?", topic=stall.topic.title))
        self.count.setAccessibleName(self.asked.text())
        became = _(stall.became.sentence, **stall.became.fields) if stall.became else ""
        self.known.setText(" · ".join(filter(None, (counted(stall), became))))
        self.known.setVisible(bool(self.known.text()))
        self.pitched_button.setText(_("Not introduced after all") if stall.topic.pitched_at else _("Introduced"))
        self.pitched_button.setEnabled(stall.topic.open)

    def _tell(self, number: int) -> None:
        self.counted.emit(self.way.current, number)
        self.count.clear()
        self.moved.emit(1)

    def _focus(self, _way: str) -> None:
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)
