"""The scan field against recordings of what Qt is told on six layouts (scans/record.py), and against fingers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from scanned import LAYOUTS, TICKET, recordings, tell

from hackdesk.people.badge_codes import is_badge_code
from hackdesk.people.scans import ENTER, PAUSE, TAB, Scan, findings, ticket_in
from ui.widgets import us_keys
from ui.widgets.scan_field import ScanField

SYSTEMS = ("linux", "win32", "darwin")
PAUSES = ("ee", "fr")
TICKETS = [TICKET, "another-one"]


class Desk(QWidget):
    """A scan field, a control after it, and what was entered."""

    def __init__(self, qtbot: QtBot, system: str = "linux") -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.field, self.next = ScanField("Scan", system=system), QLineEdit()
        lines = QVBoxLayout(self)
        lines.addWidget(self.field)
        lines.addWidget(self.next)
        self.scans: list[Scan] = []
        self.field.entered.connect(self.take)
        self.show()
        self.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.line.hasFocus)

    def take(self, scan: Scan) -> None:
        self.scans.append(scan)

    def tell(self, told: list[Any], system: str = "linux", later: int = 0) -> None:
        tell(self.field.line, told, system, later)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_recorded_scan_gives_its_code_once(layout: str, system: str, qtbot: QtBot) -> None:
    desk = Desk(qtbot, system)
    wrong = []
    for number, recorded in enumerate(recordings(layout)):
        # A Mac and Windows put dead keys together themselves; how they tell it was not recorded.
        if system != "linux" and any(told[0] == "composed" for told in recorded["told"]):
            continue
        desk.scans.clear()
        desk.field.clear()
        for told in recorded["told"]:
            desk.tell(told, system, later=2_000 * number)
        held = desk.field.text
        if not recorded["end"]:
            if layout not in PAUSES or system != "linux":
                continue  # each takes half a second, and a pause is the same on every layout
            qtbot.waitUntil(lambda: bool(desk.scans))
        read = [scan.code or ticket_in(scan.readings, TICKETS) for scan in desk.scans]
        if read != [recorded["code"]] or held != recorded["text"] or not desk.field.line.hasFocus():
            wrong.append((recorded["before"], recorded["code"], recorded["caps_lock"], held, read))
    assert wrong == []


def test_the_recordings_hold_every_sign_each_layout_caps_lock_and_every_end() -> None:
    for layout in LAYOUTS:
        told = recordings(layout)
        codes = {one["code"] for one in told if is_badge_code(one["code"])}
        assert set("".join(codes)) == set("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        assert {one["caps_lock"] for one in told} == {True, False}
        assert {tuple(one["end"]) for one in told} == {("enter",), ("tab",), ("enter", "line feed"), ()}
    garbled = [one for layout in LAYOUTS for one in recordings(layout) if not is_badge_code(one["text"])]
    assert len(garbled) > 100  # else the recordings would prove nothing


@pytest.mark.parametrize(
    ("layout", "named"), [("ee", "et"), ("lv", ""), ("ru", "ru"), ("de", "de"), ("fr", "fr"), ("us", "")]
)
def test_the_recordings_give_away_their_layout_and_caps_lock(layout: str, named: str, qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    for number, recorded in enumerate(recordings(layout)):
        if recorded["before"] != "]Q3" or recorded["code"] in TICKETS:
            continue
        desk.scans.clear()
        for told in recorded["told"]:
            desk.tell(told, later=2_000 * number)
        desk.field.clear()
        found = findings(desk.scans[0])
        assert (found.before, found.caps_lock, found.ended_by) == ("]Q3", recorded["caps_lock"], ENTER)
        assert found.layout == named


def press(desk: Desk, text: str, *, gap: int, begun: int = 10_000) -> int:
    """Type on a US laptop, a key every `gap` milliseconds. Gives when it ended."""
    at = begun
    for sign in text:
        plain = us_keys.UNSHIFTED.get(sign, sign.lower())
        shift = 0x02000000 if plain != sign else 0
        desk.tell(["down", ord(sign.upper()), us_keys.POSITIONS[plain] + 8, 0, sign, shift, at])
        at += gap
    return at


def end(desk: Desk, key: Qt.Key, at: int, text: str = "\r") -> None:
    desk.tell(["down", key.value, 36, 0, text, 0, at])


def test_a_persons_tab_goes_on_and_a_scanners_does_not(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    end(desk, Qt.Key.Key_Tab, press(desk, "anu kuusk", gap=130), "\t")
    assert desk.scans == [] and desk.next.hasFocus()
    desk.field.setFocus()
    desk.field.clear()
    end(desk, Qt.Key.Key_Tab, press(desk, "99TICKET-7", gap=9, begun=90_000), "\t")
    assert [scan.ended_by for scan in desk.scans] == [TAB] and desk.field.line.hasFocus()


def test_a_name_typed_quickly_and_left_standing_is_no_scan(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    press(desk, "kristjan-jaak", gap=70)
    qtbot.wait(700)  # longer than the quiet that ends a scan
    assert desk.scans == [] and desk.field.text == "kristjan-jaak"


def test_two_ends_are_one_and_the_next_scan_counts(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    at = press(desk, "AZY7M2S", gap=9)
    for number, key in enumerate((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Tab)):
        end(desk, key, at + 9 * number, "\t" if key is Qt.Key.Key_Tab else "\r")
    assert len(desk.scans) == 1 and desk.field.line.hasFocus()
    desk.field.clear()
    end(desk, Qt.Key.Key_Return, press(desk, "UR3BE86", gap=9, begun=at + 400))
    assert [scan.code for scan in desk.scans] == ["AZY7M2S", "UR3BE86"]


def test_a_key_that_repeats_and_what_was_typed_before_do_no_harm(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    press(desk, "anu", gap=140)
    at = press(desk, "AZY", gap=9, begun=20_000)
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, Qt.KeyboardModifier.NoModifier, 29, 0, 0, "Y", True)
    repeat.setTimestamp(at)
    QCoreApplication.sendEvent(desk.field.line, repeat)
    end(desk, Qt.Key.Key_Return, press(desk, "7M2S", gap=9, begun=at))
    assert [scan.code for scan in desk.scans] == ["AZY7M2S"] and desk.scans[0].text == "anuAZYY7M2S"


def test_a_lost_key_is_noticed(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    end(desk, Qt.Key.Key_Return, press(desk, "AZY7MS", gap=9))
    assert [scan.code for scan in desk.scans] == [""]


def test_digits_of_the_keypad_are_digits_without_numlock(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    moved: list[int] = []
    desk.field.moved.connect(moved.append)
    at = press(desk, "AZY", gap=9)
    for key, position in ((Qt.Key.Key_Home, 71), (Qt.Key.Key_Up, 72), (Qt.Key.Key_Down, 80)):
        desk.tell(["down", key.value, position + 8, 0, "", 0x20000000, at])
    desk.tell(["down", Qt.Key.Key_Down.value, 108 + 8, 0, "", 0, at + 500])  # the arrow beside the keypad
    assert desk.field.text == "AZY782" and moved == [1]


def test_a_paste_and_a_typed_code_need_no_speed(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.field.line.insert("azy 7m2s")
    end(desk, Qt.Key.Key_Return, 0)
    desk.field.clear()
    end(desk, Qt.Key.Key_Tab, press(desk, "azy7m2s", gap=180, begun=50_000), "\t")
    assert [scan.code for scan in desk.scans] == ["AZY7M2S"] * 2 and desk.scans[1].ended_by != PAUSE


def test_a_scanners_carriage_return_is_no_shortcut_of_the_window(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    pressed: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+M"), desk)
    shortcut.activated.connect(lambda: pressed.append(True))

    def carriage_return(at: int) -> bool:
        made = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, 58, 0, 0)
        made.setTimestamp(at)
        made.ignore()
        QCoreApplication.sendEvent(desk.field.line, made)
        return made.isAccepted()

    assert not carriage_return(5_000)
    assert carriage_return(press(desk, "AZY7M2S", gap=9))
    desk.tell(["down", Qt.Key.Key_M.value, 58, 0, "\r", 0x04000000, 10_063])
    assert [scan.code for scan in desk.scans] == ["AZY7M2S"] and carriage_return(10_070)
    assert not carriage_return(12_000) and pressed == []
