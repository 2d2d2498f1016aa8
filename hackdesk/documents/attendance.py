"""The attendance sheet of each day, with the funder's header and a line for everybody's signature."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, PALE, Fitted, Look, fit, wrap
from hackdesk.documents.flow import FOOT, LEFT, RIGHT, ROOM, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import (
    Attendance,
    AttendanceDay,
    Attendee,
    Masthead,
    Printed,
    PrinterProfile,
    texts_in,
)
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

_ROW = 9.6  # millimetres: room for a signature written by hand
_WALK_INS = 8
_NUMBER, _NAME, _FROM = 9.0, 62.0, 50.0
_SIGNED = ROOM - _NUMBER - _NAME - _FROM
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
        _day(sheet, masthead, day)
    step(len(attendance.days), len(attendance.days))
    return sheet.finish(path)


def _day(sheet: Sheet, masthead: Masthead, day: AttendanceDay) -> None:
    """One day's sheets; the last is filled with empty rows for walk-ins, eight of them at least."""
    rows: list[Attendee | None] = [*day.people, *[None] * _WALK_INS]
    number = 0
    while number < len(rows):
        name = sheet.words.day(day.day)
        with sheet.a_page(bookmark=name if number == 0 else ""):
            y = _head(sheet, masthead, day)
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
                _row(sheet, y, number, row)
                y += _ROW
            if last:
                _confirmation(sheet, y)


def _head(sheet: Sheet, masthead: Masthead, day: AttendanceDay) -> float:
    words = sheet.words
    y = 12.0
    if masthead.funder_header:
        y = sheet.lines(LEFT, y, wrap(masthead.funder_header, Look(8.5, colour=MUTED), ROOM)) + 2.5
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
    titles = (
        (words("No."), _NUMBER),
        (words("Name"), _NAME),
        (words("Organisation"), _FROM),
        (words("Signature"), _SIGNED),
    )
    x = LEFT + 1.5
    for text, width in titles:
        sheet.text(x, y + 4.5, text, Look(8.5, bold=True))
        x += width
    return y + 6.5


def _row(sheet: Sheet, y: float, number: int, row: Attendee | None) -> None:
    sheet.text(LEFT + _NUMBER - 2.5, y + 6, str(number), Look(8.5, colour=MUTED), align="right")
    if row:
        _cell(sheet, LEFT + _NUMBER + 1.5, y, fit(row.name, Look(11), _NAME - 4, floor=8, tall=_ROW - 1))
        about = fit(row.organisation, Look(8.5, colour=MUTED), _FROM - 4, floor=7, lines=3, tall=_ROW - 1)
        _cell(sheet, LEFT + _NUMBER + _NAME + 1.5, y, about)
    sheet.rule(LEFT, y + _ROW, ROOM, colour=LINE if row else "#8F938F", thick=0.5)
    for x in (LEFT + _NUMBER, LEFT + _NUMBER + _NAME, LEFT + _NUMBER + _NAME + _FROM):
        sheet.box((x, y), (0.12, _ROW), fill=LINE)


def _cell(sheet: Sheet, x: float, y: float, fitted: Fitted) -> None:
    sheet.lines(x, y + (_ROW - fitted.height) / 2, fitted)


def _confirmation(sheet: Sheet, y: float) -> None:
    words = sheet.words
    for x, label in ((LEFT, words("Confirmed by (name and signature)")), (LEFT + 116, words("Date"))):
        sheet.rule(x, y + 11, 104 if x == LEFT else ROOM - 116, colour=INK, thick=0.6)
        sheet.text(x, y + 14.6, label, Look(8, colour=MUTED))
