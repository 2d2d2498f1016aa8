"""The order in which teams pitch and topics are introduced: drawn by lot, changed by hand."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import lot
from hackdesk.agenda.actions.steps import kept_round
from hackdesk.agenda.queries import pitches_in, round_in
from hackdesk.agenda.tables import PitchRow
from hackdesk.agenda.turns import Pitch, Round, Subject
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow, TopicRow


def draw_pitch_order(
    event: Event, seed: int, which: UUID | None = None, *, by: str = "facilitator"
) -> tuple[Pitch, ...]:
    """Draw the order of a round; without one that of the final pitches. seed: the number called.

    Raises HackDeskError where there is nobody who could pitch.
    """
    with event.change(N_("draw the order of pitches"), by=by) as session:
        here = round_in(session, which)
        drawn = lot.draw(_contenders(session, here), seed)
        kept_round(session, here)
        rows = {row.team_id or row.topic_id: row for row in _rows(session, here.id)}
        for gone in rows.keys() - set(drawn):
            session.delete(rows[gone])
        for position, subject in enumerate(drawn, 1):
            row = rows.get(subject)
            if row is None:
                session.add(_new_row(here, subject, position, seed))
            elif (row.position, row.seed) != (position, seed):
                row.position, row.seed = position, seed
        session.flush()
        return pitches_in(session, here.id)


def swap_pitches(
    event: Event, one: UUID, other: UUID, which: UUID | None = None, *, by: str = "facilitator"
) -> tuple[Pitch, ...]:
    """Let two teams or topics change places in the order of a round."""
    with event.change(N_("swap two pitches"), by=by) as session:
        rows = {row.team_id or row.topic_id: row for row in _rows(session, which)}
        if one not in rows or other not in rows:
            raise HackDeskError(
                N_("The order of pitches was drawn anew."), remedy=N_("Choose the two teams again.")
            )
        order = [subject for subject in rows if subject is not None]
        for position, subject in enumerate(lot.swapped(order, one, other), 1):
            if rows[subject].position != position:
                rows[subject].position, rows[subject].seed = position, None
        session.flush()
        return pitches_in(session, which)


def _contenders(session: Session, here: Round) -> list[UUID]:
    if here.subject == Subject.TOPICS:
        topics = list(session.scalars(select(TopicRow.id).where(TopicRow.state == "open")))
        if not topics:
            raise HackDeskError(
                N_("There is no topic that could be introduced."),
                remedy=N_("Write the topics down first, under Prepare."),
            )
        return topics
    teams = list(session.scalars(select(TeamRow.id).where(TeamRow.state == "active")))
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
