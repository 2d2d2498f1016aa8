"""Widgets are let go where they live."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.garbage import Garbage


class Held:
    """Holds itself, and says on which thread it was let go."""

    let_go: list[threading.Thread] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Held.let_go.append(threading.current_thread())


def test_work_on_the_desk_never_lets_go_what_the_gui_thread_made(desk: Desk, qtbot: QtBot) -> None:
    Held.let_go.clear()
    Held()
    desk.ask(lambda _event: [[number] for number in range(200_000)])
    qtbot.waitUntil(lambda: desk.waiting == 0)
    assert all(thread is threading.main_thread() for thread in Held.let_go)
    gc.collect()
    assert Held.let_go == [threading.main_thread()]


def test_a_look_collects_what_is_due_after_qt_deleted_what_waits(qapp: QObject) -> None:
    Held.let_go.clear()
    gone: list[bool] = []
    waiting = QObject()
    waiting.destroyed.connect(lambda: gone.append(True))
    waiting.deleteLater()
    Held()
    filling = [[number] for number in range(gc.get_threshold()[0] + 1)]
    garbage = Garbage()
    for _look in range(3):
        garbage.look()
    garbage.close()
    gc.disable()  # the session's own is still at work
    assert gone == [True]
    assert Held.let_go == [threading.main_thread()]
    assert filling
