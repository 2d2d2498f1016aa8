"""The order of pitches on paper, for the wall and for jurors: large, with how it was drawn."""

from __future__ import annotations

from pathlib import Path

from hackdesk.agenda.lot import FIRST
from hackdesk.agenda.typed import length_text
from hackdesk.documents.fit import LINE, MUTED, SPRUCE, Look, fit, wrap
from hackdesk.documents.flow import LEFT, RIGHT, ROOM, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.pitch_paper import PaperRound, PitchOrderPaper, Slot, WishOnPaper
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

_NUMBER, _LOT, _GAP = 16.0, 24.0, 2.6


def print_pitch_order(
    paper: PitchOrderPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page or more for each round. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Order of pitches")
    sheet = Sheet(f"{title} – {paper.masthead.name}", words, profile, author=paper.masthead.organiser)
    page_numbers(sheet, title)
    flow = Flow(sheet)
    for done, one in enumerate(paper.rounds):
        step(done, len(paper.rounds))
        name = round_words(one, words)
        flow.new_page(name)
        flow.title(paper.masthead.name, title if name != title else "", name)
        flow.second(dated(sheet, paper.masthead))
        flow.second(_lengths(one, words))
        flow.y += 3
        for slot in one.slots:
            _slot(flow, slot)
        _how(flow, one, words)
    flow.end()
    step(len(paper.rounds), len(paper.rounds))
    return sheet.finish(path)


def round_words(one: PaperRound, words: Words) -> str:
    """What a round is called on paper."""
    if one.name:
        return one.name
    return words("Topics are introduced") if one.topics else words("Order of pitches")


def how_drawn(one: PaperRound, words: Words) -> str:
    """How the order came about, in a sentence anybody can check."""
    if one.seed is None:
        return words("Put in this order by hand.")
    said = words(
        "Drawn with the number {number}: each lot is the SHA-256 of “{number}:id of the team or topic”, and the "
        "lowest that no wish stands against comes first.", number=one.seed,
    )  # fmt: skip
    if one.by_hand:
        said += " " + words("Lines without a lot were moved by hand since.")
    return said


def _lengths(one: PaperRound, words: Words) -> str:
    pitch, questions, changeover = one.lengths
    parts = [words("Pitch {length}", length=length_text(pitch))]
    if questions:
        parts.append(words("questions {length}", length=length_text(questions)))
    if changeover:
        parts.append(words("changeover {length}", length=length_text(changeover)))
    return ", ".join(parts)


def _slot(flow: Flow, slot: Slot) -> None:
    sheet, room = flow.sheet, ROOM - _NUMBER - _LOT - 4
    name = wrap(slot.name, Look(17, bold=True), room)
    beside = wrap(slot.beside, Look(10.5, colour=MUTED), room) if slot.beside else None
    high = name.height + (beside.height if beside else 0) + 2 * _GAP
    flow.need(high)
    top = flow.y + _GAP
    sheet.lines(LEFT, top, fit(f"{slot.place}.", Look(17, bold=True, colour=SPRUCE), _NUMBER - 2, floor=10))
    below = sheet.lines(LEFT + _NUMBER, top, name)
    if beside:
        sheet.lines(LEFT + _NUMBER, below, beside)
    sheet.text(RIGHT, top + 5.2, slot.lot, Look(8.5, colour=MUTED), align="right")
    flow.y += high
    sheet.rule(LEFT, flow.y, ROOM, colour=LINE)


def _how(flow: Flow, one: PaperRound, words: Words) -> None:
    flow.heading(words("How the order came about"), before=34)
    flow.paragraph(how_drawn(one, words))
    for wish in one.wishes:
        flow.paragraph(f"{wish.team}: {_wish(wish, words)}", mark=True)


def _wish(wish: WishOnPaper, words: Words) -> str:
    if wish.kind == FIRST:
        said = words.many("wished to be first", "wished to be among the first {count}", wish.within)
    else:
        said = words.many("wished to be last", "wished to be among the last {count}", wish.within)
    return words("{wish}, met", wish=said) if wish.met else words("{wish}, not met", wish=said)
