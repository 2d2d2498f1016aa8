"""A ballot is taken from a phone's screen: typed, by camera, once, and beside what the laptop has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from uuid import uuid4

import pytest
from handed_over import OnPhone
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.handover import Known
from hackdesk.jury.phone_queries import own_ballots
from hackdesk.jury.phone_revisions import Revision
from hackdesk.jury.rules import Ballot, BallotState, Criterion, Juror, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.camera import Reader
from ui.desk import Desk
from ui.pages.jury.handover_part import HandoverPart
from ui.pages.jury.page import JuryPage
from ui.pages.jury.phones_panel import PhonesPanel
from ui.widgets.qr_code import QrCode

try:
    from PySide6.QtMultimedia import QVideoFrame
except ImportError:
    QVideoFrame = None

DEVICE = "Android-0123456789ab"


@pytest.fixture
def judging(event: Event) -> Event:
    """Two criteria 1–5, two teams, two jurors; Mall's phone has come in before the network went."""
    with event.change("fill") as session:
        session.add_all([TeamRow(name="Bus"), TeamRow(name="Care", position=1)])
        criteria = [Criterion(uuid4(), "Value"), Criterion(uuid4(), "Newness", position=1)]
        actions.add_criteria(session, criteria, language("en"))
    for name in ("Mall", "Jaan"):
        actions.add_juror(event, Juror(uuid4(), name))
    actions.make_links(event)
    actions.take_over(event, queries.jurors(event)[0].id, DEVICE)
    return event


@pytest.fixture
def page(judging: Event, desk: Desk, qtbot: QtBot) -> Iterator[JuryPage]:
    made = JuryPage(desk)
    with shown(made, judging, qtbot):
        yield made


@pytest.fixture
def part(page: JuryPage, qtbot: QtBot) -> HandoverPart:
    page.show_panel("phones")
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert isinstance(page.panel, PhonesPanel)
    page.panel.show_part("handover")
    return page.panel.handover


def on_phone(event: Event, *marks: int, revision: int = 1, note: str = "") -> tuple[OnPhone, Known]:
    """Mall's ballot for the team Bus as her phone has it, and what the laptop told the phone."""
    mall = queries.jurors(event)[0]
    own = own_ballots(event, mall.id)
    assert own is not None
    given = {one.id: Fraction(mark) for one, mark in zip(own.criteria, marks, strict=True)}
    secret = access(event)[mall.id].secret
    phone = OnPhone(0, 0, revision, marks=given, note=note, device=DEVICE, secret=secret)
    return phone, Known(own.criteria, queries.jurors(event), own.all_teams, own.round)


def in_file(event: Event) -> Ballot:
    mall, progress = queries.jurors(event)[0], queries.progress(event)
    return progress.ballot(mall.id, progress.judging.teams[0].id)


def type_in(part: HandoverPart, text: str, qtbot: QtBot) -> None:
    """Type into the field and press Enter."""
    qtbot.keyClicks(part.field.line, text)
    qtbot.keyClick(part.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part._page.desk.waiting == 0)


def take(part: HandoverPart, qtbot: QtBot) -> None:
    """Press Enter where the keyboard is."""
    assert part.card.take_button.hasFocus()
    qtbot.keyClick(part.card.take_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.card.isHidden() and part._page.desk.waiting == 0)


def test_a_typed_code_shows_the_ballot_in_words_and_enter_takes_it(
    judging: Event, part: HandoverPart, qtbot: QtBot
) -> None:
    phone, known = on_phone(judging, 4, 5)
    type_in(part, phone.code(known).lower(), qtbot)
    assert part.card.title.text() == "Mall for Bus"
    assert part.card.lines == ["Value | 4 of 5", "Newness | 5 of 5"]
    assert in_file(judging).version == 0
    take(part, qtbot)
    taken = in_file(judging)
    assert (taken.state, taken.way, taken.device, taken.sent) == (BallotState.COMPLETE, "phone", DEVICE, 1)
    assert sorted(taken.marks.values()) == [4, 5]
    assert part._page.toast.text == "Taken: Mall for Bus"
    assert part.field.line.hasFocus() and part.field.text == ""


@pytest.fixture
def reader(part: HandoverPart) -> Iterator[Reader]:
    """The camera's reading path, open as if a camera were on."""
    reader = part.camera.view.camera.reader
    reader.begin()
    yield reader
    reader.end()


