"""A room as a folder of CSV files, so that the engine can be tried on rooms from elsewhere.

people.csv (id, name, role, skills, languages, experience, place, pref1–pref3, status), challenges.csv (id, title,
owner, languages, skills_needed, min_size, max_size, max_teams, must_run), rules.csv (kind, a, b), settings.json
(ideal_size, role_groups, max_same_role, weights). Several values in a cell stand between semicolons. A team is
called `C007`, the second team of a topic `C007/2`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.proposal import Pair, Participant, PossibleTeam, Problem, Weights

_KINDS: Mapping[str, Literal["must_with", "must_not", "friends", "rather_not"]] = {
    "must_with": "must_with", "must_not": "must_not", "wish_with": "friends", "wish_not": "rather_not",
}  # fmt: skip
_WEIGHTS = {
    "rank1": "first", "rank2": "second", "rank3": "third", "unranked": "outside", "missing_role": "missing_group",
    "missing_skill": "missing_skill", "no_experience": "no_experience", "same_place": "same_place",
    "same_role": "same_group", "size": "size", "wish_with": "friends_apart", "wish_not": "rather_not",
}  # fmt: skip
_HERE = "checked_in"


@dataclass(frozen=True)
class Room:
    """A problem with the names its folder uses: {id: name} of people and of possible teams."""

    problem: Problem
    people: Mapping[UUID, str]
    teams: Mapping[UUID, str]


def read_room(folder: Path, *, previous: Path | None = None, pins: Path | None = None, price: int = 0) -> Room:
    """Read a folder. previous: an earlier plan (person,team); pins: who must stay where; price: of each move.

    Raises HackDeskError for a file that is missing or does not hold what it should.
    """
    try:
        return _room(folder, previous, pins, price)
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be read: {reason}."), name=error.filename, reason=error.strerror or str(error)
        ) from error
    except (KeyError, ValueError) as error:
        raise HackDeskError(
            N_("The folder {folder} does not hold a room: {reason}."), folder=str(folder), reason=str(error)
        ) from error


def _room(folder: Path, previous: Path | None, pins: Path | None, price: int) -> Room:
    settings: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    here = [row for row in _rows(folder / "people.csv") if row["status"] == _HERE]
    topics = _rows(folder / "challenges.csv")
    pinned = _plan(pins)
    seats = {**_plan(previous), **pinned}
    teams = [team for row in topics for team in _teams(row, {row["id"] for row in here}, set(seats.values()))]
    known = {name: team.id for name, team in teams}
    problem = Problem(
        people=tuple(_participant(row, known.get(seats.get(row["id"], "")), row["id"] in pinned) for row in here),
        teams=tuple(team for _, team in teams),
        pairs=tuple(
            Pair(_KINDS[row["kind"]], _id(row["a"]), _id(row["b"])) for row in _rows(folder / "rules.csv")
        ),
        weights=Weights(**{ours: int(settings["weights"][theirs]) for theirs, ours in _WEIGHTS.items()}),
        wanted_groups=tuple(tuple(group) for group in settings["role_groups"]),
        ideal_size=int(settings["ideal_size"]),
        most_of_a_group=int(settings["max_same_role"]),
        change_price=price,
    )
    return Room(problem, {_id(row["id"]): row["id"] for row in here}, {team.id: name for name, team in teams})


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def _plan(path: Path | None) -> dict[str, str]:
    return {row["person"]: row["team"] for row in _rows(path)} if path else {}


def _teams(row: Mapping[str, str], here: set[str], sat_in: set[str]) -> list[tuple[str, PossibleTeam]]:
    """The teams a topic may hold. Where its owner is here, the first one runs and the owner sits in it."""
    owner = row["owner"] if row["owner"] in here else ""
    names = [row["id"], *(f"{row['id']}/{number}" for number in range(2, int(row["max_teams"]) + 1))]
    return [
        (
            name,
            PossibleTeam(
                id=_id(name), topic_id=_id(row["id"]), title=row["title"], exists=name in sat_in,
                owner_id=_id(owner) if owner and name == row["id"] else None,
                languages=_parts(row["languages"]), skills=_parts(row["skills_needed"]),
                min_size=int(row["min_size"]), max_size=int(row["max_size"]),
                must_run=name == row["id"] and (row["must_run"] == "1" or bool(owner)),
            ),
        )
        for name in names
    ]  # fmt: skip


def _participant(row: Mapping[str, str], seat: UUID | None, pinned: bool) -> Participant:
    return Participant(
        id=_id(row["id"]), name=row["name"], groups=(row["role"],), skills=_parts(row["skills"]),
        languages=_parts(row["languages"]), place=row["place"], experienced=row["experience"] != "0",
        wishes=tuple(_id(row[key]) for key in ("pref1", "pref2", "pref3") if row[key]),
        seat=seat, pinned=pinned,
    )  # fmt: skip


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)
