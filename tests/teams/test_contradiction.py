"""What cannot be, in names; and what it would take that somebody sits elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from hackdesk.teams.contradiction import contradiction, possible, worded
from hackdesk.teams.instead import what_would_it_take
from hackdesk.teams.proposal import Pair, Problem, score
from hackdesk.teams.solver import propose

Made = Callable[..., Problem]
Judged = Callable[[Problem, dict[UUID, UUID]], tuple[int, int]]


def said(problem: Problem) -> list[str]:
    found = worded(problem, contradiction(problem))
    return sorted(finding.sentence.format(**finding.fields) for finding in found)


def test_rules_that_can_all_be_kept_contradict_nothing(a_problem: Made) -> None:
    assert contradiction(a_problem(24, 4)) == ()


def test_a_chain_of_friends_with_two_who_must_sit_apart_is_named_and_nothing_else(a_problem: Made) -> None:
    problem = a_problem(24, 4)
    one, two, three, four = (person.id for person in problem.people[:4])
    pairs = (Pair("must_with", one, two), Pair("must_with", three, four), Pair("must_with", two, three),
             Pair("must_not", one, three))  # fmt: skip
    assert said(replace(problem, pairs=pairs)) == [
        "Person 0 and Person 1 must sit together.",
        "Person 0 and Person 2 must sit apart.",
        "Person 1 and Person 2 must sit together.",
    ]


def test_two_owners_who_must_sit_together_are_named_with_their_topics(a_problem: Made) -> None:
    problem = a_problem(10, 2)
    one, two = problem.people[:2]
    teams = (
        replace(problem.teams[0], owner_id=one.id, must_run=True),
        replace(problem.teams[1], owner_id=two.id, must_run=True),
    )
    tied = replace(problem, teams=teams, pairs=(Pair("must_with", one.id, two.id),))
    assert said(tied) == [
        "Person 0 and Person 1 must sit together.",
        "Person 0 owns Topic 0 and sits there.",
        "Person 1 owns Topic 1 and sits there.",
        "Topic 0 must have a team.",
        "Topic 1 must have a team.",
    ]


def test_every_rule_that_is_named_is_needed(a_problem: Made) -> None:
    problem = a_problem(30, 3, min_size=4, max_size=9)
    rules = contradiction(problem)
    assert rules and not possible(problem, rules)
    assert all(possible(problem, [rule for rule in rules if rule != one]) for one in rules)


def test_somebodys_first_wish_costs_what_an_independent_count_says(a_problem: Made, judged: Judged) -> None:
    problem = a_problem(40, 5)
    now = propose(problem, seconds=60, seed=1)
    topics = {team.id: team.topic_id for team in problem.teams}
    asked = 0
    for person in problem.people:
        if topics[now.plan[person.id]] == person.wishes[0]:
            continue
        instead = what_would_it_take(problem, now.plan, person.id, person.wishes[0], seconds=20)
        assert instead is not None and topics[instead.plan[person.id]] == person.wishes[0]
        assert judged(problem, dict(instead.plan)) == (score(problem, now.plan).total + instead.cost, 0)
        assert instead.cost >= 0 and person.id in [move.person for move in instead.moves]
        asked += 1
    assert asked


def test_what_no_rule_allows_is_no_answer(a_problem: Made) -> None:
    problem = a_problem(20, 3, languages=("et",))
    people = tuple(replace(p, languages=("lv",) if n == 3 else ("et",)) for n, p in enumerate(problem.people))
    silent = replace(problem, people=people)
    now = propose(silent, seconds=60, seed=1, steps=2000)
    assert what_would_it_take(silent, now.plan, people[3].id, people[3].wishes[0] or UUID(int=0)) is None
