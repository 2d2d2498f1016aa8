"""Which people and teams of the board stand out, and in which order teams are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.language import N_
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team, folded

#: {key: its word} of the filters that need no further choice.
FILTERS = {
    "no_wish": N_("None of their wishes"),
    "away": N_("Not here yet"),
    "pinned": N_("Pinned"),
    "warnings": N_("Teams to look at"),
}
ORDERS = {
    "own": N_("In their own order"), "table": N_("By table"), "name": N_("By name"),
    "size": N_("The smallest first"),
    "trouble": N_("Most to look at first"),
}  # fmt: skip


@dataclass(frozen=True)
class Sieve:
    """kind: "", one of FILTERS, "group" or "language"; value: which group or language. order: one of ORDERS."""

    kind: str = ""
    value: str = ""
    order: str = "own"

    def people(self, board: Board) -> frozenset[UUID] | None:
        """Who stands out among those who sit in teams; None where there is no filter."""
        if not self.kind:
            return None
        return frozenset(
            member.person_id for team in board.teams for member in team.members if self._lets(member, team, board)
        )

    def _lets(self, member: Member, team: Team, board: Board) -> bool:
        if self.kind == "group":
            return self.value in member.groups
        if self.kind == "language":
            return self.value in member.languages
        if self.kind == "no_wish":
            return bool(member.choices) and member.wish is None
        if self.kind == "away":
            return not member.arrived
        return member.pinned if self.kind == "pinned" else bool(board.concerns(team))

    def arranged(self, board: Board) -> Board:
        """The same board with its teams in this order; only those to look at, where that is the filter."""
        teams = list(board.teams)
        if self.kind == "warnings":
            teams = [team for team in teams if board.concerns(team)]
        if self.order == "table":
            teams.sort(key=_table)
        elif self.order == "name":
            teams.sort(key=lambda team: folded(team.name))
        elif self.order == "size":
            teams.sort(key=lambda team: len(team.members))
        elif self.order == "trouble":
            teams.sort(key=lambda team: -len(board.concerns(team)))
        return replace(board, teams=tuple(teams))


def _table(team: Team) -> tuple[bool, int, str]:
    number = team.table_name.strip()
    return not number, int(number) if number.isdecimal() else 10_000, folded(number)


def languages_of(board: Board) -> list[str]:
    """Every language somebody on the board speaks."""
    members = (*board.unplaced, *(member for team in board.teams for member in team.members))
    return sorted({language for member in members for language in member.languages})


def found_in(board: Board, text: str) -> list[UUID]:
    """The people and teams whose name has every word of the text, as they stand on the board."""
    parts = folded(text).split()
    if not parts:
        return []

    def has(name: str) -> bool:
        return all(part in folded(name) for part in parts)

    found: list[UUID] = []
    for team in board.teams:
        if has(team.name):
            found.append(team.id)
        found += _named(team.members, has)
    return [*found, *_named(board.unplaced, has)]


def _named(members: Sequence[Member], has: Callable[[str], bool]) -> list[UUID]:
    return [member.person_id for member in members if has(member.name)]
