"""The forms beside the desk: typed, waiting, kept, met by what other desks write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people import actions, queries
from hackdesk.people.actions import add_groups
from hackdesk.people.half_typed import folder_of, half_typed
from hackdesk.people.rules import Draft, Person
from hackdesk.teams.actions import add_topic
from hackdesk.teams.rules import TopicDraft
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage
from ui.pages.check_in.person_form import PersonForm
from ui.pages.check_in.person_inputs import LABELS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    with made.change("groups") as session:
        add_groups(session, language("en"))
    actions.add_person(
        made, Draft("Õnne-Ly", "Kuusk", organisation="Rõuge vald", phone="5551234", groups=("expert",))
    )
    actions.add_person(made, Draft("Anu", "Mets", minor=True, photo_consent=False, groups=("youth",)))
    add_topic(made, TopicDraft("Village bus on demand"))
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    made = CheckInPage(desk)
    with shown(made, event, qtbot):
        made.activateWindow()
        settle(made, qtbot)
        made.take_focus()
        yield made


def settle(page: CheckInPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def settled(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    """Wait until the page shows what is in the file."""
    qtbot.waitUntil(
        lambda: page.door.now is not None and tuple(page.door.now.people.values()) == queries.people(event)
    )  # fmt: skip
    settle(page, qtbot)


def somebody(event: Event, name: str) -> Person:
    return next(person for person in queries.people(event) if person.name == name)


def form(page: CheckInPage) -> PersonForm:
    return page.door.forms.form


def fill(page: CheckInPage, **texts: str) -> None:
    for name, text in texts.items():
        line = form(page).fields[name].input
        assert isinstance(line, QLineEdit | QPlainTextEdit)
        line.setText(text) if isinstance(line, QLineEdit) else line.setPlainText(text)


def walk_in(page: CheckInPage, qtbot: QtBot, **texts: str) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    settle(page, qtbot)
    fill(page, **texts)


def keep(page: CheckInPage, qtbot: QtBot, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(form(page), Qt.Key.Key_Return, modifiers)
    settle(page, qtbot)


def chips(page: CheckInPage) -> list[str]:
    return [chip.text() for chip in page.door.forms.chips.findChildren(QPushButton) if not chip.isHidden()]


def scan(page: CheckInPage, person: Person, qtbot: QtBot) -> None:
    page.door.field.setFocus()
    qtbot.keyClicks(page.door.field.line, person.code)
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Return)
    settle(page, qtbot)


def test_a_walk_in_is_kept_and_in_by_one_key_while_the_queue_goes_on(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    walk_in(page, qtbot, given_name="Kaspar", family_name="Hauser", organisers_note="needs quiet")
    assert form(page).fields["given_name"].input.hasFocus() and form(page).inputs.draft().photo_consent is None
    scan(page, somebody(event, "Anu Mets"), qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Anu Mets").status == "arrived" and form(page).isVisible()
    form(page).inputs.photo.choose("yes")
    form(page).inputs.groups.choose(["end_user"])
    form(page).inputs.roles.choose(["mentor"])
    keep(page, qtbot)
    settled(page, event, qtbot)
    kaspar = somebody(event, "Kaspar Hauser")
    assert (kaspar.status, kaspar.walk_in, kaspar.photo_consent, kaspar.groups, kaspar.roles) == (
        "arrived", True, True, ("end_user",), ("mentor",),
    )  # fmt: skip
    assert kaspar.organisers_note == "needs quiet"
    assert page.door.field.line.hasFocus() and page.door.answer.name.text() == "Kaspar Hauser"
    page.toast.undo_button.click()
    settled(page, event, qtbot)
    assert "Kaspar Hauser" not in [person.name for person in queries.people(event)]


def test_every_field_is_reached_by_tab_in_one_sweep(page: CheckInPage, qtbot: QtBot) -> None:
    walk_in(page, qtbot)
    form(page).inputs.minor.setChecked(True)
    seen = []
    for _step in range(60):
        here = page.focusWidget()
        name = next((one for one, field in form(page).fields.items() if field.isAncestorOf(here)), "")
        if name and name not in seen:
            seen.append(name)
        if here is form(page).keep_button:
            break
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert seen == [name for name in LABELS if name != "minor"]


def test_somebody_calls_to_come_tomorrow(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    keep(page, qtbot, CTRL | SHIFT)
    settled(page, event, qtbot)
    kaspar = somebody(event, "Kaspar")
    assert (kaspar.status, kaspar.walk_in) == ("registered", False)
    assert page.toast.text == "Kaspar is on the list, not here yet"


def test_two_half_typed_walk_ins_wait_and_come_back_as_they_were(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    walk_in(page, qtbot, given_name="Kaspar", phone="5550")
    walk_in(page, qtbot, given_name="Berta", remarks="two\nlines ")
    walk_in(page, qtbot, given_name="Cilla")
    qtbot.waitUntil(lambda: chips(page) == ["Kaspar … (waiting)", "Berta … (waiting)"])
    scan(page, somebody(event, "Anu Mets"), qtbot)
    settled(page, event, qtbot)
    keep(page, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Cilla").status == "arrived"
    for name, field, text in (("Kaspar", "phone", "5550"), ("Berta", "remarks", "two\nlines ")):
        qtbot.keyClick(page, Qt.Key.Key_J, CTRL)
        settle(page, qtbot)
        draft = form(page).inputs.draft()
        assert (draft.given_name, getattr(draft, field)) == (name, text)
        keep(page, qtbot)
        settled(page, event, qtbot)
    qtbot.waitUntil(lambda: chips(page) == [])
    assert not folder_of(event.path).exists()


def test_what_is_half_typed_outlives_the_window(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    anu = somebody(event, "Anu Mets")
    walk_in(page, qtbot, given_name="Kaspar")
    page.door.edit(anu)
    fill(page, phone="5559")
    page.leave()
    settle(page, qtbot)
    desk = Desk(event)
    other = CheckInPage(desk)
    with shown(other, event, qtbot):
        settle(other, qtbot)
        qtbot.waitUntil(lambda: chips(other) == ["Kaspar … (waiting)", "Anu … (edit waits)"])
        other.door.edit(anu)
        assert form(other).inputs.draft().phone == "5559" and form(other).person == anu
        keep(other, qtbot)
        assert somebody(event, "Anu Mets").phone == "5559" and len(half_typed(event)) == 1
    desk.close()


def test_a_power_cut_costs_at_most_the_last_keys(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    qtbot.waitUntil(lambda: [one.draft.given_name for one in half_typed(event)] == ["Kaspar"])
    form(page).drop_button.click()
    settle(page, qtbot)
    assert half_typed(event) == ()
    page.toast.undo_button.click()
    assert form(page).inputs.draft().given_name == "Kaspar"


def test_somebody_on_the_list_is_taken_by_one_key_and_what_differs_is_shown(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    walk_in(page, qtbot, given_name="onne-ly", family_name="kuusk", phone="5559999", diet="vegan")
    twin = form(page).twin
    assert twin.sentence.text() == "Õnne-Ly Kuusk is on the list already (Rõuge vald, Expert, expected)"
    qtbot.keyClick(form(page), Qt.Key.Key_T, CTRL)
    settle(page, qtbot)
    draft = form(page).inputs.draft()
    assert (draft.given_name, draft.diet, draft.phone) == ("Õnne-Ly", "vegan", "5551234")
    assert "Phone: on the list “5551234”, typed here “5559999”." in form(page).differing.sentences
    mine = form(page).differing.switch("phone").findChildren(QPushButton)[1]
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    keep(page, qtbot)
    settled(page, event, qtbot)
    onne = somebody(event, "Õnne-Ly Kuusk")
    assert (onne.status, onne.phone, onne.diet, onne.walk_in) == ("arrived", "5559999", "vegan", False)
    assert len(queries.people(event)) == 2 and check(event).sound


def test_somebody_else_of_the_same_name_is_kept_too(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Anu", family_name="Mets")
    assert form(page).twin.isVisible()
    form(page).twin.both_button.click()
    assert not form(page).twin.isVisible()
    keep(page, qtbot)
    settled(page, event, qtbot)
    assert [person.name for person in queries.people(event)].count("Anu Mets") == 2


def test_what_is_wrong_is_said_beside_its_field(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, email="kaspar@", guardian="Mall")
    form(page).inputs.minor.setChecked(True)
    keep(page, qtbot)
    wrong = {name: field.error for name, field in form(page).fields.items() if field.error}
    assert set(wrong) == {"given_name", "email", "guardian"} and "kaspar@" in wrong["email"]
    assert form(page).fields["given_name"].input.hasFocus() and len(queries.people(event)) == 2


def test_consents_are_asked_in_the_events_words_and_can_be_looked_up(
    page: CheckInPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    walk_in(page, qtbot, given_name="Kaspar", guardian="Mall, 5557")
    inputs = form(page).inputs
    assert inputs.photo.current == "" and not inputs.fields["guardian_consent"].isVisible()
    inputs.minor.setChecked(True)
    assert inputs.fields["guardian_consent"].isVisible()
    for segments, key in ((inputs.photo, Qt.Key.Key_Right), (inputs.guardian, Qt.Key.Key_Right)):
        segments.setFocus()
        qtbot.keyClick(page.focusWidget(), key)
    keep(page, qtbot)
    settled(page, event, qtbot)
    clock.forward(hours=1)
    actions.record_consent(event, somebody(event, "Kaspar").id, "photo", False, wording="Kas tohib?")
    settled(page, event, qtbot)
    page.door.edit(somebody(event, "Kaspar"))
    qtbot.waitUntil(lambda: len(form(page).consents.sentences) == 3)
    latest = form(page).consents.sentences[0]
    assert latest == "Photographs: No, 14 Nov 2026 10:00, to “Kas tohib?”"
    assert any("said by Mall, 5557" in one for one in form(page).consents.sentences)


def test_an_answer_can_be_taken_back_before_it_is_kept(page: CheckInPage, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    yes = form(page).inputs.photo.findChildren(QPushButton)[0]
    for expected in (True, None):
        qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
        assert form(page).inputs.draft().photo_consent is expected


def test_what_another_desk_changed_meanwhile_is_shown_and_decided_field_by_field(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    onne = somebody(event, "Õnne-Ly Kuusk")
    page.door.edit(onne)
    fill(page, phone="1111", diet="vegan")
    theirs = replace(onne.draft, phone="2222", municipality="Võru vald")
    actions.edit_person(event, onne.id, theirs, seen=onne.version)
    settled(page, event, qtbot)
    keep(page, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").phone == "2222"
    said = form(page).differing.sentences
    assert "Municipality is now “Võru vald”." in said
    assert "Phone: on the list “2222”, typed here “1111”." in said
    keep(page, qtbot)
    assert form(page).wrong.text() == "Choose for each field that differs which one is to stand."
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    keep(page, qtbot)
    settled(page, event, qtbot)
    now = somebody(event, "Õnne-Ly Kuusk")
    assert (now.phone, now.diet, now.municipality) == ("1111", "vegan", "Võru vald")


def test_a_registration_is_cancelled_and_restored_without_losing_what_is_typed(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    onne = somebody(event, "Õnne-Ly Kuusk")
    page.door.edit(onne)
    assert form(page).stands.about.text() == f"Badge {onne.code}, not printed yet"
    fill(page, phone="1111")
    form(page).stands.button.click()
    settled(page, event, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").cancelled
    assert form(page).stands.button.text() == "Restore the registration"
    form(page).stands.button.click()
    settled(page, event, qtbot)
    keep(page, qtbot)
    settled(page, event, qtbot)
    onne = somebody(event, "Õnne-Ly Kuusk")
    assert (onne.cancelled, onne.phone, onne.status) == (False, "1111", "registered")


def test_known_places_and_topics_are_suggested(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    line = form(page).fields["organisation"].input
    qtbot.keyClicks(line, "roug")
    assert line.suggestions() == ["Rõuge vald"]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    topics = form(page).inputs.choices
    topics.setFocus()
    for text in ("bus", "Cafe"):
        qtbot.keyClicks(topics.line, text)
        qtbot.keyClick(topics.line, Qt.Key.Key_Return)
    keep(page, qtbot)
    settled(page, event, qtbot)
    kaspar = somebody(event, "Kaspar")
    assert kaspar.choices == ("Village bus on demand", "Cafe") and kaspar.organisation == "roug"


def test_the_form_is_kept_while_suggestions_are_open(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    line = form(page).fields["organisation"].input
    line.setFocus()
    qtbot.keyClicks(line, "roug")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: any(one.name == "Kaspar" for one in queries.people(event)))
    settled(page, event, qtbot)
    assert somebody(event, "Kaspar").organisation == "roug" and not popup.isVisible()
    walk_in(page, qtbot, given_name="Berta")
    line.setFocus()
    qtbot.keyClicks(line, "roug")
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() in ("Rõuge vald", "roug") and form(page).isVisible()


def test_a_second_press_keeps_nobody_twice(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    walk_in(page, qtbot, given_name="Kaspar")
    for _press in range(3):
        qtbot.keyClick(form(page), Qt.Key.Key_Return, CTRL)
    settled(page, event, qtbot)
    assert len(queries.people(event)) == 3


def test_every_field_of_a_draft_has_its_place_in_the_form() -> None:
    assert {field.name for field in fields(Draft)} == set(LABELS)
