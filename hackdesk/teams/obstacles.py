"""Why it cannot all work out, seen at once and before anything is tried. Pure values.

What is found here is certain. What only shows when rules meet is for `contradiction`, which takes longer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from hackdesk.language import N_
from hackdesk.teams.proposal import Participant, PossibleTeam, Problem, shares_language
from hackdesk.teams.rules import Finding
from hackdesk.teams.seating import units

#: So many names stand in one sentence.
_NAMED = 5


@dataclass(frozen=True)
class Obstacle:
    """What is in the way and what to do about it. where: "topics", "pairs" or "people" – where it is mended.

    rule: a hard rule cannot be kept; otherwise something is short and somebody goes without.
    """

    finding: Finding
    remedy: str
    where: str
    rule: bool = True


def _of(where: str, remedy: str, sentence: str, *, rule: bool = True, **fields: Any) -> Obstacle:
    return Obstacle(Finding.of(where, sentence, **fields), remedy, where, rule)


def obstacles(problem: Problem, names: Mapping[str, str] | None = None) -> tuple[Obstacle, ...]:
    """Everything that is certain before a proposal is worked out, hard rules first. names: {group: its name}."""
    if not problem.teams or not problem.people:
        return ()
    found = [*_seats(problem), *_languages(problem), *_blocks(problem), *_pinned(problem)]
    return (*found, *_shortages(problem, names or {}))


def _names(people: list[Participant]) -> str:
    told = [person.name for person in people[:_NAMED]]
    return ", ".join(told) + (" …" if len(people) > _NAMED else "")


def _seats(problem: Problem) -> Iterator[Obstacle]:
    people, seats = len(problem.people), sum(team.max_size for team in problem.teams)
    if seats < people:
        yield _of(
            "topics", N_("Let a topic hold one team more, or larger ones."),
            N_("{people} people and {seats} seats: {count} find no place."),
            people=people, seats=seats, count=people - seats,
        )  # fmt: skip
    forced = [team for team in problem.teams if team.must_run]
    least = sum(team.min_size for team in forced)
    if least > people:
        yield _of(
            "topics", N_("Let smaller teams run, or leave one of them open."),
            N_("The {count} topics that must run need {least} people, and {people} are here."),
            count=len(forced), least=least, people=people,
        )  # fmt: skip
    elif (smallest := min(team.min_size for team in problem.teams)) > people:
        yield _of(
            "topics", N_("Let a smaller team run."),
            N_("{people} people are here, and the smallest team needs {least}."), people=people, least=smallest,
        )  # fmt: skip


def _languages(problem: Problem) -> Iterator[Obstacle]:
    silent = [
        person for person in problem.people
        if not person.pinned and not any(_may_sit(person, team) for team in problem.teams)
    ]  # fmt: skip
    if silent:
        yield _of(
            "topics", N_("Add a language to a topic, or correct what they speak."),
            N_("No topic is in a language they speak: {people}."), people=_names(silent),
        )  # fmt: skip


def _may_sit(person: Participant, team: PossibleTeam) -> bool:
    return shares_language(person, team) or team.owner_id == person.id


def _blocks(problem: Problem) -> Iterator[Obstacle]:
    """What is wrong with people who must sit together."""
    for members in units(problem):
        if len(members) == 1:
            continue
        people = [problem.people[member] for member in members]
        told = _names(people)
        common = [team for team in problem.teams if all(_may_sit(person, team) for person in people)]
        largest = max(team.max_size for team in problem.teams)
        if len(people) > largest:
            yield _of(
                "pairs", N_("Untie one of them, so that two teams can take them."),
                N_("{count} people must sit together and no team takes more than {most}: {people}."),
                count=len(people), most=largest, people=told,
            )  # fmt: skip
        elif not common:
            yield _of(
                "pairs", N_("Untie them, or add a language to a topic."),
                N_("They must sit together and no topic is in a language all of them speak: {people}."),
                people=told,
            )  # fmt: skip
        elif len(people) > max(team.max_size for team in common):
            yield _of(
                "pairs", N_("Untie one of them, or let the topic take larger teams."),
                N_("{count} people must sit together and no topic in their language takes so many: {people}."),
                count=len(people), people=told,
            )  # fmt: skip
        yield from _tied(problem, people)


def _tied(problem: Problem, people: list[Participant]) -> Iterator[Obstacle]:
    """Two who are tied to each other and to two teams, or who must sit apart."""
    own = {team.owner_id: team for team in problem.teams if team.must_run and team.owner_id}
    apart = {frozenset((pair.one, pair.other)) for pair in problem.pairs if pair.kind == "must_not"}
    for one, other in combinations(people, 2):
        both: dict[str, Any] = {"person": one.name, "other": other.name}
        if one.id in own and other.id in own:
            yield _of(
                "pairs", N_("Untie them, or leave one of the topics open."),
                N_("{person} and {other} must sit together and own two topics that must run: {one}, {two}."),
                one=own[one.id].title, two=own[other.id].title, **both,
            )  # fmt: skip
        if one.pinned and other.pinned and one.seat != other.seat:
            yield _of(
                "people", N_("Unpin one of them."),
                N_("{person} and {other} must sit together and are pinned to two teams."), **both,
            )  # fmt: skip
        if frozenset((one.id, other.id)) in apart:
            yield _of(
                "pairs", N_("Take one of these wishes back."),
                N_("{person} and {other} must sit apart, and others they must sit with tie them together."),
                **both,
            )  # fmt: skip


def _pinned(problem: Problem) -> Iterator[Obstacle]:
    pinned = Counter(person.seat for person in problem.people if person.pinned)
    for team in problem.teams:
        if pinned[team.id] > team.max_size:
            yield _of(
                "people", N_("Unpin somebody, or let the team be larger."),
                N_("{count} people are pinned to {team}, which takes {most}."),
                count=pinned[team.id], team=team.title, most=team.max_size,
            )  # fmt: skip


def fewest_teams(problem: Problem) -> int:
    """With fewer teams not everybody has a place, or one that must run does not."""
    pinned = {person.seat for person in problem.people if person.pinned}
    needed = [team.max_size for team in problem.teams if team.must_run or team.id in pinned]
    others = [team.max_size for team in problem.teams if not (team.must_run or team.id in pinned)]
    room, running = sum(needed), len(needed)
    for size in sorted(others, reverse=True):
        if room >= len(problem.people):
            break
        room, running = room + size, running + 1
    return running


def _shortages(problem: Problem, names: Mapping[str, str]) -> Iterator[Obstacle]:
    """What some team goes without, however people are seated."""
    teams, weights = fewest_teams(problem), problem.weights
    remedy = N_("Fewer and larger teams, or somebody more at the door.")
    for wanted in problem.wanted_groups if weights.missing_group else ():
        there = sum(not set(wanted).isdisjoint(person.groups) for person in problem.people)
        if there < teams:
            yield _of(
                "people", remedy, N_("{group}: {count} for {teams} teams or more, so {short} go without."),
                rule=False, group=" / ".join(names.get(key, key) for key in wanted), count=there, teams=teams,
                short=teams - there,
            )  # fmt: skip
    experienced = sum(person.experienced for person in problem.people)
    if weights.no_experience and 0 < experienced < teams:
        yield _of(
            "people", remedy, N_("Experienced people: {count} for {teams} teams or more, so {short} go without."),
            rule=False, count=experienced, teams=teams, short=teams - experienced,
        )  # fmt: skip
    if weights.missing_skill:
        yield from _missing_skills(problem, teams, names)


def _missing_skills(problem: Problem, teams: int, names: Mapping[str, str]) -> Iterator[Obstacle]:
    for skill in sorted({skill for team in problem.teams for skill in team.skills}):
        asking = [team for team in problem.teams if skill in team.skills]
        forced = sum(team.must_run for team in asking)
        running = max(forced, teams - (len(problem.teams) - len(asking)))
        there = sum(skill in person.skills for person in problem.people)
        if there < running:
            yield _of(
                "topics", N_("Ask the room who can, or ask the owner whether it can do without."),
                N_("{skill}: {count} people for {teams} topics that need it, so {short} go without."),
                rule=False, skill=names.get(skill.removeprefix("= "), skill.removeprefix("= ")), count=there,
                teams=running, short=running - there,
            )  # fmt: skip
