"""What the last row can read: every view, at three sizes, with titles as long as they come."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from builders import STRANGE_NAME
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from hackdesk.agenda.rules import ProgrammeItem, Stage, View
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Lengths, Pitch, Round, Subject
from hackdesk.clock import Moment
from hackdesk.event.settings import EventSettings
from hackdesk.jury.reveal import Crowned, Prize, Step, StepKind
from ui.projector import painting
from ui.projector.frames import SECONDS, Frame, ListFrame, Room, RoomsFrame, TextFrame, TimerFrame, frame
from ui.projector.hall import HallView
from ui.projector.layout import page_number, sheet
from ui.projector.measure import CAPITAL, FLOOR, width_of
from ui.projector.parts import Picture, Turn
from ui.projector.sheet import Bar, Box, Sheet, Text, Tile
from ui.projector.showing import Challenge, Move, Seat, Showing

NOW = datetime(2026, 11, 14, 10, 0, tzinfo=UTC)
SIZES = [(1024, 768), (1920, 1080), (3840, 2160)]
LONG = "Sotsiaalhoolekandeteenuste kättesaadavus Vana-Vastseliina kandi eakatele ja nende omastehooldajatele"
IDEAS = UUID(int=99)


DAYS = (date(2026, 11, 14), date(2026, 11, 15))
SETTINGS = EventSettings("", "", *DAYS, language="et", hall_languages=["et", "ru"])


def a_logo(width: int, height: int) -> Picture:
    written = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(written, "PNG")
    return Picture("logo.png", written.getvalue(), width, height)


def hall(title: str, view: View, **values: object) -> Showing:
    """An event in which everything is called by this title."""
    turns = tuple(Pitch(UUID(int=n), title, n) for n in range(1, 21))
    hour = timedelta(hours=1)
    one = Crowned(title, (title,) * 6, (Prize(title, title, title),))
    made = Showing(
        replace(SETTINGS, name=title, place=title),
        Stage(view, title * 3),
        Timer("", Phase.PITCH, None, UUID(int=3), 180, started=Moment(NOW - timedelta(seconds=3880))),
        (Round(lengths=Lengths(180, 120, 60), pitches=turns), Round(IDEAS, "", Subject.TOPICS, pitches=turns)),
        tuple(
            ProgrammeItem(UUID(int=n), title, "other", NOW + n * hour - hour / 2, NOW + n * hour + hour / 2)
            for n in range(8)
        ),
        tuple(Seat(title, "Raamatukogu, teine korrus", (title,) * 6) for _ in range(9)),
        (
            *(Step(StepKind.PLACE, (one,), n, n) for n in range(20, 1, -1)), Step(StepKind.PAUSE, (), 1, 1),
            Step(StepKind.WINNER, (one,), 1, 1), Step(StepKind.ALL),
        ),
        tuple(Move(title, title, "Raamatukogu, teine korrus") for _ in range(9)),
        tuple(Challenge(UUID(int=n), title, title, 6, (title,)) for n in range(1, 13)),
        tuple(a_logo(*size) for size in ((400, 100), (100, 100), (120, 150)) * 4),
    )
    return replace(made, **values)


def frames(title: str) -> list[Frame]:
    """Every view, and the steps and phases that look different."""
    shown = [hall(title, view) for view in View]
    shown += [hall(title, View.RESULTS, stage=Stage(View.RESULTS, "", steps)) for steps in (1, 10, 20, 21, 22)]
    shown += [hall(title, View.TEAMS, seats=tuple(Seat(title, str(n)) for n in range(12)))]
    for phase in (Phase.QUESTIONS, Phase.CHANGEOVER, Phase.OVER, Phase.CLOCK, Phase.COUNTDOWN):
        shown.append(hall(title, View.TIMER, timer=Timer(title, phase, None, UUID(int=3), 180)))
    introduced = Timer("", Phase.PITCH, IDEAS, UUID(int=2), 90)
    shown += [hall(title, view, timer=introduced) for view in (View.TOPIC, View.TIMER, View.ORDER)]
    moments = [Moment(NOW + timedelta(seconds=turn * SECONDS)) for turn in range(4)]
    return [frame(one, moment) for one in shown for moment in moments]


def inside(box: Box, width: float) -> bool:
    return box.x >= 2 and box.y >= 2 and box.right <= width - 2 + 0.01 and box.bottom <= 98.01


def at_edge(bar: Bar, width: float) -> bool:
    box = bar.box
    return box.x == 0 or box.y == 0 or box.right >= width - 0.01 or box.bottom >= 99.99


def overlap(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return wide > 0.05 and high > 0.05


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", ["Külabuss", LONG, STRANGE_NAME])
def test_nothing_is_cut_nothing_is_outside_and_nothing_is_too_small(title: str, size: tuple[int, int]) -> None:
    width = round(size[0] / size[1] * 100, 2)
    for shown in frames(title):
        # In overtime the edges themselves are marked, and these marks alone may lie there.
        page = [piece for piece in sheet(shown, width) if not (isinstance(piece, Bar) and at_edge(piece, width))]
        for piece in page:
            assert inside(piece.box, width), (shown, piece)
            if isinstance(piece, Text):
                assert piece.size >= FLOOR, (shown, piece)
                assert piece.high <= piece.box.height + 0.01, (shown, piece)
                widest = max(width_of(line, piece.size, piece.bold) for line in piece.lines)
                assert widest <= piece.box.width + 0.01, (shown, piece)
        texts = [piece for piece in page if not isinstance(piece, Tile)]
        for number, piece in enumerate(texts):
            assert not any(overlap(piece.box, other.box) for other in texts[number + 1 :]), (shown, piece)


def test_the_smallest_letter_can_be_read_from_six_heights_away() -> None:
    assert FLOOR >= 100 / 25 and FLOOR * CAPITAL >= 100 / 40


def words_of(page: Sheet) -> str:
    return "".join(line.replace(" ", "") for piece in page if isinstance(piece, Text) for line in piece.lines)


@pytest.mark.parametrize("size", SIZES)
def test_every_word_comes_in_the_course_of_the_pages(size: tuple[int, int]) -> None:
    width = round(size[0] / size[1] * 100, 2)
    people = tuple(f"Mari-Liis Kask {number:03}" for number in range(90))
    rooms = tuple(Room(str(n), f"Team {n}", people[n * 9 : n * 9 + 9]) for n in range(10))
    message = " ".join(people)
    for make in (
        lambda turn: ListFrame(tuple(_line(name) for name in people), turn=turn, letters=True),
        lambda turn: RoomsFrame(rooms, turn=turn),
        lambda turn: TextFrame(message, turn=turn),
    ):
        read = "".join(words_of(sheet(make(Turn(number)), width)) for number in range(40))
        assert [name for name in people if name[-3:] not in read] == []


def _line(name: str) -> object:
    from ui.projector.frames import Line

    return Line("7", name, "Village bus on demand")


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("tongues", [1, 2, 3])
def test_each_page_comes_in_each_language(pages: int, tongues: int) -> None:
    seen = {(page_number(Turn(n, tongues), pages), n % tongues) for n in range(4 * pages * tongues)}
    assert len(seen) == pages * tongues


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (320, 180)])
def test_no_ink_reaches_the_edge(qtbot: QtBot, size: tuple[int, int]) -> None:
    view = HallView()
    qtbot.addWidget(view)
    view.resize(*size)
    ground = QColor(painting.GROUND).rgb()
    for shown in frames(STRANGE_NAME)[::4]:
        if isinstance(shown, TimerFrame) and shown.tone == "over":
            continue  # its edges are marked
        view.show_frame(shown)
        picture = view.grab().toImage()
        width, height = picture.width(), picture.height()
        edge = {picture.pixel(x, y) for x in range(0, width, 3) for y in (0, 1, height - 2, height - 1)}
        edge |= {picture.pixel(x, y) for y in range(0, height, 3) for x in (0, 1, width - 2, width - 1)}
        assert edge == {ground}, shown


def test_logos_stand_on_tiles_of_one_size_and_cover_about_the_same_area() -> None:
    page = sheet(frame(hall("Bus", View.SPONSORS), Moment(NOW)), 177.78)
    tiles = [piece for piece in page if isinstance(piece, Tile)]
    assert len(tiles) == 12
    assert len({(round(tile.box.width, 3), round(tile.box.height, 3)) for tile in tiles}) == 1
    areas = [tile.inside.width * tile.inside.height for tile in tiles]
    assert max(areas) <= 1.5 * min(areas)


def test_a_second_of_the_timer_paints_its_digits_and_its_bar_only() -> None:
    screen = QRectF(0, 0, 1920, 1080)
    before = TimerFrame("0:42", "Bus", left=0.5)
    pages = [sheet(one, 177.78) for one in (before, replace(before, digits="0:41", left=0.49))]
    differing = set(pages[0]) ^ set(pages[1])
    assert {type(piece) for piece in differing} == {Text, Bar} and len(differing) == 4
    region = painting.changed(pages[0], pages[1], screen).boundingRect()
    assert 0 < region.height() < 0.6 * 1080
    assert painting.changed(pages[0], pages[0], screen).isEmpty()


def test_digits_keep_their_size_from_second_to_second() -> None:
    sizes = {
        max(piece.size for piece in sheet(TimerFrame(digits, "Bus"), 177.78) if isinstance(piece, Text))
        for digits in ("1:11", "0:42", "8:88")
    }
    assert len(sizes) == 1
