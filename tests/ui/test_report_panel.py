"""After, Report: texts are kept while they are written, and what is missing leads to where it is mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.documents.actions import write_report
from hackdesk.documents.report_values import HEADINGS, ReportTexts
from hackdesk.errors import Stale
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people.tables import PersonRow
from ui.desk import Desk
from ui.inputs import LongInput
from ui.pages.after.page import AfterPage
from ui.pages.after.report_panel import ReportPanel
from ui.widgets.button import Button
from ui.widgets.label import Label


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[AfterPage]:
    with event.change("fill") as session:
        session.add(PersonRow(code="K7QM4", given_name="Mari", family_name="Tamm"))
    write_report(event, "goals", "To bring people together", before="")
    made = AfterPage(desk)
    with shown(made, event, qtbot):
        made.select("report")
        qtbot.waitUntil(lambda: "Nothing" not in told(made) and "Not written yet" in told(made))
        yield made


def panel_of(page: AfterPage) -> ReportPanel:
    assert isinstance(page.panel, ReportPanel)
    return page.panel


def told(page: AfterPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(Label) if one.isVisible())


def input_of(page: AfterPage, name: str) -> LongInput:
    made = panel_of(page).form.fields[name].input
    assert isinstance(made, LongInput)
    return made


def texts(event: Event) -> ReportTexts:
    return ReportTexts.of(settings_of(event).funder_report)


def test_what_was_written_before_is_there_also_where_the_keyboard_is(page: AfterPage) -> None:
    assert input_of(page, "goals").toPlainText() == "To bring people together"
    assert "4 words." in told(page)


def test_a_text_is_kept_while_it_is_written(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    field = input_of(page, "learnt")
    field.setFocus()
    QTest.keyClicks(field, "Begin with the topics.")
    qtbot.waitUntil(lambda: texts(event).learnt == "Begin with the topics.")  # without leaving the field
    qtbot.waitUntil(lambda: "Saved" in panel_of(page).kept.text())
    assert field.toPlainText() == "Begin with the topics." and texts(event).goals == "To bring people together"
    qtbot.waitUntil(lambda: "Not written yet: What we learnt." not in told(page))
    undo(event)
    assert texts(event).learnt == ""


def test_what_somebody_else_wrote_is_not_written_over(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    field = input_of(page, "goals")
    field.setFocus()
    QTest.keyClicks(field, "Mine. ")
    write_report(event, "goals", "Theirs.", before="To bring people together")
    qtbot.waitUntil(lambda: "Somebody else" in panel_of(page).form.fields["goals"].error)
    assert texts(event).goals == "Theirs." and "Mine." in field.toPlainText()
    with pytest.raises(Stale):
        write_report(event, "goals", "Mine.", before="")


def test_what_is_missing_leads_to_where_it_is_mended(page: AfterPage, qtbot: QtBot) -> None:
    said = told(page)
    for sentence in ("Not written yet: What was done.", "The organiser is not named.", "No feedback forms yet."):
        assert sentence in said
    ways = {one.accessibleDescription(): one for one in page.findChildren(Button) if one.accessibleDescription()}
    ways["Not written yet: What follows."].click()
    assert input_of(page, "follows").hasFocus()
    with qtbot.waitSignal(page.wants) as asked:
        ways["The organiser is not named."].click()
    assert asked.args == ["prepare", "event"]


def test_the_report_is_looked_at_and_printed_under_documents(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as asked:
        panel_of(page).print_button.click()
    assert asked.args == ["documents", "report"]
    assert set(panel_of(page).form.fields) == set(HEADINGS)


def test_the_last_words_before_the_window_closes_are_kept(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    field = input_of(page, "follows")
    field.setFocus()
    QTest.keyClicks(field, "The bus goes on")
    page.leave()
    qtbot.waitUntil(lambda: texts(event).follows == "The bus goes on")
