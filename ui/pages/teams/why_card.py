"""Why somebody sits where they sit, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.teams.explanation import why_here
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


class WhyCard(Card):
    """commanded("move" | "pin" | "lead" | "free" | "why"): of the person shown."""

    commanded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(4)
        self.title, self.sentence = Label("", "strong", wrap=True), Label("", "muted", wrap=True)
        self.buttons = {
            key: Button(word, size="small")
            for key, word in (
                ("why", _("Why and what if (Y)")), ("move", _("Move (M)")), ("pin", _("Pin (P)")),
                ("lead", _("Lead (L)")), ("free", _("Take out (Del)")),
            )
        }  # fmt: skip
        line = Flow()
        for key, button in self.buttons.items():
            button.setObjectName(key)
            button.clicked.connect(self._tell)
            line.addWidget(button)
        told = QWidget()
        told.setProperty("role", "scrolled")
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for part in (self.title, self.sentence):
            lines.addWidget(part)
        lines.addStretch()
        self.body.addWidget(Scroll(told), 1)
        self.body.addLayout(line)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say what this card is for."""
        self.title.setText(_("Choose a person"))
        self.sentence.setText(_("Here stands why they sit where they sit. Arrow keys go on, M moves, P pins."))
        for button in self.buttons.values():
            button.hide()

    def show_person(self, member: Member, team: Team | None, board: Board, *, fixed: bool = False) -> None:
        """team: None for somebody without a place. fixed: a proposal is shown, nobody is moved by hand."""
        for button in self.buttons.values():
            button.setVisible(not fixed or button is self.buttons["why"])
        for key in ("pin", "lead", "free"):
            self.buttons[key].setVisible(team is not None and not fixed)
        self.buttons["pin"].setText(_("Unpin (P)") if member.pinned else _("Pin (P)"))
        self.buttons["lead"].setText(_("Not the lead (L)") if member.lead else _("Lead (L)"))
        if team is None:
            self.title.setText(_("What does {person} wish?", person=member.name))
            wishes = [f"{number}. {title}" for number, title in enumerate(member.choices[:3], 1)]
            self.sentence.setText(" · ".join(wishes) or _("Named no wish."))
            return
        self.title.setText(_("Why is {person} in {team}?", person=member.name, team=team.name))
        said = [_(found.sentence, **found.fields) for found in why_here(member, team, board.groups)]
        self.sentence.setText(" ".join(said))

    def _tell(self) -> None:
        self.commanded.emit(self.sender().objectName())
