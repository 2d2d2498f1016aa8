"""Why somebody sits where they sit and what it would take otherwise; how the teams are mixed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, json_option, opened, refusing, words
from hackdesk.documents.mix_page import across_words, shared_words
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.badge_codes import cleaned
from hackdesk.teams import queries
from hackdesk.teams.aloud import instead_aloud, why_aloud
from hackdesk.teams.kept_queries import room_as_drawn
from hackdesk.teams.mix import Mix
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team
from hackdesk.teams.weighing import better_wish, weigh


@click.command("why")
@click.argument("code")
@json_option
@click.pass_obj
@refusing
def why(file: Path, code: str, as_json: bool) -> None:
    """Say why the person with this badge code sits where they sit, and what their first wish would take."""
    with opened(file) as event:
        board, problem, seed = room_as_drawn(event)
    member, team = _found(board, code)
    plan = {person.id: person.seat for person in problem.people if person.seat}
    said = why_aloud(member, team, board, problem, plan, words()) if team else []
    placed = any(person.id == member.person_id for person in problem.people)
    wish = better_wish(problem, plan, member.person_id) if placed else None
    weighed = weigh(problem, plan, member.person_id, wish) if placed else None
    instead = instead_aloud(weighed, problem, board.groups, words(), seed) if weighed else []
    names = {person.id: person.name for person in problem.people}
    found = weighed.instead if weighed else None
    value = {
        "name": member.name, "team": team.name if team else None, "wish": member.wish, "why": said,
        "instead": instead, "cost": found.cost if found else None,
        "moves": [names[move.person] for move in found.moves] if found else [],
        "draw_with": [names[draw.other] for draw in weighed.draws] if weighed else [],
    }  # fmt: skip
    head = " · ".join(filter(None, (member.name, team.name if team else "")))
    answer(value, "\n".join([head, *said, *instead]), as_json)


def _found(board: Board, code: str) -> tuple[Member, Team | None]:
    seats: list[tuple[Member, Team | None]] = [(one, team) for team in board.teams for one in team.members]
    seats += [(one, None) for one in board.unplaced]
    for member, team in seats:
        if member.code == cleaned(code):
            return member, team
    raise HackDeskError(
        N_("Nobody who is to be placed has the badge code “{code}”."), code=code,
        remedy=N_("Look for them with: people find."),
    )  # fmt: skip


@click.command("mix")
@json_option
@click.pass_obj
@refusing
def mix(file: Path, as_json: bool) -> None:
    """Say how many people share a team with another group than their own, announcement by announcement."""
    with opened(file) as event:
        mixes = queries.told(event).mixes()
    last = mixes[-1]
    lines = [shared_words(last, words()), across_words(last, words())]
    lines += [_("{team}: {mixed} of {known}", team=t.team, mixed=t.mixed, known=t.known) for t in last.teams]
    answer({**_value(last), "before": [_value(one) for one in mixes[:-1]]}, "\n".join(lines), as_json)


def _value(one: Mix) -> dict[str, Any]:
    return {
        "announced": one.at, "people": one.people, "known": one.known, "mixed": one.mixed, "share": one.share,
        "pairs": one.pairs, "across": one.across,
        "teams": [{
            "team": t.team, "people": t.people, "known": t.known, "mixed": t.mixed, "pairs": t.pairs,
            "across": t.across, "groups": dict(t.groups),
        } for t in one.teams],
    }  # fmt: skip
