"""What a move would do: in points as the score counts them, and in words that name what changes."""

from __future__ import annotations

from random import Random
from uuid import UUID, uuid4

import pytest

from hackdesk.teams.effect import Effect, Effects
from hackdesk.teams.proposal import Pair, Participant, PossibleTeam, Problem, broken_rules, score

GROUPS = {"public_servant": "Public", "end_user": "End user", "it": "IT"}
KINDS = ("friends", "rather_not", "must_with", "must_not")


def a_person(name: str, group: str = "", wishes: tuple[UUID, ...] = (), **more: object) -> Participant:
    return Participant(uuid4(), name, groups=(group,) if group else (), wishes=wishes, **more)  # type: ignore[arg-type]


def a_team(title: str, **more: object) -> PossibleTeam:
    return PossibleTeam(uuid4(), uuid4(), title, exists=True, **more)  # type: ignore[arg-type]


def a_room(seed: int) -> tuple[Problem, dict[UUID, UUID]]:
    """Thirty people in five teams, some of them nowhere, with everything that counts."""
    random = Random(seed)
    teams = tuple(
        a_team(f"Team {n}", skills=("code", "law"), languages=("et",) if n else (), carriers=frozenset())
        for n in range(5)
    )
    topics = [team.topic_id for team in teams]
    people = tuple(
        a_person(
            f"Person {n}", random.choice(tuple(GROUPS)), tuple(random.sample(topics, random.randint(0, 3))),
            skills=tuple(random.sample(("code", "law", "maps"), random.randint(0, 2))),
            place=random.choice(("", "Rõuge", "Antsla")), experienced=random.random() < 0.1,
            languages=random.choice(((), ("et",), ("ru",))),
        )
        for n in range(30)
    )  # fmt: skip
    pairs = tuple(
        Pair(random.choice(KINDS), *(p.id for p in random.sample(people, 2)))  # type: ignore[arg-type]
        for _ in range(12)
    )
    plan = {person.id: random.choice(teams).id for person in people if random.random() < 0.9}
    return Problem(people, teams, pairs, wanted_groups=(("public_servant",), ("end_user",))), plan


def said(effect: Effect) -> list[tuple[int, str]]:
    return [(r.points, r.finding.sentence.format(**r.finding.fields)) for r in effect.reasons]


@pytest.mark.parametrize("seed", range(40))
def test_it_counts_what_the_score_counts_and_the_reasons_add_up_to_it(seed: int) -> None:
    problem, plan = a_room(seed)
    random = Random(seed)
    for many in (1, 1, 2, 5):
        moves = {
            person.id: random.choice([None, *(team.id for team in problem.teams)])
            for person in random.sample(problem.people, many)
        }
        effect = Effects(problem, plan, GROUPS).of(moves)
        after = {who: to for who, to in {**plan, **moves}.items() if to is not None}
        change, was = score(problem, after), score(problem, plan)
        for term in vars(was):
            assert getattr(effect.score, term) == getattr(change, term) - getattr(was, term), term
        assert sum(points for points, _words in said(effect)) == effect.total


@pytest.mark.parametrize("seed", range(20))
def test_a_move_that_breaks_a_rule_says_so(seed: int) -> None:
    problem, plan = a_room(seed)
    effects, before = Effects(problem, plan, GROUPS), broken_rules(problem, plan)
    for person in problem.people:
        if person.id not in plan:
            continue
        team = problem.teams[seed % 5]
        now = broken_rules(problem, {**plan, person.id: team.id})
        new = {(f.kind, f.values) for f in now if f.kind != "size"} - {(f.kind, f.values) for f in before}
        told = [r for r in effects.of({person.id: team.id}).reasons if r.rule and r.finding.kind != "size"]
        assert len(told) == len(new)


def test_the_only_one_of_a_group_is_missed_where_they_leave_and_counts_where_they_go() -> None:
    bus, train = a_team("Bus"), a_team("Train")
    anu = a_person("Anu", "public_servant", (train.topic_id,))
    people = (anu, *(a_person(f"P{n}", "end_user") for n in range(10)))
    plan = {person.id: (bus if n < 6 else train).id for n, person in enumerate(people)}
    problem = Problem(people, (bus, train))
    effect = Effects(problem, plan, GROUPS).of({anu.id: train.id})
    left, joined = effect.teams
    assert (left.team, joined.team) == (bus, train)
    assert [r.finding.kind for r in left.reasons] == ["missing_group", "size"]
    assert (40, "loses its only one: Public") in said(effect)
    assert (-40, "its first: Public") in said(effect)
    assert (-20, "Anu gets their first wish") in said(effect)
    assert effect.total == -20


def test_a_full_team_is_too_many_and_a_pinned_person_stays() -> None:
    bus, train = a_team("Bus", max_size=3), a_team("Train")
    people = [a_person(f"P{n}", seat=bus.id if n < 3 else train.id, pinned=n == 3) for n in range(8)]
    effects = Effects(Problem(tuple(people), (bus, train)), {p.id: p.seat for p in people if p.seat}, GROUPS)
    effect = effects.of({people[3].id: bus.id})
    assert {words for _points, words in said(effect)} >= {"too many: 4 of 3", "P3 is pinned here"}
    assert effect.breaks == 1


def test_the_best_places_harm_least_and_nobody_comes_who_is_pinned_or_owns() -> None:
    bus, train = a_team("Bus", max_size=3), a_team("Train")
    late = a_person("Late", wishes=(bus.topic_id, train.topic_id))
    others = [a_person(f"P{n}", seat=train.id, pinned=n == 0) for n in range(6)]
    here = [a_person(f"B{n}") for n in range(3)]
    plan = {p.id: train.id for p in others} | {p.id: bus.id for p in here}
    effects = Effects(Problem((late, *others, *here), (bus, train)), plan, GROUPS)
    assert [team.title for team, _effect in effects.best_places(late.id, 3)] == ["Train", "Bus"]
    could = [person.name for person, _effect in effects.who_could_come(bus.id, 9)]
    assert "P0" not in could
    assert set(could) == {"Late", "P1", "P2", "P3", "P4", "P5"}


def test_somebody_who_is_not_counted_is_known_as_such() -> None:
    problem, plan = a_room(1)
    effects = Effects(problem, plan, GROUPS)
    assert not effects.knows({uuid4(): problem.teams[0].id})
    assert not effects.knows({problem.people[0].id: uuid4()})
    assert effects.knows({problem.people[0].id: None})
