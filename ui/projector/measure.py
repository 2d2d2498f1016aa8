"""How wide words are, where lines break, and the smallest letters that the last row can read.

Everything is in hundredths of the screen's height, so that a page is the same on every screen of one shape.

The smallest letter is 1/25 of the screen's height, its capitals are 1/35 of it. Capitals can be read from 16
minutes of arc on (ISO 9241-303), and where people are to read, the last row sits at no more than six heights of
the picture: from there capitals of 1/35 are 16.4 minutes. What does not fit in such letters goes onto the next
page; nothing ever becomes smaller.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from ui import theme

#: The smallest letters: hundredths of the height, as the font's size.
FLOOR = 4.0
#: Of the font's size: a line with room for Ṍ and for g; the height of capitals and of digits; how far a line's
#: top stands over what its letters stand on.
LINE, CAPITAL, ASCENT = 1.36, 0.714, 1.068
#: Letters are drawn as if the screen were so many pixels high, and then scaled to it.
HEIGHT = 1000
#: Sizes are tried in steps of a tenth; each is so much of the one before.
_STEP = 0.93
#: What measuring and drawing may differ by.
_SLACK = 1.004


def font(size: float, bold: bool) -> QFont:
    """The typeface, in a size in hundredths of the height."""
    made = theme.font(max(1, round(size * HEIGHT / 100)), bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=2)
def _metrics(bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(100.0, bold))


@lru_cache(maxsize=16384)
def advance(text: str, bold: bool = False) -> float:
    """How wide a line is, as a share of the font's size."""
    return _metrics(bold).horizontalAdvance(text) / HEIGHT * _SLACK


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a line is in hundredths of the height."""
    return advance(text, bold) * size


@lru_cache(maxsize=8192)
def wrapped(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of this width. A word that is wider than a line is broken; no letter is lost."""
    if "\n" not in text and width_of(text, size, bold) <= width:
        return (" ".join(_words(text)),)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in _words(paragraph):
            longer = f"{line} {word}" if line else word
            if width_of(longer, size, bold) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _broken(word, size, width, bold)
            lines += whole
        lines.append(line)
    return tuple(lines)


def _words(text: str) -> list[str]:
    """What a line may be broken between; a space that holds two words together is none."""
    return [word for word in text.replace("\t", " ").split(" ") if word]


def _broken(word: str, size: float, width: float, bold: bool) -> list[str]:
    parts, part = [], ""
    for letter in word:
        if part and width_of(part + letter, size, bold) > width:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]


def balanced(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """As many lines as `wrapped` needs, but of about the same width, so that no word stands alone at the end."""
    lines = wrapped(text, size, width, bold)
    if not 1 < len(lines) < 5:
        return lines
    low, high = width / len(lines), width
    while high - low > width / 40:
        middle = (low + high) / 2
        if len(wrapped(text, size, round(middle, 2), bold)) > len(lines):
            low = middle
        else:
            high = middle
    return wrapped(text, size, round(high, 2), bold)


@lru_cache(maxsize=1024)
def fitted(
    text: str, box: tuple[float, float], sizes: tuple[float, float], bold: bool = False
) -> tuple[float, tuple[str, ...]] | None:
    """The largest size in which all of the text stands in the box, and its lines; None where it fits in none.

    box: width, height; sizes: the largest and the smallest.
    """
    size, (width, height) = sizes[0], box
    while True:
        size = round(max(size, sizes[1]), 1)
        lines = wrapped(text, size, width, bold)
        whole = all(width_of(word, size, bold) <= width for word in _words(text)) or size <= sizes[1]
        if whole and len(lines) * size * LINE <= height + 1e-6:
            return size, balanced(text, size, width, bold)
        if size <= sizes[1]:
            return None
        size *= _STEP
