"""The engine on a folder: `teams solve FOLDER` reads a room from CSV files and writes a plan as CSV."""

from __future__ import annotations

import time
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, json_option, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.spreadsheets import csv_bytes
from hackdesk.teams.folder import Room, read_room
from hackdesk.teams.kept import state_of
from hackdesk.teams.proposal import Proposal
from hackdesk.teams.solver import propose

_table = click.Path(path_type=Path, dir_okay=False)


@click.command("solve")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--out", required=True, type=_table, help="Where the plan goes: person,team.")
@click.option("--seconds", default=10.0, show_default=True, type=click.FloatRange(0, 3600), help="Time at most.")
@click.option("--seed", default=1, show_default=True, help="The same number gives the same plan, given the time.")
@click.option("--steps", type=click.IntRange(0), help="Moves at most, for a plan that does not hang on the clock.")
@click.option("--previous", type=_table, help="An earlier plan; who leaves it costs the price.")
@click.option("--price", default=0, show_default=True, type=click.IntRange(0), help="What each move costs.")
@click.option("--pins", type=_table, help="Who must sit where.")
@json_option
@refusing
def solve(folder: Path, out: Path, as_json: bool, previous: Path | None, pins: Path | None, **how: Any) -> None:
    """Solve a room that lies in a folder and say how good the plan is."""
    room = read_room(folder, previous=previous, pins=pins, price=how.pop("price"))
    begun = time.monotonic()
    proposal = propose(room.problem, **how)
    taken = time.monotonic() - begun
    _write(room, proposal, out)
    answer(_said(proposal, taken, out), _text(proposal, taken), as_json)


def _write(room: Room, proposal: Proposal, out: Path) -> None:
    rows = [[room.people[person], room.teams[team]] for person, team in sorted(
        proposal.plan.items(), key=lambda seat: room.people[seat[0]]
    )]  # fmt: skip
    try:
        # For programs and not for Excel: without the mark that Excel wants in front.
        out.write_bytes(csv_bytes(["person", "team"], rows, ",").removeprefix(BOM_UTF8))
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be written: {reason}."), name=str(out), reason=error.strerror or str(error)
        ) from error


def _said(proposal: Proposal, seconds: float, out: Path) -> dict[str, Any]:
    price = proposal.problem.change_price * proposal.moved
    return {
        "F": proposal.score.total - price,
        "moved": proposal.moved,
        "price": price,
        "bound": proposal.bound,
        "state": state_of(proposal),
        "within": proposal.within,
        "seconds": round(seconds, 3),
        "steps": proposal.steps,
        "seed": proposal.seed,
        "people": len(proposal.problem.people),
        "teams": len(proposal.teams),
        "broken": [_(finding.sentence, **finding.fields) for finding in proposal.broken],
        "out": out,
    }


def how_good(proposal: Proposal) -> str:
    """F, and how far from the best it is."""
    points = _("F {points}.", points=proposal.score.total)
    if proposal.proved:
        said = _("Best possible as far as the rules allow.") if proposal.broken else _("Best possible, proved.")
    elif proposal.within is not None:
        said = words().many(
            "At most {count} point from the best.", "At most {count} points from the best.", proposal.within
        )
    else:
        said = _("Not known how much better it could be.")
    return f"{points} {said}"


def _text(proposal: Proposal, seconds: float) -> str:
    lines = [_("Worked out in {seconds} s.", seconds=round(seconds, 1))]
    lines.append(how_good(proposal))
    lines += [_(finding.sentence, **finding.fields) for finding in proposal.broken]
    return "\n".join(lines)
