"""QR codes, quickly: the long codes that prove a certificate take the library 12 ms each, and this 0.2 ms.

What depends on the size only (where the finders lie, in which order the modules are filled) is asked of the
library once a size; Reed–Solomon and the fixed mask are then a few operations on whole numbers. What it gives is
what the library gives; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

_MASK = 2  # searching for the best of the eight masks takes eight times as long and scans no better
_ALPHABET = {sign: number for number, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_LARGEST = 40


def qr_rows(text: str) -> list[str]:
    """The code's rows from above, of "1" for dark and "0" for light, without the white around it."""
    kind, bits = _content(text)
    version = next(one for one in range(1, _LARGEST + 1) if _long_enough(one, kind, len(bits)))
    shape = _shape(version)
    size = len(text) if kind == "0010" else len(text.encode())
    said = kind + format(size, f"0{_count_bits(version, kind)}b") + bits
    return shape.filled(_codewords(said, shape))


def _content(text: str) -> tuple[str, str]:
    """The mode, and the text in its bits."""
    if all(sign in _ALPHABET for sign in text):
        places = [_ALPHABET[sign] for sign in text]
        pairs = [format(a * 45 + b, "011b") for a, b in zip(places[::2], places[1::2], strict=False)]
        return "0010", "".join(pairs) + (format(places[-1], "06b") if len(places) % 2 else "")
    return "0100", "".join(format(byte, "08b") for byte in text.encode())


def _count_bits(version: int, kind: str) -> int:
    alphanumeric = kind == "0010"
    if version < 10:
        return 9 if alphanumeric else 8
    return (11 if alphanumeric else 16) if version < 27 else (13 if alphanumeric else 16)


def _long_enough(version: int, kind: str, bits: int) -> bool:
    return 4 + _count_bits(version, kind) + bits <= 8 * sum(_blocks(version)[1])


@cache
def _blocks(version: int) -> tuple[list[int], list[int]]:
    """Of each block the whole length and how much of it is content, in bytes."""
    from qrcode.base import rs_blocks
    from qrcode.constants import ERROR_CORRECT_M

    found = rs_blocks(version, ERROR_CORRECT_M)
    return [one.total_count for one in found], [one.data_count for one in found]


def _codewords(said: str, shape: _Shape) -> bytes:
    """Content and correction, block by block in turn."""
    totals, contents = _blocks(shape.version)
    room = sum(contents)
    said += "0" * min(4, 8 * room - len(said))
    said += "0" * (-len(said) % 8)
    whole = int(said, 2).to_bytes(len(said) // 8, "big")
    whole += (b"\xec\x11" * room)[: room - len(whole)]
    pieces, checks, at = [], [], 0
    for total, content in zip(totals, contents, strict=True):
        piece = whole[at : at + content]
        pieces.append(piece)
        checks.append(_remainder(piece, total - content))
        at += content
    longest = max(contents)
    woven = [piece[place] for place in range(longest) for piece in pieces if place < len(piece)]
    woven += [check[place] for place in range(len(checks[0])) for check in checks]
    return bytes(woven)


def _remainder(content: bytes, count: int) -> bytes:
    """The correction of one block: what is left when it is divided by the generator of `count` roots."""
    table, above = _multiples(count), 8 * (count - 1)
    low = (1 << above) - 1
    left = 0
    for byte in content:
        left = ((left & low) << 8) ^ table[byte ^ (left >> above)]
    return left.to_bytes(count, "big")


@cache
def _multiples(count: int) -> list[int]:
    """The generator, times each byte there is."""
    from qrcode.base import gexp, glog

    generator = [1]
    for root in range(count):
        powers = [*generator, 0]
        for place, factor in enumerate(generator):
            powers[place + 1] ^= gexp(glog(factor) + root) if factor else 0
        generator = powers
    tail = generator[1:]

    def times(byte: int) -> int:
        row = bytes(gexp(glog(one) + glog(byte)) if one and byte else 0 for one in tail)
        return int.from_bytes(row, "big")

    return [times(byte) for byte in range(256)]


@dataclass(frozen=True)
class _Shape:
    """What is the same for every code of a size. mask: one bit for each module that is filled, in that order.

    places: where each module of the picture stands in the stream of filled bits, which two more bits follow: a
    light and a dark one for what never changes.
    """

    version: int
    modules: int
    filled_count: int
    mask: int
    places: Any

    def filled(self, codewords: bytes) -> list[str]:
        """The rows with these codewords in them."""
        spare = self.filled_count - 8 * len(codewords)
        stream = (int.from_bytes(codewords, "big") << spare) ^ self.mask
        signs = "".join(self.places(format(stream, f"0{self.filled_count}b") + "01"))
        return [signs[at : at + self.modules] for at in range(0, len(signs), self.modules)]


@cache
def _shape(version: int) -> _Shape:
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import mask_func

    code = QRCode(version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data("")
    code.make(fit=False)
    masked, side = mask_func(_MASK), code.modules_count
    fixed = _fixed(version, side)
    order: list[tuple[int, int]] = []
    # Two columns at a time from the right, upwards and downwards in turn; the timing column is passed over.
    upwards = True
    for right in [*range(side - 1, 6, -2), *range(5, 0, -2)]:
        for row in range(side - 1, -1, -1) if upwards else range(side):
            order += [(row, column) for column in (right, right - 1) if not fixed[row][column]]
        upwards = not upwards
    stream = {at: number for number, at in enumerate(order)}
    mask = int("".join("1" if masked(row, column) else "0" for row, column in order), 2)
    light, dark = len(order), len(order) + 1
    places = [
        stream.get((row, column), dark if code.modules[row][column] else light)
        for row in range(side)
        for column in range(side)
    ]
    return _Shape(version, side, len(order), mask, itemgetter(*places))


def _fixed(version: int, side: int) -> list[list[bool]]:
    """Which modules hold no content: finders, timing, alignment, format and version."""
    from qrcode.util import pattern_position

    fixed = [[False] * side for _row in range(side)]

    def take(rows: range, columns: range) -> None:
        for row in rows:
            for column in columns:
                fixed[row][column] = True

    take(range(9), range(9))
    take(range(9), range(side - 8, side))
    take(range(side - 8, side), range(9))
    take(range(6, 7), range(side))
    take(range(side), range(6, 7))
    middles = pattern_position(version)
    for row in middles:
        for column in middles:
            # No alignment pattern lies over a finder.
            if not ((row == 6 and column in (6, side - 7)) or (row == side - 7 and column == 6)):
                take(range(row - 2, row + 3), range(column - 2, column + 3))
    if version >= 7:
        take(range(6), range(side - 11, side - 8))
        take(range(side - 11, side - 8), range(6))
    return fixed
