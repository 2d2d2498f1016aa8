"""A list is looked at, mended where a column is not understood, brought in, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft
from ui.desk import Desk
from ui.pages.prepare.import_panel import ImportPanel
from ui.pages.prepare.page import PreparePage

LINES = ("Nimi;E-post;Kas tohib pildistada?", "Anu Kuusk;anu@naide.ee;Jah", "Jüri Kask;jyri@;", ";x@naide.ee;Ei")


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("registrations")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def panel(page: PreparePage) -> ImportPanel:
    shown = page.panel
    assert isinstance(shown, ImportPanel)
    return shown


@pytest.fixture
def looked_at(panel: ImportPanel, desk: Desk, tmp_path: Path, qtbot: QtBot) -> Callable[..., None]:
    """These lines as a file, read and shown."""

    def look(*lines: str) -> None:
        path = tmp_path / "list.csv"
        path.write_bytes("\r\n".join(lines).encode("windows-1257"))
        panel.read_file(path)
        qtbot.waitUntil(lambda: panel.look.isVisible() and desk.waiting == 0, timeout=10_000)

    return look


def remarks(panel: ImportPanel) -> list[tuple[str, str]]:
    model = panel.look.remarks.model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_without_anybody_the_first_step_is_offered(panel: ImportPanel) -> None:
    assert panel.empty.isVisible() and panel.empty.button.text() == "Choose a file"


def test_a_list_is_shown_before_anybody_is_added(
    panel: ImportPanel, event: Event, looked_at: Callable[..., None]
) -> None:
    looked_at(*LINES)
    assert panel.look.understood.text() == "3 rows · Windows-1257 · cells between semicolons"
    assert list(panel.look.columns.columns.values()) == ["name", "email", "photo_consent"]
    assert panel.look.outcome.text() == "2 people are new."
    assert panel.look.bring_button.text() == "Bring in 2 people"
    assert [row for row, _said in remarks(panel)] == ["3", "4"]
    assert remarks(panel)[0][1].startswith("E-post: “jyri@” is not a whole e-mail address")
    assert queries.people(event) == ()


def test_a_list_is_brought_in_and_taken_back(
    page: PreparePage, panel: ImportPanel, event: Event, looked_at: Callable[..., None], qtbot: QtBot
) -> None:
    looked_at(*LINES)
    panel.look.bring_button.click()
    qtbot.waitUntil(lambda: page.toast.text == "2 people added")
    assert [person.name for person in queries.people(event)] == ["Anu Kuusk", "Jüri Kask"]
    qtbot.waitUntil(lambda: panel.so_far.text() == "2 people are on the list.")
    assert panel.earlier.rows[0].source == "list.csv"
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    assert queries.people(event) == ()


def test_a_column_nobody_recognises_is_mapped_by_hand(
    panel: ImportPanel, desk: Desk, looked_at: Callable[..., None], qtbot: QtBot
) -> None:
    looked_at("Kes;E-post", "Anu Kuusk;anu@naide.ee")
    assert "Say which column does" in panel.look.wrong.text() and not panel.look.bring_button.isEnabled()
    choice = panel.look.columns.choices["Kes"]
    choice.setCurrentIndex(choice.findData("name"))
    choice.finished.emit()
    qtbot.waitUntil(lambda: panel.look.bring_button.text() == "Bring in 1 person")
    assert panel.look.bring_button.isEnabled() and panel.look.wrong.isHidden()


def test_a_list_that_is_there_already_has_nothing_to_bring(
    panel: ImportPanel, page: PreparePage, looked_at: Callable[..., None], qtbot: QtBot
) -> None:
    looked_at(*LINES)
    panel.look.bring_button.click()
    qtbot.waitUntil(lambda: page.toast.text != "")
    looked_at(*LINES)
    assert panel.look.bring_button.text() == "Nothing new in this list" and not panel.look.bring_button.isEnabled()


def test_what_is_shown_follows_what_happens_at_the_desk(
    panel: ImportPanel, event: Event, looked_at: Callable[..., None], qtbot: QtBot
) -> None:
    looked_at("Nimi;E-post;Telefon", "Anu Kuusk;anu@naide.ee;5551")
    actions.register_walk_in(event, Draft("Anu", "Kuusk", email="anu@naide.ee"))
    qtbot.waitUntil(lambda: panel.look.bring_button.text() == "Change 1 person")


def test_a_picture_is_refused_in_a_sentence(
    panel: ImportPanel, page: PreparePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    panel.read_file(tmp_path / "photo.csv")
    qtbot.waitUntil(lambda: page.notice.sentence.startswith("photo.csv is not a table"), timeout=10_000)
    assert panel.empty.isVisible()


def test_a_file_is_dropped_and_put_away_again(panel: ImportPanel, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nimi\nAnu\n", encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    qtbot.waitUntil(panel.look.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)
    panel.look.closed.emit()
    assert panel.empty.isVisible()
