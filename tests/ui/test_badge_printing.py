"""Badges at the door: one by one to a printer, told when it fails, and blank ones that become somebody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.documents.badge_values import BadgeWish, Which
from hackdesk.documents.kinds import print_kind
from hackdesk.event.history import recent
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries
from hackdesk.people.half_typed import HalfTyped
from hackdesk.people.rules import Draft, Person
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage
from ui.printing import NoPrinter, open_printer

#: Milliseconds for a process that starts, draws and ends on a busy machine.
DRAWN = 20_000
PRINTER = "Brother QL-820"


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    for draft in (Draft("Õnne-Ly", "Kuusk", photo_consent=True), Draft("Jüri", "Kask", photo_consent=True)):
        actions.add_person(made, draft)
    yield made
    made.close()


@pytest.fixture
def chosen() -> None:
    """A printer for badges is chosen on this laptop, and badges are printed when people come."""
    laptop.save(replace(laptop.load(), badge_printer=PRINTER, print_at_check_in=True))


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    made = CheckInPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: made.door.now is not None)
        yield made
        made.leave()


def to_file(path: Path) -> Callable[[str], QPrinter]:
    """A printer whose paper is a file."""

    def opened(name: str) -> QPrinter:
        assert name == PRINTER
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return opened


def somebody(event: Event, name: str) -> Person:
    return next(person for person in queries.people(event) if person.name == name)


def find(page: CheckInPage, text: str, qtbot: QtBot) -> None:
    page.door.field.clear()
    page.door.field.line.insert(text)


def enter(page: CheckInPage, qtbot: QtBot, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Return, modifier)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def scanned(path: Path) -> list[str]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [one.text for one in zxingcpp.read_barcodes(document[0].render(scale=150 / 72).to_pil())]


def size_mm(path: Path) -> tuple[float, ...]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return tuple(side / 72 * 25.4 for side in document[0].get_size())


@pytest.mark.usefixtures("chosen")
def test_enter_checks_in_and_the_badge_comes_out_of_the_printer(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    change_settings(event, replace(settings_of(event), badge_format="90x54x10"))
    paper = tmp_path / "badge.pdf"
    page.door.badges.printing.open = to_file(paper)
    find(page, "Kuusk", qtbot)
    assert page.door.card.go.text() == "Check in and print badge"
    enter(page, qtbot)
    person = somebody(event, "Õnne-Ly Kuusk")
    assert person.presences and page.door.field.text == ""
    qtbot.waitUntil(lambda: somebody(event, person.name).badge_printed_at is not None, timeout=DRAWN)
    assert scanned(paper) == [person.code]
    assert size_mm(paper) == pytest.approx((90, 54), abs=0.5)
    qtbot.waitUntil(lambda: page.door.badges.told.said.text().startswith("Badge printed"), timeout=DRAWN)


@pytest.mark.usefixtures("chosen")
def test_check_in_only_has_a_key_of_its_own_and_prints_nothing(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    page.door.badges.printing.open = to_file(tmp_path / "badge.pdf")
    find(page, "Kuusk", qtbot)
    page.window().activateWindow()
    assert page.door.card.only_button.isVisible()
    page.door.card.only_button.click()
    qtbot.waitUntil(lambda: bool(somebody(event, "Õnne-Ly Kuusk").presences))
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert not page.door.badges.printing.is_waiting(somebody(event, "Õnne-Ly Kuusk"))
    assert page.door.badges.told.print_button.text() == "Print badge"


def test_without_a_printer_the_button_says_only_check_in_and_the_badge_can_be_a_pdf(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    find(page, "Kuusk", qtbot)
    assert page.door.card.go.text() == "Check in"
    assert not page.door.card.only_button.isVisible()
    with qtbot.waitSignal(page.wants) as wanted:
        page.door.badges.line.print_button.click()
    assert wanted.args == ["documents", ("badges", somebody(event, "Õnne-Ly Kuusk").id)]


@pytest.mark.qt_log_ignore("QPainter::begin.*", extend=True)
@pytest.mark.usefixtures("chosen")
def test_a_printer_that_fails_is_told_in_words_and_the_check_in_stays(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    page.door.badges.printing.open = to_file(tmp_path / "nowhere" / "badge.pdf")
    find(page, "Kuusk", qtbot)
    enter(page, qtbot)
    qtbot.waitUntil(lambda: bool(page.door.badges.failed.sentence), timeout=DRAWN)
    assert "the badge of Õnne-Ly Kuusk" in page.door.badges.failed.sentence
    assert "does not take the document" in page.door.badges.failed.sentence
    person = somebody(event, "Õnne-Ly Kuusk")
    assert person.presences and person.badge_printed_at is None
    page.door.badges.printing.open = to_file(tmp_path / "badge.pdf")
    page.door.badges.again_button.click()
    qtbot.waitUntil(lambda: somebody(event, person.name).badge_printed_at is not None, timeout=DRAWN)
    assert page.door.badges.failed.sentence == ""


def test_a_printer_that_is_not_there_is_named(qapp: object) -> None:
    with pytest.raises(NoPrinter) as refused:
        open_printer(PRINTER)
    assert refused.value.values["name"] == PRINTER


@pytest.mark.usefixtures("chosen")
def test_a_badge_that_was_printed_is_printed_again_only_when_asked(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    print_kind(event, "badges", tmp_path / "all.pdf")
    person = somebody(event, "Õnne-Ly Kuusk")
    qtbot.waitUntil(lambda: page.door.now is not None and page.door.now.people[person.id] == person)
    page.door.badges.printing.open = to_file(tmp_path / "again.pdf")
    find(page, "Kuusk", qtbot)
    assert page.door.card.go.text() == "Check in"
    enter(page, qtbot)
    assert not page.door.badges.printing.is_waiting(person)
    line = page.door.badges.told
    qtbot.waitUntil(lambda: line.said.text().startswith("Badge printed"))
    line.print_button.click()
    assert line.said.text().endswith("Print it once more?")
    line.again_button.click()
    qtbot.waitUntil(lambda: recent(event)[0].action == "print badges again", timeout=DRAWN)
    assert scanned(tmp_path / "again.pdf") == [person.code]


def blanks(event: Event, folder: Path, count: int = 3) -> list[str]:
    path = print_kind(event, "badges", folder / "blank.pdf", wish=BadgeWish(Which.BLANK, blanks=count)).path
    return sorted(scanned(path))


def test_a_blank_badge_asks_whose_it_is_and_then_means_its_owner(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    code, *_more = blanks(event, tmp_path)
    find(page, code, qtbot)
    enter(page, qtbot)
    assert page.door.badges.whose.sentence.startswith("Whose is badge ")
    find(page, "Kask", qtbot)
    assert page.door.card.go.text().startswith("Give badge ")
    enter(page, qtbot)
    qtbot.waitUntil(lambda: bool(somebody(event, "Jüri Kask").presences))
    assert page.door.badges.whose.sentence == ""
    person = somebody(event, "Jüri Kask")
    assert queries.person_with(event, code).id == queries.person_with(event, person.code).id == person.id
    find(page, code, qtbot)
    enter(page, qtbot)
    qtbot.waitUntil(lambda: page.door.answer.name.text() == person.name)
    assert "Already in" in page.door.answer.word.text()
    assert "Blank badge" in page.door.badges.told.said.text()


@pytest.mark.usefixtures("chosen")
def test_a_walk_in_gets_the_blank_badge_that_waits(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    code, *_more = blanks(event, tmp_path)
    find(page, code, qtbot)
    enter(page, qtbot)
    page.door.forms.keeping.keep(HalfTyped(datetime.now(UTC), Draft("Liisa", "Saar")), True)
    qtbot.waitUntil(lambda: page.door.badges.asking == 0 and page.desk.waiting == 0)
    walk_in = queries.person_with(event, code)
    assert walk_in.name == "Liisa Saar"
    assert not page.door.badges.printing.is_waiting(walk_in)  # one badge is enough


def test_giving_a_blank_badge_is_taken_back(event: Event, tmp_path: Path) -> None:
    code, other, _third = blanks(event, tmp_path)
    person, somebody_else = queries.people(event)
    actions.bind_badge(event, code, person.id)
    number = event.head()
    actions.bind_badge(event, code, person.id)
    assert event.head() == number  # the same once more writes nothing
    with pytest.raises(Exception, match="already"):
        actions.bind_badge(event, code, somebody_else.id)
    actions.bind_badge(event, other, person.id)  # a person may have two
    undo(event, number)
    with pytest.raises(Exception, match="nobody's yet"):
        actions.check_in(event, code)
