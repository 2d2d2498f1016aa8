"""Certificates for taking part, and diplomas for awards: A4 landscape, one person a page."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, MM, MUTED, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Certificate, Certificates, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import LYING, Sheet
from hackdesk.language import Words, language
from hackdesk.people.rules import ROLES
from hackdesk.steps import Step, no_steps

_LEFT, _RIGHT = 38.0, 277.0
_ROOM = _RIGHT - _LEFT
_BAND = 20.0
_NAME_FOOT = 112.0  # a name grows upwards from here, so that what is below stays where it is
_DETAILS, _COLUMN = 150.0, 118.0
_SIGNED, _SIGNATURE = 184.0, 70.0
_DEEP, _WEAVE = "#16322B", "#5FA08E"
_STEPS = 25  # pages between two reports


def print_certificates(
    certificates: Certificates, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with everybody's certificate. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(certificates))
    words = language(tag)
    masthead = certificates.masthead
    title = words("Certificates – {event}", event=masthead.name)
    sheet = Sheet(title, words, profile, author=masthead.organiser, size=LYING)
    for winners in {bool(certificate.award) for certificate in certificates.certificates}:
        with sheet.stamp(_stamp(winners)):
            _unchanging(sheet, certificates, winners)
    of = len(certificates.certificates)
    for done, certificate in enumerate(certificates.certificates):
        if done % _STEPS == 0:
            step(done, of)
        with sheet.a_page(bookmark=certificate.name):
            _certificate(sheet, certificate, masthead.starts_on.year)
    step(of, of)
    return sheet.finish(path)


def _stamp(winners: bool) -> str:
    return "diploma" if winners else "certificate"


def _unchanging(sheet: Sheet, certificates: Certificates, winners: bool) -> None:
    """All that is the same on every page."""
    words, masthead = sheet.words, certificates.masthead
    _woven_band(sheet, _DEEP if winners else SPRUCE)
    when = " · ".join(filter(None, (words.days(masthead.starts_on, masthead.ends_on), masthead.place)))
    beside = Look(11, colour=MUTED)
    sheet.text(_RIGHT, 30, when, beside, align="right")
    head = fit(masthead.name, Look(16, bold=True, colour=SPRUCE), _ROOM - beside.width(when) - 12, floor=11)
    sheet.lines(_LEFT, 30 - 5.6, head)
    took_part = certificates.text or words("took part in the social hackathon")
    sentence = words("received the award") if winners else took_part
    sheet.lines(_LEFT, _NAME_FOOT + 3, fit(sentence, Look(16, colour=MUTED), _ROOM, floor=12, lines=2))
    _signature(sheet, _LEFT, words("Organiser"), masthead.organiser)
    if winners:
        _signature(sheet, _LEFT + _SIGNATURE + 16, words("Chair of the jury"), certificates.chair)
        revision = words("Results, revision {number}", number=certificates.revision)
        sheet.text(_RIGHT, _SIGNED + 10.5, revision, Look(8.5, colour=MUTED), align="right")


def _signature(sheet: Sheet, x: float, role: str, name: str) -> None:
    sheet.rule(x, _SIGNED, _SIGNATURE, colour=INK, thick=0.7)
    sheet.text(x, _SIGNED + 5.5, role, Look(10))
    sheet.lines(x, _SIGNED + 6.8, fit(name, Look(9, colour=MUTED), _SIGNATURE, floor=7, lines=2))


def _woven_band(sheet: Sheet, colour: str) -> None:
    """The band on the left with a woven belt's diamonds, as they are worn in Võru County."""
    sheet.box((0, 0), (_BAND, sheet.height), fill=colour)
    side = 10.0
    for middle in range(15):
        _diamond(sheet, middle * 15.0, side, line=_WEAVE)
        _diamond(sheet, middle * 15.0, side * 0.62, line=_WEAVE)
        _diamond(sheet, middle * 15.0, side * 0.25, fill=_WEAVE)
        for edge in (-1, 1):
            _diamond(sheet, middle * 15.0 + 7.5, side * 0.25, fill=_WEAVE, off=edge * 5.6)
    sheet.box((_BAND + 1.4, 0), (0.8, sheet.height), fill=colour)


def _diamond(sheet: Sheet, down: float, side: float, *, line: str = "", fill: str = "", off: float = 0) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate((_BAND / 2 + off) * MM, (sheet.height - down) * MM)
    canvas.rotate(45)
    half = side / 2
    sheet.box((-half, sheet.height - half), (side, side), line=line, fill=fill)
    canvas.restoreState()


def _certificate(sheet: Sheet, certificate: Certificate, year: int) -> None:
    words, winner = sheet.words, bool(certificate.award)
    sheet.put(_stamp(winner))
    name = fit(certificate.name, Look(54, bold=True, leading=1.22), _ROOM, floor=32, lines=3, tall=56)
    top = _NAME_FOOT - name.height
    title = words("Diploma") if winner else words("Certificate")
    sheet.text(_LEFT + 0.6, top - 3.5, title.upper(), Look(12, colour=MUTED, spacing=4.5))
    sheet.lines(_LEFT - 0.8, top, name)
    if winner:
        award = fit(certificate.award, Look(27, bold=True, colour=SPRUCE), _ROOM, floor=18, lines=2, tall=19)
        sheet.lines(_LEFT, _NAME_FOOT + 11.5, award)
    _details(sheet, certificate, words)
    if certificate.number:
        number = words("No. {number}", number=f"{year}-{certificate.number:04d}")
        sheet.text(_RIGHT, _SIGNED + 5.5, number, Look(10, colour=INK), align="right")


def _details(sheet: Sheet, certificate: Certificate, words: Words) -> None:
    details = (
        (words("Team"), certificate.team),
        (words("Given by"), certificate.giver),
        (words("Role"), words(ROLES.get(certificate.role, certificate.role))),
    )
    x = _LEFT
    for label, text in details:
        if text:
            sheet.text(x, _DETAILS, label, Look(9.5, colour=MUTED))
            sheet.lines(x, _DETAILS + 0.8, fit(text, Look(16, bold=True), _COLUMN - 8, floor=11, lines=3, tall=19))
            x += _COLUMN
