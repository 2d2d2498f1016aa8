"""After the event: what goes is told first, goes only on the second press, and one person's paper can be had."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.event.store import Event
from hackdesk.people.queries import people
from hackdesk.people.tables import PersonRow
from ui.desk import Desk
from ui.pages.after.page import AfterPage
from ui.pages.after.privacy_panel import PrivacyPanel
from ui.widgets.label import Label


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PrivacyPanel]:
    with event.change("fill") as session:
        session.add(PersonRow(code="K7QM4", given_name="Mari", family_name="Tamm", email="mari@example.ee",
                              diet="seeliakia"))  # fmt: skip
        session.add(PersonRow(code="M4XTP", given_name="Jüri", family_name="Tamm"))
    page = AfterPage(desk)
    with shown(page, event, qtbot):
        page.select("privacy")
        made = page.panel
        assert isinstance(made, PrivacyPanel)
        qtbot.waitUntil(lambda: made.goes.count() > 0)
        yield made


def told(panel: PrivacyPanel) -> str:
    return "\n".join(one.text() for one in panel.findChildren(Label) if one.isVisible())


def test_nothing_goes_before_the_second_press(panel: PrivacyPanel, event: Event, qtbot: QtBot) -> None:
    assert "e-mail addresses and phone numbers: 1" in told(panel) and "attendance record" in told(panel)
    panel.erase_button.click()
    assert "cannot be undone" in told(panel) and panel.not_button.hasFocus()
    panel.not_button.click()
    assert "cannot be undone" not in told(panel)
    assert {one.email for one in people(event)} == {"", "mari@example.ee"}
    panel.erase_button.click()
    panel.really_button.click()
    qtbot.waitUntil(lambda: {one.email for one in people(event)} == {""})
    qtbot.waitUntil(lambda: "Nothing is left that goes." in told(panel))
    assert not panel.erase_button.isEnabled() and "Erased last on" in told(panel)


def test_papers_with_health_data_go_too(
    panel: PrivacyPanel, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    paper = tmp_path / "kitchen.pdf"
    paper.write_text("seeliakia")
    laptop.save(laptop.load().with_paper(event.path, paper))
    panel.page.refresh()
    qtbot.waitUntil(lambda: "1 paper with health" in told(panel))
    panel.erase_button.click()
    panel.really_button.click()
    qtbot.waitUntil(lambda: not paper.exists())


def test_all_about_one_person_is_written_with_the_keyboard(
    panel: PrivacyPanel, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not panel.json_button.isEnabled()
    qtbot.keyClicks(panel.person.line, "mar tam")
    qtbot.keyClick(panel.person.line, Qt.Key.Key_Return)
    assert panel.person.chosen.text() == "Mari Tamm"
    target = tmp_path / "about.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    panel.json_button.click()
    qtbot.waitUntil(lambda: panel.page.toast.text.startswith("Written to"))
    assert json.loads(target.read_text("utf-8"))["held"]["people"][0]["diet"] == "seeliakia"


def test_a_folder_that_cannot_be_written_is_told(
    panel: PrivacyPanel, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(panel.person.line, "mari")
    qtbot.keyClick(panel.person.line, Qt.Key.Key_Return)
    target = tmp_path / "gone" / "about.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    panel.json_button.click()
    qtbot.waitUntil(lambda: "cannot be written" in panel.page.notice.sentence)
