"""Plans that were kept: what they would be in the room as it is now, and side by side. Pure values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from hackdesk.language import N_
from hackdesk.teams.cards import CARDS
from hackdesk.teams.proposal import Participant, PossibleTeam, Problem, Proposal, proposal_of, seated, team_terms

#: What a place in a kept plan is: (topic, the team where it was there already, the number of a new one).
Place = tuple[UUID, UUID | None, int]
#: The ways to propose: {way: word}, in the order they are offered.
WAYS = {"keep": N_("Nobody moves"), "few": N_("A few moves"), "best": N_("Best plan")}


@dataclass(frozen=True)
class KeptPlan:
    """A plan as it was worked out. seats: {person: place}; seen: {person: team} as people sat then.

    way: a key of WAYS. points: its F; bound: no plan had less; state: proved, within, unknown,
    broken. seconds: how long it took. price: what each person who moves cost, which is part of the points.
    """

    id: UUID
    name: str
    at: datetime
    seats: Mapping[UUID, Place]
    seen: Mapping[UUID, UUID]
    way: str
    points: int
    bound: int | None
    state: str
    seed: int
    steps: int
    seconds: float
    version: int = 1
    price: int = 0


@dataclass(frozen=True)
class Today:
    """A kept plan in the room as it is now. proposal: what applying it would do now.

    gone, come: names of people who are no longer to be placed, and of those who were not then. moved: people whom
    somebody has moved since, neither where they sat then nor where the plan has them.
    """

    kept: KeptPlan
    proposal: Proposal
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    moved: tuple[Participant, ...] = ()


def places_of(proposal: Proposal) -> dict[UUID, Place]:
    """Where a proposal puts everybody, in words that outlive the ids of teams that are not there yet."""
    numbers: Counter[UUID] = Counter()
    places: dict[UUID, Place] = {}
    for planned in proposal.teams:
        team = planned.team
        place: Place = (team.topic_id, team.id if team.exists else None, numbers[team.topic_id])
        numbers[team.topic_id] += not team.exists
        places.update(dict.fromkeys(planned.members, place))
    return places


def state_of(proposal: Proposal) -> str:
    """In one word how good it is known to be: proved, within, unknown, broken."""
    if proposal.broken:
        return "broken"
    if proposal.bound is None:
        return "unknown"
    return "proved" if proposal.proved else "within"


def today(kept: KeptPlan, problem: Problem, names: Mapping[UUID, str]) -> Today:
    """The plan in today's room. names: of everybody there ever was.

    Who is pinned stays; who came since stays where they sit; who left leaves a chair free. Moves have
    the price that they had then.
    """
    problem = replace(problem, change_price=kept.price)
    here = {person.id: person for person in problem.people}
    team_of = _teams_for(kept, problem)
    plan = {}
    for person in problem.people:
        seat = team_of.get(kept.seats[person.id]) if person.id in kept.seats else person.seat
        if person.pinned:
            seat = person.seat
        if seat is not None:
            plan[person.id] = seat
    return Today(
        kept,
        proposal_of(problem, plan, seed=kept.seed, steps=kept.steps),
        gone=tuple(sorted(names.get(id_, "") for id_ in kept.seats.keys() - here.keys())),
        come=tuple(person.name for person in problem.people if person.id not in kept.seats),
        moved=tuple(
            person for person in problem.people
            if person.id in kept.seats and person.seat is not None
            and person.seat not in (kept.seen.get(person.id), team_of.get(kept.seats[person.id]))
        ),
    )  # fmt: skip


def is_the_room(kept: KeptPlan, seats: Mapping[UUID, UUID]) -> bool:
    """Whether everybody of the plan who sits somewhere sits as it has them. seats: {person: team}."""
    teams: dict[Place, UUID] = {}
    for person, team in seats.items():
        if person in kept.seats and teams.setdefault(kept.seats[person], team) != team:
            return False
    return bool(teams) and len(set(teams.values())) == len(teams)


def _teams_for(kept: KeptPlan, problem: Problem) -> dict[Place, UUID]:
    """Which team of today each place of the plan is: the same one, or of its topic the one most of them sit in."""
    by_place: dict[Place, list[UUID]] = defaultdict(list)
    for person, place in kept.seats.items():
        by_place[place].append(person)
    free: dict[UUID, list[PossibleTeam]] = defaultdict(list)
    for team in problem.teams:
        free[team.topic_id].append(team)
    seats = {person.id: person.seat for person in problem.people}
    found: dict[Place, UUID] = {}
    for place in sorted(by_place, key=lambda place: (place[1] is None, place[2])):
        topic, team_id, _number = place
        same = [team for team in free[topic] if team.id == team_id]
        sitting = Counter(seats.get(person) for person in by_place[place])
        if choice := same or sorted(free[topic], key=lambda team: (-sitting[team.id], team.exists)):
            found[place] = choice[0].id
            free[topic].remove(choice[0])
    return found


@dataclass(frozen=True)
class Column:
    """A plan beside others. points: {card: what it costs}; wishes: {1, 2, 3 or None: how many people}.

    lacking: {wanted groups: teams without any of them}; sizes: of its teams, smallest first.
    """

    name: str
    proposal: Proposal
    points: Mapping[str, int]
    wishes: Mapping[int | None, int]
    lacking: Mapping[tuple[str, ...], int]
    sizes: tuple[int, ...]


#: What a card is called in the score, where it is not called the same.
_TERM = {
    "mix": "missing_group", "carry_on": "nobody_to_carry_on", "experience": "no_experience",
    "skills": "missing_skill", "places": "same_place",
}  # fmt: skip


def column(name: str, proposal: Proposal) -> Column:
    """What there is to say of a plan where it stands beside another."""
    problem, plan = proposal.problem, proposal.plan
    rooms = [(team, members) for team, members in seated(problem, plan) if members]
    terms: Counter[str] = Counter()
    for team, members in rooms:
        terms.update(team_terms(problem, team, members))
    for pair in problem.pairs:
        if pair.one in plan and pair.other in plan:
            together = plan[pair.one] == plan[pair.other]
            terms["friends"] += problem.weights.friends_apart * (pair.kind == "friends" and not together)
            terms["rather_not"] += problem.weights.rather_not * (pair.kind == "rather_not" and together)
    wishes: Counter[int | None] = Counter(
        person.rank(team.topic_id) for team, members in rooms for person in members if person.has_wishes
    )
    lacking = {
        wanted: sum(not any(set(wanted) & set(person.groups) for person in members) for _team, members in rooms)
        for wanted in problem.wanted_groups
    }
    return Column(
        name, proposal, {card.key: terms[_TERM.get(card.key, card.key)] for card in CARDS}, wishes, lacking,
        tuple(sorted(len(members) for _team, members in rooms)),
    )  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """Somebody who sits elsewhere in one plan than in another. teams: where, plan by plan; "": no place."""

    name: str
    teams: tuple[str, ...]


def differences(proposals: Sequence[Proposal]) -> tuple[Difference, ...]:
    """Who does not sit in the same team in all of these plans, by name."""
    titles = [{team.id: team.title for team in proposal.problem.teams} for proposal in proposals]
    plans = [proposal.plan for proposal in proposals]
    found = []
    for person in proposals[0].problem.people if proposals else ():
        seats = [plan.get(person.id) for plan in plans]
        if len(set(seats)) > 1:
            teams = tuple(names[seat] if seat else "" for names, seat in zip(titles, seats, strict=True))
            found.append(Difference(person.name, teams))
    return tuple(found)
