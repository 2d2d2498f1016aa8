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
from hackdesk.clock import Clock, Moment
from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.stage.hall_steering import HallSteering
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

#: Milliseconds between two looks at the clock; a second is never shown late by more.
LOOK = 100
#: What another page may ask to be shown in the hall.
_BROUGHT = {View.RESULTS.value, View.TEAMS.value, View.PEOPLE.value, View.MOVED.value}
#: What parts of the page show besides; the hall does not hear of it.
_OWN = frozenset(
    {"mentors", "mentor_themes", "mentor_rounds", "mentor_visits", "checkpoints", "incidents", "duties"}
)
#: The sounds of the bells, in resources/sounds.
SOON_BELL, END_BELL = "bell-one-minute", "bell-zero"


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
        "mentors": (N_("Mentors"), "ui.pages.stage.mentors_panel:MentorsPanel"),
        "notes": (N_("Notes"), "ui.pages.stage.notes_panel:NotesPanel"),
    }
    keys = (
        ("Space", N_("Start or pause the timer")),
        ("Enter", N_("Press the button that has the focus")),
        ("Ctrl+I", N_("Write a private note")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now: StageNow | None = None
        self._seconds: float | None = None
        self.projector, self.steering, self.hall = Projector(self), Steering(self), HallSteering(self)
        bells = (_("Bell at 1:00 and 0:00 · sound on"), _("Bell at 1:00 and 0:00 · sound off"))
        self.sound_button = SoundButton(bells)
        self.actions_line.addWidget(self.sound_button)
        self.projector.window.spaced.connect(self.start_or_pause)
        self.live = LivePanel(self)
        self.begin(self.live)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self._write_note)
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

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
        return frame(self.showing, moment)

    def select(self, subject: Any) -> None:
        """A panel; "results", "teams", "people", "moved" go onto the projector, of results nothing yet."""
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
        self._feed_hall(self.moment)

    def _tick(self) -> None:
        if self._now is None:
            return
        moment = self.moment
        self._feed_hall(moment)
        if self.isVisible() and isinstance(self.panel, StagePanel):
            self.panel.tick(moment)

    def _feed_hall(self, moment: Moment) -> None:
        self._ring(timers.remaining(self.showing.timer, moment))
        if self.projector.shown or self.isVisible():
            self.projector.view.show_frame(self.frame(moment))

    def _ring(self, seconds: float) -> None:
        before, self._seconds = self._seconds, seconds
        if before is not None:
            for at in timers.rung(before, seconds, self.showing.here.warnings):
                self.sound_button.play(SOON_BELL if at else END_BELL)

    # --- what is pressed ----------------------------------------------------------------------

    def start_or_pause(self) -> None:
        """Space: let the timer run, or hold it."""
        if self._now is None or not self.showing.timer.steerable:
            return
        if self.showing.timer.running:
            self.steering.pause()
        else:
            self.steering.start()

    def _write_note(self) -> None:
        self.select(("notes", "write"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            # Space belongs to the timer on this page, so Enter presses buttons.
            focus.click()
        else:
            super().keyPressEvent(event)


def _hall(event: Event) -> StageNow:
    return StageNow(showing(event), event.clock, cues(event))
