"""What was promised in the hall is followed up: by day, until somebody says what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import icalendar
import pytest
from builders import FakeClock, an_empty_event
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.cli import command_line
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import (
    Due,
    DueKind,
    Outcome,
    PartnerPromise,
    PromiseState,
    after_months,
    contact_days,
)
from hackdesk.follow_up.aftermath_queries import contacts, due_now, fates, promises
from hackdesk.follow_up.calendar_file import calendar_of, entries
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import Promise
from hackdesk.jury.actions import add_award, give_award, remove_award
from hackdesk.jury.rules import Award
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow, TopicRow

BUS, CARE = uuid4(), uuid4()


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Event:
    """Two topics, two teams; the event lasts 14–15 November 2026."""
    event = an_empty_event(tmp_path, clock=clock)
    with event.change("begin") as session:
        for number, (team, name) in enumerate(((BUS, "Bus"), (CARE, "Care"))):
            topic = TopicRow(id=uuid4(), title=f"{name} topic")
            topic.position, topic.min_size, topic.max_size = number, 4, 12
            session.add(topic)
            session.flush()
            session.add(TeamRow(id=team, name=name, topic_id=topic.id, position=number))
    return event


def kinds(found: tuple[Due, ...]) -> list[tuple[DueKind, date, str, bool]]:
    return [(one.kind, one.on, one.team, one.late) for one in found]


def test_a_month_later_is_the_same_day_or_the_months_last() -> None:
    assert contact_days(date(2026, 11, 15)) == (date(2026, 12, 15), date(2027, 2, 15), date(2027, 5, 15))
    assert after_months(date(2026, 8, 31), 6) == date(2027, 2, 28)


@given(some.dates(date(2000, 1, 1), date(2090, 1, 1)), some.integers(1, 12))
def test_so_many_months_later_is_always_in_that_month(day: date, months: int) -> None:
    later = after_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months and later.day <= day.day


def test_contacts_are_planned_once_for_each_team(event: Event) -> None:
    assert actions.plan_contacts(event) == 6
    assert actions.plan_contacts(event) == 0
    assert [(one.team, one.due_on) for one in contacts(event)][:2] == [
        ("Bus", date(2026, 12, 15)), ("Care", date(2026, 12, 15)),
    ]  # fmt: skip


def test_what_is_due_is_told_when_the_file_is_opened_again(event: Event, clock: FakeClock) -> None:
    actions.plan_contacts(event)
    actions.add_commitment(event, BUS, Promise("Mari", "asks the municipality", date(2026, 11, 30), "library"))
    promise = PartnerPromise(uuid4(), "Library", "20 hours", CARE, by_when=date(2026, 12, 20))
    actions.add_promise(event, promise)
    assert due_now(event) == ()  # the event is still on
    clock.forward(days=12)
    assert kinds(due_now(event)) == [(DueKind.COMMITMENT, date(2026, 11, 30), "Bus", False)]
    clock.forward(days=20)
    assert kinds(due_now(event)) == [
        (DueKind.COMMITMENT, date(2026, 11, 30), "Bus", True),
        (DueKind.CONTACT, date(2026, 12, 15), "Bus", True),
        (DueKind.CONTACT, date(2026, 12, 15), "Care", True),
        (DueKind.PROMISE, date(2026, 12, 20), "Care", False),
    ]


def test_a_contact_that_was_made_is_not_due_and_keeps_what_was_said(event: Event, clock: FakeClock) -> None:
    actions.plan_contacts(event)
    clock.forward(days=31)
    first = contacts(event)[0]
    done = replace(first, done_on=date(2026, 12, 14), who="Mari asked Jaan", note="The bus runs on Fridays.")
    actions.keep_contact(event, done, seen=first.version)
    assert [one.team for one in due_now(event)] == ["Care"]
    assert contacts(event)[0].note == "The bus runs on Fridays."
    with pytest.raises(Stale):
        actions.keep_contact(event, first, seen=first.version)


def test_partners_prizes_become_promises_once(event: Event) -> None:
    award = add_award(event, Award(uuid4(), "Library's choice", "Library", "20 hours of advice"))
    add_award(event, Award(uuid4(), "Nobody's", "Bank", "money"))
    give_award(event, award.id, CARE, decided="partner")
    assert actions.take_promises(event) == 1 and actions.take_promises(event) == 0
    (one,) = promises(event)
    assert (one.giver, one.what) == ("Library", "20 hours of advice")
    assert (one.team, one.award) == ("Care", "Library's choice")
    actions.mark_promise(event, one.id, PromiseState.KEPT, seen=one.version)
    assert promises(event)[0].state is PromiseState.KEPT
    remove_award(event, award.id, seen=award.version)
    assert promises(event)[0].award == ""


def test_a_promise_of_nobody_or_of_nothing_is_refused(event: Event) -> None:
    for promise in (PartnerPromise(uuid4(), " ", "money"), PartnerPromise(uuid4(), "Bank", "")):
        with pytest.raises(HackDeskError):
            actions.add_promise(event, promise)


def test_what_became_of_a_topic_can_be_said_and_taken_back(event: Event) -> None:
    bus = fates(event)[0]
    assert (bus.title, bus.teams, bus.outcome) == ("Bus topic", ("Bus",), None)
    actions.keep_fate(event, replace(bus, outcome=Outcome.GOES_ON, note="Municipality pays", returns=True), seen=0)
    bus = fates(event)[0]
    assert (bus.outcome, bus.note, bus.returns) == (Outcome.GOES_ON, "Municipality pays", True)
    with pytest.raises(Stale):
        actions.keep_fate(event, bus, seen=0)
    actions.keep_fate(event, replace(bus, outcome=None, note="", returns=False), seen=bus.version)
    assert fates(event)[0].outcome is None and fates(event)[0].version == 0


def test_the_dates_are_a_calendar_that_programs_read(event: Event) -> None:
    actions.plan_contacts(event)
    actions.add_commitment(event, BUS, Promise("Mari", "küsib vallalt; „jah“, või ei", date(2026, 11, 30)))
    dates = entries(commitments(event), contacts(event), promises(event), language("et"))
    now = datetime(2026, 11, 16, 8, tzinfo=UTC)
    read = icalendar.Calendar.from_ical(calendar_of("Vastseliina", dates, now))
    events = read.walk("VEVENT")
    assert len(events) == 7 and str(events[0]["summary"]) == "Bus: küsib vallalt; „jah“, või ei"
    assert events[0]["dtstart"].dt == date(2026, 11, 30)
    assert events[0]["dtend"].dt - events[0]["dtstart"].dt == timedelta(days=1)
    again = icalendar.Calendar.from_ical(calendar_of("Vastseliina", dates, now))
    assert [one["uid"] for one in again.walk("VEVENT")] == [one["uid"] for one in events]


def test_the_verbs_tell_what_is_due_and_write_the_calendar(event: Event, tmp_path: Path) -> None:
    ran = CliRunner().invoke(command_line, ["due", str(event.path)])
    assert ran.exit_code == 0 and "Nothing is due" in ran.output
    out = tmp_path / "dates.ics"
    ran = CliRunner().invoke(command_line, ["calendar", str(event.path), "--out", str(out)])
    assert ran.exit_code == 0 and out.read_bytes().startswith(b"BEGIN:VCALENDAR")
