"""Why people sit where they sit: every sentence is held against the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from hackdesk.steps import Cancelled
from hackdesk.teams.proposal import Pair, Problem, broken_rules, score, seated
from hackdesk.teams.solver import propose
from hackdesk.teams.weighing import Lack, better_wish, draws, lacks, scarce, tied_to, weigh, weigh_lack

Made = Callable[..., Problem]


def solved(problem: Problem) -> dict[UUID, UUID]:
    return propose(problem, seconds=20, seed=1, steps=4000 * len(problem.people)).plan


@pytest.fixture(scope="module")
def room(a_problem: Made) -> tuple[Problem, dict[UUID, UUID]]:
    problem = a_problem(30, 5, seed=3)
    return problem, solved(problem)


def test_what_a_first_wish_would_take_is_true_of_the_plan_it_names(room: tuple[Problem, dict[UUID, UUID]]) -> None:
    problem, plan = room
    topics = {team.id: team.topic_id for team in problem.teams}
    for person in problem.people:
        topic = better_wish(problem, plan, person.id)
        assert (topic is None) == (topics[plan[person.id]] == person.wishes[0])
        if topic is None:
            continue
        said = weigh(problem, plan, person.id, topic)
        assert said.instead is not None and said.instead.cost >= 0  # the plan is the best there is
        after = said.instead.plan
        assert topics[after[person.id]] == topic and not broken_rules(problem, after)
        assert score(problem, after).total - score(problem, plan).total == said.instead.cost
        assert {move.person for move in said.instead.moves} == {p for p in plan if plan[p] != after[p]}
        without = {(t.title, one) for t, people in seated(problem, after) for one in lacks(problem, t, people)}
        assert set(said.lost) <= without and not set(said.gained) & without


def test_a_draw_costs_the_room_nothing(a_problem: Made) -> None:
    problem = a_problem(12, 2, min_size=6, max_size=6)
    first, second = (team.topic_id for team in problem.teams)
    people = tuple(replace(p, groups=("expert",), wishes=(first, second)) for p in problem.people[:-1])
    alike = replace(problem, people=(*people, replace(problem.people[-1], groups=("expert",), wishes=(second,))))
    plan = solved(alike)
    loser = next(p for p in people if better_wish(alike, plan, p.id))
    winners = {p.id for p in people if plan[p.id] == alike.teams[0].id}
    found = draws(alike, plan, loser.id)
    assert {draw.other for draw in found} == winners and not any(draw.fair for draw in found)
    for draw in found:
        swapped = {**plan, loser.id: plan[draw.other], draw.other: plan[loser.id]}
        assert score(alike, swapped).total == score(alike, plan).total
    said = weigh(alike, plan, loser.id, first)
    assert said.instead is not None and (said.instead.cost, len(said.instead.moves)) == (0, 2)


def test_a_draw_is_fair_where_nobody_gets_a_later_wish(a_problem: Made) -> None:
    problem = a_problem(12, 2, min_size=6, max_size=6)
    people = tuple(replace(p, groups=("expert",), wishes=()) for p in problem.people)
    alike = replace(problem, people=people)
    plan = solved(alike)
    found = draws(alike, plan, people[0].id)
    assert len(found) == 6 and all(draw.fair for draw in found)


def test_who_is_pinned_changes_with_nobody_and_nothing_else_is_offered(
    room: tuple[Problem, dict[UUID, UUID]],
) -> None:
    problem, plan = room
    person = next(one for one in problem.people if better_wish(problem, plan, one.id))
    people = tuple(replace(o, seat=plan[o.id], pinned=o.id == person.id) for o in problem.people)
    pinned = replace(problem, people=people)
    said = weigh(pinned, plan, person.id, better_wish(pinned, plan, person.id))
    assert said.instead is None and said.draws == ()


def test_somebody_without_a_place_is_weighed_without_the_others_who_wait(a_problem: Made) -> None:
    problem = a_problem(30, 5, seed=3)
    plan = solved(problem)
    one, other = problem.people[0].id, problem.people[1].id
    waiting = {person: seat for person, seat in plan.items() if person not in (one, other)}
    said = weigh(problem, waiting, one, better_wish(problem, waiting, one))
    assert said.instead is not None and one in said.instead.plan and other not in said.instead.plan


def test_whoever_has_no_wishes_is_offered_none(a_problem: Made) -> None:
    problem = a_problem(12, 2)
    people = (replace(problem.people[0], wishes=()), *problem.people[1:])
    silent = replace(problem, people=people)
    assert better_wish(silent, solved(silent), people[0].id) is None


def test_the_hard_ties_of_somebody_are_named(a_problem: Made) -> None:
    problem = a_problem(12, 2)
    one, two, three = problem.people[:3]
    teams = (replace(problem.teams[0], languages=("ru",)), replace(problem.teams[1], languages=("et",)))
    people = (replace(one, languages=("ru",), experienced=True), *problem.people[1:])
    pairs = Pair("must_with", two.id, one.id), Pair("must_not", one.id, three.id)
    tied = replace(problem, teams=teams, people=people, pairs=pairs)
    said = [found.sentence.format(**found.fields) for found in tied_to(tied, solved(tied), one.id)]
    assert said == [
        "Topic 0 is the only topic in a language they speak.", "Must sit with Person 1.",
        "Must not sit with Person 2.", "The only one here who has done this before.",
    ]  # fmt: skip


def test_a_lack_is_scarce_or_it_is_said_what_avoiding_it_costs(a_problem: Made) -> None:
    problem = a_problem(24, 4)
    people = tuple(
        replace(p, groups=("expert",) if n else ("public_servant",)) for n, p in enumerate(problem.people)
    )
    few = replace(problem, people=people, wanted_groups=(("public_servant",),))
    plan = solved(few)
    lack = Lack("group", ("public_servant",))
    without = [team for team, members in seated(few, plan) if lack in lacks(few, team, members)]
    found = scarce(few, plan, lack)
    assert found is not None and found.fields["without"] == len(without)
    said = weigh_lack(few, plan, without[0].id, lack)
    assert said.instead is not None and said.instead.plan[people[0].id] == without[0].id
    assert (without[0].title, lack) in said.gained and [one for _team, one in said.lost] == [lack]
    nobody = weigh_lack(few, plan, without[0].id, Lack("group", ("end_user",)))
    assert nobody.instead is None


def test_a_question_nobody_waits_for_is_cancelled(room: tuple[Problem, dict[UUID, UUID]]) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    problem, plan = room
    person = problem.people[0]
    with pytest.raises(Cancelled):
        weigh(problem, plan, person.id, person.wishes[2], step=stop)
