"""Codes of the jury's paper sheets: whose sheet it is, for which teams, and from which criteria it was printed.

A code is seven signs, for example `HK7M2QX`. Six of them hold 29 bits: which layout, whose sheet (a digest of
the ids of juror and team, or of juror and page, and the round), and a fingerprint of the criteria and, where a
sheet has several teams, of their order. Nothing is drawn by lot and nothing is kept: the same event gives the same
codes, on every laptop and after every restart. Where two digests fall together, the higher id steps aside.

The seventh sign checks the others in the field of 32 elements: each place is weighted by another power of a
generator, so that a single wrong sign and a swap of any two is always noticed. The first sign is a letter that
means nothing in a cell for marks: whoever scans a sheet while the keyboard is there does not type marks by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Criterion, Judging
from hackdesk.language import N_
from hackdesk.people.badge_codes import cleaned

LENGTH = 7
#: So many teams stand on one page in rows.
ROWS_A_PAGE = 12
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#: Sixteen letters; R and N say in a cell for marks that a ballot does not count.
_HEADS = "ABCDEFGHJKLMPQST"
#: Bits of: whose sheet, the criteria, the order; one sheet for one team, and one in rows.
_ONE, _ROWS = (20, 8, 0), (14, 7, 7)
_BITS = 28
_FIELD = 0b100101  # x⁵ + x² + 1, whose root generates all 31 elements but zero


class NotASheet(HackDeskError):
    """What was typed or scanned is the code of no sheet here. values: `code`, as it was read."""


@dataclass(frozen=True)
class Paper:
    """A sheet of paper. teams: of the page as it would be printed now, in order. page 0: a sheet for one team."""

    juror_id: UUID
    round: int
    teams: tuple[UUID, ...]
    page: int = 0


@dataclass(frozen=True)
class Found:
    """The sheet that a code names. older_…: it was printed before the criteria or the order became as now."""

    paper: Paper
    older_criteria: bool = False
    older_order: bool = False


class SheetBook:
    """Every sheet that can be printed of these rounds, with its code."""

    def __init__(self, judgings: Iterable[Judging]) -> None:
        self._criteria: dict[int, tuple[Criterion, ...]] = {}
        self._numbers: dict[tuple[UUID, int, UUID | int], int] = {}
        self._papers: dict[tuple[bool, int], Paper] = {}
        for judging in judgings:
            self._criteria[judging.round] = judging.criteria
            for paper in _papers(judging):
                self._take_in(paper)

    def code(self, paper: Paper) -> str:
        """What stands on this sheet."""
        bits = _ROWS if paper.page else _ONE
        value = int(bool(paper.page))
        parts = (
            self._numbers[_key(paper)],
            _digest(*map(_said, self._criteria[paper.round])) % (1 << bits[1]),
            _digest(*paper.teams) % (1 << bits[2]) if bits[2] else 0,
        )
        for width, part in zip(bits, parts, strict=True):
            value = value << width | part
        return _written(value)

    def find(self, *readings: str) -> Found:
        """The sheet with a code, as it was typed or in each way a scan can be read. Raises NotASheet."""
        for reading in readings:
            value = _read(cleaned(reading)[-LENGTH:])
            paper = None if value is None else self._papers.get(_number_of(value))
            if paper is not None and value is not None:
                return self._compared(paper, value)
        raise _unknown(*readings)

    def _compared(self, paper: Paper, value: int) -> Found:
        now = _read(self.code(paper))
        assert now is not None
        _number, criteria, order = _ROWS if paper.page else _ONE
        differs = now ^ value
        return Found(paper, bool(differs >> order & (1 << criteria) - 1), bool(differs & (1 << order) - 1))

    def _take_in(self, paper: Paper) -> None:
        rows = bool(paper.page)
        size = 1 << (_ROWS if rows else _ONE)[0]
        number = _digest(*_key(paper)) % size
        while (rows, number) in self._papers:
            number = (number + 1) % size
        self._papers[rows, number] = paper
        self._numbers[_key(paper)] = number


def pages_of(judging: Judging) -> tuple[tuple[UUID, ...], ...]:
    """The teams of each page in rows, in the order of pitches."""
    ids = [team.id for team in judging.active]
    return tuple(tuple(ids[first : first + ROWS_A_PAGE]) for first in range(0, len(ids), ROWS_A_PAGE))


def rows_of(judging: Judging, juror_id: UUID) -> tuple[Paper, ...]:
    """The pages in rows of one juror."""
    return tuple(Paper(juror_id, judging.round, ids, page) for page, ids in enumerate(pages_of(judging), 1))


def _papers(judging: Judging) -> Iterator[Paper]:
    """Every sheet of a round, in an order that stays when names and turns change. One page more than there is: the
    order that a sheet was printed from may have been longer."""
    pages = (*pages_of(judging), ())
    for juror in sorted(judging.jurors, key=lambda juror: juror.id):
        for page, ids in enumerate(pages, 1):
            yield Paper(juror.id, judging.round, ids, page)
        for team in sorted(team.id for team in judging.teams):
            yield Paper(juror.id, judging.round, (team,))


def _key(paper: Paper) -> tuple[UUID, int, UUID | int]:
    return paper.juror_id, paper.round, paper.page or paper.teams[0]


def _said(criterion: Criterion) -> str:
    """What of a criterion a sheet and its typist depend on; its weight and its guidance may change."""
    return f"{criterion.id} {criterion.name} {criterion.lowest} {criterion.highest} {criterion.step}"


def _digest(*parts: object) -> int:
    return int.from_bytes(sha256("\n".join(map(str, parts)).encode()).digest()[:8])


def _number_of(value: int) -> tuple[bool, int]:
    rows = bool(value >> _BITS)
    width = (_ROWS if rows else _ONE)[0]
    return rows, value >> _BITS - width & (1 << width) - 1


def _written(value: int) -> str:
    """29 bits as six signs, and the seventh that checks them."""
    signs = [_SIGNS[value >> shift & 31] for shift in range(20, -1, -5)]
    text = _HEADS[value >> 25] + "".join(signs)
    return text + _SIGNS[_check(text)]


def _read(code: str) -> int | None:
    """What is in a code; None where a sign is wrong."""
    if len(code) != LENGTH or code[0] not in _HEADS or not set(code) <= set(_SIGNS):
        return None
    if _SIGNS[_check(code[:-1])] != code[-1]:
        return None
    value = _HEADS.index(code[0])
    for sign in code[1:-1]:
        value = value << 5 | _SIGNS.index(sign)
    return value


def _check(text: str) -> int:
    total = 0
    for sign in text:
        total = (total ^ _SIGNS.index(sign)) << 1
        if total & 32:
            total ^= _FIELD
    return total


def _unknown(*readings: str) -> NotASheet:
    code = next((cleaned(one) for one in readings if cleaned(one)), "")
    by_hand = N_("Look at the sheet again, or choose the juror by name.")
    if any(_read(cleaned(one)[-LENGTH:]) is not None for one in readings):
        return NotASheet(
            N_("No sheet of this jury has the code {code}."), code=code,
            remedy=N_("Its juror or its team may be gone. Choose the juror by name."),
        )  # fmt: skip
    if len(code) == LENGTH:
        return NotASheet(
            N_("{code} is the code of no sheet: a sign is wrong, or it is a badge."), code=code, remedy=by_hand
        )
    return NotASheet(
        N_("“{code}” is no sheet code."), code=code,
        remedy=N_("It has seven letters and digits, below the square."),
    )  # fmt: skip
