"""The programme as it is typed, dragged and pushed about, in Prepare and on the Stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from at_the_programme import (
    NINE,
    TALLINN,
    choose,
    field,
    key,
    named,
    panel_of,
    plan,
    times,
    type_into,
    with_settings,
)
from builders import STRANGE_NAME, FakeClock
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda import actions
from hackdesk.agenda.queries import programme
from hackdesk.event.settings import change_settings
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage
from ui.pages.stage.page import StagePage
from ui.programme.item_inputs import TitlesInput
from ui.programme.panel import ProgrammePanel

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    for planned in (
        plan("Arrival", 0, 30), plan("Topics", 30, 90), plan("Lunch", 90, 135, fixed=True), plan("Work", 135, 255)
    ):  # fmt: skip
        actions.add_item(event, planned)
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("programme")
        qtbot.waitUntil(lambda: desk.waiting == 0 and bool(panel_of(made).side.view.day.blocks))
        yield made


# --- typing -----------------------------------------------------------------------------------


def test_another_start_keeps_the_length(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(page, "starts", "8.45", qtbot)
    qtbot.waitUntil(lambda: times(event)["Arrival"] == "08:45–09:15")
    qtbot.waitUntil(lambda: field(page, "ends").text() == "09:15")


@pytest.mark.parametrize(
    ("typed", "meant"), [("45", "09:00–09:45"), ("1:30", "09:00–10:30"), ("1 h 15", "09:00–10:15")]
)
def test_a_length_is_typed_as_it_is_said(
    page: PreparePage, event: Event, qtbot: QtBot, typed: str, meant: str
) -> None:
    type_into(page, "length", typed, qtbot)
    qtbot.waitUntil(lambda: times(event)["Arrival"] == meant)


def test_an_end_is_typed_instead(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(page, "ends", "9:20", qtbot)
    qtbot.waitUntil(lambda: times(event)["Arrival"] == "09:00–09:20")
    qtbot.waitUntil(lambda: field(page, "length").text() == "20 min")
    assert "free" in panel_of(page).side.view.day.free[0][1]


def test_bad_input_stays_as_it_was_typed_and_says_what_is_wrong(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    form = panel_of(page).card.form
    type_into(page, "ends", "8:30", qtbot)
    qtbot.waitUntil(lambda: "ends before it starts" in form.fields["ends"].error)
    type_into(page, "length", "soon", qtbot)
    assert "“soon” is not a length" in form.fields["length"].error
    assert (field(page, "ends").text(), field(page, "length").text()) == ("8:30", "soon")
    assert times(event)["Arrival"] == "09:00–09:30"


def test_what_really_was_is_noted_afterwards(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(page, "began", "9:04", qtbot)
    qtbot.waitUntil(lambda: named(event, "Arrival").started_at == NINE + timedelta(minutes=4))


def test_titles_in_the_halls_other_languages_are_typed_where_it_has_some(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    titles = panel_of(page).card.form.fields["other_titles"]
    assert not titles.isVisible()
    change_settings(event, with_settings(event, hall_languages=["en", "et", "ru"]))
    qtbot.waitUntil(titles.isVisible)
    lines = titles.input
    assert isinstance(lines, TitlesInput) and list(lines.lines) == ["et", "ru"]
    lines.lines["et"].setText("Saabumine")
    lines.lines["et"].editingFinished.emit()
    qtbot.waitUntil(lambda: named(event, "Arrival").other_titles == {"et": "Saabumine"})


# --- keys and mouse ---------------------------------------------------------------------------


def test_keys_move_an_item_by_five_minutes_and_undo_takes_one_back(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    choose(page, event, "Work")
    for _time in range(3):
        key(page, Qt.Key.Key_Down, qtbot, ALT)
    qtbot.waitUntil(lambda: times(event)["Work"] == "11:30–13:30")
    qtbot.waitUntil(lambda: page.toast.text == "“Work” is now 11:30–13:30")
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: times(event)["Work"] == "11:25–13:25")


def test_keys_change_places(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    choose(page, event, "Arrival")
    key(page, Qt.Key.Key_Down, qtbot, ALT | SHIFT)
    qtbot.waitUntil(lambda: times(event)["Topics"] == "09:00–10:00")
    assert times(event)["Arrival"] == "10:00–10:30"
    qtbot.waitUntil(lambda: "changed places" in page.toast.text)


def test_an_item_is_dragged_and_its_new_time_is_seen_while_it_is_held(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    view = panel_of(page).side.view
    rect = view.rect_of(named(event, "Work").id)
    begun = rect.center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begun)
    for step in range(4, 45, 8):
        qtbot.mouseMove(view.viewport(), begun + QPoint(0, step))
    assert view.ghost and view.ghost.starts_at > named(event, "Work").starts_at
    held = view.ghost.times
    assert view.ghost.starts_at.minute % 5 == 0
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=begun + QPoint(0, 44))
    qtbot.waitUntil(lambda: times(event)["Work"] == held)


def test_escape_lets_go_and_nothing_has_moved(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    view = panel_of(page).side.view
    begun = view.rect_of(named(event, "Work").id).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begun)
    qtbot.mouseMove(view.viewport(), begun + QPoint(0, 40))
    qtbot.mouseMove(view.viewport(), begun + QPoint(0, 44))
    key(page, Qt.Key.Key_Escape, qtbot)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=begun + QPoint(0, 44))
    assert view.ghost is None and times(event)["Work"] == "11:15–13:15"


def test_a_fixed_item_is_not_dragged_and_it_is_said_why(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    view = panel_of(page).side.view
    begun = view.rect_of(named(event, "Lunch").id).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begun)
    qtbot.mouseMove(view.viewport(), begun + QPoint(0, 40))
    assert view.ghost is None and "“Lunch” has a fixed time" in page.notice.sentence


# --- new, split, out --------------------------------------------------------------------------


def test_a_new_item_makes_room_and_its_title_waits_for_typing(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    choose(page, event, "Work")
    panel_of(page).side.new_button.click()
    qtbot.waitUntil(lambda: times(event).get("New item") == "13:15–13:45")
    qtbot.waitUntil(lambda: field(page, "name").selectedText() == "New item")
    type_into(page, "name", "Warm-up", qtbot)
    qtbot.waitUntil(lambda: "Warm-up" in times(event))


def test_an_item_is_split_and_copied_and_taken_out(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    choose(page, event, "Work")
    panel_of(page).card.wanted.emit("split")
    qtbot.waitUntil(lambda: len(programme(event)) == 5)
    panel_of(page).card.wanted.emit("copy")
    qtbot.waitUntil(lambda: len(programme(event)) == 6)
    choose(page, event, "Topics")
    key(page, Qt.Key.Key_Delete, qtbot)
    qtbot.waitUntil(lambda: "Topics" not in times(event))
    qtbot.waitUntil(lambda: page.toast.text == "Removed: Topics")
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: "Topics" in times(event))


def test_an_overlap_is_said_and_what_follows_moves_on_at_a_press(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    type_into(page, "length", "40", qtbot)
    side = panel_of(page).side
    qtbot.waitUntil(lambda: side.overlap.text() == "⚠ “Arrival” and “Topics” overlap by 10 min")
    side.room_button.click()
    qtbot.waitUntil(lambda: times(event)["Topics"] == "09:40–10:30")
    qtbot.waitUntil(lambda: "“Topics” loses 10 min." in page.toast.text)


# --- the rest of the day ----------------------------------------------------------------------


def test_what_a_shift_would_do_is_said_while_the_number_is_typed(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    shift = panel_of(page).side.shift
    shift.minutes.selectAll()
    qtbot.keyClicks(shift.minutes, "15")
    assert shift.preview.text().endswith("“Topics” loses 15 min. “Lunch” and what follows stay.")
    qtbot.keyClick(shift.minutes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: times(event)["Topics"] == "09:45–10:30")
    shift.minutes.setValue(200)
    assert "would have no time left before “Lunch”" in shift.preview.text() and not shift.button.isEnabled()
    shift.minutes.selectAll()
    qtbot.keyClicks(shift.minutes, "-5")
    assert shift.minutes.value() == -5


def test_where_we_are_and_what_the_pace_means_for_the_rest_is_said(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    clock = event.clock
    assert isinstance(clock, FakeClock)
    clock.forward(minutes=10)
    actions.start_item(event, named(event, "Arrival").id)
    side = panel_of(page).side
    qtbot.waitUntil(lambda: "10 min late" in side.state.text())
    assert "“Topics” loses 10 min." in side.forecast.text()
    topics = next(one for one in side.view.day.blocks if one.item.title == "Topics")
    assert topics.expected == "09:40" and "expected 09:40" in topics.spoken


# --- few, many, none --------------------------------------------------------------------------


def test_what_the_hall_sees_is_one_switch_away(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    actions.add_item(event, plan("Tables are set", 0, 20, public=False))
    side = panel_of(page).side
    qtbot.waitUntil(lambda: len(side.view.day.blocks) == 5)
    side.layer.choose("hall")
    side.layer.chosen.emit("hall")
    assert [one.item.title for one in side.view.day.blocks] == ["Arrival", "Topics", "Lunch", "Work"]


def test_a_day_without_items_offers_a_first_one(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    side = panel_of(page).side
    assert side.days is not None
    side.days.chosen.emit("2026-11-15")
    assert side.view.day.blocks == ()
    side.new_wanted.emit()
    qtbot.waitUntil(lambda: times(event).get("New item") == "09:00–09:30")
    assert named(event, "New item").starts_at.astimezone(TALLINN).date() == date(2026, 11, 15)


def test_an_empty_programme_offers_the_templates(event: Event, desk: Desk, qtbot: QtBot) -> None:
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("programme")
        qtbot.waitUntil(lambda: desk.waiting == 0 and panel_of(made).empty.isVisible())
        panel_of(made).empty.buttons["two"].click()
        qtbot.waitUntil(lambda: len(panel_of(made).side.view.day.blocks) == 10)


def test_sixty_items_with_long_names_over_three_days_are_shown(event: Event, desk: Desk, qtbot: QtBot) -> None:
    change_settings(event, with_settings(event, ends_on=date(2026, 11, 16)))
    items = []
    for number in range(60):
        day, at = divmod(number, 20)
        start = day * 1440 + at * 30
        items.append(plan(f"{number} {STRANGE_NAME}"[:120], start, start + 25))
    with event.change("plan") as session:
        actions.programme.add_programme(session, items)
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("programme")
        qtbot.waitUntil(lambda: desk.waiting == 0 and len(panel_of(made).side.view.day.blocks) == 20)
        view = panel_of(made).side.view
        assert all(view.rect_of(one.id).height() >= 36 for one in view.day.blocks)
        qtbot.keyClick(view, Qt.Key.Key_End)
        assert view.viewport().rect().contains(view.rect_of(view.day.blocks[-1].id))


# --- on the stage -----------------------------------------------------------------------------


def test_the_stage_has_the_same_programme_and_begins_an_item_there(event: Event, desk: Desk, qtbot: QtBot) -> None:
    actions.add_item(event, plan("Arrival", 0, 30))
    made = StagePage(desk)
    with shown(made, event, qtbot):
        made.show_panel("programme")
        panel = made.panel
        assert isinstance(panel, ProgrammePanel)
        qtbot.waitUntil(lambda: desk.waiting == 0 and bool(panel.side.view.day.blocks))
        panel.card.start_button.click()
        qtbot.waitUntil(lambda: programme(event)[0].started_at == event.clock.utc_now())
        qtbot.waitUntil(lambda: "on time" in panel.side.state.text())
        made.leave()


def test_who_is_next_is_chosen_where_an_item_is_taken_out(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    choose(page, event, "Topics")
    key(page, Qt.Key.Key_Delete, qtbot)
    qtbot.waitUntil(lambda: "Topics" not in times(event))
    qtbot.waitUntil(lambda: getattr(panel_of(page).current, "title", "") == "Lunch")
