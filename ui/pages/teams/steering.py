"""What hands and keys on the Teams page do to the event, and what their receipts say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.teams import actions
from hackdesk.teams.actions import Applied, Placed
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

    def pin(self, member: Member, team: Team) -> None:
        """Pin somebody to their team, or unpin them."""
        action = actions.unpin_person if member.pinned else actions.pin_person
        told = _("{person} may be moved again") if member.pinned else _("{person} stays where they are")
        self._page.do(
            partial(action, person_id=member.person_id, seen=team.id), _saying(told.format(person=member.name))
        )

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


def _added(topics: tuple[Topic, ...]) -> str:
    return many("{count} topic added", "{count} topics added", len(topics))


def _merged(name: str, team: Team) -> str:
    return _("{team} is part of {other} now", team=name, other=team.name)


def _applied(receipt: Applied) -> str:
    return many(
        "{count} person has sat down as proposed", "{count} people have sat down as proposed", receipt.placed
    )
