"""What a person does to the programme and to the stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import lot, rules, turns
from hackdesk.agenda.queries import item_of, lengths_in, pitches_in, programme_in, timer_in
from hackdesk.agenda.rules import Pitch, Planned, ProgrammeItem, Stage, Timer, View
from hackdesk.agenda.shifting import Shift, shifted
from hackdesk.agenda.tables import THE_STAGE, THE_TIMER, PitchRow, ProgrammeItemRow, StageRow, TimerRow
from hackdesk.agenda.turns import Turn
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow


def add_programme(session: Session, items: Iterable[Planned]) -> None:
    """The step that puts items into the programme. Raises HackDeskError for one that cannot be."""
    session.add_all(ProgrammeItemRow(id=uuid4(), **asdict(rules.checked(planned))) for planned in items)


def add_item(event: Event, planned: Planned, *, by: str = "facilitator") -> ProgrammeItem:
    """Put one item into the programme. Raises HackDeskError where it has no title or ends before it starts."""
    row = ProgrammeItemRow(id=uuid4(), **asdict(rules.checked(planned)))
    with event.change(N_("add a programme item"), by=by) as session:
        session.add(row)
        session.flush()
        return item_of(row)


def edit_item(event: Event, item: UUID, planned: Planned, *, seen: int, by: str = "facilitator") -> ProgrammeItem:
    """Plan an item anew. Raises Stale where it is not as seen, HackDeskError as `add_item` does."""
    planned = rules.checked(planned)
    with event.change(N_("edit a programme item"), by=by) as session:
        row = _row(session, item, seen)
        if row.starts_at != planned.starts_at:
            row.moved = 0
        for name, value in asdict(planned).items():
            setattr(row, name, value)
        session.flush()
        return item_of(row)


def remove_item(event: Event, item: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take an item out of the programme. Raises Stale where it is not as seen."""
    with event.change(N_("remove a programme item"), by=by) as session:
        session.delete(_row(session, item, seen))


def start_item(event: Event, item: UUID, *, by: str = "facilitator") -> ProgrammeItem:
    """Write down that an item begins now; what was running ends. One that ended goes on."""
    now = event.clock.utc_now()
    with event.change(N_("start a programme item"), by=by) as session:
        row = _row(session, item)
        for other in session.scalars(select(ProgrammeItemRow).where(ProgrammeItemRow.id != item)):
            if other.started_at and not other.ended_at:
                other.ended_at = now
        row.started_at, row.ended_at = row.started_at or now, None
        session.flush()
        return item_of(row)


def end_item(event: Event, item: UUID, *, by: str = "facilitator") -> ProgrammeItem:
    """Write down that an item ends now. The first end counts."""
    with event.change(N_("end a programme item"), by=by) as session:
        row = _row(session, item)
        row.ended_at = row.ended_at or event.clock.utc_now()
        session.flush()
        return item_of(row)


def shift_rest(event: Event, minutes: int, *, by: str = "facilitator") -> Shift:
    """Move the rest of the day up to the next fixed item. Raises HackDeskError where there is no room."""
    with event.change(N_("shift the programme"), by=by) as session:
        shift = shifted(programme_in(session), minutes, event.clock.utc_now())
        for item in shift.moved:
            row = session.get_one(ProgrammeItemRow, item.id)
            row.starts_at, row.ends_at, row.moved = item.starts_at, item.ends_at, item.moved
        return shift


def draw_pitch_order(event: Event, seed: int, *, by: str = "facilitator") -> tuple[Pitch, ...]:
    """Draw the order in which the active teams pitch. seed: the number called, kept for the record.

    Raises HackDeskError where there is no team.
    """
    with event.change(N_("draw the order of pitches"), by=by) as session:
        teams = session.scalars(select(TeamRow.id).where(TeamRow.state == "active")).all()
        if not teams:
            raise HackDeskError(
                N_("There is no team that could pitch."), remedy=N_("Form the teams first, on the Teams page.")
            )
        rows = {row.team_id: row for row in session.scalars(select(PitchRow))}
        for gone in rows.keys() - set(teams):
            session.delete(rows[gone])
        for position, team in enumerate(lot.draw(teams, seed), 1):
            row = rows.get(team)
            if row is None:
                session.add(PitchRow(team_id=team, position=position, seed=seed))
            else:
                row.position, row.seed = position, seed
        session.flush()
        return pitches_in(session)


def swap_pitches(event: Event, one: UUID, other: UUID, *, by: str = "facilitator") -> tuple[Pitch, ...]:
    """Let two teams change places in the order of pitches."""
    with event.change(N_("swap two pitches"), by=by) as session:
        rows = {row.team_id: row for row in session.scalars(select(PitchRow).order_by(PitchRow.position))}
        if one not in rows or other not in rows:
            raise HackDeskError(
                N_("The order of pitches was drawn anew."), remedy=N_("Choose the two teams again.")
            )
        for position, team in enumerate(lot.swapped(tuple(rows), one, other), 1):
            if rows[team].position != position:
                rows[team].position, rows[team].seed = position, None
        session.flush()
        return pitches_in(session)


