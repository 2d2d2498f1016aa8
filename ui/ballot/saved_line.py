"""Whether a ballot is on disk, since when, and why it cannot be changed: at the upper right of it."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.rules import BallotState
from ui.ballot.keeper import Keeper
from ui.ballot.states import sign_of
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class SavedLine(QWidget):
    """again: what was refused is to be saved once more. `lines` has room for another line below."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pill, self._reason = Pill("", "plain"), Label("", "second", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._reason.setMinimumWidth(120)
        self.again_button = Button(_("Save again"), self.again.emit, size="small", sign="save")
        first = QHBoxLayout()
        first.addStretch()
        first.addWidget(self.again_button)
        first.addWidget(self._pill)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(4)
        self.lines.addLayout(first)
        self.lines.addWidget(self._reason)
        for part in (self.again_button, self._reason):
            part.hide()

    def _say(self, text: str, tone: str) -> None:
        self._pill.say(text, tone)
        self._pill.setMinimumWidth(self._pill.sizeHint().width())  # never cut: it is what a juror looks for

    @property
    def text(self) -> str:
        """What the pill says; empty while it is hidden."""
        return self._pill.text if not self._pill.isHidden() else ""

    @property
    def reason(self) -> str:
        """Why it does not count or cannot be changed."""
        return self._reason.text()

    def say_saving(self) -> None:
        """It is on its way."""
        self._say(_("Saving …"), "plain")
        self._pill.show()

    def show_state(self, keeper: Keeper, at: datetime | None, zone: tzinfo | None) -> None:
        """at: when it was written, where that was just now."""
        ballot, sign = keeper.ballot, sign_of(keeper.ballot.state)
        at = at or ballot.handed_in_at
        time = words.time(at, zone, seconds=True) if at else ""
        if ballot.state is BallotState.COMPLETE:
            self._say(_("Handed in {time}", time=time), "accent")
        elif ballot.state is not BallotState.OPEN:
            self._say(sign.word, sign.tone)
        elif keeper.unsaved:
            self._say(_("Not saved"), "bad")
        elif not keeper.busy:
            self._say(_("Saved {time}", time=time) if time else _("Saved"), "accent")
        self._pill.setVisible(ballot.version > 0 or keeper.unsaved or keeper.busy)
        self.again_button.setVisible(keeper.unsaved)

    def say_reason(self, reason: str) -> None:
        """Why the ballot does not count, or cannot be changed; "" where neither is so."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
