"""The speaker's script on paper: large, a step kept together, a line where one waits."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, MUTED, SPRUCE, Look, wrap
from hackdesk.documents.flow import LEFT, ROOM, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Printed, PrinterProfile, SpeakerScript, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.jury.reveal import Step as Told
from hackdesk.jury.reveal import StepKind
from hackdesk.jury.script import script
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

#: Read at arm's length, under a stage's light.
_SAID = Look(19, leading=1.42)
_FIRST = Look(21, bold=True, leading=1.35)
_NUMBER = 14.0  # the column of the steps' numbers
_BETWEEN = 7.0
_PAUSE = 12.0


def print_speaker_script(
    speech: SpeakerScript, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with what is said at each step. tag: the language it is said in. Raises NoGlyph before writing."""
    refuse_missing(texts_in(speech))
    words = language(tag)
    title = words("Speaker's script – {event}", event=speech.masthead.name)
    sheet = Sheet(title, words, profile, author=speech.masthead.organiser)
    step(0, 1)
    revision = words("Revision {number}", number=speech.revision)
    page_numbers(sheet, f"{title} – {revision}")
    flow = Flow(sheet)
    flow.new_page()
    flow.title(speech.masthead.name, dated(sheet, speech.masthead), words("Speaker's script"))
    flow.second(words("From the signed results, revision {number}. It tells them: keep it with who speaks.",
                      number=speech.revision))  # fmt: skip
    flow.y += 4
    if not speech.steps:
        flow.paragraph(words("No award is given and no place is told, so there is nothing to say."))
    for number, one in enumerate(speech.steps, 1):
        _said(flow, number, one, words)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def _said(flow: Flow, number: int, one: Told, words: Words) -> None:
    """A step is never broken over two pages, unless it is longer than one."""
    first, *others = script(one, words)
    lines = [wrap(first, _FIRST, ROOM - _NUMBER), *(wrap(text, _SAID, ROOM - _NUMBER) for text in others)]
    height = sum(line.height for line in lines) + _BETWEEN
    flow.need(min(height + (_PAUSE if one.kind == StepKind.PAUSE else 0), 250))
    flow.sheet.text(LEFT, flow.y + 7, f"{number}", Look(13, bold=True, colour=MUTED))
    for fitted in lines:
        for line in fitted.lines:
            flow.need(fitted.look.line)
            flow.sheet.text(LEFT + _NUMBER, flow.y + fitted.look.line * 0.76, line, fitted.look)
            flow.y += fitted.look.line
        flow.y += 1
    flow.y += _BETWEEN
    if one.kind == StepKind.PAUSE:
        _pause_line(flow, words)


def _pause_line(flow: Flow, words: Words) -> None:
    """Where one waits: seen from the corner of an eye."""
    text = words("Pause here")
    look = Look(12, bold=True, colour=SPRUCE, spacing=2)
    side = (ROOM - look.width(text) - 10) / 2
    flow.y -= 2
    for left in (LEFT, LEFT + ROOM - side):
        flow.sheet.rule(left, flow.y, side, colour=INK, thick=1.2)
    flow.sheet.text(LEFT + side + 5, flow.y + 1.5, text, look)
    flow.y += _PAUSE - 2
