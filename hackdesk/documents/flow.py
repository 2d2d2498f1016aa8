"""Text and tables that run down A4 pages and on to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hackdesk.documents.fit import INK, LINE, MUTED, SPRUCE, Fitted, Look, fit, wrap
from hackdesk.documents.rules import Masthead
from hackdesk.documents.sheet import Sheet

LEFT, ROOM = 18.0, 174.0
RIGHT = LEFT + ROOM
TOP, FOOT = 18.0, 278.0
BODY = Look(10.5, leading=1.4)
_CELL = Look(9.5, leading=1.32)
_LABEL = Look(8, colour=MUTED)
_KEPT_TOGETHER = 90.0  # a table lower than this is not broken over two pages
_BETWEEN = 1.6  # above and below the text of a table's row


@dataclass(frozen=True)
class Column:
    """A column of a table. width: millimetres."""

    title: str
    width: float
    align: str = "left"
    bold: bool = False


def _laid(columns: Sequence[Column], row: Sequence[str], tall: float) -> tuple[list[Fitted], float]:
    """A row's cells and its height."""
    cells = [
        wrap(text, replace(_CELL, bold=column.bold), column.width - 3)
        for column, text in zip(columns, row, strict=True)
    ]
    return cells, max(tall, max(cell.height for cell in cells) + 2 * _BETWEEN)


class Flow:
    """A place on a page that moves down. y: where the next thing begins, in millimetres from the top."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.y = TOP
        self._open = False

    def new_page(self, bookmark: str = "") -> None:
        """Turn to a new page."""
        self.end()
        self.sheet.open_page(bookmark)
        self._open, self.y = True, TOP

    def end(self) -> None:
        """The last page is full."""
        if self._open:
            self.sheet.close_page()
            self._open = False

    def need(self, height: float) -> bool:
        """Turn the page where less than `height` is left on it. Gives whether it was turned."""
        if self.y + height <= FOOT:
            return False
        self.new_page()
        return True

    def title(self, event: str, kind: str, title: str) -> None:
        """The head of a document or of a team's sheet: event, what it is, whose it is."""
        said = fit(kind, Look(9.5, colour=MUTED), ROOM * 0.55, floor=7, lines=2)
        self.sheet.lines(RIGHT, self.y, said, align="right")
        beside = max(map(said.look.width, said.lines))
        head = fit(event, Look(11, bold=True, colour=SPRUCE), ROOM - beside - 8, floor=8)
        self.y = self.sheet.lines(LEFT, self.y, head) + 4
        self.y = self.sheet.lines(LEFT, self.y, fit(title, Look(26, bold=True), ROOM, floor=17, lines=3)) + 1

    def second(self, text: str) -> None:
        """A muted line under a title."""
        if text:
            self.write(wrap(text, Look(11, colour=MUTED), ROOM), after=1)

    def heading(self, text: str, *, before: float = 26) -> None:
        """What the next part is about. before: it stays on a page with that much of the part."""
        self.need(before)
        self.y += 6
        self.y = self.sheet.lines(LEFT, self.y, wrap(text, Look(13, bold=True, colour=SPRUCE), ROOM)) + 2

    def paragraph(self, text: str, *, mark: bool = False) -> None:
        """A paragraph; mark: with a bar beside it, as what somebody said."""
        fitted = wrap(text, BODY, ROOM - (6 if mark else 0))
        if mark and fitted.height < 120:
            self.need(fitted.height)
        self.write(fitted, mark=mark, after=3.5 if mark else 2)

    def write(self, fitted: Fitted, *, mark: bool = False, after: float = 0.0) -> None:
        """Lines, on the next page where this one is full."""
        for line in fitted.lines:
            self.need(fitted.look.line)
            if mark:
                self.sheet.box((LEFT, self.y), (1.2, fitted.look.line), fill=SPRUCE)
            self.y = self.sheet.lines(LEFT + (6 if mark else 0), self.y, Fitted((line,), fitted.look))
        self.y += after

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, tall: float = 0.0) -> None:
        """A table whose head is said again on each page. tall: the least height of a row."""
        laid = [_laid(columns, row, tall) for row in rows]
        whole = sum(height for _cells, height in laid) + 8
        self.need(whole if whole < _KEPT_TOGETHER else 30)
        self.y += 1
        self._table_head(columns)
        for cells, height in laid:
            if self.need(height):
                self._table_head(columns)
            x = LEFT
            for column, cell in zip(columns, cells, strict=True):
                where = x + (column.width - 3 if column.align == "right" else 0)
                self.sheet.lines(where, self.y + _BETWEEN, cell, align=column.align)
                x += column.width
            self.y += height
            self.sheet.rule(LEFT, self.y, ROOM, colour=LINE)
        self.y += 2

    def _table_head(self, columns: Sequence[Column]) -> None:
        heads = [wrap(column.title, _LABEL, column.width - 3) for column in columns]
        x = LEFT
        for column, head in zip(columns, heads, strict=True):
            where = x + (column.width - 3 if column.align == "right" else 0)
            self.sheet.lines(where, self.y, head, align=column.align)
            x += column.width
        self.y += max(head.height for head in heads) + 0.8
        self.sheet.rule(LEFT, self.y, ROOM, colour=INK, thick=0.9)

    def signatures(self, names: Sequence[str]) -> None:
        """A line to sign on for each name, two beside each other."""
        width = (ROOM - 12) / 2
        self.need(min(21.0 * ((len(names) + 1) // 2), 160))
        for number in range(0, len(names), 2):
            self.need(20)
            for side, name in enumerate(names[number : number + 2]):
                x = LEFT + side * (width + 12)
                self.sheet.rule(x, self.y + 13, width, colour=INK, thick=0.6)
                self.sheet.lines(x, self.y + 13.6, fit(name, Look(9), width, floor=6.5, lines=2, tall=7))
            self.y += 21


def page_numbers(sheet: Sheet, left: str, parts: Sequence[int] = (1,)) -> None:
    """Every page's foot: what the document is on the left, page 2 of 7 on the right.

    parts: the first page of each part that is counted by itself; it may grow while the pages are drawn.
    """
    look = Look(8, colour=MUTED)

    def draw(page: int, of: int) -> None:
        first = max(part for part in parts if part <= page)
        after = min((part for part in parts if part > page), default=of + 1)
        number = sheet.words("Page {page} of {of}", page=page - first + 1, of=after - first)
        sheet.rule(LEFT, sheet.height - 14, ROOM)
        fitted = fit(left, look, ROOM - look.width(number) - 8, floor=5, lines=1)
        sheet.lines(LEFT, sheet.height - 12.8, fitted)
        sheet.text(RIGHT, sheet.height - 9.8, number, look, align="right")

    sheet.footer(draw)


def dated(sheet: Sheet, masthead: Masthead) -> str:
    """When and where the event is."""
    days = sheet.words.days(masthead.starts_on, masthead.ends_on)
    return " · ".join(filter(None, (days, masthead.place)))
