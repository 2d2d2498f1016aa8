"""The rush at the door, small: nobody who was welcomed is missing in the file, and nobody is in it twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.rush import compare, play
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hackdesk.rehearsal import Act, sample_event
from hackdesk.rehearsal.cast import Scale
from ui import theme
from ui.garbage import Garbage
from ui.opening import open_event
from ui.text import speak
from ui.window import Window


def test_the_file_says_what_was_shown_in_the_rush(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    theme.load_fonts()
    theme.use("light")
    speak("en")
    garbage = Garbage()
    path = tmp_path / "rush.hackdesk"
    sample_event(path, Scale(people=40), starts_on=date.today(), until=Act.REGISTERED)
    window = Window(open_event(path, "desk 1"), "check_in")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rush = play(window, arrive=12, walk_ins=4, seed=3)
    with qtbot.waitSignal(window.left):
        window.close()
    window.deleteLater()
    garbage.close()
    compare(path, rush)
    assert rush.wrong == [] and len(rush.came) == 16
    assert {"scan", "name", "walk-in"} <= set(rush.took)
