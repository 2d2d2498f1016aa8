"""Lists for the hall: as large as they may be, in columns, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ui.projector.measure import ASCENT, FLOOR, LINE, advance, wrapped
from ui.projector.parts import Line
from ui.projector.sheet import Box, Colour, Piece, Side, Text

#: Ways to set a list: columns and size of the letters, the best to read first.
_WAYS = ((1, 6.5), (1, 5.6), (2, 5.0), (2, 4.4), (2, FLOOR), (3, FLOOR), (1, FLOOR))
#: More lines than this never stand on one page.
_MANY = 60
#: Room between columns, between rows, after a mark and before a note. A mark takes so much of a column at most,
#: a note too.
_BETWEEN, _ROW, _MARK = 5.0, 1.1, 2.2
_MOST_MARK, _MOST_NOTE = 0.3, 0.4


@dataclass(frozen=True)
class Page:
    """A page of a list. first, last: the texts it begins and ends with."""

    pieces: tuple[Piece, ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class _Row:
    """A line laid out for its column, from 0 down."""

    line: Line
    pieces: tuple[Text, ...]
    high: float


@dataclass(frozen=True)
class Pages:
    """The rows of every page; where they stand is worked out for the page that is shown."""

    rows: tuple[list[list[_Row]], ...]
    columns: int
    box: Box
    width: float

    def __len__(self) -> int:
        return max(1, len(self.rows))

    def page(self, number: int) -> Page:
        """One of the pages; empty where there is no line at all."""
        return _page(self.rows[number], self.columns, self.box, self.width) if self.rows else Page(())


@dataclass(frozen=True)
class _Setting:
    """The list set in one way. width: of a column; broken: words had to be broken; high: a row is higher than the
    screen."""

    columns: int
    width: float
    rows: tuple[_Row, ...]
    pages: list[list[list[_Row]]]
    broken: bool
    high: bool

    @property
    def cost(self) -> tuple[bool, bool, int]:
        """The less, the better."""
        return self.high, self.broken, len(self.pages)


@lru_cache(maxsize=8)
def list_pages(lines: tuple[Line, ...], box: Box, steady: bool) -> Pages:
    """The pages of a list in this room: one in the largest letters that allow it, else as few as possible."""
    if not lines:
        return Pages((), 1, box, box.width)
    best = None
    # Of many lines no large letters are tried: they would only need more pages.
    for columns, size in _WAYS if len(lines) <= _MANY else _WAYS[-4:]:
        found = _set(lines, columns, size, box)
        if best is None or found.cost < best.cost:
            best = found
        if best.cost == (False, False, 1):
            break
    assert best is not None
    pages = best.pages
    if len(pages) > 1 and not steady:
        pages = _evened(best.rows, best.columns, box.height, len(pages))
    return Pages(tuple(pages), best.columns, box, best.width)


def _set(lines: Sequence[Line], columns: int, size: float, box: Box) -> _Setting:
    wide = (box.width - (columns - 1) * _BETWEEN) / columns
    rows, broken = _rows(lines, size, wide)
    high = any(row.high > box.height + _ROW for row in rows)
    return _Setting(columns, wide, rows, _filled(rows, columns, box.height), broken, high)


def _rows(lines: Sequence[Line], size: float, wide: float) -> tuple[tuple[_Row, ...], bool]:
    """The lines in a column of this width, and whether a word had to be broken. Where notes need more than their
    share, they stand below."""
    small = max(FLOOR, round(size * 0.8, 1))
    marks = max((advance(line.mark) * size for line in lines), default=0.0)
    notes = max((advance(line.note) * small for line in lines), default=0.0)
    if notes > wide * _MOST_NOTE:
        lines, notes = [replace(line, note="", below=_joined(line.below, line.note)) for line in lines], 0.0
    mark = min(marks + _MARK, wide * _MOST_MARK) if marks else 0.0
    note = notes + _MARK if notes else 0.0
    rows = tuple(_row(line, (size, small), (mark, wide - mark - note, note)) for line in lines)
    room = wide - mark - note
    broken = marks + _MARK > mark + 0.1 and any(_breaks(line.mark, size, mark - _MARK) for line in lines)
    broken = broken or any(
        _breaks(line.text, size, room, bold=True) or _breaks(line.below, small, room) for line in lines
    )
    return rows, broken


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _breaks(text: str, size: float, wide: float, *, bold: bool = False) -> bool:
    if advance(text, bold) * size <= wide:
        return False
    return any(advance(word, bold) * size > wide for word in text.split())


def _row(line: Line, sizes: tuple[float, float], widths: tuple[float, float, float]) -> _Row:
    (size, small), (mark, wide, note) = sizes, widths
    # What is smaller stands on the same line as what it belongs to.
    lower = (size - small) * ASCENT
    found = [
        _text(line.mark, size, (0, 0, mark - _MARK), Side.LEFT, Colour.SECOND),
        _text(line.text, size, (mark, 0, wide), Side.LEFT, Colour.SOON if line.strong else Colour.INK),
        _text(line.note, small, (mark + wide + _MARK, lower, note - _MARK), Side.RIGHT, Colour.SECOND),
    ]
    under = found[1].box.bottom if found[1] else 0.0
    found.append(_text(line.below, small, (mark, under, wide), Side.LEFT, Colour.SECOND))
    pieces = tuple(one for one in found if one)
    return _Row(line, pieces, max((one.box.bottom for one in pieces), default=0.0) + _ROW)


def _text(text: str, size: float, at: tuple[float, float, float], side: Side, colour: Colour) -> Text | None:
    if not text:
        return None
    x, y, wide = at
    bold = side == Side.LEFT and colour != Colour.SECOND
    lines = wrapped(text, size, wide, bold)
    return Text(lines, Box(x, y, wide, len(lines) * size * LINE), size, side, bold, colour)


def _filled(rows: Sequence[_Row], columns: int, high: float) -> list[list[list[_Row]]]:
    """Pages of columns of rows, each filled before the next begins."""
    pages: list[list[list[_Row]]] = []
    used = high + 1
    for row in rows:
        if used + row.high > high + _ROW:
            if not pages or len(pages[-1]) == columns:
                pages.append([])
            pages[-1].append([])
            used = 0.0
        pages[-1][-1].append(row)
        used += row.high
    return pages


def _evened(rows: Sequence[_Row], columns: int, high: float, count: int) -> list[list[list[_Row]]]:
    """The same number of pages with about as many rows on each, where that fits."""
    each = -(-len(rows) // count)
    even = [_filled(rows[at : at + each], columns, high) for at in range(0, len(rows), each)]
    if all(len(part) == 1 for part in even):
        return [_columns_evened(part[0], columns, high) for part in even]
    return _filled(rows, columns, high)


def _columns_evened(page: list[list[_Row]], columns: int, high: float) -> list[list[_Row]]:
    rows = [row for column in page for row in column]
    each = -(-len(rows) // columns)
    even = [rows[at : at + each] for at in range(0, len(rows), each)]
    fits = all(sum(row.high for row in column) <= high + _ROW for column in even)
    return even if fits else page


def _page(columns: list[list[_Row]], most: int, box: Box, wide: float) -> Page:
    columns = _columns_evened(columns, most, box.height)
    pieces: list[Piece] = []
    for number, column in enumerate(columns):
        y = box.y
        for row in column:
            x = box.x + number * (wide + _BETWEEN)
            for piece in row.pieces:
                at = replace(piece.box, x=x + piece.box.x, y=y + piece.box.y)
                pieces.append(replace(piece, box=at))
            y += row.high
    return Page(tuple(pieces), columns[0][0].line.text, columns[-1][-1].line.text)
