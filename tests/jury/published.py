"""Published numbers that the jury's arithmetic is held against.

SCORES: Montgomery, Design and Analysis of Experiments (2001), the catalyst data; rows are teams, columns jurors.
RATINGS: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428, tables 2 and 4.
TASTINGS: Quandt's reports of recorded wine juries, liquidasset.com; each row of `ranks` is one juror's order.
"""

from __future__ import annotations

from dataclasses import dataclass

SCORES = (
    (73, 74, None, 71),
    (None, 75, 67, 72),
    (73, 75, 68, None),
    (75, None, 72, 75),
)
PLAIN_ORDER = (4, 1, 3, 2)
ADJUSTED = (71.375, 71.625, 72.0, 75.0)
TEAM_EFFECTS = (-1.125, -0.875, -0.5, 2.5)
JUROR_EFFECTS = (0.875, 3.0, -3.875, 0.0)

RATINGS = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)
ICC_2_K = 0.6200505475989891
RATING_EFFECTS = (2.375, -2.791666666667, -0.958333333333, 1.375)
STANDARDISED = (0.39794185479, -1.26364276518, 0.731275188123, -0.826047790686, 1.342750795038, -0.382277282084)


@dataclass(frozen=True)
class Tasting:
    """ranks: one row a juror. places: 1, 2, 2, 4 from the rank sums. w: Kendall's."""

    ranks: tuple[tuple[int, ...], ...]
    rank_sums: tuple[int, ...]
    places: tuple[int, ...]
    w: float


TASTINGS = {
    "report2": Tasting(
        (
            (2, 3, 9, 7, 5, 6, 1, 8, 4),
            (6, 3, 8, 5, 9, 1, 2, 4, 7),
            (5, 1, 7, 4, 8, 2, 3, 6, 9),
            (3, 6, 9, 4, 7, 1, 2, 8, 5),
            (2, 4, 9, 5, 3, 8, 1, 6, 7),
            (5, 1, 7, 4, 8, 2, 3, 6, 9),
            (2, 6, 9, 3, 5, 7, 4, 8, 1),
            (2, 7, 9, 1, 3, 8, 4, 5, 6),
            (4, 6, 9, 5, 8, 2, 1, 7, 3),
        ),
        (31, 37, 76, 38, 56, 37, 21, 58, 51),
        (2, 3, 9, 5, 7, 3, 1, 8, 6),
        0.4601,
    ),
    "report42": Tasting(
        (
            (6, 4, 8, 2, 1, 7, 3, 5),
            (4, 2, 8, 5, 3, 7, 1, 6),
            (5, 3, 1, 7, 2, 8, 6, 4),
            (5, 3, 7, 8, 1, 6, 4, 2),
            (3, 2, 4, 1, 5, 8, 7, 6),
            (4, 3, 6, 7, 8, 2, 5, 1),
            (2, 6, 8, 7, 5, 3, 4, 1),
        ),
        (29, 23, 42, 37, 25, 41, 30, 25),
        (4, 1, 8, 6, 2, 7, 5, 2),
        0.1924,
    ),
    "report88": Tasting(
        (
            (8, 4, 3, 1, 5, 2, 6, 7),
            (7, 5, 3, 2, 6, 4, 1, 8),
            (6, 5, 8, 7, 4, 1, 2, 3),
            (4, 2, 3, 5, 6, 1, 8, 7),
            (5, 8, 4, 2, 6, 3, 1, 7),
            (6, 3, 7, 2, 5, 8, 1, 4),
            (8, 5, 6, 2, 3, 4, 1, 7),
            (7, 8, 6, 1, 5, 3, 2, 4),
        ),
        (51, 40, 40, 22, 40, 26, 22, 47),
        (8, 4, 4, 1, 4, 3, 1, 7),
        0.3296,
    ),
}
