"""The programme on paper: a page for each day, large enough to be read on a wall."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.agenda.hours import clock_change
from hackdesk.agenda.wording import length_words
from hackdesk.documents.fit import LINE, MUTED, PALE, SPRUCE, Fitted, Look, fit, wrap
from hackdesk.documents.flow import FOOT, LEFT, RIGHT, ROOM, Flow, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.documents.timetable import Timetable, TimetableDay, TimetableLine
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

#: Type sizes from which the largest is taken at which a day stands on one page.
_SIZES = (20.0, 17.0, 15.0, 13.0, 11.5, 10.0, 9.0)


def print_programme(
    paper: Timetable, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page for each day. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(paper))
    words, masthead = language(tag), paper.masthead
    title = words("Programme – {event}", event=masthead.name)
    sheet = Sheet(title, words, profile, author=masthead.organiser)
    foot = words("{title} – for those who organise, not for the wall", title=title) if paper.staff else title
    page_numbers(sheet, foot)
    flow = Flow(sheet)
    for done, day in enumerate(paper.days):
        step(done, len(paper.days))
        _day(flow, paper, day, tag)
    flow.end()
    step(len(paper.days), len(paper.days))
    return sheet.finish(path)


def _day(flow: Flow, paper: Timetable, day: TimetableDay, tag: str) -> None:
    words = flow.sheet.words
    name = f"{words.weekday(day.day)}, {words.day(day.day)}"
    name = name[:1].upper() + name[1:]
    flow.new_page(bookmark=name)
    beside = words("Programme for the organisers") if paper.staff else words("Programme")
    flow.title(paper.masthead.name, beside, name)
    flow.second(paper.masthead.place)
    flow.y += 3
    zone = ZoneInfo(paper.zone)
    rows = [_Row(words, line, zone, tag) for line in day.lines]
    size = next((one for one in _SIZES if sum(row.height(one) for row in rows) <= FOOT - flow.y), _SIZES[-1])
    for row in rows:
        flow.need(row.height(size))
        row.draw(flow, size)


class _Row:
    """An item in a size of type."""

    def __init__(self, words: Words, line: TimetableLine, zone: ZoneInfo, tag: str) -> None:
        self._line = line
        starts, ends = (words.time(at, zone) for at in (line.starts_at, line.ends_at))
        self._times = f"{starts}–{ends}"
        self._title = line.other_titles.get(tag) or line.title
        length = length_words(words, line.ends_at - line.starts_at)
        changed = clock_change(line.starts_at, line.ends_at, zone)
        real = words("lasts {length}: the clock is changed", length=length) if changed else ""
        signs = ["" if line.public else words("staff"), words("fixed") if line.fixed and not line.public else ""]
        self._beside = " · ".join(filter(None, [line.responsible, real, *signs]))

    def _fitted(self, size: float) -> tuple[Fitted, Fitted | None, Fitted | None]:
        room = ROOM - self._times_room(size)
        small = max(size * 0.66, 7.5)
        title = wrap(self._title, Look(size, bold=self._line.public), room)
        beside = wrap(self._beside, Look(small, colour=SPRUCE), room) if self._beside else None
        notes = wrap(self._line.notes, Look(small, colour=MUTED), room) if self._line.notes else None
        return title, beside, notes

    def _times_room(self, size: float) -> float:
        return Look(size, bold=True).width("00:00–00:00") + 8

    def height(self, size: float) -> float:
        """How high the item is, with the space round it."""
        return sum(part.height for part in self._fitted(size) if part) + _space(size)

    def draw(self, flow: Flow, size: float) -> None:
        """Draw it where the flow is and go on below."""
        height, sheet = self.height(size), flow.sheet
        if not self._line.public:
            sheet.box((LEFT, flow.y), (ROOM, height), fill=PALE)
        y, x = flow.y + _space(size) / 2, LEFT + self._times_room(size)
        look = Look(size, bold=True, colour=SPRUCE)
        sheet.lines(LEFT + 2, y, fit(self._times, look, x - LEFT - 4, floor=size - 1, lines=1))
        for part in self._fitted(size):
            if part:
                y = sheet.lines(x, y, part)
        flow.y += height
        sheet.rule(LEFT, flow.y, RIGHT - LEFT, colour=LINE)


def _space(size: float) -> float:
    return size * 0.36
