"""The Stage as a facilitator uses it: keys and buttons, and what the hall then sees."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from functools import partial
from time import perf_counter

import pytest
from builders import STRANGE_NAME, FakeClock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hackdesk.agenda import actions, queries, template
from hackdesk.agenda.rules import Stage, View
from hackdesk.agenda.timer import Phase
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.resources import resource
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.stage.page import END_BELL, OVER_BELL, SOON_BELL, StagePage
from ui.projector.frames import ListFrame, TextFrame, TimerFrame
from ui.projector.window import Where
from ui.text import speak
from ui.watch import Watch


@pytest.fixture
def hall(event: Event) -> Event:
    """Three teams and a programme of two days; it is nine on the first morning."""
    settings = settings_of(event)
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, table_name="Gym") for name in ("Bus", "Home care", STRANGE_NAME))
        items = template.planned(template.TWO_DAYS, settings.days, settings.zone, language("en"))
        actions.add_programme(session, items)
    return event


@pytest.fixture
def page(hall: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    yield from shown_page(hall, desk, qtbot)


def shown_page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    made = StagePage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    yield made
    made.leave()
    watch.close()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    made.deleteLater()


def clock_of(event: Event) -> FakeClock:
    assert isinstance(event.clock, FakeClock)
    return event.clock


def press(button: QPushButton, qtbot: QtBot) -> None:
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def start_round(page: StagePage, event: Event, qtbot: QtBot) -> None:
    actions.draw_pitch_order(event, 7)
    actions.next_phase(event)
    qtbot.waitUntil(lambda: page.live.timer.next_button.text() == "Questions ›")


def test_space_starts_and_pauses_wherever_the_focus_is(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.live.programme.table.setFocus()
    qtbot.keyClick(page.live.programme.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: queries.timer(hall).running)
    qtbot.waitUntil(lambda: page.live.timer.run_button.text() == "Pause")
    clock_of(hall).forward(seconds=15)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "2:45")
    page.bounce.forget()
    page.live.timer.more_button.setFocus()
    qtbot.keyClick(page.live.timer.more_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not queries.timer(hall).running)
    assert queries.timer(hall).added == 0


def test_enter_presses_the_button_that_has_the_focus(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.live.timer.more_button.setFocus()
    qtbot.keyClick(page.live.timer.more_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: queries.timer(hall).added == 30)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "3:30")


def test_stop_on_the_laptop_stops_the_hall_too(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    start_round(page, hall, qtbot)
    actions.show_on_stage(hall, View.TIMER)
    press(page.live.timer.run_button, qtbot)
    qtbot.waitUntil(lambda: page.live.timer.run_button.text() == "Pause")
    clock_of(hall).forward(seconds=192)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "+0:12")
    page.bounce.forget()
    press(page.live.timer.run_button, qtbot)
    qtbot.waitUntil(lambda: page.live.timer.run_button.text() == "Start")
    clock_of(hall).forward(seconds=60)
    qtbot.waitUntil(lambda: isinstance(page.live.preview.view.frame, TimerFrame))
    for view in (page.live.preview.view, page.projector.view):
        assert isinstance(view.frame, TimerFrame)
        assert (view.frame.digits, view.frame.word) == ("+0:12", "over time · paused")
    countdown = page.live.timer.countdown
    assert (countdown.digits, countdown.word) == ("+0:12", "over time · paused")


def test_a_double_click_on_next_leaves_no_phase_out(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    start_round(page, hall, qtbot)
    qtbot.mouseClick(page.live.timer.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.live.timer.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.live.timer.next_button.text() == "Changeover ›")
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert queries.timer(hall).phase == Phase.QUESTIONS


def test_a_restart_can_be_taken_back(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    actions.start_timer(hall)
    clock_of(hall).forward(seconds=100)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "1:20")
    press(page.live.timer.restart_button, qtbot)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "3:00")
    press(page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: page.live.timer.countdown.digits == "1:20")


def test_the_programme_says_how_the_rest_of_today_will_go_and_of_other_days_nothing(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    programme = page.live.programme
    assert programme.days is not None and programme.forecast.isHidden()
    actions.start_item(hall, programme.table.rows[0].item.id)
    clock_of(hall).forward(minutes=100)
    qtbot.waitUntil(lambda: "can start as planned" in programme.forecast.text())
    assert programme.forecast.isVisible()
    press(programme.days.segments.findChildren(QPushButton)[1], qtbot)
    qtbot.waitUntil(lambda: programme.table.rows[0].item.starts_at.day == 15)
    assert programme.forecast.isHidden()


@pytest.mark.parametrize("tag", ["en", "et"])
@pytest.mark.parametrize(("width", "height"), [(1178, 682), (607, 0)])
def test_live_fits_the_smallest_laptop_and_never_goes_sideways(
    hall: Event, desk: Desk, qtbot: QtBot, tag: str, width: int, height: int
) -> None:
    """The room that a window of 1366×768, or half of it, leaves to a page. height 0: it scrolls down."""
    speak(tag)
    actions.draw_pitch_order(hall, 7)
    for page in shown_page(hall, desk, qtbot):
        page.shrink(narrow=not height)
        for prepare in (actions.next_phase, partial(actions.set_timer, seconds=600), show_results):
            prepare(hall)
            qtbot.waitUntil(lambda page=page: page.desk.waiting == 0)
            qtbot.waitUntil(lambda page=page: page.minimumSizeHint().width() <= width)
            layout = page.layout()
            assert layout is not None and (not height or layout.heightForWidth(width) <= height)
    speak("en")


def show_results(event: Event) -> None:
    actions.show_on_stage(event, View.RESULTS)


def test_the_rest_is_shifted_and_the_receipt_says_what_is_squeezed(
    page: StagePage, hall: Event, qtbot: QtBot
) -> None:
    page.live.programme.minutes.setValue(15)
    assert page.live.programme.shift_button.text() == "Shift the rest by +15 min"
    press(page.live.programme.shift_button, qtbot)
    qtbot.waitUntil(lambda: bool(page.toast.text))
    assert page.toast.text == "4 items moved by +15 min. “Teams form” loses 15 min. “Lunch” and what follows stay."
    qtbot.waitUntil(lambda: page.live.programme.table.rows[1].note == "moved +15 min")
    press(page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: page.live.programme.table.rows[1].note == "")


def test_a_shift_without_room_is_refused_in_words(page: StagePage, qtbot: QtBot) -> None:
    page.live.programme.minutes.setValue(60)
    press(page.live.programme.shift_button, qtbot)
    qtbot.waitUntil(lambda: "would have no time left before “Lunch”" in page.notice.sentence)


def test_an_item_that_runs_over_says_by_how_much(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    table = page.live.programme.table
    table.choose(table.rows[0].id)
    press(page.live.programme.start_button, qtbot)
    qtbot.waitUntil(lambda: table.rows[0].item.running)
    clock_of(hall).forward(minutes=68)
    qtbot.waitUntil(lambda: table.rows[0].sign == ("8 min late", "warn"))
    press(page.live.programme.end_button, qtbot)
    qtbot.waitUntil(lambda: table.rows[0].note == "ran 8 min over")


def test_a_message_is_shown_when_it_is_written_and_not_before(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.live.views.buttons[View.MESSAGE], Qt.MouseButton.LeftButton)
    assert page.live.views.message.isVisible() and not page.live.views.buttons[View.MESSAGE].isChecked()
    assert queries.stage(hall) == Stage()
    page.live.views.message.setText(STRANGE_NAME)
    qtbot.keyClick(page.live.views.message, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            isinstance(page.live.preview.view.frame, TextFrame)
            and page.live.preview.view.frame.text == STRANGE_NAME
        )
    )
    assert page.live.views.buttons[View.MESSAGE].isChecked()


def test_a_space_in_a_message_is_a_space(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.live.views.buttons[View.MESSAGE], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.live.views.message, "Supper at 7")
    assert page.live.views.message.text() == "Supper at 7"
    assert not queries.timer(hall).running


def test_alt_and_a_number_show_who_sits_where(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(page.live.preview.view.frame, ListFrame))
    assert {(line.mark, line.text) for line in page.live.preview.view.frame.lines} >= {("Gym", STRANGE_NAME)}


def test_the_hall_goes_on_while_another_page_is_shown(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.projector.show_here()
    page.hide()
    actions.show_on_stage(hall, View.TIMER)
    actions.start_timer(hall)
    clock_of(hall).forward(seconds=30)
    qtbot.waitUntil(
        lambda: isinstance(page.projector.view.frame, TimerFrame) and page.projector.view.frame.digits == "2:30"
    )
    qtbot.keyClick(page.projector.window, Qt.Key.Key_Escape)
    assert page.projector.where == Where.OFF


def test_without_a_programme_the_page_leads_to_planning_it(event: Event, desk: Desk, qtbot: QtBot) -> None:
    for page in shown_page(event, desk, qtbot):
        qtbot.waitUntil(lambda page=page: page.live.programme.findChild(QPushButton, "") is not None)
        planning = [b for b in page.findChildren(QPushButton) if b.text() == "Plan the programme"]
        with qtbot.waitSignal(page.wants) as wanted:
            press(planning[0], qtbot)
        assert wanted.args == ["prepare", "programme"]


def test_every_control_says_what_it_is(page: StagePage) -> None:
    silent = [
        widget
        for widget in page.findChildren(QPushButton)
        if widget.isVisible() and not (widget.accessibleName() or widget.text())
    ]
    assert silent == []
    for widget in (
        page.live.programme.table,
        page.live.programme.minutes,
        page.live.timer.form.typed,
        page.live.timer.form.label,
        page.live.views.message,
        page.live.preview.view,
    ):
        assert widget.accessibleName()


def test_a_tick_costs_the_window_next_to_nothing(page: StagePage, qtbot: QtBot) -> None:
    QApplication.processEvents()
    begun = perf_counter()
    for _ in range(100):
        page._tick()
    assert perf_counter() - begun < 0.5


@pytest.mark.parametrize("bell", [SOON_BELL, END_BELL, OVER_BELL])
def test_every_bell_is_a_short_sound(bell: str) -> None:
    with wave.open(str(resource(f"sounds/{bell}.wav"))) as sound:
        assert 0.5 < sound.getnframes() / sound.getframerate() < 2


def test_another_page_can_bring_the_results_onto_the_projector(page: StagePage, hall: Event, qtbot: QtBot) -> None:
    page.select("results")
    qtbot.waitUntil(lambda: queries.stage(hall).view is View.RESULTS)
    assert queries.stage(hall).revealed == 0
