"""Prepare's jurors: when they are there, who is close to a team, PINs that are shown once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from builders import STRANGE_NAME
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.agenda.actions import take_own_order
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.pins import WrongPin
from hackdesk.jury.rules import BallotState, Juror
from hackdesk.jury.tables import CriterionRow
from hackdesk.people.tables import PersonRow
from hackdesk.teams.tables import MembershipRow, TeamRow
from ui.desk import Desk
from ui.pages.jury.page import JuryPage
from ui.pages.prepare.close_card import CloseCard
from ui.pages.prepare.jurors_panel import JurorsPanel
from ui.pages.prepare.page import PreparePage
from ui.widgets.button import Button
from ui.widgets.label import Label


@pytest.fixture
def county(event: Event) -> Event:
    """Two jurors and two teams; Mall's colleague sits in the first team, her namesake is on the list."""
    now = event.clock.utc_now()
    with event.change("fill") as session:
        bus = TeamRow(id=uuid4(), name=STRANGE_NAME, position=1)
        jaan, mall = (
            PersonRow(id=uuid4(), code=given, given_name=given, family_name=family, organisation="Võru Haigla")
            for given, family in (("Jaan", "Tamm"), ("Mall", "Kõpp"))
        )
        session.add_all((bus, TeamRow(name="Care", position=2), jaan, mall))
        session.flush()
        session.add(MembershipRow(team_id=bus.id, person_id=jaan.id, since=now))
    for name in ("Mall Kõpp", "Eve Rohtla"):
        actions.add_juror(event, Juror(uuid4(), name))
    take_own_order(event)
    return event


@pytest.fixture
def panel(county: Event, desk: Desk, qtbot: QtBot) -> Iterator[JurorsPanel]:
    page = PreparePage(desk)
    with shown(page, county, qtbot):
        page.show_section("jurors")
        qtbot.waitUntil(lambda: desk.waiting == 0 and isinstance(page.panel, JurorsPanel))
        made = page.panel
        assert isinstance(made, JurorsPanel)
        qtbot.waitUntil(lambda: len(made.table.rows) == 2)
        yield made


def ids(event: Event, juror: str, team: str) -> tuple[UUID, UUID]:
    judging = queries.progress(event).judging
    return (
        next(one.id for one in judging.jurors if one.name == juror),
        next(one.id for one in judging.teams if one.name == team),
    )


def press(card: CloseCard, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(button.text() == text for button in card._buttons()))
    button = next(button for button in card._buttons() if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(card: CloseCard) -> list[str]:
    return [label.text() for label in card.findChildren(Label) if label.isVisibleTo(card)]


def ballot(event: Event, juror: str, team: str) -> tuple[BallotState, str]:
    found = queries.progress(event).ballot(*ids(event, juror, team))
    return found.state, found.reason


def test_a_hint_offers_its_reason_and_the_facilitator_recuses(
    panel: JurorsPanel, county: Event, qtbot: QtBot
) -> None:
    card = panel.side.close_card
    assert "Same organisation as Jaan Tamm: Võru Haigla" in said(card)
    press(card, "Recuse …", qtbot)
    line = card.form.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == "same organisation as Jaan Tamm: Võru Haigla"
    line.setText("her colleague of ten years")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: ballot(county, "Mall Kõpp", STRANGE_NAME) == (BallotState.RECUSED, "her colleague of ten years")
    )
    qtbot.waitUntil(lambda: "Recused: her colleague of ten years" in said(card))
    assert not card.form.isVisible()
    press(card, "Take back", qtbot)
    qtbot.waitUntil(lambda: ballot(county, "Mall Kõpp", STRANGE_NAME)[0] is BallotState.OPEN)


def test_a_recusal_without_its_reason_is_refused_beside_the_field(
    panel: JurorsPanel, county: Event, qtbot: QtBot
) -> None:
    card = panel.side.close_card
    card.other_button.click()
    qtbot.keyClick(card.form.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "needs its reason" in card.form.field.error)
    assert ballot(county, "Mall Kõpp", "Care")[0] is BallotState.OPEN


def test_what_is_not_close_stays_away_until_somebody_looks_again(panel: JurorsPanel, qtbot: QtBot) -> None:
    card = panel.side.close_card
    press(card, "Not close", qtbot)
    qtbot.waitUntil(lambda: f"Not close, as was said: {STRANGE_NAME}" in said(card))
    press(card, "Look again", qtbot)
    qtbot.waitUntil(lambda: "Same organisation as Jaan Tamm: Võru Haigla" in said(card))


def test_the_person_of_the_same_name_is_offered_as_the_juror(
    panel: JurorsPanel, county: Event, qtbot: QtBot
) -> None:
    press(panel.side.close_card, "It is the same person", qtbot)
    qtbot.waitUntil(lambda: queries.jurors(county)[0].person_id is not None)


