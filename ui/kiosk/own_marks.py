"""All marks of one juror side by side, to look through them calmly. No others', no places."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import BallotState, Contestant, Juror
from ui import theme
from ui.ballot.marks import shown_mark
from ui.ballot.states import ballot_sign
from ui.icons import pixmap
from ui.kiosk.own_ballot import CLOSED
from ui.kiosk.reading import Seen
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

_TEAM, _BUTTON, _FIRST = 1, 2, 3
#: Pixels for three lines of a criterion's name, and for two of a team's.
_HEAD_HEIGHT, _LINE_HEIGHT = 56, 44


class OwnMarks(QWidget):
    """changing(team id): this ballot is to be open again. opened(team id): it is to be looked at. locking."""

    changing = Signal(object)
    opened = Signal(object)
    locking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._whose, self._title = Label("", "second"), Label("", "name", wrap=True)
        self._told = Label("", "muted", wrap=True)
        self._card, self._grid = Card(), QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._card.body.addLayout(self._grid)
        self._card.body.addStretch()
        self._shown: tuple[Progress, bool, bool] | None = None
        self._narrow = False
        self.change_buttons: dict[object, Button] = {}
        self.lock_button = Button(_("Lock my screen"), self.locking.emit, kind="primary", size="big", sign="lock")
        head = QVBoxLayout()
        head.setSpacing(0)
        for part in (self._whose, self._title, self._told):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.lock_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addLayout(head)
        lines.addWidget(Scroll(self._card, sideways=True), 1)
        lines.addLayout(foot)

    def show_seen(self, seen: Seen) -> None:
        """Show all ballots of the juror."""
        assert seen.own is not None and seen.juror is not None
        progress, juror = seen.own, seen.juror
        fixed = seen.closed or progress.sealed is not None
        self._whose.setText(_("Juror: {juror}", juror=juror.name))
        states = [progress.state(juror, team.id) for team in progress.judging.active]
        left = states.count(BallotState.OPEN)
        if left:
            title = many("{count} ballot is not handed in", "{count} ballots are not handed in", left)
        elif BallotState.COMPLETE in states:
            title = _("All your ballots are in")
        else:
            title = _("No ballot is expected of you")
        self._title.setText(title)
        if progress.sealed is not None:
            told = _("The results are signed.")
        else:
            calm = _("Look through your marks. Until the round is closed you can change them.")
            told = _(CLOSED) if fixed else calm
        self._told.setText(told)
        if (progress, fixed, self._narrow) != self._shown:
            self._shown = progress, fixed, self._narrow
            self._fill(progress, juror, fixed)

    def shrink(self, *, narrow: bool) -> None:
        """Where the marks go beyond the edge, what can be pressed stands before them; shown so the next time."""
        self._narrow = narrow
        self._title.say_as(self._title.text(), "card-title" if narrow else "name")

    def begin(self) -> None:
        """Put the keyboard on what comes next."""
        self.lock_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, progress: Progress, juror: Juror, fixed: bool) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.change_buttons = {}
        for column, criterion in enumerate(progress.judging.criteria, _FIRST):
            head = Label(criterion.name, "second", wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.setMinimumWidth(64)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
            self._grid.setColumnStretch(column, 2)
        self._grid.setColumnStretch(_TEAM, 5)
        self._grid.setRowMinimumHeight(0, _HEAD_HEIGHT)
        for line, team in enumerate(progress.judging.active, 1):
            self._show_team(line, progress, juror, team, fixed)

    def _show_team(self, line: int, progress: Progress, juror: Juror, team: Contestant, fixed: bool) -> None:
        ballot, sign = progress.ballot(juror.id, team.id), ballot_sign(progress, juror, team.id)
        picture = QLabel()
        picture.setPixmap(pixmap(sign.icon, theme.TONES[sign.tone][0]))
        picture.setAccessibleName(sign.word)
        picture.setToolTip(sign.word)
        self._grid.addWidget(picture, line, 0)
        self._grid.setRowMinimumHeight(line, _LINE_HEIGHT)
        name = Label(team.name, "strong", wrap=True)
        name.setMinimumWidth(150)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(name, line, _TEAM)
        criteria, last = progress.judging.criteria, _FIRST + len(progress.judging.criteria)
        if progress.state(juror, team.id) in (BallotState.OPEN, BallotState.COMPLETE):
            for column, criterion in enumerate(criteria, _FIRST):
                mark = ballot.marks.get(criterion.id)
                shown = Label("–" if mark is None else shown_mark(mark), "muted" if mark is None else "strong")
                shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
                shown.setAccessibleName(f"{team.name}, {criterion.name}: {shown.text()}")
                self._grid.addWidget(shown, line, column)
        else:
            why = Label(" · ".join(filter(None, (sign.word, ballot.reason))), "muted", wrap=True)
            self._grid.addWidget(why, line, _FIRST, 1, len(criteria))
        if not fixed:
            self._grid.addWidget(self._button(team, ballot.state), line, _BUTTON if self._narrow else last)

    def _button(self, team: Contestant, state: BallotState) -> Button:
        again = state is BallotState.COMPLETE
        wish = self.changing if again else self.opened
        button = Button(_("Change") if again else _("Open"), partial(wish.emit, team.id), size="small")
        button.setAccessibleName(f"{button.text()}: {team.name}")
        self.change_buttons[team.id] = button
        return button
