"""Noto Sans on paper: which signs it has, how wide a text is, and where an accent sits.

Letters that Noto Sans lacks come from a font of the same family, where one is shipped: Georgian and Armenian,
which are written from the left, letter by letter. Others need more than a font (Arabic joins its letters, Hebrew
runs the other way) or are too large to ship (Chinese): their names are refused, with the script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.resources import resource

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
#: The fonts that stand in, with what each name of a weight becomes.
_STAND_INS = ("NotoSansGeorgian", "NotoSansArmenian")
_SHOWN = 5
#: How a script is called; what Unicode names a sign's first word.
_SCRIPTS = {
    "CJK": N_("Chinese or Japanese"), "HIRAGANA": N_("Japanese"), "KATAKANA": N_("Japanese"),
    "HANGUL": N_("Korean"), "ARABIC": N_("Arabic"), "HEBREW": N_("Hebrew"), "THAI": N_("Thai"),
    "DEVANAGARI": N_("Hindi (Devanagari)"), "BENGALI": N_("Bengali"), "TAMIL": N_("Tamil"),
    "ETHIOPIC": N_("Ethiopic"),
}  # fmt: skip


class NoGlyph(HackDeskError):
    """The font lacks a sign that a text needs; a PDF would leave it out silently."""


@dataclass(frozen=True)
class Placed:
    """One character of a shaped text, in thousandths of the size: how far to move on, and its offset.

    font: the name of the one that has it.
    """

    character: str
    advance: int
    right: int
    up: int
    font: str = REGULAR


@cache
def font(name: str) -> TTFont:
    """The font, registered with the PDF library once."""
    registered = TTFont(name, str(resource(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(registered)
    return registered


@cache
def _shaper(name: str) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resource(f"fonts/{name}.ttf")))))


def clean(text: str) -> str:
    """The text as it is printed: composed (NFC), tabs as spaces, without invisible control signs."""
    composed = unicodedata.normalize("NFC", text).replace("\t", " ")
    if composed.isprintable():
        return composed
    return "".join(sign for sign in composed if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf"))


def _signs(regular: str, bold: str) -> frozenset[int]:
    """The signs that both weights have."""
    return frozenset(font(regular).face.charToGlyph.keys() & font(bold).face.charToGlyph.keys())


@cache
def _main() -> frozenset[int]:
    return _signs(REGULAR, BOLD) | {ord("\n")}


@cache
def _standing_in() -> dict[int, str]:
    """Of each sign that only a stand-in has, which one."""
    found: dict[int, str] = {}
    for name in _STAND_INS:
        found |= dict.fromkeys(_signs(f"{name}-Regular", f"{name}-Bold") - _main() - found.keys(), name)
    return found


def has_foreign(text: str) -> bool:
    """Whether a letter comes from a font that stands in."""
    return not text.isascii() and not _main().issuperset(map(ord, text))


def _font_of(sign: str, name: str) -> str:
    """The font that has a sign, in the weight of `name`."""
    stand_in = "" if ord(sign) in _main() else _standing_in().get(ord(sign), "")
    return f"{stand_in}-{name.partition('-')[2]}" if stand_in else name


def missing_glyphs(text: str) -> str:
    """The signs of a text that the font does not have, each once."""
    known = _main()
    foreign = dict.fromkeys(sign for sign in clean(text) if ord(sign) not in known)
    return "".join(sign for sign in foreign if ord(sign) not in _standing_in()) if foreign else ""


def refuse_missing(texts: Iterable[str]) -> None:
    """Raise NoGlyph where one of the texts cannot be printed whole, naming the texts and the signs."""
    bad = {text: signs for text in texts if not text.isascii() and (signs := missing_glyphs(text))}
    if not bad:
        return
    lacking = list(dict.fromkeys("".join(bad.values())))
    script = next(filter(None, map(_script_of, lacking)), None)
    if script:
        raise NoGlyph(
            N_("{name} cannot be printed whole: no font here has {characters} ({script})."),
            name=", ".join(list(bad)[:_SHOWN]), characters=" ".join(lacking), script=script,
            remedy=N_("Nothing was printed. Write the name in Latin letters too, as in a passport."),
        )  # fmt: skip
    raise NoGlyph(
        N_("{name} cannot be printed whole: the font has no sign for {characters}."),
        name=", ".join(list(bad)[:_SHOWN]), characters=" ".join(lacking),
        remedy=N_("Nothing was printed. Write it in Latin, Greek or Cyrillic letters, without pictures."),
    )  # fmt: skip


def _script_of(sign: str) -> HackDeskError | None:
    """What a sign's script is called, to be worded in the reader's language; None where it has no name here."""
    script = _SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0])
    return HackDeskError(script) if script else None


def spelled(text: str) -> str:
    """Free text in which a picture that the font lacks is written as its name: [clapping hands sign].

    Letters are left as they are, so that a name the font cannot write is refused and not disguised.
    """
    return "".join(
        f"[{unicodedata.name(sign, 'sign').lower()}]"
        if unicodedata.category(sign) in ("So", "Sk") and missing_glyphs(sign)
        else sign
        for sign in clean(text).replace("\ufe0f", "")
    )


def has_marks(text: str) -> bool:
    """Whether an accent stands on a letter that has no code point together with it (Võro B́, V́)."""
    return not text.isascii() and any(map(unicodedata.combining, text))


def width(text: str, name: str, size: float, *, kerned: bool = False) -> float:
    """How wide the text is, in points; kerned: as `draw_placed` draws it."""
    if kerned:
        return sum(glyph.advance for glyph in placed(text, name)) * size / 1000
    return float(font(name).stringWidth(text, size))


def placed(text: str, name: str) -> list[Placed]:
    """Where each character goes: letters kerned, combining marks above their letter.

    The PDF library's own shaping drops the vertical offset and leaves the accent lying in the letter, so
    the offsets come from HarfBuzz. Ligatures are off: one glyph for each character, or the text reads wrong.
    """
    if not text:
        return []  # HarfBuzz gives no positions at all where there is no glyph
    if has_foreign(text):
        runs = [(font_name, "".join(run)) for font_name, run in groupby(text, lambda sign: _font_of(sign, name))]
        if len(runs) > 1 or runs[0][0] != name:
            return [glyph for font_name, run in runs for glyph in _shaped(run, font_name)]
    return _shaped(text, name)


def _shaped(text: str, name: str) -> list[Placed]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_shaper(name), buffer, {"liga": False, "clig": False})
    if len(buffer.glyph_infos) != len(text):
        return [Placed(sign, round(font(name).stringWidth(sign, 1000)), 0, 0, name) for sign in text]
    return [
        Placed(sign, place.x_advance, place.x_offset, place.y_offset, name)
        for sign, place in zip(text, buffer.glyph_positions, strict=True)
    ]


def draw_placed(canvas: Any, at: tuple[float, float], text: str, name: str, size: float) -> None:
    """Draw a text with every glyph where HarfBuzz puts it. at: where the baseline begins, in points."""
    state: tuple[str, int] | None = None
    code = [f"BT 1 0 0 1 {at[0]:.3f} {at[1]:.3f} Tm"]
    row: list[str] = []
    back = 0  # how far the next glyph is to be moved left, in thousandths
    for glyph in placed(text, name):
        drawn = font(glyph.font)
        (subset, byte), *_ = drawn.splitString(glyph.character, canvas._doc)
        wanted = (drawn.getSubsetInternalName(subset, canvas._doc), glyph.up)
        if wanted != state:
            code += [f"[{''.join(row)}] TJ"] if row else []
            code.append(f"{wanted[0]} {size:.2f} Tf {glyph.up * size / 1000:.3f} Ts")
            state, row = wanted, []
        back -= glyph.right
        row += [str(back)] if back else []
        row.append(f"({canvas._escape(byte)})")
        back = round(drawn.stringWidth(glyph.character, 1000)) - glyph.advance + glyph.right
    code.append(f"[{''.join(row)}] TJ 0 Ts ET")
    if has_marks(text):
        # Readers take a raised accent for a line of its own; this tells them what stands here.
        said = ("\ufeff" + text).encode("utf-16-be").hex().upper()
        code = [f"/Span <</ActualText <{said}>>> BDC", *code, "EMC"]
    canvas._code.append(" ".join(code))
