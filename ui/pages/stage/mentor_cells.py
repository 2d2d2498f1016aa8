"""The cells of the grid of visits: a row for each mentor, or for each team, a column for each slot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.agenda.mentoring import Mentor, Mentoring, MentorRound, Seat, Slot, Visit, Wanting
from ui.text import _, words


@dataclass(frozen=True)
class Cell:
    """What stands in a row at a slot. state: free, away, planned, late, visited, gone (the team withdrew)."""

    state: str = "free"
    title: str = ""
    second: str = ""
    visit: Visit | None = None

    @property
    def pinned(self) -> bool:
        """Whether no plan moves it."""
        return self.visit is not None and self.visit.pinned


@dataclass(frozen=True)
class GridRow:
    """A mentor's or a team's row."""

    id: UUID
    title: str
    second: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """What the grid shows. by_team: its rows are teams."""

    slots: tuple[Slot, ...] = ()
    rows: tuple[GridRow, ...] = ()
    by_team: bool = False

    def seat(self, row: int, column: int, visit: Visit | None = None) -> Seat | None:
        """Where a cell is; in a team's row a visit takes its own mentor along."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.slots)):
            return None
        slot = self.slots[column]
        if not self.by_team:
            return Seat(slot.round_id, self.rows[row].id, slot.starts_at)
        if visit is None or visit.team_id != self.rows[row].id:
            return None
        return Seat(slot.round_id, visit.mentor_id, slot.starts_at)

    def find(self, visit_id: UUID) -> tuple[int, int] | None:
        """Row and column of a visit."""
        for row, line in enumerate(self.rows):
            for column, cell in enumerate(line.cells):
                if cell.visit and cell.visit.id == visit_id:
                    return row, column
        return None


def grid_of(now: Mentoring, which: MentorRound, at: datetime, *, by_team: bool) -> Grid:
    """The grid of a round at a moment."""
    visits = now.of_round(which.id)
    if by_team:
        there = {visit.team_id for visit in visits}
        teams = [team for team in now.teams if team.active or team.id in there]
        rows = [_team_row(now, which, team, at) for team in teams]
    else:
        rows = [_mentor_row(now, which, mentor, at) for mentor in now.mentors]
    return Grid(which.slots, tuple(rows), by_team)


def _mentor_row(now: Mentoring, which: MentorRound, mentor: Mentor, at: datetime) -> GridRow:
    cells = []
    for slot in which.slots:
        visit = _in_slot(now, which, slot, mentor_id=mentor.id)
        if visit is None:
            cells.append(Cell() if mentor.here(slot.span) else Cell("away"))
            continue
        team = now.team[visit.team_id]
        cell = _cell(now, visit, _named(team), at)
        away = not mentor.here(slot.span) and not visit.visited_at
        said = _("not here then") if away else ", ".join(now.why(visit))
        cells.append(replace(cell, second=said, state="late" if away else cell.state))
    return GridRow(mentor.id, mentor.name, ", ".join(mentor.themes), tuple(cells))


def _team_row(now: Mentoring, which: MentorRound, team: Wanting, at: datetime) -> GridRow:
    cells = []
    for slot in which.slots:
        visit = _in_slot(now, which, slot, team_id=team.id)
        if visit is None:
            cells.append(Cell())
            continue
        mentor = now.mentor[visit.mentor_id]
        second = " · ".join(filter(None, (mentor.place, ", ".join(now.why(visit)))))
        cells.append(replace(_cell(now, visit, mentor.name, at), second=second))
    return GridRow(team.id, _named(team), ", ".join(team.themes), tuple(cells))


def _cell(now: Mentoring, visit: Visit, title: str, at: datetime) -> Cell:
    if visit.visited_at:
        return Cell("visited", title, visit=visit)
    if not now.team[visit.team_id].active:
        return Cell("gone", title, visit=visit)
    return Cell("late" if now.missed(visit, at) else "planned", title, visit=visit)


def _named(team: Wanting) -> str:
    return f"{team.table} · {team.name}" if team.table else team.name


def _in_slot(
    now: Mentoring, which: MentorRound, slot: Slot, mentor_id: UUID | None = None, team_id: UUID | None = None
) -> Visit | None:
    """The visit that begins in a slot; one planned before the slots were changed stands where it begins."""
    later = [one.starts_at for one in which.slots if one.starts_at > slot.starts_at]
    until = min(later, default=which.ends_at)
    found = [
        visit for visit in now.of_round(which.id)
        if visit.mentor_id == (mentor_id or visit.mentor_id) and visit.team_id == (team_id or visit.team_id)
        and slot.starts_at <= visit.starts_at < until
    ]  # fmt: skip
    return found[0] if found else None


def spoken(cell: Cell, row: GridRow, slot: Slot, now: Mentoring) -> str:
    """A cell as a screen reader says it."""
    at = words.time(slot.starts_at, ZoneInfo(now.zone))
    states = {
        "free": _("free"), "away": _("not here"), "planned": _("planned"), "late": _("not visited yet"),
        "visited": _("visited"), "gone": _("the team withdrew"),
    }  # fmt: skip
    pinned = _("pinned") if cell.pinned else ""
    return ", ".join(filter(None, (row.title, at, cell.title, cell.second, states[cell.state], pinned)))

