"""Logos under Prepare: chosen, seen, refused in words, taken out and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.documents.queries import logos, sponsors
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.event_panel import EventPanel
from ui.pages.prepare.logo_inputs import LogoInput
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[EventPanel]:
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        made = page.panel
        assert isinstance(made, EventPanel)
        yield made


def a_logo(folder: Path, name: str, width: int = 600) -> Path:
    drawn = QImage(width, width // 3, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#1E6B57"))
    assert drawn.save(str(folder / name))
    return folder / name


def funders(panel: EventPanel) -> LogoInput:
    return panel.logos.inputs["funder"]


def test_a_logo_is_chosen_seen_taken_out_and_back(
    panel: EventPanel, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    one = funders(panel)
    assert one.preview.isHidden() and one.remove_button.isHidden()
    panel.logos.take("funder", a_logo(tmp_path, "leader.png"))
    qtbot.waitUntil(lambda: not one.preview.isHidden())
    assert one.said.text() == "leader.png, 600 × 200 pixels"
    assert one.preview.pixmap().toImage().pixelColor(60, 30) == QColor("#1E6B57")
    qtbot.mouseClick(one.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(one.preview.isHidden)
    assert logos(event) == () and panel.page.toast.text == "The logo is taken out"
    qtbot.mouseClick(panel.page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not one.preview.isHidden())


def test_a_file_that_is_no_picture_is_refused_beside_its_button(
    panel: EventPanel, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    panel.logos.take("funder", tmp_path / "logo.png")
    qtbot.waitUntil(lambda: "is not a PNG or JPEG picture" in funders(panel).said.text())
    panel.logos.take("funder", tmp_path / "gone.png")
    qtbot.waitUntil(lambda: "could not be read" in funders(panel).said.text())
    assert logos(event) == ()


def test_a_small_logo_is_kept_and_said_to_look_torn(panel: EventPanel, tmp_path: Path, qtbot: QtBot) -> None:
    panel.logos.take("funder", a_logo(tmp_path, "small.png", 90))
    qtbot.waitUntil(lambda: "Too small for print" in funders(panel).said.text())


def test_sponsors_are_added_without_their_margins_taken_out_and_back(
    panel: EventPanel, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    wide = QImage(600, 400, QImage.Format.Format_RGB32)
    wide.fill(QColor("white"))
    painter = QPainter(wide)
    painter.fillRect(100, 150, 400, 100, QColor("#1E6B57"))
    painter.end()
    assert wide.save(str(tmp_path / "bank.png"))
    panel.sponsors.take([tmp_path / "bank.png", a_logo(tmp_path, "bread.png")])
    qtbot.waitUntil(lambda: len(panel.sponsors.tiles) == 2)
    assert [(one.name, one.width, one.height) for one in sponsors(event)] == [
        ("bank.png", 400, 100), ("bread.png", 600, 200),
    ]  # fmt: skip
    assert logos(event) == ()  # paper does not show them
    qtbot.mouseClick(panel.sponsors.tiles[0].remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.sponsors.tiles) == 1)
    qtbot.mouseClick(panel.page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.sponsors.tiles) == 2)
    assert [one.name for one in sponsors(event)] == ["bank.png", "bread.png"]


def test_a_thirteenth_sponsor_is_refused_in_words(
    panel: EventPanel, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.sponsors.take([a_logo(tmp_path, f"{number}.png", 60) for number in range(13)])
    qtbot.waitUntil(lambda: "There are 12 sponsors' logos already." in panel.sponsors.said.text())
    qtbot.waitUntil(lambda: not panel.sponsors.add_button.isEnabled())
    assert len(sponsors(event)) == 12 and "already" in panel.sponsors.said.text()


def test_the_languages_of_the_hall_are_checked(panel: EventPanel, event: Event, qtbot: QtBot) -> None:
    field = panel.first.fields["hall_languages"].input
    field.setText("et, ru;EN")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: settings_of(event).hall_languages == ["et", "ru", "en"])
    field.setText("et, klingonish")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: "There is no language" in panel.first.fields["hall_languages"].error)
