"""Who is wanted and whom to call, for those who organise: both hold phone numbers, and say so on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.documents.calling import CallLine, MissingSheet, TurnoutSheet
from hackdesk.documents.fit import PALE, Look, wrap
from hackdesk.documents.flow import LEFT, ROOM, Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import (
    Masthead,
    Printed,
    PrinterProfile,
    texts_in,
)
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.people.turnout import OUTCOMES, Tally, standing
from hackdesk.steps import Step, no_steps
from hackdesk.teams.turnout import LACKS

_BY_HAND = 9.0  # the least height of a row on which somebody writes what was said, in millimetres


def print_turnout(
    turnout: TurnoutSheet, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with wanted, registered and missing, then whom to call. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(turnout))
    words = language(tag)
    sheet, flow = _begun(words, profile, turnout.masthead, words("Who is wanted"))
    flow.second(dated(sheet, turnout.masthead))
    everybody = words.many("{count} registered", "{count} registered", turnout.registered)
    if turnout.wanted is not None:
        everybody = words("{registered} registered of {wanted} wanted", registered=turnout.registered,
                          wanted=turnout.wanted)  # fmt: skip
    flow.second(everybody)
    _private(flow, words)
    parts = (
        (words("Stakeholder groups"), turnout.groups),
        (words("Municipalities"), turnout.municipalities),
        (words("Topics"), turnout.topics),
    )
    for title, tallies in parts:
        if tallies:
            _tallies(flow, title, tallies, words)
    if turnout.calls:
        flow.new_page(words("Whom to call"))
        flow.heading(words("Whom to call"))
        _calls(flow, turnout.calls, words, turnout.zone)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def print_missing(
    missing: MissingSheet, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with everybody who is not here yet on a day. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(missing))
    words = language(tag)
    sheet, flow = _begun(words, profile, missing.masthead, words("Not here yet"))
    flow.second(f"{words.weekday(missing.day)}, {words.day(missing.day)}")
    flow.second(words.many("{count} not here yet", "{count} not here yet", len(missing.calls)))
    _private(flow, words)
    _calls(flow, missing.calls, words, missing.zone)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def _begun(words: Words, profile: PrinterProfile, masthead: Masthead, title: str) -> tuple[Sheet, Flow]:
    sheet = Sheet(f"{title} – {masthead.name}", words, profile, author=masthead.organiser)
    page_numbers(sheet, words("{title} – personal data, not for the wall", title=title))
    flow = Flow(sheet)
    flow.new_page(title)
    flow.title(masthead.name, words("For the organisers"), title)
    return sheet, flow


def _private(flow: Flow, words: Words) -> None:
    """The band that keeps the paper off the wall."""
    said = words("Holds names and phone numbers: for the organisers only. Not for the wall.")
    fitted = wrap(said, Look(10, bold=True), ROOM - 8)
    flow.y += 3
    flow.sheet.box((LEFT, flow.y), (ROOM, fitted.height + 5), fill=PALE)
    flow.sheet.lines(LEFT + 4, flow.y + 2.5, fitted)
    flow.y += fitted.height + 8


def _tallies(flow: Flow, title: str, tallies: Sequence[Tally], words: Words) -> None:
    flow.heading(title, before=min(100.0, 24 + 7.0 * len(tallies)))
    columns = (
        Column("", 76, bold=True), Column(words("Wanted"), 22, "right"), Column(words("Registered"), 26, "right"),
        Column("", 5), Column("", 45),
    )  # fmt: skip
    rows = []
    for tally in tallies:
        said = [standing(tally, words), *(words(LACKS[lack]) for lack in tally.lacks)]
        wanted = "" if tally.wanted is None else str(tally.wanted)
        rows.append((tally.name, wanted, str(tally.registered), "", ", ".join(filter(None, said))))
    flow.table(columns, rows)


def _calls(flow: Flow, calls: Sequence[CallLine], words: Words, zone: str) -> None:
    columns = (
        Column(words("Name"), 52, bold=True), Column(words("Phone"), 32, bold=True),
        Column(words("Why call"), 48), Column(words("What they said"), 42),
    )  # fmt: skip
    rows = []
    for line in calls:
        whys = " · ".join(why.said(words) for why in line.whys)
        rows.append((line.name, line.phone, whys or line.about, _last(line, words, zone)))
    flow.table(columns, rows, tall=_BY_HAND)


def _last(line: CallLine, words: Words, zone: str) -> str:
    if line.last is None:
        return ""
    local = line.last.at.astimezone(ZoneInfo(zone))
    said = ", ".join(filter(None, (words(OUTCOMES[line.last.outcome]), line.last.note)))
    return f"{words.day(local.date(), 'short')} {words.time(local)} {said}"
