"""Saying that a ballot does not count, and why. Lies in the page: nothing is blocked meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton

from hackdesk.jury.rules import BallotState, NotCounted
from hackdesk.language import N_
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field

_CHOICES = (
    (BallotState.RECUSED, N_("Recused: too close to the team")),
    (BallotState.JUROR_ABSENT, N_("The juror was not there")),
    (BallotState.TEAM_NO_SHOW, N_("The team did not show")),
    (BallotState.VOID, N_("Void")),
)


class SetAside(Card):
    """wanted(NotCounted): to be written down. closed: put away without it.

    own: the juror asks for it, who is too close to the team; nothing else is offered.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, *, own: bool = False) -> None:
        super().__init__(_("I am too close to this team") if own else _("This ballot does not count"))
        self._own = own
        self._group = QButtonGroup(self)
        for number, (_state, words) in enumerate(_CHOICES):
            choice = QRadioButton(_(words))
            self._group.addButton(choice, number)
            self.body.addWidget(choice)
            # After it has its place: a widget shown without a parent flashes up as a window of its own.
            choice.setVisible(not own)
        self._reason = QLineEdit()
        self._reason.returnPressed.connect(self._say)
        self._field = Field(_("Reason"), self._reason, _("It stands in the record."))
        self.body.addWidget(self._field)
        self.say_button = Button(_("I do not judge it") if own else _("Set aside"), self._say)
        self.body.addLayout(row(self.say_button, Button(_("Cancel"), self.closed.emit, kind="plain")))
        self.begin()

    def begin(self) -> None:
        """Start with a recusal, the most frequent case, and no reason."""
        self._group.button(0).setChecked(True)
        self._reason.clear()
        self._field.wrong("")
        self.setFocusProxy(self._reason)

    def wrong(self, sentence: str) -> None:
        """Say beside the reason why it was refused."""
        self._field.wrong(sentence)

    def _say(self) -> None:
        state = _CHOICES[self._group.checkedId()][0]
        self.wanted.emit(NotCounted(state, self._reason.text(), own=self._own))
