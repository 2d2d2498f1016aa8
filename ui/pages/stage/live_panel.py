"""What runs now: the timer, what the hall sees, the programme as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.clock import Moment
from hackdesk.language import N_
from ui import theme
from ui.pages.stage.hall_cards import PreviewCard, ViewCard
from ui.pages.stage.keys import KEYS, StageKeys
from ui.pages.stage.programme_card import ProgrammeCard
from ui.pages.stage.stage_panel import StagePanel
from ui.pages.stage.timer_card import TimerCard

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage


class LivePanel(StagePanel):
    """The timer above what the hall sees, the programme beside them."""

    keys = (
        *KEYS,
        ("Ctrl+Enter, N", N_("Show the next prepared step")),
        ("Alt+Left", N_("Show again what the hall saw before")),
        ("Alt+1 … Alt+0", N_("Show something else on the projector")),
    )

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.programme, self.timer = ProgrammeCard(), TimerCard()
        self.preview, self.views = PreviewCard(page.projector), ViewCard(compact=True)
        self._lay_out()
        self._connect()
        self.stage_keys = StageKeys(page, self)
        self.setFocusProxy(self.timer.run_button)

    def _lay_out(self) -> None:
        below = self._below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(self.preview, 3)
        below.addWidget(self.views, 7)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.timer, 1)
        right.addLayout(below)
        whole = self._sides = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GAP)
        whole.addWidget(self.programme, 39)
        whole.addLayout(right, 61)

    def shrink(self, *, narrow: bool) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(QBoxLayout.Direction.BottomToTop if narrow else across)
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if narrow else across)
        self.programme.setMinimumHeight(420 if narrow else 0)
        self.preview.view.setMinimumHeight(200 if narrow else 0)
        self.timer.shrink(narrow=narrow)

    def _connect(self) -> None:
        steer = self.stage.steering
        self.programme.start_wanted.connect(steer.start_item)
        self.programme.end_wanted.connect(steer.end_item)
        self.programme.shift_wanted.connect(steer.shift)
        self.programme.plan_wanted.connect(self._plan)
        self.timer.run_wanted.connect(self.stage.start_or_pause)
        self.timer.time_wanted.connect(steer.add_time)
        self.timer.next_wanted.connect(self.stage.next_phase)
        self.timer.previous_wanted.connect(self.stage.previous_team)
        self.timer.restart_wanted.connect(steer.restart)
        self.timer.form.wanted.connect(self._set_timer)
        self.stage.hall.serve(self.views)
        self.views.script_wanted.connect(self._show_script)

    def read(self, event: Event) -> tuple[ProgrammeItem, ...]:
        return programme(event)

    def display(self, answer: tuple[ProgrammeItem, ...]) -> None:
        showing, moment = self.stage.showing, self.stage.moment
        self.programme.show_programme(answer, showing, moment.utc)
        self.timer.show_timer(showing)
        self.show_stage()
        self.tick(moment)

    def show_stage(self) -> None:
        self.views.show_stage(self.stage.showing)
        self.views.cues.show_cues(self.stage.cues, self.stage.showing.stage)

    def tick(self, moment: Moment) -> None:
        self.timer.tick(moment)
        self.programme.tick(moment.utc)
        self.preview.view.show_frame(self.stage.frame(moment))

    def _show_script(self) -> None:
        self.stage.show_panel("hall")

    def event(self, event: QEvent) -> bool:
        # Asked before a shortcut takes a key away from whatever has the focus.
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        event.setAccepted(self.stage_keys.belongs_to_focus(event))
        return event.isAccepted()

    def _set_timer(self, way: str, typed: str, label: str) -> None:
        self.stage.steering.set_timer_as(way, typed, label, self.timer.form.clear)

    def _plan(self) -> None:
        self.page.wants.emit("prepare", "programme")
