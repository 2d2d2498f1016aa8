"""How good teams get with time: F and bound after so many seconds, for rooms this file makes itself.

Run: python tests/bench/teams.py [SECONDS]. Each room is worked out in a process of its own; its memory is told.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random
from uuid import NAMESPACE_OID, UUID, uuid5

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from hackdesk.teams.proposal import Participant, PossibleTeam, Problem, Proposal  # noqa: E402
from hackdesk.teams.solver import propose  # noqa: E402

GROUPS = (("public_servant",), ("end_user", "community"), ("design",), ("it",))
ROLES = ("public_servant", "end_user", "community", "design", "it", "expert", "entrepreneur")
SKILLS = ("law", "data", "service", "writing", "building")
MARKS = (0.5, 1, 2, 5, 10, 20)


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def a_room(people: int, topics: int, teams_each: int = 1, seed: int = 7) -> Problem:
    """People of unevenly spread roles, popular and unpopular topics, skills, places and two languages."""
    random = Random(seed)
    titles = [f"topic {number}" for number in range(topics)]
    weights = [1 / (1 + number / 4) for number in range(topics)]
    teams = []
    for title in titles:
        skills, languages = tuple(random.sample(SKILLS, 2)), ("et",) if random.random() < 0.8 else ("et", "ru")
        teams += [
            PossibleTeam(
                _id(f"{title}/{number}"), _id(title), title, skills=skills, languages=languages, max_size=8
            )
            for number in range(teams_each)
        ]  # fmt: skip
    crowd = []
    for number in range(people):
        wishes = tuple(dict.fromkeys(_id(title) for title in random.choices(titles, weights, k=4)))[:3]
        crowd.append(Participant(
            _id(f"person {number}"), f"Person {number}", groups=(random.choices(ROLES, (3, 3, 2, 1, 2, 2, 1))[0],),
            skills=tuple(random.sample(SKILLS, random.randint(0, 2))), wishes=wishes,
            languages=random.choice((("et",), ("et",), ("et", "ru"))),
            place=f"place {random.randrange(people // 4)}", experienced=random.random() < 0.25,
        ))  # fmt: skip
    return Problem(tuple(crowd), tuple(teams), wanted_groups=GROUPS)


def after_changes(price: int) -> Problem:
    """The room of 120 once more: six have left, four have come, the others sit as they were proposed."""
    room = a_room(120, 20)
    plan = propose(room, seconds=30, seed=1).plan
    here = [replace(person, seat=plan[person.id]) for person in room.people[6:]]
    others = a_room(40, 20, seed=9).people[:4]
    come = [replace(person, id=_id(f"new {number}")) for number, person in enumerate(others)]
    teams = tuple(replace(team, exists=team.id in plan.values()) for team in room.teams)
    return replace(room, people=(*here, *come), teams=teams, change_price=price)


ROOMS: dict[str, Callable[[], Problem]] = {
    "60": lambda: a_room(60, 10),
    "120": lambda: a_room(120, 20),
    "120 again, price 0": lambda: after_changes(0),
    "120 again, price 3": lambda: after_changes(3),
    "120 again, price 50": lambda: after_changes(50),
    "300, 25 x 3 teams": lambda: a_room(300, 25, 3),
    "300, 25 x 3, another": lambda: a_room(300, 25, 3, seed=8),
    "300, 25 x 3, a third": lambda: a_room(300, 25, 3, seed=9),
    "600": lambda: a_room(600, 100),
}


def work_out(name: str, seconds: float) -> None:
    problem, told = ROOMS[name](), []
    begun = time.monotonic()

    def tell(proposal: Proposal) -> None:
        told.append((time.monotonic() - begun, proposal.score.total, proposal.bound, len(proposal.broken)))

    last = propose(problem, seconds=seconds, seed=1, tell=tell)
    taken = time.monotonic() - begun
    print(f"{name:22}{told[0][0]:6.2f} s{told[0][1]:>8}    the first plan")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for mark in MARKS:
        if mark > seconds:
            break
        known = [one for one in told if one[0] <= mark]
        _when, points, bound, broken = known[-1] if known else (0, None, None, 0)
        share = "" if points is None else f"{100 * (points - last.score.total) / max(1, last.score.total):6.1f} %"
        print(f"{name:22}{mark:6} s{points!s:>8}{bound!s:>8}{share:>10}{'  broken' if broken else ''}")
        if mark >= taken:
            break
    state = "proved" if last.proved else f"within {last.within}"
    print(f"{name:22} end {taken:5.1f} s: F {last.score.total}, {state}, moved {last.moved}, {memory:.0f} MB\n")


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    print(f"load {os.getloadavg()[0]:.1f}; share: above the F at the end")
    print(f"{'room':24}{'time':>6}{'F':>7}{'bound':>8}")
    for name in ROOMS:
        process = get_context("spawn").Process(target=work_out, args=(name, seconds))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
