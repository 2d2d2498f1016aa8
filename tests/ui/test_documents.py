"""The Documents page: seen before it is saved, saved whole, and said where something is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from builders import an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hackdesk.documents.kinds import KINDS, standings
from hackdesk.documents.moments import MOMENTS
from hackdesk.documents.queries import last_printed
from hackdesk.event.store import Event
from hackdesk.people.actions import add_person
from hackdesk.people.rules import Draft
from hackdesk.rehearsal import Scale, sample_event
from ui.desk import Desk
from ui.pages.documents.page import DocumentsPage
from ui.printing import printer_for
from ui.watch import Watch

#: Milliseconds for a process that starts, draws and ends on a busy machine.
DRAWN = 20_000


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("played") / "sample.hackdesk"
    sample_event(path, Scale(people=12, teams=2, jurors=2))
    return path


@pytest.fixture
def event(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Event]:
    """The played event, or an empty one where a test asks for it."""
    if getattr(request, "param", "") == "empty":
        made = an_empty_event(tmp_path)
    else:
        made = Event.open(shutil.copy(request.getfixturevalue("played"), tmp_path / "event.hackdesk"))
    yield made
    made.close()


empty = pytest.mark.parametrize("event", ["empty"], indirect=True)


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[DocumentsPage]:
    made = DocumentsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1136, 668)
    made.show()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    yield made
    watch.close()
    made.leave()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    made.deleteLater()


def seen(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.preview.page > 0 and not page.preview.paper.pixmap().isNull(), timeout=DRAWN)


def pages_in(path: Path) -> int:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return len(document)


def text_of(path: Path) -> str:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def test_a_document_is_seen_and_its_pages_are_turned_with_the_keys(page: DocumentsPage, qtbot: QtBot) -> None:
    seen(page, qtbot)
    assert page.preview.where.text() == "Page 1 of 2"
    before = page.preview.paper.pixmap().cacheKey()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.preview.page == 2
    qtbot.waitUntil(lambda: page.preview.paper.pixmap().cacheKey() != before)
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.preview.page == 2
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    assert page.preview.page == 1


def test_arrow_keys_choose_another_document(page: DocumentsPage, qtbot: QtBot) -> None:
    page.take_focus()
    first, second, third = list(KINDS)[:3]
    qtbot.keyClick(page.kinds.entries[first], Qt.Key.Key_Down)
    assert page.kinds.current == second
    qtbot.keyClick(page.kinds.entries[second], Qt.Key.Key_Down)
    assert page.kinds.current == third == "programme"
    seen(page, qtbot)
    assert "days" in page.kinds.entries["programme"].count.text()


def test_a_saved_document_is_on_disk_before_it_is_said_and_is_written_down(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    page.kinds.choose("certificates")
    page.wishes.languages.setCurrentIndex(page.wishes.languages.findData("et"))
    path = tmp_path / "tunnistused.pdf"
    page.save_to(path)
    assert not page.save_button.isEnabled()
    qtbot.waitUntil(lambda: bool(page.toast.text), timeout=DRAWN)
    assert "tunnistused.pdf" in page.toast.text
    note = last_printed(event)["certificates"]
    assert (note.pages, note.language, note.revision) == (pages_in(path), "et", 1)
    assert "-0001" in text_of(path)
    qtbot.waitUntil(lambda: "Printed" in page.kinds.entries["certificates"].state.text())
    assert page.save_button.isEnabled()


def able(event: Event) -> int:
    """How many documents there are something to print for, badges among them."""
    return sum(not one.refusal and not KINDS[one.name].private for one in standings(event))


def test_all_documents_go_into_one_folder(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    expected = able(event)
    page.make_all_into(folder)
    qtbot.waitUntil(lambda: bool(page.toast.text), timeout=4 * DRAWN)
    assert f"{expected} documents" in page.toast.text
    assert len(list(folder.glob("*.pdf"))) == expected
    assert page.progress.isHidden()


def test_what_belongs_to_one_moment_is_made_by_itself(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    assert "At the door: 2 …" in [action.text() for action in page.menu.actions()]
    (tmp_path / "out").mkdir()
    page.make_all_into(tmp_path / "out", next(one for one in MOMENTS if one.name == "door").kinds)
    qtbot.waitUntil(lambda: "2 documents" in page.toast.text, timeout=2 * DRAWN)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_typing_finds_a_document_and_the_arrows_go_among_what_is_found(page: DocumentsPage, qtbot: QtBot) -> None:
    page.kinds.field.setFocus()
    qtbot.keyClicks(page.kinds.field, "mentor")
    qtbot.waitUntil(lambda: page.kinds.entries["badges"].isHidden())
    shown = [name for name, entry in page.kinds.entries.items() if not entry.isHidden()]
    assert shown[:3] == ["mentor_slips", "mentor_table_slips", "mentor_plan"]
    assert [moment.name for moment, head in page.kinds.heads.items() if not head.isHidden()] == ["teams", "after"]
    qtbot.keyClick(page.kinds.field, Qt.Key.Key_Return)
    assert page.kinds.current == "mentor_slips"
    qtbot.keyClick(page.kinds.field, Qt.Key.Key_Down)
    assert page.kinds.current == "mentor_table_slips"
    qtbot.keyClick(page.kinds.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.kinds.entries["badges"].isHidden())


def test_private_documents_have_a_lock_and_say_so(page: DocumentsPage) -> None:
    private = {name for name, entry in page.kinds.entries.items() if "private" in entry.accessibleName()}
    assert private == {name for name, kind in KINDS.items() if kind.private}


def test_only_some_pages_are_saved(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.kinds.choose("certificates")
    qtbot.waitUntil(lambda: page.save_button.isEnabled())
    page.wishes.pages.setText("five")
    page.save_to(tmp_path / "part.pdf")
    assert "names no pages" in page.notice.sentence
    page.wishes.pages.setText("2-3")
    page.save_to(tmp_path / "part.pdf")
    qtbot.waitUntil(lambda: "2 pages" in page.toast.text, timeout=DRAWN)
    assert pages_in(tmp_path / "part.pdf") == 2
    page.kinds.choose("badges")
    assert page.wishes.pages.isHidden()


def test_the_archive_is_made_beside_the_window_and_says_where_to_begin(
    page: DocumentsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.archiving.make(tmp_path)
    assert not page.save_button.isEnabled()
    qtbot.waitUntil(lambda: bool(page.toast.text), timeout=4 * DRAWN)
    (folder,) = tmp_path.glob("*arhiiv")
    assert folder.name in page.toast.text
    assert "LOE KÕIGEPEALT" in page.toast.text
    assert (folder / "LOE KÕIGEPEALT.txt").is_file()
    assert page.save_button.isEnabled()


def test_stopping_the_archive_takes_its_folder_away(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.archiving.make(tmp_path)
    qtbot.waitUntil(lambda: not page.archiving.progress.isHidden())
    page.archiving.progress.cancel_button.click()
    qtbot.waitUntil(lambda: page.toast.text.startswith("Stopped."), timeout=2 * DRAWN)
    assert not list(tmp_path.glob("*arhiiv"))


@empty
def test_all_documents_made_again_print_no_badge_twice(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    add_person(event, Draft("Õnne-Ly", "Kuusk"))  # one on the list: what there is to print is soon printed
    qtbot.waitUntil(lambda: page.kinds.entries["badges"].count.text() == "1 badge")
    page.kinds.choose("badges")
    page.save_to(tmp_path / "badges.pdf")
    qtbot.waitUntil(lambda: bool(page.toast.text), timeout=DRAWN)
    qtbot.waitUntil(lambda: "Printed" in page.kinds.entries["badges"].state.text())
    folder = tmp_path / "out"
    folder.mkdir()
    expected = able(event) - 1  # counted once: asked at every look, it would keep this thread from the work
    assert expected > 1
    page.make_all_into(folder)
    qtbot.waitUntil(lambda: f"{expected} documents" in page.toast.text, timeout=4 * DRAWN)
    assert not list(folder.glob("*badges*"))


def test_stopping_leaves_no_half_document(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    page.make_all_into(folder)
    qtbot.waitUntil(lambda: not page.progress.isHidden())
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: bool(page.toast.text), timeout=4 * DRAWN)
    assert page.toast.text.startswith("Stopped.")
    assert len(list(folder.iterdir())) < 9
    assert all(pages_in(path) > 0 for path in folder.iterdir())
    assert page.save_button.isEnabled()


def test_a_document_goes_to_a_printer_at_its_own_size(page: DocumentsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.kinds.choose("results")
    printer = printer_for((210, 297))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_on(printer)
    qtbot.waitUntil(lambda: "to the printer" in page.toast.text, timeout=2 * DRAWN)
    with closing(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) as document:
        assert document[0].get_size() == pytest.approx((595, 842), abs=1)


def test_a_name_that_cannot_be_printed_is_named_in_the_preview_and_when_saving(
    page: DocumentsPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    add_person(event, Draft("陳大文"))
    qtbot.waitUntil(lambda: "陳大文" in page.preview.said, timeout=DRAWN)
    page.save_to(tmp_path / "badges.pdf")
    qtbot.waitUntil(lambda: "陳大文" in page.notice.sentence, timeout=DRAWN)
    assert not (tmp_path / "badges.pdf").exists()


@empty
def test_an_empty_event_says_what_each_document_lacks_and_leads_there(page: DocumentsPage, qtbot: QtBot) -> None:
    assert page.preview.said.startswith("There is nobody on the list yet.")
    assert not page.save_button.isEnabled()
    assert not page.all_button.isEnabled()
    with qtbot.waitSignal(page.wants) as wanted:
        page.preview.mend_button.click()
    assert wanted.args == ["prepare", None]
    page.kinds.choose("ballots")
    assert page.kinds.entries["ballots"].state.text() == "There are no criteria yet."
    assert page.preview.said.startswith("There are no criteria yet.")


@empty
def test_the_page_reads_again_when_something_comes_in(page: DocumentsPage, event: Event, qtbot: QtBot) -> None:
    add_person(event, Draft("Õnne-Ly", "Kuusk"))
    qtbot.waitUntil(lambda: page.kinds.entries["badges"].count.text() == "1 badge")
    seen(page, qtbot)
    assert page.save_button.isEnabled()


def test_numbers_go_into_a_folder_as_tables(
    page: DocumentsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "tables"))
    page.menu.tables.emit()
    qtbot.waitUntil(lambda: "Saved in tables" in page.toast.text)
    assert (tmp_path / "tables" / "tabelid.xlsx").exists()
