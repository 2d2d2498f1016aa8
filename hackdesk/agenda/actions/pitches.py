"""The order in which teams pitch and topics are introduced: drawn by lot, changed by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import lot
from hackdesk.agenda.actions.steps import kept_round
from hackdesk.agenda.lot import Wish
from hackdesk.agenda.queries import pitches_in, round_in, wishes_in
from hackdesk.agenda.tables import THE_TIMER, PitchRow, PitchWishRow, TimerRow
from hackdesk.agenda.timer import Phase
from hackdesk.agenda.turns import Pitch, Round, Subject
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow, TopicRow


def draw_pitch_order(
    event: Event, seed: int, which: UUID | None = None, *, among: Collection[UUID] | None = None,
    by: str = "facilitator",
) -> tuple[Pitch, ...]:  # fmt: skip
    """Draw the order of a round; without one that of the final pitches, as its wishes have it.

    seed: the number called. among: who pitches in an added round; all where left out. Raises HackDeskError where
    there is nobody who could pitch, or where wishes cannot be met together.
    """
    with event.change(N_("draw the order of pitches"), by=by) as session:
        here = round_in(session, which)
        contenders = _contenders(session, here, among)
        wishes = wishes_in(session) if here.id is None else ()
        _refuse_clash(session, lot.clash(contenders, wishes))
        _keep_order(session, here, lot.draw(contenders, seed, wishes), seed)
        return pitches_in(session, here.id)


def take_own_order(event: Event, which: UUID | None = None, *, by: str = "facilitator") -> tuple[Pitch, ...]:
    """Take topics, or teams, as they stand on the wall. Raises HackDeskError where there is nobody."""
    with event.change(N_("take the order of the wall"), by=by) as session:
        here = round_in(session, which)
        _keep_order(session, here, _contenders(session, here), None)
        return pitches_in(session, here.id)


def move_pitch(
    event: Event, subject: UUID, place: int, which: UUID | None = None, *, by: str = "facilitator"
) -> tuple[Pitch, ...]:
    """Let a team or topic pitch at another place, counted from 1; those between move up or down by one."""
    with event.change(N_("move a pitch"), by=by) as session:
        _move(session, subject, place, which)
        return pitches_in(session, which)


def pitch_last(
    event: Event, subject: UUID, which: UUID | None = None, *, by: str = "facilitator"
) -> tuple[Pitch, ...]:
    """Let a team that is not there yet, or was formed since the draw, pitch at the end.

    Where it was its turn and it had not begun, the next one gets ready in the same time.
    """
    with event.change(N_("let a team pitch at the end"), by=by) as session:
        here = round_in(session, which)
        if all(pitch.subject_id != subject for pitch in here.pitches):
            kept_round(session, here)
            session.add(_new_row(here, subject, len(here.pitches) + 1, None))
            session.flush()
            return pitches_in(session, which)
        after = next((one for one in here.standing if one.position > here.place_of(subject)), None)
        if after is not None:
            _hand_turn_on(session, here, subject, after.subject_id)
        _move(session, subject, len(here.pitches), which)
        return pitches_in(session, which)


def take_out(event: Event, subject: UUID, which: UUID, *, by: str = "facilitator") -> tuple[Pitch, ...]:
    """Take a team or topic out of the order of a round that was added, or of the topics."""
    with event.change(N_("take a pitch out of a round"), by=by) as session:
        here = round_in(session, which)
        _order(session, which, subject)
        for row in _rows(session, which):
            if subject in (row.team_id, row.topic_id):
                session.delete(row)
        session.flush()
        left = [pitch.subject_id for pitch in here.pitches if pitch.subject_id != subject]
        _renumber(session, which, left)
        return pitches_in(session, which)


def wish_pitch(event: Event, team: UUID, wish: Wish | None, *, by: str = "facilitator") -> None:
    """Write down when a team has to pitch, whatever the lot says; None: it does not matter any more."""
    if wish is not None and (wish.kind not in (lot.FIRST, lot.LAST) or wish.within < 1):
        raise HackDeskError(N_("A wish is for the first or the last so many places."))
    with event.change(N_("write down a wish for the order"), by=by) as session:
        if session.get(TeamRow, team) is None:
            raise HackDeskError(N_("This team is not there any more."))
        rows = session.scalars(select(PitchWishRow).where(PitchWishRow.team_id == team)).all()
        for row in rows[0 if wish is None else 1 :]:
            session.delete(row)
        if wish is None:
            return
        row = rows[0] if rows else PitchWishRow(id=uuid4(), team_id=team)
        row.kind, row.within, row.reason = wish.kind, wish.within, wish.reason.strip()
        session.add(row)


def _hand_turn_on(session: Session, here: Round, subject: UUID, to: UUID) -> None:
    row = session.get(TimerRow, THE_TIMER)
    if row is None or row.round_id != here.id or subject not in (row.team_id, row.topic_id):
        return
    waits = row.phase == Phase.PITCH and not (row.started_at or row.elapsed_before)
    if row.phase == Phase.CHANGEOVER or waits:
        setattr(row, "topic_id" if here.subject == Subject.TOPICS else "team_id", to)


def _move(session: Session, subject: UUID, place: int, which: UUID | None) -> None:
    order = _order(session, which, subject)
    _renumber(session, which, lot.moved(order, subject, place), (subject,))


def _renumber(session: Session, which: UUID | None, order: Sequence[UUID], by_hand: Collection[UUID] = ()) -> None:
    """Write the places; only those that were moved by hand lose the number of their lot."""
    rows = {row.team_id or row.topic_id: row for row in _rows(session, which)}
    for position, subject in enumerate(order, 1):
        row = rows[subject]
        if row.position != position:
            row.position = position
            if subject in by_hand:
                row.seed = None
    session.flush()


def _keep_order(session: Session, here: Round, order: Sequence[UUID], seed: int | None) -> None:
    kept_round(session, here)
    rows = {row.team_id or row.topic_id: row for row in _rows(session, here.id)}
    for gone in rows.keys() - set(order):
        session.delete(rows[gone])
    for position, subject in enumerate(order, 1):
        row = rows.get(subject)
        if row is None:
            session.add(_new_row(here, subject, position, seed))
        elif (row.position, row.seed) != (position, seed):
            row.position, row.seed = position, seed
    session.flush()


def _order(session: Session, which: UUID | None, subject: UUID) -> list[UUID]:
    order = [pitch.subject_id for pitch in pitches_in(session, which)]
    if subject not in order:
        raise HackDeskError(
            N_("The order of pitches was drawn anew."), remedy=N_("Choose the team again.")
        )  # fmt: skip
    return order


def _refuse_clash(session: Session, clash: Sequence[Wish]) -> None:
    if clash:
        names = [session.get_one(TeamRow, wish.team_id).name for wish in clash]
        raise HackDeskError(
            N_("The wishes of {teams} cannot be met together."), teams=", ".join(f"“{name}”" for name in names),
            remedy=N_("Change or take back one of them, then draw."),
        )  # fmt: skip


def _contenders(session: Session, here: Round, among: Collection[UUID] | None = None) -> list[UUID]:
    everybody = _able(session, here)
    return [one for one in everybody if among is None or one in among] or everybody


def _able(session: Session, here: Round) -> list[UUID]:
    """Who could pitch, as they stand on the wall."""
    if here.subject == Subject.TOPICS:
        known = select(TopicRow.id).where(TopicRow.state == "open").order_by(TopicRow.position, TopicRow.id)
        topics = list(session.scalars(known))
        if not topics:
            raise HackDeskError(
                N_("There is no topic that could be introduced."),
                remedy=N_("Write the topics down first, under Prepare."),
            )
        return topics
    active = select(TeamRow.id).where(TeamRow.state == "active").order_by(TeamRow.position, TeamRow.id)
    teams = list(session.scalars(active))
    if not teams:
        raise HackDeskError(
            N_("There is no team that could pitch."), remedy=N_("Form the teams first, on the Teams page.")
        )
    return teams


def _rows(session: Session, which: UUID | None) -> list[PitchRow]:
    return list(session.scalars(select(PitchRow).where(PitchRow.round_id == which).order_by(PitchRow.position)))


def _new_row(here: Round, subject: UUID, position: int, seed: int | None) -> PitchRow:
    row = PitchRow(round_id=here.id, position=position, seed=seed)
    if here.subject == Subject.TOPICS:
        row.topic_id = subject
    else:
        row.team_id = subject
    return row
