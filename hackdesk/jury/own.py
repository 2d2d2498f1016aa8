"""What a juror may do with their own ballots, wherever they write on them."""

from __future__ import annotations

from hackdesk.jury.rules import BallotState

_JUROR = "juror "


def juror_writes(name: str) -> str:
    """Who wrote it, as it is kept with a ballot and in the journal."""
    return f"{_JUROR}{name}"


def may_open_again(state: BallotState, written_by: str) -> bool:
    """Whether the juror may: a ballot they handed in, or set aside themself. What others set aside they may not.

    written_by: who wrote on the ballot last.
    """
    if state in (BallotState.OPEN, BallotState.COMPLETE):
        return True
    return state is BallotState.RECUSED and written_by.startswith(_JUROR)
