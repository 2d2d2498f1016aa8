"""Finding people as one types, whatever the case, the accents, the apostrophes and the alphabet.

A query is split into words; a person is found where every word begins some word of their name, their
organisation or their badge code, or ends their phone number. A Cyrillic name is also found by the Latin letters
somebody with an Estonian keyboard would type: Мария by `marija`, `maria` and `mariya`. One slip of the finger
in one word is forgiven: a wrong letter, one missing, one too many, two neighbours swapped; who is found so
comes after all who fit. Codes and phone numbers are not guessed at: with a slip they are somebody else's.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.rules import Person

#: Signs that belong to a word and are left out: apostrophes, Võro's palatalisation and glottal stop.
_DROPPED = dict.fromkeys(map(ord, "'’‘‛ʼʹ´`′ˀˈʾʿˊˋ＇΄"))
_SPLIT_AT_APOSTROPHES = dict.fromkeys(_DROPPED, " ")
_HYPHENS = dict.fromkeys(map(ord, "-‐‑"))
#: Letters that Unicode does not take apart into a letter and an accent.
_OWN_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
    "ŋ": "n",
})  # fmt: skip
#: How folded Cyrillic is typed here: as Estonian writes it, its own accents folded too (ж → ž → z).
_ESTONIAN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "z", "з": "z", "и": "i", "й": "j", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ts", "ш": "s", "щ": "sts", "ъ": "", "ы": "o", "ь": "", "э": "e", "ю": "ju", "я": "ja",
    "і": "i", "є": "je", "ґ": "g",
})  # fmt: skip
#: Where English writes it otherwise.
_ENGLISH = {**_ESTONIAN, **str.maketrans({
    "ж": "zh", "й": "y", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "ю": "yu", "я": "ya",
})}  # fmt: skip
#: Who comes first: expected, then here, then cancelled; the places by name lie between two of these.
_EXPECTED, _HERE, _CANCELLED = range(3)
_APART = 1e9
#: The kinds of words: of the name, the organisation, the badge, phone numbers by their last and first digits.
_NAME, _ORGANISATION, _CODE, _ENDING, _BEGINNING = _ALL_KINDS = range(5)
_ALIKE = (_NAME, _ORGANISATION, _CODE)
_FEWEST_DIGITS = 3
#: From so many letters on a slip is looked for; in a word of just so many only where it is the whole word.
_FEWEST_LETTERS = 3
_LAST_SIGN = "\U0010ffff"
_LIKE_ENOUGH = 0.4
_SEVERAL_NUMBERS = re.compile(r"[,;/]")


def folded(text: str) -> str:
    """Lower case without accents and apostrophes; everything that is no letter or digit becomes a space."""
    plain = unicodedata.normalize("NFKD", text.translate(_DROPPED).casefold().translate(_OWN_LETTERS))
    return "".join(
        sign if sign.isalnum() else "" if unicodedata.combining(sign) else " " for sign in plain
    )


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(folded(text).split())


def begins_each(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each of the words wanted begins one of these words."""
    return all(any(word.startswith(one) for word in words) for one in wanted)


def readings(word: str) -> tuple[str, ...]:
    """A folded word, and what it is in Latin letters where it is Cyrillic."""
    if word.isascii() or not any("а" <= sign <= "ӿ" for sign in word):
        return (word,)
    estonian = word.translate(_ESTONIAN)
    return tuple(dict.fromkeys((word, estonian, estonian.replace("ij", "i"), word.translate(_ENGLISH))))


def phone_digits(text: str) -> str:
    """A phone number's digits without Estonia's prefix, so that +372 5794843 and 579 4843 are one."""
    digits = "".join(sign for sign in text if sign.isdigit())
    plain = digits.removeprefix("00").removeprefix("372")
    return plain if len(plain) >= 7 else digits


@dataclass(frozen=True)
class Found:
    """Who matches, in the order in which they are meant.

    more: how many match besides. fitting: how many match without a slip, shown or not; they are the first.
    """

    people: tuple[Person, ...]
    more: int = 0
    fitting: int = 0


