"""The Stage page: one truth for the laptop and the hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout

from hackdesk.agenda import timer as timers
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import ProgrammeItem, View
from hackdesk.clock import Clock, Moment
from hackdesk.language import N_, language
from ui import theme
from ui.desk import Desk
from ui.page import Page
from ui.pages.stage.hall_cards import PreviewCard, ViewCard
from ui.pages.stage.programme_card import ProgrammeCard
from ui.pages.stage.steering import Steering
from ui.pages.stage.timer_card import TimerCard
from ui.projector.frames import frame
from ui.projector.showing import CONCERNS, Showing, showing
from ui.projector.window import Projector
from ui.text import _
from ui.widgets.sound_button import SoundButton

if TYPE_CHECKING:
    from hackdesk.event.journal import Change
    from hackdesk.event.store import Event

#: Milliseconds between two looks at the clock; a second is never shown late by more.
LOOK = 100
#: What another page may ask to be shown in the hall.
_BROUGHT = {View.RESULTS.value, View.TEAMS.value, View.PEOPLE.value, View.MOVED.value}
#: The sounds of the bells, in resources/sounds.
SOON_BELL, END_BELL = "bell-one-minute", "bell-zero"


@dataclass(frozen=True)
class StageNow:
    """What the page reads. items: the whole programme; showing: the hall's part."""

    items: tuple[ProgrammeItem, ...]
    showing: Showing
    clock: Clock


class StagePage(Page):
    """Steers the timer and the projector. It goes on feeding the hall while another page is shown."""

    name = "stage"
    title = N_("Stage")
    concerns = CONCERNS
    keys = (
        ("Space", N_("Start or pause the timer")),
        ("Alt+1 … Alt+7", N_("Show something else on the projector")),
        ("Alt+Up", N_("Let a team pitch earlier")),
        ("Enter", N_("Press the button that has the focus")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now: StageNow | None = None
        self._seconds: float | None = None
        self.projector, self.steering = Projector(self), Steering(self)
        self.programme, self.timer = ProgrammeCard(), TimerCard()
        self.preview, self.views = PreviewCard(self.projector), ViewCard()
        bells = (_("Bell at 1:00 and 0:00 · sound on"), _("Bell at 1:00 and 0:00 · sound off"))
        self.sound_button = SoundButton(bells)
        self.actions_line.addWidget(self.sound_button)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.timer.run_button)
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def _lay_out(self) -> None:
        below = self._below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(self.preview, 4)
        below.addWidget(self.views, 6)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.timer, 1)
        right.addLayout(below)
        whole = self._sides = QHBoxLayout()
        whole.setSpacing(theme.GAP)
        whole.addWidget(self.programme, 39)
        whole.addLayout(right, 61)
        self.body.addLayout(whole, 1)

    def shrink(self, *, narrow: bool) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(QBoxLayout.Direction.BottomToTop if narrow else across)
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if narrow else across)
        self.programme.setMinimumHeight(420 if narrow else 0)
        self.preview.view.setMinimumHeight(200 if narrow else 0)
        self.timer.shrink(narrow=narrow)

    def _connect(self) -> None:
        steer = self.steering
        self.programme.start_wanted.connect(steer.start_item)
        self.programme.end_wanted.connect(steer.end_item)
        self.programme.shift_wanted.connect(steer.shift)
        self.programme.plan_wanted.connect(self._plan)
        self.programme.order.draw_wanted.connect(steer.draw)
        self.programme.order.swap_wanted.connect(steer.swap)
        self.programme.order.call_wanted.connect(steer.call)
        self.timer.run_wanted.connect(self.start_or_pause)
        self.timer.time_wanted.connect(steer.add_time)
        self.timer.next_wanted.connect(steer.next_phase)
        self.timer.previous_wanted.connect(steer.previous_team)
        self.timer.restart_wanted.connect(steer.restart)
        self.timer.countdown_wanted.connect(steer.set_timer)
        self.views.view_wanted.connect(steer.show_view)
        self.views.message_wanted.connect(steer.show_message)
        self.views.reveal_wanted.connect(steer.reveal)
        self.projector.window.spaced.connect(self.start_or_pause)

    def select(self, subject: Any) -> None:
        """subject: "results", "teams", "people", "moved" bring that onto the projector, of results nothing yet."""
        if subject in _BROUGHT:
            self.steering.show_view(View(subject))

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> StageNow:
        return StageNow(programme(event), showing(event), event.clock)

    def display(self, answer: StageNow) -> None:
        if self._now is None or self._now.showing.timer != answer.showing.timer:
            self._seconds = None
        self._now = answer
        self.programme.show_programme(answer.items, answer.showing, answer.clock.utc_now())
        self.timer.show_timer(answer.showing)
        self.views.show_stage(answer.showing)
        self._tick()

    def hear(self, changes: Sequence[Change]) -> None:
        super().hear(changes)
        concerned = any(change.concerns(self.concerns) for change in changes)
        if concerned and self.projector.shown and not self.isVisible():
            # The hall looks on while the facilitator works on another page.
            self.ask(self.read, self.display)

    def leave(self) -> None:
        self._clock.stop()
        self.projector.leave()

    def _tick(self) -> None:
        if self._now is None:
            return
        moment = Moment.now(self._now.clock)
        self._ring(timers.remaining(self._now.showing.timer, moment))
        if self.isVisible() or self.projector.shown:
            words = language(self._now.showing.settings.language)
            shown = frame(self._now.showing, moment, words)
            self.projector.view.show_frame(shown)
            self.preview.view.show_frame(shown)
        if self.isVisible():
            self.timer.tick(moment)
            self.programme.tick(moment.utc)

    def _ring(self, seconds: float) -> None:
        before, self._seconds = self._seconds, seconds
        if before is not None and self._now is not None:
            for at in timers.rung(before, seconds, self._now.showing.here.warnings):
                self.sound_button.play(SOON_BELL if at else END_BELL)

    # --- what is pressed ----------------------------------------------------------------------

    def start_or_pause(self) -> None:
        """Space: let the timer run, or hold it."""
        if self._now is None or not self._now.showing.timer.steerable:
            return
        if self._now.showing.timer.running:
            self.steering.pause()
        else:
            self.steering.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            # Space belongs to the timer on this page, so Enter presses buttons.
            focus.click()
        else:
            super().keyPressEvent(event)

    def _plan(self) -> None:
        self.wants.emit("prepare", "programme")
