"""When each document is needed: the moments of an event, in their order, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hackdesk.language import N_


@dataclass(frozen=True)
class Moment:
    """A part of the event. kinds: names of kinds of documents in the order in which they are needed."""

    name: str
    title: str
    kinds: tuple[str, ...]


MOMENTS = (
    Moment(
        "before", N_("Before the event"),
        ("badges", "turnout", "programme", "programme_staff", "posters", "posters_a3", "kitchen"),
    ),
    Moment("door", N_("At the door"), ("attendance", "meals", "missing")),
    Moment(
        "teams", N_("Teams and mentors"),
        (
            "signs", "team_signs", "team_lists", "moves", "team_phones", "mentor_slips", "mentor_table_slips",
            "mentor_plan",
        ),
    ),
    Moment("stage", N_("Pitches"), ("pitch_order", "hall_slips")),
    Moment("jury", N_("Jury"), ("juror_cards", "ballots", "ballot_rows", "spare_ballots", "results")),
    Moment(
        "after", N_("Awards and after"),
        (
            "speaker_script", "certificates", "issued", "feedback", "commitments", "feedback_forms", "mix",
            "report",
        ),
    ),
)  # fmt: skip
_LAST = MOMENTS[-1]


def moment_of(name: str) -> Moment:
    """The moment a kind of document belongs to; the last one where none names it."""
    return next((moment for moment in MOMENTS if name in moment.kinds), _LAST)


def in_order(names: Iterable[str]) -> list[str]:
    """These kinds as they are needed through the event; those that no moment names come last, as they stand."""
    place = {name: number for number, name in enumerate(one for moment in MOMENTS for one in moment.kinds)}
    return sorted(names, key=lambda name: place.get(name, len(place)))
