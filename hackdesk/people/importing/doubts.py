"""What somebody should look at in a list, row by row: one question, a few answers, one of them suggested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hackdesk.language import N_
from hackdesk.people.importing.cells import Problem
from hackdesk.people.importing.reading import Decision
from hackdesk.people.search import words_of


class DoubtKind(StrEnum):
    """What is asked. PERSON: are these two one; EMAIL: a broken address; CAPITALS: a name in capitals;
    GUARDIAN: a minor without a guardian's consent; DESK: an answer that was changed here."""

    PERSON = "person"
    EMAIL = "email"
    CAPITALS = "capitals"
    GUARDIAN = "guardian"
    DESK = "desk"


#: What can be decided, with the word for it. LEAVE_OUT: the row is not brought in.
TWO, MERGE, LEAVE_OUT = "two", "merge", "leave_out"
BLANK, MEND, AS_WRITTEN, SMALL, BRING, KEEP_HERE, TAKE = (
    "blank", "mend", "as_written", "small", "bring", "keep_here", "take",
)  # fmt: skip
VERDICTS = {
    TWO: N_("Two people"),
    MERGE: N_("One person"),
    LEAVE_OUT: N_("Leave out"),
    BLANK: N_("Without an e-mail"),
    MEND: N_("Write {mended}"),
    AS_WRITTEN: N_("As written"),
    SMALL: N_("Write {mended}"),
    BRING: N_("Ask at the desk"),
    KEEP_HERE: N_("Keep what is here"),
    TAKE: N_("Take what the list says"),
}


@dataclass(frozen=True)
class Doubt(Problem):
    """A question about a row. options: what can be decided, in the order of the keys 1, 2, 3.

    key: what the decision is remembered by; suggested: what happens where nobody decides; name: whose row it is;
    here, said: the two sides where something differs, by field; here_row: the row of the one side where it stands
    in the same list; mended: what would be written.
    """

    key: str = ""
    kind: DoubtKind = DoubtKind.PERSON
    options: tuple[str, ...] = ()
    suggested: str = ""
    decided: Decision | None = None
    name: str = ""
    here: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)
    here_row: int = 0
    mended: str = ""

    @property
    def verdict(self) -> str:
        """What happens: as decided, else as suggested."""
        return self.decided.verdict if self.decided else self.suggested

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which both sides say something, and not the same."""
        nothing = (None, "", ())
        return tuple(
            key for key, said in self.said.items()
            if said not in nothing and self.here.get(key) not in (*nothing, said)
            and not (key in ("given_name", "family_name") and words_of(said) == words_of(self.here[key]))
        )  # fmt: skip
