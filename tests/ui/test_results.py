"""The Results page: places and ties, awards apart from them, signing and opening again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Award, BallotState, Criterion, Juror, NotCounted, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.results.awards_card import AwardBlock
from ui.pages.results.missing_card import JurorBlock
from ui.pages.results.page import ResultsPage
from ui.pages.results.reason_form import ReasonForm
from ui.pages.results.tie_card import TieBlock

TEAMS = ("Bus", "Care", STRANGE_NAME)


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[ResultsPage]:
    made = ResultsPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def judging(event: Event) -> Event:
    """Two criteria 1–5, two jurors, three teams, two awards: one by place, one with a giver."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(TEAMS))
        actions.add_criteria(session, [Criterion(uuid4(), name) for name in ("Value", "Newness")], language("en"))
    for name in ("Mall", "Jaan"):
        actions.add_juror(event, Juror(uuid4(), name))
    actions.add_award(event, Award(uuid4(), "Main prize", by_place=1))
    actions.add_award(event, Award(uuid4(), "Mentoring", giver="The county", decided_by="partner"))
    return event


@pytest.fixture
def judged(judging: Event) -> Event:
    """Every ballot is in: Bus first, Care and the third team alike in every way."""
    for juror in ("Mall", "Jaan"):
        for team, marks in zip(TEAMS, ((5, 5), (3, 3), (3, 3)), strict=True):
            hand_in(judging, juror, team, *marks)
    return judging


def ids(event: Event, juror: str, team: str) -> tuple[UUID, UUID]:
    judging = queries.progress(event).judging
    return (
        next(one.id for one in judging.jurors if one.name == juror),
        next(one.id for one in judging.teams if one.name == team),
    )


def hand_in(event: Event, juror: str, team: str, *marks: int) -> None:
    sheet = Sheet({one.id: Fraction(mark) for one, mark in zip(queries.criteria(event), marks, strict=True)})
    juror_id, team_id = ids(event, juror, team)
    seen = queries.progress(event).ballot(juror_id, team_id).version
    actions.hand_in_ballot(event, juror_id, team_id, sheet, seen=seen)


def cells(page: ResultsPage) -> list[list[str]]:
    """What stands in the table, but the picture and the other method."""
    model = page.places.table.model()
    columns = [column for column in range(model.columnCount()) if column not in (2, 4)]
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def given(event: Event) -> dict[str, list[tuple[str, str]]]:
    """{award: [(team, who decided)]}"""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in queries.awards_given(event):
        found.setdefault(one.award.name, []).append((one.team_name, one.decided))
    return found


def award(page: ResultsPage, name: str) -> AwardBlock:
    blocks = [block for block in page.awards.awards.blocks if isinstance(block, AwardBlock)]
    return next(block for block in blocks if block.line and block.line.award.name == name)


def tie(page: ResultsPage) -> TieBlock:
    (block,) = page.ties.ties.blocks
    assert isinstance(block, TieBlock)
    return block


def juror_texts(page: ResultsPage) -> list[str]:
    return [block.text for block in page.missing.open.blocks if isinstance(block, JurorBlock)]


def click(button: QPushButton, qtbot: QtBot) -> None:
    qtbot.waitUntil(button.isVisible)  # a new one is shown when its layout is
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_reason(form: ReasonForm, reason: str, qtbot: QtBot) -> None:
    field = form.field.input
    assert isinstance(field, QLineEdit)
    field.setText(reason)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    assert box.currentText() == text


def settle(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.waiting == 0)


def test_places_scores_and_a_shared_place_are_shown(judged: Event, page: ResultsPage) -> None:
    assert cells(page) == [
        ["1", "Bus", "100.0", "2 of 2"],
        ["2–3 shared", "Care", "50.0", "2 of 2"],
        ["2–3 shared", STRANGE_NAME, "50.0", "2 of 2"],
    ]
    assert any("share the place" in sentence for sentence in page.places.sentences)
    assert any("never zero" in sentence for sentence in page.places.sentences)
    assert page.missing.open.blocks == ()


