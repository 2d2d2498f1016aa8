"""The part of the Stage for pitches: rounds, their order, wishes, who did not show, dots for topics."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hackdesk.agenda import actions, queries
from hackdesk.agenda.lot import FIRST, Wish
from hackdesk.agenda.turns import THE_IDEAS, Lengths
from hackdesk.event.store import Event
from hackdesk.teams.market_queries import counted
from hackdesk.teams.queries import topics
from hackdesk.teams.tables import TeamRow, TopicRow
from ui.desk import Desk
from ui.pages.stage.page import StagePage
from ui.pages.stage.pitches_panel import PitchesPanel
from ui.watch import Watch

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hall(event: Event) -> Event:
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=at) for at, name in enumerate(("Bus", "Home care", "Food")))
        session.add_all(TopicRow(title=title, position=at) for at, title in enumerate(("Bus", "Care", "Food")))
    return event


@pytest.fixture
def panel(hall: Event, desk: Desk, qtbot: QtBot) -> Iterator[PitchesPanel]:
    yield from shown(hall, desk, qtbot)


def shown(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PitchesPanel]:
    page = StagePage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(page.hear)
    page.resize(1178, 680)
    page.show()
    page.show_panel("pitches")
    assert isinstance(page.panel, PitchesPanel)
    made = page.panel
    qtbot.waitUntil(lambda: desk.waiting == 0 and made.now is not None)
    page.activateWindow()
    yield made
    page.leave()
    watch.close()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    page.deleteLater()


def press(button: QPushButton, qtbot: QtBot) -> None:
    assert button.isEnabled() and button.isVisible(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(panel: PitchesPanel) -> list[str]:
    return [line.pitch.name for line in panel.table.rows]


def drawn(panel: PitchesPanel, qtbot: QtBot, number: int = 4821) -> list[str]:
    panel.draw.number.setValue(number)
    press(panel.draw.draw_button, qtbot)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 3)
    return names(panel)


def typed(field: QWidget, text: str, qtbot: QtBot) -> None:
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_order_is_drawn_with_the_number_called_and_says_so(panel: PitchesPanel, qtbot: QtBot) -> None:
    drawn(panel, qtbot)
    qtbot.waitUntil(lambda: panel.draw.told.text() == "Drawn with the number 4821")
    assert panel.round.length.text() == "3 teams: about 20 min in all"


def test_a_team_is_moved_by_keys_and_by_dragging(panel: PitchesPanel, qtbot: QtBot) -> None:
    one, two, three = drawn(panel, qtbot)
    panel.table.setFocus()
    panel.table.choose(panel.table.rows[2].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: names(panel) == [one, three, two])
    view = panel.table.viewport()
    here, there = (panel.table.visualRect(panel.table.model().index(row, 1)).center() for row in (0, 2))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(view, pos=here + QPoint(0, 20))
    qtbot.mouseMove(view, pos=there + QPoint(0, 12))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there + QPoint(0, 12))
    qtbot.waitUntil(lambda: names(panel) == [three, two, one])
    qtbot.waitUntil(lambda: "then changed by hand" in panel.draw.told.text())


def test_who_comes_later_and_who_does_not_show(panel: PitchesPanel, hall: Event, qtbot: QtBot) -> None:
    one, two, three = drawn(panel, qtbot)
    panel.table.choose(panel.table.rows[0].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_End, ALT)
    qtbot.waitUntil(lambda: names(panel) == [two, three, one])
    panel.table.choose(panel.table.rows[0].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panel.table.rows[0].sign == ("did not show", "warn"))
    assert actions.next_phase(hall).subject_id == panel.table.rows[1].id
    qtbot.waitUntil(lambda: panel.table.rows[1].sign == ("now", "accent"))
    assert panel.table.rows[2].sign == ("next", "info")
    press(panel.page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: panel.table.rows[0].sign != ("did not show", "warn"))


def test_enter_lets_the_chosen_team_pitch_now(panel: PitchesPanel, hall: Event, qtbot: QtBot) -> None:
    drawn(panel, qtbot)
    panel.table.choose(panel.table.rows[1].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: queries.timer(hall).subject_id == panel.table.rows[1].id)


def test_a_wish_is_kept_and_met_and_clashing_ones_are_said_before_the_draw(
    panel: PitchesPanel, hall: Event, qtbot: QtBot
) -> None:
    bus, care, _food = queries.contenders(hall)
    panel.wish.team.pick(bus.id)
    panel.wish.kind.pick(FIRST)
    panel.wish._show_fields(FIRST)
    typed(panel.wish.reason, "leaves at 15", qtbot)
    qtbot.waitUntil(lambda: queries.wishes(hall) == (Wish(bus.id, FIRST, 1, "leaves at 15"),))
    for number in (1, 2, 3):
        assert drawn(panel, qtbot, number) and queries.pitches(hall)[0].name == "Bus"
    qtbot.waitUntil(lambda: panel.table.rows[0].note == "first")
    actions.wish_pitch(hall, care.id, Wish(care.id, FIRST, 1))
    qtbot.waitUntil(lambda: "cannot be met together" in panel.wish.clash.sentence)
    assert panel.table.rows[1].note in ("first (not met)", "")


def test_lengths_and_bells_are_typed_and_a_slip_is_said_in_its_place(
    panel: PitchesPanel, hall: Event, qtbot: QtBot
) -> None:
    typed(panel.round.pitch.input, "4:30", qtbot)
    qtbot.waitUntil(lambda: queries.rounds(hall)[0].lengths == Lengths(270, 180, 60))
    qtbot.waitUntil(lambda: panel.here.lengths.pitch == 270)
    typed(panel.round.bells.input, "2, 0:30, 0, +1", qtbot)
    qtbot.waitUntil(lambda: queries.rounds(hall)[0].warnings == (120, 30, 0, -60))
    typed(panel.round.questions.input, "a bit", qtbot)
    assert "“a bit” is not a length" in panel.round.questions.error
    assert queries.rounds(hall)[0].lengths.questions == 180


def test_a_rehearsal_is_added_named_and_removed(panel: PitchesPanel, hall: Event, qtbot: QtBot) -> None:
    press(panel.round.add_button, qtbot)
    qtbot.waitUntil(lambda: panel.here.name == "Rehearsal")
    drawn(panel, qtbot)
    typed(panel.round.name.input, "Dress rehearsal", qtbot)
    qtbot.waitUntil(lambda: panel.here.name == "Dress rehearsal")
    panel.table.choose(panel.table.rows[0].id)
    press(panel.gone_button, qtbot)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 2)
    press(panel.draw.add_button, qtbot)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 3)
    press(panel.round.remove_button, qtbot)
    qtbot.waitUntil(lambda: len(queries.rounds(hall)) == 2)
    qtbot.waitUntil(lambda: panel.here.id is None)
    press(panel.page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: len(queries.rounds(hall)) == 3)


def test_topics_are_counted_one_after_the_other(panel: PitchesPanel, hall: Event, qtbot: QtBot) -> None:
    panel.choose_round(THE_IDEAS)
    press(panel.draw.own_button, qtbot)
    qtbot.waitUntil(lambda: names(panel) == ["Bus", "Care", "Food"])
    for number in ("12", "7"):
        qtbot.keyClicks(panel.topic.count, number)
        qtbot.keyClick(panel.topic.count, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.note for line in panel.table.rows] == ["Dots: 12", "Dots: 7", ""])
    assert [stall.last("dots") is not None for stall in counted(hall)] == [True, True, False]
    assert "“Food”" in panel.topic.asked.text()
    qtbot.keyClicks(panel.topic.count, "p")
    qtbot.waitUntil(lambda: topics(hall)[2].pitched_at is not None)
    qtbot.waitUntil(lambda: panel.table.rows[2].sign == ("introduced", "plain"))


def test_with_nothing_in_it_the_panel_says_what_to_do(event: Event, desk: Desk, qtbot: QtBot) -> None:
    for panel in shown(event, desk, qtbot):
        said = [label.text() for label in panel.empty.findChildren(QWidget) if hasattr(label, "text")]
        assert "No teams yet" in said and not panel.draw.draw_button.isEnabled()
        panel.choose_round(THE_IDEAS)
        said = [label.text() for label in panel.empty.findChildren(QWidget) if hasattr(label, "text")]
        assert "No topics yet" in said


def test_every_control_of_the_panel_says_what_it_is(panel: PitchesPanel) -> None:
    for button in panel.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
    for field in panel.findChildren(QLineEdit):
        if field.isVisible() and field.objectName() != "qt_spinbox_lineedit":
            assert field.accessibleName()
