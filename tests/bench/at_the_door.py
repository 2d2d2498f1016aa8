"""From Enter to the answer on the card among five thousand people, while another desk lets one in every 0.3 s.

Beside it the same where nobody else comes, and a reading of everybody as the page does it once, when it is opened.

Run: python tests/bench/at_the_door.py
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_long_list, an_empty_event  # noqa: E402
from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hackdesk.event.store import Event  # noqa: E402
from hackdesk.people import actions, queries  # noqa: E402
from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.pages.check_in.desk_now import Reading  # noqa: E402
from ui.pages.check_in.page import CheckInPage  # noqa: E402
from ui.text import speak  # noqa: E402
from ui.watch import Watch  # noqa: E402

PEOPLE, SCANS, PAUSE_MS, BETWEEN = 5000, 60, 130, 0.3


class OtherDesk(threading.Thread):
    """Another program at another door."""

    def __init__(self, path: Path, codes: list[str]) -> None:
        super().__init__(daemon=True)
        self._path, self._codes, self.stop = path, codes, threading.Event()

    def run(self) -> None:
        event = Event.open(self._path, station="back door")
        while not self.stop.wait(BETWEEN):
            actions.check_in(event, self._codes.pop())
        event.close()


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def scan(page: CheckInPage, code: str) -> float:
    """Milliseconds from Enter until the card says who came."""
    answered = QEventLoop()
    page.door.deeds.arrived.connect(answered.quit)
    QTest.keyClicks(page.door.field.line, code)
    began = time.perf_counter()
    QTest.keyClick(page.door.field.line, Qt.Key.Key_Return)
    answered.exec()
    took = (time.perf_counter() - began) * 1000
    page.door.deeds.arrived.disconnect(answered.quit)
    return took


def scans(page: CheckInPage, codes: list[str]) -> list[float]:
    taken = []
    for _ in range(SCANS):
        wait(PAUSE_MS)
        taken.append(scan(page, codes.pop()))
    return taken


def show(name: str, taken: list[float]) -> None:
    late = statistics.quantiles(taken, n=20)[-1]
    print(f"{name:34}{statistics.median(taken):9.2f}{late:9.2f}{max(taken):9.2f}")


def readings(event: Event) -> None:
    times: dict[str, list[float]] = {"everybody read and indexed": [], "read again after one check-in": []}
    codes = [person.code for person in queries.people(event) if not person.presences]
    for code in codes[:8]:
        reading = Reading()
        for kind in times:
            began = time.perf_counter()
            reading.now(event)
            times[kind].append((time.perf_counter() - began) * 1000)
            actions.check_in(event, code)
    for kind, taken in times.items():
        show(kind, taken)


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        a_long_list(event, PEOPLE)
        codes = [person.code for person in queries.people(event)]
        random.Random(7).shuffle(codes)
        desk, watch = Desk(event), Watch(event, event.head())
        page = CheckInPage(desk)
        watch.changed.connect(page.hear)
        page.resize(1178, 680)
        page.show()
        while desk.waiting:
            app.processEvents()
        print(f"{PEOPLE} people, ms{'median':>25}      p95      max")
        show("Enter to answer, alone", scans(page, codes))
        other = OtherDesk(event.path, codes[:1000])
        other.start()
        show(f"Enter to answer, others every {BETWEEN} s", scans(page, codes[1000:]))
        other.stop.set()
        other.join()
        watch.close()
        while desk.waiting:
            app.processEvents()
        desk.close()
        readings(event)
        event.close()


if __name__ == "__main__":
    main()
