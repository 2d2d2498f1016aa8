"""The countdown on the laptop and what steers it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from hackdesk.agenda import turns
from hackdesk.agenda.timer import Phase
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from ui.pages.stage.countdown_form import CountdownForm
from ui.pages.stage.keys import LONG_STEP, STEP
from ui.projector.frames import TimerFrame, length_words, timer_frame
from ui.projector.showing import Showing
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.countdown import Countdown
from ui.widgets.flow import Flow
from ui.widgets.label import Label


class TimerCard(Card):
    """run_wanted: start or pause; time_wanted (seconds); the others are named for their buttons."""

    run_wanted = Signal()
    time_wanted = Signal(int)
    next_wanted = Signal()
    previous_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing: Showing | None = None
        self.caption = Label("", "second", wrap=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.countdown = Countdown()
        self.run_button = Button(_("Start"), self.run_wanted.emit, kind="primary", size="big", key="Space")
        self.less_button = Button(_("−{seconds} s", seconds=STEP), self._less, size="big")
        self.more_button = Button(_("+{seconds} s", seconds=STEP), self._more, size="big")
        self.next_button = Button("", self.next_wanted.emit, size="big")
        self.previous_button = Button(_("‹ Previous team"), self.previous_wanted.emit, kind="plain")
        self.restart_button = Button(_("Restart"), self.restart_wanted.emit, kind="plain")
        self.form = CountdownForm()
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.countdown, 1)
        main, second = Flow(gap=10, centred=True), Flow(centred=True)
        for button in (self.run_button, self.less_button, self.more_button, self.next_button):
            main.addWidget(button)
        self.body.addLayout(main)
        for part in (self.previous_button, self.restart_button, self.form):
            second.addWidget(part)
        self.body.addLayout(second)

    def shrink(self, *, narrow: bool) -> None:
        """Smaller buttons beside the main one where the window is narrow."""
        for button in (self.less_button, self.more_button, self.next_button):
            button.setProperty("scale", "" if narrow else "big")
            button.style().unpolish(button)
            button.style().polish(button)

    def show_timer(self, showing: Showing) -> None:
        """Show what the timer is for and what can be done now."""
        self._showing = showing
        running = showing.timer.running
        self.run_button.setText(_("Pause") if running else _("Start"))
        self.run_button.show_sign("pause" if running else "play")
        steerable, over = showing.timer.steerable, showing.timer.phase == Phase.OVER
        for button in (self.run_button, self.less_button, self.more_button, self.restart_button):
            button.setEnabled(steerable)
        waits = showing.timer.waiting is not None
        self.next_button.setText(_("To the round ›") if waits else self._next_word(showing))
        self.next_button.setEnabled(waits or (bool(showing.here.pitches) and not over))
        self.previous_button.setEnabled(bool(showing.here.pitches))

    def tick(self, moment: Moment) -> None:
        """Show what the clock has changed."""
        if self._showing is None:
            return
        shown = timer_frame(self._showing, moment, words)
        if isinstance(shown, TimerFrame):
            parts = (shown.corners.top_left, shown.above, shown.title)
            self.caption.setText(" · ".join(part for part in parts if part))
            self.countdown.show_time(shown.digits, shown.word, shown.tone, shown.left)
        else:
            self.caption.setText(_("All teams have pitched"))
            self.countdown.show_time("–:––", "", "calm", None)

    def _next_word(self, showing: Showing) -> str:
        try:
            then = turns.following(showing.timer, showing.here)
        except HackDeskError:  # no order yet: the button stands still
            return _("First team ›")
        if then.phase == Phase.PITCH:
            return _("Next team ›") if showing.timer.phase.of_a_round else _("First team ›")
        names = {Phase.QUESTIONS: _("Questions ›"), Phase.CHANGEOVER: _("Changeover ›"), Phase.OVER: _("Finish ›")}
        self.next_button.setToolTip(length_words(showing.here.lengths.of(then.phase), words))
        return names[then.phase]

    def _less(self) -> None:
        self.time_wanted.emit(-_step())

    def _more(self) -> None:
        self.time_wanted.emit(_step())


def _step() -> int:
    shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
    return LONG_STEP if shift else STEP
