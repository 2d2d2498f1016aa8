"""What the papers about mentor rounds show now, as the event file has it. Notes of visits are on none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentoring import Mentoring, MentorRound, Visit, clock_words
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.documents.visits import Slip, SlipLine, Slips, WallPlan, WallRound, WallRow
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_


def mentor_slips_of(event: Event) -> Slips:
    """A slip for each mentor who sees somebody. Raises NothingToPrint where nothing is planned."""
    now, slips = _planned(event), []
    for mentor in now.mentors:
        lines = []
        for visit in _standing(now, _at(mentor.id)):
            team = now.team[visit.team_id]
            lines.append(SlipLine(*_when(now, visit), team.name, team.table, "", ", ".join(now.why(visit))))
        slips.append(Slip(mentor.name, "", mentor.place, ", ".join(mentor.themes), tuple(lines)))
    return Slips(masthead_of(settings_of(event)), _with_lines(slips), of_mentors=True)


def mentor_table_slips_of(event: Event) -> Slips:
    """A slip for each team that somebody sees. Raises NothingToPrint where nothing is planned."""
    now, slips = _planned(event), []
    for team in now.active:
        lines = []
        for visit in _standing(now, _at(team.id)):
            mentor = now.mentor[visit.mentor_id]
            lines.append(SlipLine(*_when(now, visit), mentor.name, "", mentor.place, ", ".join(now.why(visit))))
        slips.append(Slip(team.name, team.table, "", ", ".join(team.themes), tuple(lines)))
    return Slips(masthead_of(settings_of(event)), _with_lines(slips), of_mentors=False)


def mentor_plan_of(event: Event) -> WallPlan:
    """The rounds for the wall. Raises NothingToPrint where nothing is planned."""
    now = _planned(event)
    rounds = [_wall_round(now, one) for one in now.rounds if _standing(now, _of(one.id))]
    return WallPlan(masthead_of(settings_of(event)), tuple(rounds))


def _wall_round(now: Mentoring, which: MentorRound) -> WallRound:
    visits = _standing(now, _of(which.id))
    # A visit that was put down before the slots were changed keeps its own time, and so its own column.
    times = sorted({slot.starts_at for slot in which.slots} | {visit.starts_at for visit in visits})
    rows = []
    for mentor in now.mentors:
        seen = {visit.starts_at: now.team[visit.team_id] for visit in visits if visit.mentor_id == mentor.id}
        cells = tuple((seen[at].name, seen[at].table) if at in seen else ("", "") for at in times)
        if seen:
            rows.append(WallRow(mentor.name, mentor.place, cells))
    busy = [number for number in range(len(times)) if any(row.cells[number][0] for row in rows)]
    last = max(busy) + 1
    return WallRound(
        which.name, _day(now, which), tuple(clock_words(at, now.zone) for at in times[:last]),
        tuple(WallRow(row.name, row.where, row.cells[:last]) for row in rows),
    )  # fmt: skip


def _of(round_id: UUID) -> Callable[[Visit], bool]:
    return lambda visit: visit.round_id == round_id


def _at(who: UUID) -> Callable[[Visit], bool]:
    return lambda visit: who in (visit.mentor_id, visit.team_id)


def _standing(now: Mentoring, wanted: Callable[[Visit], bool]) -> list[Visit]:
    return [visit for visit in now.visits if now.team[visit.team_id].active and wanted(visit)]


def _planned(event: Event) -> Mentoring:
    now = mentoring(event)
    if not _standing(now, lambda _visit: True):
        raise NothingToPrint(
            N_("No mentor sees a team yet."), remedy=N_("Plan the mentor rounds on the Stage."), where="stage"
        )
    return now


def _with_lines(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    return tuple(slip for slip in slips if slip.lines)


def _when(now: Mentoring, visit: Visit) -> tuple[str, date, str]:
    which = now.round[visit.round_id]
    first, last = (clock_words(moment, now.zone) for moment in now.span(visit))
    return which.name, _day(now, which), f"{first}–{last}"


def _day(now: Mentoring, which: MentorRound) -> date:
    return which.starts_at.astimezone(ZoneInfo(now.zone)).date()
