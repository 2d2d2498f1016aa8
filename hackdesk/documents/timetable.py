"""What the programme on paper is drawn from: for the wall, or with everything for those who organise."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from hackdesk.documents.rules import Masthead


@dataclass(frozen=True)
class TimetableLine:
    """An item. other_titles: {language: how it is called there}. public: the hall sees it."""

    starts_at: datetime
    ends_at: datetime
    title: str
    other_titles: dict[str, str] = field(default_factory=dict, hash=False)
    responsible: str = ""
    notes: str = ""
    public: bool = True
    fixed: bool = False


@dataclass(frozen=True)
class TimetableDay:
    """A day's items, as they go."""

    day: date
    lines: tuple[TimetableLine, ...]


@dataclass(frozen=True)
class Timetable:
    """zone: where the hall's clock hangs. staff: with who sees to what, and notes."""

    masthead: Masthead
    zone: str
    days: tuple[TimetableDay, ...]
    staff: bool = False
