"""Prepare: everything that is set before the doors open."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from hackdesk.language import N_
from ui import theme
from ui.desk import Desk
from ui.inputs import ChoiceInput
from ui.page import Page
from ui.pages.prepare.section_list import SectionList
from ui.pages.prepare.sections import SECTIONS, Readiness, readiness
from ui.panel import Panel
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class PreparePage(Page):
    """Sections at the left, the chosen one beside them; each is made when it is first wanted."""

    name = "prepare"
    title = N_("Prepare")
    concerns = frozenset(
        {
            "settings", "people", "consents", "imports", "stakeholder_groups", "topics", "topic_wordings", "teams",
            "programme_items", "meals", "pictures", "criteria", "jurors", "awards", "ballots",
            "revisions", "targets", "calls", "juror_access", "memberships", "mentors", "mentor_visits",
            "finalists",
        }
    )  # fmt: skip
    keys = (
        ("Ctrl+N", N_("a new topic, programme item, meal, criterion, juror or award")),
        ("Alt+Right", N_("the next step of a list; Alt Left goes back")),
        ("Alt+Up", N_("move the chosen one up; Alt Down moves it down")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._panels: dict[str, Panel] = {}
        self.sections, self._stack_of_panels = SectionList(), QStackedWidget()
        self.picker = ChoiceInput([(name, _(title)) for name, (title, _where) in SECTIONS.items()])
        self.picker.setAccessibleName(_("Section"))
        self.picker.setMinimumWidth(230)
        self.picker.finished.connect(self._pick)
        self.actions_line.addWidget(self.picker)
        self.sections.chosen.connect(self.show_section)
        self._narrow = False
        self.shrink(narrow=False)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(self.sections)
        line.addWidget(self._stack_of_panels, 1)
        self.body.addLayout(line, 1)
        self._section = "event"
        self.show_section("event")

    @property
    def panel(self) -> Panel:
        """The section that is shown."""
        return self._panels[self._section]

    def select(self, subject: Any) -> None:
        if subject in SECTIONS:
            self.show_section(subject)

    def show_section(self, name: str) -> None:
        """Show a section and read it."""
        if name not in self._panels:
            module, kind = SECTIONS[name][1].split(":")
            self._panels[name] = getattr(import_module(module), kind)(self)
            self._stack_of_panels.addWidget(self._panels[name])
            self._panels[name].shrink(narrow=self._narrow)
        self._section = name
        self.sections.choose(name)
        self.picker.show_value(name)
        self._stack_of_panels.setCurrentWidget(self._panels[name])
        self.setFocusProxy(self._panels[name])
        self.refresh()

    def leave(self) -> None:
        for panel in self._panels.values():
            panel.leave()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.sections.setVisible(not narrow)
        self.picker.setVisible(narrow)
        for panel in self._panels.values():
            panel.shrink(narrow=narrow)

    def _pick(self) -> None:
        self.show_section(self.picker.value())

    def read(self, event: Event) -> tuple[Panel, Any, dict[str, Readiness]]:
        shown = self.panel
        return shown, shown.read(event), readiness(event)

    def display(self, answer: tuple[Panel, Any, dict[str, Readiness]]) -> None:
        shown, read, ready = answer
        shown.display(read)
        self.sections.show_readiness(ready)
