"""Teams: who sits where, and what that is worked out from."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from hackdesk.language import N_
from ui.desk import Desk
from ui.page import Page
from ui.pages.teams.board_panel import BoardPanel
from ui.pages.teams.keys import KEYS
from ui.panel import Panel
from ui.text import _
from ui.widgets.picker import Picker
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: {name: (title, "module:Class")}; all but the first are imported when they are first wanted.
PANELS = {
    "board": (N_("Board"), "ui.pages.teams.board_panel:BoardPanel"),
    "market": (N_("Market"), "ui.pages.teams.market_panel:MarketPanel"),
    "feet": (N_("By feet"), "ui.pages.teams.feet_panel:FeetPanel"),
    "proposals": (N_("Proposals"), "ui.pages.teams.proposals_panel:ProposalsPanel"),
    "announce": (N_("Announce"), "ui.pages.teams.announce_panel:AnnouncePanel"),
    "cards": (N_("Cards"), "ui.pages.teams.cards_panel:CardsPanel"),
}
#: Pixels that the page's title takes with the gaps beside it; that the rail and the margins take of the window.
_TITLE, _RAIL = 190, 232


class TeamsPage(Page):
    """The board is what stands here; the other panels are made when they are first wanted."""

    name = "teams"
    title = N_("Teams")
    concerns = frozenset(
        {
            "topics", "topic_wordings", "teams", "memberships", "people", "attendance", "stakeholder_groups",
            "settings", "pairs", "interest", "proposals", "announcements",
        }
    )  # fmt: skip
    keys = KEYS["board"]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._narrow, self._shown = False, "board"
        choices = [(name, _(title)) for name, (title, _where) in PANELS.items()]
        self.segments = Segments(choices, _("Show"))
        self.picker = Picker(_("Show"))
        self.picker.setMinimumContentsLength(18)
        self.picker.offer(choices, "board")
        self.picker.hide()
        for switch in (self.segments, self.picker):
            switch.chosen.connect(self.show_panel)
        self.actions_line.addWidget(self.segments)
        # Beside the title of a narrow window there is room for buttons only.
        self.body.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        self.segments.setVisible(len(PANELS) > 1)
        self._stack_of_panels = QStackedWidget()
        self.body.addWidget(self._stack_of_panels, 1)
        self.board = BoardPanel(self)
        self._panels: dict[str, Panel] = {}
        self._take_in("board", self.board)
        self.setFocusProxy(self.board)

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self._panels[self._shown]

    def _take_in(self, name: str, panel: Panel) -> None:
        self._panels[name] = panel
        self._stack_of_panels.addWidget(panel)
        if panel.title_buttons is not None:
            self.actions_line.addWidget(panel.title_buttons)

    def show_panel(self, name: str) -> None:
        """Show a panel and read it."""
        if name not in self._panels:
            module, kind = PANELS[name][1].split(":")
            self._take_in(name, getattr(import_module(module), kind)(self))
            self._panels[name].shrink(narrow=self._narrow)
        self._shown, self.keys = name, KEYS.get(name, ())
        self.segments.choose(name)
        self.picker.pick(name)
        for panel in self._panels.values():
            if panel.title_buttons is not None:
                panel.title_buttons.setVisible(panel is self.panel)
        self._stack_of_panels.setCurrentWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.setFocus()
        self.refresh()

    def select(self, subject: Any) -> None:
        panel, subject = subject if isinstance(subject, tuple) else (subject, None)
        if panel in PANELS:
            self.show_panel(panel)
            if subject is not None:
                self.panel.select(subject)
            return
        subject = panel
        self.show_panel("board")
        self.board.select(subject)

    def leave(self) -> None:
        for panel in self._panels.values():
            panel.leave()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._fit()
        for panel in self._panels.values():
            panel.shrink(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The parts are picked from a list where their names find no room beside the title and the buttons."""
        sides = [panel.title_buttons for panel in self._panels.values() if panel.title_buttons]
        buttons = max((side.sizeHint().width() for side in sides), default=0)
        needed = self.segments.sizeHint().width() + buttons + _TITLE
        # The page itself is as wide as it needs to be; what is seen of it is the window's.
        picked = self._narrow or needed > self.window().width() - _RAIL
        self.segments.setVisible(not picked and len(PANELS) > 1)
        self.picker.setVisible(picked and len(PANELS) > 1)

    def read(self, event: Event) -> tuple[Panel, Any]:
        shown = self.panel
        return shown, shown.read(event)

    def display(self, answer: tuple[Panel, Any]) -> None:
        shown, read = answer
        shown.display(read)
