"""What the order of pitches on paper is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.rules import Masthead


@dataclass(frozen=True)
class Slot:
    """A turn on paper. beside: its topic, or whose topic it is; lot: its beginning, "" where put by hand."""

    place: int
    name: str
    beside: str = ""
    lot: str = ""


@dataclass(frozen=True)
class WishOnPaper:
    """A wish that was kept, without its reason: that is for the organisers. kind, within: as in lot.Wish."""

    team: str
    kind: str
    within: int
    met: bool


@dataclass(frozen=True)
class PaperRound:
    """A round on its own page. name: "" for the final one. seed: None where put by hand; lengths: seconds."""

    name: str
    topics: bool
    seed: int | None
    by_hand: bool
    slots: tuple[Slot, ...]
    wishes: tuple[WishOnPaper, ...] = ()
    lengths: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True)
class PitchOrderPaper:
    """The order of every round that has one, the final round first."""

    masthead: Masthead
    rounds: tuple[PaperRound, ...]
