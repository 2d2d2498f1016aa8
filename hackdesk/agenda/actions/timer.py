"""Steering the stage's timer: countdowns, and the round of pitches it goes through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.agenda import timer as timers
from hackdesk.agenda import turns
from hackdesk.agenda.actions.steps import kept_round
from hackdesk.agenda.queries import round_in, timer_in
from hackdesk.agenda.tables import THE_TIMER, TimerRow
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Round, Subject, Turn
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_


def set_timer(event: Event, seconds: int, *, label: str = "", by: str = "facilitator") -> Timer:
    """Set the timer to so many seconds for anything but a pitch; it stands until it is started."""
    if seconds <= 0:
        raise HackDeskError(N_("A countdown needs at least one second."))
    wanted = Timer(label=label.strip(), seconds=seconds)
    return _turn_timer(event, N_("set the timer"), lambda timer: _staying(timer, wanted), by)


def count_until(event: Event, until: datetime, *, label: str = "", by: str = "facilitator") -> Timer:
    """Let the timer count to a time of day. Raises HackDeskError where it has passed."""
    now = event.clock.utc_now()
    if until <= now:
        raise HackDeskError(N_("That time has passed."), remedy=N_("Choose a later one."))
    wanted = Timer(label=label.strip(), phase=Phase.UNTIL, until=until, seconds=int((until - now).total_seconds()))
    return _turn_timer(event, N_("set the timer"), lambda timer: _staying(timer, wanted), by)


def show_clock(event: Event, *, by: str = "facilitator") -> Timer:
    """Let the timer show the time of day."""
    wanted = Timer(phase=Phase.CLOCK, seconds=0)
    return _turn_timer(event, N_("set the timer"), lambda timer: _staying(timer, wanted), by)


def start_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Let the timer run."""
    now = event.moment()
    return _turn_timer(event, N_("start the timer"), lambda timer: timers.started(timer, now), by)


def pause_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Hold the timer, also in overtime."""
    now = event.moment()
    return _turn_timer(event, N_("pause the timer"), lambda timer: timers.paused(timer, now), by)


def add_time(event: Event, seconds: int, *, by: str = "facilitator") -> Timer:
    """Give the timer seconds more, or take some off (negative)."""
    now = event.moment()
    return _turn_timer(
        event, N_("change the timer's time"), lambda timer: timers.with_time(timer, seconds, now), by
    )


def restart_timer(event: Event, *, by: str = "facilitator") -> Timer:
    """Set the timer back to the full time of its phase; it stands until it is started."""
    return _turn_timer(event, N_("restart the timer"), timers.restarted, by)


def next_phase(event: Event, *, by: str = "facilitator") -> Timer:
    """Go on in the timer's round: pitch, questions, changeover, next. Raises HackDeskError without an order."""
    return _turn_round(event, N_("next phase"), turns.following, by)


def previous_team(event: Event, *, by: str = "facilitator") -> Timer:
    """Go back to the pitch before. Raises HackDeskError without an order."""
    return _turn_round(event, N_("previous team"), lambda timer, here: turns.previous(timer, here.pitches), by)


def call_team(event: Event, subject: UUID, which: UUID | None = None, *, by: str = "facilitator") -> Timer:
    """Let this team, or topic, of a round pitch now. Raises HackDeskError where it is not drawn."""

    def called(_timer: Timer, here: Round) -> Turn:
        for pitch in here.pitches:
            if pitch.subject_id == subject:
                return Turn(Phase.PITCH, pitch)
        raise HackDeskError(N_("This team is not in the order of pitches."), remedy=N_("Draw the order again."))

    now = event.moment()
    with event.change(N_("call a team"), by=by) as session:
        here = round_in(session, which)
        return _keep_turn(session, called(timer_in(session), here), here, now)


def _staying(timer: Timer, wanted: Timer) -> Timer:
    """What is wanted instead; Next goes on where the round was."""
    return replace(wanted, round_id=timer.round_id, subject_id=timer.subject_id)


def _turn_timer(event: Event, action: str, change: Callable[[Timer], Timer], by: str) -> Timer:
    with event.change(action, by=by) as session:
        timer = timer_in(session)
        changed = change(timer)
        _keep_timer(session, changed, round_in(session, timer.round_id).subject)
        return changed


def _turn_round(event: Event, action: str, choose: Callable[[Timer, Round], Turn], by: str) -> Timer:
    now = event.moment()
    with event.change(action, by=by) as session:
        timer = timer_in(session)
        here = round_in(session, timer.round_id)
        return _keep_turn(session, choose(timer, here), here, now)


def _keep_turn(session: Session, turn: Turn, here: Round, now: Moment) -> Timer:
    kept_round(session, here)
    timer = turns.timer_for(turn, here, now)
    _keep_timer(session, timer, here.subject)
    return timer


def _keep_timer(session: Session, timer: Timer, subject: Subject) -> None:
    row = session.get(TimerRow, THE_TIMER)
    if row is None:
        row = TimerRow(id=THE_TIMER)
        session.add(row)
    row.label, row.phase, row.round_id = timer.label, timer.phase, timer.round_id
    row.team_id = timer.subject_id if subject == Subject.TEAMS else None
    row.topic_id = timer.subject_id if subject == Subject.TOPICS else None
    row.seconds, row.added, row.elapsed_before = timer.seconds, timer.added, timer.elapsed_before
    row.until = timer.until
    row.started_at = timer.started.utc if timer.started else None
    row.boot = timer.started.boot if timer.started else ""
    row.boot_seconds = timer.started.seconds if timer.started else None
