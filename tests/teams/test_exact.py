"""What is said to be proved is: every plan of a small room is tried, and none is better."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hackdesk.teams.proposal import Pair, Participant, PossibleTeam, Problem, Proposal, Weights
from hackdesk.teams.solver import propose

ROOT = Path(__file__).resolve().parents[2]
Judged = Callable[[Problem, dict[UUID, UUID]], tuple[int, int]]


@st.composite
def small_rooms(draw: st.DrawFn) -> Problem:
    """Six people at most, three possible teams at most, of which two may be of one topic."""
    topics = [uuid4() for _ in range(draw(st.integers(1, 3)))]
    of = [*topics, topics[0]][:3]
    ids = [uuid4() for _ in range(draw(st.integers(2, 6)))]
    random = draw(st.randoms(use_true_random=False))
    owner = draw(st.none() | st.sampled_from(ids))
    teams = tuple(
        PossibleTeam(
            uuid4(), topic, f"Topic {topics.index(topic)}", owner_id=owner if number == 0 else None,
            skills=("design", "it")[: topics.index(topic)], min_size=1 + topics.index(topic) % 2, max_size=4,
            exists=random.random() < 0.3, carriers=frozenset(random.sample(ids, topics.index(topic))),
        )
        for number, topic in enumerate(of)
    )  # fmt: skip
    people = tuple(_somebody(number, person, topics, teams, random) for number, person in enumerate(ids))
    kinds = ("must_with", "must_not", "friends", "rather_not")
    pairs = [Pair(random.choice(kinds), *random.sample(ids, 2)) for _ in range(draw(st.integers(0, 2)))]  # type: ignore[arg-type]
    price = draw(st.sampled_from([0, 3]))
    return Problem(people, teams, tuple(pairs), Weights(nobody_to_carry_on=9), ideal_size=2,
                   most_of_a_group=1, change_price=price)  # fmt: skip


def _somebody(
    number: int, person: UUID, topics: list[UUID], teams: tuple[PossibleTeam, ...], random: Random
) -> Participant:
    there = [team.id for team in teams if team.exists]
    return Participant(
        person, f"Person {number}", groups=(random.choice(["public_servant", "community", "expert"]),),
        skills=tuple(random.sample(["design", "it"], random.randint(0, 2))), experienced=random.random() < 0.4,
        place=random.choice(["", "Antsla", "Rõuge"]), wishes=tuple(random.sample(topics, min(2, len(topics)))),
        seat=random.choice(there) if there and random.random() < 0.5 else None,
    )  # fmt: skip


def best_without_all(problem: Problem, judged: Judged) -> tuple[int, int]:
    """(how many have no place, F) of the best plan that breaks no other rule."""
    found = []
    people = [person.id for person in problem.people]
    for seats in product([*(team.id for team in problem.teams), None], repeat=len(people)):
        plan = {person: seat for person, seat in zip(people, seats, strict=True) if seat}
        points, broken = judged(problem, plan)
        if broken == len(people) - len(plan):
            found.append((broken, points))
    return min(found)


def best_of_all(problem: Problem, judged: Judged) -> float:
    """The lowest F of any plan that places everybody and breaks no rule; infinite where there is none."""
    best = float("inf")
    people = [person.id for person in problem.people]
    for seats in product([team.id for team in problem.teams], repeat=len(people)):
        points, broken = judged(problem, dict(zip(people, seats, strict=True)))
        best = min(best, points) if not broken else best
    return best


def solved(problem: Problem) -> Proposal:
    return propose(problem, seconds=20, seed=1, steps=1000)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=small_rooms())
def test_a_proved_plan_is_the_best_of_all_plans(judged: Judged, problem: Problem) -> None:
    proposal, best = solved(problem), best_of_all(problem, judged)
    if best == float("inf"):
        assert proposal.broken
        if proposal.proved:
            without = best_without_all(problem, judged)
            assert (len(proposal.unplaced), proposal.score.total) == without
    else:
        assert proposal.broken == () and proposal.score.total == best
        assert proposal.bound is not None and proposal.bound <= best
        one_team_a_topic = len({team.topic_id for team in problem.teams}) == len(problem.teams)
        assert proposal.proved or not one_team_a_topic


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=small_rooms())
def test_without_a_rule_nothing_gets_worse_where_both_are_proved(problem: Problem) -> None:
    kept = solved(problem)
    free = [replace(problem, pairs=problem.pairs[1:]), replace(problem, change_price=0)]
    free.append(replace(problem, teams=tuple(replace(team, max_size=6, owner_id=None) for team in problem.teams)))
    for other in free:
        found = solved(other)
        if kept.proved and found.proved and not kept.unplaced:
            assert found.unplaced == () and found.score.total <= kept.score.total


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=small_rooms())
def test_without_a_price_on_moves_it_is_as_good_as_if_nobody_sat_anywhere(problem: Problem) -> None:
    seated = replace(problem, change_price=0)
    fresh = replace(seated, people=tuple(replace(person, seat=None) for person in problem.people))
    one, other = solved(seated), solved(fresh)
    if one.proved and other.proved:
        assert (one.score.total, len(one.unplaced)) == (other.score.total, len(other.unplaced))


def test_topics_that_hold_several_teams_are_divided_without_breaking_a_rule(
    a_problem: Callable[..., Problem], judged: Judged
) -> None:
    problem = a_problem(60, 5, min_size=4, max_size=7)
    more = tuple(replace(t, id=uuid5(t.id, str(n))) for t in problem.teams for n in range(2))
    several = replace(problem, teams=(*problem.teams, *more))
    proposal = propose(several, seconds=60, seed=1, steps=20_000)
    assert judged(several, proposal.plan) == (proposal.score.total, 0)
    assert proposal.bound is not None and proposal.bound <= proposal.score.total


def test_a_second_team_may_run_while_the_owner_of_the_topic_works_on_something_else(judged: Judged) -> None:
    ids = [UUID(int=number) for number in range(1, 9)]
    bus, cafe = UUID(int=20), UUID(int=21)
    people = tuple(Participant(one, f"Person {one.int}", wishes=(cafe if one in ids[:4] else bus,)) for one in ids)
    teams = (PossibleTeam(UUID(int=30), bus, "Bus", owner_id=ids[0]), PossibleTeam(UUID(int=31), bus, "Bus 2"),
             PossibleTeam(UUID(int=32), cafe, "Café"))  # fmt: skip
    problem = Problem(people, teams, wanted_groups=(), ideal_size=4)
    proposal = solved(problem)
    assert (proposal.score.total, proposal.proved, judged(problem, proposal.plan)) == (0, True, (0, 0))


def test_a_room_of_sixty_is_proved(a_problem: Callable[..., Problem], judged: Judged) -> None:
    problem = a_problem(60, 8)
    proposal = propose(problem, seconds=60, seed=1)
    assert proposal.proved and judged(problem, proposal.plan) == (proposal.score.total, 0)


def test_with_too_few_seats_the_best_that_the_rules_allow_is_proved(a_problem: Callable[..., Problem]) -> None:
    proposal = propose(a_problem(30, 2), seconds=60, seed=1)
    assert (len(proposal.unplaced), proposal.proved) == (6, True)


def test_better_plans_are_told_as_they_come(a_problem: Callable[..., Problem]) -> None:
    told: list[Proposal] = []
    last = propose(a_problem(60, 8), seconds=60, seed=1, tell=told.append)
    totals = [proposal.score.total for proposal in told]
    assert totals == sorted(totals, reverse=True) and totals[-1] == last.score.total
    bounds = [proposal.bound for proposal in told if proposal.bound is not None]
    assert bounds == sorted(bounds) and last.within == 0


@pytest.mark.parametrize("price", [0, 50])
def test_a_price_on_moves_is_part_of_the_proof(a_problem: Callable[..., Problem], price: int) -> None:
    problem = a_problem(30, 4)
    first = propose(problem, seconds=60, seed=1)
    seats = first.plan
    people = tuple(replace(p, seat=seats[p.id], wishes=()) for p in problem.people)
    again = propose(replace(problem, people=people, change_price=price), seconds=60, seed=2)
    assert again.proved
    assert price == 0 or again.moved == 0 or again.score.total < price * 30


def test_without_the_exact_solver_there_is_a_plan_and_no_promise(tmp_path: Path) -> None:
    write_room(tmp_path, people=40, topics=5)
    script = "import sys; sys.modules['highspy'] = None; import main; sys.exit(main.main(sys.argv[1:]))"
    answered = run("-c", script, "teams", "solve", str(tmp_path), "--out", str(tmp_path / "plan.csv"), "--json",
                   "--steps", "20000")  # fmt: skip
    assert (answered["state"], answered["bound"], answered["broken"]) == ("unknown", None, [])


def test_a_folder_is_solved_the_same_way_in_two_processes(tmp_path: Path) -> None:
    write_room(tmp_path, people=40, topics=5)
    plans = []
    for name in ("one.csv", "two.csv"):
        answered = run("main.py", "teams", "solve", str(tmp_path), "--out", str(tmp_path / name), "--json",
                       "--seconds", "60", "--steps", "20000")  # fmt: skip
        plans.append((tmp_path / name).read_bytes())
    assert answered["state"] == "proved" and answered["F"] == answered["bound"]
    assert plans[0] == plans[1] and plans[0].startswith(b"person,team")


def test_people_stay_for_a_price_and_pins_hold(tmp_path: Path) -> None:
    write_room(tmp_path, people=40, topics=5)
    first, again = tmp_path / "first.csv", tmp_path / "again.csv"
    folder = ("main.py", "teams", "solve", str(tmp_path), "--json", "--seconds", "60")
    run(*folder, "--out", str(first))
    seats = dict(line.split(",") for line in first.read_text().splitlines()[1:])
    person, elsewhere = "P001", next(team for team in seats.values() if team != seats["P001"])
    (tmp_path / "pins.csv").write_text(f"person,team\n{person},{elsewhere}\n")
    answered = run(*folder, "--out", str(again), "--previous", str(first), "--price", "50", "--pins",
                   str(tmp_path / "pins.csv"))  # fmt: skip
    assert f"{person},{elsewhere}" in again.read_text().splitlines()
    assert answered["moved"] <= 1 and answered["state"] == "proved"


def test_a_folder_that_holds_no_room_gets_its_sentence(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "main.py", "teams", "solve", str(tmp_path), "--out", str(tmp_path / "plan.csv")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1 and "settings.json" in ran.stderr and "Traceback" not in ran.stderr


def run(*command: str) -> dict[str, Any]:
    ran = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=True)
    answered: dict[str, Any] = json.loads(ran.stdout)
    return answered


def write_room(folder: Path, *, people: int, topics: int) -> None:
    """A room as a folder: a third are public servants, everybody wishes for two topics."""
    random = Random(5)
    roles, names = ("public_servant", "end_user", "designer"), [f"C{number:03}" for number in range(1, topics + 1)]
    lines = ["id,name,role,skills,languages,experience,place,pref1,pref2,pref3,status"]
    for number in range(1, people + 1):
        one, two = random.sample(names, 2)
        role, experience = roles[number % 3], number % 2
        lines.append(f"P{number:03},Person {number},{role},law,et,{experience},Antsla,{one},{two},,checked_in")
    (folder / "people.csv").write_text("\n".join(lines))
    lines = ["id,title,owner,languages,skills_needed,min_size,max_size,max_teams,must_run"]
    lines += [f"{name},Topic {name},P{number:03},et,law;data,4,9,2,0" for number, name in enumerate(names, 1)]
    (folder / "challenges.csv").write_text("\n".join(lines))
    (folder / "rules.csv").write_text("kind,a,b\nmust_with,P010,P011\nwish_not,P012,P013\n")
    weights = {
        "rank1": 0, "rank2": 2, "rank3": 6, "unranked": 20, "missing_role": 40, "missing_skill": 5,
        "no_experience": 8, "same_place": 3, "same_role": 4, "size": 2, "wish_with": 6, "wish_not": 10,
    }  # fmt: skip
    settings = {"ideal_size": 6, "max_same_role": 3, "weights": weights,
                "role_groups": [["public_servant"], ["end_user"]]}  # fmt: skip
    (folder / "settings.json").write_text(json.dumps(settings))
