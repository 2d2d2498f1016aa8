"""The jury leaves with a file and comes back with it: what the facilitator sees on both laptops."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions
from hackdesk.jury.queries import progress
from hackdesk.jury.rules import Criterion, Juror, Sheet
from hackdesk.jury.trip import Meeting
from hackdesk.jury.trip_queries import away, homecoming
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.opening import Opened
from ui.pages.jury.elsewhere_panel import ElsewherePanel
from ui.pages.jury.page import JuryPage
from ui.window import Window


@pytest.fixture
def judging(event: Event) -> Event:
    with event.change("teams") as session:
        session.add_all(TeamRow(name=name, position=at) for at, name in enumerate(("Bus", "Care")))
    actions.edit_criteria(event, [Criterion(uuid4(), "Value"), Criterion(uuid4(), "Newness")], seen=())
    actions.add_juror(event, Juror(uuid4(), "Mall Kõpp"))
    return event


@pytest.fixture
def panel(judging: Event, desk: Desk, qtbot: QtBot) -> Iterator[ElsewherePanel]:
    page = JuryPage(desk)
    with shown(page, judging, qtbot):
        page.select("elsewhere")
        panel = page.panel
        assert isinstance(panel, ElsewherePanel)
        qtbot.waitUntil(panel.home.isVisible)
        yield panel


def give(event: Event, team: int, *marks: int) -> None:
    now = progress(event)
    ids = now.judging.jurors[0].id, now.judging.teams[team].id
    given = dict(zip((one.id for one in now.judging.criteria), map(Fraction, marks), strict=True))
    actions.hand_in_ballot(event, *ids, Sheet(given), seen=now.ballot(*ids).version)


def handed_in(event: Event) -> list[list[int]]:
    now = progress(event)
    ballots = [now.ballot(now.judging.jurors[0].id, team.id) for team in now.judging.teams]
    return [[int(one.marks[c.id]) for c in now.judging.criteria if c.id in one.marks] for one in ballots]


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_more: (str(path), ""))


def test_the_jury_leaves_with_a_file_and_its_new_ballots_come_back(
    panel: ElsewherePanel, judging: Event, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not panel.in_button.isEnabled()
    choosing(monkeypatch, tmp_path / "jury.hackdesk")
    panel.out_button.click()
    qtbot.waitUntil(lambda: "not back yet" in panel.trips.text())
    there = Event.open(tmp_path / "jury.hackdesk")
    give(there, 0, 4, 5)
    there.close()
    panel.in_button.click()
    qtbot.waitUntil(panel.homecoming.isVisible)
    assert panel.homecoming.bring_button.text() == "Bring in 1 ballot"
    panel.homecoming.bring_button.click()
    qtbot.waitUntil(lambda: handed_in(judging) == [[4, 5], []])
    qtbot.waitUntil(lambda: "ballots brought in" in panel.trips.text())
    assert panel.page.toast.text == "1 ballot is in"


def test_what_differs_stands_side_by_side_and_nothing_is_brought_in_before_it_is_decided(
    panel: ElsewherePanel, judging: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "jury.hackdesk"
    actions.take_elsewhere(judging, path)
    there = Event.open(path)
    give(there, 0, 4, 5)
    there.close()
    give(judging, 0, 4, 2)
    panel._look(path)
    qtbot.waitUntil(panel.homecoming.isVisible)
    card = panel.homecoming
    assert card.bring_button.text() == "Decide 1 more" and not card.bring_button.isEnabled()
    assert card.choices[0].way.accessibleName() == "Which ballot of Mall Kõpp for Bus counts"
    card.choices[0].way.choose("theirs")
    card.choices[0].way.chosen.emit("theirs")
    assert card.bring_button.text() == "Bring in 1 ballot"
    card.bring_button.click()
    qtbot.waitUntil(lambda: handed_in(judging) == [[4, 5], []])


def test_a_file_that_is_none_of_ours_is_refused_under_the_title(
    panel: ElsewherePanel, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, judging: Event
) -> None:
    actions.take_elsewhere(judging, tmp_path / "jury.hackdesk")
    qtbot.waitUntil(panel.in_button.isEnabled)
    (tmp_path / "list.hackdesk").write_text("name,email\n")
    choosing(monkeypatch, tmp_path / "list.hackdesk")
    panel.in_button.click()
    qtbot.waitUntil(lambda: panel.page.notice.isVisible())
    assert "not a HackDesk event file" in panel.page.notice.sentence
    assert not panel.homecoming.isVisible()


def test_on_the_second_laptop_there_are_only_the_jurys_pages_and_the_way_back(
    judging: Event, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "jury.hackdesk"
    actions.take_elsewhere(judging, path)
    there = Event.open(path, station="second")
    window = Window(Opened(there, there.clock.utc_now(), there.head(), None), "prepare")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.page.name == "jury")
    assert [name for name, entry in window._rail._buttons.items() if entry.isVisible()] == ["jury", "results"]
    window.page.select("elsewhere")
    panel = window.page.panel  # type: ignore[attr-defined]
    qtbot.waitUntil(panel.there.isVisible)
    give(there, 1, 3, 3)
    choosing(monkeypatch, tmp_path / "jury back.hackdesk")
    panel.write_button.click()
    qtbot.waitUntil((tmp_path / "jury back.hackdesk").exists)
    qtbot.waitUntil(lambda: window.toast.startswith("Copied to"))
    assert len(homecoming(judging, tmp_path / "jury back.hackdesk").of(Meeting.NEW)) == 1
    with qtbot.waitSignal(window.left):
        window.close()


def test_without_jurors_it_says_what_comes_first(event: Event, desk: Desk, qtbot: QtBot) -> None:
    page = JuryPage(desk)
    with shown(page, event, qtbot):
        page.select("elsewhere")
        panel = page.panel
        assert isinstance(panel, ElsewherePanel)
        qtbot.waitUntil(panel._empty.isVisible)
        assert not away(event).trips and not panel.home.isVisible()
