"""The timer by keys alone, by a presenter's clicker, and on two screens that never differ."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import FakeClock
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hackdesk.agenda import actions, queries
from hackdesk.agenda import timer as timers
from hackdesk.agenda.rules import View
from hackdesk.agenda.timer import Phase
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.stage.countdown_form import CLOCK, UNTIL
from ui.pages.stage.page import StagePage
from ui.projector.frames import TimerFrame
from ui.watch import Watch

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hall(event: Event) -> Event:
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=at) for at, name in enumerate(("Bus", "Home care", "Food")))
    actions.draw_pitch_order(event, 7)
    actions.show_on_stage(event, View.TIMER)
    return event


def a_page(event: Event, desk: Desk, qtbot: QtBot) -> tuple[StagePage, Watch]:
    page = StagePage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(page.hear)
    page.resize(1178, 680)
    page.show()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    page.activateWindow()
    page.live.timer.run_button.setFocus()
    return page, watch


def gone(page: StagePage, watch: Watch, desk: Desk, qtbot: QtBot) -> None:
    page.leave()
    watch.close()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    page.deleteLater()


@pytest.fixture
def page(hall: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    made, watch = a_page(hall, desk, qtbot)
    yield made
    gone(made, watch, desk, qtbot)


def key(page: StagePage, pressed: Qt.Key, qtbot: QtBot, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key on the page, long after the one before, and wait until everything is read again."""
    page.bounce.forget()
    qtbot.keyClick(page.live.timer.run_button, pressed, modifier or Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def at(event: Event) -> tuple[Phase, str]:
    timer = queries.timer(event)
    names = {pitch.subject_id: pitch.name for pitch in queries.pitches(event)}
    return timer.phase, names.get(timer.subject_id, "") if timer.subject_id else ""


def reads(page: StagePage, event: Event, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.showing.timer == queries.timer(event))


@pytest.mark.parametrize(
    ("forward", "back"), [(Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)]
)
def test_arrows_and_a_clicker_go_through_the_round(
    page: StagePage, hall: Event, qtbot: QtBot, forward: Qt.Key, back: Qt.Key
) -> None:
    first, second = (pitch.name for pitch in queries.pitches(hall)[:2])
    for phase, name in ((Phase.PITCH, first), (Phase.QUESTIONS, first), (Phase.CHANGEOVER, second)):
        key(page, forward, qtbot)
        qtbot.waitUntil(lambda phase=phase, name=name: at(hall) == (phase, name))
        reads(page, hall, qtbot)
    key(page, back, qtbot)
    qtbot.waitUntil(lambda: at(hall) == (Phase.PITCH, first))


def test_a_clicker_starts_pauses_and_blanks(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_F5, qtbot)
    qtbot.waitUntil(lambda: queries.timer(hall).running)
    reads(page, hall, qtbot)
    key(page, Qt.Key.Key_Escape, qtbot)
    qtbot.waitUntil(lambda: not queries.timer(hall).running)
    for pressed in (Qt.Key.Key_Period, Qt.Key.Key_B):
        key(page, pressed, qtbot)
        qtbot.waitUntil(lambda: queries.stage(hall).view == View.BLANK)
        qtbot.waitUntil(lambda: page.showing.stage.view == View.BLANK)
        key(page, pressed, qtbot)
        qtbot.waitUntil(lambda: queries.stage(hall).view == View.TIMER)
        qtbot.waitUntil(lambda: page.showing.stage.view == View.TIMER)


def test_up_and_down_give_and_take_time_and_with_shift_a_minute(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    key(page, Qt.Key.Key_Up, qtbot)
    key(page, Qt.Key.Key_Up, qtbot, SHIFT)
    qtbot.waitUntil(lambda: queries.timer(hall).added == 90)
    key(page, Qt.Key.Key_Down, qtbot)
    key(page, Qt.Key.Key_Down, qtbot, SHIFT)
    qtbot.waitUntil(lambda: queries.timer(hall).added == 0)


def test_digits_set_minutes_while_nothing_runs_and_the_round_is_not_lost(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    key(page, Qt.Key.Key_Right, qtbot)
    reads(page, hall, qtbot)
    key(page, Qt.Key.Key_5, qtbot)
    qtbot.waitUntil(lambda: queries.timer(hall).seconds == 300)
    qtbot.waitUntil(lambda: page.live.timer.next_button.text() == "To the round ›")
    key(page, Qt.Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: queries.timer(hall).running)
    reads(page, hall, qtbot)
    key(page, Qt.Key.Key_9, qtbot)
    assert queries.timer(hall).seconds == 300
    key(page, Qt.Key.Key_Right, qtbot)
    qtbot.waitUntil(lambda: at(hall)[0] == Phase.PITCH)


def test_arrows_belong_to_a_list_and_everything_to_a_field_that_has_the_focus(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    before = queries.timer(hall)
    field = page.live.timer.form.typed
    field.setFocus()
    for pressed in (Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_5, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(field, pressed)
    assert field.text() == "1.5"
    table = page.live.programme.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert queries.timer(hall) == before


def test_a_press_that_bounces_counts_once(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    button = page.live.timer.run_button
    for pressed in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(button, pressed)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert at(hall)[0] == Phase.PITCH
    reads(page, hall, qtbot)
    for _press in range(2):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: queries.timer(hall).running)


def test_the_projectors_window_hands_its_keys_on(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.projector.show_here()
    window = page.projector.window
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: at(hall)[0] == Phase.PITCH)
    reads(page, hall, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: queries.timer(hall).running)
    qtbot.keyClick(window, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: queries.timer(hall).added == 30)


def test_a_countdown_is_typed_in_minutes_seconds_or_to_a_time_of_day(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    form = page.live.timer.form
    form.typed.setText("1:30")
    form.label.setText("Coffee")
    qtbot.keyClick(form.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (queries.timer(hall).seconds, queries.timer(hall).label) == (90, "Coffee"))
    qtbot.waitUntil(lambda: form.typed.text() == "")
    form.way.pick(UNTIL)
    form.typed.setText("8:30")  # it is nine
    qtbot.keyClick(form.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.live.timer.countdown.word == "until 08:30 tomorrow")
    form.typed.setText("soon")
    qtbot.keyClick(form.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is not a time of day" in page.notice.sentence)
    assert form.typed.text() == "soon"
    form.way.pick(CLOCK)
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "09:00")


def test_laptop_and_hall_show_the_same_second_at_every_moment(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.projector.show_here()
    clock = hall.clock
    assert isinstance(clock, FakeClock)
    actions.start_timer(hall)
    reads(page, hall, qtbot)
    seen = set()
    for _step in range(300):
        clock.forward(seconds=0.731)
        page._tick()
        shown, small = page.projector.view.frame, page.live.preview.view.frame
        assert isinstance(shown, TimerFrame) and shown == small
        assert shown.digits == page.live.timer.countdown.digits
        seen.add(shown.digits)
    assert {"3:00", "1:00", "0:00", "+0:30"} <= seen


def test_the_page_looks_at_the_clock_when_the_second_changes_and_not_before(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    clock = hall.clock
    assert isinstance(clock, FakeClock)
    actions.start_timer(hall)
    reads(page, hall, qtbot)
    for step in (0.25, 0.5, 0.125):
        clock.forward(seconds=step)
        page._tick()
        left = timers.remaining(queries.timer(hall), hall.moment())
        wait = left % 1 or 1
        assert wait * 1000 <= page._clock.interval() <= wait * 1000 + 1
    assert page._clock.timerType() == Qt.TimerType.PreciseTimer and page._clock.isSingleShot()


def test_two_windows_on_one_file_show_the_same(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    clock = hall.clock
    assert isinstance(clock, FakeClock)
    other_event = Event.open(hall.path, clock=clock)
    other_desk = Desk(other_event)
    other, watch = a_page(other_event, other_desk, qtbot)
    qtbot.keyClick(other.live.timer.run_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.live.timer.run_button.text() == "Pause")
    qtbot.waitUntil(lambda: other.live.timer.run_button.text() == "Pause")
    for _step in range(50):
        clock.forward(seconds=1.37)
        page._tick()
        other._tick()
        assert page.live.timer.countdown.digits == other.live.timer.countdown.digits
    gone(other, watch, other_desk, qtbot)
    other_desk.close()
    other_event.close()
