"""Why a room is as it is: what somebody is tied to, which cards a team holds, and whether a lack can be avoided.

The words come as findings with names in them, ready for whoever says them aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.language import N_
from hackdesk.steps import Step, no_steps
from hackdesk.teams.instead import Instead, what_would_avoid, what_would_it_take
from hackdesk.teams.proposal import (
    Participant,
    Plan,
    PlannedTeam,
    PossibleTeam,
    Problem,
    Proposal,
    broken_rules,
    movers,
    score,
    seated,
    shares_language,
)
from hackdesk.teams.rules import Finding


@dataclass(frozen=True)
class Lack:
    """What a team is without. kind: group, skill, experience, carry_on; keys: of the groups, or the skill."""

    kind: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draw:
    """Somebody with whom a person could change places at no cost. fair: neither of them gets a later wish."""

    other: UUID
    fair: bool


@dataclass(frozen=True)
class Weighed:
    """What came of a question. instead None: no way was found that keeps the rules.

    lost, gained: (team, what it would be without, or would no longer be without).
    """

    person: UUID | None
    team: UUID | None
    topic: UUID | None
    instead: Instead | None
    draws: tuple[Draw, ...] = ()
    lost: tuple[tuple[str, Lack], ...] = ()
    gained: tuple[tuple[str, Lack], ...] = ()


def only_those(problem: Problem, plan: Plan, person: UUID | None = None) -> Problem:
    """The problem of those who sit somewhere, and of `person`: whoever else waits for a place is left out."""
    people = tuple(one for one in problem.people if one.id in plan or one.id == person)
    here = {one.id for one in people}
    pairs = tuple(pair for pair in problem.pairs if {pair.one, pair.other} <= here)
    return replace(problem, people=people, pairs=pairs)


def better_wish(problem: Problem, plan: Plan, person: UUID) -> UUID | None:
    """The best wish that somebody did not get and that names a topic there is; None where they got their first."""
    one = next((one for one in problem.people if one.id == person), None)
    topics = {team.id: team.topic_id for team in problem.teams}
    if one is None:
        return None
    mine = topics.get(plan[person]) if person in plan else None
    for wish in one.wishes[:3]:
        if wish == mine and mine is not None:
            return None
        if wish in topics.values():
            return wish
    return None


def weigh(problem: Problem, plan: Plan, person: UUID, topic: UUID | None, *, step: Step = no_steps) -> Weighed:
    """What it would take that `person` works on `topic`, and with whom they could change places.

    topic None: only the second. Takes highspy; for a worker process. Raises Cancelled when `step` does.
    """
    asked = only_those(problem, plan, person)
    found = what_would_it_take(asked, plan, person, topic, step=step) if topic else None
    lost, gained = _differences(asked, plan, found.plan) if found else ((), ())
    return Weighed(person, None, topic, found, draws(asked, plan, person, step=step), lost, gained)


def weigh_lack(problem: Problem, plan: Plan, team: UUID, lack: Lack, *, step: Step = no_steps) -> Weighed:
    """What it would take that a team is not without something. For a worker process. Raises Cancelled."""
    asked = only_those(problem, plan)
    found = what_would_avoid(asked, plan, team, _meets(asked, team, lack), step=step)
    lost, gained = _differences(asked, plan, found.plan) if found else ((), ())
    return Weighed(None, team, None, found, (), lost, gained)


def _meets(problem: Problem, team: UUID, lack: Lack) -> Callable[[Participant], bool]:
    carriers = next(one.carriers for one in problem.teams if one.id == team)
    return {
        "group": lambda one: not set(lack.keys).isdisjoint(one.groups),
        "skill": lambda one: lack.keys[0] in one.skills,
        "experience": lambda one: one.experienced,
        "carry_on": lambda one: one.id in carriers,
    }[lack.kind]


def lacks(problem: Problem, team: PossibleTeam, members: Sequence[Participant]) -> tuple[Lack, ...]:
    """What a team is without, as far as cards that are switched on look at it. Nothing where nobody sits."""
    weights, found = problem.weights, []
    if not members:
        return ()
    if weights.missing_group:
        held = {group for one in members for group in one.groups}
        found += [Lack("group", keys) for keys in problem.wanted_groups if held.isdisjoint(keys)]
    carriers = team.carriers
    if weights.nobody_to_carry_on and carriers and carriers.isdisjoint(one.id for one in members):
        found.append(Lack("carry_on"))
    if weights.no_experience and problem.asks_for_experience and not any(one.experienced for one in members):
        found.append(Lack("experience"))
    if weights.missing_skill:
        known = {skill for one in members for skill in one.skills}
        found += [Lack("skill", (skill,)) for skill in dict.fromkeys(team.skills) if skill not in known]
    return tuple(found)


def _differences(
    problem: Problem, before: Plan, after: Plan
) -> tuple[tuple[tuple[str, Lack], ...], tuple[tuple[str, Lack], ...]]:
    """What teams are without afterwards and were not before, and the other way round."""
    then, now = ({
        (team.title, lack) for team, members in seated(problem, plan) for lack in lacks(problem, team, members)
    } for plan in (before, after))  # fmt: skip

    def sorted_by_team(found: set[tuple[str, Lack]]) -> tuple[tuple[str, Lack], ...]:
        return tuple(sorted(found, key=lambda one: (one[0], one[1].kind, one[1].keys)))

    return sorted_by_team(now - then), sorted_by_team(then - now)


def draws(problem: Problem, plan: Plan, person: UUID, *, step: Step = no_steps) -> tuple[Draw, ...]:
    """With whom somebody could change places so that the room is as good and they are no worse off themselves.

    Only where it makes a difference to the person or to nobody: those who would get an earlier wish come first.
    """
    if person not in plan:
        return ()
    people = {one.id: one for one in problem.people}
    topics = {team.id: team.topic_id for team in problem.teams}
    cost, broken = score(problem, plan).total, len(broken_rules(problem, plan))
    mine = people[person]
    found = []
    for done, other in enumerate(problem.people):
        step(done, len(problem.people))
        seat = plan.get(other.id)
        if seat is None or seat == plan[person] or other.pinned or mine.pinned:
            continue
        mine_now, mine_then = (_place(mine, topics[at]) for at in (plan[person], seat))
        other_now, other_then = (_place(other, topics[at]) for at in (seat, plan[person]))
        if mine_then > mine_now or (other_then > other_now and mine_then == mine_now):
            continue
        changed = {**plan, person: seat, other.id: plan[person]}
        if score(problem, changed).total <= cost and len(broken_rules(problem, changed)) <= broken:
            found.append((mine_then - mine_now, Draw(other.id, other_then <= other_now)))
    return tuple(draw for _better, draw in sorted(found, key=lambda one: (not one[1].fair, one[0])))


def _place(one: Participant, topic: UUID) -> int:
    """The rank of a wish; who has no wishes does not mind."""
    return (one.rank(topic) or 4) if one.has_wishes else 0


def tied_to(problem: Problem, plan: Plan, person: UUID) -> tuple[Finding, ...]:
    """What holds somebody where they are besides their wish: the language, and the people they belong with."""
    one = next((one for one in problem.people if one.id == person), None)
    if one is None:
        return ()
    found = []
    topics = {team.topic_id: team for team in problem.teams}
    spoken = [team for team in topics.values() if shares_language(one, team)]
    if len(spoken) == 1 and len(topics) > 1 and one.languages:
        found.append(Finding.of("language", N_("{topic} is the only topic in a language they speak."),
                                topic=spoken[0].title))  # fmt: skip
    names = {other.id: other.name for other in problem.people}
    sentences = {
        "must_with": N_("Must sit with {other}."), "must_not": N_("Must not sit with {other}."),
        "friends": N_("Would like to sit with {other}."), "rather_not": N_("Would rather not sit with {other}."),
    }  # fmt: skip
    for pair in problem.pairs:
        if person in (pair.one, pair.other):
            other = pair.other if pair.one == person else pair.one
            found.append(Finding.of(pair.kind, sentences[pair.kind], other=names.get(other, "")))
    return (*found, *_team_would_lose(problem, plan, one))


def _team_would_lose(problem: Problem, plan: Plan, one: Participant) -> list[Finding]:
    team, members = next(((t, m) for t, m in seated(problem, plan) if t.id == plan.get(one.id)), (None, []))
    if team is None or len(members) < 2:
        return []
    others = [member for member in members if member.id != one.id]
    held = set(lacks(problem, team, members))
    sentences = {
        "experience": N_("The only one here who has done this before."),
        "carry_on": N_("The only one here who can carry the topic on."),
    }
    return [
        Finding.of(lack.kind, sentences[lack.kind])
        for lack in lacks(problem, team, others)
        if lack not in held and lack.kind in sentences
    ]


def scarce(problem: Problem, plan: Plan, lack: Lack) -> Finding | None:
    """Why a lack cannot be avoided by anybody: fewer people who would meet it than teams. {who}: to be named."""
    teams = len(set(plan.values()))
    if lack.kind == "group":
        count = sum(not set(lack.keys).isdisjoint(one.groups) for one in problem.people)
    elif lack.kind == "experience":
        count = sum(one.experienced for one in problem.people)
    else:
        return None
    if count >= teams:
        return None
    sentence = N_("There are {count} for {teams} teams: {without} teams go without, and this is one of them.")
    if teams - count == 1:
        sentence = N_("There are {count} for {teams} teams: one team goes without, and it is this one.")
    return Finding.of("scarce", sentence, count=count, teams=teams, without=teams - count)


def as_proposal(problem: Problem, plan: Plan, weighed: Weighed, instead: Instead) -> Proposal:
    """What would be otherwise as a proposal, to be looked at on the board and used in one step."""
    asked = replace(only_those(problem, plan, weighed.person), change_price=0)
    rooms = seated(asked, instead.plan)
    return Proposal(
        problem=asked,
        teams=tuple(PlannedTeam(team, tuple(one.id for one in members)) for team, members in rooms if members),
        unplaced=tuple(one.id for one in asked.people if one.id not in instead.plan),
        without_team=tuple(team for team, members in rooms if not members),
        score=score(asked, instead.plan), broken=broken_rules(asked, instead.plan),
        moved=len(movers(asked, instead.plan)), seed=0, steps=0,
    )  # fmt: skip
