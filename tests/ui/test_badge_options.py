"""Choosing which badges are made: new ones, a few people, blanks; asked before one is printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from builders import an_empty_event
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.documents.badge_values import BadgeWish, Which
from hackdesk.documents.kinds import print_kind
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.people import queries
from hackdesk.people.actions import add_person
from hackdesk.people.rules import Draft
from ui.desk import Desk
from ui.pages.documents.page import DocumentsPage

DRAWN = 20_000


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    for name in ("Õnne-Ly Kuusk", "Ants Tamm", "Mall Kask"):
        given, family = name.rsplit(" ", 1)
        add_person(made, Draft(given, family))
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[DocumentsPage]:
    made = DocumentsPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made
        made.leave()


def choose(page: DocumentsPage, which: Which) -> None:
    page.options.which.setCurrentIndex(page.options.which.findData(which.value))
    page.options.which.activated.emit(page.options.which.currentIndex())


def text_of(path: Path) -> str:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return " ".join(one.get_textpage().get_text_range() for one in document)


def size_of(path: Path) -> tuple[float, float]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        width, height = document[0].get_size()
        return width / 72 * 25.4, height / 72 * 25.4


def test_only_those_that_were_not_printed_yet(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    ants = next(one for one in queries.people(event) if one.given_name == "Ants")
    wish = BadgeWish(Which.CHOSEN, frozenset({ants.id}))
    print_kind(event, "badges", tmp_path / "one.pdf", wish=wish)
    qtbot.waitUntil(lambda: page.options.printed.text() == "1 of 3 printed")
    choose(page, Which.NEW)
    page.save_to(tmp_path / "new.pdf")
    qtbot.waitUntil(lambda: "new.pdf" in page.toast.text, timeout=DRAWN)
    said = text_of(tmp_path / "new.pdf")
    assert "Õnne-Ly" in said and "Mall" in said and "Ants" not in said
    qtbot.waitUntil(lambda: page.options.printed.text() == "3 of 3 printed")
    assert page.preview.said.startswith("Every badge is printed.")
    assert not page.save_button.isEnabled()


def test_what_was_printed_is_asked_about_in_its_place(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    people = frozenset(one.id for one in queries.people(event)[:2])
    print_kind(event, "badges", tmp_path / "two.pdf", wish=BadgeWish(Which.CHOSEN, people))
    qtbot.waitUntil(lambda: page.options.printed.text() == "2 of 3 printed")
    page.print_button.click()  # no dialog opens: it would block this test
    assert page.options.question.text() == "2 of them are printed already. Print them once more?"
    assert page.options.new_button.text() == "Only the 1 new one"
    page.print_button.click()  # a second press is no answer
    assert page.options.question.isVisible()
    choose(page, Which.NEW)
    assert not page.options.question.isVisible()


def test_the_badges_of_a_few_people_are_chosen_by_name_or_by_another_page(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    mall = next(one for one in queries.people(event) if one.given_name == "Mall")
    page.select(("badges", mall.id))
    page.options.people.line.insert("onne k")
    page.options.people.line.returnPressed.emit()

    def chosen() -> list[str]:
        buttons = page.options.people.findChildren(QPushButton)
        return [button.text() for button in buttons if button.isVisible()]

    qtbot.waitUntil(lambda: chosen() == ["Mall Kask", "Õnne-Ly Kuusk"])
    page.save_to(tmp_path / "few.pdf")
    qtbot.waitUntil(lambda: "few.pdf" in page.toast.text, timeout=DRAWN)
    assert "Ants" not in text_of(tmp_path / "few.pdf")


def test_blank_badges_are_numbered_on_from_the_last(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    print_kind(event, "badges", tmp_path / "first.pdf", wish=BadgeWish(Which.BLANK, blanks=20))
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    choose(page, Which.BLANK)
    page.options.blanks.setValue(2)
    page.save_to(tmp_path / "blank.pdf")
    qtbot.waitUntil(lambda: "blank.pdf" in page.toast.text, timeout=DRAWN)
    assert "Badge 21" in text_of(tmp_path / "blank.pdf") and "Badge 22" in text_of(tmp_path / "blank.pdf")
    assert page.options.printed.text() == "0 of 3 printed"


def test_the_format_is_the_events_and_the_preview_follows(page: DocumentsPage, event: Event, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.preview.page > 0, timeout=DRAWN)
    assert page.preview.size_mm == (210, 297)
    page.options.formats.setCurrentIndex(page.options.formats.findData("60x90"))
    page.options.formats.activated.emit(0)
    qtbot.waitUntil(lambda: settings_of(event).badge_format == "60x90")
    qtbot.waitUntil(lambda: page.preview.size_mm == (60, 90), timeout=DRAWN)
    assert page.preview.where.text() == "Page 1 of 3"
    assert not page.options.first.isVisible()
    page.options.formats.setCurrentIndex(page.options.formats.findData("90x60x8"))
    page.options.formats.activated.emit(0)
    qtbot.waitUntil(lambda: page.options.first.isVisible())
    assert page.options.first.maximum() == 8
