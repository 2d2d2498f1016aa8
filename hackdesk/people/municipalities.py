"""One municipality under its many spellings: "Rõuge", "Rõuge vald", "rõuge v." and "Rõuge Vallavalitsus".

Two places that only look alike stay two: a parish and a town of one name are never taken for each other, and
what no rule can know, the facilitator merges by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hackdesk.people.search import words_of

PARISH, TOWN, COUNTY = "vald", "linn", "maakond"
#: What people write behind a name, folded, and what it says the place is.
_KINDS = {
    "vald": PARISH, "v": PARISH, "vv": PARISH, "parish": PARISH, "municipality": PARISH, "novads": PARISH,
    "nov": PARISH, "linn": TOWN, "l": TOWN, "city": TOWN, "town": TOWN, "pilseta": TOWN,
    "maakond": COUNTY, "mk": COUNTY, "county": COUNTY,
}  # fmt: skip
#: The same inside longer words: vallas, vallavalitsus, vallavolikogu; linnas, linnavalitsus.
_KINDS_BY_BEGINNING = (("valla", PARISH), ("linna", TOWN), ("maakon", COUNTY))
#: Names of a town and of the parish around it; without a word behind them nobody knows which is meant.
_BOTH = frozenset({"voru", "tartu", "viljandi", "rakvere"})
_PARTS = re.compile(r"[,;/()|\n]")


@dataclass(frozen=True)
class Place:
    """What somebody wrote about where they are from. stem: its folded name; kind: "" where it is not said."""

    stem: str
    kind: str = ""

    @property
    def key(self) -> str:
        """Under what it is counted."""
        return f"{self.stem} {self.kind}".strip()


def place(text: str) -> Place | None:
    """The municipality in an answer such as "Viitina küla, Rõuge vald, Võrumaa"; None where there is none."""
    places = [found for part in _PARTS.split(text) if (found := _place(part))]
    for wanted in ((PARISH, TOWN), ("",), (COUNTY,)):
        for found in places:
            lone_county = not found.kind and len(places) > 1 and found.stem.endswith("maa")
            if found.kind in wanted and not lone_county:
                return found
    return places[0] if places else None


def _place(text: str) -> Place | None:
    words = list(words_of(text))
    last = len(words) - 1
    for number in range(last, 0, -1):
        # A letter or two mean a parish or a town only at the end: "Rõuge v."
        if (kind := _kind(words[number])) and (number == last or len(words[number]) > 2):
            return Place(" ".join(words[:number]), kind)
    return Place(" ".join(words)) if words else None


def _kind(word: str) -> str:
    by_beginning = (kind for beginning, kind in _KINDS_BY_BEGINNING if word.startswith(beginning))
    return _KINDS.get(word) or next(by_beginning, "")


def municipal(organisation: str) -> str:
    """The organisation where it is a municipality ("Rõuge vald", "Võru Linnavalitsus"), else nothing."""
    found = _place(organisation)
    words = words_of(organisation)
    named = bool(words) and _kind(words[-1]) in (PARISH, TOWN) and len(words[-1]) > 1
    return organisation if found and named else ""


class Municipalities:
    """The municipalities of a list, each under one key and one name.

    merged: {a spelling's key: the key it is counted under}, as somebody merged them by hand.
    """

    def __init__(self, texts: Iterable[str], merged: Mapping[str, str] | None = None) -> None:
        self._merged = dict(merged or {})
        self._spelled: dict[str, Counter[str]] = {}
        read = [(text, found) for text in texts if (found := place(text))]
        self._kinds: dict[str, set[str]] = {}
        for _text, found in read:
            if found.kind in (PARISH, TOWN):
                self._kinds.setdefault(found.stem, set()).add(found.kind)
        for text, found in read:
            self._spelled.setdefault(self._key(found), Counter())[" ".join(text.split())] += 1

    @property
    def keys(self) -> tuple[str, ...]:
        """Every municipality there is, in the order of the names."""
        return tuple(sorted(self._spelled, key=lambda key: (words_of(self.name(key)), key)))

    def key(self, text: str) -> str:
        """Under which key an answer is counted; nothing where it names no place."""
        found = place(text)
        return self._key(found) if found else ""

    def name(self, key: str) -> str:
        """What it is called: the fullest of the usual spellings."""
        spelled = self._spelled.get(key)
        if not spelled:
            return key
        # Where two are as usual, the one with its accents is right.
        return min(spelled, key=lambda text: (*_rank(text, key), -spelled[text], text.isascii(), text))

    def spellings(self, key: str) -> tuple[str, ...]:
        """How people wrote it, the most usual first."""
        spelled = self._spelled.get(key, Counter())
        return tuple(sorted(spelled, key=lambda text: (-spelled[text], text)))

    def _key(self, found: Place) -> str:
        kinds = self._kinds.get(found.stem, set())
        if not found.kind and len(kinds) == 1 and found.stem not in _BOTH:
            found = Place(found.stem, next(iter(kinds)))
        key, seen = found.key, set()
        while key in self._merged and key not in seen:
            seen.add(key)
            key = self._merged[key]
        return key


def _rank(text: str, key: str) -> tuple[bool, bool, bool]:
    """Before others stands what has the key's own words, begins with a capital, and is not shouted."""
    return " ".join(words_of(text)) != key, not text[:1].isupper(), text.isupper()
