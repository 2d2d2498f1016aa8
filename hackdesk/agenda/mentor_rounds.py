"""Who sees whom when: the rounds of mentors as a problem, and the plan that comes of it.

What counts, each before all that follow: no team is left unvisited; each wanted theme is met by somebody who knows
it, over all rounds together; each team is seen as often in each round as was asked; where a plan is mended, little
changes; the load is even among mentors; nobody waits longer than needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hackdesk.agenda import mentor_greedy
from hackdesk.agenda.mentor_problem import Places, Problem
from hackdesk.agenda.mentoring import Mentoring, Seat, Visit, Wanting, overlap
from hackdesk.agenda.unmet import findings
from hackdesk.steps import Step, no_steps
from hackdesk.teams.rules import Finding, folded

#: Seconds at most; a large event takes less than one.
SECONDS = 20.0


@dataclass(frozen=True)
class Ask:
    """What is planned. now: slots before it are over. rounds: those that are planned; none: all.

    least: how often a team is seen in each round at least. mend: what is planned already changes as little as
    can be. seed: how ties are drawn.
    """

    now: datetime
    rounds: frozenset[UUID] = frozenset()
    least: int = 1
    mend: bool = False
    seed: int = 1


@dataclass(frozen=True)
class Planned:
    """A visit of a plan. visit_id: the one it was before; None: it is new."""

    team_id: UUID
    seat: Seat
    visit_id: UUID | None = None


@dataclass(frozen=True)
class MentorPlan:
    """What was worked out. stays: visits the plan does not touch. gone: visits that are to be taken out.

    seen: {id: version} of the visits it was worked out from. unmet: (team, theme) that nobody sees to; findings
    say why, in names. proved: no plan is better.
    """

    visits: tuple[Planned, ...]
    stays: tuple[Visit, ...]
    gone: tuple[UUID, ...]
    seen: dict[UUID, int]
    unmet: tuple[tuple[UUID, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    proved: bool = False

    @property
    def changed(self) -> int:
        """How many visits are elsewhere, new or gone."""
        return len(self.visits) + len(self.gone)


def plan_rounds(now: Mentoring, ask: Ask, *, step: Step = no_steps) -> MentorPlan:
    """The best plan there is. The same question and seed give the same plan."""
    problem, free = problem_of(now, ask)
    step(0, 2)
    try:
        from hackdesk.agenda import mentor_exact
    except ImportError:  # highspy is an optional wheel on some machines
        places, proved = mentor_greedy.solve(problem), False
    else:
        places, proved = mentor_exact.solve(problem, seconds=SECONDS)
    step(1, 2)
    plan = _plan(now, problem, free, places)
    step(2, 2)
    return MentorPlan(**{**vars(plan), "proved": proved})


def standing(now: Mentoring, ask: Ask) -> tuple[Finding, ...]:
    """What is not met as the visits stand now, and why."""
    held = [visit for visit in now.visits if not now.missed(visit, ask.now)]
    return findings(_problem(now, ask, held, ()), ())


def problem_of(now: Mentoring, ask: Ask) -> tuple[Problem, tuple[Visit, ...]]:
    """The problem, and the visits that it is free to move."""
    free = tuple(visit for visit in now.visits if _free(now, visit, ask))
    ids = {visit.id for visit in free}
    held = [visit for visit in now.visits if visit.id not in ids]
    return _problem(now, ask, held, free), free


def _free(now: Mentoring, visit: Visit, ask: Ask) -> bool:
    """What took place, is pinned, goes on or was over before stays, and so does a round that is not planned."""
    if visit.visited_at or visit.pinned or (ask.rounds and visit.round_id not in ask.rounds):
        return False
    if not now.team[visit.team_id].active:
        return True
    return visit.starts_at >= ask.now or now.missed(visit, ask.now)


def _problem(now: Mentoring, ask: Ask, held: Sequence[Visit], free: Sequence[Visit]) -> Problem:
    teams = now.active
    rounds = [one for one in now.rounds if not ask.rounds or one.id in ask.rounds]
    slots = tuple(slot for one in rounds for slot in one.slots if slot.starts_at >= ask.now)
    numbers = {team.id: number for number, team in enumerate(teams)}
    mentors = {mentor.id: number for number, mentor in enumerate(now.mentors)}
    places = {(slot.round_id, slot.starts_at): number for number, slot in enumerate(slots)}
    pairs = frozenset(
        (mentors[visit.mentor_id], numbers[visit.team_id]) for visit in held if visit.team_id in numbers
    )
    spans = [(visit, now.span(visit)) for visit in held]
    return Problem(
        mentors=now.mentors, teams=teams, slots=slots, least=ask.least, seed=ask.seed, zone=now.zone,
        rounds=tuple((one.id, one.name) for one in rounds),
        here=tuple(
            frozenset(
                number for number, slot in enumerate(slots)
                if mentor.here(slot.span)
                and not any(visit.mentor_id == mentor.id and overlap(span, slot.span) for visit, span in spans)
            )
            for mentor in now.mentors
        ),
        free=tuple(
            frozenset(
                number for number, slot in enumerate(slots)
                if not any(visit.team_id == team.id and overlap(span, slot.span) for visit, span in spans)
            )
            for team in teams
        ),
        needs=tuple((number, theme) for number, team in enumerate(teams) for theme in _open(now, team, held)),
        pairs=pairs,
        seen=tuple(
            tuple(sum(visit.team_id == team.id and visit.round_id == one.id for visit in held) for one in rounds)
            for team in teams
        ),
        visited=tuple(any(visit.team_id == team.id for visit in held) for team in teams),
        loads=tuple(sum(visit.mentor_id == mentor.id for visit in held) for mentor in now.mentors),
        before=frozenset(
            (mentors[visit.mentor_id], numbers[visit.team_id], places.get((visit.round_id, visit.starts_at), -1))
            for visit in free if visit.team_id in numbers
        ) if ask.mend else frozenset(),
    )  # fmt: skip


def _open(now: Mentoring, team: Wanting, held: Sequence[Visit]) -> tuple[str, ...]:
    """The themes of a team that what stays does not meet, in its own words."""
    met: set[str] = set()
    for visit in held:
        if visit.team_id == team.id:
            met |= now.mentor[visit.mentor_id].known
    return tuple(theme for theme in team.themes if folded(theme) not in met)


def _plan(now: Mentoring, problem: Problem, free: Sequence[Visit], places: Places) -> MentorPlan:
    old = {(visit.mentor_id, visit.team_id): visit for visit in free}
    visits, used = [], set()
    for mentor, team, number in sorted(places, key=lambda one: (one[2], one[0])):
        slot = problem.slots[number]
        seat = Seat(slot.round_id, problem.mentors[mentor].id, slot.starts_at)
        before = old.get((seat.mentor_id, problem.teams[team].id))
        if before:
            used.add(before.id)
            if (before.round_id, before.starts_at) == (seat.round_id, seat.starts_at):
                continue
        visits.append(Planned(problem.teams[team].id, seat, before.id if before else None))
    moved = {planned.visit_id for planned in visits}
    gone = tuple(visit.id for visit in free if visit.id not in used)
    return MentorPlan(
        visits=tuple(visits),
        stays=tuple(visit for visit in now.visits if visit.id not in moved and visit.id not in gone),
        gone=gone,
        seen={visit.id: visit.version for visit in now.visits},
        unmet=tuple((problem.teams[team].id, theme) for team, theme in problem.unmet(places)),
        findings=findings(problem, places),
    )