class _Words:
    """Which people have which words, by the number each person has in the index."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        self.owners: defaultdict[str, list[int]] = defaultdict(list)
        for word, number in entries:
            self.owners[word].append(number)
        self.known = sorted(self.owners)
        self.letters = sorted(set().union(*self.owners))

    def having(self, entries: Iterable[tuple[str, int]]) -> _Words:
        """The same with some words more; this one stays as it is."""
        new = copy(self)
        new.owners, new.known = copy(self.owners), list(self.known)
        for word, number in entries:
            if word not in new.owners:
                insort(new.known, word)
            new.owners[word] = [*new.owners[word], number]
        new.letters = sorted(set(self.letters).union(*(word for word, _number in entries)))
        return new

    def begins(self, beginning: str) -> bool:
        """Whether any word begins so."""
        at = bisect_left(self.known, beginning)
        return at < len(self.known) and self.known[at].startswith(beginning)

    def beginning_with(self, beginning: str) -> set[int]:
        """Who has a word that begins so."""
        first = bisect_left(self.known, beginning)
        after = bisect_left(self.known, beginning + _LAST_SIGN, first)
        return set().union(*map(self.owners.__getitem__, self.known[first:after]))

    def one_slip_from(self, word: str) -> set[int]:
        """Who has a word that begins like this one with one slip mended."""
        found: set[int] = set()
        for mended in self._mended(word):
            if len(word) > _FEWEST_LETTERS:
                found |= self.beginning_with(mended)
            elif mended in self.owners:
                found.update(self.owners[mended])
        return found

    def _mended(self, word: str) -> Iterator[str]:
        for at in range(len(word) + 1):
            right, rest = word[:at], word[at:]
            if not self.begins(right):
                return  # the slip was before this place
            if rest:
                yield right + rest[1:]
            if len(rest) > 1:
                yield right + rest[1] + rest[0] + rest[2:]
            for letter in self.letters:
                if self.begins(right + letter):
                    yield right + letter + rest
                    yield right + letter + rest[1:]


class Index:
    """Everyone, prepared for looking up at each keystroke. It never changes: see `having`."""

    def __init__(self, people: Iterable[Person], day: date) -> None:
        """day: whoever is in on this day comes after those who are still expected, and who cancelled last."""
        self._day = day
        self._people = sorted(people, key=_by_name)
        self._numbers = {person.id: number for number, person in enumerate(self._people)}
        #: Their names in order, and the place of each; whoever is taken down later gets one in between.
        self._names = [_by_name(person) for person in self._people]
        self._places = [number + 1.0 for number in range(len(self._people))]
        self._ranks = [self._rank(person, place) for person, place in zip(self._people, self._places, strict=True)]
        numbered = [(number, _searched(person)) for number, person in enumerate(self._people)]
        self._words = tuple(
            _Words((word, number) for number, kinds in numbered for word in kinds[kind]) for kind in _ALL_KINDS
        )
        self._with_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(word for kind in _ALIKE for word in self._words[kind].known):
            for pair in _pairs(word):
                self._with_pair[pair].append(word)

    @classmethod
    def by_name(cls, people: Iterable[Person]) -> Index:
        """Of people who are looked for wherever they are: whether they are in makes no difference."""
        return cls(people, date.min)

    def __len__(self) -> int:
        return len(self._numbers)

    def having(self, people: Iterable[Person], gone: Iterable[UUID] = ()) -> Index:
        """The index with these people as they are now, whether it knew them or not, and without those gone.

        Cheap where few change; this one stays as it is, so that whoever looks up in it is not disturbed.
        """
        new = copy(self)
        new._people, new._ranks, new._numbers = list(self._people), list(self._ranks), dict(self._numbers)
        new._names, new._places = list(self._names), list(self._places)
        for person_id in gone:
            new._numbers.pop(person_id, None)
        written: list[tuple[int, Person]] = []
        for person in people:
            number = new._numbers.get(person.id)
            if number is None or _written(new._people[number]) != _written(person):
                # The number they had stays with nobody: what was written about them no longer finds them.
                written.append((new._take_in(person), person))
            else:
                new._people[number] = person
                new._ranks[number] = self._rank(person, self._ranks[number] % _APART)
        if written:
            new._learn(written)
        return new

    def _take_in(self, person: Person) -> int:
        number, name = len(self._people), _by_name(person)
        at = bisect_left(self._names, name)
        before = self._places[at - 1] if at else 0.0
        after = self._places[at] if at < len(self._places) else before + 2
        self._names.insert(at, name)
        self._places.insert(at, (before + after) / 2)
        self._people.append(person)
        self._ranks.append(self._rank(person, self._places[at]))
        self._numbers[person.id] = number
        return number

    def _learn(self, written: Sequence[tuple[int, Person]]) -> None:
        searched = [(number, _searched(person)) for number, person in written]
        known = {word for kind in _ALIKE for word in self._words[kind].owners}
        self._words = tuple(
            words.having([(word, number) for number, kinds in searched for word in kinds[kind]])
            for kind, words in enumerate(self._words)
        )
        self._with_pair = copy(self._with_pair)
        for word in {word for _number, kinds in searched for kind in _ALIKE for word in kinds[kind]} - known:
            for pair in _pairs(word):
                self._with_pair[pair] = [*self._with_pair[pair], word]

    def _rank(self, person: Person, place: float) -> float:
        status = _HERE if person.on(self._day) else _CANCELLED if person.cancelled else _EXPECTED
        return status * _APART + place

    def find(self, text: str, most: int = 50) -> Found:
        """Who matches every word: those still expected first, names before organisations, then by name.

        Where fewer than `most` fit, those follow who would with one slip mended.
        """
        asked = _asked(text)
        if not asked:
            return Found(())
        named, anywhere = zip(*map(self._fitting, asked), strict=True)
        in_name, fit = self._still_here(set.intersection(*named)), self._still_here(set.intersection(*anywhere))
        shown = [*self._first(in_name, most), *self._first(fit - in_name, most)]
        shown.sort(key=lambda one: (self._ranks[one] // _APART, one not in in_name, self._ranks[one]))
        nearly = self._still_here(self._nearly(asked, anywhere)) - fit if len(fit) < most else set()
        shown = [*shown, *self._first(nearly, most)][:most]
        return Found(tuple(self._people[one] for one in shown), len(fit) + len(nearly) - len(shown), len(fit))

    def _still_here(self, numbers: set[int]) -> set[int]:
        if len(self._numbers) == len(self._people):
            return numbers
        return {one for one in numbers if self._numbers.get(self._people[one].id) == one}

    def _first(self, numbers: set[int], most: int) -> list[int]:
        return sorted(numbers, key=self._ranks.__getitem__)[:most]

    def _fitting(self, word: str) -> tuple[set[int], set[int]]:
        """Whose name has a word that begins so, or whose phone number ends so; and who has it anywhere."""
        named = self._words[_NAME].beginning_with(word)
        if word.isdigit() and len(word) >= _FEWEST_DIGITS:
            named |= self._words[_ENDING].beginning_with(word[::-1])
        elsewhere = (self._words[kind].beginning_with(word) for kind in (_ORGANISATION, _CODE))
        return named, named.union(*elsewhere)

    def _nearly(self, asked: Sequence[str], fitting: Sequence[set[int]]) -> set[int]:
        """Who fits in all words but one, and in that one but for a slip; or whose phone number begins so."""
        found: set[int] = set()
        for at, word in enumerate(asked):
            others = [*fitting[:at], *fitting[at + 1 :]]
            if all(others):
                found |= self._almost(word).intersection(*others)
        return found

    def _almost(self, word: str) -> set[int]:
        if word.isdigit() and len(word) >= _FEWEST_DIGITS:
            return self._words[_BEGINNING].beginning_with(word)
        if len(word) < _FEWEST_LETTERS or any(map(str.isdigit, word)):
            return set()
        return self._words[_NAME].one_slip_from(word) | self._words[_ORGANISATION].one_slip_from(word)

    def the_one(self, text: str) -> Person:
        """Whoever is meant by a whole name, a badge code, or a beginning that only one has.

        Raises HackDeskError where nobody or several are.
        """
        found = self.find(text)
        people = found.people[: found.fitting] or found.people
        whole = [person for person in people if folded(person.name).split() == folded(text).split()]
        people = tuple(whole) or people
        if len(people) == 1:
            return people[0]
        if not people:
            raise HackDeskError(
                N_("Nobody on the list is called “{name}”."), name=text.strip(),
                remedy=N_("Check the spelling, or take them down as a walk-in at check-in."),
            )  # fmt: skip
        raise HackDeskError(
            N_("{count} people fit “{name}”."), count=len(people) + found.more, name=text.strip(),
            remedy=N_("Type more of the name, or scan the badge."),
        )  # fmt: skip

    def nearest(self, text: str, most: int = 3) -> tuple[Person, ...]:
        """Whose name or code is most like a text that nobody was found for; nobody where none is alike."""
        likeness: defaultdict[int, float] = defaultdict(float)
        for word in _asked(text):
            best: dict[int, float] = {}
            for known, share in self._like(word):
                for kind in _ALIKE:
                    for number in self._words[kind].owners.get(known, ()):
                        best[number] = max(share, best.get(number, 0.0))
            for number, share in best.items():
                likeness[number] += share
        here = self._still_here(set(likeness))
        alike = sorted(here, key=lambda number: (-likeness[number], self._ranks[number]))
        return tuple(self._people[number] for number in alike[:most])

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        pairs = _pairs(word)
        shared = Counter(known for pair in pairs for known in self._with_pair.get(pair, ()))
        for known, count in shared.items():
            share = 2 * count / (len(pairs) + len(known) + 1)
            if share >= _LIKE_ENOUGH:
                yield known, share


def _by_name(person: Person) -> tuple[str, str]:
    return folded(person.name), person.code


def _asked(text: str) -> tuple[str, ...]:
    """The words of a query; a phone number is one word however it is spaced."""
    words = words_of(text)
    return (phone_digits(text),) if len(words) > 1 and all(word.isdigit() for word in words) else words


def _written(person: Person) -> tuple[str, ...]:
    """What one may be found by."""
    return person.given_name, person.family_name, person.organisation, person.phone, person.code


def _searched(person: Person) -> tuple[set[str], ...]:
    """The words of each kind."""
    numbers = set(map(phone_digits, _SEVERAL_NUMBERS.split(person.phone))) - {""}
    return (
        _spellings(person.name), _spellings(person.organisation), {person.code.casefold()},
        {number[::-1] for number in numbers}, numbers,
    )  # fmt: skip


def _spellings(text: str) -> set[str]:
    """The words of a text in all the ways they are typed: O'Connor also by Connor, Õnne-Ly also as Õnnely."""
    ways = (text, text.translate(_SPLIT_AT_APOSTROPHES), text.translate(_HYPHENS))
    return {reading for way in ways for word in words_of(way) for reading in readings(word)}


def _pairs(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
