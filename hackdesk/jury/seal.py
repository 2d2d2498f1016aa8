"""What is sealed when the jury signs: plain values for JSON, their hash, and the way back to values.

Reveal, record, certificates: all are made from a sealed revision, never from the ballots behind it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import datetime
from fractions import Fraction
from typing import Any, TypeVar
from uuid import UUID

from hackdesk.jury.hall import HallResult, result_lines
from hackdesk.jury.ranking import Missing, Place, Results
from hackdesk.jury.rules import (
    Award,
    AwardGiven,
    Ballot,
    BallotState,
    Contestant,
    Criterion,
    Judging,
    Juror,
    TieVote,
    plain_number,
)
from hackdesk.jury.ties import Rung, TieBreak

Content = dict[str, Any]
V = TypeVar("V")
#: Columns of the file that say nothing about the result.
_LEFT_OUT = frozenset(
    {"version", "handed_in_at", "note", "way", "revision", "entered_by", "signed", "device", "sent",
     "second_marks", "second_by", "second_at"}
)


@dataclass(frozen=True)
class Difference:
    """One thing in which two revisions differ. kind: method, criterion, finalists, ballot, second_ballot, place,
    award, hall, published; of a change of criteria as in `effect.py`.

    about: which one, in names. before, after: what stood and stands there; "" where it was not there.
    """

    kind: str
    about: str
    before: str
    after: str


@dataclass(frozen=True)
class CriteriaChange:
    """Criteria were changed after a ballot was handed in, why, and what that was and did (see `effect.py`)."""

    at: datetime
    reason: str
    what: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Sealed:
    """One sealed revision, as it was signed.

    reason: why it was made, for a second one. changes: in what it differs from the one before.
    reopened_because: why it was opened again, or "" while it stands. judging: marks and states behind it.
    ranking_published: whether places and scores are told outside the jury.
    hall: what the hall says; None where it did not vote.
    """

    number: int
    sealed_at: datetime
    hash: str
    judging: Judging
    results: Results
    awards: tuple[Award, ...]
    given: tuple[AwardGiven, ...]
    criteria_changes: tuple[CriteriaChange, ...] = ()
    reason: str = ""
    changes: tuple[Difference, ...] = ()
    reopened_because: str = ""
    ranking_published: bool = True
    hall: HallResult | None = None

    @property
    def stands(self) -> bool:
        """Whether the results are closed by it now."""
        return not self.reopened_because


def content_of(
    judging: Judging,
    results: Results,
    awards: tuple[Award, ...],
    given: tuple[AwardGiven, ...],
    criteria_changes: tuple[CriteriaChange, ...] = (),
) -> Content:
    """What a revision holds, as JSON values; the same results give the same content.

    Where there was a second round, all of it is of that one, but the places, and `first` holds the first round.
    """
    content = {
        **_round(judging, results),
        "awards": [_plain(award) for award in awards],
        "given": [{**_plain(one), "award": str(one.award.id)} for one in given],
        "criteria_changes": [_plain(change) for change in criteria_changes],
    }
    if judging.first is not None and results.first is not None:
        content["finalists"] = [str(team) for team in results.finalists]
        content["first"] = _round(judging.first, results.first)
    return content


def _round(judging: Judging, results: Results) -> Content:
    filled = [ballot for ballot in judging.ballots if ballot.marks or ballot.state is not BallotState.OPEN]
    return {
        "method": results.method,
        "criteria": [_plain(criterion) for criterion in judging.criteria],
        "jurors": [_plain(juror) for juror in judging.jurors],
        "teams": [_plain(team) for team in judging.teams],
        "ballots": sorted((_plain(ballot) for ballot in filled), key=_pair),
        "votes": [_plain(vote) for vote in judging.votes],
        "places": [_plain(place) for place in results.places],
        "ties": [_plain(tie) for tie in results.ties],
        "missing": [_plain(missing) for missing in results.missing],
        "without_place": [str(team.id) for team in results.without_place],
    }


def unpublished(content: Content) -> Content:
    """The same content, with places that are not told. One without the key is published: so the older ones are."""
    return {**content, "ranking_published": False}


def is_published(content: Content) -> bool:
    """Whether places and scores are told outside the jury."""
    return bool(content.get("ranking_published", True))


def hash_of(content: Content) -> str:
    """SHA-256 of the content's canonical JSON, in hexadecimal."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def judging_from(content: Content) -> Judging:
    """Criteria, jurors, teams, ballots and votes as they were signed, of both rounds where there were two."""
    first = content.get("first")
    return Judging(
        criteria=tuple(_value(Criterion, one) for one in content["criteria"]),
        jurors=tuple(_value(Juror, one) for one in content["jurors"]),
        teams=tuple(_value(Contestant, one) for one in content["teams"]),
        ballots=tuple(_value(Ballot, one) for one in content["ballots"]),
        votes=tuple(_value(TieVote, one) for one in content["votes"]),
        round=2 if first else 1,
        first=judging_from(first) if first else None,
    )


def results_from(content: Content, number: int) -> Results:
    """Places, ties and missing ballots as they were signed."""
    first = content.get("first")
    without = set(content["without_place"])
    teams = (first or content)["teams"]
    return Results(
        method=content["method"],
        places=tuple(_value(Place, one) for one in content["places"]),
        ties=tuple(_value(TieBreak, one) for one in content["ties"]),
        missing=tuple(_value(Missing, one) for one in content["missing"]),
        without_place=tuple(_value(Contestant, one) for one in teams if one["id"] in without),
        revision=number,
        round=2 if first else 1,
        first=results_from(first, number) if first else None,
        finalists=tuple(UUID(team) for team in content.get("finalists", ())),
    )


