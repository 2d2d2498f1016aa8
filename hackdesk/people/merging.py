"""Two versions of what is known of a person made into one: two desks edited them, or a walk-in is on the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from hackdesk.people.rules import Draft, tidied
from hackdesk.people.search import phone_digits, words_of

#: Lists of which both versions' words can stand beside each other; wishes have an order and cannot.
_SETS = frozenset({"groups", "roles", "skills", "languages"})
_SAME: dict[str, Callable[[str], Any]] = {"phone": phone_digits, "email": str.casefold}


@dataclass(frozen=True)
class Merged:
    """draft: both versions in one. differing: the fields both changed in different ways; `draft` holds mine."""

    draft: Draft
    differing: tuple[str, ...]


def merged(base: Draft, mine: Draft, theirs: Draft) -> Merged:
    """What both versions say, field by field: whoever changed a field of `base` is followed.

    base: what both began with; an empty draft where two people turn out to be one. Two ways of writing the same
    (accents, case, spaces of a phone number) do not differ: theirs stands, it is on the list.
    """
    base, mine, theirs = tidied(base), tidied(mine), tidied(theirs)
    values: dict[str, Any] = {}
    differing = []
    for field in fields(Draft):
        name = field.name
        began, ours, other = (getattr(draft, name) for draft in (base, mine, theirs))
        if other == began:
            values[name] = ours
        elif ours == began or same(name, ours, other):
            values[name] = other
        elif name in _SETS:
            kept = (one for one in other if one in ours or one not in began)
            values[name] = tuple(dict.fromkeys((*kept, *(one for one in ours if one not in began))))
        else:
            values[name] = ours
            differing.append(name)
    return Merged(Draft(**values), tuple(differing))


def same(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field are the same, however they are written."""
    if one == other or not (isinstance(one, str) and isinstance(other, str)):
        return bool(one == other)
    alike = _SAME.get(field, words_of)
    return bool(alike(one)) and alike(one) == alike(other)
