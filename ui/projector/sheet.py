"""What is drawn and where: pieces in hundredths of the screen's height. What differs between two is drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.projector.measure import ASCENT, CAPITAL, LINE


class Side(StrEnum):
    """Where a line stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Colour(StrEnum):
    """What a colour is for; a word always goes with it."""

    INK = "ink"
    SECOND = "second"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True)
class Box:
    """A rectangle; x from the left, y from the top."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True)
class Text:
    """Lines of text of one size, all inside the box. tight: digits, whose line has no room for accents."""

    lines: tuple[str, ...]
    box: Box
    size: float
    side: Side = Side.CENTRE
    bold: bool = False
    colour: Colour = Colour.INK
    tight: bool = False

    @property
    def high(self) -> float:
        """How high its lines are together."""
        return self.size * (CAPITAL + 0.04) if self.tight else len(self.lines) * self.size * LINE

    def baseline(self, number: int) -> float:
        """What the letters of a line stand on."""
        if self.tight:
            return self.box.y + self.size * (CAPITAL + 0.02)
        return self.box.y + (number * LINE + ASCENT) * self.size


@dataclass(frozen=True)
class Bar:
    """A bar of which `share` is filled."""

    box: Box
    share: float
    colour: Colour


@dataclass(frozen=True)
class Tile:
    """A logo on white. inside: where the picture stands."""

    box: Box
    inside: Box
    name: str
    content: bytes


Piece = Text | Bar | Tile
Sheet = tuple[Piece, ...]
