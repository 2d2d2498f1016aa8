"""From words to a page: how large everything is and where it stands, worked out for the shape of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import floor, lcm, sqrt
from typing import Any

from ui.projector.list_layout import list_pages
from ui.projector.measure import CAPITAL, FLOOR, LINE, advance, balanced, fitted, width_of, wrapped
from ui.projector.parts import (
    BlankFrame,
    Corners,
    Frame,
    ListFrame,
    LogosFrame,
    Picture,
    RoomsFrame,
    TextFrame,
    TimerFrame,
    Turn,
)
from ui.projector.room_layout import room_pages
from ui.projector.sheet import Bar, Box, Colour, Piece, Sheet, Side, Text, Tile

#: Left free at the sides, above and below, because projectors cut edges off.
SIDE, EDGE = 8.0, 4.0
_GAP = 3.0
#: Logos: the room between tiles, and inside one.
_BETWEEN, _PADDING = 3.5, 2.2


@lru_cache(maxsize=16)
def sheet(frame: Frame, width: float) -> Sheet:
    """The page on a screen that is `width` hundredths of its height wide."""
    lay: dict[type, Callable[[Any, float], list[Piece]]] = {
        BlankFrame: _blank, TextFrame: _text, TimerFrame: _timer, ListFrame: _list, RoomsFrame: _rooms,
        LogosFrame: _logos,
    }  # fmt: skip
    return tuple(lay[type(frame)](frame, width))


def page_number(turn: Turn, pages: int) -> int:
    """Whose page's turn it is. With several languages each page comes in each of them in the course of time."""
    slip = turn.number // lcm(pages, turn.tongues) if turn.tongues > 1 else 0
    return (turn.number + slip) % pages


@dataclass(frozen=True)
class _Room:
    """What the corners leave to the middle."""

    top: float
    bottom: float
    pieces: tuple[Piece, ...]

    @property
    def high(self) -> float:
        return self.bottom - self.top


def _room(corners: Corners, width: float, page: str = "") -> _Room:
    """The corners, and the room between them. page: which of how many."""
    head = _head(corners, width, page)
    top = max((piece.box.bottom + _GAP for piece in head), default=EDGE + 2)
    foot = _row(corners.bottom_left, corners.bottom_right, width)
    high = max((piece.box.bottom for piece in foot), default=0.0)
    foot = [replace(piece, box=replace(piece.box, y=100 - EDGE - high + piece.box.y)) for piece in foot]
    bottom = 100 - EDGE - (high + _GAP if foot else 2)
    return _Room(top, bottom, (*head, *foot))


def _head(corners: Corners, width: float, page: str) -> list[Text]:
    """The event's name gives way where it would need a second line: it stands large on the welcome."""
    right = "   ".join(text for text in (corners.top_right, page) if text)
    if width_of(corners.top_left, FLOOR) + width_of(right, FLOOR) + _GAP > width - 2 * SIDE:
        right = page
    return [replace(one, box=replace(one.box, y=EDGE + one.box.y)) for one in _row(corners.top_left, right, width)]


def _row(left: str, right: str, width: float) -> list[Text]:
    """Two texts in a row from 0 down, or below each other where that takes fewer lines."""
    wide = width - 2 * SIDE
    if not (left and right):
        side = Side.LEFT if left else Side.RIGHT
        return [_small(left or right, Box(SIDE, 0, wide, 0), side)] if left or right else []
    first, second = width_of(left, FLOOR), width_of(right, FLOOR)
    share = min(max(wide / 2, wide - second), first + 0.1)
    beside = [
        _small(left, Box(SIDE, 0, share - _GAP / 2, 0) if first > share else Box(SIDE, 0, share, 0), Side.LEFT),
        _small(right, Box(SIDE + share + _GAP / 2, 0, wide - share - _GAP / 2, 0), Side.RIGHT),
    ]
    above = _small(left, Box(SIDE, 0, wide, 0), Side.LEFT)
    below = _small(right, Box(SIDE, above.box.bottom, wide, 0), Side.LEFT)
    stacked = [above, below]
    high = max(piece.box.bottom for piece in beside)
    return beside if high <= below.box.bottom else stacked


def _small(text: str, box: Box, side: Side) -> Text:
    lines = wrapped(text, FLOOR, box.width)
    return Text(lines, replace(box, height=len(lines) * FLOOR * LINE), FLOOR, side, colour=Colour.SECOND)


def _blank(_frame: BlankFrame, _width: float) -> list[Piece]:
    return []


# --- one thing to read -------------------------------------------------------------------------


