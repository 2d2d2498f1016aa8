"""A list goes through its steps, is mended where something is doubtful, brought in, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft
from ui.desk import Desk
from ui.pages.prepare.import_panel import ImportPanel
from ui.pages.prepare.import_wizard import ImportWizard
from ui.pages.prepare.page import PreparePage

CLEAN = ("Nimi;E-post;Kas tohib pildistada?", "Anu Kuusk;anu@naide.ee;Jah", "Jüri Kask;jyri@naide.ee;Ei")
MESSY = (
    "Nimi;E-post;Kes sa oled?;Kas tohib pildistada?", "Anu Kuusk;anu@naide.ee;Pensionär;Jah",
    "Jüri Kask;jyri@naide,ee;Ametnik;Jah, aga mitte näost", ";x@naide.ee;Ametnik;Ei",
    "Anu Kuusk;teine@naide.ee;Ametnik;Ei", "MARI TAMM;mari@naide.ee;Ametnik;Ei",
)  # fmt: skip
PATIENCE = 20_000


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
def looked_at(panel: ImportPanel, tmp_path: Path, qtbot: QtBot) -> Callable[..., ImportWizard]:
    """These lines as a file, read and shown."""

    def look(*lines: str) -> ImportWizard:
        path = tmp_path / "list.csv"
        path.write_bytes("\r\n".join(lines).encode("windows-1257"))
        panel.read_file(path)
        qtbot.waitUntil(lambda: panel.wizard.isVisible() and not panel.busy, timeout=PATIENCE)
        return panel.wizard

    return look


@pytest.fixture
def settled(panel: ImportPanel, qtbot: QtBot) -> Callable[[], None]:
    """Waits for what is being worked out."""
    return lambda: qtbot.waitUntil(lambda: not panel.busy and panel.page.desk.waiting == 0, timeout=PATIENCE)


def press(wizard: ImportWizard, key: Qt.Key) -> None:
    QTest.keyClick(wizard.focusWidget() or wizard, key)


def lines(wizard: ImportWizard) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in wizard.summary.lines.rows]


def test_without_anybody_the_first_step_is_offered(panel: ImportPanel) -> None:
    assert panel.empty.isVisible() and panel.empty.button.text() == "Choose a file"


def test_a_clean_list_is_two_key_presses_from_its_file_to_the_people(
    looked_at: Callable[..., ImportWizard], page: PreparePage, panel: ImportPanel, event: Event, qtbot: QtBot
) -> None:
    wizard = looked_at(*CLEAN)
    assert wizard.file.understood.text() == "2 rows · Windows-1257 · cells between semicolons"
    assert wizard.next_button.text() == "Next: Summary" and wizard.needed == set()
    assert queries.people(event) == ()
    press(wizard, Qt.Key.Key_Return)
    assert wizard.step == "summary" and wizard.next_button.text() == "Bring in 2 people"
    press(wizard, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.toast.text == "2 people added", timeout=PATIENCE)
    assert [person.name for person in queries.people(event)] == ["Anu Kuusk", "Jüri Kask"]
    qtbot.waitUntil(lambda: panel.so_far.text() == "2 people are on the list.")
    assert panel.earlier.rows[0].source == "list.csv"
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    assert queries.people(event) == ()


def test_a_messy_list_is_decided_step_by_step(
    looked_at: Callable[..., ImportWizard], settled: Callable[[], None], page: PreparePage, event: Event,
    qtbot: QtBot,
) -> None:  # fmt: skip
    wizard = looked_at(*MESSY)
    assert wizard.needed == {"words", "doubts"}
    press(wizard, Qt.Key.Key_Return)
    assert wizard.step == "words"
    word = wizard.words.choices["groups", "Pensionär"]
    word.show_value("new:Pensionär")
    word.finished.emit()
    photo = wizard.words.choices["photo_consent", "Jah, aga mitte näost"]
    photo.show_value("no")
    photo.finished.emit()
    wizard.go_on()
    settled()
    assert wizard.step == "doubts" and wizard.doubts.undecided == 3
    assert [doubt.row for doubt in wizard.doubts.list.rows] == [3, 5, 6]
    assert wizard.doubts.answers[1].text() == "2  Write “jyri@naide.ee”"
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2):  # the address mended, two people, not in capitals
        press(wizard, key)
    assert wizard.doubts.undecided == 0
    press(wizard, Qt.Key.Key_Return)
    settled()
    assert wizard.step == "summary" and wizard.next_button.text() == "Bring in 4 people"
    assert lines(wizard)[0] == ("look at it", "Nimi: The row has no name: it was not brought in.")
    wizard.go_on()
    qtbot.waitUntil(lambda: page.toast.text == "4 people added", timeout=PATIENCE)
    names = {person.name: person for person in queries.people(event)}
    assert set(names) == {"Anu Kuusk", "Jüri Kask", "Mari Tamm"}
    assert names["Jüri Kask"].email == "jyri@naide.ee" and names["Jüri Kask"].photo_consent is False
    assert "Pensionär" in [group.name for group in queries.groups(event)]
    # The next export of the form asks nothing again.
    wizard = looked_at(*MESSY)
    assert wizard.needed == set() and wizard.file.before.isVisible()
    wizard.go_on()
    assert wizard.next_button.text() == "Nothing new in this list" and not wizard.next_button.isEnabled()


def test_a_decision_is_taken_back_and_one_answer_serves_all_alike(looked_at: Callable[..., ImportWizard]) -> None:
    wizard = looked_at("Nimi;E-post", "ANU KUUSK;a@naide.ee", "JÜRI KASK;j@naide.ee", "MARI TAMM;m@naide.ee")
    wizard.go("doubts")
    press(wizard, Qt.Key.Key_2)
    assert wizard.doubts.undecided == 2
    press(wizard, Qt.Key.Key_Backspace)
    assert wizard.doubts.undecided == 3 and wizard.doubts.question.title.text() == "ANU KUUSK"
    press(wizard, Qt.Key.Key_2)
    wizard.doubts.list.choose(wizard.doubts._doubts[0].key)
    press(wizard, Qt.Key.Key_A)
    assert wizard.doubts.undecided == 0
    assert {one.verdict for one in wizard.doubts.decisions.values()} == {"small"}


def test_two_are_merged_field_by_field(
    looked_at: Callable[..., ImportWizard], settled: Callable[[], None], event: Event, page: PreparePage,
    qtbot: QtBot,
) -> None:  # fmt: skip
    actions.register_walk_in(event, Draft("Anu", "Kuusk", email="anu@naide.ee", phone="5700001"))
    settled()
    wizard = looked_at("Nimi;E-post;Telefon", "Anu Kuusk;uus@naide.ee;5700002")
    wizard.go("doubts")
    choices = wizard.doubts.sides.choices
    assert list(choices) == ["email", "phone"]
    choices["phone"].choose("here")
    press(wizard, Qt.Key.Key_2)
    wizard.go("summary")
    settled()
    assert lines(wizard) == [("changed", "Anu Kuusk: E-mail: anu@naide.ee → uus@naide.ee")]
    wizard.go_on()
    qtbot.waitUntil(lambda: page.toast.text == "0 people added, 1 changed", timeout=PATIENCE)
    (anu,) = queries.people(event)
    assert (anu.email, anu.phone) == ("uus@naide.ee", "5700001")


def test_a_column_nobody_recognises_is_mapped_by_hand(
    looked_at: Callable[..., ImportWizard], settled: Callable[[], None]
) -> None:
    wizard = looked_at("Kes;Oskused", "Anu Kuusk;\"disain, IT; turundus\"")
    press(wizard, Qt.Key.Key_Return)
    assert wizard.step == "columns" and "Say which column does" in wizard.columns.wrong.text()
    assert wizard.columns.examples["Oskused"].text() == "For example: disain, IT  |  turundus"
    split = wizard.columns.split_choices["Oskused"]
    split.show_value("comma")
    split.finished.emit()
    assert wizard.columns.examples["Oskused"].text() == "For example: disain  |  IT; turundus"
    choice = wizard.columns.choices["Kes"]
    choice.show_value("name")
    choice.finished.emit()
    wizard.go_on()
    settled()
    assert wizard.step == "summary" and wizard.next_button.text() == "Bring in 1 person"
    for step in ("doubts", "words", "columns"):
        wizard.back()
        assert wizard.step == step
    assert wizard.columns.columns["Kes"] == "name" and wizard.columns.splits == {"Oskused": "comma"}


def test_a_file_without_names_of_columns_is_matched_by_hand(
    looked_at: Callable[..., ImportWizard], settled: Callable[[], None]
) -> None:
    wizard = looked_at("Anu Kuusk;anu@naide.ee;5700001", "Jüri Kask;jyri@naide.ee;5700002")
    wizard.go_on()
    assert wizard.step == "columns" and list(wizard.columns.columns) == ["A", "B", "C"]
    for header, field in (("A", "name"), ("B", "email"), ("C", "phone")):
        wizard.columns.choices[header].show_value(field)
    wizard.columns.choices["A"].finished.emit()
    wizard.go_on()
    settled()
    assert wizard.next_button.text() == "Bring in 2 people"


def test_what_is_shown_follows_what_happens_at_the_desk(
    looked_at: Callable[..., ImportWizard], event: Event, qtbot: QtBot
) -> None:
    wizard = looked_at("Nimi;E-post;Telefon", "Anu Kuusk;anu@naide.ee;5700001")
    wizard.go("summary")
    actions.register_walk_in(event, Draft("Anu", "Kuusk", email="anu@naide.ee"))
    qtbot.waitUntil(lambda: wizard.next_button.text() == "Change 1 person", timeout=PATIENCE)


def test_a_picture_is_refused_in_a_sentence(
    panel: ImportPanel, page: PreparePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    panel.read_file(tmp_path / "photo.csv")
    qtbot.waitUntil(lambda: page.notice.sentence.startswith("photo.csv is not a table"), timeout=PATIENCE)
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
    qtbot.waitUntil(panel.wizard.isVisible, timeout=PATIENCE)
    panel.wizard.close_button.click()
    assert panel.empty.isVisible()
