"""Who is probably the same person: while a walk-in's form is filled in, and in lists that are brought in.

Names are compared without case, accents and the order of their words, addresses as they are kept, phones without
Estonia's prefix. A name may hold one slip of a finger in one of its words: a letter too many, too few, another,
or two that changed places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from hackdesk.people.search import phone_digits, readings, words_of

Key = TypeVar("Key", bound=Hashable)
#: A word this short is another name when one letter of it is another: Anu and Ene, Jaan and Jaak stay apart.
_SHORTEST_SLIP = 5


class Alike(IntEnum):
    """How much speaks for one person, the most last.

    SHARED: another name with the same e-mail or phone, as a couple has. NAMESAKE: the same name, and an e-mail or
    a phone that differs. NEARLY: the name but for one slip. MAYBE: the same name, and nothing speaks for or
    against it. PROBABLY: the name but for one slip, and the same e-mail or phone. SAME: the same name and e-mail,
    or phone, or, where neither left any of these, organisation.
    """

    SHARED = 1
    NAMESAKE = 2
    NEARLY = 3
    MAYBE = 4
    PROBABLY = 5
    SAME = 6


class Named(Protocol):
    """What a person, a draft of a form and a `Who` have in common."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def organisation(self) -> str: ...


@dataclass(frozen=True)
class Who:
    """What tells one person from another, as written."""

    name: str
    email: str = ""
    phone: str = ""
    organisation: str = ""


@lru_cache(maxsize=16384)
def name_key(name: str) -> tuple[str, ...]:
    """The folded words of a name in the order of the alphabet: "KUUSK Õnne" and "Önne Kuusk" are one."""
    return tuple(sorted(words_of(name)))


def one_slip(one: str, other: str) -> bool:
    """Whether two different folded words are one slip of a finger apart; short words never are."""
    if one == other or min(len(one), len(other)) < _SHORTEST_SLIP or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])


def contacts_agree(one: Named, other: Named) -> bool | None:
    """Whether e-mail, or where one side has none, phone is the same; None where there is nothing to compare."""
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    phones = phone_digits(one.phone), phone_digits(other.phone)
    return phones[0] == phones[1] if all(phones) else None


def alike_with_one_name(one: Named, other: Named) -> Alike:
    """How alike two people of one name are."""
    agree = contacts_agree(one, other)
    if agree is not None:
        return Alike.SAME if agree else Alike.NAMESAKE
    places = words_of(one.organisation), words_of(other.organisation)
    if places[0] == places[1]:
        lonely = not (one.email or other.email or one.phone or other.phone)
        return Alike.SAME if lonely else Alike.MAYBE
    return Alike.NAMESAKE if all(places) else Alike.MAYBE


class Lookalikes(Generic[Key]):
    """Everyone, prepared for asking who somebody could be. More can be added."""

    def __init__(self, everyone: Iterable[tuple[Key, Named]] = (), *, slips: bool = True) -> None:
        """everyone: (what you know a person by, who they are), for example (person.id, person).

        slips: whether a name but for a slip is of interest without the same e-mail or phone (NEARLY).
        """
        self._slips = slips
        self._names: dict[Key, tuple[tuple[str, ...], ...]] = {}
        self._who: dict[Key, Named] = {}
        self._order: dict[Key, int] = {}
        self._by_name: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
        self._by_slip: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
        self._by_contact: defaultdict[str, list[Key]] = defaultdict(list)
        for key, who in everyone:
            self.add(key, who)

    def add(self, key: Key, who: Named) -> None:
        """Know one more; or know somebody, once more, by what is new about them."""
        self._who[key] = who
        self._order.setdefault(key, len(self._order))
        self._names[key] = _name_keys(who.name)
        for name in self._names[key]:
            _put(self._by_name[name], key)
            for slip in _slips(name) if self._slips else ():
                _put(self._by_slip[slip], key)
        for contact in _contacts(who):
            _put(self._by_contact[contact], key)

    def like(self, who: Named) -> tuple[tuple[Key, Alike], ...]:
        """Who this could be, the likeliest first; in one likeness the one that was added first."""
        found: dict[Key, Alike] = {}
        for contact in _contacts(who):
            for key in self._by_contact.get(contact, ()):
                found[key] = Alike.SHARED
        names = _name_keys(who.name)
        for key in found:
            if _nearly(names, self._names[key]):
                found[key] = Alike.PROBABLY
        for slip in {slip for name in names for slip in _slips(name)} if self._slips else ():
            for key in self._by_slip.get(slip, ()):
                if key not in found and _nearly(names, self._names[key]):
                    found[key] = Alike.NEARLY
        for name in names:
            for key in self._by_name.get(name, ()):
                found[key] = alike_with_one_name(who, self._who[key])
        return tuple(sorted(found.items(), key=lambda one: (-one[1], self._order[one[0]])))


@lru_cache(maxsize=16384)
def _name_keys(name: str) -> tuple[tuple[str, ...], ...]:
    """The name, and where it is Cyrillic what it is in Latin letters."""
    words = words_of(name)
    if not words:
        return ()
    if name.isascii():
        return (tuple(sorted(words)),)
    spelt = [readings(word) for word in words]
    return tuple(
        tuple(sorted(word[min(way, len(word) - 1)] for word in spelt)) for way in range(max(map(len, spelt)))
    )


def _slips(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a name has in common with all that are one slip away: a letter of one word left out, or none."""
    for place, word in enumerate(name):
        if len(word) >= _SHORTEST_SLIP and len(name) > 1:
            rest = name[:place] + name[place + 1 :]
            for short in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                yield (*rest, short)


def _nearly(names: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]) -> bool:
    return any(_one_word_apart(one, other) for one in names for other in others)


def _one_word_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    return len(one) == len(other) and len(left) == len(right) == 1 and one_slip(left[0], right[0])


def _contacts(who: Named) -> Iterator[str]:
    if who.email:
        yield who.email.casefold()
    digits = phone_digits(who.phone)
    if len(digits) >= 7:
        yield digits


def _put(keys: list[Key], key: Key) -> None:
    if key not in keys:
        keys.append(key)
