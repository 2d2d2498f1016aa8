"""The Stage page: one truth for the laptop and the hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from hackdesk.agenda import timer as timers
from hackdesk.agenda.queries import cues
from hackdesk.agenda.rules import Cue, Stage, View
from hackdesk.agenda.typed import bells_text
from hackdesk.clock import Clock, Moment
from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.stage.hall_steering import HallSteering
from ui.pages.stage.keys import BOUNCE, LONG_STEP, STEP, Bounce
from ui.pages.stage.live_panel import LivePanel
from ui.pages.stage.stage_panel import StagePanel
from ui.pages.stage.steering import Steering
from ui.panels import PanelPage
from ui.projector.frames import Frame, frame
from ui.projector.showing import CONCERNS, Showing, showing
from ui.projector.window import Projector
from ui.text import _
from ui.widgets.sound_button import SoundButton

if TYPE_CHECKING:
    from hackdesk.event.journal import Change
    from hackdesk.event.store import Event

#: What another page may ask to be shown in the hall.
_BROUGHT = {View.RESULTS.value, View.TEAMS.value, View.PEOPLE.value, View.MOVED.value}
#: What parts of the page show besides; the hall does not hear of it.
_OWN = frozenset(
    {"mentors", "mentor_themes", "mentor_rounds", "mentor_visits", "checkpoints", "incidents", "duties",
     "pitch_wishes", "interest"}
)
#: The sounds of the bells, in resources/sounds: before the end, at the end, in overtime.
SOON_BELL, END_BELL, OVER_BELL = "bell-soon", "bell-end", "bell-over"


@dataclass(frozen=True)
class StageNow:
    """What is read for the hall, the clock it is shown by, and the steps prepared for it, with private notes."""

    showing: Showing
    clock: Clock
    cues: tuple[Cue, ...] = ()


class StagePage(PanelPage):
    """Feeds the projector and rings the bells, also while another page or another part of this one is seen."""

    name = "stage"
    title = N_("Stage")
    concerns = CONCERNS | _OWN
    panels = {
        "live": (N_("Live"), "ui.pages.stage.live_panel:LivePanel"),
        "hall": (N_("Projector"), "ui.pages.stage.hall_panel:HallPanel"),
        "programme": (N_("Programme"), "ui.programme.panel:ProgrammePanel"),
        "pitches": (N_("Pitches"), "ui.pages.stage.pitches_panel:PitchesPanel"),
        "mentors": (N_("Mentors"), "ui.pages.stage.mentors_panel:MentorsPanel"),
        "notes": (N_("Notes"), "ui.pages.stage.notes_panel:NotesPanel"),
    }
    keys = (
        ("Enter", N_("Press the button that has the focus")),
        ("Ctrl+I", N_("Write a private note")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now: StageNow | None = None
        self._seconds: float | None = None
        self.projector, self.steering, self.hall = Projector(self), Steering(self), HallSteering(self)
        self.sound_button = SoundButton(_bell_words(()))
        self.actions_line.addWidget(self.sound_button)
        self.bounce = Bounce()
        self.live = LivePanel(self)
        self.begin(self.live)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self._write_note)
        self.projector.window.keyed.connect(self.live.stage_keys.press)
        self._framed: tuple[Moment, Showing, Frame] | None = None
        self._clock = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)

    @property
    def showing(self) -> Showing:
        """What the hall may see, as it was read last; a panel asks once it is displayed."""
        assert self._now is not None
        return self._now.showing

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The steps prepared for the projector, as they were read last."""
        return self._now.cues if self._now else ()

    def take_stage(self, stage: Stage) -> None:
        """Show what was just chosen at once, before everything is read again."""
        if self._now is not None:
            self._now = replace(self._now, showing=replace(self.showing, stage=stage))
            if self.isVisible() and isinstance(self.panel, StagePanel):
                self.panel.show_stage()
            self._tick()

    @property
    def moment(self) -> Moment:
        """Now, on the event's clock."""
        assert self._now is not None
        return Moment.now(self._now.clock)

    def frame(self, moment: Moment) -> Frame:
        """The hall's picture at a moment, the same for the projector and for every small one."""
        if self._framed is None or self._framed[0] != moment or self._framed[1] is not self.showing:
            self._framed = (moment, self.showing, frame(self.showing, moment))
        return self._framed[2]

    def select(self, subject: Any) -> None:
        """A panel; "results", "teams", "people", "moved" go onto the projector, of results nothing yet."""
        if subject == View.RESULTS.value:
            self.show_panel("hall")  # what is said at each step stands there
        if subject in _BROUGHT:
            self.hall.show_view(View(subject))
        else:
            super().select(subject)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> Any:
        return _hall(event), super().read(event)

    def display(self, answer: Any) -> None:
        now, of_the_panel = answer
        self._feed(now)
        super().display(of_the_panel)
        self._tick()  # one moment for the hall and for the laptop

    def hear(self, changes: Sequence[Change]) -> None:
        super().hear(changes)
        concerned = any(change.concerns(CONCERNS) for change in changes)
        if concerned and self.projector.shown and not self.isVisible():
            # The hall looks on while the facilitator works on another page.
            self.ask(_hall, self._feed)

    def leave(self) -> None:
        super().leave()
        self._clock.stop()
        self.projector.leave()

    def _feed(self, now: StageNow) -> None:
        if self._now is None or self._now.showing.timer != now.showing.timer:
            self._seconds = None
        self._now = now
        self.sound_button.say(_bell_words(now.showing.here.warnings))
        self._tick()

    def _tick(self) -> None:
        if self._now is None:
            return
        moment = self.moment
        self._feed_hall(moment)
        if self.isVisible() and isinstance(self.panel, StagePanel):
            self.panel.tick(moment)
        # Not every so often: exactly when what is shown changes next, and once a second for the wall's clock.
        self._clock.start(int(timers.next_change(self.showing.timer, moment) * 1000) + 1)

    def _feed_hall(self, moment: Moment) -> None:
        self._ring(timers.remaining(self.showing.timer, moment))
        if self.projector.shown or self.isVisible():
            self.projector.view.show_frame(self.frame(moment))

    def _ring(self, seconds: float) -> None:
        before, self._seconds = self._seconds, seconds
        if before is not None:
            warnings = timers.bells(self.showing.timer, self.showing.here.warnings)
            for at in timers.rung(before, seconds, warnings)[-1:]:
                self.sound_button.play(SOON_BELL if at > 0 else OVER_BELL if at else END_BELL)

    # --- what is pressed ----------------------------------------------------------------------

    def start_or_pause(self) -> None:
        """Space: let the timer run, or hold it."""
        if self._now is None or not self.showing.timer.steerable or self.bounce.again("run", BOUNCE):
            return
        if self.showing.timer.running:
            self.steering.pause()
        else:
            self.steering.start()

    def pause(self) -> None:
        """Hold the timer; one that stands goes on standing."""
        if self._now is not None and self.showing.timer.steerable and self.showing.timer.running:
            self.steering.pause()

    def next_phase(self) -> None:
        """Questions, changeover, the next team. Two presses at once mean one step: in front of the hall a phase
        would be left out.
        """
        if self._now is not None and not self.bounce.again("turn", QApplication.doubleClickInterval()):
            self.steering.next_phase(self.showing.timer)

    def previous_team(self) -> None:
        """Back to the team before."""
        if self._now is not None and not self.bounce.again("turn", QApplication.doubleClickInterval()):
            self.steering.previous_team(self.showing.timer)

    def click_on(self) -> None:
        """A presenter's clicker: on with what the hall looks at."""
        if self._now is not None and not self._clicked(forward=True):
            self.next_phase()

    def click_back(self) -> None:
        """… and back."""
        if self._now is not None and not self._clicked(forward=False):
            self.previous_team()

    def _clicked(self, *, forward: bool) -> bool:
        step = self.hall.step_of_click(forward=forward)
        if step is not None and not self.bounce.again("click", BOUNCE):
            step()
        return step is not None

    def give_time(self) -> None:
        """Half a minute more."""
        self.steering.add_time(STEP)

    def take_time(self) -> None:
        """Half a minute less."""
        self.steering.add_time(-STEP)

    def give_minute(self) -> None:
        """A minute more."""
        self.steering.add_time(LONG_STEP)

    def take_minute(self) -> None:
        """A minute less."""
        self.steering.add_time(-LONG_STEP)

    def set_minutes(self, minutes: int) -> None:
        """A countdown of so many minutes; while something runs, a digit is a slip of the finger."""
        if self._now is not None and self.showing.timer.started is None:
            self.steering.set_timer(minutes * 60)

    def blank(self) -> None:
        """Nothing on the projector, or again what was there."""
        if self._now is not None and not self.bounce.again("blank", BOUNCE):
            if self.showing.stage.view == View.BLANK:
                self.hall.show_before()
            else:
                self.hall.show_view(View.BLANK)

    def _write_note(self) -> None:
        self.select(("notes", "write"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            # Space belongs to the timer on this page, so Enter presses buttons.
            focus.click()
        else:
            super().keyPressEvent(event)


def _bell_words(warnings: tuple[int, ...]) -> tuple[str, str]:
    """What stands on the button of the sound, on and off."""
    if not warnings:
        return _("No bell · sound on"), _("No bell · sound off")
    moments = bells_text(warnings)
    return _("Bell at {moments} · sound on", moments=moments), _("Bell at {moments} · sound off", moments=moments)


def _hall(event: Event) -> StageNow:
    return StageNow(showing(event), event.clock, cues(event))
