"""What topic posters are drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.rules import Masthead


@dataclass(frozen=True)
class TopicOnPaper:
    """A topic as the room reads it. sought: the names of groups its owner looks for; number: among the posters."""

    title: str
    description: str = ""
    owner: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()
    fewest: int = 0
    most: int = 0
    number: int = 0


@dataclass(frozen=True)
class Posters:
    """A poster for each open topic."""

    masthead: Masthead
    topics: tuple[TopicOnPaper, ...]
