"""What a juror may do with their own ballots, wherever they write on them."""

from __future__ import annotations

from uuid import UUID

from hackdesk.jury.rules import BallotState

_JUROR = "juror "


def juror_writes(juror_id: UUID) -> str:
    """Who wrote it, as a ballot and the journal keep it: no name, so that none has to be erased there."""
    return f"{_JUROR}{juror_id}"


def may_open_again(state: BallotState, written_by: str) -> bool:
    """Whether the juror may: a ballot they handed in, or set aside themself. What others set aside they may not.

    written_by: who wrote on the ballot last.
    """
    if state in (BallotState.OPEN, BallotState.COMPLETE):
        return True
    return state is BallotState.RECUSED and written_by.startswith(_JUROR)
