"""The dates after an event as a calendar file (RFC 5545): contacts, commitments, promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from hackdesk.follow_up.aftermath import Contact, PartnerPromise, PromiseState
from hackdesk.follow_up.rules import CommitmentState, TeamCommitments
from hackdesk.language import Words


@dataclass(frozen=True)
class Entry:
    """One whole day in the calendar. id: the same for the same thing, so that a later file changes it."""

    id: UUID
    on: date
    title: str
    about: str = ""


def entries(
    commitments: Iterable[TeamCommitments],
    contacts: Iterable[Contact],
    promises: Iterable[PartnerPromise],
    words: Words,
) -> tuple[Entry, ...]:
    """All that has a day and is not done, by its day."""
    found = [
        Entry(one.id, one.due_on, words("Ask {team} how it goes", team=one.team), one.note)
        for one in contacts if one.done_on is None
    ]  # fmt: skip
    found += [
        Entry(one.id, one.by_when, words("{team}: {what}", team=team.team_name, what=one.what),
              words("{who} promised it.", who=one.who))
        for team in commitments for one in team.commitments
        if one.by_when is not None and one.state is CommitmentState.OPEN
    ]  # fmt: skip
    found += [
        Entry(one.id, one.by_when, words("{giver} promised: {what}", giver=one.giver, what=one.what), one.team)
        for one in promises if one.by_when is not None and one.state is PromiseState.OPEN
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.on, one.title)))


def calendar_of(name: str, dates: Iterable[Entry], now: datetime) -> bytes:
    """The file's content. name: of the event; now: aware, when it was made."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//HackDesk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in dates:
        event = Event()
        event.add("uid", f"{entry.id}@hackdesk")
        event.add("dtstamp", now)
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", "\n".join(filter(None, (entry.about, name))))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
