"""What can stand on the projector, as values: words only. Where they stand is worked out by `layout`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: For how many seconds a page and a language stay before they turn by themselves.
SECONDS = 8


@dataclass(frozen=True)
class Turn:
    """Which page's turn it is. number: of the turn since long ago; tongues: how many languages take turns."""

    number: int = 0
    tongues: int = 1

    @classmethod
    def at(cls, now: datetime, tongues: int = 1) -> Turn:
        """The turn at a moment."""
        return cls(int(now.timestamp() // SECONDS), tongues)


@dataclass(frozen=True)
class Corners:
    """Small words in the four corners. top_right: the event's name, the first to give way where room is scarce."""

    top_left: str = ""
    top_right: str = ""
    bottom_left: str = ""
    bottom_right: str = ""


@dataclass(frozen=True)
class BlankFrame:
    """Nothing but the ground."""


@dataclass(frozen=True)
class TextFrame:
    """One thing to read in the middle, a line above and some below it. then: what comes next, under them.

    strong: it is what everybody waits for.
    """

    text: str
    above: str = ""
    below: tuple[str, ...] = ()
    then: str = ""
    corners: Corners = Corners()
    turn: Turn = Turn()
    strong: bool = False


@dataclass(frozen=True)
class TimerFrame:
    """Huge digits. tone: calm, soon, over. left: the share of the time that is left, None without a bar."""

    digits: str
    title: str = ""
    above: str = ""
    word: str = ""
    tone: str = "calm"
    left: float | None = None
    corners: Corners = Corners()


@dataclass(frozen=True)
class Line:
    """One line of a list: a short mark (time, place, table), the text, something small after or below it."""

    mark: str
    text: str
    note: str = ""
    strong: bool = False
    below: str = ""


@dataclass(frozen=True)
class ListFrame:
    """A heading and lines, on as many pages as they need. letters: the title says from which letter to which.

    steady: the first page stays, because what is new stands on top of it.
    """

    lines: tuple[Line, ...]
    heading: str = ""
    above: str = ""
    corners: Corners = Corners()
    turn: Turn = Turn()
    letters: bool = False
    steady: bool = False


@dataclass(frozen=True)
class Room:
    """A team for the hall: its table, its name, its people."""

    table: str
    team: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class RoomsFrame:
    """Teams with their people, some beside each other, on as many pages as they need."""

    rooms: tuple[Room, ...]
    corners: Corners = Corners()
    turn: Turn = Turn()


@dataclass(frozen=True)
class Picture:
    """A logo. content: a PNG or JPEG file; width, height: its pixels."""

    name: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class LogosFrame:
    """Logos on white, all equally important."""

    pictures: tuple[Picture, ...]
    corners: Corners = Corners()


Frame = BlankFrame | TextFrame | TimerFrame | ListFrame | RoomsFrame | LogosFrame
