"""Lists for ticking meals by hand: everybody by name, with a box for each meal of the day."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, PALE, Fitted, Look, fit
from hackdesk.documents.flow import FOOT, LEFT, RIGHT, ROOM, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.meals import MealDay, MealGuest, MealLists, ServedMeal
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

_ROW, _BOX = 7.6, 4.6
_NUMBER, _NAME = 9.0, 84.0
_SPARE_ROWS = 6
_MOST_MEALS = 4


def print_meal_lists(
    lists: MealLists, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with the lists of every day. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(lists))
    words = language(tag)
    title = words("Meals to tick – {event}", event=lists.masthead.name)
    sheet = Sheet(title, words, profile, author=lists.masthead.organiser)
    first_pages: list[int] = []
    page_numbers(sheet, title, first_pages)
    for done, day in enumerate(lists.days):
        step(done, len(lists.days))
        for first in range(0, len(day.meals), _MOST_MEALS):
            first_pages.append(sheet.page + 1)
            _list(sheet, lists, day, range(first, min(first + _MOST_MEALS, len(day.meals))))
    step(len(lists.days), len(lists.days))
    return sheet.finish(path)


def _list(sheet: Sheet, lists: MealLists, day: MealDay, columns: range) -> None:
    rows: list[MealGuest | None] = [*day.guests, *[None] * _SPARE_ROWS]
    number = 0
    while number < len(rows):
        with sheet.a_page(bookmark=sheet.words.day(day.day) if number == 0 else ""):
            y = _head(sheet, lists, day, columns)
            fits = int((FOOT - 5 - y) // _ROW)
            if len(rows) - number <= fits:
                rows += [None] * (fits - (len(rows) - number))
            for row in rows[number : number + fits]:
                number += 1
                _row(sheet, y, number, row, columns)
                y += _ROW
            note = sheet.words("• special diet: see the list for the kitchen")
            sheet.text(LEFT, FOOT, note, Look(8, colour=MUTED))


def _head(sheet: Sheet, lists: MealLists, day: MealDay, columns: range) -> float:
    words, look = sheet.words, Look(20, bold=True)
    when = f"{words.weekday(day.day)}, {words.day(day.day)}"
    title = fit(when[:1].upper() + when[1:], look, 104, floor=12)
    at = sheet.lines(LEFT, 14, title)
    beside = fit(lists.masthead.name, Look(11, bold=True), ROOM - 112, floor=7)
    y = max(at, sheet.lines(RIGHT, 15, beside, align="right")) + 3
    heads = [fit(_meal(day.meals[one]), Look(9, bold=True), _wide(columns) - 2, floor=6) for one in columns]
    tall = max((head.height for head in heads), default=4.0) + 3
    sheet.box((LEFT, y), (ROOM, tall), fill=PALE)
    for x, text in ((LEFT + 1.5, words("No.")), (LEFT + _NUMBER + 1.5, words("Name"))):
        sheet.lines(x, y + (tall - 4) / 2, Fitted((text,), Look(8.5, bold=True)))
    for at_column, head in enumerate(heads):
        middle = _middle(columns, at_column)
        for line, text in enumerate(head.lines):
            one = Fitted((text,), head.look)
            left = middle - head.look.width(text) / 2
            sheet.lines(left, y + (tall - head.height) / 2 + line * head.look.line, one)
    return y + tall


def _row(sheet: Sheet, y: float, number: int, row: MealGuest | None, columns: range) -> None:
    sheet.text(LEFT + _NUMBER - 2.5, y + 5, str(number), Look(8, colour=MUTED), align="right")
    if row:
        fitted = fit(row.name, Look(10.5), _NAME - 6, floor=7, tall=_ROW - 0.6)
        sheet.lines(LEFT + _NUMBER + 1.5, y + (_ROW - fitted.height) / 2, fitted)
        if row.special:
            sheet.text(LEFT + _NUMBER + _NAME - 2, y + 5.2, "•", Look(12, bold=True), align="right")
    for at_column, meal in enumerate(columns):
        middle, had = _middle(columns, at_column), row.had[meal] if row else ""
        if had:
            look = Look(9, bold=True)
            sheet.text(middle - look.width(had) / 2, y + 5, had, look)
        else:
            sheet.box((middle - _BOX / 2, y + (_ROW - _BOX) / 2), (_BOX, _BOX), line=INK)
    sheet.rule(LEFT, y + _ROW, ROOM, colour=LINE)


def _meal(meal: ServedMeal) -> str:
    return f"{meal.name} {meal.at:%H:%M}" if meal.at else meal.name


def _wide(columns: range) -> float:
    return (ROOM - _NUMBER - _NAME) / max(1, len(columns))


def _middle(columns: range, number: int) -> float:
    return LEFT + _NUMBER + _NAME + _wide(columns) * (number + 0.5)