def test_a_missing_ballot_is_named_and_leads_to_the_juror(
    judging: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    hand_in(judging, "Mall", "Bus", 5, 4)
    hand_in(judging, "Mall", "Care", 4, 4)
    juror_id, team_id = ids(judging, "Jaan", "Care")
    actions.set_ballot_state(
        judging, juror_id, team_id, NotCounted(BallotState.RECUSED, "from the same village"), seen=0
    )
    qtbot.waitUntil(lambda: len(cells(page)) == 2 and bool(page.missing.others.blocks))
    assert [row[-1] for row in cells(page)] == ["1 of 2 · 1 open · close", "1 of 2 · 1 recused · close"]
    assert f"No complete ballot yet: “{STRANGE_NAME}”" in page.places.sentences
    assert juror_texts(page) == [f"{STRANGE_NAME} – open", f"Bus – open\n{STRANGE_NAME} – open"]
    (recused,) = page.missing.others.blocks
    assert isinstance(recused, JurorBlock) and recused.text == "Care – recused: from the same village"
    with qtbot.waitSignal(page.wants) as wanted:
        click(recused.button, qtbot)
    assert wanted.args is not None and wanted.args[0] == "jury" and wanted.args[1].name == "Jaan"


def test_an_award_is_given_and_taken_back(judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot) -> None:
    block = award(page, "Mentoring")
    click(block.button, qtbot)
    click(block.form.button, qtbot)
    assert block.form.team_field.error == "Choose the team that gets it."
    choose(block.form.teams, STRANGE_NAME)
    click(block.form.button, qtbot)
    qtbot.waitUntil(lambda: block.teams == (STRANGE_NAME,))
    assert given(judged)["Mentoring"] == [(STRANGE_NAME, "partner")] and block.form.isHidden()
    click(block.button, qtbot)
    choose(block.form.teams, "Bus")
    block.form.decided.choose("jury")
    click(block.form.button, qtbot)
    qtbot.waitUntil(lambda: block.teams == ("Bus", STRANGE_NAME))
    back = next(one for one in block.winners.findChildren(QPushButton) if "“Bus”" in one.accessibleName())
    click(back, qtbot)
    qtbot.waitUntil(lambda: block.teams == (STRANGE_NAME,))
    click(page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: block.teams == ("Bus", STRANGE_NAME))


def test_an_award_by_place_goes_elsewhere_with_a_reason_only(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    block = award(page, "Main prize")
    assert block.teams == ("Bus",) and block.winners.findChildren(QPushButton) == []
    click(block.button, qtbot)
    choose(block.form.teams, "Care")
    type_reason(block.form, "", qtbot)
    qtbot.waitUntil(lambda: "goes to place 1" in block.form.field.error)
    assert given(judged)["Main prize"] == [("Bus", "place")] and block.form.teams.currentText() == "Care"
    type_reason(block.form, "Bus gave it on", qtbot)
    qtbot.waitUntil(lambda: block.teams == ("Care",))
    assert given(judged)["Main prize"] == [("Care", "jury")]


def test_what_is_typed_survives_what_others_write(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    block = award(page, "Mentoring")
    click(block.button, qtbot)
    choose(block.form.teams, "Care")
    field = block.form.field.input
    assert isinstance(field, QLineEdit)
    field.setText("They asked for")
    hand_in(judged, "Mall", "Bus", 4, 4)
    actions.give_award(judged, queries.awards(judged)[1].id, ids(judged, "Mall", "Bus")[1])
    qtbot.waitUntil(lambda: block.teams == ("Bus",) and cells(page)[0][2] == "87.5")
    assert field.text() == "They asked for" and block.form.teams.currentText() == "Care"
    assert block.form.isVisible() and block.form.teams.findText("Bus") < 0


def test_the_jury_votes_on_a_shared_place(judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot) -> None:
    block = tie(page)
    click(block.button, qtbot)
    higher = [one for one in block.order.findChildren(QPushButton) if one.isEnabled()]
    click(higher[0], qtbot)
    type_reason(block.form, "", qtbot)
    qtbot.waitUntil(lambda: "no reason" in block.form.field.error)
    type_reason(block.form, "The first step is nearer", qtbot)
    qtbot.waitUntil(lambda: [row[0] for row in cells(page)] == ["1", "2", "3"])
    assert [row[1] for row in cells(page)] == ["Bus", STRANGE_NAME, "Care"]
    assert any("The first step is nearer" in sentence for sentence in page.places.sentences)
    assert tie(page) is block and block.button.text() == "Vote again …"


def test_signing_shows_the_revision_and_closes_everything(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.sign_button.setFocus()
    qtbot.keyClick(page.sign_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.seal.isVisible())
    settle(desk, qtbot)
    signed = queries.sealed(judged)
    assert signed is not None and "Signed as revision 1 · 09:00" in page.seal.text
    assert page.toast.text.startswith("Signed as revision 1.") and page.toast.undo_button.isHidden()
    assert page.sign_button.isHidden() and page.ties.isHidden()
    assert QApplication.focusWidget() is page.reveal_button
    assert all(award(page, name).button.isHidden() for name in ("Main prize", "Mentoring"))
    for button, wish in (
        (page.reveal_button, ["stage", "results"]),
        (page.print_button, ["documents", "results"]),
    ):
        with qtbot.waitSignal(page.wants) as wanted:
            click(button, qtbot)
        assert wanted.args == wish


def test_open_ballots_are_asked_about_before_signing(
    judging: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    hand_in(judging, "Mall", "Bus", 5, 4)
    qtbot.waitUntil(lambda: page.sign_button.isVisible())
    click(page.sign_button, qtbot)
    assert page.open_ballots.sentence.startswith("5 ballots are still open.")
    settle(desk, qtbot)
    assert queries.sealed(judging) is None
    click(page.open_ballots.sign_button, qtbot)
    qtbot.waitUntil(lambda: page.seal.isVisible())
    assert queries.sealed(judging) is not None and page.open_ballots.isHidden()


def test_opening_again_needs_a_reason_and_signing_anew_says_what_changed(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    click(page.sign_button, qtbot)
    qtbot.waitUntil(lambda: page.seal.reopen_button.isVisible())
    click(page.seal.reopen_button, qtbot)
    type_reason(page.seal.form, " ", qtbot)
    qtbot.waitUntil(lambda: "needs a reason" in page.seal.form.field.error)
    type_reason(page.seal.form, "A mark was misread", qtbot)
    qtbot.waitUntil(lambda: "Revision 1 was opened again: A mark was misread" in page.seal.text)
    assert page.sign_button.isVisible() and page.reveal_button.isHidden()
    hand_in(judged, "Mall", "Care", 5, 5)
    qtbot.waitUntil(lambda: cells(page)[1][0] == "2")
    click(page.sign_button, qtbot)
    qtbot.waitUntil(lambda: "Signed as revision 2" in page.seal.text)
    assert "Ballot Mall – Care: was 3 · 3, is 5 · 5" in page.changes.text
    assert "Opened again: A mark was misread" in page.changes.text


def test_escape_puts_a_form_away(judged: Event, page: ResultsPage, qtbot: QtBot) -> None:
    block = award(page, "Mentoring")
    click(block.button, qtbot)
    qtbot.keyClick(block.form.field.input, Qt.Key.Key_Escape)
    assert block.form.isHidden() and QApplication.focusWidget() is block.button


def test_tab_goes_on_from_the_team_to_the_reason(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    actions.give_award(judged, queries.awards(judged)[1].id, ids(judged, "Mall", "Bus")[1])
    block = award(page, "Mentoring")
    qtbot.waitUntil(lambda: block.teams == ("Bus",))
    click(block.button, qtbot)
    assert QApplication.focusWidget() is block.form.teams
    seen = []
    for _step in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[0] is block.form.decided.focusProxy()
    assert seen[1:] == [block.form.field.input, block.form.button, block.form.cancel_button]


def test_an_empty_page_leads_on(event: Event, page: ResultsPage, desk: Desk, qtbot: QtBot) -> None:
    def leads_to(*wish: object) -> None:
        assert page.places.empty is not None
        with qtbot.waitSignal(page.wants) as wanted:
            click(page.places.empty.button, qtbot)
        assert wanted.args == list(wish)

    assert page.sign_button.isHidden() and page.missing.isHidden() and page.awards.empty.isVisible()
    leads_to("teams", None)
    with event.change("fill") as session:
        session.add(TeamRow(name="Bus"))
    page.refresh()
    settle(desk, qtbot)
    leads_to("prepare", "criteria")
    with event.change("fill") as session:
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    page.refresh()
    settle(desk, qtbot)
    leads_to("jury", None)
    actions.add_juror(event, Juror(uuid4(), "Mall"))
    page.refresh()
    settle(desk, qtbot)
    leads_to("jury", None)
    assert juror_texts(page) == ["Bus – open"]
    hand_in(event, "Mall", "Bus", 4)
    qtbot.waitUntil(lambda: page.places.empty is None)
    assert cells(page) == [["1", "Bus", "75.0", "1 of 1"]]


def test_a_narrow_window_shows_all_lines_below_each_other(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.shrink(narrow=True)
    page.resize(600, 1400)
    bottom = page.places.mapTo(page, page.places.rect().bottomLeft())
    below = page.missing.mapTo(page, page.missing.rect().topLeft())
    qtbot.waitUntil(lambda: page.missing.isVisible())
    assert below.y() > bottom.y()
    page.shrink(narrow=False)
    page.resize(1178, 680)
    assert page.missing.isVisible() and page.missing.mapTo(page, page.missing.rect().topLeft()).x() > 700


def test_paper_ballots_that_were_read_only_once_are_told_and_do_not_stand_in_the_way(
    judged: Event, page: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    criteria = [one.id for one in queries.criteria(judged)]
    for juror, second in (("Mall", None), ("Jaan", (5, 4))):
        juror_id, team_id = ids(judged, juror, "Bus")
        seen = queries.progress(judged).ballot(juror_id, team_id).version
        sheet = Sheet(dict.fromkeys(criteria, Fraction(5)), way="paper")
        version = actions.hand_in_ballot(judged, juror_id, team_id, sheet, seen=seen, by="Kaja").version
        if second:
            read = dict(zip(criteria, map(Fraction, second), strict=True))
            actions.read_again(judged, juror_id, team_id, read, seen=version, by="Riho")
    said = "1 paper ballot was read only once. Of 1 paper ballot both readings differ."
    qtbot.waitUntil(lambda: page.missing.paper.text() == said)
    assert page.sign_button.isVisible()
    actions.seal_results(judged)
    qtbot.waitUntil(lambda: page.missing.paper.isHidden())
