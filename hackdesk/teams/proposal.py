"""Who is to be placed where, what a plan costs, and which hard rules it breaks. Pure values.

F is one weighted sum, lower is better. Each term is a count per team, so that it can be explained team by team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal
from uuid import UUID

from hackdesk.language import N_
from hackdesk.teams.rules import WANTED_GROUPS, Finding, RoleGroups


@dataclass(frozen=True)
class Weights:
    """What each thing costs, each time it occurs. first, second, third, outside: by the wish that was met."""

    first: int = 0
    second: int = 2
    third: int = 6
    outside: int = 20
    missing_group: int = 40
    missing_skill: int = 5
    no_experience: int = 8
    same_place: int = 3
    same_group: int = 4
    size: int = 2
    friends_apart: int = 6
    rather_not: int = 10
    nobody_to_carry_on: int = 0

    def of_wish(self, rank: int | None) -> int:
        """What a person costs who got their wish number `rank`; None: none of their wishes."""
        return (self.first, self.second, self.third)[rank - 1] if rank else self.outside


@dataclass(frozen=True)
class Participant:
    """Somebody to be placed.

    wishes: topics by rank, None for a wish that no topic answers. seat: the possible team they are in now.
    pinned: they stay there.
    """

    id: UUID
    name: str
    groups: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    place: str = ""
    experienced: bool = False
    wishes: tuple[UUID | None, ...] = ()
    seat: UUID | None = None
    pinned: bool = False

    def rank(self, topic_id: UUID) -> int | None:
        """1, 2 or 3 where the topic is one of their wishes."""
        return self.wishes.index(topic_id) + 1 if topic_id in self.wishes[:3] else None

    @property
    def has_wishes(self) -> bool:
        """Whether any wish names a topic there is."""
        return any(self.wishes[:3])


@dataclass(frozen=True)
class PossibleTeam:
    """A team that is there, or an open topic that may get one.

    owner_id: sits here once the team runs. carriers: who could go on with the topic after the event.
    """

    id: UUID
    topic_id: UUID
    title: str
    exists: bool = False
    owner_id: UUID | None = None
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    min_size: int = 4
    max_size: int = 12
    must_run: bool = False
    carriers: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Pair:
    """Two people who must sit together or apart, or would like to."""

    kind: Literal["must_with", "must_not", "friends", "rather_not"]
    one: UUID
    other: UUID


@dataclass(frozen=True)
class Problem:
    """Everything a proposal looks at. change_price: what it costs that somebody leaves the team they are in."""

    people: tuple[Participant, ...]
    teams: tuple[PossibleTeam, ...]
    pairs: tuple[Pair, ...] = ()
    weights: Weights = field(default_factory=Weights)
    wanted_groups: RoleGroups = WANTED_GROUPS
    ideal_size: int = 6
    most_of_a_group: int = 3
    change_price: int = 0

    @cached_property
    def asks_for_experience(self) -> bool:
        """Whether anybody is known to be experienced; otherwise no team can lack it."""
        return any(person.experienced for person in self.people)


#: What a change of team costs where people should move only for a good reason.
A_FEW_MOVES = 3
#: So many people are named in one sentence; more are counted.
_NAMED = 5

#: Where everybody sits: {person: possible team}. Who is missing has no place.
Plan = Mapping[UUID, UUID]


@dataclass(frozen=True)
class Score:
    """F and what it is made of, in points."""

    wishes: int = 0
    missing_group: int = 0
    missing_skill: int = 0
    no_experience: int = 0
    same_place: int = 0
    same_group: int = 0
    size: int = 0
    pairs: int = 0
    changes: int = 0
    nobody_to_carry_on: int = 0

    @property
    def total(self) -> int:
        """F."""
        return sum(getattr(self, term.name) for term in fields(self))


@dataclass(frozen=True)
class PlannedTeam:
    """A team of the proposal. members: ids of people."""

    team: PossibleTeam
    members: tuple[UUID, ...]


@dataclass(frozen=True)
class Proposal:
    """A plan as the solver hands it over: broken rules are named, never hidden.

    without_team: possible teams that found nobody. moved: how many leave the team they are in now.
    stopped: somebody pressed Stop; it is the best there was by then. bound: no plan that places as many people by
    the rules has a lower F; None: unknown.
    """

    problem: Problem
    teams: tuple[PlannedTeam, ...]
    unplaced: tuple[UUID, ...]
    without_team: tuple[PossibleTeam, ...]
    score: Score
    broken: tuple[Finding, ...]
    moved: int
    seed: int
    steps: int
    stopped: bool = False
    bound: int | None = None

    @property
    def within(self) -> int | None:
        """By how many points a better plan could be better at most; None where it is not known."""
        return None if self.bound is None else self.score.total - self.bound

    @property
    def proved(self) -> bool:
        """Whether no plan is better, or, where somebody has no place, the rules allow no better."""
        return self.within == 0

    @property
    def topics_without(self) -> tuple[str, ...]:
        """The titles of topics that found nobody."""
        running = {planned.team.topic_id for planned in self.teams}
        first = {team.topic_id: team.title for team in reversed(self.without_team)}
        return tuple(title for topic_id, title in reversed(first.items()) if topic_id not in running)

    @property
    def plan(self) -> dict[UUID, UUID]:
        """Who sits where."""
        return {person: planned.team.id for planned in self.teams for person in planned.members}


def proposal_of(problem: Problem, plan: Plan, *, seed: int, steps: int, stopped: bool = False) -> Proposal:
    """A plan with all there is to say of it but its bound."""
    rooms = seated(problem, plan)
    return Proposal(
        problem=problem,
        teams=tuple(PlannedTeam(team, tuple(p.id for p in members)) for team, members in rooms if members),
        unplaced=tuple(person.id for person in problem.people if person.id not in plan),
        without_team=tuple(team for team, members in rooms if not members),
        score=score(problem, plan),
        broken=broken_rules(problem, plan),
        moved=len(movers(problem, plan)),
        seed=seed, steps=steps, stopped=stopped,
    )  # fmt: skip


def shares_language(person: Participant, team: PossibleTeam) -> bool:
    """Whether they can talk with each other; where either side names no language, nothing speaks against it."""
    return not person.languages or not team.languages or not set(person.languages).isdisjoint(team.languages)


def score(problem: Problem, plan: Plan) -> Score:
    """What a plan costs, counted from nothing but the plan."""
    weights = problem.weights
    terms: Counter[str] = Counter()
    for team, members in seated(problem, plan):
        if members:
            terms.update(team_terms(problem, team, members))
    for pair in problem.pairs:
        if pair.one not in plan or pair.other not in plan:
            continue
        together = plan[pair.one] == plan[pair.other]
        if pair.kind == "friends" and not together:
            terms["pairs"] += weights.friends_apart
        if pair.kind == "rather_not" and together:
            terms["pairs"] += weights.rather_not
    terms["changes"] = problem.change_price * len(movers(problem, plan))
    return Score(**terms)


def team_terms(problem: Problem, team: PossibleTeam, members: Sequence[Participant]) -> dict[str, int]:
    """What a team that has somebody costs, {term: points}; pairs and changes are counted across teams."""
    weights = problem.weights
    groups = Counter(group for person in members for group in person.groups)
    skills = {skill for person in members for skill in person.skills}
    places = [person.place for person in members if person.place]
    crowds = sum(max(0, number - problem.most_of_a_group) for number in groups.values())
    return {
        "wishes": sum(weights.of_wish(p.rank(team.topic_id)) for p in members if p.has_wishes),
        "missing_group": weights.missing_group
        * sum(not any(groups[key] for key in wanted) for wanted in problem.wanted_groups),
        "missing_skill": weights.missing_skill * len(set(team.skills) - skills),
        "no_experience": weights.no_experience
        * (problem.asks_for_experience and not any(person.experienced for person in members)),
        "nobody_to_carry_on": weights.nobody_to_carry_on
        * (bool(team.carriers) and not any(person.id in team.carriers for person in members)),
        "same_place": weights.same_place * (len(places) - len(set(places))),
        "same_group": weights.same_group * crowds,
        "size": weights.size * abs(len(members) - problem.ideal_size),
    }


def seated(problem: Problem, plan: Plan) -> list[tuple[PossibleTeam, list[Participant]]]:
    """Each possible team with the people the plan puts there."""
    rooms: dict[UUID, list[Participant]] = {team.id: [] for team in problem.teams}
    for person in problem.people:
        if person.id in plan:
            rooms[plan[person.id]].append(person)
    return [(team, rooms[team.id]) for team in problem.teams]


def movers(problem: Problem, plan: Plan) -> tuple[UUID, ...]:
    """Who would leave the team they are in now."""
    return tuple(p.id for p in problem.people if p.seat is not None and plan.get(p.id) != p.seat)


def broken_rules(problem: Problem, plan: Plan) -> tuple[Finding, ...]:
    """Every hard rule the plan does not keep, in words."""
    found: list[Finding] = []
    for team, members in seated(problem, plan):
        found += broken_in_team(team, members)
    names = {person.id: person.name for person in problem.people}
    titles = {team.id: team.title for team in problem.teams}
    running = set(plan.values())
    kept = [team for team in problem.teams if team.owner_id and (team.id in running or team.must_run)]
    for person in problem.people:
        found += _broken_for(person, plan.get(person.id), titles, kept)
    found += _unplaced(problem, plan)
    for pair in problem.pairs:
        if not {pair.one, pair.other} <= names.keys():
            continue
        together = pair.one in plan and plan[pair.one] == plan.get(pair.other)
        both = {"person": names[pair.one], "other": names[pair.other]}
        if pair.kind == "must_with" and not together:
            found.append(Finding.of("pair", N_("{person} and {other} must sit together and do not."), **both))
        if pair.kind == "must_not" and together:
            found.append(Finding.of("pair", N_("{person} and {other} must sit apart and do not."), **both))
    return tuple(found)


def broken_in_team(team: PossibleTeam, members: Sequence[Participant]) -> list[Finding]:
    """Every hard rule that a team breaks by whom it has."""
    found = []
    size = len(members)
    if team.must_run and not size:
        found.append(Finding.of("must_run", N_("{team} must run and has nobody."), team=team.title))
    if size and not team.min_size <= size <= team.max_size:
        found.append(
            Finding.of(
                "size", N_("{team} has {count} of {least}–{most}."),
                team=team.title, count=size, least=team.min_size, most=team.max_size,
            )
        )  # fmt: skip
    for person in members:
        if not shares_language(person, team):
            found.append(
                Finding.of(
                    "language", N_("{person} shares no language with {team}."),
                    person=person.name, team=team.title,
                )
            )  # fmt: skip
    return found


def _broken_for(
    person: Participant, seat: UUID | None, titles: dict[UUID, str], kept: Sequence[PossibleTeam]
) -> list[Finding]:
    """kept: the teams whose owner has to sit in them."""
    found = []
    if person.pinned and person.seat != seat:
        found.append(
            Finding.of(
                "pin", N_("{person} is pinned to {team} and would leave it."),
                person=person.name, team=titles.get(person.seat, "") if person.seat else "",
            )
        )  # fmt: skip
    own = [team for team in kept if team.owner_id == person.id]
    if own and seat not in {team.id for team in own} and not person.pinned:
        found.append(
            Finding.of(
                "owner", N_("{person} owns {team} and does not sit there."),
                person=person.name, team=own[0].title,
            )
        )  # fmt: skip
    return found


def _unplaced(problem: Problem, plan: Plan) -> list[Finding]:
    """Everybody without a place, by the reason, so that it can be said in one breath."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for person in problem.people:
        if person.id not in plan:
            by_reason.setdefault(_why_unplaced(person, problem), []).append(person.name)
    return [
        Finding.of("unplaced", few if len(names) <= _NAMED else many, count=len(names), people=", ".join(names))
        for (few, many), names in by_reason.items()
    ]


def _why_unplaced(person: Participant, problem: Problem) -> tuple[str, str]:
    """Two sentences for the reason: one that names a few people and one that counts many."""
    if not problem.teams:
        return (
            N_("No place for {people}: there are no topics."),
            N_("No place for {count} people: there are no topics."),
        )
    if not any(shares_language(person, team) for team in problem.teams):
        return (
            N_("No place for {people}: no topic is in a language they speak."),
            N_("No place for {count} people: no topic is in a language they speak."),
        )
    if len(problem.people) < min(team.min_size for team in problem.teams):
        return (
            N_("No place for {people}: too few people for one team."),
            N_("No place for {count} people: too few people for one team."),
        )
    if sum(team.max_size for team in problem.teams) < len(problem.people):
        return (
            N_("No place for {people}: all topics together have too few seats."),
            N_("No place for {count} people: all topics together have too few seats."),
        )
    return N_("No place for {people}."), N_("No place for {count} people.")
