"""What bringing in a list will do: who is new, what changes, what is doubtful. Nothing is written here.

A row is somebody on the list already when the badge code or the ticket is theirs, or when the name is the same,
whatever its case and accents, and the e-mail is too, or, where one side has none, the phone. Two people with one
name and different addresses stay two; so do two who share a mailbox.

What changes is decided field by field from three sides: what the form said last time, what it says now, and what
is on the list. A blank cell changes nothing, and what was typed at the desk stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.headers import FIELDS
from hackdesk.people.importing.registrations import Problem, Registration, Registrations
from hackdesk.people.search import phone_digits, words_of

#: What a list may say about a person, besides the badge code and the ticket's secret.
IMPORTED = (
    "given_name", "family_name", "email", "phone", "organisation", "municipality", "groups", "roles", "skills",
    "languages", "choices", "diet", "access_needs", "remarks", "minor", "photo_consent", "guardian_consent",
)  # fmt: skip
_KEYS = frozenset({"code", "ticket_secret"})


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Known:
    """Somebody on the event's list. values: what is there now by field; as_registered: what the form said last."""

    id: UUID
    code: str
    values: Mapping[str, Any]
    as_registered: Mapping[str, Any]
    registered_at: datetime | None = None


@dataclass(frozen=True)
class PersonPlan:
    """What happens to one person. person_id: None for a new one; rows: those of the list that speak of them.

    changes: what will be written, by field; answers: all that the form says now.
    """

    person_id: UUID | None
    name: str
    outcome: Outcome
    rows: tuple[int, ...]
    changes: Mapping[str, Any]
    answers: Mapping[str, Any]
    asked: Mapping[str, str] = field(default_factory=dict)
    registered_at: datetime | None = None


@dataclass(frozen=True)
class Plan:
    """Everything that will happen. doubts: what somebody should look at, in the order of rows."""

    steps: tuple[PersonPlan, ...]
    doubts: tuple[Problem, ...]

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


class _Someone:
    """A person while the rows that speak of them are being gathered."""

    def __init__(self, known: Known | None = None) -> None:
        self.known = known
        self.rows: list[Registration] = []
        self.answers: dict[str, Any] = {}

    @property
    def values(self) -> Mapping[str, Any]:
        return {**(self.known.values if self.known else {}), **self.answers}

    def take(self, row: Registration) -> None:
        self.rows.append(row)
        answers = dict(row.values)
        if row.name_guessed and self.values and _same_words(row.name, _name(self.values)):
            # Where the given name ends in one cell is our guess; what is known already is none.
            answers.pop("given_name", None)
            answers.pop("family_name", None)
        elif _is_shouted(row.name) and _same_words(row.name, _name(self.values)):
            answers.pop("given_name", None)
            answers.pop("family_name", None)
        self.answers.update(answers)


def planned(registrations: Registrations, known: Iterable[Known], zone: tzinfo) -> Plan:
    """Compare a list with who is there. zone: of times that were written without one."""
    rows = sorted((_at_home(row, zone) for row in registrations.rows), key=_when)
    meeting = _Meeting([_Someone(one) for one in known])
    for row in rows:
        meeting.seat(row)
    doubts = list(meeting.doubts)
    steps = [_step(someone, doubts) for someone in meeting.everyone if someone.rows]
    steps.sort(key=lambda step: step.rows[0])
    return Plan(tuple(steps), tuple(sorted(doubts, key=lambda doubt: doubt.row)))


