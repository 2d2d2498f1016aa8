"""Reasons why it cannot work out are said before anything is tried, in names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hackdesk.teams.obstacles import fewest_teams, obstacles
from hackdesk.teams.proposal import Pair, Problem
from hackdesk.teams.solver import propose

Made = Callable[..., Problem]


def said(problem: Problem) -> list[str]:
    return [
        found.finding.sentence.format(**found.finding.fields)
        for found in obstacles(replace(problem, wanted_groups=()))
    ]


def test_a_room_in_which_all_can_be_met_has_none(a_problem: Made) -> None:
    assert said(a_problem(24, 4)) == []


def test_too_few_seats_and_too_few_people_are_counted(a_problem: Made) -> None:
    assert said(a_problem(30, 2)) == ["30 people and 24 seats: 6 find no place."]
    assert said(a_problem(3, 10)) == ["3 people are here, and the smallest team needs 4."]
    assert said(a_problem(10, 3, must_run=True)) == [
        "The 3 topics that must run need 12 people, and 10 are here."
    ]


def test_who_shares_no_language_with_any_topic_is_named(a_problem: Made) -> None:
    problem = a_problem(20, 3, languages=("et",))
    people = tuple(replace(p, languages=("lv",) if n == 7 else ("et",)) for n, p in enumerate(problem.people))
    assert said(replace(problem, people=people)) == ["No topic is in a language they speak: Person 7."]


def test_a_block_that_no_team_can_take_is_named(a_problem: Made) -> None:
    problem = a_problem(20, 4, max_size=5)
    ids = [person.id for person in problem.people]
    chain = tuple(Pair("must_with", ids[n], ids[n + 1]) for n in range(5))
    (sentence,) = said(replace(problem, pairs=chain))
    assert sentence.startswith("6 people must sit together and no team takes more than 5: Person 0, Person 1")


def test_two_owners_two_pins_and_two_who_must_sit_apart_are_named(a_problem: Made) -> None:
    problem = a_problem(20, 3)
    one, two, three, four = problem.people[:4]
    teams = (
        replace(problem.teams[0], owner_id=one.id, must_run=True),
        replace(problem.teams[1], owner_id=two.id, must_run=True), problem.teams[2],
    )  # fmt: skip
    tied = Pair("must_with", one.id, two.id)
    assert said(replace(problem, teams=teams, pairs=(tied,))) == [
        "Person 0 and Person 1 must sit together and own two topics that must run: Topic 0, Topic 1."
    ]
    pinned = (
        replace(three, seat=teams[0].id, pinned=True), replace(four, seat=teams[1].id, pinned=True),
    )  # fmt: skip
    people = (one, two, *pinned, *problem.people[4:])
    pairs = (Pair("must_with", three.id, four.id), Pair("must_not", three.id, four.id))
    assert said(replace(problem, people=people, pairs=pairs)) == [
        "Person 2 and Person 3 must sit together and are pinned to two teams.",
        "Person 2 and Person 3 must sit apart, and others they must sit with tie them together.",
    ]


def test_a_shortage_is_counted_against_the_fewest_teams_there_can_be(a_problem: Made) -> None:
    problem = a_problem(60, 20, min_size=2, max_size=6)
    people = tuple(
        replace(p, groups=("design",) if n < 7 else ("it",), skills=("law",) * (n < 2))
        for n, p in enumerate(problem.people)
    )
    teams = tuple(replace(team, skills=("law",)) for team in problem.teams[:14]) + problem.teams[14:]
    short = replace(problem, people=people, teams=teams, wanted_groups=(("design",),))
    assert fewest_teams(short) == 10
    found = obstacles(short, {"design": "Designers"})
    assert [one.finding.sentence.format(**one.finding.fields) for one in found] == [
        "Designers: 7 for 10 teams or more, so 3 go without.",
        "law: 2 people for 4 topics that need it, so 2 go without.",
    ]
    assert not any(one.rule for one in found)
    proposal = propose(short, seconds=20, seed=1, steps=1000)
    assert proposal.score.missing_group >= 3 * short.weights.missing_group
