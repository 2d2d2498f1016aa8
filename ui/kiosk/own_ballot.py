"""A juror's ballot on their own screen: the house's form, and what only they do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from hackdesk.language import N_
from ui.ballot.ballot_form import BallotForm
from ui.kiosk.reading import Seen
from ui.page import Page
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments

CLOSED = N_("The round is closed; ballots are not changed any more.")


class OwnBallot(BallotForm):
    """locking: the juror is done for now. looked_through: all own marks are wanted."""

    locking = Signal()
    looked_through = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page, own=True)
        self._narrow = False
        self._pitch = Label("", "second")
        self._pitch.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.saved.lines.addWidget(self._pitch)
        self.lock_button = Button(_("Lock my screen"), self.locking.emit, size="tall", sign="lock")
        self.all_marks_button = Button(_("All my marks"), self.looked_through.emit, kind="plain")
        self.set_aside_button.set_kind("plain")
        for button in (self.all_marks_button, self.set_aside_button):
            self.side.lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.insertWidget(self.buttons.indexOf(self.hand_in_button), self.lock_button)
        self.parts = Segments((("marks", _("Marks")), ("side", _("Note and list"))), _("Show"))
        self.parts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.parts.chosen.connect(self._show_part)
        self.parts.hide()
        self._side_area = Scroll(self.side)
        self._middle.addWidget(self._side_area)
        self.head.insertWidget(1, self.parts, 0, Qt.AlignmentFlag.AlignTop)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._stop_asking)

    def show_seen(self, seen: Seen, team_id: object) -> None:
        """Show the juror's ballot for a team."""
        assert seen.own is not None and seen.juror is not None
        team = next(team for team in seen.own.judging.active if team.id == team_id)
        self.show_ballot(seen.own, seen.juror, team, locked=_(CLOSED) if seen.closed else "")
        self._pitch.setText(_pitch_words(seen, team_id))
        self._pitch.setVisible(bool(self._pitch.text()))

    def shrink(self, *, narrow: bool) -> None:
        """A narrow screen shows the marks or what stands beside them, in turn; handing in stays where it is."""
        self._narrow = narrow
        self.parts.setVisible(narrow)
        self.side.shrink(narrow=narrow)
        self._side_area.setMinimumWidth(self.side.minimumWidth())
        self._side_area.setMaximumWidth(self.side.maximumWidth())
        for label in (self._whose, self._left):
            label.setWordWrap(narrow)
        self.hand_in_button.show_key(not narrow)
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight)
        for button, scale in ((self.hand_in_button, "big"), (self.lock_button, "tall"), (self._back, "tall"),
                              (self.take_back_button, "tall")):  # fmt: skip
            button.setProperty("scale", "" if narrow else scale)
            button.style().unpolish(button)
            button.style().polish(button)
        self._team_name.say_as(self._team_name.text(), "card-title" if narrow else "name")
        self._show_part(self.parts.current)

    def begin(self) -> None:
        """Put the keyboard where marking goes on."""
        self.parts.choose("marks")
        self._show_part("marks")
        self.criteria.begin()

    def _show_part(self, part: str) -> None:
        self.criteria.setVisible(not self._narrow or part == "marks")
        self._side_area.setVisible(not self._narrow or part == "side")

    def _ask_why(self) -> None:
        self.flush()  # while the reason is typed, so that the ballot is on disk as it is then
        super()._ask_why()
        self.set_aside_button.hide()

    def _stop_asking(self) -> None:
        super()._stop_asking()
        if self._keeper is not None:
            self._show_state()


def _pitch_words(seen: Seen, team_id: object) -> str:
    pitched = seen.pitched
    if pitched is None or pitched.team_id != team_id:
        return ""
    if pitched.minutes is None:
        return _("Pitching now")
    if pitched.minutes == 0:
        return _("Pitch just ended")
    return _("Pitch ended {minutes} min ago", minutes=pitched.minutes)
