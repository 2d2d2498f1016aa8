"""The organisers' own notes and who is there for people. Nothing of this is printed or shown in the hall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: What somebody can be there for, to be suggested.
WHAT = (N_("On duty"), N_("Quiet room"), N_("First aid"))


@dataclass(frozen=True)
class Note:
    """What happened, as somebody wrote it down. who: the writer, where they said; settled_at: done with."""

    id: UUID
    at: datetime
    text: str
    who: str = ""
    settled_at: datetime | None = None
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether somebody still has to see to it."""
        return self.settled_at is None


@dataclass(frozen=True)
class DutyDraft:
    """Who is there from–until, as somebody writes it down."""

    starts_at: datetime
    ends_at: datetime
    name: str = ""
    phone: str = ""
    what: str = ""
    person_id: UUID | None = None


@dataclass(frozen=True)
class Duty:
    """Who is there for people from–until. what: on duty, quiet room, first aid, in words."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    name: str = ""
    phone: str = ""
    what: str = ""
    person_id: UUID | None = None
    version: int = 1

    def on(self, now: datetime) -> bool:
        """Whether they are there now."""
        return self.starts_at <= now < self.ends_at


@dataclass(frozen=True)
class Notes:
    """Everything, open notes first, the newest first; duties as time goes."""

    notes: tuple[Note, ...] = ()
    duties: tuple[Duty, ...] = ()

    def on_duty(self, now: datetime) -> tuple[Duty, ...]:
        """Who is there now."""
        return tuple(duty for duty in self.duties if duty.on(now))


def in_order(notes: Sequence[Note]) -> tuple[Note, ...]:
    """What is open first, then the newest first."""
    newest = sorted(notes, key=lambda note: note.at, reverse=True)
    return tuple(sorted(newest, key=lambda note: not note.open))


def checked_duty(draft: DutyDraft) -> DutyDraft:
    """The same duty. Raises HackDeskError where it is nobody's, or ends before it starts."""
    if draft.person_id is None and not draft.name.strip():
        raise HackDeskError(N_("Nobody is named."), remedy=N_("Type who is there."))
    if draft.ends_at <= draft.starts_at:
        raise HackDeskError(N_("The duty ends before it starts."), remedy=N_("Give it an end after its start."))
    return draft
