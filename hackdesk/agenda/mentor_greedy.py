"""A plan of mentor rounds without HiGHS: the scarcest wish first, each in its earliest slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hackdesk.agenda.mentor_problem import Place, Places, Problem


def solve(problem: Problem) -> Places:
    """A plan without clashes, in which nothing is unmet that could be met by itself."""
    work = _Work(problem)
    for team in _by_need(problem):
        if not problem.visited[team] and not work.seen[team]:
            work.see(team, _useful(problem, work, team))
    for team, theme in _scarcest_first(problem):
        if (team, theme) in problem.unmet(work.places):
            work.see(team, (mentor for mentor in range(len(problem.mentors)) if problem.knows(mentor, theme)))
    everybody = range(len(problem.mentors))
    for number in range(len(problem.rounds)):
        for often in range(problem.least):
            for team in range(len(problem.teams)):
                if problem.seen[team][number] + work.in_round[team, number] <= often:
                    work.see(team, everybody, number)
    return tuple(work.places)


def _by_need(problem: Problem) -> list[int]:
    wanted = Counter(team for team, _theme in problem.needs)
    return sorted(range(len(problem.teams)), key=lambda team: (len(problem.free[team]), -wanted[team], team))


def _scarcest_first(problem: Problem) -> list[tuple[int, str]]:
    def places(need: tuple[int, str]) -> int:
        return sum(len(slots) for number, slots in enumerate(problem.here) if problem.knows(number, need[1]))

    return sorted(problem.needs, key=lambda need: (places(need), need))


def _useful(problem: Problem, work: _Work, team: int) -> list[int]:
    """Everybody, those first who know most of what a team wants."""
    wants = [theme for number, theme in problem.needs if number == team]
    return sorted(
        range(len(problem.mentors)),
        key=lambda mentor: (-sum(problem.knows(mentor, theme) for theme in wants), work.load(mentor)),
    )


class _Work:
    """The plan while it grows."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.places: list[Place] = []
        self.seen: Counter[int] = Counter()
        self.in_round: Counter[tuple[int, int]] = Counter()

    def load(self, mentor: int) -> int:
        """How many a mentor sees so far."""
        return self.problem.loads[mentor] + sum(one[0] == mentor for one in self.places)

    def see(self, team: int, mentors: Iterable[int], only: int | None = None) -> None:
        """Let one of the mentors see a team: where it was before, else whoever has least to do, earliest."""
        ordered = {mentor: number for number, mentor in enumerate(mentors)}
        found = [
            place for place in self.problem.possible
            if place[1] == team and place[0] in ordered and self._fits(place)
            and (only is None or self.problem.round_of[place[2]] == only)
        ]  # fmt: skip
        if found:
            best = min(found, key=lambda one: (one not in self.problem.before, self.load(one[0]), one[2], one[0]))
            self.places.append(best)
            self.seen[team] += 1
            self.in_round[team, self.problem.round_of[best[2]]] += 1

    def _fits(self, place: Place) -> bool:
        return not any(
            place[:2] == other[:2]
            or ((place[0] == other[0] or place[1] == other[1]) and self.problem.clash(place[2], other[2]))
            for other in self.places
        )
