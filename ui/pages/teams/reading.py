"""What the board shows, worked out on the desk's thread, so that the window has only to draw what is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.checkpoints import STEPS, furthest
from hackdesk.teams.effect import Effects
from hackdesk.teams.obstacles import Obstacle, obstacles
from hackdesk.teams.proposal import Problem
from hackdesk.teams.queries import Board, room
from ui.pages.teams.lines import contents_of, summary, topics_of
from ui.pages.teams.team_card import Content
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event


#: (word of a step, whether the team has it behind it), in their order.
Steps = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Drawn:
    """A board as cards. teams: {team: its card}. counts: (number, words) of the strip above."""

    teams: Mapping[UUID, Content] = field(default_factory=dict)
    topics: tuple[Content, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Reading:
    """The room as of one moment. effects: what a move would do. obstacles: what is in the way of good teams."""

    board: Board = field(default_factory=Board)
    problem: Problem = field(default_factory=lambda: Problem((), ()))
    effects: Effects = field(default_factory=lambda: Effects(Problem((), ()), {}, {}))
    obstacles: tuple[Obstacle, ...] = ()
    drawn: Drawn = field(default_factory=Drawn)


def drawn_of(
    board: Board, before: Drawn, coming: frozenset[UUID] = frozenset(), steps: Mapping[UUID, Steps] | None = None
) -> Drawn:
    """The cards; one that says the same as before stays the very same value, which the view sees at a glance.

    steps: how far each team is; None: as before.
    """
    teams = {}
    for card in contents_of(board, coming):
        old = before.teams.get(card.id)
        behind = (old.steps if old else ()) if steps is None else steps.get(card.id, ())
        teams[card.id] = _kept(replace(card, steps=behind) if behind else card, old)
    return Drawn(teams, tuple(topics_of(board)), tuple(summary(board)))


def _steps(event: Event) -> dict[UUID, Steps]:
    """How far each team is; nothing before any team has a step behind it."""
    teams = progress(event)
    if not furthest(teams):
        return {}
    return {team.id: tuple((_(word), team.has(step)) for step, word in STEPS.items()) for team in teams}


def _kept(card: Content, before: Content | None) -> Content:
    return before if before is not None and before == card else card


def read_board(event: Event, before: Drawn) -> Reading:
    """Everything the board asks of the event. before: what was drawn last."""
    board, problem = room(event)
    names = {group.key: group.short_name for group in board.groups}
    plan = {person.id: person.seat for person in problem.people if person.seat is not None}
    return Reading(
        board, problem, Effects(problem, plan, names), obstacles(problem, names),
        drawn_of(board, before, steps=_steps(event)),
    )  # fmt: skip
