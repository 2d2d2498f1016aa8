"""Work for jobs in tests: a spawned process must be able to import it by name."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.steps import Cancelled, Step, Tell, no_steps, tell_nobody


def count(to: int, *, step: Step = no_steps) -> tuple[int, int]:
    """How far it came, and in which process."""
    for number in range(to):
        step(number + 1, to)
    return to, os.getpid()


def go_on_for_ever(left_behind: Path, *, step: Step = no_steps) -> None:
    """Works until it is cancelled, then cleans up."""
    left_behind.write_text("half written")
    try:
        while True:
            step(0, 0)
            time.sleep(0.01)
    except Cancelled:
        left_behind.unlink()
        raise


def refuse(*, step: Step = no_steps) -> None:
    """What a person can mend."""
    raise HackDeskError("The name {name} has no glyph.", name="ΩΩ")


def break_down(*, step: Step = no_steps) -> None:
    """Our mistake."""
    raise ZeroDivisionError("in the other process")


def vanish(*, step: Step = no_steps) -> None:
    """The process ends without a word."""
    os._exit(3)


def grow(to: int, *, step: Step = no_steps, tell: Tell = tell_nobody) -> tuple[int, bool]:
    """Hands over each number on its way. Gives the last one, and whether Qt was loaded for it."""
    for number in range(to):
        tell(number)
    return to, "PySide6.QtCore" in sys.modules
