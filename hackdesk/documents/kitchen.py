"""The kitchen's list: how many eat on a day, how many of each diet, and who they are. Large, to hang on a wall."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, PALE, SPRUCE, Fitted, Look, fit, wrap
from hackdesk.documents.flow import LEFT, RIGHT, ROOM, Column, Flow, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.meals import Kitchen, KitchenDay, KitchenGroup, ServedMeal
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import N_, Words, language
from hackdesk.people.diets import NEEDS, Need
from hackdesk.people.meals import Basis
from hackdesk.steps import Step, no_steps

#: What the first number of each diet counts, and from what it is known.
_SURE = {
    Basis.REGISTERED: N_("Registered"),
    Basis.HERE: N_("Here now"),
    Basis.SO_FAR: N_("Came so far"),
    Basis.CAME: N_("Came"),
}
_COUNTED = {
    Basis.REGISTERED: N_("Counted from the registrations, {moment}."),
    Basis.HERE: N_("Counted from who is here, {moment}."),
    Basis.SO_FAR: N_("Counted from who has come so far, {moment}."),
    Basis.CAME: N_("Counted from who came, {moment}."),
}
_NUMBER, _GAP = 30.0, 3.2


def print_kitchen(
    kitchen: Kitchen, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page or two for each day. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(kitchen))
    words = language(tag)
    masthead = kitchen.masthead
    sheet = Sheet(words("List for the kitchen – {event}", event=masthead.name), words, profile,
                  author=masthead.organiser)  # fmt: skip
    first_pages: list[int] = []
    page_numbers(sheet, words("List for the kitchen – {event}", event=masthead.name), first_pages)
    flow = Flow(sheet)
    for done, day in enumerate(kitchen.days):
        step(done, len(kitchen.days))
        first_pages.append(sheet.page + 1)
        _day(flow, kitchen, day)
    flow.end()
    step(len(kitchen.days), len(kitchen.days))
    return sheet.finish(path)


def needs_said(words: Words, needs: Sequence[Need]) -> str:
    """Needs in the document's language: vegan, no nuts."""
    if not needs:
        return words("Eat what there is")
    return ", ".join(words(NEEDS[need.key]) if need.key else need.own for need in needs)


def _day(flow: Flow, kitchen: Kitchen, day: KitchenDay) -> None:
    words = flow.sheet.words
    name = f"{words.weekday(day.day)}, {words.day(day.day)}"
    flow.new_page(bookmark=name)
    flow.title(kitchen.masthead.name, words("For the kitchen"), name[:1].upper() + name[1:])
    if day.meals:
        flow.write(wrap(" · ".join(_meal(words, meal) for meal in day.meals), Look(15, bold=True), ROOM), after=1)
    flow.second(words(_COUNTED[day.basis], moment=words.moment(kitchen.at)))
    flow.y += 4
    _in_all(flow, day)
    _counts(flow, day)
    _names(flow, day)


def _meal(words: Words, meal: ServedMeal) -> str:
    said = f"{meal.name} {meal.at:%H:%M}" if meal.at else meal.name
    if not meal.given:
        return said
    given = words.many("{count} given already", "{count} given already", meal.given)
    return f"{said} ({given})"


def _in_all(flow: Flow, day: KitchenDay) -> None:
    """The one number the kitchen looks for first."""
    words, count = flow.sheet.words, Look(54, bold=True, colour=SPRUCE)
    top, number = flow.y, str(day.sure)
    flow.sheet.lines(LEFT, top, Fitted((number,), count))
    beside = LEFT + count.width(number) + 6
    at = top + 6.5
    said = words.many("{count} person eats", "{count} people eat", day.sure).replace(number, "", 1).strip()
    at = flow.sheet.lines(beside, at, fit(said, Look(19, bold=True), RIGHT - beside, floor=11))
    if day.maybe:
        more = words.many("{count} more may still come", "{count} more may still come", day.maybe)
        flow.sheet.lines(beside, at, fit(more, Look(13, colour=MUTED), RIGHT - beside, floor=9))
    flow.y = top + count.line + 1


def _counts(flow: Flow, day: KitchenDay) -> None:
    """How many of each diet, large."""
    words, sheet = flow.sheet.words, flow.sheet
    columns = [words(_SURE[day.basis]), *([words("May still come")] if day.maybe else [])]
    name_room = ROOM - _NUMBER * len(columns) - 4

    def head() -> None:
        sheet.box((LEFT, flow.y), (ROOM, 7.5), fill=PALE)
        for number, title in enumerate(reversed(columns)):
            right = RIGHT - 3 - number * _NUMBER
            fitted = fit(title, Look(9.5, bold=True), _NUMBER - 2, floor=6.5, lines=1)
            sheet.lines(right, flow.y + 1.9, fitted, align="right")
        flow.y += 7.5

    flow.need(30)
    head()
    rows = [(needs_said(words, one.needs), len(one.sure), len(one.maybe)) for one in day.groups]
    if day.jurors:
        rows.append((words("Jurors who are not on the list: ask them"), len(day.jurors), 0))
    for text, *numbers in rows:
        fitted = wrap(text, Look(16, bold=True), name_room)
        height = fitted.height + 2 * _GAP
        if flow.need(height):
            head()
        sheet.lines(LEFT + 2, flow.y + _GAP, fitted)
        for at, number in enumerate(reversed(numbers[: len(columns)])):
            last = at == 0 and len(columns) > 1
            look = Look(16, colour=MUTED) if last else Look(20, bold=True)
            top = flow.y + (height - look.line) / 2
            shown = Fitted((str(number) if number else "–",), look)
            sheet.lines(RIGHT - 3 - at * _NUMBER, top, shown, align="right")
        flow.y += height
        sheet.rule(LEFT, flow.y, ROOM, colour=LINE)
    sheet.rule(LEFT, flow.y, ROOM, colour=INK, thick=0.9)
    flow.y += 3


def _names(flow: Flow, day: KitchenDay) -> None:
    """Who has which need, in their own words."""
    words = flow.sheet.words
    special = [group for group in day.groups if group.needs]
    for group in special:
        flow.heading(needs_said(words, group.needs), before=30)
        flow.table(_columns(words, day), _rows(words, group, day))
    if day.jurors:
        flow.heading(words("Jurors who are not on the list"), before=24)
        flow.paragraph(words.listed(day.jurors))


def _columns(words: Words, day: KitchenDay) -> tuple[Column, ...]:
    if not day.maybe:
        return Column(words("Name"), 70, bold=True), Column(words("In their own words"), 104)
    return (
        Column(words("Name"), 66, bold=True), Column(words("In their own words"), 76),
        Column("", 32, align="right"),
    )  # fmt: skip


def _rows(words: Words, group: KitchenGroup, day: KitchenDay) -> list[tuple[str, ...]]:
    sure = [(one.name, one.wording) for one in group.sure]
    maybe = [(one.name, one.wording) for one in group.maybe]
    if not day.maybe:
        return list(sure)
    state = words("here") if day.basis is Basis.HERE else ""
    return [*((*row, state) for row in sure), *((*row, words("may still come")) for row in maybe)]