def _text(frame: TextFrame, width: float) -> list[Piece]:
    """Everything on one page where that is possible; else what is above and the text on pages, then the rest."""
    room, wide = _room(frame.corners, width), width - 2 * SIDE
    stacks = _stacks(frame, room.high, wide)
    if len(stacks) == 1:
        return [*room.pieces, *_stacked(stacks[0], room, wide)]
    number = page_number(frame.turn, len(stacks))
    room = _room(frame.corners, width, f"{number + 1} / {len(stacks)}")
    return [*room.pieces, *_stacked(stacks[number], room, wide)]


def _stacks(frame: TextFrame, high: float, wide: float) -> list[list[Text]]:
    around = [(frame.above, 5.5, Colour.SECOND), *((text, 5.0, Colour.SECOND) for text in frame.below)]
    colour = Colour.SOON if frame.strong else Colour.INK
    for small in (1.0, 0.9, 0.8):
        parts = [_at(text, max(FLOOR, round(size * small, 1)), wide, tint) for text, size, tint in around]
        then = _at(frame.then, 5.0, wide, Colour.SOON)
        others = sum(part.high + 1.5 for part in (*parts, then) if part.lines) + (3 if frame.then else 0)
        found = fitted(frame.text, (wide, high - others), (13.0, 6.0), True)
        if found:
            main = _at(frame.text, found[0], wide, colour, bold=True)
            return [[part for part in (parts[0], main, *parts[1:], then) if part.lines]]
    above, *below = parts
    main = _at(frame.text, 6.5, wide, colour, bold=True)
    pages = [[above, part] for part in _cut(main, high - above.high - 2)]
    rest = [part for whole in (*below, then) if whole.lines for part in _cut(whole, high - 9)]
    for part in rest:
        used = sum(one.high + 1.5 for one in pages[-1])
        if used + part.high <= high and len(pages[-1]) > 1:
            pages[-1].append(part)
        else:
            pages.append([part])
    return [[part for part in page if part.lines] for page in pages]


def _at(text: str, size: float, wide: float, colour: Colour, *, bold: bool = False) -> Text:
    lines = balanced(text, size, wide, bold) if text else ()
    return Text(lines, Box(0, 0, wide, 0), size, Side.CENTRE, bold, colour)


def _cut(text: Text, high: float) -> list[Text]:
    """The text in parts that are not higher than this."""
    most = max(1, int(high / (text.size * LINE)))
    return [replace(text, lines=text.lines[at : at + most]) for at in range(0, len(text.lines), most)] or [text]


def _stacked(parts: Sequence[Text], room: _Room, wide: float) -> list[Piece]:
    gaps = [3.0 if part.colour == Colour.SOON and not part.bold else 1.5 for part in parts[1:]]
    y = room.top + (room.high - sum(part.high for part in parts) - sum(gaps)) / 2
    placed: list[Piece] = []
    for part, gap in zip(parts, [*gaps, 0.0], strict=True):
        placed.append(replace(part, box=Box(SIDE, y, wide, part.high)))
        y += part.high + gap
    return placed


# --- the timer ---------------------------------------------------------------------------------

_WORD, _BAR = 5.0, 1.9


def _edges(tone: str, colour: Colour, width: float) -> list[Piece]:
    """A shape beside the colour: bars at both sides where the time is soon over, all round over time."""
    if tone == "calm":
        return []
    thick = 1.6 if tone == "soon" else 2.6
    boxes = [Box(0, 0, thick, 100), Box(width - thick, 0, thick, 100)]
    if tone == "over":
        boxes += [Box(0, 0, width, thick), Box(0, 100 - thick, width, thick)]
    return [Bar(box, 1.0, colour) for box in boxes]


def _timer(frame: TimerFrame, width: float) -> list[Piece]:
    room, wide = _room(frame.corners, width), width - 2 * SIDE
    colour = {"soon": Colour.SOON, "over": Colour.OVER}.get(frame.tone, Colour.INK)
    above = _at(frame.above, 4.5, wide, Colour.SECOND)
    title = _title(frame.title, room.high, wide)
    upper = sum(part.high for part in (above, title) if part.lines)
    lower = _WORD * LINE + _BAR + 4.5
    size = _digits_size(frame.digits, width - SIDE, room.high - upper - lower - 2)
    high = size * (CAPITAL + 0.04)
    y = room.top + (room.high - upper - lower - high - 2) / 2
    placed: list[Piece] = [*room.pieces, *_edges(frame.tone, colour, width)]
    for part in (above, title):
        if part.lines:
            placed.append(replace(part, box=Box(SIDE, y, wide, part.high)))
            y += part.high
    y += 2
    box = Box(SIDE / 2, y, width - SIDE, high)
    placed.append(Text((frame.digits,), box, size, Side.CENTRE, True, colour, tight=True))
    if frame.left is not None:
        placed.append(Bar(Box(13, y + high + 3.5, width - 26, _BAR), frame.left, colour))
    if frame.word:
        box = Box(SIDE, y + high + _BAR + 4.5, wide, _WORD * LINE)
        placed.append(Text((frame.word,), box, _WORD, Side.CENTRE, True, colour))
    return placed


