"""Teams with their people for the hall: blocks in two columns, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ui.projector.measure import FLOOR, LINE, width_of, wrapped
from ui.projector.parts import Room
from ui.projector.sheet import Box, Colour, Piece, Sheet, Side, Text

_BETWEEN, _AFTER, _GAP = 6.0, 4.5, 2.0
#: Sizes of a table's and a team's name, and of its people.
_TABLE, _TEAM, _NAMES = 6.5, 5.0, 4.2


@dataclass(frozen=True)
class _Block:
    """A team, or a part of it, laid out from 0 down."""

    pieces: tuple[Text, ...]
    high: float


@lru_cache(maxsize=4)
def room_pages(rooms: tuple[Room, ...], box: Box) -> tuple[Sheet, ...]:
    """The pages; a team stands on one of them unless it alone is higher than the screen."""
    wide = (box.width - _BETWEEN) / 2
    most = 2 if len(rooms) > 1 and not any(_breaks(room, wide) for room in rooms) else 1
    wide = wide if most == 2 else box.width
    pages: list[list[Piece]] = []
    column, y = most, 0.0
    for room in rooms:
        for block in _blocks(room, wide, box.height):
            if column == most or y + block.high > box.height:
                column, y = column + 1, 0.0
                if column >= most:
                    pages.append([])
                    column = 0
            x = box.x + column * (wide + _BETWEEN)
            pages[-1] += [
                replace(piece, box=replace(piece.box, x=x + piece.box.x, y=box.y + y + piece.box.y))
                for piece in block.pieces
            ]
            y += block.high + _AFTER
    return tuple(tuple(page) for page in pages)


def _breaks(room: Room, wide: float) -> bool:
    """Whether a word would have to be broken in a column of this width."""
    if any(width_of(word, _TEAM, True) > wide for word in room.team.split()):
        return True
    return any(width_of(word, _NAMES) > wide for name in room.people for word in name.split())


def _blocks(room: Room, wide: float, high: float) -> list[_Block]:
    """The team in one block where it fits, its people in one or two columns, whichever is lower."""
    options = [_block(room, room.people, wide, columns) for columns in (1, 2)]
    best = min(options, key=lambda block: block.high)
    if best.high <= high or len(room.people) < 2:
        return [best]
    half = len(room.people) // 2
    return [
        block
        for people in (room.people[:half], room.people[half:])
        for block in _blocks(replace(room, people=people), wide, high)
    ]


def _block(room: Room, people: Sequence[str], wide: float, columns: int) -> _Block:
    pieces, y = _heading(room, wide)
    column = (wide - (columns - 1) * _GAP) / columns
    size = _NAMES if columns == 1 else FLOOR
    names = [wrapped(name, size, column) for name in people]
    rows = -(-len(names) // columns)
    bottom = y
    for number in range(columns):
        at = y
        for lines in names[number * rows : (number + 1) * rows]:
            high = len(lines) * size * LINE
            pieces.append(Text(lines, Box(number * (column + _GAP), at, column, high), size, Side.LEFT))
            at += high
        bottom = max(bottom, at)
    return _Block(tuple(pieces), bottom)


def _heading(room: Room, wide: float) -> tuple[list[Text], float]:
    """Table and team beside each other, or below each other where the table's name is long."""
    table = wrapped(room.table, _TABLE, wide, True) if room.table else ()
    mark = width_of(room.table, _TABLE, True) + 2.5 if room.table else 0.0
    pieces: list[Text] = []
    beside = mark <= wide * 0.35
    team_x, team_y = (mark, (_TABLE - _TEAM) * 1.068) if beside and table else (0.0, 0.0)
    if table:
        high = len(table) * _TABLE * LINE
        pieces.append(Text(table, Box(0, 0, mark if beside else wide, high), _TABLE, Side.LEFT, True, Colour.SOON))
        team_y = team_y if beside else high
    lines = wrapped(room.team, _TEAM, wide - team_x, True)
    box = Box(team_x, team_y, wide - team_x, len(lines) * _TEAM * LINE)
    pieces.append(Text(lines, box, _TEAM, Side.LEFT, True))
    return pieces, max(piece.box.bottom for piece in pieces) + 0.5
