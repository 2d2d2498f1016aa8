"""Mentors, themes, rounds, visits and checkpoints in a real file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from builders import STRANGE_NAME, FakeClock

from hackdesk.agenda import actions
from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.checkpoints import counts
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentor_rounds import Ask, plan_rounds
from hackdesk.agenda.mentoring import Mentor, MentorDraft, Mentoring, MentorRound, RoundDraft, Seat
from hackdesk.agenda.rules import Planned
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people.tables import PersonRow

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def an_hour(event: Event, *names: str) -> tuple[MentorRound, tuple[Mentor, ...]]:
    """A round of four slots from ten o'clock, and mentors for law."""
    here = actions.add_round(event, RoundDraft("Round", NINE + 4 * QUARTER, NINE + 8 * QUARTER))
    return here, tuple(actions.add_mentor(event, MentorDraft(name, themes=("law",))) for name in names)


def planned(event: Event) -> Mentoring:
    actions.apply_mentor_plan(event, plan_rounds(mentoring(event), Ask(event.clock.utc_now(), mend=True)))
    return mentoring(event)


def test_mentors_come_from_the_list_once_with_what_they_can_do(event: Event) -> None:
    with event.change("add people") as session:
        session.add(PersonRow(given_name="Anu", family_name="Õim", roles=["mentor"], skills=["õigus"], code="A1"))
        session.add(PersonRow(given_name="Siim", family_name="Sepp", code="A2"))
    assert actions.add_mentors_of_the_list(event) == 1
    assert actions.add_mentors_of_the_list(event) == 0
    (anu,) = mentoring(event).mentors
    assert (anu.name, anu.themes) == ("Anu Õim", ("õigus",))
    with pytest.raises(HackDeskError, match="among the mentors already"):
        actions.add_mentor(event, MentorDraft(person_id=anu.person_id))


def test_a_theme_keeps_the_spelling_it_has(event: Event) -> None:
    an_hour(event, "Anu")
    team = mentoring(event).teams[0]
    assert actions.set_themes(event, team.id, ("  LAW ", "Law", "money")) == ("law", "money")
    assert actions.set_themes(event, team.id, ("money",)) == ("money",)
    undo(event)
    assert mentoring(event).teams[0].themes == ("law", "money")


def test_rounds_come_from_the_programme_once(event: Event) -> None:
    item = actions.add_item(event, Planned("Mentor round 1", NINE, NINE + 6 * QUARTER, kind="mentors"))
    assert actions.add_rounds_of_the_programme(event, 20, 5) == 1
    assert actions.add_rounds_of_the_programme(event) == 0
    (one,) = mentoring(event).rounds
    assert (one.item_id, one.name, len(one.slots)) == (item.id, "Mentor round 1", 3)
    with pytest.raises(HackDeskError, match="No visit finds room"):
        actions.edit_round(event, one.id, RoundDraft("R", NINE, NINE + QUARTER, 20), seen=one.version)


def test_a_clash_is_refused_with_who_is_in_the_way(event: Event) -> None:
    here, (anu, bert) = an_hour(event, "Anu", "Bert")
    a, b, _c = mentoring(event).teams
    first = Seat(here.id, anu.id, here.starts_at)
    visit = actions.add_visit(event, a.id, first)
    with pytest.raises(HackDeskError, match="Anu sees “A” at 10:00"):
        actions.add_visit(event, b.id, first)
    with pytest.raises(HackDeskError, match="“A” sees Anu at 10:00"):
        actions.add_visit(event, a.id, Seat(here.id, bert.id, here.starts_at))
    actions.mentor_is_here(event, bert.id, until=here.starts_at + 2 * QUARTER)
    with pytest.raises(HackDeskError, match=r"Bert is not here at 10:30"):
        actions.move_visit(event, visit.id, Seat(here.id, bert.id, here.starts_at + 2 * QUARTER))
    moved = actions.move_visit(event, visit.id, Seat(here.id, bert.id, here.starts_at + QUARTER))
    assert moved.mentor_id == bert.id
    undo(event)
    assert mentoring(event).visits == (visit.__class__(**{**vars(visit), "version": 3}),)
    found = check(event)
    assert not (found.loose_references or found.broken_links or found.changed_behind_the_journal)


def test_what_took_place_stays_when_a_team_withdraws_and_a_mentor_leaves(event: Event, clock: FakeClock) -> None:
    here, (anu, _bert) = an_hour(event, "Anu", "Bert")
    for team in mentoring(event).teams:
        actions.set_themes(event, team.id, ("law",))
    now = planned(event)
    assert len(now.visits) == 3
    first = now.visits[0]
    clock.now = here.starts_at + QUARTER
    actions.mark_visited(event, first.id)
    actions.note_visit(event, first.id, STRANGE_NAME, seen="")
    with pytest.raises(Stale):
        actions.note_visit(event, first.id, "another", seen="")
    with pytest.raises(HackDeskError, match="took place already"):
        actions.move_visit(event, first.id, Seat(here.id, first.mentor_id, here.starts_at + 2 * QUARTER))
    actions.mentor_is_here(event, anu.id, until=clock.now)
    again = planned(event)
    assert {visit.team_id for visit in again.visits} == {team.id for team in again.teams}
    kept = next(visit for visit in again.visits if visit.id == first.id)
    assert kept.visited_at and kept.note == STRANGE_NAME
    assert not any(visit.mentor_id == anu.id and visit.starts_at >= clock.now for visit in again.visits)
    mentor = again.mentor[first.mentor_id]
    with pytest.raises(HackDeskError, match="a visit took place already"):
        actions.remove_mentor(event, mentor.id, seen=mentor.version)


def test_a_plan_of_what_is_no_longer_so_is_not_kept(event: Event) -> None:
    here, (anu,) = an_hour(event, "Anu")
    plan = plan_rounds(mentoring(event), Ask(event.clock.utc_now()))
    actions.add_visit(event, mentoring(event).teams[0].id, Seat(here.id, anu.id, here.starts_at))
    with pytest.raises(Stale, match="while the plan was worked out"):
        actions.apply_mentor_plan(event, plan)


def test_pins_hold_and_a_plan_is_one_step_back(event: Event) -> None:
    here, (anu,) = an_hour(event, "Anu")
    team = mentoring(event).teams[2]
    last = Seat(here.id, anu.id, here.slots[-1].starts_at)
    visit = actions.add_visit(event, team.id, last)
    actions.pin_visit(event, visit.id, pinned=True)
    now = planned(event)
    assert len(now.visits) == 3 and now.visits[-1].id == visit.id
    undo(event)
    assert [one.id for one in mentoring(event).visits] == [visit.id]


def test_a_team_has_steps_behind_it_and_may_lose_them(event: Event, clock: FakeClock) -> None:
    a, b, _c = progress(event)
    actions.reach_step(event, a.id, "problem")
    clock.forward(minutes=5)
    actions.reach_step(event, a.id, "problem", note="asked five people")
    actions.reach_step(event, b.id, "problem")
    first = progress(event)[0].done["problem"]
    assert (first.at, first.note) == (NINE, "asked five people")
    assert counts(progress(event)) == {"problem": 2, "idea": 0, "tested": 0, "first_step": 0}
    actions.lift_step(event, b.id, "problem")
    undo(event)
    assert counts(progress(event))["problem"] == 2
    with pytest.raises(HackDeskError, match="no step “lunch”"):
        actions.reach_step(event, a.id, "lunch")
