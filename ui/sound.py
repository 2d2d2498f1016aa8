"""Short sounds without Qt's multimedia part: the system's own player plays a file, and silence is no error.

Starting a player takes half a millisecond. Qt's own sound effects need a library that bare machines lack and stop
the screen for 60 to 130 ms before the first sound.
"""

from __future__ import annotations

import shutil
import sys
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QProcess

from hackdesk.resources import resource

#: Players that Linux desktops and macOS bring, the first that is there is asked.
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


def play(name: str) -> None:
    """Play `resources/sounds/<name>.wav`; never waits. What is heard is always shown too."""
    path = str(resource(f"sounds/{name}.wav"))
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        return
    program = player()
    if program:
        # Not startDetached, which copies this whole process once more: 4 to 12 ms.
        playing = QProcess(QCoreApplication.instance())
        playing.setStandardOutputFile(QProcess.nullDevice())
        playing.setStandardErrorFile(QProcess.nullDevice())
        playing.finished.connect(playing.deleteLater)
        playing.errorOccurred.connect(playing.deleteLater)
        playing.start(program, [path])


@lru_cache(maxsize=1)
def player() -> str | None:
    """The program that plays sounds here, looked for once."""
    return next(filter(None, map(shutil.which, _PLAYERS)), None)
