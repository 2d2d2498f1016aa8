"""How a ballot's state is shown: a sign, a colour and a word, always together."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import STATE_WORDS, BallotState, Juror
from ui.text import _

_SIGNS = {
    BallotState.OPEN: ("circle", "plain"),
    BallotState.COMPLETE: ("circle-check", "accent"),
    BallotState.RECUSED: ("circle-slash", "info"),
    BallotState.JUROR_ABSENT: ("user-x", "warn"),
    BallotState.TEAM_NO_SHOW: ("circle-minus", "warn"),
    BallotState.VOID: ("circle-x", "bad"),
}


@dataclass(frozen=True)
class StateSign:
    """icon: its name; tone: accent, info, warn, bad, plain; word: in the window's language."""

    icon: str
    tone: str
    word: str


def sign_of(state: BallotState) -> StateSign:
    """How a state is shown."""
    icon, tone = _SIGNS[state]
    return StateSign(icon, tone, _(STATE_WORDS[state]))


def ballot_sign(progress: Progress, juror: Juror, team_id: UUID) -> StateSign:
    """How one ballot is shown; one that is begun says how many marks it has."""
    done, of = len(progress.ballot(juror.id, team_id).marks), len(progress.judging.criteria)
    state = progress.state(juror, team_id)
    if state is BallotState.OPEN and done:
        return StateSign("circle-dashed", "warn", _("{done} of {of}", done=done, of=of))
    return sign_of(state)
