"""The After page: what remains when the hall is empty."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.after.due_panel import DuePanel
from ui.panels import PanelPage


class AfterPage(PanelPage):
    """What is due when the file is opened again is what stands here first."""

    name = "after"
    title = N_("After")
    concerns = frozenset(
        {
            "settings", "teams", "memberships", "people", "commitments", "ballots", "jurors", "mentors",
            "mentor_visits", "released_notes", "erasures", "consents", "calls", "meal_ticks", "imports", "pairs",
            "incidents", "duties", "juror_access", "hall_votes", "contacts", "partner_promises", "topics",
            "topic_outcomes", "form_answers", "stakeholder_groups", "awards", "awards_given", "revisions",
            "attendance", "announcements", "criteria", "pictures",
        }
    )  # fmt: skip
    panels = {
        "due": (N_("Due"), "ui.pages.after.due_panel:DuePanel"),
        "teams": (N_("Teams"), "ui.pages.after.teams_panel:TeamsPanel"),
        "contacts": (N_("Contacts"), "ui.pages.after.contacts_panel:ContactsPanel"),
        "partners": (N_("Partners"), "ui.pages.after.partners_panel:PartnersPanel"),
        "topics": (N_("Topics"), "ui.pages.after.topics_panel:TopicsPanel"),
        "voices": (N_("What people said"), "ui.pages.after.voices_panel:VoicesPanel"),
        "report": (N_("Report"), "ui.pages.after.report_panel:ReportPanel"),
        "privacy": (N_("Privacy"), "ui.pages.after.privacy_panel:PrivacyPanel"),
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.begin(DuePanel(self))

    def select(self, subject: Any) -> None:
        """A panel; or the id of a team."""
        super().select(("teams", subject) if isinstance(subject, UUID) else subject)
