"""A page of several parts that take turns: Teams, Check-in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut

from hackdesk.language import N_
from ui.desk import Desk
from ui.page import Page
from ui.panel import Panel
from ui.text import _
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Beside the page's title.
_GAP = 20
_KEYS = (("Ctrl+PgDown", N_("the next part of this page; Ctrl Page Up the one before")),)


class PanelPage(Page):
    """Beside the title stands a switch of the `panels`; at the right what the panel shown puts there, its
    `title_buttons`. A subclass calls `begin` with the panel it opens with; the others are made when they are
    first wanted. The help shows the keys of the page and of the panel shown.

    panels: {name: (title, "module:Class")}, the one it opens with first.
    """

    panels: Mapping[str, tuple[str, str]] = {}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[str, Panel] = {}
        self._narrow, self._shown = False, next(iter(self.panels))
        self.switch = Switch([(name, _(title)) for name, (title, _where) in self.panels.items()], _("Show"))
        self.switch.chosen.connect(self.show_panel)
        self.title_line.insertWidget(1, self.switch, 1)
        self.title_line.insertSpacing(1, _GAP)
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(self._next)
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(self._previous)

    def begin(self, panel: Panel) -> None:
        """Open with this one."""
        self._take_in(self._shown, panel)
        self.setFocusProxy(panel)
        self._tell_keys()

    @property
    def panel(self) -> Panel:
        """The panel that is shown."""
        return self._made[self._shown]

    def _take_in(self, name: str, panel: Panel) -> None:
        self._made[name] = panel
        # Not a stack: that would be as high as the highest of them, and a short one would lie below the fold.
        self.body.addWidget(panel, 1)
        if panel.title_buttons is not None:
            self.actions_line.addWidget(panel.title_buttons)

    def _tell_keys(self) -> None:
        self.keys = (*type(self).keys, *self.panel.keys, *_KEYS)

    def show_panel(self, name: str) -> None:
        """Show a panel and read it."""
        if name not in self._made:
            module, kind = self.panels[name][1].split(":")
            self._take_in(name, getattr(import_module(module), kind)(self))
            self._made[name].shrink(narrow=self._narrow)
        self._shown = name
        self._tell_keys()
        self.switch.choose(name)
        for panel in sorted(self._made.values(), key=lambda panel: panel is self.panel):  # hide first, then show
            panel.setVisible(panel is self.panel)
            if panel.title_buttons is not None:
                panel.title_buttons.setVisible(panel is self.panel)
        self.setFocusProxy(self.panel)
        self.panel.setFocus()
        self.refresh()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        names = list(self.panels)
        self.show_panel(names[(names.index(self._shown) + step) % len(names)])

    def select(self, subject: Any) -> None:
        """A panel by its name, a panel and what to bring into view there, or what the first panel shows."""
        name, there = subject if isinstance(subject, tuple) and len(subject) == 2 else (subject, None)
        if not (isinstance(name, str) and name in self.panels):
            name, there = next(iter(self.panels)), subject
        self.show_panel(name)
        if there is not None:
            self.panel.select(there)

    def leave(self) -> None:
        for panel in self._made.values():
            panel.leave()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for panel in self._made.values():
            panel.shrink(narrow=narrow)

    def read(self, event: Event) -> tuple[Panel, Any]:
        shown = self.panel
        return shown, shown.read(event)

    def display(self, answer: tuple[Panel, Any]) -> None:
        shown, read = answer
        shown.display(read)
