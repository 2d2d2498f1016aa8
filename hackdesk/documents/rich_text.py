"""Text in which some words stand out, made smaller until its lines fit, and never cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hackdesk.documents import fonts
from hackdesk.documents.certificate_settings import Piece
from hackdesk.documents.fit import Look
from hackdesk.documents.sheet import Sheet

_SMALLER, _SMALLEST = 0.93, 4.0
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """Lines that fit, and the look of what does not stand out. gap: before it, in millimetres."""

    lines: tuple[Line, ...]
    look: Look

    @property
    def height(self) -> float:
        """In millimetres."""
        return len(self.lines) * self.look.line


@dataclass
class _Word:
    runs: list[Piece]
    spaced: bool = True  # whether there is a space before it


def fit_block(paragraphs: Sequence[Line], look: Look, room: float, tall: float) -> Block:
    """The paragraphs wrapped to the room, as large as `look` or as much smaller as they must be."""
    while True:
        lines = tuple(line for one in paragraphs for line in _wrapped(one, look, room))
        block = Block(lines, look)
        if block.height <= tall or look.size <= _SMALLEST:
            return block
        look = replace(look, size=look.size * _SMALLER)


def draw_block(sheet: Sheet, x: float, top: float, block: Block, *, align: str = "left") -> float:
    """Draw it from `top` down. x: where lines begin, or their middle. Gives where it ends."""
    look = block.look
    baseline = top + look.size * (look.leading - 0.26) * 25.4 / 72
    for line in block.lines:
        at = x - (_width(line, look) / 2 if align == "centre" else 0)
        for text, strong in line:
            style = replace(look, bold=strong)
            if text.strip():
                sheet.text(at, baseline, text, style)
            at += style.width(text)
        baseline += look.line
    return top + block.height


def _width(runs: Sequence[Piece], look: Look) -> float:
    bold = replace(look, bold=True)
    return sum((bold if strong else look).width(text) for text, strong in runs)


def _words(pieces: Line) -> list[_Word]:
    """The words; one may be made of several pieces: a quotation mark and a name that stands out."""
    words: list[_Word] = []
    spaced = True
    for said, strong in pieces:
        text = fonts.clean(said)
        for number, part in enumerate(text.split(" ")):
            spaced = spaced or number > 0
            if not part:
                continue
            if spaced:
                words.append(_Word([(part, strong)]))
            else:
                words[-1].runs.append((part, strong))
            spaced = False
    return words


def _wrapped(pieces: Line, look: Look, room: float) -> Iterator[Line]:
    line: list[Piece] = []
    space = look.width(" ")
    across = 0.0
    for word in (part for one in _words(pieces) for part in _cut(one, look, room)):
        width = _width(word.runs, look)
        gap = space if line and word.spaced else 0.0
        if line and across + gap + width > room:
            yield _joined(line)
            line, across, gap = [], 0.0, 0.0
        if gap:
            # The space is of the word before it, so that a name of two words is drawn in one piece.
            line[-1] = (line[-1][0] + " ", line[-1][1])
        line += word.runs
        across += gap + width
    if line:
        yield _joined(line)


def _joined(runs: Sequence[Piece]) -> Line:
    joined: list[Piece] = []
    for text, strong in runs:
        if joined and joined[-1][1] == strong:
            joined[-1] = (joined[-1][0] + text, strong)
        else:
            joined.append((text, strong))
    return tuple(joined)


def _cut(word: _Word, look: Look, room: float) -> Iterator[_Word]:
    """The word, or where it is wider than the room its parts."""
    if _width(word.runs, look) <= room:
        yield word
        return
    spaced = word.spaced
    for text, strong in word.runs:
        part = ""
        for sign in text:
            # An accent stays on its letter.
            if part and not fonts.has_marks(sign) and _width([(part + sign, strong)], look) > room:
                yield _Word([(part, strong)], spaced)
                part, spaced = "", False
            part += sign
        yield _Word([(part, strong)], spaced)
        spaced = False
