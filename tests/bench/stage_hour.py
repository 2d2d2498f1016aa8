"""An hour of the Stage through the real windows on two screens, ten times as fast: what both showed when.

A round of pitches is steered with real keys: starts, pauses (also in overtime), time given, next, other views in
between. Each painting of the laptop's countdown and of the hall's picture is compared with the other and with what
the anchors say.

Run: python tests/bench/stage_hour.py [--minutes 60] [--pace 10] [--idle 20]
--idle: afterwards a timer runs so many seconds at its true speed, untouched: what that takes of a processor.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if "configfile" not in os.environ.get("QT_QPA_PLATFORM", ""):
    # Qt reads its screens once, when it starts: this program starts again with two of them.
    screens = [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
        {"name": "HDMI-1", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
    ]
    for screen in screens:
        screen.update(logicalDpi=96, logicalBaseDpi=96)
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as written:
        json.dump({"screens": screens}, written)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={written.name}"
    os.execv(sys.executable, [sys.executable, *sys.argv])
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from hackdesk.agenda.rules import View  # noqa: E402
from hackdesk.agenda.timer import Phase, clock_text, remaining  # noqa: E402
from hackdesk.event.check import check  # noqa: E402
from hackdesk.event.store import Event  # noqa: E402
from hackdesk.rehearsal import Act, sample_event  # noqa: E402
from hackdesk.rehearsal.cast import Scale  # noqa: E402
from ui import theme  # noqa: E402
from ui.garbage import Garbage  # noqa: E402
from ui.opening import Opened  # noqa: E402
from ui.pages.stage.page import StagePage  # noqa: E402
from ui.projector.frames import TimerFrame  # noqa: E402
from ui.text import speak  # noqa: E402
from ui.window import Window  # noqa: E402

#: Milliseconds between two beats of the heart that tells when the GUI thread was stuck.
BEAT = 4
#: Seconds until a window that does not answer is given up.
PATIENCE = 15.0


class FastClock:
    """The time of the event: it goes on `pace` times as fast as the laptop's."""

    def __init__(self, now: datetime, pace: float) -> None:
        self._began, self._at, self._before, self.pace = now, time.perf_counter(), 0.0, pace

    def monotonic(self) -> float:
        return self._before + (time.perf_counter() - self._at) * self.pace

    def go_on_at(self, pace: float) -> None:
        """From now on at another speed."""
        self._before, self._at, self.pace = self.monotonic(), time.perf_counter(), pace

    def utc_now(self) -> datetime:
        return self._began + timedelta(seconds=self.monotonic())

    def boot(self) -> str:
        return "a fast laptop"


@dataclass
class Seen:
    """laptop, hall: (seconds of this program's clock, digits) as they were painted.

    late: by how many milliseconds after a second began; wrong: what was painted and should not have been; stuck:
    the longest the GUI thread answered nobody.
    """

    laptop: list[tuple[float, str]] = field(default_factory=list)
    hall: list[tuple[float, str]] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    stuck: tuple[float, str] = (0.0, "")
    now: str = "begin"
    presses: int = 0


class Eyes(QObject):
    """Looks at one widget each time it is painted, and at the truth."""

    def __init__(self, watched: QWidget, hands: Hands, seen: list[tuple[float, str]]) -> None:
        super().__init__(watched)
        self._page, self._clock, self._all, self._seen = hands.page, hands.clock, hands.seen, seen
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            said = self._said(watched)
            if said and (not self._seen or self._seen[-1][1] != said):
                self._seen.append((time.perf_counter(), said))
                self._compare(said)
        return False

    def _said(self, watched: QObject) -> str:
        frame = getattr(watched, "frame", None)
        if frame is not None:
            return frame.digits if isinstance(frame, TimerFrame) else ""
        return str(getattr(watched, "digits", ""))

    def _compare(self, said: str) -> None:
        """How late a second is shown, in milliseconds of the laptop's own clock."""
        timer, moment = self._page.showing.timer, self._page.moment
        if timer.phase == Phase.OVER or not timer.started:
            return
        left = remaining(timer, moment)
        if said == clock_text(left):
            self._all.late.append((-left % 1.0) / self._clock.pace * 1000)
        else:
            self._all.wrong.append(f"{said} was painted when {clock_text(left)} was right")


