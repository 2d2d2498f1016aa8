"""The programme on the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import FakeClock
from click.testing import CliRunner, Result

from hackdesk.agenda import actions
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned
from hackdesk.cli import command_line
from hackdesk.event.store import Event

NOON = datetime(2026, 11, 14, 10, 0, tzinfo=UTC)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


def told(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def planned(event: Event, clock: FakeClock) -> Event:
    """Arrival was ten minutes over; the talk began ten minutes late and is on."""
    for title, start, end, fixed in (
        ("Arrival", 0, 60, False), ("Talk", 60, 90, False), ("Work", 90, 150, False), ("Lunch", 150, 200, True)
    ):  # fmt: skip
        at = NOON + timedelta(minutes=start), NOON + timedelta(minutes=end)
        actions.add_item(event, Planned(title, *at, fixed=fixed))
    arrival, talk, *_rest = programme(event)
    clock.now = NOON
    actions.start_item(event, arrival.id)
    clock.forward(minutes=70)
    actions.start_item(event, talk.id)
    return event


def test_it_shows_plan_and_reality(planned: Event) -> None:
    shown = run("programme", planned.path).stdout
    assert "Saturday, 14 November 2026" in shown
    assert "  1  12:00–13:00  Arrival · was 12:00–13:10" in shown
    assert "  4  14:30–15:20  Lunch · fixed" in shown


def test_as_json_it_has_every_field_and_the_numbers_of_the_items(planned: Event) -> None:
    found = told("programme", planned.path)
    assert [(one["number"], one["title"]) for one in found["items"]][:2] == [(1, "Arrival"), (2, "Talk")]
    assert found["items"][0]["ended_at"] == "2026-11-14T11:10:00+00:00"
    assert set(found) == {"now", "next", "late_minutes", "pace", "items"}


def test_a_planned_day_is_shifted_from_an_item_on(planned: Event) -> None:
    # The verb goes by the laptop's clock, for which this day is over or to come: it is told where to begin.
    found = told("programme", planned.path, "shift", "10", "--from", "3")
    assert found["minutes"] == 10 and found["before"] == "Lunch"
    assert [one["title"] for one in found["moved"]] == ["Work"] and found["squeezed"][0]["minutes"] == 10
    assert programme(planned)[2].starts_at == NOON + timedelta(minutes=100)


def test_a_shift_that_cannot_be_is_refused_in_a_sentence(planned: Event) -> None:
    refused = run("programme", planned.path, "shift", "-20", "--from", "3")
    assert refused.exit_code == 1 and "before “Talk” is over" in refused.stderr
    assert "no item number 9" in run("programme", planned.path, "shift", "5", "--from", "9").stderr


def test_an_empty_programme_says_so(event: Event) -> None:
    assert run("programme", event.path).stdout.strip() == "No programme yet"
