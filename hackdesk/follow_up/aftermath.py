"""After the hall: partners' promises, contacts after one, three and six months, and what became of a topic."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.follow_up.rules import CommitmentState, TeamCommitments
from hackdesk.language import N_

#: Months after the last day at which each team is asked how it goes.
CONTACT_MONTHS = (1, 3, 6)
#: So long before its day something is told as soon to be done.
SOON = timedelta(days=7)


class PromiseState(StrEnum):
    """What became of a partner's promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


PROMISE_WORDS = {PromiseState.OPEN: N_("open"), PromiseState.KEPT: N_("kept"), PromiseState.BROKEN: N_("not kept")}


class Outcome(StrEnum):
    """What became of a topic."""

    GOES_ON = "goes_on"
    DONE = "done"
    WAITS = "waits"
    ENDED = "ended"


OUTCOME_WORDS = {
    Outcome.GOES_ON: N_("is carried on"),
    Outcome.DONE: N_("is done"),
    Outcome.WAITS: N_("waits"),
    Outcome.ENDED: N_("ended"),
}


@dataclass(frozen=True)
class PartnerPromise:
    """What a partner promised a team. award: the name of the award it came with, or ""."""

    id: UUID
    giver: str
    what: str
    team_id: UUID | None = None
    team: str = ""
    award_id: UUID | None = None
    award: str = ""
    by_when: date | None = None
    state: PromiseState = PromiseState.OPEN
    note: str = ""
    version: int = 1


@dataclass(frozen=True)
class Contact:
    """Somebody asks a team how it goes. done_on None: not yet. who: who asked whom; note: what they said."""

    id: UUID
    team_id: UUID
    team: str
    due_on: date
    done_on: date | None = None
    who: str = ""
    note: str = ""
    version: int = 1


@dataclass(frozen=True)
class TopicFate:
    """A topic, and what became of it. outcome None: nobody has said. returns: it comes at the next edition."""

    topic_id: UUID
    title: str
    teams: tuple[str, ...] = ()
    outcome: Outcome | None = None
    note: str = ""
    returns: bool = False
    version: int = 0


class DueKind(StrEnum):
    """What is to be looked after."""

    CONTACT = "contact"
    COMMITMENT = "commitment"
    PROMISE = "promise"


@dataclass(frozen=True)
class Due:
    """One thing that wants looking after. late: its day has passed."""

    kind: DueKind
    on: date
    team: str
    what: str
    who: str
    late: bool
    id: UUID


@dataclass(frozen=True)
class Ahead:
    """How the follow-up stands. now: what is late or due within a week; then: the first thing after these.

    ended: whether the event's last day has passed; before that nothing is due.
    """

    ended: bool
    today: date
    now: tuple[Due, ...] = ()
    then: Due | None = None


def after_months(day: date, months: int) -> date:
    """The same day so many months later; where there is none, the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def contact_days(ends_on: date) -> tuple[date, ...]:
    """When each team is asked how it goes."""
    return tuple(after_months(ends_on, months) for months in CONTACT_MONTHS)


def open_dates(
    today: date,
    commitments: Iterable[TeamCommitments],
    contacts: Iterable[Contact],
    promises: Iterable[PartnerPromise],
) -> tuple[Due, ...]:
    """All that has a day and is not done, by its day."""
    found = [
        Due(DueKind.CONTACT, one.due_on, one.team, "", one.who, one.due_on < today, one.id)
        for one in contacts if one.done_on is None
    ]  # fmt: skip
    found += [
        Due(DueKind.COMMITMENT, one.by_when, team.team_name, one.what, one.who, one.overdue(today), one.id)
        for team in commitments for one in team.commitments
        if one.by_when is not None and one.state is CommitmentState.OPEN
    ]  # fmt: skip
    found += [
        Due(DueKind.PROMISE, one.by_when, one.team, one.what, one.giver, one.by_when < today, one.id)
        for one in promises if one.by_when is not None and one.state is PromiseState.OPEN
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.on, one.team)))


def look_ahead(ended: bool, today: date, dates: Iterable[Due]) -> Ahead:
    """What of the open dates is due; nothing while the event is still on."""
    dates = tuple(dates)
    now = tuple(one for one in dates if ended and one.on <= today + SOON)
    return Ahead(ended, today, now, dates[len(now)] if len(now) < len(dates) else None)


def checked_promise(promise: PartnerPromise) -> PartnerPromise:
    """The same, trimmed. Raises HackDeskError where nobody or nothing is named."""
    promise = replace(
        promise, giver=promise.giver.strip(), what=promise.what.strip(), note=promise.note.strip()
    )
    if not promise.giver:
        raise HackDeskError(N_("Nobody is named who promised it."), remedy=N_("Type the partner's name."))
    if not promise.what:
        raise HackDeskError(N_("Nothing is written that was promised."), remedy=N_("Type what was promised."))
    return promise
