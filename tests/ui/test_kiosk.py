"""The juror's own screen: by keyboard alone, on disk before it shows as saved, nobody else's in sight."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from at_the_kiosk import Key, a_jury, ballot, come_in, idle, juror_id, marks, press, type_pin
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.own import juror_writes
from hackdesk.jury.rules import BallotState, Juror, Locked, NotCounted
from ui.desk import Desk
from ui.kiosk.juror_screen import JurorScreen
from ui.kiosk.kiosk import Kiosk
from ui.watch import Watch


def shown(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(desk, event.path)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: bool(made.list.buttons))
    idle(made, qtbot)
    yield made
    watch.close()
    idle(made, qtbot)
    made._leaving = True
    made.close()
    made.deleteLater()


@pytest.fixture
def kiosk(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[Kiosk]:
    a_jury(event)
    yield from shown(event, desk, qtbot)


def at(kiosk: Kiosk) -> JurorScreen:
    screen = kiosk.screen_shown
    assert screen is not None
    return screen


def team(kiosk: Kiosk) -> str:
    return at(kiosk).form._team_name.text()


def saved(kiosk: Kiosk) -> str:
    return at(kiosk).form.saved.text


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file gives up waiting for another program soon; before `event`, which reads it."""
    monkeypatch.setattr("hackdesk.event.store._BUSY_MS", 20)


def another_program_writes(event: Event) -> sqlite3.Connection:
    """Until the connection is closed nobody else can write."""
    other = sqlite3.connect(event.path)
    other.execute("begin immediate")
    return other


def everything_said(kiosk: Kiosk) -> str:
    """All text there is anywhere on the screen, shown or hidden."""
    said = [one.text() for kind in (QLabel, QPushButton, QLineEdit) for one in kiosk.findChildren(kind)]
    said += [one.toPlainText() for one in kiosk.findChildren(QPlainTextEdit)]
    for one in kiosk.findChildren(QListWidget):
        said += [one.item(number).toolTip() for number in range(one.count())]
    return "\n".join(said)


