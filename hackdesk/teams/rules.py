"""What holds for topics and teams, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Topic:
    """A topic. earlier_titles: how it was worded before, so that old wishes still find it."""

    id: UUID
    title: str
    description: str = ""
    owner_id: UUID | None = None
    owner_name: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    min_size: int = 4
    max_size: int = 12
    must_run: bool = False
    state: str = "open"
    merged_into_id: UUID | None = None
    earlier_titles: tuple[str, ...] = ()
    position: int = 0
    version: int = 1


@dataclass(frozen=True)
class Member:
    """A person on a team's card. wish: 1, 2, 3 for a named wish, None for none of them."""

    person_id: UUID
    name: str
    organisation: str = ""
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    wish: int | None = None
    is_owner: bool = False
    lead: bool = False
    pinned: bool = False
    arrived: bool = True


@dataclass(frozen=True)
class Team:
    """A team and who is in it now."""

    id: UUID
    name: str
    topic: Topic | None = None
    table_name: str = ""
    state: str = "active"
    members: tuple[Member, ...] = ()
    position: int = 0
    version: int = 1
