"""The front of a badge: one drawing for every size, measured in the units of an A7 badge."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.badge_values import Badge
from hackdesk.documents.fit import INK, LINE, MM, MUTED, PALE, SPRUCE, WHITE, Fitted, Look, fit
from hackdesk.documents.patterns import swatch
from hackdesk.documents.sheet import Sheet
from hackdesk.people.rules import ROLES

#: What one is asked for in the hall; other roles are nobody's business there.
HALL_ROLES = ("facilitator", "chair", "juror", "mentor", "interpreter", "topic_owner", "volunteer")
_A7_LYING, _A7_UPRIGHT = (105.0, 74.25), (72.0, 105.0)
#: A code on less than this many millimetres is not read at once by a scanner at the desk.
_LEAST_QR = 17.5
_LEAST_PRINT = 6.0  # points: smaller print is not read at arm's length
_QUIET = 4 / 29  # how much of a QR code's square is the white around it


@dataclass(frozen=True)
class Face:
    """Where things are on a badge, in millimetres. unit: how large it is compared with A7.

    band: the field of the groups' colours, its corner and its size; upright: higher than wide.
    """

    size: tuple[float, float]
    unit: float
    left: float
    right: float
    top: float
    foot: float
    band: tuple[tuple[float, float], tuple[float, float]]
    upright: bool

    @classmethod
    def of(cls, size: tuple[float, float]) -> Face:
        """The layout of a badge of this size: the band at the left, or above where it is higher than wide."""
        width, height = size
        upright = height > width
        usual = _A7_UPRIGHT if upright else _A7_LYING
        unit = min(width / usual[0], height / usual[1])
        edge = (5.5 if upright else 7.0) * unit
        if upright:
            band = (edge, edge), (width - 2 * edge, 8 * unit)
            return cls(size, unit, edge, width - edge, edge + 10 * unit, height - edge, band, upright)
        band = (edge, edge), (7 * unit, height - 2 * edge)
        return cls(size, unit, edge + 12 * unit, width - edge, edge, height - edge, band, upright)

    @property
    def room(self) -> float:
        """How wide text may be."""
        return self.right - self.left

    @property
    def qr(self) -> float:
        """The side of the QR code with the white around it."""
        return max(_LEAST_QR, 24 * self.unit)

    @property
    def beside(self) -> float:
        """How wide text beside the QR code may be."""
        return self.room - self.qr * (1 - _QUIET)

    @property
    def qr_top(self) -> float:
        """Where the QR code begins; the letters of the code stand under it."""
        return self.foot - self.qr - 0.6 * self.unit

    def points(self, size: float) -> float:
        """A size of type that belongs to an A7 badge, for this one."""
        return size * self.unit

    def small(self, size: float) -> float:
        """The same for small print."""
        return max(_LEAST_PRINT, size * self.unit)


def face(sheet: Sheet, shape: Face, badge: Badge, event: str) -> None:
    """Draw the front of a badge with its top left corner where the page's is."""
    _groups(sheet, shape, badge)
    below = _head(sheet, shape, badge, event)
    if badge.number:
        _lines_to_write_on(sheet, shape, badge, below)
    else:
        _name(sheet, shape, badge, below)
    _foot(sheet, shape, badge)


def _head(sheet: Sheet, shape: Face, badge: Badge, event: str) -> float:
    """The event's name and what its owner is here. Gives where they end."""
    unit, room = shape.unit, shape.room
    said = ", ".join(sheet.words(ROLES[role]) for role in HALL_ROLES if role in badge.roles)
    below = 0.0
    if said and not shape.upright:
        # At the right of the event's name, in a field of its own.
        room = shape.room * 0.52
        at = shape.left + room + 3 * unit, shape.top - 0.6 * unit
        below = _role(sheet, shape, said, at, shape.room - room - 3 * unit)
    look = Look(shape.small(8), bold=True, colour=SPRUCE)
    head = fit(event, look, room, floor=5.5, lines=2, tall=max(6 * unit, 2 * look.line))
    below = max(below, sheet.lines(shape.left, shape.top - unit, head))
    if said and shape.upright:
        below = _role(sheet, shape, said, (shape.left, below + 1.5 * unit), shape.room)
    return below


def _role(sheet: Sheet, shape: Face, said: str, at: tuple[float, float], room: float) -> float:
    """A role as white letters on black: it is the same in colour and in grey. Gives where it ends."""
    unit = shape.unit
    look = Look(shape.small(9.5), bold=True, colour=WHITE, leading=1.2)
    fitted = fit(said, look, room - 4 * unit, floor=shape.small(7.5), lines=2)
    wide = max(fitted.look.width(line) for line in fitted.lines) + 4 * unit
    left = at[0] if shape.upright else at[0] + room - wide
    tall = fitted.height + 1.6 * unit
    sheet.box((left, at[1]), (wide, tall), fill=INK, radius=1.2 * unit)
    sheet.lines(left + 2 * unit, at[1] + 0.9 * unit, fitted)
    return at[1] + tall + 0.4 * unit


