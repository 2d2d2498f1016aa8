"""Rounds of pitches in a real file: their lengths, their order, wishes, who does not show, topics."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from builders import FakeClock

from hackdesk.agenda import actions, queries
from hackdesk.agenda import timer as timers
from hackdesk.agenda.lot import FIRST, LAST, Wish
from hackdesk.agenda.tables import THE_IDEAS
from hackdesk.agenda.timer import Phase
from hackdesk.agenda.turns import Lengths, Pitch, RoundDraft, Subject
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury.queries import progress
from hackdesk.teams.actions import mark_no_show
from hackdesk.teams.queries import teams, topics
from hackdesk.teams.tables import TopicRow

REHEARSAL = RoundDraft("Rehearsal", lengths=Lengths(120, 0, 30), warnings=(30, 0))


def names(pitches: tuple[Pitch, ...]) -> str:
    return "".join(pitch.name for pitch in pitches)


def id_of(event: Event, name: str) -> UUID:
    return next(team.id for team in teams(event) if team.name == name)


def left(event: Event) -> float:
    return timers.remaining(queries.timer(event), event.moment())


@pytest.fixture
def with_topics(event: Event) -> Event:
    with event.change("topics") as session:
        session.add_all(TopicRow(title=title, position=at) for at, title in enumerate(("Bus", "Care", "Food")))
    return event


def test_a_round_is_added_changed_and_removed_and_undo_brings_it_back(event: Event) -> None:
    made = actions.add_pitch_round(event, replace(REHEARSAL, name="  Rehearsal "))
    assert queries.rounds(event)[-1] == made and made.draft == REHEARSAL
    changed = actions.edit_pitch_round(event, replace(REHEARSAL, name="Finalists"), seen=made)
    assert changed.name == "Finalists"
    with pytest.raises(Stale, match="changed this round"):
        actions.edit_pitch_round(event, REHEARSAL, seen=made)
    actions.draw_pitch_order(event, 5, changed.id)
    assert changed.id
    actions.remove_pitch_round(event, changed.id, seen=changed)
    assert len(queries.rounds(event)) == 2
    undo(event)
    assert names(queries.rounds(event)[-1].pitches) and check(event).sound


def test_the_lengths_and_bells_of_the_final_round_are_settings(event: Event) -> None:
    final = queries.rounds(event)[0]
    actions.edit_pitch_round(event, RoundDraft(lengths=Lengths(240, 0, 30), warnings=(0, 60, -60)), seen=final)
    kept = settings_of(event)
    assert (kept.pitch_seconds, kept.questions_seconds, kept.pitch_warnings) == (240, 0, [60, 0, -60])
    assert queries.rounds(event)[0].lengths == Lengths(240, 0, 30)


def test_a_turn_that_waits_for_its_start_takes_a_new_length_over_and_a_running_one_does_not(
    event: Event, clock: FakeClock
) -> None:
    actions.draw_pitch_order(event, 3)
    actions.next_phase(event)
    final = queries.rounds(event)[0]
    longer = actions.edit_pitch_round(event, replace(final.draft, lengths=Lengths(300, 60, 0)), seen=final)
    assert left(event) == 300
    actions.start_timer(event)
    clock.forward(seconds=10)
    actions.edit_pitch_round(event, replace(longer.draft, lengths=Lengths(60, 60, 0)), seen=longer)
    assert left(event) == 290


def test_a_round_in_which_the_timer_stands_is_not_removed(event: Event) -> None:
    made = actions.add_pitch_round(event, REHEARSAL)
    assert made.id
    first = actions.draw_pitch_order(event, 5, made.id)[0]
    actions.call_team(event, first.subject_id, made.id)
    with pytest.raises(HackDeskError, match="timer stands in “Rehearsal”"):
        actions.remove_pitch_round(event, made.id, seen=made)


def test_a_second_round_is_drawn_among_the_finalists_only(event: Event) -> None:
    made = actions.add_pitch_round(event, replace(REHEARSAL, name="Finalists"))
    a, c = id_of(event, "A"), id_of(event, "C")
    drawn = actions.draw_pitch_order(event, 5, made.id, among=(a, c))
    assert sorted(names(drawn)) == ["A", "C"]
    assert made.id and names(actions.take_out(event, a, made.id)) == "C"
    assert queries.pitches(event) == ()


def test_a_countdown_in_the_middle_of_a_round_loses_nothing(event: Event, clock: FakeClock) -> None:
    actions.draw_pitch_order(event, 3)
    actions.next_phase(event)
    actions.start_timer(event)
    clock.forward(seconds=70)
    actions.set_timer(event, 600, label="Fire alarm")
    actions.set_timer(event, 300, label="Still outside")
    actions.start_timer(event)
    clock.forward(seconds=400)
    again = Event.open(event.path, clock=clock)
    back = actions.next_phase(again)
    assert (back.phase, back.subject_id) == (Phase.PITCH, queries.pitches(event)[0].subject_id)
    assert left(again) == 110 and not back.running
    again.close()
    actions.show_clock(event)
    assert actions.previous_team(event).waiting is None and queries.timer(event).waiting is None
    assert check(event).sound


def test_after_the_last_pitch_a_countdown_does_not_begin_the_round_again(event: Event) -> None:
    order = actions.draw_pitch_order(event, 3)
    actions.call_team(event, order[-1].subject_id)
    actions.next_phase(event)
    assert actions.next_phase(event).phase == Phase.OVER
    actions.set_timer(event, 600, label="Until the awards")
    assert actions.next_phase(event).phase == Phase.OVER


def test_two_who_press_next_at_once_go_on_by_one(event: Event) -> None:
    actions.draw_pitch_order(event, 3)
    seen = actions.next_phase(event)
    assert actions.next_phase(event, seen=seen).phase == Phase.QUESTIONS
    assert actions.next_phase(event, seen=seen).phase == Phase.QUESTIONS


def test_wishes_are_met_by_the_draw_and_clashing_ones_are_named(event: Event) -> None:
    a, b, c = (id_of(event, name) for name in "ABC")
    actions.wish_pitch(event, b, Wish(b, FIRST, 1, " leaves at 15 "))
    actions.wish_pitch(event, a, Wish(a, LAST, 1))
    assert {wish.reason for wish in queries.wishes(event)} == {"leaves at 15", ""}
    for seed in range(8):
        assert names(actions.draw_pitch_order(event, seed)) == "BCA"
    actions.wish_pitch(event, c, Wish(c, FIRST, 1))
    with pytest.raises(HackDeskError, match="cannot be met together"):
        actions.draw_pitch_order(event, 9)
    actions.wish_pitch(event, c, Wish(c, FIRST, 2))
    actions.wish_pitch(event, a, None)
    assert names(actions.draw_pitch_order(event, 9)) == "BCA"
    made = actions.add_pitch_round(event, REHEARSAL)
    drawn = {names(actions.draw_pitch_order(event, seed, made.id)) for seed in range(40)}
    assert len(drawn) == 6  # wishes are for the final round


def test_a_moved_team_is_the_only_one_that_counts_as_put_by_hand(event: Event) -> None:
    order = actions.draw_pitch_order(event, 3)
    after = actions.move_pitch(event, order[2].subject_id, 1)
    assert [(pitch.name, pitch.seed) for pitch in after] == [
        (order[2].name, None), (order[0].name, 3), (order[1].name, 3),
    ]  # fmt: skip


def test_who_comes_later_goes_to_the_end_and_the_next_team_gets_ready(event: Event) -> None:
    order = actions.draw_pitch_order(event, 3)
    actions.next_phase(event)
    actions.pitch_last(event, order[0].subject_id)
    assert names(queries.pitches(event)) == order[1].name + order[2].name + order[0].name
    timer = queries.timer(event)
    assert (timer.phase, timer.subject_id) == (Phase.PITCH, order[1].subject_id)
    turns = [team.turn for team in progress(event).judging.teams if team.id == order[0].subject_id]
    assert turns == [3]


def test_who_did_not_show_is_passed_over_also_on_turn(event: Event) -> None:
    order = actions.draw_pitch_order(event, 3)
    actions.next_phase(event)
    team = next(team for team in teams(event) if team.id == order[0].subject_id)
    mark_no_show(event, team.id, seen=team.version)
    assert actions.next_phase(event).subject_id == order[1].subject_id
    assert actions.next_phase(event).phase == Phase.PITCH


def test_a_team_formed_after_the_draw_is_put_at_the_end(event: Event) -> None:
    c = id_of(event, "C")
    made = actions.add_pitch_round(event, REHEARSAL)
    actions.draw_pitch_order(event, 5, made.id, among=(id_of(event, "A"), id_of(event, "B")))
    assert actions.pitch_last(event, c, made.id)[-1].subject_id == c


def test_topics_are_introduced_in_their_own_order_and_noted_by_the_timer(
    with_topics: Event, clock: FakeClock
) -> None:
    event = with_topics
    assert [pitch.name for pitch in actions.take_own_order(event, THE_IDEAS)] == ["Bus", "Care", "Food"]
    bus, care, _food = topics(event)
    actions.call_team(event, bus.id, THE_IDEAS)
    assert left(event) == 90
    actions.start_timer(event)
    clock.forward(seconds=95)
    actions.next_phase(event)
    actions.next_phase(event)
    assert topics(event)[0].pitched_at == clock.now and topics(event)[1].pitched_at is None
    actions.call_team(event, care.id, THE_IDEAS)
    actions.previous_team(event)
    assert topics(event)[1].pitched_at is None  # its time never ran
    clock.forward(seconds=5)
    assert queries.rounds(event)[1].subject == Subject.TOPICS and check(event).sound


def test_a_drawn_order_of_topics_put_back_on_the_wall_is_by_hand(with_topics: Event) -> None:
    actions.draw_pitch_order(with_topics, 11, THE_IDEAS)
    back = actions.take_own_order(with_topics, THE_IDEAS)
    assert {pitch.seed for pitch in back} == {None}


def test_counting_to_a_time_that_has_passed_is_refused(event: Event, clock: FakeClock) -> None:
    with pytest.raises(HackDeskError, match="has passed"):
        actions.count_until(event, clock.now - timedelta(seconds=1))
