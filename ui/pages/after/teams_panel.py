"""Each team after the event: who does what by when, and the words it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.event.settings import settings_of
from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import Contact
from hackdesk.follow_up.aftermath_queries import contacts
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import Commitment, CommitmentState, Promise, TeamCommitments
from hackdesk.jury.feedback import Note
from hackdesk.jury.feedback_queries import feedback
from hackdesk.language import N_
from hackdesk.teams.queries import teams
from ui import theme
from ui.page import Page
from ui.pages.after.commitments_card import CommitmentsCard
from ui.pages.after.feedback_card import FeedbackCard
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class AfterNow:
    """What the page reads. notes: {team id: words to it}; names: {team id: its members}; today: in the hall.

    contacts: {team id: when it is asked how it goes}.
    """

    teams: tuple[TeamCommitments, ...]
    notes: Mapping[UUID, tuple[Note, ...]]
    names: Mapping[UUID, tuple[str, ...]]
    today: date
    contacts: Mapping[UUID, tuple[Contact, ...]]


class TeamsPanel(Panel):
    """Teams at the left; commitments and feedback of the chosen one beside them."""

    keys = (
        ("Enter", N_("Add the commitment that is typed, or change the chosen one")),
        ("Space", N_("Mark the chosen commitment as done")),
        ("Delete", N_("Remove the chosen commitment")),
        ("Esc", N_("Begin the line anew")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._now: AfterNow | None = None
        self._wanted: Any = None
        self.table = Table(
            (
                Column(N_("Team"), lambda team: team.team_name, strong=True),
                Column("", lambda team: "", pill=_count, right=True, width=122),
            ),
            key=lambda team: team.team_id,
            name=_("Teams"),
            wrap=True,
        )
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_team)
        self.commitments, self.feedback = CommitmentsCard(), FeedbackCard()
        self.empty = EmptyState(
            _("No teams yet"),
            _("Who does what by when, and what jurors and mentors wrote, stands here for each team."),
            _("Form the teams"),
            self._go_to_teams,
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(self._lay_out())
        self._parts.addWidget(self.empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._parts)
        self._connect()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        left = self._left = Card(_("Teams"))
        left.body.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.commitments, 7)
        right.addWidget(self.feedback, 3)
        line = self._sides = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(left, 3)
        line.addLayout(right, 7)
        return whole

    def _connect(self) -> None:
        self.commitments.line.add_wanted.connect(self._add)
        self.commitments.line.edit_wanted.connect(self._edit)
        self.commitments.mark_wanted.connect(self._mark)
        self.commitments.remove_wanted.connect(self._remove)
        self.commitments.contact_wanted.connect(lambda one: self.page.select(("contacts", one.id)))
        self.feedback.print_wanted.connect(self._print)
        self.feedback.release_wanted.connect(self._release)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMinimumHeight(220 if narrow else 0)
        self.commitments.shrink(narrow=narrow)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> AfterNow:
        members = {team.id: tuple(member.name for member in team.members) for team in teams(event)}
        today = event.clock.utc_now().astimezone(settings_of(event).zone).date()
        notes = {team.team_id: team.notes for team in feedback(event)}
        asked: dict[UUID, tuple[Contact, ...]] = {}
        for one in contacts(event):
            asked[one.team_id] = (*asked.get(one.team_id, ()), one)
        return AfterNow(commitments(event), notes, members, today, asked)

    def display(self, answer: AfterNow) -> None:
        self._now = answer
        self._parts.setCurrentIndex(0 if answer.teams else 1)
        self.table.replace(answer.teams)
        self._bring_wanted()
        if self.table.current is None and answer.teams:
            self.table.choose(answer.teams[0].team_id)
        self._show_team(self.table.current)

    def select(self, subject: Any) -> None:
        """subject: the id of a team, or of a commitment."""
        self._wanted = subject
        self._bring_wanted()

    def _bring_wanted(self) -> None:
        for team in self.table.rows:
            if self._wanted == team.team_id or any(self._wanted == one.id for one in team.commitments):
                self.table.choose(team.team_id)
                self.commitments.table.choose(self._wanted)
                self._wanted = None

    def _show_team(self, team: TeamCommitments | None) -> None:
        if team is None or self._now is None:
            return
        self.commitments.show_team(team, self._now.names.get(team.team_id, ()), self._now.today)
        self.commitments.show_contacts(self._now.contacts.get(team.team_id, ()))
        self.feedback.show_notes(self._now.notes.get(team.team_id, ()))

    # --- what is pressed ----------------------------------------------------------------------

    def _add(self, promise: Promise) -> None:
        team = self.table.current
        if team is not None:
            work = partial(actions.add_commitment, team=team.team_id, promise=promise)
            self.page.do(work, self._say_noted)

    def _edit(self, shown: Commitment, promise: Promise) -> None:
        work = partial(actions.edit_commitment, commitment=shown.id, promise=promise, seen=shown.version)
        self.page.do(work, self._say_noted)

    def _say_noted(self, one: Commitment) -> str:
        self.commitments.line.begin()
        return _("Noted: {who} – {what}", who=one.who, what=one.what)

    def _mark(self, shown: Commitment, state: CommitmentState) -> None:
        work = partial(actions.mark_commitment, commitment=shown.id, state=state, seen=shown.version)
        self.page.do(work, _marked)

    def _remove(self, shown: Commitment) -> None:
        work = partial(actions.remove_commitment, commitment=shown.id, seen=shown.version)
        self.page.do(work, _removed)

    def _print(self) -> None:
        self.page.wants.emit("documents", "feedback")

    def _release(self) -> None:
        team = self.table.current
        self.page.wants.emit("jury", ("feedback", team.team_id if team else None))

    def _go_to_teams(self) -> None:
        self.page.wants.emit("teams", None)


def _count(team: TeamCommitments) -> tuple[str, str] | None:
    if not team.commitments:
        return _("nothing yet"), "plain"
    still_open = team.count(CommitmentState.OPEN)
    if not still_open:
        return _("all done"), "accent"
    return many("{count} open", "{count} open", still_open), "warn"


def _marked(one: Commitment) -> str:
    sentences = {
        CommitmentState.OPEN: _("{what} is open again", what=words.quoted(one.what)),
        CommitmentState.DONE: _("{what} is done", what=words.quoted(one.what)),
        CommitmentState.DROPPED: _("{what} is given up", what=words.quoted(one.what)),
    }
    return sentences[one.state]


def _removed(_nothing: None) -> str:
    return _("Removed")
