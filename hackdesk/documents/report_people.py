"""The report's pages about people: who came, when, from where, and who worked with whom."""

from __future__ import annotations

from hackdesk.documents.fit import MUTED, SPRUCE, Look, wrap
from hackdesk.documents.flow import LEFT, ROOM, Column, Flow
from hackdesk.documents.mix_page import across_words, shared_words
from hackdesk.documents.plots import Bar, bars, bars_tall, columns, matrix
from hackdesk.documents.report_numbers import SPAN, Cell, DayNumbers
from hackdesk.documents.report_values import FunderReport
from hackdesk.language import Words

_HALF = (ROOM - 10) / 2
_SMALL = Look(10, bold=True)
_SECOND = Look(9, colour=MUTED)
_PLOT = 38.0


def draw_people(flow: Flow, report: FunderReport) -> None:
    """People by stakeholder group at the left, by municipality at the right."""
    words = flow.sheet.words
    by_group, by_place = _group_bars(report, words), _place_bars(report, words)
    tall = bars_tall(max(len(by_group), len(by_place))) + 8
    flow.heading(words("Who came"), before=tall + 14)
    if not report.turnout.came:
        flow.write(wrap(words("Nobody has checked in yet."), _SECOND, ROOM))
        return
    top, ends = flow.y, []
    for x, title, shown in (
        (LEFT, words("By stakeholder group"), by_group), (LEFT + _HALF + 10, words("By municipality"), by_place)
    ):  # fmt: skip
        at = flow.sheet.lines(x, top, wrap(title, _SMALL, _HALF)) + 1.5
        if shown:
            ends.append(bars(flow.sheet, (x, at), _HALF, shown, name=38.0))
        else:
            ends.append(flow.sheet.lines(x, at, wrap(words("Nobody has named one."), _SECOND, _HALF)))
    flow.y = max(ends) + 1


def _group_bars(report: FunderReport, words: Words) -> list[Bar]:
    shown = [Bar(one.group.name, one.people, one.group) for one in report.groups]
    if shown and report.no_group:
        shown.append(Bar(words("not named"), report.no_group, muted=True))
    return shown


def _place_bars(report: FunderReport, words: Words) -> list[Bar]:
    shown = [Bar(name, people) for name, people in report.places.named]
    others, people = report.places.others
    if others:
        shown.append(Bar(words.many("{count} other", "{count} others", others), people, muted=True))
    if shown and report.places.unsaid:
        shown.append(Bar(words("not named"), report.places.unsaid, muted=True))
    return shown


def draw_arrivals(flow: Flow, report: FunderReport) -> None:
    """When people came: a plot for each day over the same hours, two beside each other."""
    words = flow.sheet.words
    days = [day for day in report.turnout.days if day.arrivals]
    if not days:
        return
    most = max(value for day in days for _minute, value in day.arrivals)
    first = min(day.arrivals[0][0] for day in days) // 60 * 60
    last = -(-(max(day.arrivals[-1][0] for day in days) + SPAN) // 60) * 60
    flow.heading(words("When they came"), before=_PLOT + 14)
    for number in range(0, len(days), 2):
        flow.need(_PLOT)
        top, room = flow.y, ROOM if len(days) == 1 else _HALF
        for place, day in enumerate(days[number : number + 2]):
            x = LEFT + place * (_HALF + 10)
            title = f"{words.weekday(day.day)}, {words.day(day.day)}"
            at = flow.sheet.lines(x, top, wrap(title, _SMALL, room))
            counted = dict(day.arrivals)
            shown = [(minute, counted.get(minute, 0)) for minute in range(first, last, SPAN)]
            flow.y = max(flow.y, columns(flow.sheet, (x, at), room, shown, span=SPAN, most=most))
    said = words("People for each half hour. The hour of {count} arrivals is not known.",
                 count=sum(day.unknown for day in days))  # fmt: skip
    if not any(day.unknown for day in days):
        said = words("People for each half hour.")
    flow.write(wrap(said, _SECOND, ROOM))


def draw_attendance(flow: Flow, report: FunderReport) -> None:
    """How many came on each day, and where they signed."""
    words = flow.sheet.words
    flow.heading(words("Attendance by day"), before=40)
    titles = (
        Column(words("Day"), 56), Column(words("Came"), 16, "right", bold=True),
        Column(words("new that day"), 30, "right"), Column("", 6),
        Column(words("Signed on"), ROOM - 108),
    )  # fmt: skip
    rows = [_day_row(flow, day) for day in report.turnout.days]
    flow.table(titles, rows)
    if len(report.turnout.days) > 1:
        person_days = sum(day.came for day in report.turnout.days)
        said = words(
            "{came} people over all days, {days} days of attendance together.",
            came=words.number(report.turnout.came), days=words.number(person_days),
        )  # fmt: skip
        flow.write(wrap(said, _SECOND, ROOM))


def _day_row(flow: Flow, day: DayNumbers) -> tuple[str, ...]:
    words = flow.sheet.words
    return (
        f"{words.weekday(day.day)}, {words.day(day.day)}", words.number(day.came), words.number(day.first), "",
        words("Attendance sheet for {day}", day=words.day(day.day)),
    )  # fmt: skip


def draw_met(flow: Flow, report: FunderReport) -> None:
    """How many worked with another group than their own, and which groups sat together how often."""
    words, met = flow.sheet.words, report.met
    flow.heading(words("Who worked with whom"), before=min(200, 48 + 10.5 * len(met.groups)))
    if not report.mix.known:
        told = words("Nobody who names a stakeholder group sits in a team yet.")
        flow.write(wrap(told, _SECOND, ROOM))
        return
    flow.write(wrap(shared_words(report.mix, words), Look(14, bold=True, colour=SPRUCE), ROOM), after=1)
    flow.write(wrap(across_words(report.mix, words), Look(10.5), ROOM), after=3)
    rows = [
        [_shown(met.cells[(other.key, group.key)]) for other in met.groups[: number + 1]]
        for number, group in enumerate(met.groups)
    ]
    flow.y = matrix(flow.sheet, (LEFT, flow.y), ROOM, met.groups, rows)
    told = words("Pairs of teammates of two groups; at the end of each row, pairs of one and the same group.")
    flow.write(wrap(told, _SECOND, ROOM))


def _shown(cell: Cell) -> int | None:
    return None if cell.hidden else cell.pairs
