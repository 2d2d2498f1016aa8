"""Whose turn it is in a round of pitches: pitch, questions, changeover, the next team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hackdesk.agenda.rules import Phase, Pitch, Timer
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: The hall waits for nobody in these: they run from the moment they are called.
_RUN_AT_ONCE = (Phase.QUESTIONS, Phase.CHANGEOVER)


@dataclass(frozen=True)
class Lengths:
    """Seconds of each phase; questions or changeover of 0 are left out."""

    pitch: int = 180
    questions: int = 180
    changeover: int = 60

    def of(self, phase: Phase) -> int:
        """Seconds of a phase."""
        lengths = {
            Phase.PITCH: self.pitch,
            Phase.QUESTIONS: self.questions,
            Phase.CHANGEOVER: self.changeover,
        }
        return lengths.get(phase, 0)


@dataclass(frozen=True)
class Turn:
    """A phase and the team it is for; in a changeover the team that is getting ready."""

    phase: Phase
    pitch: Pitch | None = None


def turn_of(timer: Timer, pitches: Sequence[Pitch]) -> Turn:
    """Whose turn the timer stands at; a team that is no longer drawn counts as none."""
    return Turn(timer.phase, next((pitch for pitch in pitches if pitch.team_id == timer.team_id), None))


def following(timer: Timer, pitches: Sequence[Pitch], lengths: Lengths) -> Turn:
    """What comes after the timer's turn. Teams that withdrew or did not show are passed over.

    Raises HackDeskError where no order was drawn.
    """
    here = turn_of(timer, pitches)
    if here.phase == Phase.OVER:
        return here
    if here.phase == Phase.CHANGEOVER and here.pitch:
        return Turn(Phase.PITCH, here.pitch)
    if here.phase == Phase.PITCH and here.pitch and lengths.questions:
        return Turn(Phase.QUESTIONS, here.pitch)
    after = next_pitch(here.pitch, pitches)
    if after is None:
        return Turn(Phase.OVER)
    return Turn(Phase.CHANGEOVER if here.pitch and lengths.changeover else Phase.PITCH, after)


def previous(timer: Timer, pitches: Sequence[Pitch]) -> Turn:
    """The pitch of the team before the timer's; of the first team where there is none before."""
    standing = _standing(pitches)
    here = turn_of(timer, pitches).pitch
    if here is None:
        return Turn(Phase.PITCH, standing[-1] if timer.phase == Phase.OVER else standing[0])
    before = [pitch for pitch in standing if pitch.position < here.position]
    return Turn(Phase.PITCH, before[-1] if before else standing[0])


def next_pitch(here: Pitch | None, pitches: Sequence[Pitch]) -> Pitch | None:
    """The team after `here`, or the first one; None after the last."""
    after = [pitch for pitch in _standing(pitches) if here is None or pitch.position > here.position]
    return after[0] if after else None


def timer_for(turn: Turn, lengths: Lengths, now: datetime) -> Timer:
    """The timer of a turn. A pitch waits for Start, questions and changeover run at once."""
    return Timer(
        phase=turn.phase,
        team_id=turn.pitch.team_id if turn.pitch else None,
        seconds=lengths.of(turn.phase),
        started_at=now if turn.phase in _RUN_AT_ONCE else None,
    )


def _standing(pitches: Sequence[Pitch]) -> list[Pitch]:
    standing = sorted((p for p in pitches if p.state == "active"), key=lambda pitch: pitch.position)
    if not standing:
        raise HackDeskError(
            N_("No order of pitches has been drawn."), remedy=N_("Draw the order, then start the round.")
        )
    return standing
