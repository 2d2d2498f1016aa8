"""Certificates for taking part, for mentors, jurors and organisers, and diplomas: A4, one person a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hackdesk.documents.certificate_designs import Layout, layout_of, ornament
from hackdesk.documents.certificate_settings import (
    BACKGROUND,
    SIGNATURE_PLACES,
    WINNER,
    Signer,
    filled,
)
from hackdesk.documents.certificate_values import Certificate, Certificates
from hackdesk.documents.fit import INK, MUTED, WHITE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rich_text import Line, draw_block, fit_block
from hackdesk.documents.rules import Logo, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import N_, Words
from hackdesk.people.rules import ROLES
from hackdesk.steps import Step, no_steps

_STEPS = 25  # pages between two reports
_QR, _QUIET = 34.0, 4 / 65  # millimetres; how much of it is white on each side
_LOGO_TALL, _GAP = 15.0, 8.0
_SIGNATURE, _INK = 70.0, (52.0, 15.0)  # a line to sign on, and the room a signature has above it
_BETWEEN = 2.5  # between two languages
_TITLES = {WINNER: N_("Diploma"), "participant": N_("Certificate")}
_THANKS = N_("Letter of thanks")
#: A code as long as most, for a page that is only looked at.
_SPECIMEN = "HD1:" + "SPECIMEN" * 38


def print_certificates(
    certificates: Certificates, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with everybody's certificate. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(text for text in texts_in(certificates) if not text.startswith("HD1:"))
    settings = certificates.settings
    spoken = settings.words_for(tag)
    masthead = certificates.masthead
    title = spoken[0]("Certificates – {event}", event=masthead.name)
    pictures = {one.place: one for one in certificates.pictures}
    layout = layout_of(settings.design, settings.orientation, own=BACKGROUND in pictures)
    sheet = Sheet(title, spoken[0], profile, author=masthead.organiser, size=layout.size)
    press = _Press(sheet, layout, certificates, spoken, pictures)
    press.make_stamps()
    of = len(certificates.certificates)
    for done, certificate in enumerate(certificates.certificates):
        if done % _STEPS == 0:
            step(done, of)
        with sheet.a_page(bookmark=certificate.name):
            press.draw(certificate)
    step(of, of)
    return sheet.finish(path)


@dataclass(frozen=True)
class _Press:
    """What all pages of a run share. spoken: the languages on the page."""

    sheet: Sheet
    layout: Layout
    made: Certificates
    spoken: tuple[Words, ...]
    pictures: Mapping[str, Logo]

    @property
    def words(self) -> Words:
        """The first language."""
        return self.spoken[0]

    def said(self, sentence: str) -> str:
        """A label in every language of the page."""
        return " / ".join(dict.fromkeys(words(sentence) for words in self.spoken if sentence))

    # --- what is the same on many pages -------------------------------------------------------

    def make_stamps(self) -> None:
        """Draw once what is the same for everybody of a kind."""
        for kind in {certificate.kind for certificate in self.made.certificates}:
            with self.sheet.stamp(kind):
                self._unchanging(kind == WINNER)
        for said, stamp in self._stamps.items():
            with self.sheet.stamp(stamp):
                self._draw_text(said)

    def _unchanging(self, winners: bool) -> None:
        sheet, layout = self.sheet, self.layout
        background = self.pictures.get(BACKGROUND)
        if background is not None:
            # It covers the page; what is wider or higher than that lies beyond the edges.
            scale = max(layout.size[0] / background.width, layout.size[1] / background.height)
            wide, tall = background.width * scale, background.height * scale
            at = (layout.size[0] - wide) / 2, (layout.size[1] - tall) / 2
            sheet.picture(at, (wide, tall), background.content)
        else:
            ornament(sheet, self.made.settings.design, winners=winners)
        taken = self._logos()
        self._head(taken if layout.logos_at == "right" and not self._logos_beside_text else 0)
        self._signatures(winners)

    def _head(self, taken: float) -> None:
        sheet, layout, masthead = self.sheet, self.layout, self.made.masthead
        room = layout.room - (taken + _GAP if taken else 0)
        look = Look(16, bold=True, colour=layout.event)
        head = fit(masthead.name, look, room, floor=11)
        top = sheet.lines(layout.x, layout.head - 5.6, head, align=layout.align)
        days = " / ".join(dict.fromkeys(one.days(masthead.starts_on, masthead.ends_on) for one in self.spoken))
        when = fit(" · ".join(filter(None, (days, masthead.place))), Look(11, colour=layout.dates), room, floor=9)
        sheet.lines(layout.x, top + 0.4, when, align=layout.align)

    @property
    def _logos_beside_text(self) -> bool:
        return self.layout.logos_at == "right" and self.layout.logos_top > self.layout.head

    @cached_property
    def _logo_sizes(self) -> list[tuple[float, float]]:
        return [_within(logo, (self.layout.logo_wide, _LOGO_TALL)) for logo in self.made.masthead.logos]

    def _logos(self) -> float:
        """Draw the logos; gives how wide they are together."""
        layout, logos = self.layout, self.made.masthead.logos
        sizes = self._logo_sizes
        wide = sum(size[0] for size in sizes) + _GAP * max(0, len(logos) - 1)
        x = layout.right - wide if layout.logos_at == "right" else layout.left
        for logo, size in zip(logos, sizes, strict=True):
            if layout.logos_at == "sides":
                x = layout.left if logo.place == "organiser" else layout.right - size[0]
            at = x, layout.logos_top + (_LOGO_TALL - size[1]) / 2
            self.sheet.picture(at, size, logo.content)
            x += size[0] + _GAP
        return wide

    def _signers(self, winners: bool) -> tuple[Signer, ...]:
        if self.made.settings.signers:
            return self.made.settings.signers
        organiser = Signer(self.said("Organiser"), self.made.masthead.organiser)
        return (organiser, Signer(self.said("Chair of the jury"), self.made.chair)) if winners else (organiser,)

    def _signatures(self, winners: bool) -> None:
        sheet, layout = self.sheet, self.layout
        signers = self._signers(winners)
        room = layout.room - (_QR + _GAP if self.made.settings.qr else 40)
        wide = min(_SIGNATURE, (room - _GAP * (len(signers) - 1)) / len(signers))
        for number, (signer, place) in enumerate(zip(signers, SIGNATURE_PLACES, strict=False)):
            x = layout.left + number * (wide + _GAP)
            picture = self.pictures.get(place)
            if picture is not None:
                size = _within(picture, (min(_INK[0], wide), _INK[1]))
                sheet.picture((x + 2, layout.signed - size[1] - 0.5), size, picture.content)
            sheet.rule(x, layout.signed, wide, colour=INK, thick=0.7)
            top = sheet.lines(x, layout.signed + 1.4, fit(signer.role, Look(10), wide, floor=7, lines=2))
            if signer.name:
                sheet.lines(x, top, fit(signer.name, Look(9, colour=MUTED), wide, floor=7, lines=2))

    # --- one page -----------------------------------------------------------------------------

    def draw(self, certificate: Certificate) -> None:
        """Draw somebody's page."""
        sheet, layout = self.sheet, self.layout
        sheet.put(certificate.kind)
        look = Look(layout.name_size, bold=True, leading=1.2, colour=layout.name)
        room = layout.room - layout.beside
        name = fit(certificate.name, look, room, floor=30, lines=3, tall=layout.name_tall)
        top = layout.name_foot - name.height
        title = " · ".join(words(_TITLES.get(certificate.kind, _THANKS)) for words in self.spoken).upper()
        sheet.text(layout.x, top - 3.5, title, Look(12, colour=layout.title, spacing=4), align=layout.align)
        sheet.lines(layout.x, top, name, align=layout.align)
        self._text(certificate)
        self._proof(certificate)

    def _text(self, certificate: Certificate) -> None:
        said = self._paragraphs(certificate)
        stamp = self._stamps.get(said)
        if stamp is None:
            self._draw_text(said)
        else:
            self.sheet.put(stamp)

    @cached_property
    def _stamps(self) -> dict[tuple[tuple[Line, ...], ...], str]:
        """The texts that more than one page has: a team's own text is drawn once for the whole team."""
        counted = Counter(map(self._paragraphs, self.made.certificates))
        shared = [said for said, count in counted.items() if count > 1]
        return {said: f"text-{number}" for number, said in enumerate(shared)}

    def _draw_text(self, said: tuple[tuple[Line, ...], ...]) -> None:
        layout = self.layout
        room = layout.room
        if self._logos_beside_text and self.made.masthead.logos:
            room -= sum(size[0] + _GAP for size in self._logo_sizes)
        if self.made.settings.qr and layout.text_foot > layout.signed - _QR:
            room = min(room, layout.room - _QR - _GAP)
        size = layout.text_size if len(said) == 1 else layout.text_size - 3
        tall = (layout.text_foot - layout.text_top - _BETWEEN * (len(said) - 1)) / len(said)
        top = layout.text_top
        for number, paragraphs in enumerate(said):
            look = Look(size, colour=MUTED if number else INK, leading=1.42)
            block = fit_block(paragraphs, look, room, tall)
            top = draw_block(self.sheet, layout.x, top, block, align=layout.align) + _BETWEEN

    def _paragraphs(self, certificate: Certificate) -> tuple[tuple[Line, ...], ...]:
        """What stands on it, language by language."""
        return tuple(
            filled(self.made.settings.text(certificate.kind, words), self._values(certificate, words))
            for words in self.spoken
        )

    def _values(self, certificate: Certificate, words: Words) -> dict[str, str]:
        masthead = self.made.masthead
        return {
            "name": certificate.name, "team": certificate.team, "award": certificate.award,
            "giver": certificate.giver, "event": masthead.name, "place": masthead.place,
            "dates": self._dates[words.tag],
            "topic": certificate.topic,
            "role": words(ROLES.get(certificate.role, certificate.role)),
        }  # fmt: skip

    @cached_property
    def _dates(self) -> dict[str, str]:
        masthead = self.made.masthead
        days = {words.tag: words.days(masthead.starts_on, masthead.ends_on) for words in self.spoken}
        # A date is not broken over two lines.
        return {tag: said.replace(" ", "\u00a0") for tag, said in days.items()}

    def _proof(self, certificate: Certificate) -> None:
        """The code and the number, at the lower right."""
        sheet, layout = self.sheet, self.layout
        if self.made.settings.qr:
            at = layout.right - _QR * (1 - _QUIET), layout.signed + 2.5 - _QR
            if BACKGROUND in self.pictures:
                sheet.box(at, (_QR, _QR), fill=WHITE)
            sheet.qr(at, _QR, certificate.code or _SPECIMEN)
        number = self.made.number_of(certificate)
        if number:
            said = self.words("No. {number}", number=number)
            sheet.text(layout.right, layout.signed + 4.6, said, Look(9.5), align="right")
        if certificate.kind == WINNER and self.made.revision is not None:
            revision = self.words("Results, revision {number}", number=self.made.revision)
            fitted = fit(revision, Look(8, colour=MUTED), _QR, floor=7, lines=2)
            sheet.lines(layout.right, layout.signed + 5.6, fitted, align="right")


def _within(logo: Logo, room: tuple[float, float]) -> tuple[float, float]:
    scale = min(room[0] / logo.width, room[1] / logo.height)
    return logo.width * scale, logo.height * scale
