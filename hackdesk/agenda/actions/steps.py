"""What several actions share: steps that take the session."""

from __future__ import annotations

from sqlalchemy.orm import Session

from hackdesk.agenda.tables import THE_STAGE, RoundRow, StageRow, TimerRow
from hackdesk.agenda.turns import Round


def kept_round(session: Session, here: Round) -> RoundRow | None:
    """The row of a round, written down where nobody had kept it; None for the final round, which has none."""
    if here.id is None:
        return None
    row = session.get(RoundRow, here.id)
    if row is None:
        row = RoundRow(id=here.id, name=here.name, subject=here.subject, warnings=list(here.warnings))
        row.pitch_seconds, row.questions_seconds = here.lengths.pitch, here.lengths.questions
        row.changeover_seconds, row.position = here.lengths.changeover, 0
        session.add(row)
        session.flush()
    return row


def timer_left_alone(row: TimerRow) -> None:
    """The timer stands in no added round any more; what it shows stays."""
    row.round_id = row.team_id = row.topic_id = None


def stage_row(session: Session) -> StageRow:
    """The row that says what the hall sees."""
    row = session.get(StageRow, THE_STAGE)
    if row is None:
        row = StageRow(id=THE_STAGE, view="welcome", message="", revealed=0)
        row.other_messages, row.reveal_way = {}, "places"
        session.add(row)
    return row
