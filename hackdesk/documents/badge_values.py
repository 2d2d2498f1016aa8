"""What badges are drawn from, and which of them are wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from hackdesk.documents.badge_formats import USUAL, badge_format
from hackdesk.documents.rules import Masthead, NothingToPrint, nobody_yet
from hackdesk.language import N_
from hackdesk.people.rules import Group


@dataclass(frozen=True)
class Badge:
    """One person's badge. code: as it is scanned; languages: tags, the first is theirs; roles: keys of ROLES.

    number: of a badge without a name, which is written by hand; 0: it is somebody's, `person_id`.
    printed_at: when it was printed last.
    """

    given_name: str
    family_name: str
    organisation: str
    code: str
    groups: tuple[Group, ...] = ()
    languages: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    number: int = 0
    person_id: UUID | None = None
    printed_at: datetime | None = None


@dataclass(frozen=True)
class MainTime:
    """A time everybody at the event needs to know. at: aware."""

    at: datetime
    title: str


@dataclass(frozen=True)
class BadgeBack:
    """What stands at the back of every badge: the front once more (`same`), or main times and the event's text."""

    same: bool = False
    times: tuple[MainTime, ...] = ()
    text: str = ""
    zone: str = "UTC"


@dataclass(frozen=True)
class Badges:
    """All badges, in the order in which they lie on the desk.

    format: a key of FORMATS. first_label: the first free place of the first sheet, counted from 1 along the
    rows. next_blank: the number of the next badge without a name.
    """

    masthead: Masthead
    badges: tuple[Badge, ...]
    format: str = USUAL
    back: BadgeBack | None = None
    first_label: int = 1
    next_blank: int = 1

    @property
    def new(self) -> tuple[Badge, ...]:
        """Those that were never printed."""
        return tuple(badge for badge in self.badges if badge.printed_at is None)

    @property
    def people(self) -> frozenset[UUID]:
        """Whose badges they are."""
        return frozenset(badge.person_id for badge in self.badges if badge.person_id)


@dataclass(frozen=True)
class MeasuredPage:
    """A page by which a printer is measured, with the places of a badge format. printer: its name, or ""."""

    format: str = USUAL
    printer: str = ""


class Which(StrEnum):
    """Which badges are wanted."""

    ALL = "all"
    NEW = "new"
    CHOSEN = "chosen"
    BLANK = "blank"


@dataclass(frozen=True)
class BadgeWish:
    """Which badges are wanted, of `people` where they are chosen, or how many `blanks`; and where to begin.

    format: instead of the event's own.
    """

    which: Which = Which.ALL
    people: frozenset[UUID] = frozenset()
    blanks: int = 0
    first_label: int = 1
    format: str = ""


def wished(badges: Badges, wish: BadgeWish) -> Badges:
    """Those of the badges that are wanted; blanks have their numbers and no codes yet. Raises NothingToPrint."""
    chosen = badges.badges
    if wish.which is not Which.BLANK and not chosen:
        raise nobody_yet()
    if wish.which is Which.NEW:
        chosen = badges.new
        if not chosen:
            raise NothingToPrint(N_("Every badge is printed."), remedy=N_("Choose all to print them again."))
    elif wish.which is Which.CHOSEN:
        chosen = tuple(badge for badge in chosen if badge.person_id in wish.people)
        if not chosen:
            raise NothingToPrint(N_("Nobody is chosen yet."), remedy=N_("Type a name and press Enter."))
    elif wish.which is Which.BLANK:
        numbers = range(badges.next_blank, badges.next_blank + wish.blanks)
        chosen = tuple(Badge("", "", "", "", number=number) for number in numbers)
        if not chosen:
            raise NothingToPrint(N_("No badges without a name are wanted."), remedy=N_("Say how many."))
    layout = badge_format(wish.format or badges.format)
    return replace(badges, badges=chosen, first_label=wish.first_label, format=layout.key)
