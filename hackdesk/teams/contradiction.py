"""Which rules contradict each other: a set of them that cannot be kept together, none of which can be left out.

Found by leaving out halves (QuickXplain; Junker, AAAI 2004); whether rules can be kept together is asked of the
same mixed-integer program that proposes.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.language import N_
from hackdesk.steps import Step, no_steps
from hackdesk.teams.program import Program
from hackdesk.teams.proposal import Pair, Problem
from hackdesk.teams.rules import Finding

#: Seconds for one question whether some rules can be kept together.
_A_QUESTION = 5.0


@dataclass(frozen=True)
class Rule:
    """A hard rule. kind: pin, must_with, must_not, must_run, owner, size, language; of: the person or team."""

    kind: str
    of: UUID
    other: UUID | None = None


def rules_of(problem: Problem) -> tuple[Rule, ...]:
    """Every hard rule of a problem but the first of all, that everybody has a place."""
    here = {person.id for person in problem.people}
    found = [Rule("pin", person.id) for person in problem.people if person.pinned]
    found += [
        Rule(pair.kind, pair.one, pair.other)
        for pair in problem.pairs
        if pair.kind in ("must_with", "must_not") and {pair.one, pair.other} <= here
    ]
    for team in problem.teams:
        found += [Rule("must_run", team.id)] if team.must_run else []
        found += [Rule("owner", team.id)] if team.owner_id in here else []
        found.append(Rule("size", team.id))
        found += [Rule("language", team.id)] if team.languages else []
    return tuple(found)


def contradiction(problem: Problem, *, step: Step = no_steps) -> tuple[Rule, ...]:
    """The rules that cannot be kept together while everybody has a place; empty where all can be kept.

    Which of several sets is found depends on the order in which rules are looked at: two orders are tried, and the
    smaller set is what is told. step: raises Cancelled when nobody waits any more.
    """
    rules = rules_of(problem)
    if possible(problem, rules):
        return ()
    orders = list(rules), list(reversed(rules))
    found = [_culprits(problem, [], order, changed=False, step=step) for order in orders]
    smallest = min(found, key=len)
    return tuple(smallest)


def _culprits(
    problem: Problem, kept: list[Rule], doubtful: list[Rule], *, changed: bool, step: Step
) -> list[Rule]:
    """The part of `doubtful` that contradicts `kept`. changed: something was kept since the last question."""
    step(0, len(doubtful))
    if changed and not possible(problem, kept):
        return []
    if len(doubtful) <= 1:
        return doubtful
    half = len(doubtful) // 2
    first, second = doubtful[:half], doubtful[half:]
    late = _culprits(problem, kept + first, second, changed=bool(first), step=step)
    return _culprits(problem, kept + late, first, changed=bool(late), step=step) + late


def possible(problem: Problem, rules: Sequence[Rule]) -> bool:
    """Whether everybody can have a place while only these rules are kept."""
    from hackdesk.teams import exact

    program = Program(_only(problem, rules), apart=True)
    program.costs = array("d", [0.0] * len(program.costs))
    search = exact.Search(program, seconds=_A_QUESTION, places=program.seats.values())
    return not search.impossible


def _only(problem: Problem, rules: Sequence[Rule]) -> Problem:
    """The problem with these hard rules and no others."""
    about = {(rule.kind, rule.of) for rule in rules}
    pairs = {(rule.kind, rule.of, rule.other) for rule in rules}
    teams = tuple(
        replace(
            team,
            must_run=("must_run", team.id) in about,
            owner_id=team.owner_id if ("owner", team.id) in about else None,
            min_size=team.min_size if ("size", team.id) in about else 1,
            max_size=team.max_size if ("size", team.id) in about else len(problem.people),
            languages=team.languages if ("language", team.id) in about else (),
        )
        for team in problem.teams
    )
    people = tuple(replace(person, pinned=("pin", person.id) in about) for person in problem.people)
    kept: tuple[Pair, ...] = tuple(p for p in problem.pairs if (p.kind, p.one, p.other) in pairs)
    return replace(problem, people=people, teams=teams, pairs=kept)


def worded(problem: Problem, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The rules as sentences that name people and topics."""
    names = {person.id: person.name for person in problem.people}
    titles = {team.id: team.title for team in problem.teams}
    return tuple(_worded(problem, rule, names, titles) for rule in rules)


def _worded(problem: Problem, rule: Rule, names: dict[UUID, str], titles: dict[UUID, str]) -> Finding:
    if rule.kind == "pin":
        seat = next(person.seat for person in problem.people if person.id == rule.of)
        team = titles.get(seat, "") if seat else ""
        return Finding.of("pin", N_("{person} is pinned to {team}."), person=names[rule.of], team=team)
    if rule.kind in ("must_with", "must_not"):
        sentence = (
            N_("{person} and {other} must sit together.")
            if rule.kind == "must_with"
            else N_("{person} and {other} must sit apart.")
        )
        assert rule.other is not None
        return Finding.of(rule.kind, sentence, person=names[rule.of], other=names[rule.other])
    team_of = next(team for team in problem.teams if team.id == rule.of)
    if rule.kind == "must_run":
        return Finding.of("must_run", N_("{team} must have a team."), team=team_of.title)
    if rule.kind == "owner":
        owner = names[team_of.owner_id] if team_of.owner_id else ""
        return Finding.of("owner", N_("{person} owns {team} and sits there."), person=owner, team=team_of.title)
    if rule.kind == "language":
        tags = ", ".join(team_of.languages)
        return Finding.of("language", N_("{team} works in {languages}."), team=team_of.title, languages=tags)
    return Finding.of(
        "size", N_("{team} takes {least} to {most} people."),
        team=team_of.title, least=team_of.min_size, most=team_of.max_size,
    )  # fmt: skip