def set_timer(event: Event, seconds: int, *, label: str = "", by: str = "facilitator") -> Timer:
    """Set the timer to so many seconds for anything but a pitch; it stands until it is started."""
    if seconds <= 0:
        raise HackDeskError(N_("A countdown needs at least one second."))
    return _turn_timer(event, N_("set the timer"), lambda _: Timer(label=label.strip(), seconds=seconds), by)


def start_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Let the timer run."""
    now = event.steady.utc_now()
    return _turn_timer(event, N_("start the timer"), lambda timer: rules.started(timer, now), by)


def pause_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Hold the timer, also in overtime."""
    now = event.steady.utc_now()
    return _turn_timer(event, N_("pause the timer"), lambda timer: rules.paused(timer, now), by)


def add_time(event: Event, seconds: int, *, by: str = "facilitator") -> Timer:
    """Give the timer seconds more, or take some off (negative)."""
    now = event.steady.utc_now()
    return _turn_timer(
        event, N_("change the timer's time"), lambda timer: rules.with_time(timer, seconds, now), by
    )


def restart_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Set the timer back to the full time of its phase; it stands until it is started."""
    return _turn_timer(event, N_("restart the timer"), rules.restarted, by)


def next_phase(event: Event, *, by: str = "facilitator") -> Timer:
    """Go on in the round: pitch, questions, changeover, next team. Raises HackDeskError without an order."""
    return _turn_round(event, N_("next phase"), _next, by)


def previous_team(event: Event, *, by: str = "facilitator") -> Timer:
    """Go back to the pitch of the team before. Raises HackDeskError without an order."""
    return _turn_round(event, N_("previous team"), lambda s: turns.previous(timer_in(s), pitches_in(s)), by)


def call_team(event: Event, team: UUID, *, by: str = "facilitator") -> Timer:
    """Let this team pitch now, wherever the round stands. Raises HackDeskError where it is not drawn."""

    def called(session: Session) -> Turn:
        for pitch in pitches_in(session):
            if pitch.team_id == team:
                return Turn(rules.Phase.PITCH, pitch)
        raise HackDeskError(N_("This team is not in the order of pitches."), remedy=N_("Draw the order again."))

    return _turn_round(event, N_("call a team"), called, by)


def show_on_stage(event: Event, view: View, *, message: str | None = None, by: str = "facilitator") -> Stage:
    """Show the hall something else. message: the new text; None keeps the old one."""
    with event.change(N_("show something on the projector"), by=by) as session:
        row = _stage_row(session)
        row.view = view
        if message is not None:
            row.message = message.strip()
        return Stage(View(row.view), row.message, row.revealed)


def reveal(event: Event, places: int, *, by: str = "facilitator") -> Stage:
    """Show the hall so many places of the results, counted from the last one. Shows nothing unsealed."""
    with event.change(N_("reveal results"), by=by) as session:
        row = _stage_row(session)
        row.view, row.revealed = View.RESULTS, max(0, places)
        return Stage(View(row.view), row.message, row.revealed)


def _row(session: Session, item: UUID, seen: int | None = None) -> ProgrammeItemRow:
    row = session.get(ProgrammeItemRow, item)
    if row is None:
        raise Stale(N_("Somebody has taken this item out of the programme."))
    if seen is not None and row.version != seen:
        raise Stale(
            N_("Somebody has changed “{title}” since you opened it."), title=row.title,
            remedy=N_("Look at it again, then type your change once more."),
        )  # fmt: skip
    return row


def _stage_row(session: Session) -> StageRow:
    row = session.get(StageRow, THE_STAGE)
    if row is None:
        row = StageRow(id=THE_STAGE, view=View.WELCOME, message="", revealed=0)
        session.add(row)
    return row


def _next(session: Session) -> Turn:
    return turns.following(timer_in(session), pitches_in(session), lengths_in(session))


def _turn_timer(event: Event, action: str, change: Callable[[Timer], Timer], by: str) -> Timer:
    with event.change(action, by=by) as session:
        timer = change(timer_in(session))
        _keep_timer(session, timer)
        return timer


def _turn_round(event: Event, action: str, choose: Callable[[Session], Turn], by: str) -> Timer:
    now = event.steady.utc_now()
    with event.change(action, by=by) as session:
        timer = turns.timer_for(choose(session), lengths_in(session), now)
        _keep_timer(session, timer)
        return timer


def _keep_timer(session: Session, timer: Timer) -> None:
    row = session.get(TimerRow, THE_TIMER)
    if row is None:
        row = TimerRow(id=THE_TIMER)
        session.add(row)
    for name, value in asdict(timer).items():
        setattr(row, name, value)
