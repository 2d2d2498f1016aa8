"""The sample event: a whole day through the real actions, sound, repeatable, and refused where it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hackdesk.errors import HackDeskError
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.jury.queries import results, sealed
from hackdesk.people.queries import calls_in, meal_ticks, meals, people, targets_in
from hackdesk.rehearsal import Act, Scale, sample_event
from hackdesk.teams.queries import teams

SMALL = Scale(people=24, teams=3, jurors=3, seed=4)
SATURDAY = date(2026, 11, 14)


def played(file: Path, scale: Scale, until: Act = Act.PROMISES) -> Event:
    sample_event(file, scale, starts_on=SATURDAY, until=until)
    return Event.open(file)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Event]:
    """The play to its end, played once and only looked at."""
    event = played(tmp_path_factory.mktemp("whole") / "play.hackdesk", SMALL)
    yield event
    event.close()


def test_the_whole_play_leaves_a_sound_file_with_sealed_results(whole: Event) -> None:
    event = whole
    assert check(event).sound
    signed = sealed(event)
    assert signed is not None and signed.number == 1 and signed.given
    assert len(results(event).places) == len([team for team in teams(event) if team.members])


def test_meals_are_served_and_targets_wanted_so_that_the_demo_shows_them(whole: Event) -> None:
    event = whole
    ticks = meal_ticks(event)
    assert len(meals(event)) == 3 and all(ticks.get(meal.id) for meal in meals(event))
    with event.read() as session:
        assert any(target.kind == "municipality" for target in targets_in(session)) and calls_in(session)


def test_the_same_seed_registers_the_same_people_with_the_same_wishes(tmp_path: Path) -> None:
    told = []
    for name in ("one", "two"):
        event = played(tmp_path / f"{name}.hackdesk", SMALL, Act.REGISTERED)
        told.append([(person.name, person.groups, person.choices) for person in people(event)])
        event.close()
    assert told[0] == told[1] and len(told[0]) == SMALL.people


def test_half_a_play_is_an_event_in_the_middle_of_its_morning(tmp_path: Path) -> None:
    event = played(tmp_path / "play.hackdesk", SMALL, Act.ARRIVING)
    here = [person for person in people(event) if person.arrived_at]
    assert 0 < len(here) < SMALL.people and teams(event) == ()
    event.close()


def test_too_few_people_for_the_teams_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(HackDeskError, match="9 teams need at least"):
        sample_event(tmp_path / "play.hackdesk", Scale(people=20, teams=9))
    assert not (tmp_path / "play.hackdesk").exists()
