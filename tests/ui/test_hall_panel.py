"""The projector steered from its part of the Stage: steps, keys, what comes next, what to say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda import actions, queries, template
from hackdesk.agenda.cues import CueDraft
from hackdesk.agenda.rules import View
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.language import language
from ui.desk import Desk
from ui.pages.stage.hall_panel import HallPanel
from ui.pages.stage.page import StagePage
from ui.projector.frames import ListFrame, TextFrame


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    settings = settings_of(event)
    with event.change("fill") as session:
        items = template.planned(template.TWO_DAYS, settings.days, settings.zone, language("en"))
        actions.add_programme(session, items)
    made = StagePage(desk)
    with shown(made, event, qtbot):
        made.show_panel("hall")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made
        made.leave()


def panel_of(page: StagePage) -> HallPanel:
    assert isinstance(page.panel, HallPanel)
    return page.panel


def rows(page: StagePage) -> list[View]:
    return [line.cue.view for line in panel_of(page).cues.table.rows]


def prepare(page: StagePage, event: Event, qtbot: QtBot, *views: View) -> None:
    for view in views:
        actions.add_cue(event, CueDraft(view, "Supper", note=f"at {view}"))
    qtbot.waitUntil(lambda: rows(page) == list(views))


def test_an_empty_list_offers_the_programme_and_one_press_fills_it(
    page: StagePage, event: Event, qtbot: QtBot
) -> None:
    panel = panel_of(page)
    assert panel.cues.empty.isVisible() and panel.views.cues.what.text() == "No steps are prepared"
    qtbot.mouseClick(panel.cues.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: View.RESULTS in rows(page))
    assert page.toast.text == f"{len(rows(page))} steps are prepared"
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(page) == [])


def test_one_key_shows_the_next_step_and_one_goes_back(page: StagePage, event: Event, qtbot: QtBot) -> None:
    prepare(page, event, qtbot, View.PROGRAMME, View.MESSAGE)
    panel = panel_of(page)
    assert isinstance(panel.coming.view.frame, ListFrame | TextFrame)
    assert panel.views.cues.what.text() == "Next: Now and next · at programme"
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: queries.stage(event).view is View.PROGRAMME)
    qtbot.waitUntil(lambda: panel.cues.table.rows[0].sign == ("shown", "accent"))
    assert panel.cues.table.rows[1].sign == ("next", "info")
    assert isinstance(panel.coming.view.frame, TextFrame) and panel.coming.view.frame.text == "Supper"
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(panel.preview.view.frame, TextFrame) and panel.coming.isHidden())
    assert panel.views.cues.what.text() == "The list of steps is at its end"
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: queries.stage(event).view is View.PROGRAMME)
    qtbot.waitUntil(lambda: panel.views.buttons[View.PROGRAMME].isChecked())


def test_a_clicker_goes_on_in_the_list_and_back_until_the_timer_is_shown(
    page: StagePage, event: Event, qtbot: QtBot
) -> None:
    prepare(page, event, qtbot, View.PROGRAMME, View.TIMER)
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: queries.stage(event).view is View.PROGRAMME)
    qtbot.waitUntil(lambda: page.showing.stage.view is View.PROGRAMME)
    page.bounce.forget()
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: page.showing.stage.view is View.WELCOME)
    actions.show_on_stage(event, View.TIMER)
    qtbot.waitUntil(lambda: page.showing.stage.view is View.TIMER)
    assert page.hall.step_of_click(forward=True) is None


def test_a_letter_in_the_message_is_a_letter(page: StagePage, event: Event, qtbot: QtBot) -> None:
    prepare(page, event, qtbot, View.PROGRAMME)
    panel = panel_of(page)
    panel.views.buttons[View.MESSAGE].click()
    qtbot.keyClicks(panel.views.message, "Noon")
    assert panel.views.message.text() == "Noon" and queries.stage(event).view is View.WELCOME


def test_a_step_is_written_changed_moved_and_taken_out(page: StagePage, event: Event, qtbot: QtBot) -> None:
    panel = panel_of(page)
    prepare(page, event, qtbot, View.WELCOME, View.TIMER)
    panel.cues.table.choose(queries.cues(event)[0].id)
    panel.cues.add_button.click()
    form = panel.cues.form
    assert form.view.currentData() == "message"
    qtbot.keyClick(form.message, Qt.Key.Key_Return)
    assert form.isVisible() and form._message.error == "Type what the hall is to read."
    form.message.setText("Coffee is ready")
    form.note.setText("after the talk")
    qtbot.keyClick(form.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page) == [View.WELCOME, View.MESSAGE, View.TIMER])
    made = queries.cues(event)[1]
    assert (made.message, made.note) == ("Coffee is ready", "after the talk")
    panel.cues.table.choose(made.id)
    qtbot.keyClick(panel.cues.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: rows(page) == [View.MESSAGE, View.WELCOME, View.TIMER])
    assert panel.cues.table.current.cue.id == made.id
    qtbot.keyClick(panel.cues.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(page) == [View.WELCOME, View.TIMER])
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(page) == [View.MESSAGE, View.WELCOME, View.TIMER])


def test_a_message_is_written_in_every_language_of_the_hall(page: StagePage, event: Event, qtbot: QtBot) -> None:
    from dataclasses import replace

    change_settings(event, replace(settings_of(event), hall_languages=["en", "ru"]))
    panel = panel_of(page)
    qtbot.waitUntil(lambda: panel.cues._tongues == ("en", "ru"))
    panel.cues.add_button.click()
    panel.cues.form.message.setText("Supper")
    panel.cues.form.others["ru"].setText("Ужин")
    panel.cues.form.save_button.click()
    qtbot.waitUntil(lambda: len(queries.cues(event)) == 1)
    assert queries.cues(event)[0].other_messages == {"ru": "Ужин"}


def test_what_to_say_is_shown_while_results_are_revealed(page: StagePage, event: Event, qtbot: QtBot) -> None:
    from dataclasses import replace

    from hackdesk.jury.reveal import Crowned, Step, StepKind

    panel, showing = panel_of(page), page.showing
    steps = (Step(StepKind.PLACE, (Crowned("Bus"),), 2, 2), Step(StepKind.PAUSE, (), 1, 1))
    stage = replace(showing.stage, view=View.RESULTS, revealed=1)
    assert panel.script.isHidden()
    panel.script.show_script(replace(showing, stage=stage, steps=steps))
    assert panel.script.now.text() == "Second place: “Bus”."
    assert panel.script.then.text() == "Then: First place goes to … (wait)"
    assert panel.script.reveal_button.text() == "Announce: First place"
    panel.script.reveal_button.click()
    qtbot.waitUntil(lambda: queries.stage(event).revealed == 2)


def test_every_control_says_what_it_is(page: StagePage) -> None:
    silent = [
        button
        for button in page.findChildren(QPushButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert silent == []
    panel = panel_of(page)
    for widget in (panel.cues.table, panel.preview.view, panel.coming.view, panel.views.message):
        assert widget.accessibleName()
