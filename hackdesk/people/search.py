"""Finding people as one types, whatever the case, the accents, the apostrophes and the alphabet.

A query is split into words; a person is found where every word begins some word of their name, their
organisation or their badge code, or ends their phone number. A Cyrillic name is also found by the Latin letters
somebody with an Estonian keyboard would type: Мария by `marija`, `maria` and `mariya`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest

from hackdesk.people.rules import Person

#: Signs that belong to a word and are left out: apostrophes, Võro's palatalisation and glottal stop.
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʹ´`′ˀˈ"))
#: Letters that Unicode does not take apart into a letter and an accent.
_OWN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
#: How folded Cyrillic is typed here: as Estonian writes it, its own accents folded too (ж → ž → z).
_ESTONIAN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "z", "з": "z", "и": "i", "й": "j", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ts", "ш": "s", "щ": "sts", "ъ": "", "ы": "o", "ь": "", "э": "e", "ю": "ju", "я": "ja",
})  # fmt: skip
#: Where English writes it otherwise.
_ENGLISH = {**_ESTONIAN, **str.maketrans({
    "ж": "zh", "й": "y", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "ю": "yu", "я": "ya",
})}  # fmt: skip
#: A word that begins a word of the name counts before one that is found elsewhere.
_IN_NAME, _ELSEWHERE = 0, 1
#: Stands before a phone number written backwards: its last digits are what one remembers.
_BACKWARDS = "\N{LEFTWARDS ARROW}"
_FEWEST_DIGITS = 3
_LAST_SIGN = "\U0010ffff"
_LIKE_ENOUGH = 0.4


def folded(text: str) -> str:
    """Lower case without accents and apostrophes; everything that is no letter or digit becomes a space."""
    plain = unicodedata.normalize("NFKD", text.translate(_DROPPED).casefold().translate(_OWN_LETTERS))
    return "".join(
        sign if sign.isalnum() else "" if unicodedata.combining(sign) else " " for sign in plain
    )


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(folded(text).split())


def readings(word: str) -> tuple[str, ...]:
    """A folded word, and what it is in Latin letters where it is Cyrillic."""
    if word.isascii() or not any("а" <= sign <= "я" for sign in word):
        return (word,)
    estonian = word.translate(_ESTONIAN)
    return tuple(dict.fromkeys((word, estonian, estonian.replace("ij", "i"), word.translate(_ENGLISH))))


def phone_digits(text: str) -> str:
    """A phone number's digits without Estonia's prefix, so that +372 5794843 and 579 4843 are one."""
    digits = "".join(sign for sign in text if sign.isdigit())
    plain = digits.removeprefix("00").removeprefix("372")
    return plain if len(plain) >= 7 else digits


class Index:
    """Everyone, prepared for looking up at each keystroke. Made anew when people change."""

    def __init__(self, people: Iterable[Person], day: date) -> None:
        """day: whoever is in on this day, and whoever cancelled, comes after those who are still expected."""
        self._people = sorted(people, key=lambda one: (folded(one.name), one.code))
        self._later = [one.cancelled or one.on(day) is not None for one in self._people]
        self._owners: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number, person in enumerate(self._people):
            for word, kind in _entries(person):
                known = self._owners[word]
                known[number] = min(kind, known.get(number, kind))
        self._words = sorted(self._owners)
        self._with_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for pair in _pairs(word):
                self._with_pair[pair].append(word)

    def __len__(self) -> int:
        return len(self._people)

    def find(self, text: str, most: int = 50) -> tuple[Person, ...]:
        """Who matches every word: those still expected first, names before organisations, then by name."""
        asked = _asked(text)
        if not asked:
            return ()
        found = self._beginning_with(asked[0])
        for word in asked[1:]:
            also = self._beginning_with(word)
            found = {number: max(kind, also[number]) for number, kind in found.items() if number in also}
        everybody = len(self._people)
        ranks = ((2 * self._later[number] + kind) * everybody + number for number, kind in found.items())
        best = nsmallest(most, ranks)
        return tuple(self._people[rank % everybody] for rank in best)

    def nearest(self, text: str, most: int = 3) -> tuple[Person, ...]:
        """Whose name or code is most like a text that nobody was found for; nobody where none is alike."""
        likeness: defaultdict[int, float] = defaultdict(float)
        for word in _asked(text):
            best: dict[int, float] = {}
            for known, share in self._like(word):
                for number in self._owners[known]:
                    best[number] = max(share, best.get(number, 0.0))
            for number, share in best.items():
                likeness[number] += share
        alike = sorted(likeness, key=lambda number: (-likeness[number], self._later[number], number))
        return tuple(self._people[number] for number in alike[:most])

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        pairs = _pairs(word)
        shared = Counter(known for pair in pairs for known in self._with_pair.get(pair, ()))
        for known, count in shared.items():
            share = 2 * count / (len(pairs) + len(known) + 1)
            if share >= _LIKE_ENOUGH:
                yield known, share

    def _beginning_with(self, beginning: str) -> dict[int, int]:
        found: dict[int, int] = {}
        first = bisect_left(self._words, beginning)
        after = bisect_left(self._words, beginning + _LAST_SIGN, first)
        for word in self._words[first:after]:
            for number, kind in self._owners[word].items():
                found[number] = min(kind, found.get(number, kind))
        if beginning.isdigit() and len(beginning) >= _FEWEST_DIGITS:
            for number in self._beginning_with(_BACKWARDS + beginning[::-1]):
                found.setdefault(number, _ELSEWHERE)
        return found


def _asked(text: str) -> tuple[str, ...]:
    """The words of a query; a phone number is one word however it is spaced."""
    words = words_of(text)
    return (phone_digits(text),) if len(words) > 1 and all(word.isdigit() for word in words) else words


def _entries(person: Person) -> Iterator[tuple[str, int]]:
    for word in words_of(person.name):
        for reading in readings(word):
            yield reading, _IN_NAME
    for word in words_of(person.organisation):
        for reading in readings(word):
            yield reading, _ELSEWHERE
    yield person.code.casefold(), _ELSEWHERE
    phone = phone_digits(person.phone)
    if phone:
        yield phone, _ELSEWHERE
        yield _BACKWARDS + phone[::-1], _ELSEWHERE


def _pairs(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
