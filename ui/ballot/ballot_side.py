"""Beside a ballot: the note to the team, why it does not count, and the juror's other ballots."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

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
    """note_typed: the note is another one now. chosen(team id): another ballot is wanted.

    own: the juror looks at it, and says whether their name may stand under the note.
    """

    note_typed = Signal()
    chosen = Signal(object)

    def __init__(self, *, own: bool = False) -> None:
        super().__init__()
        self.shrink(narrow=False)
        self._own = own
        self._shown: tuple[object, ...] = ()
        self.set_aside = SetAside(own=own)
        self.set_aside.hide()
        self._build_note()
        self._build_list()
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(theme.GAP - 2)
        self.lines.addWidget(self.set_aside)
        self.lines.addWidget(self._note_card)
        self.lines.addWidget(self._list_card, 1)

    def _build_note(self) -> None:
        self._note_card = Card(_("A note to the team"))
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(_("A note to the team"))
        self._note.setPlaceholderText(_("The team takes it home."))
        self._note.setTabChangesFocus(True)
        self._note.setMinimumHeight(64)
        self._note.setMaximumHeight(120)
        self._note.textChanged.connect(self.note_typed)
        self._note_card.body.addWidget(self._note)
        self._signed = QCheckBox(_("My name may stand under it"))
        self._signed.toggled.connect(self.note_typed)
        self._note_card.body.addWidget(self._signed)
        self._signed.setVisible(self._own)

    def _build_list(self) -> None:
        title = _("My ballots") if self._own else _("Ballots of this juror")
        self._list_card = Card(title)
        self._done = Label("", "second")
        self._list_card.head.addWidget(self._done)
        self._list = QListWidget()
        self._list.setProperty("role", "inside")
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMinimumHeight(140 if self._own else 90)
        # As high as there is room: what it would like would make the whole side scroll.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setAccessibleName(title)
        self._list.setIconSize(QSize(18, 18))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._tell)
        self._list.itemClicked.connect(self._tell)
        self._list_card.body.addWidget(self._list, 1)

    def shrink(self, *, narrow: bool) -> None:
        """Take the whole width of a narrow page, or a column."""
        self.setMinimumWidth(0 if narrow else _WIDTH)
        self.setMaximumWidth(16_777_215 if narrow else _WIDTH)

    @property
    def note(self) -> str:
        """What is written to the team."""
        return self._note.toPlainText()

    @property
    def signed(self) -> bool:
        """Whether the juror's name may stand under the note."""
        return self._signed.isChecked()

    def show_note(self, note: str, *, signed: bool) -> None:
        """Show a note without telling anybody."""
        for part in (self._note, self._signed):
            part.blockSignals(True)
        self._note.setPlainText(note)
        self._signed.setChecked(signed)
        for part in (self._note, self._signed):
            part.blockSignals(False)

    def let_write(self, open_: bool) -> None:
        """Whether the note may be changed."""
        self._note.setReadOnly(not open_)
        self._signed.setEnabled(open_)

    def show_ballots(self, progress: Progress, juror: Juror, team_id: UUID) -> None:
        """Show the ballots of this juror, the one for `team_id` as the current one."""
        done, of = progress.handed_in(juror)
        self._done.setText(_("{done} of {of}", done=done, of=of))
        signs = [(team, ballot_sign(progress, juror, team.id)) for team in progress.judging.active]
        reasons = [progress.ballot(juror.id, team.id).reason for team, _sign in signs]
        shown = (team_id, *zip(signs, reasons, strict=True))
        if shown == self._shown:
            return  # made anew, the list would forget where the keyboard is in it
        self._shown = shown
        self._list.clear()
        for (team, sign), reason in zip(signs, reasons, strict=True):
            token = theme.TONES[sign.tone][0]
            item = QListWidgetItem(icon(sign.icon, token), team.name)
            item.setToolTip(f"{team.name}: {sign.word}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            item.setData(_TEAM, team.id)
            if progress.state(juror, team.id) not in (BallotState.OPEN, BallotState.COMPLETE):
                item.setText(f"{team.name} ({reason if self._own and reason else sign.word})")
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
