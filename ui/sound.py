"""Short sounds without Qt's multimedia part: the system's own player plays a file, and silence is no error."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess

from hackdesk import laptop
from hackdesk.resources import resource

#: Players that Linux desktops and macOS bring, the first that is there is asked.
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


def play(name: str) -> None:
    """Play `resources/sounds/<name>.wav` if this laptop's sound is on. What is heard is always shown too."""
    if not laptop.load().sound:
        return
    path = str(resource(f"sounds/{name}.wav"))
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        return
    player = next(filter(None, map(shutil.which, _PLAYERS)), None)
    if player:
        QProcess.startDetached(player, [path])
