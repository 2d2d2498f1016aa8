"""The plan of mentor rounds, looked over by a checker that knows nothing of how it is made."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hackdesk.agenda import mentor_greedy
from hackdesk.agenda.mentor_rounds import Ask, MentorPlan, plan_rounds, problem_of
from hackdesk.agenda.mentoring import Mentor, Mentoring, MentorRound, Visit, Wanting

START = datetime(2026, 11, 14, 13, 0, tzinfo=UTC)  # three in the afternoon in Tallinn
SLOT = timedelta(minutes=15)
Meeting = tuple[UUID, UUID, UUID, datetime]


def an_id(number: int) -> UUID:
    return UUID(int=number)


def at(slot: int) -> datetime:
    return START + slot * SLOT


def a_round(slots: int = 4, number: int = 1, **values: object) -> MentorRound:
    return MentorRound(an_id(1000 + number), f"Round {number}", START, at(slots), **values)  # type: ignore[arg-type]


def a_mentor(name: str, *themes: str, times: tuple[tuple[datetime, datetime], ...] = ()) -> Mentor:
    return Mentor(an_id(sum(map(ord, name)) + 10_000 * len(name)), name, themes, times)


def a_team(number: int, *themes: str) -> Wanting:
    return Wanting(an_id(number), f"Team {number}", str(number), themes)


def meetings(plan: MentorPlan) -> list[Meeting]:
    """Everything that is to be after the plan: what it moves and what it leaves."""
    moved = [(one.seat.round_id, one.seat.mentor_id, one.team_id, one.seat.starts_at) for one in plan.visits]
    return moved + [(one.round_id, one.mentor_id, one.team_id, one.starts_at) for one in plan.stays]


def look_over(now: Mentoring, plan: MentorPlan, since: datetime) -> None:
    """No clash, nobody where they are not, pins held, all that could be met alone is met, the rest explained."""
    found = meetings(plan)
    for one, other in combinations(found, 2):
        together = abs(one[3] - other[3]) < SLOT
        assert not (together and (one[1] == other[1] or one[2] == other[2])), "two places at once"
        assert one[1:3] != other[1:3], "the same two again"
    for planned in plan.visits:
        starts = planned.seat.starts_at
        assert starts in [slot.starts_at for slot in now.round[planned.seat.round_id].slots] and starts >= since
        times = now.mentor[planned.seat.mentor_id].times
        assert not times or any(first <= starts and starts + SLOT <= last for first, last in times)
    held = {visit.id for visit in now.visits if visit.pinned or visit.visited_at}
    assert held <= {visit.id for visit in plan.stays}
    _look_for_what_is_unmet(now, plan, found, since)


def _look_for_what_is_unmet(now: Mentoring, plan: MentorPlan, found: list[Meeting], since: datetime) -> None:
    knows = {mentor.id: set(mentor.themes) for mentor in now.mentors}
    said = [finding.fields for finding in plan.findings]
    unmet = []
    for team in now.active:
        for theme in team.themes:
            if any(theme in knows[mentor] for _round, mentor, seen, _at in found if seen == team.id):
                continue
            unmet.append((team.id, theme))
            assert any(one.get("theme") == theme and team.name in str(one["teams"]) for one in said)
            assert not _could_meet(now, found, team, theme, since), f"{team.name} could have met {theme}"
    assert sorted(unmet) == sorted(plan.unmet)


def _could_meet(now: Mentoring, found: list[Meeting], team: Wanting, theme: str, since: datetime) -> bool:
    for mentor in (mentor for mentor in now.mentors if theme in mentor.themes):
        for slot in (slot for one in now.rounds for slot in one.slots):
            busy = any(
                abs(starts - slot.starts_at) < SLOT and (who == mentor.id or seen == team.id)
                for _round, who, seen, starts in found
            )
            if not busy and slot.starts_at >= since and mentor.here(slot.span):
                return True
    return False


def any_event(seed: int) -> Mentoring:
    """An event drawn by a seed: some mentors are here for a part only, some visits are pinned or took place."""
    draw = random.Random(seed)
    themes = [f"theme {number}" for number in range(draw.randint(1, 5))]
    rounds = tuple(
        MentorRound(an_id(900 + n), f"Round {n}", at(20 * n), at(20 * n + draw.randint(1, 4)))
        for n in range(draw.randint(1, 2))
    )
    mentors = tuple(
        Mentor(
            an_id(500 + n), f"Mentor {n}", tuple(draw.sample(themes, k=draw.randint(0, min(2, len(themes))))),
            ((START, at(draw.randint(0, 4))),) if draw.random() < 0.3 else (),
        )
        for n in range(draw.randint(1, 4))
    )  # fmt: skip
    teams = tuple(
        Wanting(
            an_id(n), f"Team {n}", themes=tuple(draw.sample(themes, k=draw.randint(0, min(3, len(themes))))),
            state="withdrawn" if draw.random() < 0.1 else "active",
        )
        for n in range(1, draw.randint(2, 7))
    )  # fmt: skip
    visits = []
    for slot in rounds[0].slots:
        mentor, team = draw.choice(mentors), draw.choice(teams)
        met = [(visit.mentor_id, visit.team_id) for visit in visits]
        if team.active and mentor.here(slot.span) and (mentor.id, team.id) not in met and draw.random() < 0.5:
            kind = draw.choice(["pinned", "visited", "planned"])
            visits.append(
                Visit(
                    an_id(700 + len(visits)), rounds[0].id, mentor.id, team.id, slot.starts_at,
                    pinned=kind == "pinned", visited_at=slot.ends_at if kind == "visited" else None,
                )
            )  # fmt: skip
    return Mentoring(mentors, teams, rounds, tuple(visits))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), st.integers(0, 3))
def test_no_plan_ever_clashes_and_what_is_not_met_is_said(seed: int, mend: bool, begun: int) -> None:
    now = any_event(seed)
    plan = plan_rounds(now, Ask(at(begun), mend=mend))
    look_over(now, plan, at(begun))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_without_the_solver_the_plan_holds_too_and_never_beats_it(seed: int) -> None:
    now = any_event(seed)
    problem, _free = problem_of(now, Ask(START))
    greedy = mentor_greedy.solve(problem)
    for one, other in combinations(greedy, 2):
        same = one[0] == other[0] or one[1] == other[1]
        assert not (same and problem.clash(one[2], other[2])) and one[:2] != other[:2]
    assert set(greedy) <= set(problem.possible)
    best = plan_rounds(now, Ask(START))
    unseen = [team.name for team in now.active if team.id not in {seen for _r, _m, seen, _at in meetings(best)}]
    greedily = {team for _mentor, team, _slot in greedy}
    left = [n for n in range(len(problem.teams)) if n not in greedily and not problem.visited[n]]
    assert (len(unseen), len(best.unmet)) <= (len(left), len(problem.unmet(greedy)))


def test_the_same_question_gives_the_same_plan() -> None:
    now = any_event(7)
    assert plan_rounds(now, Ask(START, seed=3)) == plan_rounds(now, Ask(START, seed=3))


def test_a_tight_hour_is_solved_where_taking_the_first_slot_fails() -> None:
    """Anu has one slot, and it is the only one in which Bert can see the team that wants both."""
    anu = a_mentor("Anu", "law", times=((START, at(2)),))
    bert = a_mentor("Bert", "money", times=((START, at(1)),))
    now = Mentoring((anu, bert), (a_team(1, "law", "money"), a_team(2, "law")), (a_round(3),))
    plan = plan_rounds(now, Ask(START))
    assert plan.unmet == () and plan.proved
    look_over(now, plan, START)


def test_a_theme_met_in_an_earlier_round_is_not_met_again() -> None:
    mentors = (a_mentor("Anu", "law"), a_mentor("Bert", "money"))
    first, second = a_round(2), replace(a_round(2, 2), starts_at=at(20), ends_at=at(22))
    team = a_team(1, "law")
    met = Visit(an_id(77), first.id, mentors[0].id, team.id, START, visited_at=START)
    plan = plan_rounds(Mentoring(mentors, (team,), (first, second), (met,)), Ask(at(10)))
    assert [one.seat.mentor_id for one in plan.visits] == [mentors[1].id]


def test_load_is_even_among_those_who_know() -> None:
    mentors = (a_mentor("Anu", "law"), a_mentor("Bert", "law"), a_mentor("Cilla", "law"))
    teams = tuple(a_team(number, "law") for number in range(1, 7))
    plan = plan_rounds(Mentoring(mentors, teams, (a_round(6),)), Ask(START))
    assert sorted(sum(one.seat.mentor_id == mentor.id for one in plan.visits) for mentor in mentors) == [2, 2, 2]
    assert max(one.seat.starts_at for one in plan.visits) == at(1), "nobody waits longer than needed"


def test_a_mended_plan_changes_little() -> None:
    mentors = (a_mentor("Anu", "law"), a_mentor("Bert", "law"), a_mentor("Cilla", "law"))
    teams = tuple(a_team(number, "law") for number in range(1, 10))
    now = Mentoring(mentors, teams, (a_round(5),))
    first = plan_rounds(now, Ask(START))
    visits = tuple(
        Visit(an_id(800 + n), one.seat.round_id, one.seat.mentor_id, one.team_id, one.seat.starts_at)
        for n, one in enumerate(first.visits)
    )
    late = replace(mentors[0], times=((at(1), at(5)),))
    mended = plan_rounds(replace(now, mentors=(late, *mentors[1:]), visits=visits), Ask(START, mend=True))
    assert mended.unmet == ()
    assert mended.changed == 1, "only the visit of the hour in which Anu is not there moves"


@pytest.mark.parametrize(
    ("mentors", "teams", "said"),
    [
        ((a_mentor("Anu", "money"),), (a_team(1, "law"),), "Nobody knows “law”. Without: Team 1."),
        (
            (a_mentor("Anu", "law", times=((START, at(2)),)),), tuple(a_team(n, "law") for n in range(1, 6)),
            "Anu is here until 15:30 only, and 5 teams want “law”. Without: ",
        ),
        (
            (a_mentor("Anu", "law"),), tuple(a_team(n, "law") for n in range(1, 7)),
            "“law”: Anu – room for 4, and 6 teams want it. Without: ",
        ),
        (
            (a_mentor("Anu", "law", times=((at(9), at(10)),)),), (a_team(1, "law"),),
            "“law”: Anu – no slot is left while they are here. Without: Team 1.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_met_is_said_in_names(
    mentors: tuple[Mentor, ...], teams: tuple[Wanting, ...], said: str
) -> None:
    plan = plan_rounds(Mentoring(mentors, teams, (a_round(4),)), Ask(START))
    assert plan.findings[0].sentence.format(**plan.findings[0].fields).startswith(said)


def test_what_was_left_out_is_planned_again_once_somebody_marks_visits() -> None:
    anu, teams = a_mentor("Anu", "law"), (a_team(1, "law"), a_team(2, "law"))
    here = a_round(4)
    done = Visit(an_id(71), here.id, anu.id, teams[0].id, at(0), visited_at=at(1))
    missed = Visit(an_id(72), here.id, anu.id, teams[1].id, at(1))
    now = Mentoring((anu,), teams, (here,), (done, missed))
    plan = plan_rounds(now, Ask(at(2), mend=True))
    assert [(one.visit_id, one.seat.starts_at) for one in plan.visits] == [(missed.id, at(2))]
    unmarked = replace(now, visits=(replace(done, visited_at=None), missed))
    assert plan_rounds(unmarked, Ask(at(2))).changed == 0, "where nobody marks, what was planned counts as done"
