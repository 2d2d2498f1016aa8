"""Check-in: the desk at the door, and the other lists of the day."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from hackdesk.language import N_
from ui.desk import Desk
from ui.page import Page
from ui.pages.check_in.door_panel import DoorPanel
from ui.panel import Panel
from ui.text import _
from ui.widgets.picker import Picker
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: {name: (title, "module:Class")}; all but the first are imported when they are first wanted.
PANELS = {
    "door": (N_("Door"), "ui.pages.check_in.door_panel:DoorPanel"),
    "missing": (N_("Missing"), "ui.pages.check_in.missing_panel:MissingPanel"),
    "days": (N_("Days"), "ui.pages.check_in.days_panel:DaysPanel"),
    "meals": (N_("Meals"), "ui.pages.check_in.meals_panel:MealsPanel"),
}


class CheckInPage(Page):
    """The door is what stands here; the other panels are made when they are first wanted."""

    name = "check_in"
    title = N_("Check-in")
    concerns = frozenset(
        {
            "people", "consents", "attendance", "stakeholder_groups", "settings", "meals", "meal_ticks",
            "blank_badges", "calls", "topics", "topic_wordings", "memberships", "jurors",
        }
    )  # fmt: skip
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
        self._panels: dict[str, Panel] = {"door": self.door}
        self._narrow = False
        self._shown = "door"
        self.segments = Segments([(name, _(title)) for name, (title, _where) in PANELS.items()], _("Show"))
        self.segments.chosen.connect(self.show_panel)
        self.actions_line.addWidget(self.door.sound)
        # Four words and the sound find no room beside the title of a narrow window.
        self.picker = Picker(_("Show"))
        self.picker.offer([(name, _(title)) for name, (title, _where) in PANELS.items()], "door")
        self.picker.chosen.connect(self.show_panel)
        self.picker.hide()
        for switch in (self.segments, self.picker):
            self.actions_line.addWidget(switch)
        self._stack_of_panels = QStackedWidget()
        self._stack_of_panels.addWidget(self.door)
        self.body.addWidget(self._stack_of_panels, 1)
        self.setFocusProxy(self.door)

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self._panels[self._shown]

    def show_panel(self, name: str) -> None:
        """Show a panel and read it."""
        if name not in self._panels:
            module, kind = PANELS[name][1].split(":")
            self._panels[name] = getattr(import_module(module), kind)(self)
            self._stack_of_panels.addWidget(self._panels[name])
            self._panels[name].shrink(narrow=self._narrow)
        self._shown = name
        self.segments.choose(name)
        self.picker.pick(name)
        self._stack_of_panels.setCurrentWidget(self._panels[name])
        self.setFocusProxy(self._panels[name])
        self._panels[name].setFocus()
        self.refresh()

    def show_missing(self, topic_id: UUID | None) -> None:
        """Show who is not here yet, for one topic or for all."""
        self.show_panel("missing")
        self.panel.select(topic_id)

    def select(self, subject: Any) -> None:
        if subject in PANELS:
            self.show_panel(subject)
            return
        self.show_panel("door")
        self.door.select(subject)

    def leave(self) -> None:
        for panel in self._panels.values():
            panel.leave()

    def undo(self) -> None:
        if not (self._shown == "door" and self.door.take_back_fresh()):
            super().undo()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.segments.setVisible(not narrow)
        self.picker.setVisible(narrow)
        for panel in self._panels.values():
            panel.shrink(narrow=narrow)

    def read(self, event: Event) -> tuple[Panel, Any]:
        shown = self.panel
        return shown, shown.read(event)

    def display(self, answer: tuple[Panel, Any]) -> None:
        shown, read = answer
        shown.display(read)
