"""A picture of every page, light and dark, on a made-up event: for the handbook, and to look at."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.rehearsal import Act
    from ui.window import Window

SIZE = (1366, 768)
DAY = date(2026, 11, 14)
#: Seconds to wait for a page; a picture is taken of whatever is there then.
PATIENCE = 10.0


@dataclass(frozen=True)
class StillClock:
    """The time of the picture: it stands, so that the same picture comes out on any day."""

    now: datetime

    def utc_now(self) -> datetime:
        """Always the same."""
        return self.now

    def monotonic(self) -> float:
        """It stands too."""
        return 0.0

    def boot(self) -> str:
        """Of no laptop: what ran before the picture is told by the wall's time."""
        return ""


def main(arguments: list[str]) -> int:
    """`main.py pictures [--out FOLDER]`: take them into FOLDER, docs/pictures where none is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wishes = argparse.ArgumentParser(prog="main.py pictures", description="Take a picture of every page.")
    wishes.add_argument("--out", type=Path, default=Path("docs/pictures"), help="The folder they go to.")
    for path in take_pictures(wishes.parse_args(arguments).out):
        print(path)
    return 0


def take_pictures(folder: Path) -> list[Path]:
    """Write `start-light.png`, `check-in-dark.png` … and `projector.png`, 1366×768. Gives their paths."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.text import speak

    QApplication.instance() or QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    theme.load_fonts()
    speak("en")
    taken: list[Path] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        for name, act in _moments().items():
            file = Path(place) / f"{name}.hackdesk"
            _play(file, act)
            for look in ("light", "dark"):
                theme.use(look)
                taken.append(_picture_of(name, file, folder / f"{name.replace('_', '-')}-{look}.png"))
                if name == "stage" and look == "dark":
                    taken.append(_picture_of_hall(file, folder / "projector.png"))
        for look in ("light", "dark"):
            theme.use(look)
            taken.append(_picture_of_start(Path(place), folder / f"start-{look}.png"))
    return taken


def _moments() -> dict[str, Act]:
    """How far the event is when each page is looked at."""
    from hackdesk.rehearsal import Act

    return {
        "prepare": Act.REGISTERED, "check_in": Act.ARRIVING, "teams": Act.TEAMS, "stage": Act.PITCHES,
        "jury": Act.JURY, "results": Act.JURY, "documents": Act.SEALED, "after": Act.PROMISES,
    }  # fmt: skip


def _play(file: Path, until: Act) -> None:
    from hackdesk.rehearsal import sample_event

    sample_event(file, starts_on=DAY, until=until, language="en")


def _open(file: Path, later: timedelta = timedelta(minutes=2)) -> tuple[Event, datetime]:
    """The event with its clock standing `later` than its last entry."""
    from hackdesk.event.store import Event

    event = Event.open(file, station="desk 1")
    now = event.changes_since(event.head() - 1)[-1].at + later
    event.close()
    return Event.open(file, clock=StillClock(now), station="desk 1"), now


def _picture_of(name: str, file: Path, target: Path) -> Path:
    from ui.opening import Opened
    from ui.window import Window

    # What is to be followed up shows only weeks after the hall is empty.
    event, now = _open(file, timedelta(days=36) if name == "after" else timedelta(minutes=2))
    window = Window(Opened(event, now, event.head(), now - timedelta(minutes=2)), name)
    window.resize(*SIZE)
    window.show()
    _wait(lambda: window.desk.waiting == 0)
    _type(window, name)
    for _round in range(5):  # a page asks for more, or begins a job, once it has been read
        _wait(lambda: window.desk.waiting == 0 and not active_children())
        _wait(lambda: False, 0.3)
    window.grab().save(str(target))
    _close(window)
    return target


def _type(window: Window, name: str) -> None:
    """At the desk somebody is being looked for: that is what it looks like all day."""
    from PySide6.QtWidgets import QLineEdit

    field = window.focusWidget()
    if name == "check_in" and isinstance(field, QLineEdit):
        field.insert("kuu")


def _picture_of_hall(file: Path, target: Path) -> Path:
    from ui.projector.frames import frame
    from ui.projector.hall import HallView
    from ui.projector.showing import showing

    event, _ = _open(file)
    hall = HallView()
    hall.resize(*SIZE)
    hall.show_frame(frame(showing(event), event.moment()))
    hall.grab().save(str(target))
    hall.deleteLater()
    event.close()
    return target


def _picture_of_start(place: Path, target: Path) -> Path:
    from ui.start import StartWindow

    start = StartWindow((), "desk 1", place / "sample.hackdesk")
    start.resize(*SIZE)
    start.show()
    _wait(lambda: start.line.waiting == 0)
    start.grab().save(str(target))
    start.line.close()
    start.close()
    return target


def _close(window: Window) -> None:
    gone: list[bool] = []
    window.left.connect(lambda: gone.append(True))
    window.close()
    _wait(lambda: bool(gone))


def _wait(for_this: Callable[[], bool], seconds: float = PATIENCE) -> None:
    from PySide6.QtTest import QTest

    end = time.monotonic() + seconds
    while not for_this() and time.monotonic() < end:
        QTest.qWait(10)
