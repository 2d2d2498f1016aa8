"""From the solutions of a program to plans: who sits in which of a topic's teams, and what to try next.

A block of several teams is divided by a small program of its own, where each team is by itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any
from uuid import UUID

from hackdesk.teams.blocks import Block
from hackdesk.teams.exact import Relaxed, Search
from hackdesk.teams.program import Program
from hackdesk.teams.seating import Guide

#: A seat is taken in a solution that was found with numbers in floating point.
_TAKEN = 0.5
#: Seconds for dividing a topic's people among its teams.
_DIVIDING = 2.0


class Dividing:
    """Reads plans from the solutions of one program; what was divided once is not divided again."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._divided: dict[tuple[int, int, tuple[int, ...]], dict[UUID, UUID] | None] = {}

    def plan(self, values: Any) -> dict[UUID, UUID] | None:
        """Who sits where in a solution.

        None where a block cannot be divided: its people fit into its teams by number only.
        """
        program, inside = self.program, defaultdict[int, list[int]](list)
        for (unit, place), column in program.seats.items():
            if values[column] > _TAKEN:
                inside[place] += program.units[unit]
        plan: dict[UUID, UUID] = {}
        for number, members in inside.items():
            block = program.blocks[number]
            if len(block.teams) == 1:
                plan.update((program.problem.people[person].id, block.one.id) for person in members)
                continue
            key = number, round(values[program.running[number]]), tuple(sorted(members))
            if key not in self._divided:
                self._divided[key] = _divided(program, block, key[2], key[1])
            divided = self._divided[key]
            if divided is None:
                return None
            plan.update(divided)
        return plan


def _divided(program: Program, block: Block, members: tuple[int, ...], teams: int) -> dict[UUID, UUID] | None:
    people = tuple(program.problem.people[person] for person in members)
    away = {one.id for one in program.problem.people} - {one.id for one in people}
    # A team whose owner sits in another topic does not run; one of the others does.
    able = tuple(team for team in block.teams if team.owner_id not in away or team.must_run)
    part = Program(replace(program.problem, people=people, teams=able), apart=True)
    part.rows.add([(column, 1) for column in part.running], teams, teams)
    found = Search(part, seconds=_DIVIDING)
    return None if found.values is None else Dividing(part).plan(found.values)


def guide(program: Program, relaxed: Relaxed, points: float) -> Guide:
    """What the relaxed program says: the likeliest seat of each unit, and those that cost few points more."""
    place = {team.id: number for number, team in enumerate(program.problem.teams)}
    liked: list[list[int]] = [[] for _ in program.units]
    likeliest = [(0.0, -1)] * len(program.units)
    for (unit, number), column in program.seats.items():
        if relaxed.worse[column] <= points:
            liked[unit] += [place[team.id] for team in program.blocks[number].teams]
        likeliest[unit] = max(likeliest[unit], (float(relaxed.values[column]), number))
    turns = _in_turn(program, [at for _, at in likeliest], relaxed)
    seats = [place.get(seat, len(place)) if seat else len(place) for seat in turns]
    return Guide([teams or [seat] for teams, seat in zip(liked, seats, strict=True)], seats)


def _in_turn(program: Program, inside: list[int], relaxed: Relaxed) -> list[UUID | None]:
    """A team for each unit of the block it is in: its pin, or one of those that run after the other."""
    people, turns = program.problem.people, [0] * len(program.blocks)
    seats: list[UUID | None] = []
    for members, number in zip(program.units, inside, strict=True):
        pins = [people[person].seat for person in members if people[person].pinned]
        if number < 0 or pins:
            seats.append(pins[0] if pins else None)
            continue
        running = round(float(relaxed.values[program.running[number]]))
        teams = program.blocks[number].teams[: max(1, running)]
        seats.append(teams[turns[number] % len(teams)].id)
        turns[number] += 1
    return seats
