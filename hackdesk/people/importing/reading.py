"""What a person decided about a list beyond its columns, and what of it holds for the next list of that form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hackdesk.people.importing.headers import SEVERAL
from hackdesk.people.importing.tools import plain
from hackdesk.people.search import words_of

#: How a cell with several values is split.
SPLITS = ("", "comma", "semicolon", "line", "whole")
#: A form is the same where this share of all its headers and ours is the same.
_SAME_FORM = 0.5


@dataclass(frozen=True)
class Decision:
    """What becomes of a doubtful row. here: of a merge, the fields in which what is here stays."""

    verdict: str
    here: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """splits: {header: one of SPLITS}; meanings: {field: {word as `key_of` has it: tokens}}, see `meanings`;
    decisions: {digest of a doubt: decision}, so that nothing personal is kept a second time."""

    splits: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As `imports.reading` keeps it."""
        return {
            "splits": dict(self.splits),
            "meanings": {
                name: {word: list(tokens) for word, tokens in said.items()} for name, said in self.meanings.items()
            },
            "decisions": {key: [one.verdict, *one.here] for key, one in self.decisions.items()},
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Reading:
        """What `as_json` gave; an empty one for a list of an older file."""
        return cls(
            splits=dict(kept.get("splits", {})),
            meanings={
                name: {word: tuple(tokens) for word, tokens in said.items()}
                for name, said in kept.get("meanings", {}).items()
            },
            decisions={
                key: Decision(verdict, tuple(here)) for key, (verdict, *here) in kept.get("decisions", {}).items()
            },
        )


@dataclass(frozen=True)
class Earlier:
    """How a list that was brought in was understood. columns: {header: field}."""

    columns: Mapping[str, str]
    reading: Reading


@dataclass(frozen=True)
class Remembered:
    """What holds for this list because one of the same form was brought in. new: headers that one had not."""

    columns: Mapping[str, str] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)
    new: tuple[str, ...] = ()


def key_of(word: str) -> str:
    """What a word is remembered by: without case and accents, so that "AMETNIK" and "ametnik" are one."""
    return " ".join(words_of(word)) or word


def digest(*parts: str) -> str:
    """What a decision is remembered by: nobody can read from it whom it is about."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def remembered(headers: tuple[str, ...], earlier: Iterable[Earlier]) -> Remembered:
    """What an earlier list of the same form taught. earlier: the latest first; the most alike one is taken."""
    ours = {plain(header): header for header in headers if header}
    best, likeness = None, 0.0
    for one in earlier:
        theirs = {plain(header) for header in one.columns if header}
        shared = len(theirs & ours.keys()) / max(len(theirs | ours.keys()), 1)
        if shared >= _SAME_FORM and shared > likeness:
            best, likeness = one, shared
    if best is None:
        return Remembered()
    return _carried_over(headers, best)


def _carried_over(headers: tuple[str, ...], earlier: Earlier) -> Remembered:
    known = {plain(header): held for header, held in earlier.columns.items()}
    exact = {header: known[plain(header)] for header in headers if plain(header) in known}
    columns = {header: earlier.columns.get(header, held) for header, held in exact.items()}
    splits = {plain(header): split for header, split in earlier.reading.splits.items()}
    reading = Reading(
        splits={header: splits[plain(header)] for header in headers if plain(header) in splits},
        meanings=earlier.reading.meanings,
        decisions=earlier.reading.decisions,
    )
    return Remembered(columns, reading, tuple(header for header in headers if header and header not in columns))


def used_columns(recognised: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """{header: field}: as a person said, else as recognised; a field that was said is not recognised twice."""
    taken = {held for held in said.values() if held and held not in SEVERAL}
    return {
        header: said.get(header, "" if held in taken else held)
        for header, held in recognised.items()
    }
