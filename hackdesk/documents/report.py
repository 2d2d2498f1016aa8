"""The funder's report: cover and figures, texts, who came, who met whom, what came of it, what people said."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.documents.fit import MUTED, SPRUCE, Look, fit, wrap
from hackdesk.documents.flow import LEFT, ROOM, TOP, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.masthead import draw_masthead
from hackdesk.documents.plots import Figure, figures, hint_box
from hackdesk.documents.report_after import draw_after, draw_jury, draw_teams, draw_voice
from hackdesk.documents.report_people import draw_arrivals, draw_attendance, draw_met, draw_people
from hackdesk.documents.report_values import HEADINGS, FunderReport
from hackdesk.documents.report_wording import counted_words, figure_values
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

_BAND = 7.0


def print_report(
    report: FunderReport, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF to hand in. tag: its language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(report))
    words, masthead = language(tag), report.masthead
    title = words("Report – {event}", event=masthead.name)
    sheet = Sheet(title, words, profile, author=masthead.organiser)
    page_numbers(sheet, title)
    flow = Flow(sheet)
    _cover(flow, report)
    _text(flow, report, "goals")
    _text(flow, report, "done")
    step(1, 4)
    draw_people(flow, report)
    draw_arrivals(flow, report)
    draw_attendance(flow, report)
    step(2, 4)
    draw_met(flow, report)
    draw_teams(flow, report)
    draw_jury(flow, report)
    draw_after(flow, report)
    step(3, 4)
    draw_voice(flow, report)
    _text(flow, report, "learnt")
    _text(flow, report, "follows")
    _close(flow, report)
    flow.end()
    step(4, 4)
    return sheet.finish(path)


def _cover(flow: Flow, report: FunderReport) -> None:
    sheet, words, masthead = flow.sheet, flow.sheet.words, report.masthead
    flow.new_page(words("Numbers"))
    sheet.box((0, 0), (_BAND, sheet.height), fill=SPRUCE)
    flow.y = max(draw_masthead(sheet, TOP - 4, masthead) + 6, TOP + 8)
    kind = Look(10.5, colour=MUTED, spacing=2.6)
    sheet.text(LEFT, flow.y + 4, words("Report").upper(), kind)
    flow.y = sheet.lines(LEFT, flow.y + 6, fit(masthead.name, Look(30, bold=True), ROOM, floor=18, lines=3)) + 1
    flow.write(wrap(dated(sheet, masthead), Look(12.5), ROOM), after=0.5)
    if masthead.organiser:
        flow.write(wrap(words("Organiser: {name}", name=masthead.organiser), Look(10.5, colour=MUTED), ROOM))
    flow.y += 7
    shown = [Figure(*one) for one in figure_values(report, words)]
    flow.y = figures(sheet, (LEFT, flow.y), ROOM, shown)


def _text(flow: Flow, report: FunderReport, name: str) -> None:
    """A text under its heading; where nobody has written it, what belongs there."""
    heading, hint = (flow.sheet.words(sentence) for sentence in HEADINGS[name])
    flow.heading(heading, before=34)
    text = getattr(report.texts, name)
    for paragraph in text.split("\n") if text else ():
        if paragraph.strip():
            flow.paragraph(paragraph.strip())
    if not text:
        flow.y = hint_box(flow.sheet, (LEFT, flow.y), ROOM, hint)


def _close(flow: Flow, report: FunderReport) -> None:
    """How it is counted, as of when, and where somebody signs."""
    words = flow.sheet.words
    flow.heading(words("How it is counted"), before=44)
    flow.write(wrap(counted_words(report, words), Look(8.5, colour=MUTED, leading=1.36), ROOM), after=2)
    day = words("As of {day}.", day=words.day(report.as_of))
    if report.jury.sealed_at is not None:
        at = words.moment(report.jury.sealed_at, ZoneInfo(report.zone))
        day += " " + words("Results as signed {when}, revision {number}.", when=at, number=report.revision or 1)
    flow.write(wrap(day, Look(8.5, colour=MUTED), ROOM), after=3)
    flow.signatures((words("For the organiser (name and signature)"), words("Date")))
