"""Teams: who sits where, and what that is worked out from."""

from __future__ import annotations

from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.teams.board_panel import BoardPanel
from ui.panels import PanelPage


class TeamsPage(PanelPage):
    """The board is what stands here first."""

    name = "teams"
    title = N_("Teams")
    concerns = frozenset(
        {
            "topics", "topic_wordings", "teams", "memberships", "people", "attendance", "stakeholder_groups",
            "settings", "pairs", "interest", "proposals", "announcements", "checkpoints",
        }
    )  # fmt: skip
    panels = {
        "board": (N_("Board"), "ui.pages.teams.board_panel:BoardPanel"),
        "market": (N_("Market"), "ui.pages.teams.market_panel:MarketPanel"),
        "feet": (N_("By feet"), "ui.pages.teams.feet_panel:FeetPanel"),
        "proposals": (N_("Proposals"), "ui.pages.teams.proposals_panel:ProposalsPanel"),
        "announce": (N_("Announce"), "ui.pages.teams.announce_panel:AnnouncePanel"),
        "cards": (N_("Cards"), "ui.pages.teams.cards_panel:CardsPanel"),
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = BoardPanel(self)
        self.begin(self.board)
