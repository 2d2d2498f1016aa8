"""What every part of the Stage is: a panel that also hears the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hackdesk.clock import Moment
from ui.panel import Panel

if TYPE_CHECKING:
    from ui.pages.stage.page import StagePage


class StagePanel(Panel):
    """`page.showing` is what the hall may see, as it was read last; `page.steering` carries out wishes."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.stage = page

    def show_stage(self) -> None:
        """Mark what the hall was just shown, before everything is read again; called while the panel is seen."""

    def tick(self, moment: Moment) -> None:
        """Show what the clock has changed; called while the panel is seen."""
