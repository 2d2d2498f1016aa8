"""Programme, timer and stage in a real file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from builders import STRANGE_NAME, FakeClock

from hackdesk.agenda import actions, queries, timer
from hackdesk.agenda.rules import Planned, Stage, View
from hackdesk.agenda.timer import Phase
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.teams.tables import TeamRow

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)


def plan(title: str, start: int, end: int, **values: bool) -> Planned:
    return Planned(title, NINE + timedelta(minutes=start), NINE + timedelta(minutes=end), **values)


def left(event: Event) -> float:
    return timer.remaining(queries.timer(event), event.moment())


def test_an_item_is_added_edited_and_removed(event: Event) -> None:
    added = actions.add_item(event, plan(STRANGE_NAME, 0, 60))
    edited = actions.edit_item(event, added.id, plan(STRANGE_NAME, 0, 90), seen=added.version)
    assert queries.programme(event) == (edited,)
    assert edited.title == STRANGE_NAME and edited.ends_at - edited.starts_at == timedelta(minutes=90)
    actions.remove_item(event, edited.id, seen=edited.version)
    assert queries.programme(event) == ()


def test_an_item_that_somebody_else_changed_is_not_overwritten(event: Event) -> None:
    seen = actions.add_item(event, plan("Lunch", 0, 60))
    actions.edit_item(event, seen.id, plan("Late lunch", 0, 60), seen=seen.version)
    with pytest.raises(Stale, match="“Late lunch”"):
        actions.edit_item(event, seen.id, plan("Long lunch", 0, 60), seen=seen.version)
    with pytest.raises(Stale):
        actions.remove_item(event, seen.id, seen=seen.version)


def test_starting_an_item_ends_what_was_on(event: Event, clock: FakeClock) -> None:
    first = actions.add_item(event, plan("Arrival", 0, 60))
    second = actions.add_item(event, plan("Topics", 60, 120))
    actions.start_item(event, first.id)
    clock.forward(minutes=68)
    actions.start_item(event, second.id)
    arrival, topics = queries.programme(event)
    assert (arrival.started_at, arrival.ended_at) == (NINE, NINE + timedelta(minutes=68))
    assert queries.now_and_next(event).now == topics
    assert queries.now_and_next(event).late == timedelta(minutes=8)
    clock.forward(minutes=2)
    assert actions.end_item(event, topics.id).ended_at == clock.now
    clock.forward(minutes=2)
    assert actions.end_item(event, topics.id).ended_at == clock.now - timedelta(minutes=2)


def test_the_rest_is_shifted_in_one_change_and_undo_brings_it_back(event: Event) -> None:
    for planned in (plan("Topics", 60, 120), plan("Teams", 120, 180), plan("Lunch", 180, 240, fixed=True)):
        actions.add_item(event, planned)
    before = [(item.starts_at, item.ends_at, item.moved) for item in queries.programme(event)]
    shift = actions.shift_rest(event, 10)
    assert [item.title for item in shift.moved] == ["Topics", "Teams"]
    assert [(s.item.title, s.minutes) for s in shift.squeezed] == [("Teams", 10)]
    assert [item.moved for item in queries.programme(event)] == [10, 10, 0]
    undo(event)
    assert [(item.starts_at, item.ends_at, item.moved) for item in queries.programme(event)] == before


def test_a_shift_that_does_not_fit_changes_nothing(event: Event) -> None:
    actions.add_item(event, plan("Topics", 60, 70))
    actions.add_item(event, plan("Lunch", 70, 90, fixed=True))
    head = event.head()
    with pytest.raises(HackDeskError, match="no time left"):
        actions.shift_rest(event, 10)
    assert event.head() == head


def test_the_timer_goes_on_after_a_crash(event: Event, clock: FakeClock) -> None:
    actions.set_timer(event, 180, label="Coffee")
    actions.start_timer(event)
    clock.forward(seconds=50)
    actions.pause_timer(event)
    clock.forward(seconds=300)
    assert left(event) == 130
    actions.start_timer(event)
    clock.forward(seconds=100)
    # Nothing is closed: the process is gone, and the laptop starts again a minute later.
    clock.forward(seconds=60)
    again = Event.open(event.path, clock=clock)
    assert left(again) == -30 and queries.timer(again).label == "Coffee"
    actions.pause_timer(again)
    clock.forward(seconds=60)
    assert left(again) == -30
    again.close()


def test_time_is_added_and_a_restart_gives_the_full_time(event: Event, clock: FakeClock) -> None:
    actions.start_timer(event)
    clock.forward(seconds=100)
    actions.add_time(event, 30)
    assert left(event) == 110
    actions.restart_timer(event)
    assert left(event) == 180 and not queries.timer(event).running


def test_the_laptops_clock_put_back_an_hour_does_not_touch_a_running_timer(event: Event, clock: FakeClock) -> None:
    actions.start_timer(event)
    clock.forward(seconds=20)
    clock.now -= timedelta(hours=1)
    assert left(event) == 160
    actions.pause_timer(event)
    assert left(event) == 160


def test_the_order_is_drawn_for_active_teams_and_drawn_again_from_the_same_number(event: Event) -> None:
    with event.change("withdraw") as session:
        session.query(TeamRow).filter_by(name="C").one().state = "withdrawn"
    first = actions.draw_pitch_order(event, 1907)
    assert {pitch.name for pitch in first} == {"A", "B"}
    assert {pitch.seed for pitch in first} == {1907} and [pitch.position for pitch in first] == [1, 2]
    actions.draw_pitch_order(event, 1908)
    assert actions.draw_pitch_order(event, 1907) == first == queries.pitches(event)


def test_a_team_that_is_not_in_the_order_cannot_be_moved(event: Event) -> None:
    actions.draw_pitch_order(event, 3)
    with pytest.raises(HackDeskError, match="drawn anew"):
        actions.move_pitch(event, UUID(int=1), 1)


def test_a_round_of_pitches_from_the_first_team_to_the_end(event: Event, clock: FakeClock) -> None:
    order = actions.draw_pitch_order(event, 3)
    assert actions.next_phase(event).subject_id == order[0].subject_id
    actions.start_timer(event)
    clock.forward(seconds=200)
    assert left(event) == -20
    assert actions.next_phase(event).phase == Phase.QUESTIONS
    assert actions.next_phase(event).subject_id == order[1].subject_id
    assert actions.previous_team(event).subject_id == order[0].subject_id
    assert actions.call_team(event, order[2].subject_id).phase == Phase.PITCH
    actions.next_phase(event)
    assert actions.next_phase(event).phase == Phase.OVER
    assert actions.next_phase(event).phase == Phase.OVER
    assert check(event).sound


def test_a_team_that_was_not_drawn_cannot_be_called(event: Event) -> None:
    with pytest.raises(HackDeskError, match="not in the order"):
        actions.call_team(event, UUID(int=1))


def test_without_teams_there_is_nothing_to_draw(event: Event) -> None:
    with event.change("remove") as session:
        for row in session.query(TeamRow):
            session.delete(row)
    with pytest.raises(HackDeskError, match="no team that could pitch"):
        actions.draw_pitch_order(event, 3)


def test_the_stage_keeps_its_message_while_something_else_is_shown(event: Event) -> None:
    assert queries.stage(event) == Stage()
    actions.show_on_stage(event, View.MESSAGE, message=" Supper at 19:00 ")
    actions.show_on_stage(event, View.BLANK)
    assert queries.stage(event) == Stage(View.BLANK, "Supper at 19:00", 0)
    assert actions.reveal(event, 2) == Stage(View.RESULTS, "Supper at 19:00", 2)


def test_showing_what_is_shown_writes_nothing(event: Event) -> None:
    actions.show_on_stage(event, View.TIMER)
    head = event.head()
    actions.show_on_stage(event, View.TIMER)
    assert event.head() == head