class _Meeting:
    """Finds, for each row, whom it speaks of."""

    def __init__(self, everyone: list[_Someone]) -> None:
        self.everyone: list[_Someone] = []
        self.doubts: list[Problem] = []
        self._by_name: defaultdict[tuple[str, ...], list[_Someone]] = defaultdict(list)
        self._by_email: defaultdict[str, list[_Someone]] = defaultdict(list)
        self._by_key: dict[tuple[str, str], _Someone] = {}
        for someone in everyone:
            self._admit(someone)

    def seat(self, row: Registration) -> None:
        someone = self._by_key_of(row) or self._by_name_of(row)
        if someone is None:
            self._doubt_mailbox(row)
            someone = _Someone()
            someone.take(row)
            self._admit(someone)
            return
        someone.take(row)
        self._remember(someone)

    def _admit(self, someone: _Someone) -> None:
        self.everyone.append(someone)
        self._by_name[_name_key(_name(someone.values))].append(someone)
        self._remember(someone)

    def _remember(self, someone: _Someone) -> None:
        values = someone.values
        for key in _KEYS:
            if values.get(key):
                self._by_key[key, values[key]] = someone
        if values.get("email") and someone not in self._by_email[values["email"]]:
            self._by_email[values["email"]].append(someone)

    def _by_key_of(self, row: Registration) -> _Someone | None:
        return next((self._by_key[key, row.values[key]] for key in _KEYS
                     if key in row.values and (key, row.values[key]) in self._by_key), None)  # fmt: skip

    def _by_name_of(self, row: Registration) -> _Someone | None:
        namesakes = self._by_name[_name_key(row.name)]
        sure = [one for one in namesakes if _agree(row.values, one.values) is True]
        if sure:
            return sure[0]
        open_ones = [one for one in namesakes if _agree(row.values, one.values) is None]
        if len(open_ones) == len(namesakes) == 1:
            self._doubt(row, N_("Only the name says that this is the same {name}."), name=row.name)
            return open_ones[0]
        if namesakes:
            sentence = N_("There is another {name} with another e-mail or phone: they stay two.")
            self._doubt(row, sentence, name=row.name)
        return None

    def _doubt_mailbox(self, row: Registration) -> None:
        for other in self._by_email.get(row.values.get("email", ""), ())[:1]:
            self._doubt(
                row, N_("{name} has the same e-mail as {other}: they stay two."),
                name=row.name, other=_name(other.values),
            )  # fmt: skip

    def _doubt(self, row: Registration, sentence: str, **values: str) -> None:
        self.doubts.append(Problem(row.row, "", sentence, values))


def _agree(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool | None:
    """Whether two of one name are the same person; None where nothing says so and nothing speaks against it."""
    emails = new.get("email"), old.get("email")
    if all(emails):
        return emails[0] == emails[1]
    phones = phone_digits(new.get("phone", "")), phone_digits(old.get("phone", ""))
    if all(phones):
        return phones[0] == phones[1]
    places = new.get("organisation", ""), old.get("organisation", "")
    if words_of(places[0]) == words_of(places[1]):
        return None if any(emails) or any(phones) else True
    return False if all(places) else None


def _step(someone: _Someone, doubts: list[Problem]) -> PersonPlan:
    known = someone.known
    if known is None:
        changes, outcome = someone.answers, Outcome.ADDED
    else:
        changes = dict(_changes(known, someone, doubts))
        outcome = Outcome.UPDATED if changes else Outcome.UNCHANGED
    return PersonPlan(
        person_id=known.id if known else None,
        name=_name(someone.values),
        outcome=outcome,
        rows=tuple(sorted(row.row for row in someone.rows)),
        changes=changes,
        answers=someone.answers,
        asked={purpose: header for row in someone.rows for purpose, header in row.asked.items()},
        registered_at=someone.rows[-1].registered_at,
    )


def _changes(known: Known, someone: _Someone, doubts: list[Problem]) -> Iterator[tuple[str, Any]]:
    newest = someone.rows[-1]
    if known.registered_at and newest.registered_at and newest.registered_at < known.registered_at:
        return  # an older export: what is known came later
    for key, said in someone.answers.items():
        before, now = known.as_registered.get(key), known.values.get(key)
        if key == "code" or said in (before, now):
            continue
        if now == before or _is_blank(key, now):
            yield key, said
        else:
            sentence = N_("{name}, {field}: “{now}” was changed here and stays, the list says “{said}”.")
            differing = {"field": HackDeskError(FIELDS.get(key, key)), "now": _shown(now), "said": _shown(said)}
            doubts.append(Problem(newest.row, "", sentence, {"name": _name(known.values), **differing}))


def _is_blank(key: str, value: Any) -> bool:
    # "Not a minor" is what everybody is who was not asked; a no to a photo is an answer.
    return value in (None, "", ()) or (key == "minor" and value is False)


def _at_home(row: Registration, zone: tzinfo) -> Registration:
    if row.registered_at is None or row.registered_at.tzinfo:
        return row
    return replace(row, registered_at=row.registered_at.replace(tzinfo=zone))


def _when(row: Registration) -> tuple[float, int]:
    return row.registered_at.timestamp() if row.registered_at else 0.0, row.row


def _name(values: Mapping[str, Any]) -> str:
    return f"{values.get('given_name', '')} {values.get('family_name', '')}".strip()


def _name_key(name: str) -> tuple[str, ...]:
    return tuple(sorted(words_of(name)))


def _same_words(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
