"""The rounds of pitches: how long each phase is, when bells ring, rounds besides the final one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.agenda import turns
from hackdesk.agenda.actions.steps import kept_round, timer_left_alone
from hackdesk.agenda.queries import round_in, rounds_in
from hackdesk.agenda.tables import THE_IDEAS, THE_TIMER, PitchRow, RoundRow, TimerRow
from hackdesk.agenda.timer import Phase
from hackdesk.agenda.turns import Round, RoundDraft
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_


def add_pitch_round(event: Event, draft: RoundDraft, *, by: str = "facilitator") -> Round:
    """Add a round: a rehearsal, a second one for finalists. Raises HackDeskError where it has no name."""
    draft = turns.checked(draft, named=True)
    with event.change(N_("add a round"), by=by) as session:
        last = session.scalar(select(func.max(RoundRow.position))) or 0
        row = RoundRow(id=uuid4(), subject=draft.subject, position=last + 1)
        _write(row, draft)
        session.add(row)
        session.flush()
        return round_in(session, row.id)


def edit_pitch_round(event: Event, draft: RoundDraft, *, seen: Round, by: str = "facilitator") -> Round:
    """Change a round's name, lengths and bells; those of the final one are settings. A turn that is still waiting
    for its Start takes the new length over.

    seen: the round as it was opened. Raises Stale where somebody changed it since, HackDeskError without a name.
    """
    draft = turns.checked(draft, named=seen.id not in (None, THE_IDEAS))
    with event.change(N_("change a round"), by=by) as session:
        here = _as_seen(session, seen)
        row = kept_round(session, here)
        if row is not None:
            _write(row, draft)
        else:
            lengths = draft.lengths
            keep(session, replace(
                settings_in(session), pitch_seconds=lengths.pitch, questions_seconds=lengths.questions,
                changeover_seconds=lengths.changeover, pitch_warnings=list(draft.warnings),
            ))  # fmt: skip
        _take_over(session, here, draft)
        session.flush()
        return round_in(session, here.id)


def remove_pitch_round(event: Event, which: UUID, *, seen: Round, by: str = "facilitator") -> None:
    """Remove a round that was added, with its order. Raises Stale, HackDeskError while the timer stands in it."""
    with event.change(N_("remove a round"), by=by) as session:
        here = _as_seen(session, seen)
        row = session.get(RoundRow, which) if which != THE_IDEAS else None
        if row is None:
            raise HackDeskError(N_("The final round and the round of topics stay."))
        if any(timer.phase != "countdown" for timer in _timers_in(session, which)):
            raise HackDeskError(
                N_("The timer stands in “{round}”."), round=here.name,
                remedy=N_("Go on to another round, then remove it."),
            )  # fmt: skip
        for timer in _timers_in(session, which):
            timer_left_alone(timer)
        for pitch in session.scalars(select(PitchRow).where(PitchRow.round_id == which)):
            session.delete(pitch)
        session.flush()
        session.delete(row)


def _as_seen(session: Session, seen: Round) -> Round:
    here = next((one for one in rounds_in(session) if one.id == seen.id), None)
    if here is None:
        raise Stale(N_("Somebody has removed this round."))
    if here.draft != seen.draft:
        raise Stale(
            N_("Somebody has changed this round since you opened it."),
            remedy=N_("Look at it again, then type your change once more."),
        )
    return here


def _write(row: RoundRow, draft: RoundDraft) -> None:
    row.name, row.warnings = draft.name, list(draft.warnings)
    row.pitch_seconds, row.questions_seconds = draft.lengths.pitch, draft.lengths.questions
    row.changeover_seconds = draft.lengths.changeover


def _take_over(session: Session, here: Round, draft: RoundDraft) -> None:
    row = session.get(TimerRow, THE_TIMER)
    if row is None or row.round_id != here.id or row.started_at or row.elapsed_before:
        return
    if row.phase == Phase.PITCH:
        row.seconds = draft.lengths.pitch


def _timers_in(session: Session, which: UUID) -> list[TimerRow]:
    return list(session.scalars(select(TimerRow).where(TimerRow.round_id == which)))