def awards_from(content: Content) -> tuple[tuple[Award, ...], tuple[AwardGiven, ...]]:
    """The awards, and which team got which, as they were signed."""
    awards = {one["id"]: _value(Award, one) for one in content["awards"]}
    given = tuple(
        AwardGiven(awards[one["award"]], UUID(one["team_id"]), one["team_name"], one["decided"], one["reason"])
        for one in content["given"]
    )
    return tuple(awards.values()), given


def criteria_changes_from(content: Content) -> tuple[CriteriaChange, ...]:
    """The changes of criteria that are on record with the revision."""
    return tuple(_value(CriteriaChange, one) for one in content["criteria_changes"])


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """In what a revision differs from the one before: method, criteria, finalists, ballots, places, awards, in
    this order, and whether places are published."""
    parts = (
        ("method", _method_lines),
        ("criterion", _criteria_lines),
        ("finalists", _finalist_lines),
        ("ballot", _ballot_lines),
        ("second_ballot", _second_ballot_lines),
        ("place", _place_lines),
        ("award", _award_lines),
        ("hall", result_lines),
        ("published", _published_lines),
    )
    found = []
    for kind, lines in parts:
        was, now = lines(before), lines(after)
        for key in {**was, **now}:
            one, other = was.get(key, ("", "")), now.get(key, ("", ""))
            if one[1] != other[1]:
                found.append(Difference(kind, other[0] or one[0], one[1], other[1]))
    return tuple(found)


def _first(content: Content) -> Content:
    """The part of the first round."""
    first: Content = content.get("first") or content
    return first


def _method_lines(content: Content) -> dict[str, tuple[str, str]]:
    return {"method": ("", content["method"])}


def _criteria_lines(content: Content) -> dict[str, tuple[str, str]]:
    return {
        one["id"]: (one["name"], "{name} {lowest}–{highest}, {weight}".format(**one))
        for one in (*_first(content)["criteria"], *content["criteria"])
    }


def _finalist_lines(content: Content) -> dict[str, tuple[str, str]]:
    names = {one["id"]: one["name"] for one in content["teams"]}
    return {"": ("", ", ".join(names[team] for team in content.get("finalists", ())))}


def _ballot_lines(content: Content) -> dict[str, tuple[str, str]]:
    return _lines_of(_first(content), content["jurors"])


def _second_ballot_lines(content: Content) -> dict[str, tuple[str, str]]:
    return _lines_of(content, content["jurors"]) if content.get("first") else {}


def _lines_of(part: Content, jurors: list[Content]) -> dict[str, tuple[str, str]]:
    names = {one["id"]: one["name"] for one in (*jurors, *part["teams"])}
    lines = {}
    for one in part["ballots"]:
        about = f"{names[one['juror_id']]} – {names[one['team_id']]}"
        lines[_pair(one)] = (about, _stands(one, part["criteria"]))
    return lines


def _stands(ballot: Content, criteria: list[Content]) -> str:
    if ballot["state"] != BallotState.COMPLETE:
        return str(ballot["state"])
    marks = ballot["marks"]
    return " · ".join(plain_number(Fraction(marks[one["id"]])) for one in criteria if one["id"] in marks)


def _place_lines(content: Content) -> dict[str, tuple[str, str]]:
    return {one["team_id"]: (one["team"], str(one["place"])) for one in content["places"]}


def _award_lines(content: Content) -> dict[str, tuple[str, str]]:
    lines = {}
    for award in content["awards"]:
        teams = sorted(one["team_name"] for one in content["given"] if one["award"] == award["id"])
        lines[award["id"]] = (award["name"], ", ".join(teams) or award.get("none_given", ""))
    return lines


def _published_lines(content: Content) -> dict[str, tuple[str, str]]:
    return {"published": ("", "yes" if is_published(content) else "no")}


def _pair(one: Content) -> str:
    return f"{one['team_id']} {one['juror_id']}"


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        kept = [field.name for field in fields(value) if field.name not in _LEFT_OUT]
        return {name: _plain(getattr(value, name)) for name in kept}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Fraction) else value


#: How the fields that JSON cannot hold are read back.
_READERS: dict[str, Any] = {
    **dict.fromkeys(("id", "juror_id", "team_id", "person_id"), UUID),
    **dict.fromkeys(("lowest", "highest", "step", "weight", "score"), Fraction),
    "state": lambda text: BallotState(text) if text in set(BallotState) else text,
    "at": datetime.fromisoformat,
    "rung": Rung,
    "counts": tuple,
    "marks": lambda marks: {UUID(key): Fraction(mark) for key, mark in marks.items()},
    "what": lambda what: tuple(Difference(**one) for one in what) if isinstance(what, list) else what,
    "order": lambda order: tuple(UUID(team) for team in order),
    "groups": lambda groups: tuple(tuple(UUID(team) for team in group) for group in groups),
}


def _value(kind: type[V], plain: Content) -> V:
    known = {
        name: _READERS[name](value) if name in _READERS and value is not None else value
        for name, value in plain.items()
    }
    return kind(**known)