def test_pins_are_shown_once_and_never_in_a_receipt_or_the_history(
    panel: JurorsPanel, county: Event, qtbot: QtBot
) -> None:
    panel.pins_button.click()
    qtbot.waitUntil(lambda: panel.fresh.isVisible())
    pins = dict(panel.fresh.pins)
    assert len(pins) == 2
    shown_words = [label.text() for label in panel.fresh.findChildren(Label)]
    assert set(pins.values()) <= set(shown_words)
    for juror_id, pin in pins.items():
        actions.check_pin(county, juror_id, pin)
    told = [panel.page.toast.findChildren(Label), panel.page.notice.findChildren(Label)]
    words = [label.text() for part in told for label in part] + [one.action for one in county.changes_since(0)]
    assert not any(pin in word for pin in pins.values() for word in words)
    panel.fresh.away_button.click()
    assert panel.fresh.pins == {}
    assert not panel.fresh.isVisible()
    qtbot.waitUntil(lambda: panel.side.pin.state.text() == "A PIN is set.")
    assert not panel.pins_button.isVisible()


def test_an_own_pin_is_typed_and_what_is_none_is_refused_in_its_place(
    panel: JurorsPanel, county: Event, qtbot: QtBot
) -> None:
    pin = panel.side.pin
    qtbot.keyClicks(pin.line, "12ab")
    qtbot.keyClick(pin.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "four to eight digits" in pin.field.error)
    pin.line.setText("4071")
    qtbot.keyClick(pin.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.has_pin for one in access(county).values()))
    qtbot.waitUntil(lambda: pin.line.text() == "")
    actions.check_pin(county, queries.jurors(county)[0].id, "4071")


def test_wrong_tries_are_said_with_how_long_it_waits(panel: JurorsPanel, county: Event, qtbot: QtBot) -> None:
    juror = queries.jurors(county)[0]
    actions.set_pin(county, juror.id, "4071")
    for _try in range(5):
        with pytest.raises(WrongPin):
            actions.check_pin(county, juror.id, "1122")
    panel.page.refresh()
    qtbot.waitUntil(lambda: "it waits 30 more seconds" in panel.side.pin.state.text())


def test_jurors_are_taken_from_the_list(panel: JurorsPanel, county: Event, qtbot: QtBot) -> None:
    assert not panel.list_button.isVisible()
    with county.change("a role") as session:
        session.add(PersonRow(code="x", given_name="Helve", family_name="Saar", roles=["chair"]))
    panel.page.refresh()
    qtbot.waitUntil(lambda: panel.list_button.isVisible())
    panel.list_button.click()
    qtbot.waitUntil(lambda: [one.name for one in queries.jurors(county) if one.chair] == ["Helve Saar"])


def test_the_pitches_a_juror_sees_are_typed(panel: JurorsPanel, county: Event, qtbot: QtBot) -> None:
    line = panel.form.fields["from_turn"].input
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "2")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: queries.jurors(county)[0].from_turn == 2)


def test_the_jury_page_leads_to_who_may_be_close(county: Event, desk: Desk, qtbot: QtBot) -> None:
    with county.change("criterion") as session:
        session.add(CriterionRow(name="Value", lowest=1, highest=5, step=1, weight=1))
    page = JuryPage(desk)
    with shown(page, county, qtbot):
        line = page.ballots.progress_view.conflicts
        qtbot.waitUntil(lambda: line.text() == "1 possible conflict to look at")
        with qtbot.waitSignal(page.wants) as led:
            line.click()
        assert led.args == ["prepare", "jurors"]


def test_a_juror_left_after_a_pitch_by_the_menu_over_the_matrix(county: Event, desk: Desk, qtbot: QtBot) -> None:
    with county.change("criterion") as session:
        session.add(CriterionRow(name="Value", lowest=1, highest=5, step=1, weight=1))
    page = JuryPage(desk)
    with shown(page, county, qtbot):
        view = page.ballots.progress_view
        qtbot.waitUntil(lambda: len(view.heads.findChildren(Button)) >= 2)
        menu = view.heads._heads[0].menu()
        early = next(one.menu() for one in menu.actions() if one.text() == "Left after pitch …")
        early.actions()[0].trigger()
        qtbot.waitUntil(lambda: queries.jurors(county)[0].until_turn == 1)
        assert queries.jurors(county)[0].state == "left"


def test_cards_with_the_pins_that_are_shown_are_saved_as_a_pdf(
    panel: JurorsPanel, county: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    line = panel.side.cards.line
    line.setText("192.168.137.1:8080/")
    line.editingFinished.emit()
    assert laptop.load().phones_address == "http://192.168.137.1:8080"
    panel.pins_button.click()
    qtbot.waitUntil(lambda: panel.fresh.isVisible())
    pins, path = dict(panel.fresh.pins), tmp_path / "cards.pdf"
    panel.save_cards(path)
    qtbot.waitUntil(lambda: "cards.pdf" in panel.page.toast.text, timeout=20_000)
    with closing(PdfDocument(path)) as document:
        text = document[0].get_textpage().get_text_range()
    assert all(pin in text for pin in pins.values())
    assert "http://192.168.137.1:8080/j/" in text
    assert not any(pin in panel.page.toast.text for pin in pins.values())
