"""The After page: what remains when the hall is empty."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.after.teams_panel import TeamsPanel
from ui.panels import PanelPage


class AfterPage(PanelPage):
    """Each team with what it promised is what stands here first."""

    name = "after"
    title = N_("After")
    concerns = frozenset(
        {
            "settings", "teams", "memberships", "people", "commitments", "ballots", "jurors", "mentors",
            "mentor_visits", "released_notes", "erasures", "consents", "calls", "meal_ticks", "imports", "pairs",
            "incidents", "duties", "juror_access", "hall_votes", "attendance", "stakeholder_groups", "topics",
            "announcements", "revisions", "criteria", "pictures", "topic_outcomes", "partner_promises", "contacts",
            "form_answers",
        }
    )  # fmt: skip
    panels = {
        "teams": (N_("Teams"), "ui.pages.after.teams_panel:TeamsPanel"),
        "report": (N_("Report"), "ui.pages.after.report_panel:ReportPanel"),
        "privacy": (N_("Privacy"), "ui.pages.after.privacy_panel:PrivacyPanel"),
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.teams = TeamsPanel(self)
        self.begin(self.teams)

    def select(self, subject: Any) -> None:
        """A panel; or the id of a team."""
        super().select(("teams", subject) if isinstance(subject, UUID) else subject)
