"""A whole day through the real window, by keyboard and click, to a certificate read back from its PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hackdesk.agenda.queries import pitches
from hackdesk.event.settings import EventSettings
from hackdesk.event.store import Event
from hackdesk.jury.queries import progress, sealed
from hackdesk.people.queries import people
from hackdesk.teams.queries import board
from ui import theme
from ui.garbage import Garbage
from ui.opening import new_event
from ui.text import speak
from ui.window import Window

PROCESS = 30_000
TOPICS = ("Külabuss kutse peale", "Kogukonnakohvik")
NAME = unicodedata.normalize("NFC", STRANGE_NAME)


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    theme.load_fonts()
    theme.use("light")
    speak("en")
    garbage = Garbage()
    day = date(2026, 11, 14)
    settings = EventSettings(name="Kaika talgud", place="Kaika", starts_on=day, ends_on=day, language="et")
    made = Window(new_event(tmp_path / "talgud.hackdesk", settings, "social-one-day", "desk 1"))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    with qtbot.waitSignal(made.left):
        made.close()
    if isValid(made):  # closing deletes it, now or a moment later
        made.deleteLater()
    garbage.close()


class Flashes(QObject):
    """Hears of every widget that shows itself as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def registrations(folder: Path) -> Path:
    """As a form tool exports them: Windows-1257 would lose the strangest name, so UTF-16 with tabs."""
    columns = ("Nimi", "E-post", "Asutus", "Kes sa oled?", "Keeled", "1. eelistus", "2. eelistus", "Foto")
    rows = [columns]
    groups = ("Ametnik", "Teenuse kasutaja", "Kogukonna esindaja", "Ettevõtja")
    for number, letter in enumerate("ABCDEFGHIJ"):
        wishes = TOPICS if number % 2 else TOPICS[::-1]
        who = (f"Mari {letter}õis", f"m{number}@naide.ee", "Võru vald", groups[number % 4], "eesti")
        rows.append((*who, *wishes, "Jah"))
    rows.append((STRANGE_NAME, "strange@naide.ee", "Vana-Võromaa", "Ekspert", "eesti, võro", TOPICS[0], "", "Ei"))
    path = folder / "vormi vastused.csv"
    path.write_text("\r\n".join("\t".join(row) for row in rows), encoding="utf-16")
    return path


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.waiting == 0, timeout=PROCESS)


def go(window: Window, name: str, qtbot: QtBot) -> QWidget:
    window.go(name)
    idle(window, qtbot)
    return window.page


def press(window: Window, text: str, qtbot: QtBot) -> None:
    def found() -> list[QPushButton]:
        buttons = window.page.findChildren(QPushButton)
        named = (one for one in buttons if one.accessibleName() == text or one.text() == text)
        return [one for one in named if one.isVisible() and one.isEnabled()]

    qtbot.waitUntil(lambda: bool(found()), timeout=PROCESS)
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)
    idle(window, qtbot)


