"""From the desk to the juror's screen and back: nothing but a PIN leads back, and a restart comes back to it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from at_the_kiosk import DESK_PIN, Key, a_jury, come_in, press, type_pin
from builders import an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hackdesk import laptop
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.jury import actions
from hackdesk.jury.rules import Juror
from ui.app import Desks
from ui.kiosk.kiosk import Kiosk
from ui.mistakes import Mistakes
from ui.opening import open_event
from ui.pages.jury.kiosk_panel import KioskPanel
from ui.projector.window import ProjectorWindow
from ui.window import Window

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = an_empty_event(tmp_path)
    a_jury(made)
    made.close()
    return made.path


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(open_event(path, "desk"), "jury")
    made.show()
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    yield made
    leave(made, qtbot)


def leave(window: Window, qtbot: QtBot) -> None:
    if window.handing.kiosk is not None:
        window.handing.kiosk._leaving = True
        window.handing.kiosk.left.emit()
    if isValid(window) and window.isVisible():
        with qtbot.waitSignal(window.left):
            window.close()


def panel(window: Window, qtbot: QtBot) -> KioskPanel:
    window.go("jury", "kiosk")
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    found = window.page.panel  # type: ignore[attr-defined]
    assert isinstance(found, KioskPanel)
    return found


def handed_over(window: Window, qtbot: QtBot) -> Kiosk:
    panel(window, qtbot).hand_over_button.click()
    kiosk = window.handing.kiosk
    assert kiosk is not None
    qtbot.waitUntil(lambda: bool(kiosk.list.buttons))
    return kiosk


def test_only_the_facilitators_pin_leads_back_to_the_desk(window: Window, path: Path, qtbot: QtBot) -> None:
    kiosk = handed_over(window, qtbot)
    assert not window.isVisible() and kiosk.isVisible() and laptop.load().has_kiosk(path)
    kiosk.close()
    assert kiosk.isVisible() and not window.isVisible()
    kiosk.list.back_button.click()
    type_pin(kiosk, qtbot, "4071")  # a juror's
    qtbot.waitUntil(lambda: kiosk.pad.said.startswith("This is not the PIN."))
    assert not window.isVisible()
    type_pin(kiosk, qtbot, DESK_PIN)
    qtbot.waitUntil(lambda: window.isVisible())
    assert window.handing.kiosk is None and not laptop.load().has_kiosk(path)


def test_the_desks_undo_leaves_alone_what_the_jurors_did(window: Window, path: Path, qtbot: QtBot) -> None:
    window.desk.ask(lambda event: change_settings(event, replace(settings_of(event), name="Värska")))
    kiosk = handed_over(window, qtbot)
    come_in(kiosk, qtbot, "Mall")
    press(kiosk, qtbot, "4")
    shown = kiosk.screen_shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.form.saved.text.startswith("Saved"))
    kiosk.lock()
    kiosk.list.back_button.click()
    type_pin(kiosk, qtbot, DESK_PIN)
    qtbot.waitUntil(lambda: window.isVisible())
    window.undo()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    assert (window.toast, window.page.notice.sentence) == ("Taken back: change the event's data", "")


def test_after_three_wrong_tries_the_last_way_is_told(window: Window, path: Path, qtbot: QtBot) -> None:
    kiosk = handed_over(window, qtbot)
    kiosk.list.back_button.click()
    for _ in range(3):
        assert not kiosk.pad._last_way.isVisible()
        type_pin(kiosk, qtbot, "1111")
    qtbot.waitUntil(lambda: kiosk.pad._last_way.isVisible())
    assert str(path) in kiosk.pad._last_way.text()
    press(kiosk, qtbot, Key.Key_Escape)
    assert kiosk.list.isVisible()


def test_without_a_pin_it_is_chosen_first_in_the_same_place(window: Window, path: Path, qtbot: QtBot) -> None:
    with sqlite3.connect(path) as other:
        other.execute("delete from juror_access where juror_id is null")
    other.close()
    here = panel(window, qtbot)
    assert here.hand_over_button.text() == "Keep this PIN and hand over"
    here.first.setText("123")
    here.second.setText("1234")
    here.hand_over_button.click()
    assert here._second.error == "The two are not the same. Type it once more."
    here.second.setText("123")
    here.hand_over_button.click()
    qtbot.waitUntil(lambda: here._first.error.startswith("A PIN has four to eight digits."))
    assert window.handing.kiosk is None
    here.first.setText("7788")
    here.second.setText("7788")
    qtbot.keyClick(here.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.handing.kiosk is not None)
    kiosk = window.handing.kiosk
    assert kiosk is not None
    kiosk.list.back_button.click()
    type_pin(kiosk, qtbot, "7788")
    qtbot.waitUntil(lambda: window.isVisible())


def test_who_has_no_pin_is_named_before_the_laptop_goes(window: Window, qtbot: QtBot) -> None:
    here = panel(window, qtbot)
    assert here._missing.text() == ""
    window.desk.ask(lambda event: actions.add_juror(event, Juror(uuid4(), "Eve")))
    qtbot.waitUntil(lambda: here._missing.text() == "1 juror has no PIN yet: Eve.")


def test_every_other_window_goes_and_the_halls_picture_stays(window: Window, qtbot: QtBot) -> None:
    hall, second = ProjectorWindow(), QWidget()
    hall.fill(QApplication.primaryScreen(), with_keys=False)
    second.show()
    window.show_history()
    kiosk = handed_over(window, qtbot)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in (kiosk, hall)] == []
    late = QWidget()
    late.show()
    late.activateWindow()
    qtbot.waitUntil(lambda: not late.isVisible())
    assert kiosk.isVisible() and hall.isVisible()
    kiosk.list.back_button.click()
    type_pin(kiosk, qtbot, DESK_PIN)
    qtbot.waitUntil(lambda: window.isVisible() and second.isVisible() and late.isVisible())
    for one in (hall, second, late):
        one.hide()
        one.deleteLater()


def test_settings_that_cannot_be_kept_are_told_and_nothing_is_handed_over(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setattr("hackdesk.laptop.settings_path", lambda: blocked / "laptop.json")
    panel(window, qtbot).hand_over_button.click()
    assert window.handing.kiosk is None and window.isVisible()
    assert window.page.notice.sentence.startswith("This laptop's settings cannot be written")


def test_an_event_opened_again_comes_back_to_the_jurors(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    laptop.change(kiosks=laptop.load().with_kiosk(path, on=True).kiosks)
    desks = Desks(Mistakes(tmp_path / "log.txt"))
    desks.begin(path)
    qtbot.waitUntil(lambda: bool(desks.windows))
    window = desks.windows[0]
    assert window.handing.kiosk is not None and not window.isVisible() and desks.start is None
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    leave(window, qtbot)
    assert not laptop.load().has_kiosk(path)


_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ui.app import Desks
from ui.mistakes import Mistakes
path = Path(sys.argv[1])
desks = Desks(Mistakes(path.parent / "log.txt"))
desks.begin(path)
told = False
def look():
    global told
    if not desks.windows or told:
        return
    window = desks.windows[0]
    if window.handing.kiosk is None and sys.argv[2] == "hand over":
        window.handing.begin()
    shown = sorted(type(one).__name__ for one in app.topLevelWidgets() if one.isVisible())
    if shown == ["Kiosk"]:
        told = True
        print(*shown, flush=True)
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
app.exec()
"""


def test_a_program_that_was_killed_comes_back_to_the_jurors(path: Path, tmp_path: Path) -> None:
    settings = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path), "APPDATA": str(tmp_path)}
    for wish in ("hand over", "only open"):
        with subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(path), wish],
            cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True,
        ) as program:  # fmt: skip
            assert program.stdout is not None
            try:
                assert program.stdout.readline().strip() == "Kiosk"
            finally:
                program.kill()