class Heart(QObject):
    """Beats, and remembers the longest it could not."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self._seen, self._last = seen, time.perf_counter()
        beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        beat.timeout.connect(self._beat)
        beat.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1000 - BEAT
        self._last = now
        if late > self._seen.stuck[0]:
            self._seen.stuck = late, self._seen.now


def turn(seconds: float = 0.0) -> None:
    """Let the windows work for a while."""
    until = time.perf_counter() + seconds
    while True:
        QApplication.processEvents()
        if time.perf_counter() >= until:
            return
        time.sleep(0.001)


class Hands:
    """Somebody at the Stage: keys, and waiting until they are answered."""

    def __init__(self, page: StagePage, clock: FastClock, seen: Seen) -> None:
        self.page, self.clock, self.seen = page, clock, seen

    def until(self, true: object, what: str) -> None:
        assert callable(true)
        end = time.perf_counter() + PATIENCE
        while not true():
            turn(0.002)
            if time.perf_counter() > end:
                raise TimeoutError(f"waited in vain for {what}")

    def press(self, key: Qt.Key, what: str) -> None:
        self.seen.now, self.seen.presses = what, self.seen.presses + 1
        QTest.keyClick(QApplication.focusWidget() or self.page, key)
        self.until(lambda: self.page.desk.waiting == 0, what)

    def wait(self, seconds: float) -> None:
        """So many seconds of the event."""
        turn(seconds / self.clock.pace)

    def next(self) -> None:
        before = self.page.showing.timer
        self.seen.now, self.seen.presses = "next", self.seen.presses + 1
        turn(QApplication.doubleClickInterval() / 1000 + 0.05)
        self.page.live.timer.next_button.click()
        self.until(lambda: self.page.showing.timer != before, "the next phase")


def play(hands: Hands, minutes: float) -> None:
    """Rounds of pitches with everything that happens in them, for so many minutes of the event."""
    page, number = hands.page, 0
    begun = page.moment
    while page.moment.since(begun) < minutes * 60:
        number += 1
        if page.showing.timer.phase == Phase.OVER or not page.showing.timer.steerable:
            page.live.timer.previous_button.click()
            hands.until(lambda: page.showing.timer.phase == Phase.PITCH, "the last team again")
        if not page.showing.timer.running:
            hands.press(Qt.Key.Key_Space, "start")
        hands.wait(45)
        if number % 3 == 1:
            hands.press(Qt.Key.Key_Space, "pause")
            hands.wait(20)
            hands.press(Qt.Key.Key_Space, "go on")
        if number % 4 == 2:
            page.live.timer.more_button.click()
        if number % 5 == 3:
            page.hall.show_view(View.PROGRAMME)
            hands.wait(30)
            page.hall.show_view(View.TIMER)
        hands.wait(150 if number % 6 == 5 else 60)  # now and then far into overtime, with a pause there
        if number % 6 == 5:
            hands.press(Qt.Key.Key_Space, "pause in overtime")
            hands.wait(30)
            hands.press(Qt.Key.Key_Space, "go on in overtime")
            hands.wait(20)
        hands.next()


def apart(seen: Seen) -> list[float]:
    """Milliseconds between the laptop's and the hall's painting of the same change, for all both painted."""
    found = []
    hall = list(seen.hall)
    for at, digits in seen.laptop:
        near = [abs(other - at) * 1000 for other, said in hall if said == digits and abs(other - at) < 1]
        if near:
            found.append(min(near))
    return found


def spread(values: list[float]) -> str:
    """min / median / p95 / max."""
    values = sorted(values) or [0.0]
    p95 = values[int(len(values) * 0.95) - (len(values) == 1)]
    return f"{values[0]:.1f} / {statistics.median(values):.1f} / {p95:.1f} / {values[-1]:.1f} ms (n={len(values)})"


def idle(hands: Hands, seconds: float) -> float:
    """The share of one processor this program takes while a timer runs untouched at its true speed."""
    hands.clock.go_on_at(1.0)
    hands.next()
    if not hands.page.showing.timer.running:
        hands.press(Qt.Key.Key_Space, "start")
    waiting = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), waiting.quit)
    began, used = time.perf_counter(), time.process_time()
    waiting.exec()
    return (time.process_time() - used) / (time.perf_counter() - began)


def opened(path: Path, pace: float) -> tuple[Opened, FastClock]:
    """The sample event as its first pitch begins, with time going faster from there."""
    sample_event(path, Scale(), until=Act.PITCHES)
    last = Event.open(path)
    now = last.changes_since(last.head() - 1)[-1].at.astimezone(UTC)
    last.close()
    clock = FastClock(now, pace)
    event = Event.open(path, clock=clock, station="desk 1")
    return Opened(event, now, event.head(), now), clock


def watched(window: Window, minutes: float, hands: Hands) -> float:
    """Play with eyes on both screens. Gives the share of one processor it took."""
    page = hands.page
    hands.until(lambda: page._now is not None and window.desk.waiting == 0, "the page")
    page.projector.turn_on()
    Eyes(page.live.timer.countdown, hands, hands.seen.laptop)
    Eyes(page.projector.view, hands, hands.seen.hall)
    heart = Heart(hands.seen)
    used, began = time.process_time(), time.perf_counter()
    play(hands, minutes)
    heart.deleteLater()
    return (time.process_time() - used) / (time.perf_counter() - began)


def main() -> None:
    wishes = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("minutes", 60.0), ("pace", 10.0), ("idle", 20.0)):
        wishes.add_argument(f"--{name}", type=float, default=usual)
    said = wishes.parse_args()
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    garbage = Garbage()
    seen = Seen()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        path = Path(folder) / "hour.hackdesk"
        event, clock = opened(path, said.pace)
        window = Window(event, "stage")
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        hands = Hands(window.page, clock, seen)
        share = watched(window, said.minutes, hands)
        resting = idle(hands, said.idle) if said.idle else 0.0
        gone: list[bool] = []
        window.left.connect(lambda: gone.append(True))
        window.close()
        while not gone:
            turn()
        again = Event.open(path)
        sound = check(again).sound
        again.close()
    print(f"{said.minutes:.0f} minutes at {said.pace:.0f} times the speed, {seen.presses} steps")
    print(f"a second is painted after it began by       {spread(seen.late)}")
    print(f"laptop and hall paint the same change apart {spread(apart(seen))}")
    print(f"painted otherwise than the anchors say: {len(seen.wrong)} {seen.wrong[:3]}")
    print(f"the GUI thread was stuck for {seen.stuck[0]:.0f} ms at most ({seen.stuck[1]})")
    print(f"of one processor: {share:.0%} while played, {resting:.1%} while a timer runs untouched")
    print("the file is sound" if sound else "the file is not sound")
    garbage.close()
    app.quit()
    sys.exit(not sound)


if __name__ == "__main__":
    main()
