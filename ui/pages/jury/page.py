"""The Jury page: ballots on every way in, and what the jury decides besides."""

from __future__ import annotations

from typing import Any

from hackdesk.jury.rules import Juror
from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.jury.ballots_panel import BallotsPanel
from ui.panels import PanelPage


class JuryPage(PanelPage):
    """The ballots are what stands here first."""

    name = "jury"
    title = N_("Jury")
    concerns = frozenset(
        {
            "criteria", "jurors", "juror_access", "ballots", "finalists", "teams", "pitches", "revisions",
            "settings", "tie_votes", "mentors", "mentor_visits", "released_notes", "jury_trips", "jury_returns",
            "hall_votes", "attendance", "people", "awards",
        }
    )  # fmt: skip
    panels = {
        "ballots": (N_("Ballots"), "ui.pages.jury.ballots_panel:BallotsPanel"),
        "kiosk": (N_("Juror's screen"), "ui.pages.jury.kiosk_panel:KioskPanel"),
        "phones": (N_("Phones"), "ui.pages.jury.phones_panel:PhonesPanel"),
        "finalists": (N_("Second round"), "ui.pages.jury.finalists_panel:FinalistsPanel"),
        "hall": (N_("Hall's vote"), "ui.pages.jury.hall_panel:HallPanel"),
        "feedback": (N_("Feedback"), "ui.pages.jury.feedback_panel:FeedbackPanel"),
        "elsewhere": (N_("Elsewhere"), "ui.pages.jury.elsewhere_panel:ElsewherePanel"),
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ballots = BallotsPanel(self)
        self.begin(self.ballots)

    def select(self, subject: Any) -> None:
        """A panel; or a juror, whose ballots are wanted; or "paper"."""
        super().select(("ballots", subject) if isinstance(subject, Juror) or subject == "paper" else subject)
