"""Who is asked how it goes, and what they said: one, three and six months after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import SOON, Contact
from hackdesk.follow_up.aftermath_queries import contacts, today_of
from hackdesk.follow_up.queries import commitments
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import LongInput, TextInput
from ui.page import Page
from ui.pages.after.calendar_saving import calendar_button
from ui.pages.after.day_input import TypedDayInput
from ui.pages.after.kept_list import KeptList
from ui.pages.after.typed_day import shown_day
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How long after today one more contact is planned; its day can be typed over at once.
_LATER = timedelta(days=30)


@dataclass(frozen=True)
class ContactsNow:
    """What the panel reads. without: so many teams have no contact planned; teams: how many there are."""

    contacts: tuple[Contact, ...]
    without: int
    teams: int
    today: date
    ends_on: date


class ContactsPanel(Panel):
    """By day; what was said is typed beside the list."""

    keys = (
        ("Space", N_("The team was asked today; once more: it was not")),
        ("Enter", N_("Type who asked whom, and what was said")),
        ("Delete", N_("Remove the chosen contact")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._today, self._teams = date.today(), 0
        self.empty = EmptyState(
            _("No contacts are planned"),
            _("Each team is asked how it goes one, three and six months after. One press plans the days."),
            _("Plan the contacts"), self._begin,
        )  # fmt: skip
        self.list = KeptList(
            page, _("Contacts"),
            (
                Column(N_("Day"), lambda one: words.day(one.due_on, "medium"), width=140),
                Column(N_("Team"), lambda one: one.team, strong=True),
                Column("", lambda one: "", pill=self._sign, right=True, width=184),
            ),
            (
                Entry("due_on", N_("Ask on"), lambda: TypedDayInput(needed=True), "", 3),
                Entry("done_on", N_("Asked on"), TypedDayInput, N_("Empty: not yet"), 3),
                Entry("who", N_("Who asked whom"), TextInput),
                Entry("note", N_("What was said"), lambda: LongInput(6)),
            ),
            self.empty, lambda one: one.id,
        )  # fmt: skip
        self.list.latest, self.list.change, self.list.told = contacts, _keep, self._tell
        self.list.otherwise = self.empty.button
        self.list.begin_with = "who"
        self.plan_button = Button("", self._plan, kind="primary")
        self.calendar_button = calendar_button(page)
        self.asked_button = Button(_("Asked today"), self._ask, sign="check")
        self.more_button = Button(_("One more with this team"), self._add, kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        for button in (self.plan_button, self.calendar_button):
            self.list.left.head.addWidget(button)
        self.list.right.body.addLayout(row(self.asked_button, self.more_button, self.remove_button))
        self.list.on_key("Space", self._ask)
        self.list.on_key("Delete", self._remove)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.list)
        self.setFocusProxy(self.list)

    def shrink(self, *, narrow: bool) -> None:
        self.list.shrink(narrow=narrow)

    def read(self, event: Event) -> ContactsNow:
        found, teams = contacts(event), [team.team_id for team in commitments(event)]
        asked = {one.team_id for one in found}
        without = sum(team not in asked for team in teams)
        return ContactsNow(found, without, len(teams), today_of(event), settings_of(event).ends_on)

    def display(self, answer: ContactsNow) -> None:
        self._today = answer.today
        for name in ("due_on", "done_on"):
            made = self.list.form.fields[name].input
            assert isinstance(made, TypedDayInput)
            made.after = answer.ends_on
        some = bool(answer.contacts)
        self.calendar_button.setVisible(some)
        self.plan_button.setText(many("Plan {count} more team", "Plan {count} more teams", answer.without))
        self.plan_button.setVisible(some and bool(answer.without))
        self._teams = answer.teams
        if answer.teams:
            self.empty.name(
                _("No contacts are planned"),
                _("Each team is asked how it goes one, three and six months after. One press plans the days."),
            )
        else:
            self.empty.name(_("No teams yet"), _("Once there are teams, each is asked later how it goes."))
        self.empty.button.setText(_("Plan the contacts") if answer.teams else _("Form the teams"))
        self.list.show_rows(answer.contacts)

    def select(self, subject: Any) -> None:
        """subject: the id of a contact."""
        self.list.bring(subject)

    def _sign(self, one: Contact) -> tuple[str, str]:
        if one.done_on is not None:
            return "✓ " + _("asked {day}", day=shown_day(one.done_on)), "accent"
        if one.due_on < self._today:
            return "! " + _("overdue"), "warn"
        return (_("this week"), "info") if one.due_on <= self._today + SOON else (_("planned"), "plain")

    def _tell(self, one: Contact | None) -> None:
        self.list.right.title.setText(one.team if one else "")
        self.asked_button.setText(_("Not asked yet") if one and one.done_on else _("Asked today"))

    # --- what is pressed ----------------------------------------------------------------------

    def _begin(self) -> None:
        if self._teams:
            self._plan()
        else:
            self.page.wants.emit("teams", None)

    def _plan(self) -> None:
        self.page.do(
            actions.plan_contacts, lambda count: many("{count} contact planned", "{count} contacts planned", count)
        )

    def _ask(self) -> None:
        one: Contact | None = self.list.current
        if one is None:
            return
        day = None if one.done_on else self._today
        said = _("{team} was asked", team=one.team) if day else _("{team} is not asked yet", team=one.team)
        self.list.set("done_on", day, said)
        if day:
            self.list.type_into("who")

    def _add(self) -> None:
        one: Contact | None = self.list.current
        if one is not None:
            day = self._today + _LATER
            self.page.do(partial(actions.add_contact, team_id=one.team_id, due_on=day), self._bring)

    def _bring(self, contact: UUID) -> str:
        self.list.bring(contact)
        self.list.type_into("due_on")
        return _("One more contact is planned")

    def _remove(self) -> None:
        one: Contact | None = self.list.current
        if one is not None:
            self.list.take_out(_remove, _("Removed: {name}", name=one.team))


def _keep(event: Event, new: Contact, seen: Contact) -> None:
    if new.done_on is not None and new.done_on > today_of(event):
        raise HackDeskError(
            N_("This day is still to come."), remedy=N_("Write the day on which the team was asked.")
        )
    actions.keep_contact(event, new, seen=seen.version)


def _remove(event: Event, seen: Contact) -> None:
    actions.remove_contact(event, seen.id, seen=seen.version)
