"""Why a room is as it is, in sentences that a facilitator can say aloud; nothing private gets in here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from hackdesk.language import N_, Words
from hackdesk.people.rules import Group
from hackdesk.teams.cards import CARDS
from hackdesk.teams.explanation import why_here
from hackdesk.teams.proposal import Participant, Plan, PossibleTeam, Problem, team_terms
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Finding, Member, Team
from hackdesk.teams.weighing import Lack, Weighed, lacks, scarce, tied_to

#: What a team would be without, or has again; groups and skills are named.
_WITHOUT = {
    "experience": N_("somebody who has done this before"), "carry_on": N_("somebody who can carry it on"),
}  # fmt: skip
#: (what a card says where it holds, where it does not).
_HELD = {
    "carry_on": (N_("Somebody can carry it on"), N_("Nobody can carry it on")),
    "experience": (N_("Somebody has done this before"), N_("Nobody has done this before")),
    "same_group": (N_("Not too many of one group"), N_("Many of one group")),
    "places": (N_("People from different places"), N_("Several from the same place")),
    "size": (N_("As many as in other teams"), N_("Larger or smaller than usual")),
}
_TERMS = {"same_group": "same_group", "places": "same_place", "size": "size"}


def why_aloud(member: Member, team: Team, board: Board, problem: Problem, plan: Plan, words: Words) -> list[str]:
    """Why somebody sits in their team: wish, what holds them, what the team would lose."""
    found = (*why_here(member, team, board.groups), *tied_to(problem, plan, member.person_id))
    return list(dict.fromkeys(_said(one, words) for one in found))


def instead_aloud(
    weighed: Weighed, problem: Problem, groups: Sequence[Group], words: Words, seed: int | None = None
) -> list[str]:
    """What came of asking what it would take. seed: of the proposal, where it is known."""
    names = {person.id: person.name for person in problem.people}
    return [*_cost(weighed, problem, groups, words, names), *_draw(weighed, words, names, seed)]


def _cost(
    weighed: Weighed, problem: Problem, groups: Sequence[Group], words: Words, names: Mapping[UUID, str]
) -> list[str]:
    found, topic = weighed.instead, _title(problem, weighed.topic)
    if found is None:
        if weighed.topic is None and weighed.team is None:
            return []
        if not topic:
            return [words("No way was found that keeps all the rules.")]
        return [words("{topic}: no way was found that keeps all the rules.", topic=topic)]
    if found.cost > 0:
        said = [words.many(
            "It would cost the room {count} point.", "It would cost the room {count} points.", found.cost
        )]  # fmt: skip
    elif found.cost == 0:
        said = [words("It would cost the room nothing.")]
    else:
        said = [words.many(
            "The room would even be better by {count} point: it can be bettered as it is.",
            "The room would even be better by {count} points: it can be bettered as it is.", -found.cost,
        )]  # fmt: skip
    if topic:
        said = [words("{topic}: {what}", topic=topic, what=said[0][:1].lower() + said[0][1:])]
    for sentence, changes in (
        (N_("{team} would be without {what}."), weighed.lost),
        (N_("{team} would then have {what}."), weighed.gained),
    ):  # fmt: skip
        said += [words(sentence, team=team, what=lack_words(lack, groups, words)) for team, lack in changes]
    others = [names[move.person] for move in found.moves if move.person != weighed.person]
    if others:
        said.append(words("Who would move: {people}.", people=words.listed(others)))
    elif weighed.person is not None:
        said.append(words("Nobody else would move."))
    return said


def _draw(weighed: Weighed, words: Words, names: Mapping[UUID, str], seed: int | None) -> list[str]:
    if not weighed.draws or weighed.person is None:
        return []
    person, draw = names[weighed.person], weighed.draws[0]
    said = N_("It was a draw: {person} and {other} could be exchanged and nobody would be worse off.")
    if not draw.fair:
        said = N_(
            "It was a draw: {person} and {other} could be exchanged and the room would be as good, "
            "but {other} would get a later wish."
        )
    more = len(weighed.draws) - 1
    found = [words(said, person=person, other=names[draw.other])]
    if more:
        found.append(words.many(
            "The same is true of {count} other person.", "The same is true of {count} other people.", more
        ))  # fmt: skip
    if seed is not None:
        found.append(words("The draw has the number {seed}.", seed=seed))
    return found


def lack_words(lack: Lack, groups: Sequence[Group], words: Words) -> str:
    """What is missing, as it stands in a sentence."""
    names = {group.key: group.short_name for group in groups}
    if lack.kind == "group":
        return " / ".join(names.get(key, key) for key in lack.keys)
    if lack.kind == "skill":
        return names.get(lack.keys[0].removeprefix("= "), lack.keys[0].removeprefix("= "))
    return words(_WITHOUT[lack.kind])


def team_aloud(
    problem: Problem, plan: Plan, team_id: UUID, groups: Sequence[Group], words: Words
) -> list[tuple[bool, str, Lack | None]]:
    """What the cards say of a team: (whether it holds, in words, what is lacking and might be avoided)."""
    team = next((one for one in problem.teams if one.id == team_id), None)
    members = [one for one in problem.people if plan.get(one.id) == team_id]
    if team is None or not members:
        return []
    missing = lacks(problem, team, members)
    said: list[tuple[bool, str, Lack | None]] = []
    for lack in missing:
        sentence = words("Without: {what}.", what=lack_words(lack, groups, words))
        if found := scarce(problem, plan, lack):
            said.append((False, f"{sentence} {_said(found, words)}", None))
        else:
            said.append((False, sentence, lack))
    return said + _held(problem, team, members, missing, words)


def _held(
    problem: Problem, team: PossibleTeam, members: list[Participant], missing: Sequence[Lack], words: Words
) -> list[tuple[bool, str, Lack | None]]:
    weights, terms = problem.weights, team_terms(problem, team, members)
    kinds = {lack.kind for lack in missing}
    found: list[tuple[bool, str, Lack | None]] = []
    if problem.wanted_groups and weights.missing_group and "group" not in kinds:
        found.append((True, words("Mixed: one of each wanted group."), None))
    if team.skills and weights.missing_skill and "skill" not in kinds:
        found.append((True, words("Every skill the topic needs."), None))
    wishing = [one for one in members if one.has_wishes]
    firsts = sum(one.rank(team.topic_id) == 1 for one in wishing)
    if wishing:
        sentence = words("First wish: {count} of {all}.", count=firsts, all=len(wishing))
        found.append((firsts == len(wishing), sentence, None))
    for card in CARDS:
        if card.key not in _HELD or not all(getattr(weights, name) for name in card.weights):
            continue
        if card.key in _TERMS:
            holds = not terms[_TERMS[card.key]]
        elif (
            card.key in kinds
            or (card.key == "carry_on" and not team.carriers)
            or (card.key == "experience" and not problem.asks_for_experience)
        ):
            continue
        else:
            holds = True
        found.append((holds, f"{words(_HELD[card.key][0 if holds else 1])}.", None))
    return found


def _title(problem: Problem, topic: UUID | None) -> str:
    return next((team.title for team in problem.teams if team.topic_id == topic), "") if topic else ""


def _said(found: Finding, words: Words) -> str:
    return words(found.sentence, **found.fields)
