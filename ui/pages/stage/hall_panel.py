"""The projector: what the hall sees, what it sees next, the steps prepared for it and what is said to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.agenda.cues import next_cue, stage_with
from hackdesk.clock import Moment
from hackdesk.language import N_
from ui import theme
from ui.pages.stage.cues_card import CuesCard
from ui.pages.stage.hall_cards import PreviewCard, ViewCard
from ui.pages.stage.script_card import ScriptCard
from ui.pages.stage.stage_panel import StagePanel
from ui.pages.stage.view_names import cue_name
from ui.projector.frames import frame
from ui.projector.hall import HallView
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage


class ComingCard(Card):
    """What the hall sees once the next step is shown."""

    def __init__(self, shape: float) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)
        self.view = HallView(shape)
        self.view.setAccessibleName(_("What the hall sees next"))
        self.view.setMinimumSize(140, 80)
        self.said = Label("", "second", wrap=True)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.said)


class HallPanel(StagePanel):
    """The list at the left; at the right two small pictures, what is said, and the choice of what is shown."""

    keys = (
        ("Ctrl+Enter, N", N_("Show the next prepared step")),
        ("Alt+Left", N_("Show again what the hall saw before")),
        ("Alt+1 … Alt+0", N_("Show something else on the projector")),
        ("Alt+Up", N_("Move a step up")),
    )

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.cues, self.script = CuesCard(), ScriptCard()
        self.preview, self.coming = PreviewCard(page.projector), ComingCard(page.projector.shape)
        self.views = ViewCard()
        self._lay_out()
        self._connect()
        page.projector.changed.connect(self._show_shape)
        self.setFocusProxy(self.cues)

    def _lay_out(self) -> None:
        pictures = self._pictures = QHBoxLayout()
        pictures.setSpacing(theme.GAP)
        pictures.addWidget(self.preview, 1)
        pictures.addWidget(self.coming, 1)
        side = QWidget()
        side.setProperty("role", "scrolled")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.GAP)
        right.addWidget(self.script)
        right.addLayout(pictures, 1)
        right.addWidget(self.views)
        self._side = side
        whole = self._sides = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GAP)
        whole.addWidget(self.cues, 48)
        whole.addWidget(Scroll(side), 52)

    def shrink(self, *, narrow: bool) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._sides.setDirection(down if narrow else across)
        self.cues.setMinimumHeight(360 if narrow else 0)
        self._side.setMinimumHeight(self._side.sizeHint().height() if narrow else 0)

    def _connect(self) -> None:
        hall = self.stage.hall
        hall.serve(self.views)
        self.script.reveal_wanted.connect(hall.reveal)
        self.cues.show_wanted.connect(hall.show_cue)
        self.cues.move_wanted.connect(hall.move)
        self.cues.remove_wanted.connect(hall.remove)
        self.cues.suggest_wanted.connect(hall.suggest)
        self.cues.add_wanted.connect(hall.add)
        self.cues.edit_wanted.connect(hall.edit)

    def read(self, event: Event) -> None:
        """Everything it shows is the page's."""

    def display(self, answer: None) -> None:
        self.show_stage()
        self.tick(self.stage.moment)

    def show_stage(self) -> None:
        showing, cues = self.stage.showing, self.stage.cues
        settings = showing.settings
        tongues = tuple(dict.fromkeys((settings.language, *settings.hall_languages)))
        self.cues.show_cues(cues, showing.stage, tongues)
        self.views.show_stage(showing)
        self.views.cues.show_cues(cues, showing.stage)
        self.script.show_script(showing)

    def tick(self, moment: Moment) -> None:
        self.preview.view.show_frame(self.stage.frame(moment))
        showing = self.stage.showing
        coming = next_cue(self.stage.cues, showing.stage.cue_id)
        self.coming.setVisible(coming is not None)
        if coming is not None:
            self.coming.said.setText(_("Next: {what}", what=cue_name(coming)))
            self.coming.view.show_frame(frame(replace(showing, stage=stage_with(showing.stage, coming)), moment))

    def _show_shape(self) -> None:
        self.coming.view.set_shape(self.stage.projector.shape)
