"""A small event with people who wish for topics, and problems for the solver made from plain numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.teams import actions, queries
from hackdesk.teams.proposal import Pair, Participant, PossibleTeam, Problem
from hackdesk.teams.rules import Member, Team, Topic, TopicDraft

GROUPS = ("public_servant", "community", "end_user", "entrepreneur", "expert", "youth")


class TeamsEvent:
    """An event file whose people, topics and teams are called by name."""

    def __init__(self, event: Event, clock: FakeClock) -> None:
        self.event, self.clock = event, clock

    def person(self, name: str, *choices: str, here: bool = True, **more: object) -> Person:
        """Somebody with wishes, checked in."""
        person = add_person(self.event, Draft(given_name=name, choices=choices, **more))  # type: ignore[arg-type]
        if here:
            check_in(self.event, person.code)
        return person

    def crowd(self, number: int, *titles: str, here: bool = True, seed: int = 1) -> None:
        """People of all groups with random wishes among the titles."""
        random = Random(seed)
        for place in range(number):
            wishes = random.sample(titles, min(3, len(titles)))
            self.person(f"Person {place:03}", *wishes, here=here, groups=(GROUPS[place % 6],))

    def topic(self, title: str, **more: object) -> Topic:
        """A topic on the wall."""
        return actions.add_topic(self.event, TopicDraft(title, **more))  # type: ignore[arg-type]

    def team(self, name: str) -> Team:
        """The active team of that name."""
        return next(team for team in queries.board(self.event).teams if team.name == name)

    def member(self, name: str) -> Member:
        """Somebody as the board shows them."""
        board = queries.board(self.event)
        everybody = (*board.unplaced, *(member for team in board.teams for member in team.members))
        return next(member for member in everybody if member.name == name)


@pytest.fixture
def room(tmp_path: Path, clock: FakeClock) -> Iterator[TeamsEvent]:
    event = an_empty_event(tmp_path, clock=clock)
    with event.change("groups") as session:
        add_groups(session, language("en"))
    yield TeamsEvent(event, clock)
    event.close()


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def _a_problem(people: int, teams: int, seed: int = 1, **team: object) -> Problem:
    random = Random(seed)
    possible = tuple(
        PossibleTeam(_id(f"team {n}"), _id(f"topic {n}"), f"Topic {n}", **team)  # type: ignore[arg-type]
        for n in range(teams)
    )
    topics = [place.topic_id for place in possible]
    return Problem(
        people=tuple(
            Participant(
                _id(f"person {n}"), f"Person {n}", groups=(random.choice(GROUPS),),
                wishes=tuple(random.sample(topics, min(3, teams))),
            )
            for n in range(people)
        ),
        teams=possible,
    )  # fmt: skip


@pytest.fixture(scope="session")
def a_problem() -> object:
    """a_problem(people, teams, seed, min_size=…): people of random groups with random wishes."""
    return _a_problem


def _judged(problem: Problem, plan: dict[UUID, UUID]) -> tuple[int, int]:
    """F and the number of broken hard rules, counted anew from the description of the problem.

    Written apart from the program on purpose: it shares nothing with the solver but the values.
    """
    counted = [
        *(_judged_team(problem, team, plan) for team in problem.teams),
        *(_judged_person(problem, person, plan) for person in problem.people),
        *(_judged_pair(pair, plan) for pair in problem.pairs),
    ]
    return sum(points for points, _ in counted), sum(broken for _, broken in counted)


def _judged_team(problem: Problem, team: PossibleTeam, plan: dict[UUID, UUID]) -> tuple[int, int]:
    room = [person for person in problem.people if plan.get(person.id) == team.id]
    if not room:
        return 0, int(team.must_run)
    points = 2 * abs(len(room) - problem.ideal_size)
    for wanted in problem.wanted_groups:
        points += 0 if any(group in wanted for person in room for group in person.groups) else 40
    for skill in set(team.skills):
        points += 0 if any(skill in person.skills for person in room) else 5
    if any(person.experienced for person in problem.people):
        points += 0 if any(person.experienced for person in room) else 8
    if team.carriers and not any(person.id in team.carriers for person in room):
        points += problem.weights.nobody_to_carry_on
    for group in {group for person in room for group in person.groups}:
        points += 4 * max(0, sum(group in person.groups for person in room) - problem.most_of_a_group)
    for place in {person.place for person in room} - {""}:
        points += 3 * (sum(person.place == place for person in room) - 1)
    for person in room:
        if any(person.wishes):
            rank = person.wishes.index(team.topic_id) if team.topic_id in person.wishes else 3
            points += (0, 2, 6, 20)[rank]
    silent = [p for p in room if p.languages and team.languages and not set(p.languages) & set(team.languages)]
    return points, len(silent) + (len(room) < team.min_size or len(room) > team.max_size)


def _judged_person(problem: Problem, person: Participant, plan: dict[UUID, UUID]) -> tuple[int, int]:
    moved = person.seat is not None and plan.get(person.id) != person.seat
    broken = (person.id not in plan) + (person.pinned and moved)
    own = {t.id for t in problem.teams if t.owner_id == person.id and (t.must_run or t.id in plan.values())}
    if own and plan.get(person.id) not in own and not person.pinned:
        broken += 1
    return problem.change_price * moved, broken


def _judged_pair(pair: Pair, plan: dict[UUID, UUID]) -> tuple[int, int]:
    seats = plan.get(pair.one), plan.get(pair.other)
    together = seats[0] is not None and seats[0] == seats[1]
    apart = None not in seats and not together
    points = {"friends": 6 * apart, "rather_not": 10 * together}.get(pair.kind, 0)
    return points, {"must_with": not together, "must_not": together}.get(pair.kind, False)


@pytest.fixture(scope="session")
def judged() -> object:
    """judged(problem, plan) -> (F, broken hard rules), independent of the program."""
    return _judged
