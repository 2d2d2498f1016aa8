"""Beside a ballot: the note to the team, why it does not count, and the juror's other ballots."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import BallotState, Juror
from ui import theme
from ui.ballot.set_aside import SetAside
from ui.ballot.states import ballot_sign
from ui.icons import icon
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.label import Label

_TEAM = Qt.ItemDataRole.UserRole
_WIDTH = 300
#: Pixels a team's name has beside its sign; the style does not count its own padding.
_NAME_WIDTH = 180


class BallotSide(QWidget):
    """note_typed: the note is another one now. chosen(team id): another ballot is wanted."""

    note_typed = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shrink(narrow=False)
        self.set_aside = SetAside()
        self.set_aside.hide()
        self._note_card = Card(_("A note to the team"))
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(_("A note to the team"))
        self._note.setPlaceholderText(_("The team takes it home."))
        self._note.setTabChangesFocus(True)
        self._note.setMinimumHeight(64)
        self._note.setMaximumHeight(120)
        self._note.textChanged.connect(self.note_typed)
        self._note_card.body.addWidget(self._note)
        self._list_card = Card(_("Ballots of this juror"))
        self._done = Label("", "second")
        self._list_card.head.addWidget(self._done)
        self._list = QListWidget()
        self._list.setProperty("role", "inside")
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMinimumHeight(90)
        self._list.setAccessibleName(_("Ballots of this juror"))
        self._list.setIconSize(QSize(18, 18))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._tell)
        self._list.itemClicked.connect(self._tell)
        self._list_card.body.addWidget(self._list)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP - 2)
        lines.addWidget(self.set_aside)
        lines.addWidget(self._note_card)
        lines.addWidget(self._list_card, 1)

    def shrink(self, *, narrow: bool) -> None:
        """Take the whole width of a narrow page, or a column."""
        self.setMinimumWidth(0 if narrow else _WIDTH)
        self.setMaximumWidth(16_777_215 if narrow else _WIDTH)

    @property
    def note(self) -> str:
        """What is written to the team."""
        return self._note.toPlainText()

    def show_note(self, note: str, *, open_: bool) -> None:
        """Show a note without telling anybody; open_: it may be changed."""
        self._note.blockSignals(True)
        self._note.setPlainText(note)
        self._note.blockSignals(False)
        self._note.setReadOnly(not open_)

    def show_ballots(self, progress: Progress, juror: Juror, team_id: UUID) -> None:
        """Show the ballots of this juror, the one for `team_id` as the current one."""
        done, of = progress.handed_in(juror)
        self._done.setText(_("{done} of {of}", done=done, of=of))
        self._list.clear()
        for team in progress.judging.active:
            sign = ballot_sign(progress, juror, team.id)
            token = theme.TONES[sign.tone][0]
            item = QListWidgetItem(icon(sign.icon, token), team.name)
            item.setToolTip(f"{team.name}: {sign.word}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            item.setData(_TEAM, team.id)
            if progress.state(juror, team.id) not in (BallotState.OPEN, BallotState.COMPLETE):
                item.setText(f"{team.name} ({sign.word})")
                item.setForeground(theme.color("muted"))
            room = QRect(0, 0, _NAME_WIDTH, 1000)
            lines = self._list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(_NAME_WIDTH, max(38, lines.height() + 12)))
            self._list.addItem(item)
            if team.id == team_id:
                self._list.setCurrentItem(item)

    def ask_why(self, wanted: bool) -> None:
        """Show or put away the question why the ballot does not count; it takes the note's place."""
        self.set_aside.setVisible(wanted)
        self._note_card.setVisible(not wanted)
        if wanted:
            self.set_aside.begin()
            self.set_aside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_TEAM))