def _name(sheet: Sheet, shape: Face, badge: Badge, below: float) -> None:
    """The first name as large as it can be, the family name under it, both above the QR code."""
    top = below + shape.unit
    tall = shape.qr_top + shape.qr * _QUIET - top
    given = fit(
        badge.given_name, Look(shape.points(38), bold=True, leading=1.2), shape.room,
        floor=shape.points(24), lines=1, tall=tall * 0.64,
    )  # fmt: skip
    if given.look.size < shape.points(24):
        several = Look(shape.points(30), bold=True, leading=1.16)
        given = fit(badge.given_name, several, shape.room, floor=shape.points(15), lines=3, tall=tall * 0.64)
    look, lines = Look(shape.points(18), colour=INK, leading=1.2), 3 if shape.upright else 2
    family = fit(
        badge.family_name, look, shape.room, floor=shape.points(12), lines=lines, tall=tall - given.height
    )
    # What is left over stands above and below, more of it below.
    spare = max(0.0, tall - given.height - family.height) if shape.upright else 0.0
    sheet.lines(shape.left, sheet.lines(shape.left, top + spare * 0.35, given), family)


def _foot(sheet: Sheet, shape: Face, badge: Badge) -> None:
    """Organisation, groups and languages at the left, the code at the right."""
    unit, foot, beside = shape.unit, shape.foot, shape.beside
    spoken = " · ".join(tag.upper() for tag in badge.languages)
    _line(sheet, shape, spoken, foot, Look(shape.small(8), colour=MUTED))
    named = foot - max(4.5 * unit, 3.2) if spoken else foot
    names = fit(
        ", ".join(group.short_name for group in badge.groups), Look(shape.small(8.5), bold=True), beside,
        floor=shape.small(7), lines=2,
    )  # fmt: skip
    above = named - names.height + names.look.size * 0.26 / MM if names.lines != ("",) else named
    if names.lines != ("",):
        sheet.lines(shape.left, above, names)
    top = shape.qr_top + shape.qr * _QUIET
    about = fit(
        badge.organisation, Look(shape.small(9.5), colour=MUTED), beside,
        floor=shape.small(8.5), lines=4, tall=max(2.0, above - top - unit),
    )  # fmt: skip
    sheet.lines(shape.left, top, about)
    _code(sheet, shape, badge.code)




def _line(sheet: Sheet, shape: Face, text: str, y: float, look: Look) -> None:
    fitted: Fitted = fit(text, look, shape.beside, floor=1, lines=1)
    sheet.text(shape.left, y, text, fitted.look)


def _code(sheet: Sheet, shape: Face, code: str) -> None:
    """The QR code, its dark part flush with the right edge, and its letters under it."""
    left = shape.right - shape.qr * (1 - _QUIET)
    middle = left + shape.qr / 2
    if code:
        sheet.qr((left, shape.qr_top), shape.qr, code)
    else:
        # Seen before it is made: the code is given when it is printed.
        inside = shape.qr * (1 - 2 * _QUIET)
        sheet.box((left + shape.qr * _QUIET, shape.qr_top + shape.qr * _QUIET), (inside, inside), line=LINE)
    sheet.text(middle, shape.foot, code, Look(shape.small(7.5), colour=INK, spacing=0.6), align="centre")


def _lines_to_write_on(sheet: Sheet, shape: Face, badge: Badge, below: float) -> None:
    """Two rules to write a name on, and the badge's number, by which the desk asks whose it is."""
    unit = shape.unit
    bottom = shape.qr_top + shape.qr * _QUIET - 1.5 * unit
    label = Look(shape.small(7), colour=MUTED)
    for said, y in (
        (sheet.words("First name"), below + (bottom - below) * 0.55),
        (sheet.words("Family name, organisation"), bottom),
    ):
        sheet.rule(shape.left, y - 1.2 * label.line, shape.room, colour=MUTED, thick=0.8)
        sheet.text(shape.left, y - 0.25 * label.line, said, label)
    number = sheet.words("Badge {number}", number=badge.number)
    _line(sheet, shape, number, shape.foot, Look(shape.points(13), bold=True))


def _groups(sheet: Sheet, shape: Face, badge: Badge) -> None:
    """The band of colours and patterns of the groups somebody belongs to."""
    (left, top), (width, height) = shape.band
    if not badge.groups:
        sheet.box((left, top), (width, height), fill=PALE)
        return
    part = (width if shape.upright else height) / len(badge.groups)
    for number, group in enumerate(badge.groups):
        at = (left + number * part, top) if shape.upright else (left, top + number * part)
        swatch(sheet, at, (part, height) if shape.upright else (width, part), group)
