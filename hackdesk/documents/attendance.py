"""The attendance sheet of each day, with the funder's header and a line for everybody's signature."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, PALE, Fitted, Look, fit
from hackdesk.documents.flow import FOOT, LEFT, RIGHT, ROOM, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.masthead import draw_masthead
from hackdesk.documents.rules import (
    Attendance,
    AttendanceDay,
    Attendee,
    Printed,
    PrinterProfile,
    texts_in,
)
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

_ROW = 9.6  # millimetres: room for a signature written by hand
_WALK_INS = 8
_NUMBER, _NAME, _FROM = 9.0, 62.0, 50.0
_NARROW_FROM, _TIMES = 34.0, 25.0
_CONFIRM = 16.0


def print_attendance(
    attendance: Attendance, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with the sheets of every day. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(attendance))
    words = language(tag)
    masthead = attendance.masthead
    sheet = Sheet(words("Attendance – {event}", event=masthead.name), words, profile, author=masthead.organiser)
    first_pages: list[int] = []
    page_numbers(sheet, words("Attendance – {event}", event=masthead.name), first_pages)
    for done, day in enumerate(attendance.days):
        step(done, len(attendance.days))
        first_pages.append(sheet.page + 1)
        _day(sheet, attendance, day)
    step(len(attendance.days), len(attendance.days))
    return sheet.finish(path)


def _columns(words: Words, *, times: bool) -> tuple[tuple[str, float], ...]:
    """The title and the width of each column; the signature takes what is left."""
    columns = [
        (words("No."), _NUMBER), (words("Name"), _NAME),
        (words("Organisation"), _NARROW_FROM if times else _FROM),
    ]  # fmt: skip
    if times:
        columns.append((words("Here"), _TIMES))
    return (*columns, (words("Signature"), ROOM - sum(width for _title, width in columns)))


def _day(sheet: Sheet, attendance: Attendance, day: AttendanceDay) -> None:
    """One day's sheets; the last is filled with empty rows for walk-ins, eight of them at least."""
    rows: list[Attendee | None] = [*day.people, *[None] * _WALK_INS]
    number = 0
    while number < len(rows):
        name = sheet.words.day(day.day)
        with sheet.a_page(bookmark=name if number == 0 else ""):
            y = _head(sheet, attendance, day)
            fits = int((FOOT - y) // _ROW)
            fits_with_confirmation = int((FOOT - _CONFIRM - y) // _ROW)
            left = len(rows) - number
            if fits_with_confirmation < left <= fits:
                fits = left - 1  # one row goes over, so that the last page is not only a signature
            last = left <= fits_with_confirmation
            if last:
                rows += [None] * (fits_with_confirmation - left)
            for row in rows[number : number + (fits_with_confirmation if last else fits)]:
                number += 1
                _row(sheet, y, number, row, times=attendance.times)
                y += _ROW
            if last:
                _confirmation(sheet, y)


def _head(sheet: Sheet, attendance: Attendance, day: AttendanceDay) -> float:
    words, masthead = sheet.words, attendance.masthead
    y = draw_masthead(sheet, 12.0, masthead)
    title = words("Attendance")
    look = Look(22, bold=True)
    sheet.lines(LEFT, y, Fitted((title,), look))
    beside = ROOM - look.width(title) - 10
    at = sheet.lines(RIGHT, y + 0.6, fit(masthead.name, Look(11, bold=True), beside, floor=8), align="right")
    when = f"{words.weekday(day.day)}, {words.day(day.day)}"
    when = " · ".join(filter(None, (when, masthead.place)))
    at = sheet.lines(RIGHT, at, fit(when, Look(10, colour=MUTED), beside, floor=7), align="right")
    y = max(at, y + look.line) + 2.5
    sheet.box((LEFT, y), (ROOM, 6.5), fill=PALE)
    x = LEFT + 1.5
    for text, width in _columns(words, times=attendance.times):
        sheet.text(x, y + 4.5, text, Look(8.5, bold=True))
        x += width
    return y + 6.5


def _row(sheet: Sheet, y: float, number: int, row: Attendee | None, *, times: bool) -> None:
    wide = _NARROW_FROM if times else _FROM
    after = LEFT + _NUMBER + _NAME + wide
    sheet.text(LEFT + _NUMBER - 2.5, y + 6, str(number), Look(8.5, colour=MUTED), align="right")
    if row:
        _cell(sheet, LEFT + _NUMBER + 1.5, y, fit(row.name, Look(11), _NAME - 4, floor=8, tall=_ROW - 1))
        about = fit(row.organisation, Look(8.5, colour=MUTED), wide - 4, floor=7, lines=3, tall=_ROW - 1)
        _cell(sheet, LEFT + _NUMBER + _NAME + 1.5, y, about)
        if times:
            here = fit(row.times, Look(9), _TIMES - 3, floor=7, lines=3, tall=_ROW - 1)
            _cell(sheet, after + 1.5, y, here)
    sheet.rule(LEFT, y + _ROW, ROOM, colour=LINE if row else "#8F938F", thick=0.5)
    for x in (LEFT + _NUMBER, LEFT + _NUMBER + _NAME, after, *([after + _TIMES] if times else [])):
        sheet.box((x, y), (0.12, _ROW), fill=LINE)


def _cell(sheet: Sheet, x: float, y: float, fitted: Fitted) -> None:
    sheet.lines(x, y + (_ROW - fitted.height) / 2, fitted)


def _confirmation(sheet: Sheet, y: float) -> None:
    words = sheet.words
    for x, label in ((LEFT, words("Confirmed by (name and signature)")), (LEFT + 116, words("Date"))):
        sheet.rule(x, y + 11, 104 if x == LEFT else ROOM - 116, colour=INK, thick=0.6)
        sheet.text(x, y + 14.6, label, Look(8, colour=MUTED))
