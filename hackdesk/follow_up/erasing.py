"""Two classes of personal data: what goes when the facilitator says so, and what stays.

What stays is what a funder may ask for in years: who was here on which day, in which team, what the jury signed.
What goes is what only the event itself needed: health, diet, contact data, notes, and who said or voted what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from hackdesk.language import N_


@dataclass(frozen=True)
class Part:
    """Something that goes. columns: {column of `table`: what it holds then}; none: whole rows go.

    said: what it is, in words, marked for translation.
    """

    key: str
    table: str
    said: str
    columns: Mapping[str, object] = field(default_factory=dict)


GOES = (
    Part("contact", "people", N_("e-mail addresses and phone numbers"), {"email": "", "phone": ""}),
    Part("health", "people", N_("diets and access needs"), {"diet": "", "access_needs": ""}),
    Part("notes", "people", N_("remarks, and the organisers' notes about people"),
         {"remarks": "", "organisers_note": ""}),
    Part("form", "people", N_("what the registration form said besides: skills, languages, wishes"),
         {"skills": [], "languages": [], "choices": [], "as_registered": {}, "ticket_secret": "", "minor": False}),
    Part("guardians", "consents", N_("who answered for a minor"), {"given_by": ""}),
    Part("calls", "calls", N_("phone calls, and what was said")),
    Part("meals", "meal_ticks", N_("who was given which meal")),
    Part("lists", "imports", N_("how lists were read, cell by cell"), {"reading": {}}),
    Part("pairs", "pairs", N_("who was to sit together or apart")),
    Part("incidents", "incidents", N_("the organisers' private notes")),
    Part("duties", "duties", N_("phone numbers of those on duty"), {"phone": ""}),
    Part("access", "juror_access", N_("jurors' PINs and links")),
    # A guest's code is nobody's name, and it is what keeps guests' votes apart from the hall's.
    Part("votes", "hall_votes", N_("who cast which vote in the hall"), {"person_id": None}),
)  # fmt: skip

#: What stays, in words.
STAYS = (
    N_("Names, organisations and municipalities, and who was here on which day: the attendance record."),
    N_("Yes or no to photos and to taking part, with its time and its words."),
    N_("Topics, teams and who was in them, the programme, and what the teams promised."),
    N_("Ballots, places, awards and every signed revision of the results; certificates with their numbers."),
    N_("Numbers of every kind, and the chain of what was done: when and at which desk, without what was written."),
)

#: The tables whose texts leave the journal; of feedback forms because an entry tells when each was taken in.
FORGOTTEN = frozenset({"form_answers", *(part.table for part in GOES)})


@dataclass(frozen=True)
class WhatGoes:
    """What would go now. counts: {key of a part: how many rows}; nothing where there is none.

    backups: copies of the file that go, one new copy is made after; forms: half-typed forms that wait.
    exports: papers that were written where HackDesk knows of. erased_at: when it was done last.
    """

    counts: Mapping[str, int]
    backups: tuple[Path, ...] = ()
    forms: int = 0
    exports: tuple[Path, ...] = ()
    erased_at: datetime | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing left to erase."""
        return not (any(self.counts.values()) or self.forms)


@dataclass(frozen=True)
class Erased:
    """The receipt. counts: {key of a part: how many rows}; left: files that could not be deleted."""

    counts: Mapping[str, int]
    files: int = 0
    left: tuple[Path, ...] = ()
