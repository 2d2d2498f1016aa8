"""Making a text fit: smaller down to a floor, then on more lines, and never cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from hackdesk.documents import fonts

#: Points in a millimetre: documents are laid out in millimetres, type is set in points.
MM = 72 / 25.4
INK, MUTED, LINE, SPRUCE, PALE, WHITE = "#1C2321", "#5F6B66", "#C9C6BB", "#1E6B57", "#E1EFEA", "#FFFFFF"
#: From this size on the gaps between letters show, so letters are kerned.
_KERNED_FROM = 16
_LEADING = 1.28
_BREAKS = re.compile(r"\S+?(?:[-–/](?=\w)|(?=\s)|$)|\s+")
_TOO_MANY = 40


@dataclass(frozen=True)
class Look:
    """How a text looks. size, spacing (between letters): in points; leading: of the size."""

    size: float
    bold: bool = False
    colour: str = INK
    spacing: float = 0.0
    leading: float = _LEADING

    @property
    def font(self) -> str:
        """The name of the font."""
        return fonts.BOLD if self.bold else fonts.REGULAR

    @property
    def line(self) -> float:
        """From baseline to baseline, in millimetres."""
        return self.size * self.leading / MM

    def placed(self, text: str) -> bool:
        """Whether each glyph is placed by HarfBuzz: display sizes, and texts with combining marks."""
        marked = fonts.has_marks(text) or fonts.has_foreign(text)
        return not self.spacing and (self.size >= _KERNED_FROM or marked)

    def width(self, text: str) -> float:
        """How wide a line is, in millimetres."""
        points = fonts.width(text, self.font, self.size, kerned=self.placed(text))
        return (points + self.spacing * max(0, len(text) - 1)) / MM


@dataclass(frozen=True)
class Fitted:
    """Lines that fit, and the look they fit in."""

    lines: tuple[str, ...]
    look: Look

    @property
    def height(self) -> float:
        """In millimetres, from the top of the first line to the foot of the last."""
        return len(self.lines) * self.look.line


def fit(text: str, look: Look, room: float, *, floor: float, lines: int = 2, tall: float = 1000) -> Fitted:
    """The text on as few lines as it can have at `floor` points or more, as large as it can be.

    room, tall: millimetres across and down. A text too long even for that many lines becomes smaller than
    the floor: it is never cut.
    """
    text = " ".join(fonts.clean(text).split())
    words = [f"{word} " for word in text.split(" ")]
    best = Fitted(("",), look)
    # Between words first: whoever copies a name broken at its hyphen gets it without.
    for pieces in (words, _pieces(text, replace(look, size=floor), room, lines)):
        for count in range(1, min(lines, len(pieces)) + 1):
            fitted = _fitted(_even_lines(pieces, count, look), look, room, tall)
            if best.lines == ("",) or fitted.look.size > best.look.size:
                best = fitted
            if fitted.look.size >= floor:
                return best
    return best


def _fitted(lines: tuple[str, ...], look: Look, room: float, tall: float) -> Fitted:
    """These lines as large as the room lets them be."""
    widest = max(look.width(line) for line in lines)
    across = look.size * room / widest * 0.999 if widest else look.size
    return Fitted(lines, replace(look, size=min(look.size, across, tall * MM / (len(lines) * look.leading))))


def wrap(text: str, look: Look, room: float) -> Fitted:
    """The text in this look on as many lines as it needs. room: millimetres."""
    lines: list[str] = []
    for paragraph in fonts.clean(text).split("\n"):
        line = ""
        for piece in _pieces(paragraph.strip(), look, room):
            if line and look.width((line + piece).rstrip()) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return Fitted(tuple(lines), look)


def _pieces(text: str, look: Look, room: float, lines: int = 1) -> list[str]:
    """The text cut where a line may end; a word wider than the room is cut evenly between letters."""
    pieces: list[str] = []
    for match in _BREAKS.finditer(text):
        piece = match.group()
        if piece.isspace() and pieces:
            pieces[-1] += " "
        elif look.width(piece) <= room:
            pieces.append(piece)
        else:
            pieces += _chunks(piece, lines * -(-look.width(piece) // (room * lines)))
    return pieces


def _chunks(word: str, count: float) -> list[str]:
    step = max(1, -(-len(word) // int(count)))
    edges = [*range(0, len(word), step), len(word)]
    # An accent stays on its letter.
    edges = [edge + (edge < len(word) and fonts.has_marks(word[edge])) for edge in edges]
    return [word[first:last] for first, last in pairwise(edges) if last > first]


def _even_lines(pieces: list[str], count: int, look: Look) -> tuple[str, ...]:
    """The pieces on `count` lines whose widest is as narrow as it can be."""
    if len(pieces) > _TOO_MANY:
        step = -(-len(pieces) // _TOO_MANY)
        pieces = ["".join(pieces[first : first + step]) for first in range(0, len(pieces), step)]
    widths = [look.width(piece) for piece in pieces]
    best: tuple[int, ...] = ()
    narrowest = float("inf")
    for inner in combinations(range(1, len(pieces)), count - 1):
        edges = (0, *inner, len(pieces))
        widest = max(sum(widths[first:last]) for first, last in pairwise(edges))
        if widest < narrowest:
            best, narrowest = edges, widest
    return tuple("".join(pieces[first:last]).strip() for first, last in pairwise(best))
