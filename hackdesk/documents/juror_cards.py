"""Cards for jurors: four on a page, to be cut apart, each with the way to the juror's own ballots."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import LINE, MUTED, SPRUCE, Look, fit, wrap
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.juror_card_values import JurorCard, JurorCards
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

#: A quarter of an A4 page, and what is left free at its edges: cut by hand, printed with any margin.
_WIDE, _HIGH, _EDGE = 105.0, 148.5, 11.0
_ROOM = _WIDE - 2 * _EDGE
_A_PAGE = 4
#: Where the steps begin and where code and PIN stand, from the top of a card.
_STEPS, _CODE, _FOOT = 50.0, 80.0, 139.0
_QR = 44.0
_SMALL = Look(8.5, colour=MUTED)


def print_juror_cards(
    paper: JurorCards, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with four cards on each page. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Cards for jurors")
    sheet = Sheet(f"{title} – {paper.masthead.name}", words, profile, author=paper.masthead.organiser)
    for first in range(0, len(paper.cards), _A_PAGE):
        step(first, len(paper.cards))
        here = paper.cards[first : first + _A_PAGE]
        with sheet.a_page(bookmark=here[0].name):
            _cuts(sheet)
            for number, card in enumerate(here):
                with sheet.shifted(number % 2 * _WIDE, number // 2 * _HIGH):
                    _card(sheet, card, paper)
    step(len(paper.cards), len(paper.cards))
    return sheet.finish(path)


def _cuts(sheet: Sheet) -> None:
    sheet.canvas.setDash([2, 4])
    sheet.rule(6, _HIGH, sheet.width - 12, colour=LINE, thick=0.4)
    with sheet.turned(_WIDE, 6):
        sheet.rule(0, 0, sheet.height - 12, colour=LINE, thick=0.4)
    sheet.canvas.setDash([])


def _card(sheet: Sheet, card: JurorCard, paper: JurorCards) -> None:
    words = sheet.words
    sheet.box((_EDGE, 10), (_ROOM, 1.6), fill=SPRUCE)
    y = sheet.lines(_EDGE, 13.5, fit(paper.masthead.name, _SMALL, _ROOM, floor=7, lines=2, tall=8))
    name = fit(card.name, Look(19, bold=True, colour=SPRUCE), _ROOM, floor=11, lines=3, tall=19)
    y = sheet.lines(_EDGE, y + 1.5, name)
    said = " · ".join(filter(None, (words("Juror"), card.affiliation)))
    sheet.lines(_EDGE, y + 0.5, fit(said, Look(9.5, colour=MUTED), _ROOM, floor=7, lines=2, tall=8))
    _steps(sheet, card, paper)
    if card.link:
        sheet.qr((_EDGE - 4, _CODE), _QR, card.link)
        sheet.lines(_EDGE, _CODE + _QR - 0.5, wrap(card.link, Look(8.5), _ROOM))
    _pin(sheet, card, _EDGE + _QR - 2 if card.link else _EDGE)
    foot = words("Keep the card to yourself: with it and the PIN anybody can give marks in your name.")
    sheet.lines(_EDGE, _FOOT - 5.5, fit(foot, Look(7.5, colour=MUTED), _ROOM, floor=7.5, lines=2, tall=8))


def _steps(sheet: Sheet, card: JurorCard, paper: JurorCards) -> None:
    words, y = sheet.words, _STEPS
    if not card.link:
        steps = [words("The link is on the laptop’s screen: ask the facilitator."), words("Type your PIN.")]
    else:
        join = words("Join the Wi-Fi of the jury with your phone.")
        if paper.wifi and paper.wifi_password:
            join = words("Join the Wi-Fi “{name}”, password {password}.",
                         name=paper.wifi, password=paper.wifi_password)  # fmt: skip
        elif paper.wifi:
            join = words("Join the Wi-Fi “{name}” with your phone.", name=paper.wifi)
        steps = [join, words("Scan this code, or type what stands below it."), words("Type your PIN.")]
    for number, said in enumerate(steps, 1):
        sheet.lines(_EDGE, y, fit(str(number), Look(10, bold=True, colour=SPRUCE), 5, floor=8))
        y = sheet.lines(_EDGE + 5.5, y, fit(said, Look(10), _ROOM - 5.5, floor=8, lines=2, tall=10)) + 1.2


def _pin(sheet: Sheet, card: JurorCard, x: float) -> None:
    """The PIN, or a line to write it on."""
    sheet.text(x, _CODE + 13, sheet.words("Your PIN"), Look(9, bold=True, colour=MUTED))
    if card.pin:
        pin = fit(card.pin, Look(28, bold=True), _WIDE - _EDGE - x, floor=14, lines=1)
        sheet.lines(x, _CODE + 14.5, pin)
    else:
        sheet.rule(x, _CODE + 27, min(38.0, _WIDE - _EDGE - x))
