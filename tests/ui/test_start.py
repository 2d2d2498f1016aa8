"""The first page: files that open, files that do not, and a new event."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import STRANGE_NAME, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hackdesk import laptop, templates
from hackdesk.event.settings import settings_of
from ui import new_event
from ui.app import Desks
from ui.mistakes import Mistakes
from ui.start import StartWindow


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[StartWindow]:
    window = StartWindow((), "desk", tmp_path / "sample.hackdesk")
    window.show()
    yield window
    window.line.close()
    window.close()


def no_event(path: Path) -> None:
    path.write_text("This is a letter, not an event.")


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cats (name TEXT)")
    connection.commit()
    connection.close()


def missing(path: Path) -> None:
    pass


@pytest.mark.parametrize("make", [no_event, foreign, missing])
def test_a_file_that_cannot_be_opened_is_refused_with_a_sentence(
    start: StartWindow, tmp_path: Path, qtbot: QtBot, make: object
) -> None:
    path = tmp_path / "letter.hackdesk"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.exists() else None
    start.open(path)
    qtbot.waitUntil(lambda: "letter.hackdesk" in start.notice.sentence and start.line.waiting == 0)
    assert start.notice.sentence.endswith(".")
    assert start.new_button.isEnabled()
    assert (path.read_bytes() if path.exists() else None) == before


def test_an_event_opens(start: StartWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = an_empty_event(tmp_path).path
    with qtbot.waitSignal(start.opened) as opened:
        start.open(path)
    assert settings_of(opened.args[0].event).name == "Vastseliina"
    opened.args[0].event.close()


def test_a_new_event_is_made_from_what_was_typed(start: StartWindow, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.mouseClick(start.new_button, Qt.MouseButton.LeftButton)
    start.form.keep_in(tmp_path)
    name = start.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert("Värska / 2026")  # QTest types ASCII only
    with qtbot.waitSignal(start.opened) as opened:
        qtbot.keyClick(name, Qt.Key.Key_Return)
    event = opened.args[0].event
    assert event.path == tmp_path / "Värska 2026.hackdesk"
    assert settings_of(event).name == "Värska / 2026"
    event.close()


def test_a_new_event_without_a_name_says_so_beside_the_field(start: StartWindow, qtbot: QtBot) -> None:
    start.show_form()
    qtbot.mouseClick(start.form.make_button, Qt.MouseButton.LeftButton)
    assert start.form.name.error == "Type the name of the event."


def test_a_name_that_is_taken_is_refused_and_what_was_typed_stays(
    start: StartWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Nõo.hackdesk").write_text("")
    start.show_form()
    start.form.keep_in(tmp_path)
    name = start.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert("Nõo")
    qtbot.mouseClick(start.form.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "already a file" in start.notice.sentence)
    assert start.form.path.stem == "Nõo"


def test_the_start_page_offers_the_same_templates_as_the_command_line() -> None:
    assert new_event.TEMPLATES == templates.TEMPLATES


def test_files_opened_before_are_listed_and_one_that_is_gone_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    there = an_empty_event(tmp_path).path
    gone = tmp_path / f"{STRANGE_NAME[:40]}.hackdesk"
    start = StartWindow((str(there), str(gone)), "desk", tmp_path / "sample.hackdesk")
    start.show()
    qtbot.waitUntil(lambda: len(start.recent.table.rows) == 2)
    assert [file.changed_at is not None for file in start.recent.table.rows] == [True, False]
    start.recent.table.setFocus()
    start.recent.table.choose(there)
    with qtbot.waitSignal(start.opened) as opened:
        qtbot.keyClick(start.recent.table, Qt.Key.Key_Return)
    opened.args[0].event.close()
    start.line.close()
    start.close()


def test_the_program_opens_a_file_and_remembers_it(tmp_path: Path, qtbot: QtBot) -> None:
    path = an_empty_event(tmp_path).path
    mistakes = Mistakes(tmp_path / "log" / "hackdesk.log")
    desks = Desks(mistakes)
    desks.begin(path)
    assert desks.start is not None
    qtbot.waitUntil(lambda: len(desks.windows) == 1)
    assert desks.start is None
    assert laptop.load().recent == (str(path),)
    desks.windows[0].dressed.emit("dark", "et")
    qtbot.waitUntil(lambda: laptop.load().theme == "dark")
    assert laptop.load().language == "et"
    with qtbot.waitSignal(desks.windows[0].left):
        desks.windows[0].close()
    assert desks.windows == []
    assert laptop.load().window
    mistakes.close()


def test_a_mistake_is_written_down_with_its_trace(tmp_path: Path, qtbot: QtBot) -> None:
    mistakes = Mistakes(tmp_path / "log" / "hackdesk.log")
    try:
        raise ZeroDivisionError("ours")
    except ZeroDivisionError as error:
        with qtbot.waitSignal(mistakes.said):
            mistakes.caught(type(error), error, error.__traceback__)
    mistakes.close()
    assert "ZeroDivisionError: ours" in mistakes.log.read_text(encoding="utf-8")


def test_the_first_window_stands_before_the_database_is_imported() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from ui import theme; theme.load_fonts(); theme.use('light');"
        "from pathlib import Path; from ui.start import StartWindow;"
        "w = StartWindow((), 'desk', Path('x')); w.show(); print('sqlalchemy' in sys.modules);"
        "app.processEvents(); w.line.close(); print('sqlalchemy' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


def test_recent_files_come_back_newest_first() -> None:
    settings = replace(laptop.LaptopSettings(), recent=("/a", "/b"))
    assert settings.opened(Path("/b")).recent == ("/b", "/a")
