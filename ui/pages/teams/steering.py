"""What hands and keys on the Teams page do to the event, and what their receipts say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.teams import actions
from hackdesk.teams.actions import Applied, Moved, Placed
from hackdesk.teams.instead import Move
from hackdesk.teams.proposal import Proposal
from hackdesk.teams.rules import Member, Team, TeamDraft, Topic
from ui.page import Page
from ui.text import _, many

if TYPE_CHECKING:
    pass


class Steering(QObject):
    """Carries out wishes of the Teams page; the page shows refusals and receipts. Everything can be taken back."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def place(self, person_id: UUID, team_id: UUID | None, seen: UUID | None) -> None:
        """Move somebody; team None: out of their team. seen: where they were when it was asked."""
        if team_id is not None:
            self._page.do(partial(actions.place_person, person_id=person_id, team_id=team_id, seen=seen), _placed)
        elif seen is not None:
            self._page.do(partial(actions.unplace_person, person_id=person_id, seen=seen), _placed)

    def move(self, moves: Sequence[Move]) -> None:
        """Move several people in one step."""
        self._page.do(partial(actions.move_people, moves=moves), _moved)

    def pin(self, members: Sequence[Member], seats: Mapping[UUID, UUID]) -> None:
        """Pin these people where they sit; where all of them are pinned, let them be moved again."""
        pinned = not all(member.pinned for member in members)
        people = {member.person_id: seats[member.person_id] for member in members}
        if len(members) > 1:
            said = (
                many("{count} stays where they are", "{count} stay where they are", len(members))
                if pinned
                else many("{count} may be moved again", "{count} may be moved again", len(members))
            )
        else:
            told = _("{person} stays where they are") if pinned else _("{person} may be moved again")
            said = told.format(person=members[0].name)
        self._page.do(partial(actions.pin_people, people=people, pinned=pinned), _saying(said))

    def number_tables(self, teams: Sequence[Team]) -> None:
        """Give all teams tables in the order in which they stand."""
        versions = {team.id: team.version for team in teams}
        said = many("{count} table is numbered", "{count} tables are numbered", len(teams))
        self._page.do(partial(actions.number_tables, teams=versions), _saying(said))

    def rename(self, team: Team, name: str) -> None:
        """Give a team another name; empty: as its topic is called."""
        draft = TeamDraft(name, team.topic.id if team.topic else None, team.table_name)
        self._page.do(partial(actions.edit_team, team_id=team.id, draft=draft, seen=team.version), _renamed)

    def set_table(self, team: Team, table: str) -> None:
        """Say where a team sits."""
        action = partial(actions.set_table, team_id=team.id, table_name=table, seen=team.version)
        self._page.do(action, _seated)

    def split(self, team: Team, leaving: Sequence[UUID]) -> None:
        """Let these people of a team go on as a second one."""
        self._page.do(partial(actions.split_team, team_id=team.id, leaving=leaving, seen=team.version), _split)

    def lead(self, member: Member, team: Team) -> None:
        """Make somebody the lead of their team, or a member like the others."""
        action = actions.clear_lead if member.lead else actions.set_lead
        told = _("{person} is a member like the others") if member.lead else _("{person} leads {team}")
        said = told.format(person=member.name, team=team.name)
        self._page.do(partial(action, person_id=member.person_id, seen=team.id), _saying(said))

    def add_named(self, titles: Sequence[str]) -> None:
        """Make topics of what people wrote."""
        self._page.do(partial(actions.add_named_topics, titles=titles), _added)

    def open_team(self, topic: Topic) -> None:
        """An empty team for a topic."""
        self._page.do(
            partial(actions.add_team, draft=TeamDraft(topic_id=topic.id)),
            _saying(_("{team} is open", team=topic.title)),
        )

    def withdraw(self, team: Team) -> None:
        """The team gives up."""
        action = partial(actions.withdraw_team, team_id=team.id, seen=team.version)
        self._page.do(action, _saying(_("{team} is withdrawn; its people are free", team=team.name)))

    def no_show(self, team: Team) -> None:
        """The team did not come."""
        action = partial(actions.mark_no_show, team_id=team.id, seen=team.version)
        self._page.do(action, _saying(_("{team} did not come; its people are free", team=team.name)))

    def reopen(self, team: Team) -> None:
        """A closed team goes on."""
        action = partial(actions.reopen_team, team_id=team.id, seen=team.version)
        self._page.do(action, _saying(_("{team} is open again", team=team.name)))

    def merge(self, team: Team, into: UUID) -> None:
        """Two teams become one."""
        action = partial(actions.merge_teams, team_id=team.id, into=into, seen=team.version)
        self._page.do(action, partial(_merged, team.name))

    def apply(self, proposal: Proposal) -> None:
        """Seat everybody as proposed."""
        self._page.do(partial(actions.apply_proposal, proposal=proposal), _applied)


def _saying(text: str) -> Callable[[Any], str]:
    return lambda _receipt: text


def _placed(receipt: Placed) -> str:
    if not receipt.team:
        return _("{person} is out of {team}", person=receipt.person, team=receipt.before)
    return _("{person} is in {team}", person=receipt.person, team=receipt.team)


def _moved(receipt: Moved) -> str:
    if len(receipt.people) == 1:
        return (
            _placed(Placed(receipt.people[0], receipt.team))
            if receipt.team
            else _("{person} is out of their team", person=receipt.people[0])
        )
    if not receipt.team:
        return many("{count} person has moved", "{count} people have moved", len(receipt.people))
    return many(
        "{count} person is in {team}", "{count} people are in {team}", len(receipt.people), team=receipt.team
    )


def _renamed(team: Team) -> str:
    return _("The team is called {team}", team=team.name)


def _seated(team: Team) -> str:
    if not team.table_name:
        return _("{team} has no table", team=team.name)
    return _("{team} sits here: {table}", team=team.name, table=team.table_name)


def _split(both: tuple[Team, Team]) -> str:
    return _("{team} is two teams now; the second one is {other}", team=both[0].name, other=both[1].name)


def _added(topics: tuple[Topic, ...]) -> str:
    return many("{count} topic added", "{count} topics added", len(topics))


def _merged(name: str, team: Team) -> str:
    return _("{team} is part of {other} now", team=name, other=team.name)


def _applied(receipt: Applied) -> str:
    return many(
        "{count} person has sat down as proposed", "{count} people have sat down as proposed", receipt.placed
    )
