"""What the desk answers after a scan: tone, sign, word and sound, what is asked, and how it goes again."""

from __future__ import annotations

import stat
import wave
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from builders import FakeClock
from door import a_page_on, an_event_at_the_door, press, press_enter, settle, settled, somebody, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hackdesk import laptop
from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.badge_codes import TEST_CODE, new_badge_code
from hackdesk.people.rules import ArrivalKind, Draft
from hackdesk.resources import resource
from hackdesk.teams import actions as team_actions
from hackdesk.teams.rules import TeamDraft, TopicDraft
from ui import sound
from ui.desk import Desk
from ui.pages.check_in import answer as answers
from ui.pages.check_in.answer import Answer
from ui.pages.check_in.page import CheckInPage
from ui.pages.check_in.wording import LOOKS

DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with closing(an_event_at_the_door(tmp_path, clock)) as made:
        yield made


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    with a_page_on(event, desk, qtbot) as made:
        yield made


@pytest.fixture
def answer(page: CheckInPage) -> Answer:
    return page.door.answer


def key(page: CheckInPage, number: Qt.Key, qtbot: QtBot) -> None:
    """Alt and a number: a reply to what the answer asks."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.door.field.line, number, Qt.KeyboardModifier.AltModifier)
    settle(page, qtbot)


def test_whoever_comes_in_is_told_where_they_sit(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    juri = somebody(event, "Jüri Kuusk")
    topic = team_actions.add_topic(event, TopicDraft("Village bus", owner_id=juri.id))
    team = team_actions.add_team(event, TeamDraft("Bus", topic_id=topic.id, table_name="4"))
    team_actions.place_person(event, juri.id, team.id, seen=None)
    type_in(page, juri.code, qtbot, enter=True)
    assert (answer.word.text(), answer.name.text()) == ("Welcome", "Jüri Kuusk")
    assert answer.where.text() == "Table 4 · Bus"
    assert "Owns the topic “Village bus”" in answer.lines.text()
    assert page.door.results.isHidden() and page.door.card.isHidden()


def test_nothing_in_the_answer_lies_over_something_else(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    for title in ("Village bus", "An open school in the evenings", "Help from the neighbours"):
        team_actions.add_topic(event, TopicDraft(title, owner_id=somebody(event, "Jüri Kuusk").id))
    type_in(page, somebody(event, "Jüri Kuusk").code, qtbot, enter=True)
    settled(page, event, qtbot)
    parts = [one.geometry() for one in answer.findChildren(QWidget, options=DIRECTLY) if one.isVisible()]
    assert len(parts) > 4
    assert not [pair for pair in combinations(parts, 2) if pair[0].intersects(pair[1])]
    assert max(part.bottom() for part in parts) < answer.height()


def test_while_there_is_no_team_the_wishes_are_said_in_todays_words(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    topic = team_actions.add_topic(event, TopicDraft("Village bus"))
    team_actions.edit_topic(event, topic.id, TopicDraft("A bus that comes when called"), seen=topic.version)
    type_in(page, somebody(event, "Õnne-Ly Kuusk").code, qtbot, enter=True)
    lines = answer.lines.text().splitlines()
    assert lines[0] == "Wants: 1 A bus that comes when called · 2 Youth room"
    assert "Diet: gluten-free" in lines and answer.where.isHidden()


def test_a_missing_consent_is_asked_in_its_words_which_are_kept(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    onne = somebody(event, "Õnne-Ly Kuusk")
    type_in(page, onne.code, qtbot, enter=True)
    assert answer.said.sign == "circle-help" and answer.question.asked.text() == "May be photographed?"
    asked = answer.question.wording.text()
    key(page, Qt.Key.Key_2, qtbot)
    settled(page, event, qtbot)
    (consent,) = queries.consents(event, onne.id)
    assert (consent.given, consent.wording) == (False, asked) and asked.startswith("I may be photographed")
    assert answer.question.isHidden() and (answer.word.text(), answer.said.sign) == ("Welcome", "check")
    assert "No photos" in answer.lines.text() and page.door.field.line.hasFocus()


def test_the_guardian_is_asked_for_first_and_a_no_stays_to_be_seen(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    mari = actions.add_person(event, Draft("Mari", minor=True))
    settled(page, event, qtbot)
    type_in(page, mari.code, qtbot, enter=True)
    assert answer.said.tone == "warn" and answer.question.asked.text() == "The guardian's consent is here?"
    key(page, Qt.Key.Key_2, qtbot)
    assert answer.question.asked.text() == "May be photographed?"
    key(page, Qt.Key.Key_1, qtbot)
    settled(page, event, qtbot)
    assert answer.word.text() == "In, but the guardian does not agree" and answer.said.sound == "stop"
    known = somebody(event, "Mari")
    assert (known.guardian_consent, known.photo_consent) == (False, True)


def test_a_consent_given_at_another_desk_is_asked_for_no_longer(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    onne = somebody(event, "Õnne-Ly Kuusk")
    type_in(page, onne.code, qtbot, enter=True)
    actions.record_consent(event, onne.id, "photo", True)
    qtbot.waitUntil(answer.question.isHidden)
    assert answer.word.text() == "Welcome"


def test_a_code_with_a_slip_offers_whose_it_is_and_lets_nobody_in(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    code = somebody(event, "Anu Mets").code
    wrong = code[:3] + ("A" if code[3] != "A" else "B") + code[4:]
    type_in(page, wrong, qtbot, enter=True)
    assert (answer.word.text(), answer.name.text()) == ("Nobody here has this code", wrong)
    assert answer.said.sound == "stop" and page.door.field.line.selectedText() == wrong
    assert answer.choices[0].text() == f"Anu Mets · {code}"
    key(page, Qt.Key.Key_1, qtbot)
    assert page.door.card.name.text() == "Anu Mets" and queries.counts(event).here == 0
    press_enter(page, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Anu Mets").status == "arrived"


def test_a_badge_of_another_event_is_called_that(page: CheckInPage, answer: Answer, qtbot: QtBot) -> None:
    foreign = new_badge_code(())
    type_in(page, foreign, qtbot, enter=True)
    assert answer.word.text() == "Nobody here has this badge"
    assert "another event" in answer.lines.text()
    assert not any(choice.isVisible() for choice in answer.choices)
    type_in(page, TEST_CODE, qtbot, enter=True)
    assert (answer.word.text(), answer.said.tone) == ("The scanner works", "info")


def test_a_ticket_nobody_has_leads_to_a_walk_in(page: CheckInPage, answer: Answer, qtbot: QtBot) -> None:
    type_in(page, "zq8#77", qtbot, enter=True)
    assert (answer.word.text(), answer.name.text()) == ("Not on the list", "zq8#77")
    press(page, "Take them down as a walk-in", qtbot)
    assert page.door.forms.form.isVisible()


def test_somebody_who_cancelled_is_let_in_by_a_second_press_and_that_is_taken_back_whole(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    anu = somebody(event, "Anu Mets")
    actions.cancel_registration(event, anu.id, seen=anu.version)
    settled(page, event, qtbot)
    type_in(page, anu.code, qtbot, enter=True)
    assert (answer.word.text(), answer.said.sign) == ("Had cancelled", "circle-slash")
    assert somebody(event, "Anu Mets").status == "cancelled"
    key(page, Qt.Key.Key_1, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Anu Mets").status == "arrived"
    page.undo()
    settled(page, event, qtbot)
    assert somebody(event, "Anu Mets").status == "cancelled"


def test_one_key_takes_back_a_wrong_person(page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot) -> None:
    type_in(page, somebody(event, "Õnne-Ly Kuusk").code, qtbot, enter=True)
    key(page, Qt.Key.Key_1, qtbot)  # a consent written since is not what the key takes back
    page.undo()
    settled(page, event, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").status == "registered"
    assert answer.isHidden() and page.toast.text == "Õnne-Ly Kuusk is no longer checked in"
    assert somebody(event, "Õnne-Ly Kuusk").photo_consent is True


def test_a_second_scan_is_not_taken_back_by_that_key(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot
) -> None:
    juri = somebody(event, "Jüri Kuusk")
    actions.check_in(event, juri.code)
    actions.add_person(event, Draft("Later"))
    type_in(page, juri.code, qtbot, enter=True)
    assert answer.word.text() == "Already in since 09:00"
    page.undo()
    settled(page, event, qtbot)
    assert somebody(event, "Jüri Kuusk").status == "arrived"
    assert "Later" not in [person.name for person in queries.people(event)]


def test_the_next_key_and_escape_put_the_answer_away(page: CheckInPage, answer: Answer, qtbot: QtBot) -> None:
    for put_away in (Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Down):
        type_in(page, "juri kuu", qtbot, enter=True)
        assert answer.isVisible()
        qtbot.keyClick(page.door.field.line, put_away)
        assert answer.isHidden() and page.door.results.isVisible()


def test_the_answer_goes_by_itself_but_never_while_something_is_asked(
    page: CheckInPage, event: Event, answer: Answer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "STAYS", 1)
    monkeypatch.setattr(answers, "READS", 1)
    with qtbot.waitSignal(answer.closed):
        type_in(page, somebody(event, "Jüri Kuusk").code, qtbot, enter=True)
    assert answer.isHidden() and page.door.results.isVisible()
    type_in(page, somebody(event, "Õnne-Ly Kuusk").code, qtbot, enter=True)
    with qtbot.assertNotEmitted(answer.closed, wait=60):
        pass
    with qtbot.waitSignal(answer.closed):
        key(page, Qt.Key.Key_1, qtbot)


def test_each_kind_has_a_sign_of_its_own_and_welcome_again_and_stop_sound_apart() -> None:
    assert set(LOOKS) == set(ArrivalKind)
    signs = {kind: sign for kind, (_tone, sign, _sound) in LOOKS.items() if kind is not ArrivalKind.BACK}
    assert len(set(signs.values())) == len(signs)
    heard = {}
    for name in ("in", "again", "stop"):
        with wave.open(str(resource(f"sounds/{name}.wav"))) as file:
            assert 0.2 < file.getnframes() / file.getframerate() < 0.8
            heard[file.readframes(file.getnframes())] = name
    assert len(heard) == 3


def test_sounds_are_played_and_can_be_silenced_at_this_desk(
    page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\nbasename "$1" >> "{heard}"\n')
    player.chmod(player.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sound, "_PLAYERS", (str(player),))
    sound.player.cache_clear()
    type_in(page, "juri kuu", qtbot, enter=True)
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text() == "in.wav\n")
    type_in(page, "juri kuu", qtbot, enter=True)
    qtbot.waitUntil(lambda: heard.read_text() == "in.wav\nagain.wav\n")
    page.door.sound.click()
    assert page.door.sound.text() == "Silent"
    type_in(page, "nobody like this", qtbot, enter=True)
    page.door.sound.click()
    type_in(page, "anu", qtbot, enter=True)
    qtbot.waitUntil(lambda: heard.read_text() == "in.wav\nagain.wav\nin.wav\n")
    sound.player.cache_clear()


def test_a_silent_laptop_begins_silent(event: Event, desk: Desk, qtbot: QtBot) -> None:
    laptop.save(laptop.LaptopSettings(sound=False))
    with a_page_on(event, desk, qtbot) as page:
        assert page.door.sound.text() == "Silent" and not page.door.sound.on
