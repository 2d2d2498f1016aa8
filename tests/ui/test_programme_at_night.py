"""The programme's panel in the nights in which the clock is changed: back on 25 October, forward on 29 March."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from at_the_programme import TALLINN, field, panel_of, type_into, with_settings
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda import actions
from hackdesk.agenda.hours import moment
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned
from hackdesk.event.settings import change_settings
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def night(event: Event, desk: Desk, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[PreparePage]:
    sunday = request.param
    change_settings(event, with_settings(event, starts_on=sunday - timedelta(days=1), ends_on=sunday))
    begins = moment(sunday, time(1), TALLINN)
    actions.add_item(event, Planned("Night walk", begins, begins + timedelta(minutes=30)))
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("programme")
        qtbot.waitUntil(lambda: desk.waiting == 0 and bool(panel_of(made).side.view.day.blocks))
        yield made


@pytest.mark.parametrize("night", [date(2026, 10, 25)], indirect=True)
def test_a_time_that_comes_twice_is_the_first_and_the_second_is_a_tick_away(
    night: PreparePage, event: Event, qtbot: QtBot
) -> None:
    second = panel_of(night).card.form.fields["second"]
    assert not second.isVisible()
    type_into(night, "starts", "3:30", qtbot)
    qtbot.waitUntil(second.isVisible)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert programme(event)[0].starts_at == first
    second.input.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: programme(event)[0].starts_at == first + timedelta(hours=1))
    assert programme(event)[0].ends_at - programme(event)[0].starts_at == timedelta(minutes=30)


@pytest.mark.parametrize("night", [date(2026, 3, 29)], indirect=True)
def test_a_time_that_is_not_there_is_refused_in_words(night: PreparePage, event: Event, qtbot: QtBot) -> None:
    form = panel_of(night).card.form
    type_into(night, "starts", "3:30", qtbot)
    qtbot.waitUntil(lambda: "no 03:30 on this day" in form.fields["starts"].error)
    assert field(night, "starts").text() == "3:30"


@pytest.mark.parametrize("night", [date(2026, 10, 25)], indirect=True)
def test_an_item_over_the_change_says_its_real_length(night: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(night, "ends", "5", qtbot)
    remark = panel_of(night).card.remark
    qtbot.waitUntil(lambda: remark.text() == "The clock goes back meanwhile: it lasts 5 h.")
    assert panel_of(night).side.view.day.blocks[0].length == "5 h"


@pytest.mark.parametrize("night", [date(2026, 10, 25), date(2026, 3, 29)], indirect=True)
def test_a_drag_over_the_change_keeps_the_real_length(night: PreparePage, event: Event, qtbot: QtBot) -> None:
    view = panel_of(night).side.view
    item = programme(event)[0]
    view.moved.emit(item.id, item.starts_at + timedelta(hours=3))
    qtbot.waitUntil(lambda: programme(event)[0].starts_at == item.starts_at + timedelta(hours=3))
    assert programme(event)[0].ends_at - programme(event)[0].starts_at == timedelta(minutes=30)
    said = {10: "03:00–03:30", 3: "05:00–05:30"}[item.starts_at.astimezone(TALLINN).month]
    qtbot.waitUntil(lambda: view.day.blocks[0].times == said)
