"""The cards beside the board: strengths by key, groups, sizes, pairs; every change can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person
from hackdesk.people.rules import Draft, Person
from hackdesk.teams.cards import USUAL
from hackdesk.teams.queries import cards, pairs
from ui.desk import Desk
from ui.pages.teams.cards_panel import CardsPanel
from ui.pages.teams.page import TeamsPage


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CardsPanel]:
    with event.change("groups") as session:
        add_groups(session, language("en"))
    page = TeamsPage(desk)
    page.resize(1178, 680)
    with shown(page, event, qtbot):
        page.show_panel("cards")
        settle(page, qtbot)
        assert isinstance(page.panel, CardsPanel)
        yield page.panel


def settle(page: TeamsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def press(panel: CardsPanel, key: Qt.Key, qtbot: QtBot) -> None:
    focused = panel.window().focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def test_digits_set_a_card_and_arrows_go_to_the_next_one(event: Event, panel: CardsPanel, qtbot: QtBot) -> None:
    panel.rows["mix"].setFocus()
    press(panel, Qt.Key.Key_3, qtbot)
    assert cards(event).strengths == {"mix": 3}
    assert "80 points for each group a team lacks" in panel.page.toast.text
    press(panel, Qt.Key.Key_Down, qtbot)
    press(panel, Qt.Key.Key_0, qtbot)
    press(panel, Qt.Key.Key_Down, qtbot)
    press(panel, Qt.Key.Key_Left, qtbot)
    assert cards(event).strengths == {"mix": 3, "carry_on": 0, "wishes": 1}
    assert "Proposals do not look at it" in panel.page.toast.text or "10 points" in panel.page.toast.text


def test_undo_and_back_to_usual(event: Event, panel: CardsPanel, qtbot: QtBot) -> None:
    panel.usual_size.chosen.emit(8)
    settle_panel(panel, qtbot)
    panel.most.chosen.emit(2)
    settle_panel(panel, qtbot)
    assert (cards(event).ideal_size, cards(event).most_of_a_group) == (8, 2)
    panel.page.toast.undo_button.click()
    settle_panel(panel, qtbot)
    assert (cards(event).ideal_size, cards(event).most_of_a_group) == (8, 3)
    qtbot.waitUntil(panel.usual_button.isEnabled)
    panel.usual_button.click()
    settle_panel(panel, qtbot)
    assert cards(event) == USUAL
    qtbot.waitUntil(lambda: not panel.usual_button.isEnabled())


def settle_panel(panel: CardsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def tick(panel: CardsPanel, button: int, group: str, qtbot: QtBot) -> None:
    menu = panel.wanted.buttons[button].menu()
    assert menu is not None
    actions: list[QAction] = menu.actions()
    next(action for action in actions if action.data()[1] == group).trigger()
    settle_panel(panel, qtbot)


def test_groups_of_which_any_will_do_are_ticked_and_the_last_one_unticked_goes(
    event: Event, panel: CardsPanel, qtbot: QtBot
) -> None:
    assert [button.text() for button in panel.wanted.buttons][:2] == ["Public servant", "End user / Resident"]
    tick(panel, 2, "youth", qtbot)
    qtbot.waitUntil(lambda: len(panel.wanted.buttons) == 4)
    tick(panel, 0, "public_servant", qtbot)
    assert cards(event).wanted == (("end_user", "community"), ("youth",))


def two(event: Event) -> tuple[Person, Person]:
    return add_person(event, Draft(given_name="Õie", family_name="Mägi")), add_person(event, Draft("Jaan", "Kask"))


def test_a_pair_is_two_names_and_enter_and_goes_by_delete(event: Event, panel: CardsPanel, qtbot: QtBot) -> None:
    two(event)
    qtbot.waitUntil(lambda: panel.pairs.one.completer().model().rowCount() == 2)
    panel.pairs.kind.pick("must_not")
    for field, text in ((panel.pairs.one, "oie"), (panel.pairs.other, "kask")):
        field.setFocus()
        qtbot.keyClicks(field, text)
        if popup := QApplication.activePopupWidget():
            popup.close()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle_panel(panel, qtbot)
    assert [(tie.names, tie.pair.kind) for tie in pairs(event)] == [(("Õie Mägi", "Jaan Kask"), "must_not")]
    assert panel.page.toast.text == "Õie Mägi and Jaan Kask: must sit apart"
    qtbot.waitUntil(lambda: bool(panel.pairs.table.rows))
    panel.pairs.remove_button.click()
    settle_panel(panel, qtbot)
    assert pairs(event) == ()


def test_a_name_nobody_has_is_said_beside_the_field_and_stays(
    event: Event, panel: CardsPanel, qtbot: QtBot
) -> None:
    two(event)
    settle_panel(panel, qtbot)
    panel.pairs.one.setText("Xyzzy")
    panel.pairs.tie()
    assert "Nobody on the list is called “Xyzzy”." in panel.pairs.wrong.text()
    assert (panel.pairs.one.text(), pairs(event)) == ("Xyzzy", ())
