"""The options of certificates: kept as chosen, taken back by Undo, a wrong field told while it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import an_empty_event
from PIL import Image
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from hackdesk.documents.certificate_queries import certificate_pictures, certificate_settings
from hackdesk.documents.certificate_settings import CertificateSettings, Signer
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.documents.page import DocumentsPage
from ui.watch import Watch


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[DocumentsPage]:
    made = DocumentsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.show()
    made.kinds.choose("certificates")
    qtbot.waitUntil(lambda: desk.waiting == 0 and made.certificates.isVisible())
    yield made
    watch.close()
    made.leave()


def kept(event: Event) -> CertificateSettings:
    return certificate_settings(settings_of(event))


def choose(combo: QComboBox, key: str) -> None:
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_a_design_is_kept_as_it_is_chosen_and_taken_back(page: DocumentsPage, event: Event, qtbot: QtBot) -> None:
    choose(page.certificates.designs, "field")
    qtbot.waitUntil(lambda: kept(event).design == "field")
    choose(page.certificates.second, "et")
    qtbot.waitUntil(lambda: kept(event) == CertificateSettings("field", second="et"))
    qtbot.waitUntil(lambda: page.certificates.which.count() == 10)
    page.undo()
    qtbot.waitUntil(lambda: page.certificates.which.count() == 5)
    assert kept(event) == CertificateSettings("field")


def test_a_wrong_field_is_told_at_once_and_waits_where_it_was_typed(
    page: DocumentsPage, event: Event, qtbot: QtBot
) -> None:
    options = page.certificates
    options.text.setPlainText("took part in {evnt}")
    assert "There is no field {evnt}" in options.text_field.error and "{event}" in options.text_field.error
    options.text.left.emit()
    assert kept(event).texts == {} and options.text.toPlainText() == "took part in {evnt}"
    options.text.setPlainText("took part in {event}")
    assert options.text_field.error == ""
    options.text.left.emit()
    qtbot.waitUntil(lambda: kept(event).texts == {"participant en": "took part in {event}"})
    options.usual_button.click()
    qtbot.waitUntil(lambda: kept(event).texts == {})
    qtbot.waitUntil(lambda: "social hackathon" in options.text.toPlainText())


def test_another_kind_has_its_own_text(page: DocumentsPage, event: Event, qtbot: QtBot) -> None:
    options = page.certificates
    choose(options.which, "mentor en")
    assert options.text.toPlainText().startswith("was a mentor")
    options.text.setPlainText("gave advice")
    options.text.left.emit()
    qtbot.waitUntil(lambda: kept(event).texts == {"mentor en": "gave advice"})


def test_who_signs_and_with_which_signature(
    page: DocumentsPage, event: Event, qtbot: QtBot, tmp_path: Path
) -> None:
    role, name = page.certificates.signers.rows[0]
    role.setText("Mayor")
    name.setText("Mari Tamm")
    role.editingFinished.emit()
    qtbot.waitUntil(lambda: kept(event).signers == (Signer("Mayor", "Mari Tamm"),))
    picture, words = tmp_path / "sign.png", tmp_path / "words.png"
    Image.new("RGB", (300, 80), "white").save(picture)
    words.write_text("no picture")
    page.certificates.picture.emit("signature 1", picture)
    qtbot.waitUntil(lambda: certificate_pictures(event).keys() == {"signature 1"})
    page.certificates.picture.emit("background", words)
    qtbot.waitUntil(lambda: "not a PNG" in page.certificates.background.said.text())
    page.certificates.removed.emit("signature 1")
    qtbot.waitUntil(lambda: not certificate_pictures(event))