def test_a_day_from_the_list_to_the_certificate(
    window: Window, qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    flashes = Flashes(qapp)
    reader = Event.open(tmp_path / "talgud.hackdesk", station="test")
    bring_in(window, registrations(tmp_path), qtbot)
    check_everybody_in(window, reader, qtbot)
    form_teams(window, reader, qtbot)
    draw_the_order(window, reader, qtbot)
    judge(window, reader, qtbot)
    sign(window, reader, qtbot)
    print_certificates(window, tmp_path / "tunnistused.pdf", qtbot, monkeypatch)
    reader.close()
    assert flashes.seen == []


def bring_in(window: Window, source: Path, qtbot: QtBot) -> None:
    page = go(window, "prepare", qtbot)
    page.show_section("registrations")
    idle(window, qtbot)
    page.panel.read_file(source)
    qtbot.waitUntil(lambda: page.panel.wizard.isVisible() and not page.panel.busy, timeout=PROCESS)
    idle(window, qtbot)
    qtbot.keyClick(page.panel.wizard.focusWidget() or page.panel.wizard, Qt.Key.Key_Return)
    idle(window, qtbot)
    press(window, "Bring in 11 people", qtbot)
    qtbot.waitUntil(lambda: page.toast.text == "11 people added")


def check_everybody_in(window: Window, reader: Event, qtbot: QtBot) -> None:
    page = go(window, "check_in", qtbot).door
    qtbot.keyClicks(page.field.line, "tsooriq vetsk")
    assert page.card.name.text() == NAME
    qtbot.keyClick(page.field.line, Qt.Key.Key_Return)
    idle(window, qtbot)
    for person in people(reader):
        if not person.arrived_at:
            qtbot.keyClicks(page.field.line, person.code.lower())
            qtbot.keyClick(page.field.line, Qt.Key.Key_Return)
            idle(window, qtbot)
    qtbot.waitUntil(lambda: page.count.here.text() == "11")
    assert {person.status for person in people(reader)} == {"arrived"}


def form_teams(window: Window, reader: Event, qtbot: QtBot) -> None:
    page = go(window, "teams", qtbot).board
    press(window, "Add the 2 topics people named", qtbot)
    qtbot.waitUntil(lambda: page.propose_button.isEnabled())
    page.propose_button.click()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=PROCESS)
    page.bar.apply_button.click()
    qtbot.waitUntil(lambda: page.board.placed == 11, timeout=PROCESS)
    assert sorted(team.name for team in board(reader).teams) == sorted(TOPICS)


def draw_the_order(window: Window, reader: Event, qtbot: QtBot) -> None:
    page = go(window, "stage", qtbot)
    press(window, "Pitches", qtbot)
    press(window, "Draw the order", qtbot)
    qtbot.waitUntil(lambda: len(pitches(reader)) == 2)
    assert page.live.timer.countdown.digits == "3:00"


def judge(window: Window, reader: Event, qtbot: QtBot) -> None:
    """One juror marks on the laptop, the other's paper sheets are typed in."""
    page = go(window, "jury", qtbot).ballots
    for name in ("Mall Kõpp", "Jaan Ots"):
        field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
        field.insert(name)  # QTest types ASCII only
        press(window, "Add juror", qtbot)
        qtbot.waitUntil(lambda name=name: page.juror_box.findText(name) >= 0 and page.progress_view.isVisible())
    press(window, "View: One ballot", qtbot)
    for done in (1, 2):
        page.form.criteria.begin()
        for _criterion in range(4):
            qtbot.keyClicks(window.focusWidget(), str(5 - done))
        idle(window, qtbot)
        press(window, "Hand in ballot", qtbot)
        qtbot.waitUntil(lambda done=done: handed_in(reader) == done, timeout=PROCESS)
        idle(window, qtbot)
    page.juror_box.setCurrentIndex(1)
    page.juror_box.activated.emit(1)
    press(window, "View: Paper sheets", qtbot)
    page.paper.begin()
    qtbot.keyClicks(window.focusWidget(), "Kaja")  # who types it, asked once
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    for mark in "33334444":
        qtbot.keyClicks(window.focusWidget(), mark)
    qtbot.waitUntil(lambda: handed_in(reader) == 4, timeout=PROCESS)


def sign(window: Window, reader: Event, qtbot: QtBot) -> None:
    go(window, "results", qtbot)
    press(window, "Sign and close", qtbot)
    qtbot.waitUntil(lambda: sealed(reader) is not None)


def print_certificates(
    window: Window, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer: Callable[..., tuple[str, str]] = lambda *_args, **_more: (str(target), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page = go(window, "documents", qtbot)
    page.select("certificates")
    press(window, "Save as PDF …", qtbot)
    qtbot.waitUntil(target.exists, timeout=PROCESS)
    qtbot.waitUntil(lambda: not page.workshop.busy, timeout=PROCESS)
    with closing(pypdfium2.PdfDocument(target)) as document:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    squeezed = "".join(unicodedata.normalize("NFC", text).split())
    assert "".join(NAME.split()) in squeezed and "Kaikatalgud" in squeezed


def handed_in(reader: Event) -> int:
    return sum(1 for ballot in progress(reader).judging.ballots if ballot.handed_in_at)
