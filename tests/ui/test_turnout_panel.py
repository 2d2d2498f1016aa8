"""Who is wanted: numbers typed in place, how they stand in words, and whom to call about each gap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people import queries
from hackdesk.people.actions import add_groups, add_person, note_call
from hackdesk.people.rules import Draft
from hackdesk.people.turnout import Outcome
from hackdesk.teams.actions import add_topic
from hackdesk.teams.queries import turnout
from hackdesk.teams.rules import TopicDraft
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage
from ui.pages.prepare.turnout_panel import TurnoutPanel


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    with made.change("groups") as session:
        add_groups(session, language("en"))
    anu = add_person(made, Draft("Anu", municipality="Rõuge vald", groups=("end_user",), phone="5123456"))
    add_person(made, Draft("Mati", municipality="Võru", groups=("youth",)))
    add_person(made, Draft("Liis", municipality="Võru linn", groups=("youth",)))
    note_call(made, anu.id, Outcome.NO_ANSWER)
    add_topic(made, TopicDraft("Bus", owner_id=anu.id))
    yield made
    made.close()


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[TurnoutPanel]:
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        page.show_section("turnout")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        assert isinstance(page.panel, TurnoutPanel)
        yield page.panel


def said(panel: TurnoutPanel) -> list[tuple[str, str, str]]:
    return [(row.name.text(), row.count.text(), row.said.text()) for row in panel.list.rows]


def type_wanted(panel: TurnoutPanel, number: int, text: str, qtbot: QtBot) -> None:
    wanted = panel.list.rows[number].wanted
    wanted.setFocus()
    qtbot.keyClicks(wanted, text)
    qtbot.keyClick(wanted, Qt.Key.Key_Down)


def test_a_number_is_typed_in_place_and_the_word_follows(panel: TurnoutPanel, event: Event, qtbot: QtBot) -> None:
    assert ("End users", "1", "") in said(panel)
    type_wanted(panel, 2, "5", qtbot)
    assert panel.list.rows[3].wanted.hasFocus()
    qtbot.waitUntil(lambda: ("End users", "1", "4 more wanted") in said(panel))
    assert queries.groups(event)[2].wanted == 5
    type_wanted(panel, 5, "1", qtbot)
    panel.list.rows[2].wanted.setFocus()
    qtbot.waitUntil(lambda: ("Youth", "2", "1 more than wanted") in said(panel))
    assert [callee.person.name for callee in panel.calls.table.rows] == ["Anu"]
    assert panel.calls.card.phone.text() == "5123456"


def test_a_slip_stays_typed_and_is_said(panel: TurnoutPanel, event: Event, qtbot: QtBot) -> None:
    type_wanted(panel, 0, "many", qtbot)
    assert panel.page.notice.sentence == "“many” is not a number."
    assert panel.list.rows[0].wanted.text() == "many"
    assert queries.groups(event)[0].wanted is None
    type_wanted(panel, 1, "-3", qtbot)
    qtbot.waitUntil(lambda: "cannot be wanted" in panel.page.notice.sentence)
    assert panel.list.rows[1].wanted.text() == "-3"


def test_one_click_takes_the_usual_mix_and_one_takes_it_back(
    panel: TurnoutPanel, event: Event, qtbot: QtBot
) -> None:
    everybody = panel.everybody.rows[0].wanted
    everybody.setFocus()
    qtbot.keyClicks(everybody, "100")
    panel.mix_button.click()
    qtbot.waitUntil(lambda: [group.wanted for group in queries.groups(event)] == [20, 25, 20, 12, 15, 8])
    qtbot.waitUntil(lambda: panel.list.rows[0].wanted.text() == "20")
    assert turnout(event).wanted == 100
    panel.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: panel.list.rows[0].wanted.text() == "")


def test_two_municipalities_are_merged_by_hand_and_parted(panel: TurnoutPanel, event: Event, qtbot: QtBot) -> None:
    panel.show_kind("municipality")
    assert [name for name, _count, _said in said(panel)] == ["Rõuge vald", "Võru", "Võru linn"]
    panel.list.rows[1].wanted.setFocus()
    into = next(one for one in panel.merge_button.menu().actions() if one.text() == "Võru linn")
    into.trigger()
    qtbot.waitUntil(lambda: said(panel) == [("Rõuge vald", "1", ""), ("Võru linn", "2", "")])
    assert panel.spellings.text() == "Written as: Võru, Võru linn"
    add_person(event, Draft("Uku", municipality="võru"))
    qtbot.waitUntil(lambda: said(panel)[1][1] == "3")
    panel.part_button.click()
    qtbot.waitUntil(lambda: len(panel.list.rows) == 3)
    assert settings_of(event).merged_municipalities == {}


def test_a_municipality_is_wanted_before_anybody_registers(panel: TurnoutPanel, qtbot: QtBot) -> None:
    panel.show_kind("municipality")
    panel.added.setText("Setomaa vald")
    qtbot.keyClick(panel.added, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("Setomaa vald", "0", "1 more wanted") in said(panel))


def test_a_topic_says_what_it_lacks_and_its_owner_is_called_by_one_key(
    panel: TurnoutPanel, event: Event, qtbot: QtBot
) -> None:
    panel.show_kind("topic")
    assert said(panel) == [("Bus", "1", "3 more wanted, no public servant")]
    assert panel.list.rows[0].wanted.placeholderText() == "4"
    panel.calls.table.setFocus()
    qtbot.keyClick(panel.calls.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Coming" in panel.calls.card.history)
    assert panel.calls.card.history.count("\n") == 1  # the call before stands below it