def test_three_ballots_are_given_with_the_keyboard_alone(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    for name, given in (("Bus", "43"), ("Care", "25"), ("Youth", "11")):
        qtbot.waitUntil(lambda name=name: team(kiosk) == name)
        press(kiosk, qtbot, *given)
        press(kiosk, qtbot, Key.Key_Return, ctrl=True)
        qtbot.waitUntil(lambda name=name: ballot(event, "Mall", name).state is BallotState.COMPLETE)
    assert [marks(event, "Mall", name) for name in ("Bus", "Care", "Youth")] == [[4, 3], [2, 5], [1, 1]]
    qtbot.waitUntil(lambda: at(kiosk).marks.isVisible())
    assert at(kiosk).marks._title.text() == "All your ballots are in"
    assert ballot(event, "Mall", "Bus").entered_by == juror_writes(juror_id(event, "Mall"))
    press(kiosk, qtbot, Key.Key_Return)  # “Lock my screen” has the keyboard; a button takes Space
    press(kiosk, qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: kiosk.screen_shown is None)


def test_a_mark_is_in_the_file_before_it_shows_as_saved(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    seen: list[tuple[str, str]] = []
    pill = at(kiosk).form.saved._pill
    say = pill.say

    def noted(text: str, tone: str = "plain") -> None:
        with sqlite3.connect(event.path) as other:
            rows = other.execute("select marks from ballots").fetchall()
        seen.append((text, rows[0][0] if rows else ""))
        say(text, tone)

    pill.say = noted  # type: ignore[method-assign]
    press(kiosk, qtbot, "4")
    qtbot.waitUntil(lambda: saved(kiosk).startswith("Saved"))
    assert seen[0][0] == "Saving …"
    assert all('"4"' in on_disk for text, on_disk in seen if text.startswith("Saved"))


def test_what_could_not_be_written_is_told_and_stays_until_it_is(
    impatient: None, kiosk: Kiosk, event: Event, qtbot: QtBot
) -> None:
    come_in(kiosk, qtbot, "Mall")
    busy = another_program_writes(event)
    press(kiosk, qtbot, "4")
    qtbot.waitUntil(lambda: saved(kiosk) == "Not saved")
    assert "nothing was saved" in kiosk.notice.sentence
    idle(kiosk, qtbot)
    assert saved(kiosk) == "Not saved" and len(at(kiosk).form.criteria.marks) == 1
    press(kiosk, qtbot, "2")
    at(kiosk).form._choose(at(kiosk)._teams[1].id)
    idle(kiosk, qtbot)
    assert team(kiosk) == "Bus" and len(at(kiosk).form.criteria.marks) == 2
    busy.close()
    at(kiosk).form.saved.again_button.click()
    qtbot.waitUntil(lambda: saved(kiosk).startswith("Saved"))
    assert marks(event, "Mall", "Bus") == [4, 2] and kiosk.notice.sentence == ""


def test_marks_that_are_not_on_disk_survive_the_lock(
    impatient: None, kiosk: Kiosk, event: Event, qtbot: QtBot
) -> None:
    come_in(kiosk, qtbot, "Mall")
    busy = another_program_writes(event)
    press(kiosk, qtbot, "4")
    qtbot.waitUntil(lambda: saved(kiosk) == "Not saved")
    kiosk.lock()
    idle(kiosk, qtbot)
    busy.close()
    come_in(kiosk, qtbot, "Jaan")
    assert len(at(kiosk).form.criteria.marks) == 0
    kiosk.lock()
    come_in(kiosk, qtbot, "Mall")
    at(kiosk).form.save_again()
    qtbot.waitUntil(lambda: marks(event, "Mall", "Bus") == [4])


def test_a_note_that_is_being_typed_is_on_disk_after_the_lock(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    side = at(kiosk).form.side
    side._note.setPlainText("Who pays in year two?")
    side._signed.setChecked(True)
    kiosk.lock()
    qtbot.waitUntil(lambda: ballot(event, "Mall", "Bus").note == "Who pays in year two?")
    assert ballot(event, "Mall", "Bus").signed


def test_wrong_pins_are_counted_and_the_sixth_has_to_wait(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    kiosk.list.buttons[0].click()
    for left in (4, 3, 2, 1):
        type_pin(kiosk, qtbot, "1111")
        qtbot.waitUntil(lambda left=left: kiosk.pad.said == f"This is not the PIN. Tries left: {left}.")
    type_pin(kiosk, qtbot, "1111")
    qtbot.waitUntil(lambda: kiosk.pad.said.startswith("Too many wrong PINs. Try again in "))
    assert not kiosk.pad.field.isEnabled() and kiosk.screen_shown is None
    kiosk.pad.back_button.click()
    kiosk.list.buttons[0].click()  # going back does not shorten it
    qtbot.waitUntil(lambda: kiosk.pad.said.startswith("Too many wrong PINs."))
    kiosk.pad.wait(1)
    qtbot.waitUntil(lambda: kiosk.pad.field.isEnabled())


def test_a_pin_can_be_pressed_on_the_screen(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.list.buttons[0].click()
    idle(kiosk, qtbot)
    keys = {one.text(): one for one in kiosk.pad._digits.findChildren(QPushButton)}
    for digit in "40799":
        keys[digit].click()
    keys["⌫"].click()
    keys["⌫"].click()
    for digit in "71":
        keys[digit].click()
    assert kiosk.pad.field.text() == "40771"
    keys["⌫"].click()
    keys["⌫"].click()
    keys["1"].click()
    kiosk.pad.open_button.click()
    qtbot.waitUntil(lambda: kiosk.screen_shown is not None)


def test_a_juror_without_a_pin_is_told_who_makes_one(event: Event, desk: Desk, qtbot: QtBot) -> None:
    a_jury(event)
    actions.add_juror(event, Juror(uuid4(), "Eve", state="left"))
    for kiosk in shown(event, desk, qtbot):
        eve = kiosk.list.buttons[2]
        assert eve.accessibleName() == "Eve · 0 of 0 ballots in · Left early · No PIN yet"
        eve.click()
        assert kiosk.notice.sentence == "Eve has no PIN yet. The facilitator makes one under Prepare, Jurors."


def test_two_jurors_after_each_other_see_only_their_own(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    press(kiosk, qtbot, "4")
    at(kiosk).form.side._note.setPlainText("Mall says: who pays?")
    at(kiosk).form.flush()
    qtbot.waitUntil(lambda: ballot(event, "Mall", "Bus").note != "")
    idle(kiosk, qtbot)
    at(kiosk).form.lock_button.click()
    idle(kiosk, qtbot)
    assert "who pays" not in everything_said(kiosk)
    come_in(kiosk, qtbot, "Jaan")
    assert at(kiosk).form.criteria.marks == {} and "who pays" not in everything_said(kiosk)
    assert at(kiosk)._seen is not None and at(kiosk)._seen.own is not None
    others = [one for one in at(kiosk)._seen.own.judging.ballots if one.juror_id != juror_id(event, "Jaan")]
    assert others == [] and [one.name for one in at(kiosk)._seen.own.judging.jurors] == ["Jaan"]


def test_a_juror_too_close_to_a_team_says_so_with_the_reason(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    at(kiosk).form.set_aside_button.click()
    why = at(kiosk).form.side.set_aside
    why.say_button.click()
    qtbot.waitUntil(lambda: "reason" in why._field.error)
    why._reason.setText("I am from Antsla")
    press(kiosk, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: ballot(event, "Mall", "Bus").state is BallotState.RECUSED)
    qtbot.waitUntil(lambda: team(kiosk) == "Care")
    idle(kiosk, qtbot)
    assert at(kiosk).form.side._list.item(0).text() == "Bus (I am from Antsla)"
    kiosk.toast.undo_button.click()
    qtbot.waitUntil(lambda: ballot(event, "Mall", "Bus").state is BallotState.OPEN)


def test_what_the_facilitator_set_aside_the_juror_cannot_open(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    bus = ballot(event, "Mall", "Bus")
    actions.set_ballot_state(event, bus.juror_id, bus.team_id, NotCounted(BallotState.VOID, "a mix-up"), seen=0)
    come_in(kiosk, qtbot, "Mall")
    at(kiosk)._choose(bus.team_id)
    assert at(kiosk).form.saved.reason == "a mix-up Only the facilitator can change this."
    assert not at(kiosk).form.take_back_button.isVisible()


def test_a_recusal_is_taken_back_by_the_juror_where_it_was_their_own(event: Event) -> None:
    a_jury(event)
    mall = juror_writes(juror_id(event, "Mall"))
    bus, care = ballot(event, "Mall", "Bus"), ballot(event, "Mall", "Care")
    for one, own, by in ((bus, True, mall), (care, False, "facilitator")):
        why = NotCounted(BallotState.RECUSED, "from the same village", own=own)
        actions.set_ballot_state(event, one.juror_id, one.team_id, why, seen=0, by=by)
    actions.take_back(event, bus.juror_id, bus.team_id, seen=1, by=mall, own=True)
    with pytest.raises(Locked, match="The facilitator set this ballot aside"):
        actions.take_back(event, care.juror_id, care.team_id, seen=1, by=mall, own=True)
    actions.take_back(event, care.juror_id, care.team_id, seen=1)


def test_a_ballot_is_changed_from_the_list_of_all_marks(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    press(kiosk, qtbot, "4", "3")
    press(kiosk, qtbot, Key.Key_Return, ctrl=True)
    qtbot.waitUntil(lambda: team(kiosk) == "Care")
    at(kiosk).form.all_marks_button.click()
    idle(kiosk, qtbot)
    assert at(kiosk).marks._title.text() == "2 ballots are not handed in"
    at(kiosk).marks.change_buttons[ballot(event, "Mall", "Bus").team_id].click()
    qtbot.waitUntil(lambda: at(kiosk).form.isVisible() and at(kiosk).form.criteria.isEnabled())
    idle(kiosk, qtbot)
    press(kiosk, qtbot, "5")
    press(kiosk, qtbot, Key.Key_Return, ctrl=True)
    qtbot.waitUntil(lambda: marks(event, "Mall", "Bus") == [5, 3])


def test_closing_the_round_locks_the_ballots(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    press(kiosk, qtbot, "4")
    qtbot.waitUntil(lambda: saved(kiosk).startswith("Saved"))
    change_settings(event, replace(settings_of(event), jury_closed=1))
    qtbot.waitUntil(lambda: not at(kiosk).form.criteria.isEnabled())
    assert at(kiosk).form.saved.reason == "The round is closed; ballots are not changed any more."
    assert not at(kiosk).form.hand_in_button.isVisible() and not at(kiosk).form.set_aside_button.isVisible()
    assert at(kiosk).form.side._note.isReadOnly()


def test_a_mark_that_comes_after_the_round_is_closed_is_not_shown_as_given(
    kiosk: Kiosk, event: Event, qtbot: QtBot
) -> None:
    come_in(kiosk, qtbot, "Mall")
    kiosk.desk.ask(lambda it: change_settings(it, replace(settings_of(it), jury_closed=1)))
    press(kiosk, qtbot, "4")
    qtbot.waitUntil(lambda: at(kiosk).form.saved.reason.startswith("The round is closed"))
    idle(kiosk, qtbot)
    assert at(kiosk).form.criteria.marks == {} and marks(event, "Mall", "Bus") == []


def test_a_taken_off_juror_is_sent_back_to_the_names(kiosk: Kiosk, event: Event, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    mall = next(one for one in queries.jurors(event) if one.name == "Mall")
    actions.remove_juror(event, mall, seen=mall.version)
    qtbot.waitUntil(lambda: kiosk.screen_shown is None)


def test_a_juror_who_is_noted_as_away_is_asked_for_nothing_and_can_still_judge(
    kiosk: Kiosk, event: Event, qtbot: QtBot
) -> None:
    mall = next(one for one in queries.jurors(event) if one.name == "Mall")
    actions.edit_juror(event, replace(mall, state="absent"), seen=mall.version)
    idle(kiosk, qtbot)
    come_in(kiosk, qtbot, "Mall")
    assert at(kiosk).marks._title.text() == "No ballot is expected of you"
    at(kiosk).marks.change_buttons[ballot(event, "Mall", "Bus").team_id].click()
    press(kiosk, qtbot, "4", "4")
    press(kiosk, qtbot, Key.Key_Return, ctrl=True)
    qtbot.waitUntil(lambda: ballot(event, "Mall", "Bus").state is BallotState.COMPLETE)


def test_nobody_at_the_laptop_locks_it(kiosk: Kiosk, qtbot: QtBot) -> None:
    come_in(kiosk, qtbot, "Mall")
    kiosk._idle.start(1)
    qtbot.waitUntil(lambda: kiosk.screen_shown is None)
    assert kiosk.list.isVisible()


def test_escape_closing_and_the_keys_of_the_desk_lead_nowhere(kiosk: Kiosk, qtbot: QtBot) -> None:
    left: list[bool] = []
    kiosk.left.connect(lambda: left.append(True))
    come_in(kiosk, qtbot, "Mall")
    press(kiosk, qtbot, Key.Key_Escape, Key.Key_F1, Key.Key_F11)
    press(
        kiosk,
        qtbot,
        Key.Key_1,
        Key.Key_5,
        Key.Key_Q,
        Key.Key_W,
        Key.Key_N,
        Key.Key_O,
        Key.Key_H,
        Key.Key_Tab,
        ctrl=True,
    )
    event = QCloseEvent()
    kiosk.closeEvent(event)
    assert not event.isAccepted() and kiosk.isVisible() and left == []
    assert kiosk.toast.text == "Only the facilitator's PIN leads back to the desk."


def test_a_mark_of_two_digits_waits_for_its_second_one(event: Event, desk: Desk, qtbot: QtBot) -> None:
    a_jury(event, highest=10)
    for kiosk in shown(event, desk, qtbot):
        come_in(kiosk, qtbot, "Mall")
        press(kiosk, qtbot, "1", "0", "7")
        idle(kiosk, qtbot)
        qtbot.waitUntil(lambda: marks(event, "Mall", "Bus") == [10, 7])
        at(kiosk).form.criteria.begin()
        press(kiosk, qtbot, "1", "3", "1", Key.Key_Return)
        qtbot.waitUntil(lambda: marks(event, "Mall", "Bus") == [3, 1])
