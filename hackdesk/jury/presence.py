"""Which pitches a juror is there for: from the first to the last, come late, left early, or not come at all.

A number is a place in the order of pitches, and so a moment of the day: where the order is drawn anew, whoever
pitches then is seen or missed. What was handed in counts whatever is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

if TYPE_CHECKING:
    from hackdesk.jury.rules import Juror

PRESENT, LEFT, ABSENT = STATES = ("present", "left", "absent")


def is_there(juror: Juror, turn: int | None, round_: int = 1) -> bool:
    """Whether a juror sees the pitch of that turn; None: the order is not drawn.

    In the second round everybody sees all finalists but who left in the first.
    """
    if juror.state == ABSENT:
        return False
    if round_ > 1:
        return juror.state == PRESENT and juror.until_turn is None
    if turn is None:
        return juror.state == PRESENT
    if juror.state == LEFT and juror.until_turn is None:
        return False
    return (juror.from_turn or 1) <= turn and (juror.until_turn is None or turn <= juror.until_turn)


def checked_stay(juror: Juror) -> Juror:
    """The same. Raises HackDeskError for pitches that do not follow each other; ValueError for no state."""
    if juror.state not in STATES:
        raise ValueError(f"a juror is {', '.join(STATES)}, not {juror.state}")
    for turn in (juror.from_turn, juror.until_turn):
        if turn is not None and turn < 1:
            raise HackDeskError(N_("Pitches count from 1."), remedy=N_("Leave it empty for the whole jury."))
    if juror.from_turn and juror.until_turn and juror.from_turn > juror.until_turn:
        raise HackDeskError(
            N_("{juror} cannot come at pitch {first} and leave after pitch {last}."),
            juror=juror.name, first=juror.from_turn, last=juror.until_turn,
            remedy=N_("Leave one of them empty, or mark the juror as not come."),
        )  # fmt: skip
    return juror
