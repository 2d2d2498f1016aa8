"""What bringing in a list will do: who is new, what changes, what is doubtful. Nothing is written here.

A row is somebody on the list already when the badge code or the ticket is theirs, or when `likeness` says so:
the same name and e-mail, or phone. Two people with one name and different addresses stay two, and so do two who
share a mailbox, unless a person decides otherwise.

What changes is decided field by field from three sides: what the form said last time, what it says now, and what
is on the list. A blank cell changes nothing, and what was typed at the desk stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.cells import Problem
from hackdesk.people.importing.doubts import KEEP_HERE, TAKE, Doubt, DoubtKind
from hackdesk.people.importing.headers import FIELDS
from hackdesk.people.importing.meeting import KEYS, Known, Meeting, Someone
from hackdesk.people.importing.registrations import Registration, Registrations
from hackdesk.people.importing.review import Review, name_of
from hackdesk.steps import Step, no_steps

__all__ = ["KEYS", "Known", "Outcome", "PersonPlan", "Plan", "planned"]

_STEPS = 500


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class PersonPlan:
    """What happens to one person. person_id: None for a new one; rows: those of the list that speak of them.

    changes: what will be written, by field; was: what is there now; answers: all that the form says now.
    """

    person_id: UUID | None
    name: str
    outcome: Outcome
    rows: tuple[int, ...]
    changes: Mapping[str, Any]
    answers: Mapping[str, Any]
    asked: Mapping[str, str] = field(default_factory=dict)
    registered_at: datetime | None = None
    was: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """Everything that will happen. doubts: what somebody should look at, in the order of rows; remarks: what is
    good to know and nothing can be decided about; left_out: (row, name) of those a person does not want."""

    steps: tuple[PersonPlan, ...]
    doubts: tuple[Doubt, ...]
    remarks: tuple[Problem, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()

    def rows(self, outcome: Outcome) -> int:
        """How many rows end so. A later submission of somebody new counts as an update of the earlier one."""
        count = 0
        for step in self.steps:
            if step.outcome is Outcome.ADDED:
                count += {Outcome.ADDED: 1, Outcome.UPDATED: len(step.rows) - 1}.get(outcome, 0)
            elif step.outcome is outcome:
                count += len(step.rows)
        return count

    def people(self, outcome: Outcome) -> tuple[PersonPlan, ...]:
        """The people who end so."""
        return tuple(step for step in self.steps if step.outcome is outcome)

    @property
    def cancelled(self) -> tuple[PersonPlan, ...]:
        """Those whom the tool has cancelled and who will be so here."""
        return tuple(step for step in self.steps if step.changes.get("cancelled"))


def planned(
    registrations: Registrations, known: Iterable[Known], zone: tzinfo, *, step: Step = no_steps
) -> Plan:
    """Compare a list with who is there. zone: of times that were written without one."""
    everyone = [Someone(one) for one in known]
    review = Review(registrations.reading.decisions, [one.values for one in everyone])
    rows = sorted((_at_home(row, zone) for row in registrations.rows), key=_when)
    meeting = Meeting(everyone, review)
    for number, row in enumerate(rows):
        if number % _STEPS == 0:
            step(number, len(rows))
        settled = review.settled(row)
        if settled is not None:
            meeting.seat(settled)
    steps = [_step(someone, review) for someone in meeting.everyone if someone.rows]
    steps.sort(key=lambda step: step.rows[0])
    review.doubts.sort(key=lambda doubt: doubt.row)
    return Plan(
        tuple(steps), tuple(review.doubts), tuple(meeting.strange_codes()), tuple(sorted(review.left_out))
    )  # fmt: skip


def _step(someone: Someone, review: Review) -> PersonPlan:
    known = someone.known
    if known is None:
        changes, outcome = someone.answers, Outcome.ADDED
    else:
        changes = dict(_changes(known, someone, review))
        outcome = Outcome.UPDATED if changes else Outcome.UNCHANGED
    return PersonPlan(
        person_id=known.id if known else None,
        name=name_of(someone.values),
        outcome=outcome,
        rows=tuple(sorted(row.row for row in someone.rows)),
        changes=changes,
        answers=someone.answers,
        asked={purpose: header for row in someone.rows for purpose, header in row.asked.items()},
        registered_at=someone.rows[-1].registered_at,
        was={key: known.values.get(key) for key in changes} if known else {},
    )


def _changes(known: Known, someone: Someone, review: Review) -> Iterator[tuple[str, Any]]:
    newest = someone.rows[-1]
    if known.registered_at and newest.registered_at and newest.registered_at < known.registered_at:
        return  # an older export: what is known came later
    for key, said in someone.answers.items():
        before, now = known.as_registered.get(key), known.values.get(key)
        if key == "code" or said == now or (said == before and key not in someone.taken):
            continue
        if now == before or _is_blank(key, now) or key in someone.taken:
            yield key, said
            continue
        sentence = N_("{name}, {field}: “{now}” was changed here, the list says “{said}”.")
        differing = {"field": HackDeskError(FIELDS.get(key, key)), "now": _shown(now), "said": _shown(said)}
        doubt = review.ask(
            newest, DoubtKind.DESK, f"{key} {said}", sentence, texts=differing,
            options=(KEEP_HERE, TAKE), suggested=KEEP_HERE, here={key: now}, said={key: said},
        )  # fmt: skip
        if doubt.verdict == TAKE:
            yield key, said


def _is_blank(key: str, value: Any) -> bool:
    # "Not a minor" is what everybody is who was not asked; a no to a photo is an answer.
    return value in (None, "", ()) or (key in ("minor", "cancelled") and value is False)


def _at_home(row: Registration, zone: tzinfo) -> Registration:
    if row.registered_at is None or row.registered_at.tzinfo:
        return row
    return replace(row, registered_at=row.registered_at.replace(tzinfo=zone))


def _when(row: Registration) -> tuple[float, int]:
    return row.registered_at.timestamp() if row.registered_at else 0.0, row.row


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
