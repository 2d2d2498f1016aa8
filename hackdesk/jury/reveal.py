"""The steps in which sealed results are revealed: places from the last one, or the awards only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from hackdesk.jury.ranking import Place
from hackdesk.jury.rules import Award, AwardGiven


class StepKind(StrEnum):
    """What a step shows. pause: that the best one follows, and nothing of it; winner: it alone; all: a summary."""

    PLACE = "place"
    AWARD = "award"
    PAUSE = "pause"
    WINNER = "winner"
    ALL = "all"


@dataclass(frozen=True)
class Prize:
    """An award as it is told: its name, who gives it, what it is."""

    name: str
    giver: str = ""
    what: str = ""


@dataclass(frozen=True)
class Crowned:
    """A team that is named, its people where they were announced, and its awards where they are told with it."""

    team: str
    people: tuple[str, ...] = ()
    prizes: tuple[Prize, ...] = ()


@dataclass(frozen=True)
class Step:
    """What is revealed at once. until: the last place a shared one stands for. place 0: awards only.

    prize: the award of an award's step, and of the pause and the winner where awards only are revealed.
    """

    kind: StepKind
    teams: tuple[Crowned, ...] = ()
    place: int = 0
    until: int = 0
    prize: Prize | None = None

    @property
    def shared(self) -> bool:
        """Whether several have the place: known at the pause already, where no team is named."""
        return self.until > self.place > 0


@dataclass(frozen=True)
class Outcome:
    """What was signed, and who is in the teams as the room was told. people: {team: names}.

    ranking_published: whether places are told at all. awards: all of them, for those that nobody gets and that
    are announced all the same.
    """

    places: Sequence[Place]
    given: Sequence[AwardGiven]
    people: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    ranking_published: bool = True
    awards: Sequence[Award] = ()


def place_steps(outcome: Outcome) -> tuple[Step, ...]:
    """From the last place up, each team with its awards; before the first place a pause, then the winner alone, at
    the end all of them."""
    prizes: dict[UUID, list[Prize]] = {}
    for one in sorted(outcome.given, key=lambda one: one.award.position):
        prizes.setdefault(one.team_id, []).append(_prize(one.award))
    steps: list[Step] = []
    for place, group in groupby(outcome.places, key=lambda place: place.place):
        found = tuple(group)
        teams = tuple(
            Crowned(one.team, outcome.people.get(one.team_id, ()), tuple(prizes.get(one.team_id, ())))
            for one in found
        )
        steps.append(Step(StepKind.PLACE, teams, place, found[0].until))
    steps.reverse()
    return _with_pause(steps)


def award_steps(outcome: Outcome) -> tuple[Step, ...]:
    """Award by award in the order in which they are announced, the last one after a pause. No place is told, and
    nothing of an award that nobody gets, unless it was wished: then it has no team, and no pause before it."""
    winners: dict[UUID, list[AwardGiven]] = {}
    for one in outcome.given:
        winners.setdefault(one.award.id, []).append(one)
    told = {one.award.id: one.award for one in outcome.given}
    told |= {award.id: award for award in outcome.awards if award.none_told and award.none_given}
    steps: list[Step] = []
    for award in sorted(told.values(), key=lambda award: (award.position, str(award.id))):
        found = winners.get(award.id, ())
        teams = tuple(Crowned(one.team_name, outcome.people.get(one.team_id, ())) for one in found)
        steps.append(Step(StepKind.AWARD, teams, prize=_prize(award)))
    last = next((step for step in reversed(steps) if step.teams), None)
    if last is None:
        return tuple(steps)
    # The last word is not that nobody gets something.
    return _with_pause([*(step for step in steps if step is not last), last])


def steps_of(outcome: Outcome, *, awards_only: bool) -> tuple[Step, ...]:
    """The steps in the way that was chosen; awards only wherever places are not published."""
    return award_steps(outcome) if awards_only or not outcome.ranking_published else place_steps(outcome)


def _with_pause(steps: list[Step]) -> tuple[Step, ...]:
    if not steps:
        return ()
    *others, last = steps
    pause = Step(StepKind.PAUSE, (), last.place, last.until, last.prize)
    winner = Step(StepKind.WINNER, last.teams, last.place, last.until, last.prize)
    return (*others, pause, winner, Step(StepKind.ALL))


def _prize(award: Award) -> Prize:
    return Prize(award.name, award.giver, award.what)
