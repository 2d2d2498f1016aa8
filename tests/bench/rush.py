"""The rush at the door through the real window: how long from the last key to the answer being painted.

240 are registered, 120 of them and 30 walk-ins arrive in a seeded order: most are scanned, some looked up by
name with slips, some scanned twice; codes nobody has turn up, and walk-ins' forms are filled in by and by while
the queue goes on.

Run: python tests/bench/rush.py [--pace 20] [--seed 1] [--people 240 --arrive 120 --walk-ins 30]
--pace: they come as in 40 minutes, so many times as fast; without it one follows the other.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QPushButton, QWidget  # noqa: E402

from hackdesk.event.check import check  # noqa: E402
from hackdesk.event.store import Event  # noqa: E402
from hackdesk.people import queries  # noqa: E402
from hackdesk.people.badge_codes import new_badge_code  # noqa: E402
from hackdesk.people.half_typed import half_typed  # noqa: E402
from hackdesk.people.rules import Person  # noqa: E402
from hackdesk.people.search import words_of  # noqa: E402
from hackdesk.rehearsal import Act, sample_event  # noqa: E402
from hackdesk.rehearsal.cast import Scale, cast  # noqa: E402
from ui import theme  # noqa: E402
from ui.garbage import Garbage  # noqa: E402
from ui.opening import open_event  # noqa: E402
from ui.text import speak  # noqa: E402
from ui.window import Window  # noqa: E402

#: The hall fills in so many seconds.
SPAN = 40 * 60
#: Seconds until a desk that does not answer is given up.
PATIENCE = 15.0
CTRL = Qt.KeyboardModifier.ControlModifier
#: Milliseconds between two beats of the heart that tells when the GUI thread was stuck.
BEAT = 4
#: Seconds after which a list that is not painted has nothing new to show.
NOTHING_NEW = 0.03
#: How often somebody is looked up by name, is scanned twice, and a code turns up that nobody has.
BY_NAME, TWICE, UNKNOWN, SLIP = 0.25, 0.12, 0.06, 0.08


@dataclass
class Rush:
    """What happened. took, worked: milliseconds by kind, in all and of the GUI thread's own work.

    stuck: the longest the GUI thread answered nobody, in milliseconds, and while what was done. came: the names
    that were welcomed; wrong: what does not fit.
    """

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    worked: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    stuck: tuple[float, str] = (0.0, "")
    came: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    now: str = "begin"


class Paints(QObject):
    """Remembers what a widget said when it was painted last, and how often it was."""

    def __init__(self, watched: QWidget, said: Callable[[], object]) -> None:
        super().__init__(watched)
        self.count, self.last, self._said = 0, said(), said
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            self.last = self._said()
        return False


class Heart(QObject):
    """Beats, and remembers the longest it could not."""

    def __init__(self, rush: Rush) -> None:
        super().__init__()
        self._rush, self._last = rush, time.perf_counter()
        timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1000 - BEAT
        self._last = now
        if late > self._rush.stuck[0]:
            self._rush.stuck = late, self._rush.now


class Hands:
    """Somebody at the desk: keys go where the keyboard is, eyes see what is painted."""

    def __init__(self, window: Window, rush: Rush) -> None:
        self.window, self.rush = window, rush
        self.door = window.page.door
        self._answer = Paints(self.door.answer, self._said)
        self._list = Paints(self.door.results.table.viewport(), lambda: None)

    def _said(self) -> tuple[str, str]:
        """(who, what came of it) as the answer shows it."""
        answer = self.door.answer
        kind = str(answer.arrival.kind) if answer.arrival else "unknown" if answer.unknown else ""
        return answer.name.text(), kind

    def key(self, text: str, key: int = 0) -> None:
        """One key, pressed and let go."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            there = QApplication.focusWidget() or self.window
            QApplication.sendEvent(there, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def enter(self) -> None:
        """Enter."""
        self.key("\r", Qt.Key.Key_Return)

    def shortcut(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, CTRL)

    def to_the_field(self) -> None:
        """Escape leaves a form; what stands in the field goes."""
        if not self.door.field.line.hasFocus():
            self.key("", Qt.Key.Key_Escape)
        if not self.door.field.line.hasFocus():
            self.rush.wrong.append(f"the keyboard was not in the field ({self.rush.now})")
            self.door.field.setFocus()
        self.door.field.line.clear()

    def letter(self, letter: str) -> None:
        """A letter into the field, until the list is painted; where it stays the same it is not."""
        before, began = self._list.count, time.perf_counter()
        self.key(letter) if letter != "\b" else self.key(letter, Qt.Key.Key_Backspace)
        done = time.perf_counter()
        while self._list.count == before and time.perf_counter() < done + NOTHING_NEW:
            turn()
        done = time.perf_counter() if self._list.count > before else done
        self.rush.took["letter"].append((done - began) * 1000)

    def measure(self, kind: str, press: Callable[[], None], name: str, came: str) -> None:
        """The last key, until the answer about this one is painted."""
        self._answer.last = None
        began, worked = time.perf_counter(), time.thread_time()
        press()
        self.until(lambda: self._answer.last == (name, came), f"{name}: {came}")
        self.rush.took[kind].append((time.perf_counter() - began) * 1000)
        self.rush.worked[kind].append((time.thread_time() - worked) * 1000)
        if came == "in":
            self.rush.came.append(name)

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Turn the event loop until something is seen."""
        end = time.perf_counter() + PATIENCE
        while not seen():
            turn()
            if time.perf_counter() > end:
                raise TimeoutError(f"never seen: {what}; the answer says {self._said()}")


def turn() -> None:
    """Let the event loop do what is due."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class Queue:
    """Who comes, one step after another. Each step is one visit to the desk."""

    def __init__(self, hands: Hands, people: tuple[Person, ...], chance: random.Random) -> None:
        self._hands, self._chance, self._people = hands, chance, people
        folds = Counter(tuple(sorted(words_of(person.name))) for person in people)
        self._namesakes = {one.id for one in people if folds[tuple(sorted(words_of(one.name)))] > 1}
        self._inside: list[Person] = []

    def steps(self, arrive: int, walk_ins: int) -> list[Callable[[], None]]:
        """The visits in their order; a walk-in's three lie apart."""
        expected = [person for person in self._people if not person.cancelled]
        visits: list[tuple[float, Callable[[], None]]] = []
        for person in self._chance.sample(expected, arrive):
            visits.append((self._chance.random(), lambda person=person: self._comes(person)))
        for number in range(walk_ins):
            at, name = self._chance.random(), self._new_name(number)
            for piece in range(3):
                visits.append((at + piece * 0.02, lambda name=name, piece=piece: self._walk_in(name, piece)))
        return [visit for _at, visit in sorted(visits, key=lambda one: one[0])]

    def _comes(self, person: Person) -> None:
        if self._chance.random() < BY_NAME and person.id not in self._namesakes:
            self._by_name(person)
        else:
            self._scan("scan", person.code, person.name, "in")
        self._inside.append(person)
        if self._chance.random() < TWICE:
            again = self._chance.choice(self._inside)
            self._scan("second scan", again.code, again.name, "already in")
        if self._chance.random() < UNKNOWN:
            code = new_badge_code({one.code for one in self._people})
            self._scan("unknown code", code, code, "unknown")

    def _scan(self, kind: str, code: str, name: str, came: str) -> None:
        self._hands.rush.now = kind
        self._hands.to_the_field()
        for sign in code:
            self._hands.key(sign)
            turn()
        self._hands.measure(kind, self._hands.enter, name, came)

    def _by_name(self, person: Person) -> None:
        self._hands.rush.now = "name"
        self._hands.to_the_field()
        for letter in person.name.lower():
            if self._chance.random() < SLIP:
                self._hands.letter(self._chance.choice("aeiklmnst"))
                self._hands.letter("\b")
            self._hands.letter(letter)
        if not self._hands.door.front.sure:
            self._hands.enter()  # of several, the first Enter chooses
        self._hands.measure("name", self._hands.enter, person.name, "in")

    def _walk_in(self, name: str, piece: int) -> None:
        """piece: 0 begins the form, 1 goes on with it, 2 finishes and keeps it."""
        hands, forms = self._hands, self._hands.door.forms
        hands.rush.now = f"walk-in's form, part {piece + 1}"
        given, family = name.split(" ", 1)
        if piece == 0:
            hands.shortcut(Qt.Key.Key_N)
            hands.until(lambda: self._at("given_name"), "an empty form")
            self._type(given, family)
        else:
            self._go_on(given)
            forms.form.fields["organisation" if piece == 1 else "phone"].setFocus()
            self._type(*(("Kaika selts", "Antsla vald") if piece == 1 else ("5551234",)))
        if piece < 2:
            hands.key("", Qt.Key.Key_Escape)
            return
        forms.form.inputs.photo.choose("yes")
        hands.measure("walk-in", lambda: hands.shortcut(Qt.Key.Key_Return), name, "in")

    def _at(self, field_name: str) -> bool:
        forms = self._hands.door.forms
        form = forms.open
        return form is not None and not form.touched and forms.form.fields[field_name].input.hasFocus()

    def _go_on(self, given: str) -> None:
        """Back into a walk-in's form: it is open still, or its chip is clicked."""
        hands, forms = self._hands, self._hands.door.forms
        if forms.open is None or forms.open.draft.given_name != given:
            hands.until(lambda: bool(self._chips(given)), f"the chip of {given}")
            QTest.mouseClick(self._chips(given)[0], Qt.MouseButton.LeftButton)
        hands.until(lambda: forms.open is not None and forms.open.draft.given_name == given, f"{given}'s form")

    def _chips(self, given: str) -> list[QPushButton]:
        chips = self._hands.door.forms.chips.findChildren(QPushButton)
        return [chip for chip in chips if given in chip.text() and chip.isVisible()]

    def _type(self, *texts: str) -> None:
        """Into the field that has the keyboard and those after it, with Tab between."""
        for number, text in enumerate(texts):
            if number:
                self._hands.key("\t", Qt.Key.Key_Tab)
            for letter in text:
                began = time.perf_counter()
                self._hands.key(letter)
                turn()
                self._hands.rush.took["letter in a form"].append((time.perf_counter() - began) * 1000)
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.hide()

    def _new_name(self, number: int) -> str:
        words = cast().words
        taken = {person.name for person in self._people}
        given = f"{self._chance.choice(words['given']['et'])}{'abcdefghij'[number % 10]}{'klmnop'[number // 10]}"
        name = f"{given} {self._chance.choice(words['family']['et'])}"
        return name if name not in taken else f"{name}-Uus"


def play(window: Window, *, arrive: int, walk_ins: int, seed: int = 1, pace: float = 0.0) -> Rush:
    """Play the rush in a window that shows the door. pace: 0 for one after the other."""
    rush, chance = Rush(), random.Random(seed)
    hands = Hands(window, rush)
    hands.until(lambda: hands.door.now is not None and window.desk.waiting == 0, "the door")
    heart = Heart(rush)
    steps = Queue(hands, tuple(hands.door.now.people.values()), chance).steps(arrive, walk_ins)
    due = time.perf_counter()
    for step in steps:
        due += chance.expovariate(len(steps) / SPAN * pace) if pace else 0.0
        while time.perf_counter() < due:
            turn()
        step()
    hands.until(lambda: window.desk.waiting == 0 and not hands.door.forms.waiting, "rest")
    hands.until(lambda: hands.door.count.here.text() == str(len(rush.came)), "the count")
    heart.deleteLater()
    return rush


def compare(path: Path, rush: Rush) -> None:
    """What the file says otherwise than the screen did goes to rush.wrong."""
    event = Event.open(path, station="looking")
    here = [person.name for person in queries.people(event) if person.presences]
    for name, count in (Counter(rush.came) - Counter(here)).items():
        rush.wrong.append(f"{name} was welcomed {count} times more than the file knows")
    for name, count in (Counter(here) - Counter(rush.came)).items():
        rush.wrong.append(f"{name} is in {count} times more in the file than was shown")
    if not check(event).sound:
        rush.wrong.append("the file is not sound")
    if half_typed(event):
        rush.wrong.append("half-typed forms were left behind")
    event.close()


def report(rush: Rush) -> str:
    """The figures as a table, in milliseconds."""
    lines = [f"{'':18}{'n':>6}{'min':>8}{'median':>8}{'p95':>8}{'p99':>8}{'max':>8}{'own work':>10}"]
    for kind, values in sorted(rush.took.items()):
        values = sorted(values)
        ranks = (0, len(values) // 2, int(len(values) * 0.95), int(len(values) * 0.99), len(values) - 1)
        own = f"{statistics.median(rush.worked[kind]):10.1f}" if kind in rush.worked else ""
        lines.append(f"{kind:18}{len(values):6}" + "".join(f"{values[rank]:8.1f}" for rank in ranks) + own)
    lines.append(f"the GUI thread was stuck for {rush.stuck[0]:.0f} ms at most ({rush.stuck[1]})")
    lines.append(f"{len(rush.came)} welcomed; " + ("; ".join(rush.wrong) or "the file says the same"))
    return "\n".join(lines)


def main() -> None:
    wishes = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("people", 240), ("arrive", 120), ("walk-ins", 30), ("seed", 1)):
        wishes.add_argument(f"--{name}", type=int, default=usual)
    wishes.add_argument("--pace", type=float, default=0.0)
    said = wishes.parse_args()
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    garbage = Garbage()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        path = Path(folder) / "rush.hackdesk"
        sample_event(path, Scale(people=said.people), starts_on=date.today(), until=Act.REGISTERED)
        window = Window(open_event(path, "desk 1"), "check_in")
        window.show()
        window.activateWindow()
        rush = play(window, arrive=said.arrive, walk_ins=said.walk_ins, seed=said.seed, pace=said.pace)
        gone: list[bool] = []
        window.left.connect(lambda: gone.append(True))
        window.close()
        while not gone:
            turn()
        compare(path, rush)
    print(report(rush))
    garbage.close()
    app.quit()
    sys.exit(bool(rush.wrong))


if __name__ == "__main__":
    main()
