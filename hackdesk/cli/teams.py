"""Verbs for teams: propose, show, export. The file comes before the verb: `teams FILE propose`.

Only `teams solve FOLDER` knows no event file.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.cli.market import VERBS
from hackdesk.cli.solve import how_good, solve
from hackdesk.cli.why import mix, why
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.spreadsheets import csv_bytes, separator_of
from hackdesk.teams import queries
from hackdesk.teams.actions import Applied, add_named_topics, apply_proposal, keep_proposal
from hackdesk.teams.kept import state_of
from hackdesk.teams.lists import team_list
from hackdesk.teams.proposal import A_FEW_MOVES, Proposal
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Finding, Member, Team
from hackdesk.teams.solver import enough_steps, propose


class _Teams(click.Group):
    """`teams FILE VERB`, and `teams solve FOLDER`, which needs no event."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["", *args] if args[:1] == ["solve"] else args)


@click.group("teams", cls=_Teams)
@event_file
@click.pass_context
def teams(context: click.Context, file: Path) -> None:
    """Propose, show and export teams."""
    context.obj = file


@teams.command("propose")
@click.option("--seconds", default=10.0, show_default=True, type=click.FloatRange(0, 600), help="Time at most.")
@click.option("--seed", default=1, show_default=True, help="The same number gives the same teams, given the time.")
@click.option("--steps", type=click.IntRange(0), help="Moves at most; as many as are worth while where not given.")
@click.option("--keep", is_flag=True, help="Keep everybody where they sit; place only the others.")
@json_option
@click.pass_obj
@refusing
def propose_teams(file: Path, /, as_json: bool, keep: bool, steps: int | None, **how: Any) -> None:
    """Work out teams and put people into them; pinned people stay. The plan is kept as a named proposal too."""
    with opened(file) as event:
        added = _topics_where_there_are_none(event)
        problem = queries.problem(event, change_price=A_FEW_MOVES, keep=keep)
        if not problem.people:
            raise HackDeskError(
                N_("There is nobody to place."), remedy=N_("Bring in the registrations or check people in first.")
            )
        begun = time.monotonic()
        proposal = propose(problem, steps=enough_steps(problem) if steps is None else steps, **how)
        taken = time.monotonic() - begun
        name, way = _("Proposal {number}", number="{number}"), "keep" if keep else "few"
        keep_proposal(event, proposal, name=name, way=way, seconds=taken)
        applied = apply_proposal(event, proposal)
        board = queries.board(event)
    answer(_proposed(board, proposal, applied, added), _proposed_text(board, proposal, added), as_json)


@teams.command("show")
@json_option
@click.pass_obj
@refusing
def show(file: Path, as_json: bool) -> None:
    """Show the teams, who is in them and what to look at."""
    with opened(file) as event:
        board = queries.board(event)
    answer(_board(board), _board_text(board), as_json)


@teams.command("export")
@click.argument("csv", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@click.pass_obj
@refusing
def export(file: Path, csv: Path, as_json: bool) -> None:
    """Write the teams as a CSV file that a spreadsheet program opens."""
    with opened(file) as event:
        board = queries.board(event)
    header, *rows = team_list(board.teams, board.unplaced, board.groups, words())
    try:
        csv.write_bytes(csv_bytes(header, rows, separator_of(words().locale)))
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be written: {reason}."), name=str(csv), reason=error.strerror or str(error)
        ) from error
    text = words().many(
        "{count} person written to {name}.", "{count} people written to {name}.", len(rows), name=csv
    )
    answer({"file": csv, "rows": len(rows)}, text, as_json)


def _topics_where_there_are_none(event: Event) -> list[str]:
    board = queries.board(event)
    if any(topic.open for topic in board.topics):
        return []
    if not board.named:
        raise HackDeskError(
            N_("There are no topics, and nobody named one in their wishes."),
            remedy=N_("Write down at least one topic on the Prepare page."),
        )
    return [topic.title for topic in add_named_topics(event, [named.title for named in board.named])]


def _board(board: Board) -> dict[str, Any]:
    return {
        "teams": [_team(board, team) for team in board.teams],
        "unplaced": [_member(member) for member in board.unplaced],
        "without_team": [topic.title for topic in board.without_team],
        "basis": "registered" if board.nobody_here else "checked_in",
    }


def _team(board: Board, team: Team) -> dict[str, Any]:
    topic = team.topic
    return {
        "team": team.name,
        "topic": topic.title if topic else None,
        "table": team.table_name,
        "owner": topic.owner if topic else "",
        "size": len(team.members),
        "min_size": topic.min_size if topic else None,
        "max_size": topic.max_size if topic else None,
        "members": [_member(member) for member in team.members],
        "warnings": _said(board.concerns(team)),
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "code": member.code,
        "name": member.name,
        "groups": member.groups,
        "wish": member.wish,
        "owner": member.is_owner,
        "lead": member.lead,
        "pinned": member.pinned,
        "arrived": member.arrived,
    }


def _proposed(board: Board, proposal: Proposal, applied: Applied, added: list[str]) -> dict[str, Any]:
    return {
        **_board(board),
        "people": len(proposal.problem.people),
        "placed": applied.placed,
        "moved": applied.moved,
        "opened": applied.opened,
        "closed": applied.closed,
        "topics_added": added,
        "score": proposal.score.total,
        "F": proposal.score.total,
        "bound": proposal.bound,
        "state": state_of(proposal),
        "steps": proposal.steps,
        "broken": _said(proposal.broken),
        "seed": proposal.seed,
    }


def _proposed_text(board: Board, proposal: Proposal, added: list[str]) -> str:
    lines = []
    if added:
        lines.append(words().many(
            "{count} topic added from people's wishes.", "{count} topics added from people's wishes.", len(added)
        ))  # fmt: skip
    if board.nobody_here:
        lines.append(_("Nobody is checked in yet: everybody registered was placed."))
    lines.append(words().many(
        "{placed} of {people} people have a place in {count} team.",
        "{placed} of {people} people have a place in {count} teams.",
        len(proposal.teams), placed=len(proposal.plan), people=len(proposal.problem.people),
    ))  # fmt: skip
    lines.append(how_good(proposal))
    lines += _said(proposal.broken)
    return "\n".join([*lines, "", _board_text(board)])


def _board_text(board: Board) -> str:
    lines = []
    for team in board.teams:
        size = words().many("{count} person", "{count} people", len(team.members))
        lines.append(" · ".join(filter(None, [team.name, team.table_name, size, *_said(board.concerns(team))])))
        lines += [f"    {member.name}" for member in team.members]
    if board.unplaced:
        names = ", ".join(member.name for member in board.unplaced)
        lines.append(_("Not placed yet: {names}", names=names))
    if board.without_team:
        lines.append(
            _("Without a team: {topics}", topics=", ".join(topic.title for topic in board.without_team))
        )
    return "\n".join(lines) or _("There are no teams yet.")


def _said(findings: tuple[Finding, ...]) -> list[str]:
    return [_(finding.sentence, **finding.fields) for finding in findings]


for verb in (solve, why, mix, *VERBS):
    teams.add_command(verb)
COMMANDS = {"teams": teams}
