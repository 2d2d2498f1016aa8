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
from hackdesk.agenda.tables import THE_TIMER, THE_WAITING_TURN, TimerRow
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Round, Subject, Turn
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.tables import TopicRow


def set_timer(event: Event, seconds: int, *, label: str = "", by: str = "facilitator") -> Timer:
    """Set the timer to so many seconds for anything but a pitch; it stands until it is started."""
    if seconds <= 0:
        raise HackDeskError(N_("A countdown needs at least one second."))
    return _put_in_front(event, Timer(label=label.strip(), seconds=seconds), by)


def count_until(event: Event, until: datetime, *, label: str = "", by: str = "facilitator") -> Timer:
    """Let the timer count to a time of day. Raises HackDeskError where it has passed."""
    now = event.clock.utc_now()
    if until <= now:
        raise HackDeskError(N_("That time has passed."), remedy=N_("Choose a later one."))
    seconds = int((until - now).total_seconds())
    return _put_in_front(event, Timer(label.strip(), Phase.UNTIL, seconds=seconds, until=until), by)


def show_clock(event: Event, *, by: str = "facilitator") -> Timer:
    """Let the timer show the time of day."""
    return _put_in_front(event, Timer(phase=Phase.CLOCK, seconds=0), by)


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


def next_phase(event: Event, *, seen: Timer | None = None, by: str = "facilitator") -> Timer:
    """Go on in the timer's round: pitch, questions, changeover, next; from a countdown back to the turn it was put
    in front of, which stands as it was.

    seen: the timer as it was looked at; where somebody went on since, nothing happens. Raises HackDeskError
    without an order.
    """
    now = event.moment()
    with event.change(N_("next phase"), by=by) as session:
        timer = timer_in(session)
        if seen is not None and not timer.same_turn(seen):
            return timer
        here = round_in(session, timer.round_id)
        if timer.waiting is None:
            return _keep_turn(session, timer, turns.following(timer, here), here, now)
        _keep_timer(session, timer.waiting)
        return timer.waiting


def previous_team(event: Event, *, seen: Timer | None = None, by: str = "facilitator") -> Timer:
    """Go back to the pitch before. seen: as for `next_phase`. Raises HackDeskError without an order."""
    now = event.moment()
    with event.change(N_("previous team"), by=by) as session:
        timer = timer_in(session)
        if seen is not None and not timer.same_turn(seen):
            return timer
        here = round_in(session, timer.round_id)
        return _keep_turn(session, timer, turns.previous(timer, here.pitches), here, now)


def call_team(event: Event, subject: UUID, which: UUID | None = None, *, by: str = "facilitator") -> Timer:
    """Let this team, or topic, of a round pitch now. Raises HackDeskError where it is not drawn."""

    def called(here: Round) -> Turn:
        for pitch in here.pitches:
            if pitch.subject_id == subject:
                return Turn(Phase.PITCH, pitch)
        raise HackDeskError(N_("This team is not in the order of pitches."), remedy=N_("Draw the order again."))

    now = event.moment()
    with event.change(N_("call a team"), by=by) as session:
        here = round_in(session, which)
        return _keep_turn(session, timer_in(session), called(here), here, now)


def _put_in_front(event: Event, wanted: Timer, by: str) -> Timer:
    now = event.moment()
    return _turn_timer(event, N_("set the timer"), lambda timer: _staying(timer, wanted, now), by)


def _staying(timer: Timer, wanted: Timer, now: Moment) -> Timer:
    """What is wanted instead, in the same round: its bells ring here too."""
    found = timers.in_front_of(timer, wanted, now)
    return replace(found, round_id=timer.round_id, subject_id=timer.subject_id)


def _turn_timer(event: Event, action: str, change: Callable[[Timer], Timer], by: str) -> Timer:
    with event.change(action, by=by) as session:
        changed = change(timer_in(session))
        _keep_timer(session, changed)
        return changed


def _keep_turn(session: Session, before: Timer, turn: Turn, here: Round, now: Moment) -> Timer:
    kept_round(session, here)
    _note_introduced(session, before, now)
    timer = turns.timer_for(turn, here, now)
    _keep_timer(session, timer)
    return timer


def _note_introduced(session: Session, before: Timer, now: Moment) -> None:
    """A topic whose time ran has been introduced; whoever leaves it need not say so."""
    topic = session.get(TopicRow, before.subject_id) if before.subject_id else None
    if topic is not None and before.phase == Phase.PITCH and before.begun and topic.pitched_at is None:
        topic.pitched_at = now.utc


def _keep_timer(session: Session, timer: Timer) -> None:
    _keep_row(session, THE_TIMER, timer)
    if timer.waiting is not None:
        _keep_row(session, THE_WAITING_TURN, timer.waiting)
    elif (row := session.get(TimerRow, THE_WAITING_TURN)) is not None:
        session.delete(row)


def _keep_row(session: Session, which: UUID, timer: Timer) -> None:
    subject = round_in(session, timer.round_id).subject
    row = session.get(TimerRow, which)
    if row is None:
        row = TimerRow(id=which)
        session.add(row)
    row.label, row.phase, row.round_id = timer.label, timer.phase, timer.round_id
    row.team_id = timer.subject_id if subject == Subject.TEAMS else None
    row.topic_id = timer.subject_id if subject == Subject.TOPICS else None
    row.seconds, row.added, row.elapsed_before = timer.seconds, timer.added, timer.elapsed_before
    row.until = timer.until
    row.started_at = timer.started.utc if timer.started else None
    row.boot = timer.started.boot if timer.started else ""
    row.boot_seconds = timer.started.seconds if timer.started else None
