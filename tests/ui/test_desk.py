"""Questions go to one thread; answers come back where widgets live."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from ui.desk import Desk


def test_the_work_is_done_elsewhere_and_the_answer_comes_to_the_gui_thread(desk: Desk, qtbot: QtBot) -> None:
    worked, answered = [], []

    def work(event: Event) -> str:
        worked.append(threading.current_thread())
        return settings_of(event).name

    desk.ask(work, lambda name: answered.append((name, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [("Vastseliina", threading.main_thread())]
    assert worked[0] is not threading.main_thread()


def test_answers_come_in_the_order_of_the_questions(desk: Desk, qtbot: QtBot) -> None:
    answers: list[int] = []
    desk.ask(lambda _event: time.sleep(0.05) or 0, answers.append)
    for number in range(1, 20):
        desk.ask(lambda _event, number=number: number, answers.append)
    qtbot.waitUntil(lambda: desk.waiting == 0)
    assert answers == list(range(20))


def test_a_refusal_goes_to_sorry(desk: Desk, qtbot: QtBot) -> None:
    said: list[HackDeskError] = []
    refusal = HackDeskError("No.")

    def refuse(_event: Event) -> None:
        raise refusal

    desk.ask(refuse, pytest.fail, said.append)
    qtbot.waitUntil(lambda: said == [refusal])


@pytest.mark.parametrize("error", [ZeroDivisionError("ours"), HackDeskError("Nobody listens.")])
def test_a_mistake_of_ours_reaches_the_last_resort(desk: Desk, qtbot: QtBot, error: Exception) -> None:
    def fail(_event: Event) -> None:
        raise error

    sorry = None if isinstance(error, HackDeskError) else pytest.fail
    with qtbot.captureExceptions() as caught:
        desk.ask(fail, pytest.fail, sorry)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][1] is error


def test_a_mistake_does_not_stop_the_desk(desk: Desk, qtbot: QtBot) -> None:
    answers: list[int] = []
    with qtbot.captureExceptions() as caught:
        desk.ask(lambda _event: 1 // 0)
        desk.ask(lambda _event: 7, answers.append)
        qtbot.waitUntil(lambda: answers == [7])
    assert len(caught) == 1


def test_the_answer_for_a_widget_that_is_gone_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    label, owner = QLabel(), QObject()
    desk.ask(lambda _event: "late", label.setText)
    desk.ask(lambda _event: "late", pytest.fail, receiver=owner)
    from shiboken6 import delete

    delete(label)
    delete(owner)
    qtbot.waitUntil(lambda: desk.waiting == 0)


def test_closing_waits_for_what_was_asked(event: Event, qtbot: QtBot) -> None:
    done: list[int] = []
    desk = Desk(event)
    desk.ask(lambda _event: (time.sleep(0.1), done.append(1)))
    desk.close()
    assert done == [1]
