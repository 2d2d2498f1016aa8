"""The window's language, and Qt's own words in it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.text import QT_TEXTS, _, many, speak, words


def test_words_follow_the_language_of_the_window() -> None:
    speak("x-long")
    assert _("Check in").startswith("Check in·")
    assert words.tag == "x-long"
    speak("en")
    assert _("Check in") == "Check in"
    assert many("{count} person", "{count} people", 3) == "3 people"


def test_qts_own_buttons_speak_the_language_of_the_window(qapp: object) -> None:
    speak("x-long")
    assert QCoreApplication.translate("QPlatformTheme", "&Cancel") == _("Cancel")
    assert QCoreApplication.translate("QPlatformTheme", "Something else") == "Something else"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert "Cancel" in QT_TEXTS


def test_calls_that_give_nothing_back_cost_no_reference(qtbot: QtBot) -> None:
    # PySide6 6.12.0 loses a reference to None in most such calls on Python 3.11 and aborts in the end.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _number in range(100_000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100
