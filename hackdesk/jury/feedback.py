"""The words that jurors and mentors wrote to teams: what there is, what is released, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

JUROR, MENTOR = "juror", "mentor"


@dataclass(frozen=True)
class Released:
    """What the chair gave to the team. original: what its writer's words were then; named: with the name."""

    text: str
    original: str
    named: bool
    at: datetime
    version: int


@dataclass(frozen=True)
class Note:
    """What one writer wrote to a team. source: juror, mentor; source_id: the ballot or the visit.

    text: as it stands there now, "" where it was taken out or does not count any more. may_name: the writer wishes
    to be named.
    """

    source: str
    source_id: UUID
    team_id: UUID
    writer: str
    text: str
    may_name: bool = False
    released: Released | None = None

    @property
    def key(self) -> tuple[str, UUID]:
        """What makes it the same note when it is read again."""
        return self.source, self.source_id

    @property
    def edited(self) -> bool:
        """Whether the chair released other words than were written."""
        return self.released is not None and self.released.text != trimmed(self.released.original)

    @property
    def changed(self) -> bool:
        """Whether its writer changed it after it was released."""
        return self.released is not None and self.released.original != self.text

    @property
    def name(self) -> str:
        """The name that goes with the released words: only as long as its writer wishes it."""
        return self.writer if self.released is not None and self.released.named and self.may_name else ""


@dataclass(frozen=True)
class TeamNotes:
    """All that was written to a team, the jurors' first."""

    team_id: UUID
    team: str
    notes: tuple[Note, ...] = ()

    @property
    def waiting(self) -> tuple[Note, ...]:
        """What is not released yet."""
        return tuple(note for note in self.notes if note.released is None)

    @property
    def given(self) -> tuple[Note, ...]:
        """What is released."""
        return tuple(note for note in self.notes if note.released is not None)

    @property
    def changed(self) -> tuple[Note, ...]:
        """What its writer changed after it was released."""
        return tuple(note for note in self.notes if note.changed)


def trimmed(text: str) -> str:
    """Words as they are kept: no blank lines before, after, or more than one between."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept)


def released_words(notes: Iterable[Note], source: str) -> tuple[tuple[str, str], ...]:
    """(words, the name with them or "") of what was released from one kind of writers."""
    return tuple((note.released.text, note.name) for note in notes if note.released and note.source == source)
