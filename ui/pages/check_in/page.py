"""Check-in: the desk at the door, and the other lists of the day."""

from __future__ import annotations

from uuid import UUID

from hackdesk.language import N_
from ui.desk import Desk
from ui.pages.check_in.door_panel import DoorPanel
from ui.panels import PanelPage


class CheckInPage(PanelPage):
    """The door is what stands here first."""

    name = "check_in"
    title = N_("Check-in")
    concerns = frozenset(
        {
            "people", "consents", "attendance", "stakeholder_groups", "settings", "meals", "meal_ticks",
            "blank_badges", "calls", "topics", "topic_wordings", "memberships", "jurors",
        }
    )  # fmt: skip
    panels = {
        "door": (N_("Door"), "ui.pages.check_in.door_panel:DoorPanel"),
        "missing": (N_("Missing"), "ui.pages.check_in.missing_panel:MissingPanel"),
        "days": (N_("Days"), "ui.pages.check_in.days_panel:DaysPanel"),
        "meals": (N_("Meals"), "ui.pages.check_in.meals_panel:MealsPanel"),
    }
    keys = (
        ("Return", N_("check in the person shown; of several the first Enter chooses")),
        ("Shift+Return", N_("check in without printing the badge")),
        ("Down", N_("choose another one")),
        ("Esc", N_("empty the field")),
        ("F8", N_("use the camera, or switch it off")),
        ("Ctrl+N", N_("take down a walk-in")),
        ("Ctrl+L", N_("the person shown leaves now")),
        ("Ctrl+E", N_("edit the person shown")),
        ("Ctrl+Z", N_("take back the check-in just done")),
        ("Alt+1 … Alt+3", N_("give the first, second or third reply to what the answer asks")),
        ("F9", N_("sound on or off at this desk")),
        ("Ctrl+Return", N_("keep the form and check in")),
        ("Ctrl+Shift+Return", N_("keep the form without checking in")),
        ("Ctrl+T", N_("take the one who is on the list already")),
        ("Ctrl+J", N_("back into the form, or on to one that waits")),
        ("1", N_("not here yet: they are coming; 2 later, 3 not coming, 4 no answer")),
        ("N", N_("not here yet: write what they said")),
        ("Del", N_("not here yet: cancel the registration")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.door = DoorPanel(self)
        self.door.missing_wanted.connect(self.show_missing)
        self.actions_line.addWidget(self.door.sound)
        self.begin(self.door)

    def show_missing(self, topic_id: UUID | None) -> None:
        """Show who is not here yet, for one topic or for all."""
        self.show_panel("missing")
        self.panel.select(topic_id)

    def undo(self) -> None:
        if not (self.panel is self.door and self.door.take_back_fresh()):
            super().undo()