@pytest.mark.skipif(QVideoFrame is None, reason="Qt's multimedia part needs libpulse0")
@pytest.mark.qt_log_ignore("Couldn't (load|resolve) .*", extend=True)  # of libraries for graphics cards
def test_the_camera_reads_the_phone_s_screen(
    judging: Event, part: HandoverPart, reader: Reader, qtbot: QtBot
) -> None:
    phone, known = on_phone(judging, 2, 3, note="Tubli töö! " * 20)
    assert reader.sink is not None
    reader.sink.setVideoFrame(QVideoFrame(filmed(phone.text(known))))
    qtbot.waitUntil(lambda: part.card.isVisible())
    take(part, qtbot)
    assert in_file(judging).note == ("Tubli töö! " * 20).strip()


def filmed(text: str) -> QImage:
    """A phone's screen as a camera of 1280×720 sees it from a hand's breadth away, a little turned."""
    code = QrCode(text, 560, "")
    frame = QImage(1280, 720, QImage.Format.Format_RGB32)
    frame.fill(QColor("slategrey"))
    painter = QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(640, 360)
    painter.rotate(7)
    painter.drawPixmap(-280, -280, code.grab())
    painter.end()
    code.deleteLater()
    return frame


def test_what_the_phone_sends_later_under_the_same_number_is_a_repeat(
    judging: Event, part: HandoverPart, qtbot: QtBot
) -> None:
    phone, known = on_phone(judging, 4, 5, revision=3)
    type_in(part, phone.code(known), qtbot)
    take(part, qtbot)
    before = in_file(judging)
    mall, bus = before.juror_id, before.team_id
    again = Revision(DEVICE, 3, state=BallotState.COMPLETE, marks=phone.marks)
    actions.take_revision(judging, mall, bus, again)
    assert in_file(judging) == before
    actions.take_revision(judging, mall, bus, replace(again, number=4, note="The note that stayed behind"))
    assert in_file(judging).note == "The note that stayed behind"


def test_a_code_without_the_note_leaves_the_one_that_is_there(
    judging: Event, part: HandoverPart, qtbot: QtBot
) -> None:
    mall, bus = queries.jurors(judging)[0].id, queries.progress(judging).judging.teams[0].id
    actions.take_revision(judging, mall, bus, Revision(DEVICE, 1, note="Sent before"))
    phone, known = on_phone(judging, 4, 5, revision=2, note="Sent before")
    type_in(part, phone.code(known), qtbot)
    assert part.card.note.text().startswith("The note stays on the phone")
    take(part, qtbot)
    assert in_file(judging).note == "Sent before"


def test_other_marks_on_the_laptop_stand_beside_and_somebody_chooses(
    judging: Event, part: HandoverPart, qtbot: QtBot
) -> None:
    there, (phone, known) = in_file(judging), on_phone(judging, 4, 5)
    on_laptop = dict(zip(phone.marks, (Fraction(4), Fraction(2)), strict=True))
    actions.hand_in_ballot(judging, there.juror_id, there.team_id, Sheet(on_laptop), seen=0)
    type_in(part, phone.code(known), qtbot)
    heads, *marks = part.card.lines
    assert heads == "On the phone | On the laptop"
    assert marks == ["Value | 4 of 5 | 4 of 5", "Newness | 5 of 5 | ≠ 2 of 5"]
    assert not part.card.take_button.hasFocus()
    part.card.leave_button.click()
    assert in_file(judging).way == "laptop" and part.card.isHidden()
    type_in(part, phone.code(known), qtbot)
    part.card.take_button.click()
    qtbot.waitUntil(lambda: in_file(judging).way == "phone")
    assert in_file(judging).marks == phone.marks


def test_what_cannot_be_taken_is_told_in_a_sentence(judging: Event, part: HandoverPart, qtbot: QtBot) -> None:
    phone, known = on_phone(judging, 4, 5, revision=2)
    mall, bus = known.jurors[0].id, known.teams[0].id
    type_in(part, phone.code(known)[:-1] + "2", qtbot)
    assert part.said.sentence.startswith("The code was not typed as it stands on the phone.")
    assert part.field.line.selectedText() == part.field.text  # typed over at once
    type_in(part, replace(phone, device="iPhone-0123456789ab").code(known), qtbot)
    assert part.said.sentence.startswith("This is not from the phone that writes for Mall.")
    actions.take_revision(judging, mall, bus, Revision(DEVICE, 2))
    type_in(part, phone.code(known), qtbot)
    assert part.said.sentence.startswith("This ballot is here already: Mall for Bus.")
    actions.take_revision(judging, mall, bus, Revision(DEVICE, 3))
    type_in(part, phone.code(known), qtbot)
    assert part.said.sentence.startswith("The phone has sent a newer ballot since: Mall for Bus.")
    change_settings(judging, replace(settings_of(judging), jury_closed=1))
    type_in(part, replace(phone, revision=4).code(known), qtbot)
    assert part.said.sentence.startswith("The round is closed")
    assert part.card.isHidden()
