"""What overlaps, where time is free, making room, changing places, splitting: as rules and in a real file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.agenda import actions, arranging, template
from hackdesk.agenda.hours import moment
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.agenda.shifting import SHORTEST, shifted
from hackdesk.agenda.wording import change_words, free_words, inserted_words, length_words, overlap_words
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
TALLINN = ZoneInfo("Europe/Tallinn")
EN = language("en")
Make = Callable[..., ProgrammeItem]


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def plan(title: str, start: int, end: int, **values: bool) -> Planned:
    return Planned(title, at(start), at(end), **values)


def times(event: Event) -> dict[str, tuple[float, float]]:
    def minutes(moment: datetime) -> float:
        return (moment - NINE) / timedelta(minutes=1)

    return {one.title: (minutes(one.starts_at), minutes(one.ends_at)) for one in programme(event)}


def test_an_overlap_is_said_in_words(item: Make) -> None:
    items = [item("Lunch", 0, 45), item("Mentor round", 35, 90)]
    (found,) = arranging.overlaps(items)
    assert overlap_words(EN, found) == "“Lunch” and “Mentor round” overlap by 10 min"


def test_what_the_organisers_do_behind_the_scenes_overlaps_nothing_of_the_hall(item: Make) -> None:
    lunch, tables = item("Lunch", 0, 45), item("Tables are set", 0, 30, public=False)
    assert arranging.overlaps([lunch, tables]) == ()
    same = [item("Lunch", 0, 45, responsible="Mari"), item("Tables", 0, 30, public=False, responsible="Mari")]
    assert len(arranging.overlaps(same)) == 1, "nobody is in two places"


def test_free_time_is_said_where_the_hall_has_nothing_and_not_over_night(item: Make) -> None:
    items = [
        item("Talk", 0, 60), item("Staff", 60, 80, public=False), item("Work", 80, 100),
        item("Morning", 1440, 1500),
    ]  # fmt: skip
    (found,) = arranging.free_times(items)
    assert (found.starts_at, found.ends_at) == (at(60), at(80))
    assert free_words(EN, found) == "20 min free"


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (75, "1 h 15 min"), (2940, "49 h")])
def test_lengths_are_said_as_one_says_them(minutes: int, said: str) -> None:
    assert length_words(EN, timedelta(minutes=minutes)) == said


def test_room_is_made_only_as_far_as_it_must(item: Make) -> None:
    items = [item("A", 0, 60), item("B", 60, 90), item("C", 100, 120), item("D", 150, 200)]
    room = arranging.with_room(items, arranging.moved_to(items[0], at(25)))
    assert [(one.title, one.starts_at, one.moved) for one in room.moved] == [("B", at(85), 25), ("C", at(115), 15)]


def test_room_stops_at_a_fixed_item_and_says_what_is_squeezed(item: Make) -> None:
    items = [item("A", 0, 60), item("B", 60, 120), item("Lunch", 120, 180, fixed=True)]
    room = arranging.with_room(items, item("New", 60, 80))
    assert [(one.title, one.starts_at, one.ends_at) for one in room.moved] == [("B", at(80), at(120))]
    assert [(lost.item.title, lost.minutes) for lost in room.squeezed] == [("B", 20)]
    with pytest.raises(HackDeskError, match="“B” would have no time left before “Lunch”"):
        arranging.with_room(items, item("New", 60, 118))


@given(
    lengths=st.lists(st.integers(5, 90), min_size=2, max_size=8),
    fixed=st.integers(0, 7), after=st.integers(0, 7), long=st.integers(5, 120),
)  # fmt: skip
def test_room_never_moves_a_fixed_item_nor_leaves_an_overlap(
    lengths: list[int], fixed: int, after: int, long: int
) -> None:
    items, start = [], 0
    for number, length in enumerate(lengths):
        ends = start + length
        items.append(
            ProgrammeItem(UUID(int=number), str(number), "other", at(start), at(ends), fixed=number == fixed)
        )
        start = ends
    begins = items[after % len(items)].ends_at
    new = ProgrammeItem(UUID(int=99), "new", "other", begins, begins + timedelta(minutes=long))
    try:
        room = arranging.with_room(items, new)
    except HackDeskError:
        return
    after_it = {one.id: one for one in [*items, new, *room.moved]}
    assert all(one.ends_at - one.starts_at >= SHORTEST for one in after_it.values())
    ordered = sorted(after_it.values(), key=lambda one: (one.starts_at, one.ends_at))
    assert all(earlier.ends_at <= later.starts_at for earlier, later in pairwise(ordered))
    assert all(after_it[one.id] == one for one in items if one.fixed)


def test_an_item_is_moved_and_keeps_its_length(event: Event) -> None:
    added = actions.add_item(event, plan("Talk", 0, 45))
    actions.move_item(event, added.id, at(30))
    actions.nudge_item(event, added.id, -5)
    actions.nudge_item(event, added.id, -5)
    assert times(event) == {"Talk": (20, 65)}
    undo(event)
    assert times(event) == {"Talk": (25, 70)}


def test_a_fixed_item_and_one_that_has_begun_do_not_move(event: Event) -> None:
    lunch = actions.add_item(event, plan("Lunch", 60, 90, fixed=True))
    talk = actions.add_item(event, plan("Talk", 0, 60))
    with pytest.raises(HackDeskError, match="“Lunch” has a fixed time"):
        actions.nudge_item(event, lunch.id, 5)
    actions.start_item(event, talk.id)
    with pytest.raises(HackDeskError, match="“Talk” has begun"):
        actions.move_item(event, talk.id, at(5))
    assert actions.end_item_at(event, talk.id, at(50)).ends_at == at(50), "its end may be planned anew"


def test_two_items_change_places_and_the_time_between_them_stays(event: Event) -> None:
    first = actions.add_item(event, plan("Talk", 0, 45))
    actions.add_item(event, plan("Tables", 10, 20, public=False))
    actions.add_item(event, plan("Film", 50, 60))
    actions.change_places(event, first.id, 1)
    assert times(event) == {"Film": (0, 10), "Tables": (10, 20), "Talk": (15, 60)}
    with pytest.raises(HackDeskError, match="“Talk” is the last of its day"):
        actions.change_places(event, first.id, 1)
    undo(event)
    assert times(event)["Talk"] == (0, 45)


def test_a_new_item_pushes_what_follows_and_all_of_it_is_one_change(event: Event) -> None:
    for planned in (plan("A", 0, 60), plan("B", 60, 90), plan("C", 100, 130)):
        actions.add_item(event, planned)
    receipt = actions.insert_item(event, plan("New", 60, 90))
    assert times(event) == {"A": (0, 60), "New": (60, 90), "B": (90, 120), "C": (120, 150)}
    assert inserted_words(EN, receipt) == "“New” is in the programme. 2 items moved by +30 min."
    undo(event)
    assert times(event) == {"A": (0, 60), "B": (60, 90), "C": (100, 130)}


def test_a_new_item_without_room_is_put_in_all_the_same_and_it_is_said(event: Event) -> None:
    actions.add_item(event, plan("B", 0, 30))
    actions.add_item(event, plan("Lunch", 30, 60, fixed=True))
    receipt = actions.insert_item(event, plan("New", 0, 30))
    assert receipt.refused and "no time left before “Lunch”" in inserted_words(EN, receipt)
    assert times(event)["New"] == times(event)["B"] == (0, 30)


def test_where_a_new_item_goes(item: Make) -> None:
    items = [item("A", 0, 60), item("B", 80, 120)]
    assert arranging.place_for(items, items[0], 1) == (at(60), at(80)), "the free time, where it is short"
    assert arranging.place_for(items, items[1], 1) == (at(120), at(150))
    assert arranging.place_for(items, items[0], -1) == (at(-30), at(0))
    assert arranging.place_for([items[0]], items[0], 1) == (at(60), at(90))


def test_an_item_is_split_in_two(event: Event) -> None:
    added = actions.add_item(event, plan("Work", 0, 95))
    first, second = actions.split_item(event, added.id)
    assert (first.starts_at, first.ends_at) == (at(0), at(50))
    assert (second.starts_at, second.ends_at) == (at(50), at(95))
    assert first.title == second.title == "Work"
    undo(event)
    assert len(programme(event)) == 1
    short = actions.add_item(event, plan("Short", 200, 208))
    with pytest.raises(HackDeskError, match="too short to split"):
        actions.split_item(event, short.id)


def test_a_forgotten_start_is_noted_afterwards(event: Event) -> None:
    added = actions.add_item(event, plan("Work", 0, 60))
    noted = actions.note_times(event, added.id, at(5), at(66), seen=added.version)
    assert (noted.started_at, noted.ended_at) == (at(5), at(66))
    with pytest.raises(HackDeskError, match="cannot end before it began"):
        actions.note_times(event, added.id, at(5), at(4), seen=noted.version)
    with pytest.raises(Stale):
        actions.note_times(event, added.id, None, None, seen=added.version)


def test_an_empty_programme_begins_with_a_template(event: Event) -> None:
    assert actions.begin_programme(event, template.TWO_DAYS) == len(template.TWO_DAYS)
    assert programme(event)[0].title == "Arrival and coffee"
    undo(event)
    assert programme(event) == ()


# --- the clock is changed: Friday 23:00 to Sunday, 25 October 2026 back and 29 March 2026 forward -----------


def hall(day: date, hour: int, minute: int = 0) -> datetime:
    return moment(day, time(hour, minute), TALLINN)


@pytest.mark.parametrize(
    ("friday", "hours", "said"),
    [(date(2026, 10, 23), 49, "The clock goes back meanwhile: it lasts 49 h."),
     (date(2026, 3, 27), 47, "The clock goes forward meanwhile: it lasts 47 h.")],
)  # fmt: skip
def test_an_event_over_the_change_says_how_long_it_really_is(
    event: Event, friday: date, hours: int, said: str
) -> None:
    sunday = friday + timedelta(days=2)
    whole = actions.add_item(event, Planned("Hackathon", hall(friday, 23), hall(sunday, 23)))
    assert whole.ends_at - whole.starts_at == timedelta(hours=hours)
    assert change_words(EN, whole, TALLINN) == said
    assert change_words(EN, actions.add_item(event, plan("Talk", 0, 60)), TALLINN) == ""


@pytest.mark.parametrize(
    ("night", "local"), [(date(2026, 10, 25), ["03:00", "03:30"]), (date(2026, 3, 29), ["04:00", "05:30"])]
)
def test_a_shift_over_the_change_moves_by_real_time(event: Event, night: date, local: list[str]) -> None:
    two = hall(night, 2)
    walk = actions.add_item(event, Planned("Night walk", two, two + timedelta(minutes=30)))
    soup = actions.add_item(event, Planned("Soup", two + timedelta(minutes=30), two + timedelta(hours=1)))
    shift = shifted(programme(event), 60, two - timedelta(hours=1), walk.id)
    assert [one.starts_at - was.starts_at for one, was in zip(shift.moved, (walk, soup), strict=True)] == [
        timedelta(hours=1)
    ] * 2
    later = actions.shift_rest(event, 60, first=walk.id).moved
    assert [one.ends_at - one.starts_at for one in later] == [timedelta(minutes=30)] * 2
    assert f"{later[0].starts_at.astimezone(TALLINN):%H:%M}" == local[0]
    again = actions.nudge_item(event, soup.id, 60)
    shown = f"{again.starts_at.astimezone(TALLINN):%H:%M}"
    assert shown == local[1] and again.ends_at - again.starts_at == timedelta(minutes=30)


def test_the_day_of_the_change_is_one_day(event: Event, clock: FakeClock) -> None:
    night = date(2026, 10, 25)
    for begins, ends in ((0, 2), (2, 5), (5, 9)):
        actions.add_item(event, Planned(f"{begins}", hall(night, begins), hall(night, ends)))
    assert arranging.overlaps(programme(event)) == () and arranging.free_times(programme(event)) == ()
    assert [one.ends_at - one.starts_at for one in programme(event)] == [timedelta(hours=h) for h in (2, 4, 4)]
