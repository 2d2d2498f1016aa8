"""What the papers about teams show now, as the event file has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hackdesk.documents.queries import logos, masthead_of
from hackdesk.documents.rules import Masthead, NothingToPrint
from hackdesk.documents.seats import MixPaper, MoveLine, MovesPaper, Seated, SeatedTeam, TeamsPaper
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.queries import groups, people
from hackdesk.teams.queries import board, told
from hackdesk.teams.rules import Member, Team


def signs_of(event: Event) -> TeamsPaper:
    """A sign for each team. Raises NothingToPrint where there are no teams."""
    found = TeamsPaper(_masthead(event), _seated(board(event).teams))
    if not found.teams:
        raise NothingToPrint(N_("There are no teams yet."), remedy=N_("Form them under Teams."), where="teams")
    return found


def team_lists_of(event: Event) -> TeamsPaper:
    """Who sits where now, without anything private. Raises NothingToPrint where nobody sits in a team."""
    return _with_people(TeamsPaper(_masthead(event), _seated(board(event).teams)))


def team_phones_of(event: Event) -> TeamsPaper:
    """The same with phone numbers, for those who organise. Raises NothingToPrint."""
    phones = {person.code: person.phone for person in people(event)}
    return _with_people(TeamsPaper(_masthead(event), _seated(board(event).teams, phones), phones=True))


def moves_of(event: Event) -> MovesPaper:
    """Who moved since the teams were announced. Raises NothingToPrint where they were not, or nobody did."""
    moves, settings = told(event).moves(), settings_of(event)
    if moves is None:
        raise NothingToPrint(
            N_("The teams are not announced yet."), remedy=N_("Announce them under Teams."), where="teams"
        )
    if not moves.people:
        raise NothingToPrint(
            N_("Nobody has moved since the teams were announced."), remedy=N_("There is nothing to hang up."),
            where="teams",
        )  # fmt: skip
    lines = tuple(
        MoveLine(
            one.name, one.away.name if one.away else "", one.to.name if one.to else "",
            one.to.table_name if one.to else "",
        )
        for one in moves.people
    )  # fmt: skip
    return MovesPaper(_masthead(event), settings.timezone, moves.since, moves.until, lines)


def mix_of(event: Event) -> MixPaper:
    """How stakeholder groups mix in the teams as announced. Raises NothingToPrint where nobody sits in a team."""
    found, settings = told(event), settings_of(event)
    *before, last = found.mixes()
    if not last.known:
        raise NothingToPrint(
            N_("Nobody who names a stakeholder group sits in a team yet."), remedy=N_("Form them under Teams."),
            where="teams",
        )  # fmt: skip
    masthead = replace(_masthead(event), logos=logos(event))
    return MixPaper(masthead, settings.timezone, last, groups(event), tuple(before), len(found.since_last()))


def _masthead(event: Event) -> Masthead:
    return masthead_of(settings_of(event))


def _with_people(paper: TeamsPaper) -> TeamsPaper:
    with_people = tuple(team for team in paper.teams if team.people)
    if not with_people:
        raise NothingToPrint(
            N_("Nobody sits in a team yet."), remedy=N_("Form the teams under Teams."), where="teams"
        )
    return replace(paper, teams=with_people)


def _seated(teams: Iterable[Team], phones: dict[str, str] | None = None) -> tuple[SeatedTeam, ...]:
    return tuple(
        SeatedTeam(
            team.name, team.topic.title if team.topic and team.topic.title != team.name else "", team.table_name,
            tuple(_person(member, (phones or {}).get(member.code, "")) for member in team.members), number,
        )
        for number, team in enumerate(teams)
    )  # fmt: skip


def _person(member: Member, phone: str) -> Seated:
    return Seated(member.name, "owner" if member.is_owner else "lead" if member.lead else "", phone)
