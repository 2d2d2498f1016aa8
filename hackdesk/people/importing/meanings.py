"""What the words of a list mean here: which group or role, which language, yes or no.

A meaning is a tuple of tokens: "group:youth", "role:juror", "new:Seniors" for a group the event does not have yet,
"et" for a language, "yes" or "no", "keep" for the word as it is written. No token: the word is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hackdesk.people.importing import answers
from hackdesk.people.importing.reading import Reading, key_of
from hackdesk.people.rules import LANGUAGES, Group
from hackdesk.people.search import words_of

Tokens = tuple[str, ...]
KEEP: Tokens = ("keep",)
YES_NO = frozenset({"photo_consent", "guardian_consent", "minor", "adult"})


@dataclass(frozen=True)
class WordUse:
    """A word of a list. field: groups, languages or a question of yes and no; count: in how many rows.

    meaning: what it is taken for; clear: whether it was recognised or decided.
    """

    field: str
    word: str
    count: int
    meaning: Tokens
    clear: bool
    decided: bool = False


class Meanings:
    """Says what words mean, and remembers which were asked for. groups: the event's own."""

    def __init__(self, reading: Reading, groups: Iterable[Group] = ()) -> None:
        self._said = reading.meanings
        self._groups = {key_of(name): group.key for group in groups for name in (group.name, group.short_name)}
        self._known: dict[tuple[str, str], tuple[Tokens, bool, bool]] = {}
        self._uses: dict[tuple[str, str], list[object]] = {}
        self._keys: dict[str, str] = {}

    def of(self, field: str, words: Sequence[str]) -> Tokens:
        """The tokens of the words of one cell, each once."""
        found: dict[str, None] = {}
        for word in words:
            meaning = self._meaning(field, word)
            found.update(dict.fromkeys(meaning if meaning != KEEP else (f"keep:{word}",)))
        return tuple(found)

    def uses(self) -> tuple[WordUse, ...]:
        """Every word that was asked for: the unclear first, then the most used."""
        uses = [
            WordUse(field, str(word), int(str(count)), *self._known[field, key])
            for (field, key), (word, count) in self._uses.items()
        ]
        return tuple(sorted(uses, key=lambda use: (use.clear, use.field, -use.count, use.word)))

    def _meaning(self, field: str, word: str) -> Tokens:
        key = self._keys.get(word) or self._keys.setdefault(word, key_of(word))
        use = self._uses.setdefault((field, key), [word, 0])
        use[1] = int(str(use[1])) + 1
        if (field, key) not in self._known:
            said = self._said.get(field, {}).get(key)
            if said is not None:
                self._known[field, key] = said, True, True
            else:
                guess = self._guess(field, word, key)
                self._known[field, key] = guess or KEEP, bool(guess), False
        return self._known[field, key][0]

    def _guess(self, field: str, word: str, key: str) -> Tokens:
        if field == "groups":
            return (f"group:{self._groups[key]}",) if key in self._groups else _group_tokens(word)
        if field == "languages":
            tag = answers.languages(word)
            return tag if all(one in LANGUAGES or len(one) == 2 for one in tag) else ()
        said = answers.yes_or_no(word)
        return () if said is None else ("yes" if said else "no",)


def _group_tokens(word: str) -> Tokens:
    groups, roles = answers.group_and_roles(word)
    return tuple(f"group:{key}" for key in groups) + tuple(f"role:{key}" for key in roles)


def new_groups(reading: Reading) -> tuple[str, ...]:
    """The names of groups that a person wants the event to have."""
    said: Mapping[str, Tokens] = reading.meanings.get("groups", {})
    names = (token.partition(":")[2] for tokens in said.values() for token in tokens if token.startswith("new:"))
    return tuple(dict.fromkeys(names))


def group_key(name: str) -> str:
    """What a group made from a word of a list is known by."""
    return "_".join(words_of(name)) or name
