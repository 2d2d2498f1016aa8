"""Whose turn it is in a round of pitches: pitch, questions, changeover, the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from hackdesk.agenda.timer import WARNINGS, Phase, Timer
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: The hall waits for nobody in these: they run from the moment they are called.
_RUN_AT_ONCE = (Phase.QUESTIONS, Phase.CHANGEOVER)


class Subject(StrEnum):
    """Who or what has its turns in a round."""

    TEAMS = "teams"
    TOPICS = "topics"


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


#: The round in which topics are introduced is the same one in every event.
THE_IDEAS = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0003")

#: Where topics are introduced nobody asks: each has a minute and a half.
IDEAS = Lengths(90, 0, 15)


@dataclass(frozen=True)
class Pitch:
    """A turn. subject_id, name: the team's or the topic's. position counts from 1; state: of the team or topic.

    seed: of the lot that drew it, None where put by hand.
    """

    subject_id: UUID
    name: str
    position: int
    state: str = "active"
    seed: int | None = None

    @property
    def standing(self) -> bool:
        """Whether it will pitch: a team that is there, a topic that is open."""
        return self.state in ("active", "open")


@dataclass(frozen=True)
class Contender:
    """A team that can pitch, whether it has a turn or not."""

    id: UUID
    name: str
    version: int = 0


@dataclass(frozen=True)
class Round:
    """A round of pitches with its turns in order. id, name: None and "" for the final one of the teams.

    warnings: seconds before the end of a pitch at which a bell rings. version: 0 before anybody kept it.
    """

    id: UUID | None = None
    name: str = ""
    subject: Subject = Subject.TEAMS
    lengths: Lengths = Lengths()
    warnings: tuple[int, ...] = WARNINGS
    pitches: tuple[Pitch, ...] = ()
    version: int = 0

    @property
    def standing(self) -> tuple[Pitch, ...]:
        """Those that will pitch, in order."""
        return tuple(sorted((one for one in self.pitches if one.standing), key=lambda one: one.position))

    def place_of(self, subject_id: UUID) -> int:
        """Its place in the order, from 1; 0 where it has none."""
        return next((one.position for one in self.pitches if one.subject_id == subject_id), 0)

    @property
    def seed(self) -> int | None:
        """The number its order was drawn with; None where it was put by hand."""
        return next((one.seed for one in self.pitches if one.seed is not None), None)

    @property
    def by_hand(self) -> bool:
        """Whether somebody changed a drawn order, or made it."""
        return any(one.seed is None for one in self.pitches)

    @property
    def draft(self) -> RoundDraft:
        """What can be changed about it."""
        return RoundDraft(self.name, self.subject, self.lengths, self.warnings)


@dataclass(frozen=True)
class RoundDraft:
    """A round as somebody plans it, before it has turns."""

    name: str = ""
    subject: Subject = Subject.TEAMS
    lengths: Lengths = Lengths()
    warnings: tuple[int, ...] = WARNINGS


def checked(draft: RoundDraft, *, named: bool) -> RoundDraft:
    """The same draft, trimmed. named: it needs a name. Raises HackDeskError where it cannot be a round."""
    name = " ".join(draft.name.split())
    if named and not name:
        raise HackDeskError(N_("A round needs a name."), remedy=N_("Type one, such as “Rehearsal”."))
    if draft.lengths.pitch <= 0:
        raise HackDeskError(N_("A pitch needs at least one second."))
    return replace(draft, name=name, warnings=tuple(sorted(set(draft.warnings), reverse=True)))


@dataclass(frozen=True)
class Turn:
    """A phase and the pitch it is for; in a changeover the one that is getting ready."""

    phase: Phase
    pitch: Pitch | None = None


def turn_of(timer: Timer, pitches: Sequence[Pitch]) -> Turn:
    """Whose turn the timer stands at; a team that is no longer drawn counts as none."""
    return Turn(timer.phase, next((pitch for pitch in pitches if pitch.subject_id == timer.subject_id), None))


def following(timer: Timer, here: Round) -> Turn:
    """What comes after the timer's turn in its round. Teams that withdrew or did not show are passed over.

    A turn that waits behind a countdown comes first. Raises HackDeskError where no order was drawn.
    """
    if timer.waiting is not None:
        return turn_of(timer.waiting, here.pitches)
    turn, lengths = turn_of(timer, here.pitches), here.lengths
    if turn.phase == Phase.OVER:
        return turn
    if turn.pitch and turn.pitch.standing:
        if turn.phase == Phase.CHANGEOVER:
            return Turn(Phase.PITCH, turn.pitch)
        if turn.phase == Phase.PITCH and lengths.questions:
            return Turn(Phase.QUESTIONS, turn.pitch)
    after = next_pitch(turn.pitch, here.pitches)
    if after is None:
        return Turn(Phase.OVER)
    return Turn(Phase.CHANGEOVER if turn.pitch and lengths.changeover else Phase.PITCH, after)


def previous(timer: Timer, pitches: Sequence[Pitch]) -> Turn:
    """The pitch before the timer's; the first one where there is none before."""
    standing, timer = _standing(pitches), timer.waiting or timer
    here = turn_of(timer, pitches).pitch
    if here is None:
        return Turn(Phase.PITCH, standing[-1] if timer.phase == Phase.OVER else standing[0])
    before = [pitch for pitch in standing if pitch.position < here.position]
    return Turn(Phase.PITCH, before[-1] if before else standing[0])


def next_pitch(here: Pitch | None, pitches: Sequence[Pitch]) -> Pitch | None:
    """The pitch after `here`, or the first one; None after the last."""
    after = [pitch for pitch in _standing(pitches) if here is None or pitch.position > here.position]
    return after[0] if after else None


def timer_for(turn: Turn, here: Round, now: Moment) -> Timer:
    """The timer of a turn. A pitch waits for Start, questions and changeover run at once."""
    return Timer(
        phase=turn.phase,
        round_id=here.id,
        subject_id=turn.pitch.subject_id if turn.pitch else None,
        seconds=here.lengths.of(turn.phase),
        started=now if turn.phase in _RUN_AT_ONCE else None,
    )


def _standing(pitches: Sequence[Pitch]) -> list[Pitch]:
    standing = sorted((pitch for pitch in pitches if pitch.standing), key=lambda pitch: pitch.position)
    if not standing:
        raise HackDeskError(
            N_("No order of pitches has been drawn."), remedy=N_("Draw the order, then start the round.")
        )
    return standing
