"""Which encoding a text file is in, decided by what the letters become."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The old one-byte encodings of this part of the world; the first wins where the text is the same in several.
_ONE_BYTE = ("windows-1257", "windows-1251", "windows-1252")
#: Letters of Estonian, Võro, Latvian, Lithuanian, Finnish, German and Swedish that need more than ASCII.
_AT_HOME = frozenset("õäöüšžåāčēģīķļņūąęėįųßé")
_PUNCTUATION = frozenset("–—‘’“”„…«»§°€´ \u00a0")
_STRAY = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
#: Among how many letters one control character may be.
_MOST_STRAY = 200
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text of a file and its encoding. name: the file's, for the error.

    Raises HackDeskError where it is no text: a picture, a program, a document.
    """
    text, encoding = _decoded(content, name)
    stray = _STRAY.findall(text[:_SAMPLE])
    if "\0" in text or len(stray) > 2 + len(text[:_SAMPLE]) // _MOST_STRAY:
        raise _no_text(name)
    # Some forms let control characters through that somebody pasted; nobody sees them.
    return _STRAY.sub("", text), encoding


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise _no_text(name) from error
    wide = _wide(content)
    if wide:
        try:
            return content.decode(wide), "utf-16"
        except UnicodeDecodeError as error:
            raise _no_text(name) from error
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _old(content, name)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark shows in its zeros: every other byte of a comma or a digit is one."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(content) % 2 or max(even, odd) * 20 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _old(content: bytes, name: str) -> tuple[str, str]:
    readings = []
    for encoding in _ONE_BYTE:
        try:
            readings.append((content.decode(encoding), encoding))
        except UnicodeDecodeError:
            continue
    if not readings:
        raise _no_text(name)
    return max(readings, key=lambda reading: likelihood(reading[0]))


def likelihood(text: str) -> int:
    """How much a text looks like names and answers in this region's languages; letters beyond ASCII decide.

    A wrong encoding gives itself away: alphabets mixed in one word, small letters before capitals, letters
    nobody here writes, words made of accents only.
    """
    sample = text[:_SAMPLE]
    words = (word for word in _WORD.findall(sample) if not word.isascii())
    strange = (sign for sign in sample if not (sign.isascii() or sign.isalnum() or sign in _PUNCTUATION))
    return sum(map(_likelihood_of, words)) - 3 * sum(1 for _ in strange)


def _likelihood_of(word: str) -> int:
    cyrillic = sum("\u0400" <= sign <= "\u04ff" for sign in word)
    if cyrillic and cyrillic < len(word):
        return -4 * len(word)
    if any(was.islower() and now.isupper() for was, now in pairwise(word)):
        return -3 * len(word)
    if cyrillic:
        return cyrillic if all("\u0410" <= sign <= "\u044f" or sign in "Ёё" for sign in word) else -2 * len(word)
    foreign = [sign for sign in word.lower() if not sign.isascii()]
    if len(word) > 3 and 2 * len(foreign) > len(word):
        return -3 * len(word)
    return sum(1 if sign in _AT_HOME else -2 for sign in foreign)


def _no_text(name: str) -> HackDeskError:
    return HackDeskError(
        N_("{name} is not a table: it holds no readable text."), name=name,
        remedy=N_("Choose the CSV or XLSX file that the form gave you."),
    )  # fmt: skip