def _title(text: str, high: float, wide: float) -> Text:
    found = fitted(text, (wide, high * 0.3), (6.8, FLOOR), True) if text else None
    return _at(text, found[0] if found else FLOOR, wide, Colour.INK, bold=True)


def _digits_size(digits: str, wide: float, high: float) -> float:
    """As large as fits; the same for every time of as many digits, so that nothing jumps from second to second."""
    widest = advance("".join("0" if digit.isdigit() else digit for digit in digits), True)
    largest = min(42.0, wide / widest, high / (CAPITAL + 0.04))
    return max(FLOOR, floor(largest * 10) / 10)


# --- lists, teams, logos -----------------------------------------------------------------------


def _list(frame: ListFrame, width: float) -> list[Piece]:
    room, wide = _room(frame.corners, width, "88 / 88"), width - 2 * SIDE
    heads, top = _headings(frame, room, wide)
    pages = list_pages(frame.lines, Box(SIDE, top, wide, room.bottom - top), frame.steady)
    number = 0 if frame.steady else page_number(frame.turn, len(pages))
    corners, page = frame.corners, f"{number + 1} / {len(pages)}" if len(pages) > 1 and not frame.steady else ""
    shown = pages.page(number)
    if frame.letters and len(pages) > 1:
        corners = replace(corners, top_left=f"{corners.top_left} {shown.first[:1]}–{shown.last[:1]}")
    return [*_room(corners, width, page).pieces, *heads, *shown.pieces]


def _headings(frame: ListFrame, room: _Room, wide: float) -> tuple[list[Piece], float]:
    heads: list[Piece] = []
    y = room.top
    found = fitted(frame.heading, (wide, room.high * 0.42), (9.0, FLOOR), True) if frame.heading else None
    for text, size, bold, colour in (
        (frame.above, 5.0, False, Colour.SECOND), (frame.heading, found[0] if found else FLOOR, True, Colour.INK),
    ):  # fmt: skip
        if text:
            lines = wrapped(text, size, wide, bold)
            heads.append(Text(lines, Box(SIDE, y, wide, len(lines) * size * LINE), size, Side.LEFT, bold, colour))
            y = heads[-1].box.bottom + (2.5 if bold else 0.5)
    return heads, y


def _rooms(frame: RoomsFrame, width: float) -> list[Piece]:
    room = _room(frame.corners, width, "88 / 88")
    pages = room_pages(frame.rooms, Box(SIDE, room.top, width - 2 * SIDE, room.bottom - room.top))
    number = page_number(frame.turn, len(pages))
    page = f"{number + 1} / {len(pages)}" if len(pages) > 1 else ""
    return [*_room(frame.corners, width, page).pieces, *pages[number]]


def _logos(frame: LogosFrame, width: float) -> list[Piece]:
    """Tiles of one size; in them each logo covers the same area, as far as its tile lets it."""
    room, wide, count = _room(frame.corners, width), width - 2 * SIDE, len(frame.pictures)
    columns = max(range(1, count + 1), key=lambda columns: _tile(columns, count, wide, room.high)[2])
    across, down, _area = _tile(columns, count, wide, room.high)
    rows = -(-count // columns)
    top = room.top + (room.high - rows * down - (rows - 1) * _BETWEEN) / 2
    placed: list[Piece] = list(room.pieces)
    for number, picture in enumerate(frame.pictures):
        row, column = divmod(number, columns)
        here = min(columns, count - row * columns)
        left = SIDE + (wide - here * across - (here - 1) * _BETWEEN) / 2
        box = Box(left + column * (across + _BETWEEN), top + row * (down + _BETWEEN), across, down)
        placed.append(Tile(box, _inside(box, picture), picture.name, picture.content))
    return placed


def _tile(columns: int, count: int, wide: float, high: float) -> tuple[float, float, float]:
    """Width, height and worth of a tile where so many stand beside each other; logos are wider than high."""
    rows = -(-count // columns)
    across = min((wide - (columns - 1) * _BETWEEN) / columns, 80.0)
    down = min((high - (rows - 1) * _BETWEEN) / rows, across / 1.5)
    across = min(across, down * 2.2)
    return across, down, across * down


def _inside(box: Box, picture: Picture) -> Box:
    wide, high = box.width - 2 * _PADDING, box.height - 2 * _PADDING
    scale = sqrt(wide * high * 0.35 / (picture.width * picture.height))
    scale = min(scale, wide / picture.width, high / picture.height)
    across, down = picture.width * scale, picture.height * scale
    return Box(box.x + (box.width - across) / 2, box.y + (box.height - down) / 2, across, down)
