"""The sizes of badges, and where they lie on the sheets that are sold: cut sheets, label sheets, single pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

Millimetres = tuple[float, float]
A4: Millimetres = (210.0, 297.0)
USUAL = "a7x8"
#: Two sizes within this many millimetres are one: an A4 sheet cut in eight gives badges a quarter taller than A7.
_SAME = 1.0


@dataclass(frozen=True)
class Grid:
    """How badges lie on an upright A4 sheet, in millimetres.

    first: the top left corner of the first; step: from one to the next, right and down. sold: what such sheets
    are sold as; "": nothing is punched, so that marks are printed to cut along. turned: badges lie on their
    side, their top towards the right edge.
    """

    across: int
    down: int
    first: Millimetres
    step: Millimetres
    sold: str = ""
    turned: bool = False

    @property
    def cut(self) -> bool:
        """Whether the badges are cut apart."""
        return not self.sold

    @property
    def count(self) -> int:
        """How many there are on a sheet."""
        return self.across * self.down

    def corner(self, place: int, *, back: bool = False) -> Millimetres:
        """The top left corner of a place, counted from 0 along the rows.

        back: of the same paper when it was flipped over its long edge, so that the columns are mirrored.
        """
        row, column = divmod(place, self.across)
        left = self.first[0] + column * self.step[0]
        if back:
            left = A4[0] - left - self.width
        return left, self.first[1] + row * self.step[1]

    @property
    def width(self) -> float:
        """How wide a place is: what the margins, which are the same at both sides, leave."""
        return A4[0] - 2 * self.first[0] - (self.across - 1) * self.step[0]


@dataclass(frozen=True)
class BadgeFormat:
    """A badge of `size` (as it is read: across and down, in millimetres), on a sheet or on a page of its own."""

    key: str
    title: str
    size: Millimetres
    grid: Grid | None = None

    @property
    def paper(self) -> Millimetres:
        """The size of the page."""
        return A4 if self.grid else self.size

    @property
    def a_sheet(self) -> int:
        """How many badges there are on a page."""
        return self.grid.count if self.grid else 1


# Sheets as they are sold: Durable 1445 and 1456 (cards for badge holders), Avery L4784 to L4787 (stickers).
_DURABLE_54 = Grid(2, 5, (15.0, 12.0), (90.0, 54.0), "Durable 1445")
_DURABLE_60 = Grid(2, 4, (15.0, 28.5), (90.0, 60.0), "Durable 1456")

_ALL = (
    BadgeFormat(
        USUAL, N_("A4 to cut: 8 of A7"), (105.0, 74.25),
        Grid(2, 4, (0.0, 0.0), (105.0, 74.25)),
    ),
    BadgeFormat(
        "a6x4", N_("A4 to cut: 4 of A6, upright"), (105.0, 148.5),
        Grid(2, 2, (0.0, 0.0), (105.0, 148.5)),
    ),
    BadgeFormat(
        "90x54x10", N_("A4: 10 of 90 × 54 mm"), (90.0, 54.0), _DURABLE_54
    ),
    BadgeFormat(
        "54x90x10", N_("A4: 10 of 54 × 90 mm, upright"), (54.0, 90.0),
        replace(_DURABLE_54, turned=True)
    ),
    BadgeFormat(
        "90x60x8", N_("A4: 8 of 90 × 60 mm"), (90.0, 60.0), _DURABLE_60
    ),
    BadgeFormat(
        "60x90x8", N_("A4: 8 of 60 × 90 mm, upright"), (60.0, 90.0),
        replace(_DURABLE_60, turned=True)
    ),
    BadgeFormat(
        "80x50x10", N_("A4: 10 stickers of 80 × 50 mm"), (80.0, 50.0),
        Grid(2, 5, (17.5, 13.5), (95.0, 55.0), "Avery L4784–L4787"),
    ),
    BadgeFormat("90x54", N_("Single: 90 × 54 mm"), (90.0, 54.0)),
    BadgeFormat("54x90", N_("Single: 54 × 90 mm, upright"), (54.0, 90.0)),
    BadgeFormat("90x60", N_("Single: 90 × 60 mm"), (90.0, 60.0)),
    BadgeFormat("60x90", N_("Single: 60 × 90 mm, upright"), (60.0, 90.0)),
    BadgeFormat("80x50", N_("Single: 80 × 50 mm"), (80.0, 50.0)),
    BadgeFormat("100x62", N_("Single: 100 × 62 mm (roll of 62 mm)"), (100.0, 62.0)),
    BadgeFormat("62x100", N_("Single: 62 × 100 mm, upright (roll of 62 mm)"), (62.0, 100.0)),
    BadgeFormat("a7", N_("Single: A7"), (105.0, 74.0)),
    BadgeFormat("a6", N_("Single: A6, upright"), (105.0, 148.0)),
)  # fmt: skip
FORMATS = {one.key: one for one in _ALL}
#: Those that a printer at the desk can take one by one.
SINGLE = {one.key: one for one in _ALL if one.grid is None}


def badge_format(key: str) -> BadgeFormat:
    """The format of that name. Raises HackDeskError where there is none."""
    if key not in FORMATS:
        raise HackDeskError(
            N_("There is no badge format “{name}”."), name=key,
            remedy=N_("The formats are {known}."), known=", ".join(FORMATS),
        )  # fmt: skip
    return FORMATS[key]


def single(key: str) -> BadgeFormat:
    """The page of its own that is as large as the badges of a format, for printing one by one."""
    across, down = badge_format(key).size
    return next(
        one
        for one in SINGLE.values()
        if abs(one.size[0] - across) <= _SAME and abs(one.size[1] - down) <= _SAME
    )
