"""Where on the screen a time of the day is: long things are tall, short ones can still be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

#: Pixels: the least for an item, the least and most for time in which nothing is, and round the day.
LEAST, FREE, MOST_FREE, AROUND = 42, 24, 44, 6
#: Pixels a minute, at least and at most; between them the day is made to fit.
_TIGHT, _LOOSE = 0.5, 1.5
#: After the day's last item there is room to drop something.
_AFTER, _AFTER_ROOM = timedelta(hours=2), 44

Span = tuple[datetime, datetime]


class Axis:
    """Times of a day against pixels from its top, in real time: an hour that the clock shows twice is there twice.

    spans: from when to when there is something; room: pixels the day should fit into if it can.
    """

    def __init__(self, spans: Sequence[Span], room: int) -> None:
        self._times = sorted({moment for span in spans for moment in span})
        self._lengths = [(later - earlier).total_seconds() / 60 for earlier, later in pairwise(self._times)]
        self._taken = [
            any(begins <= one < ends for begins, ends in spans) for one in self._times[:-1]
        ]
        heights = self._fitting(sorted(spans, key=lambda span: span[1] - span[0]), room)
        self._tops = [float(AROUND)]
        for height in heights:
            self._tops.append(self._tops[-1] + height)
        self.height = round(self._tops[-1]) + _AFTER_ROOM

    def _fitting(self, spans: Sequence[Span], room: int) -> list[float]:
        """The heights of the stretches between two times, at the scale at which they just fit."""
        tight, loose = _TIGHT, _LOOSE
        for _step in range(12):
            scale = (tight + loose) / 2
            if sum(self._heights(spans, scale)) + AROUND + _AFTER_ROOM > room:
                loose = scale
            else:
                tight = scale
        return self._heights(spans, tight)

    def _heights(self, spans: Sequence[Span], scale: float) -> list[float]:
        heights = [
            length * scale if taken else min(max(length * scale, FREE), MOST_FREE)
            for length, taken in zip(self._lengths, self._taken, strict=True)
        ]
        for begins, ends in spans:
            first, last = self._times.index(begins), self._times.index(ends)
            has = sum(heights[first:last])
            if has < LEAST:
                for number in range(first, last):
                    heights[number] *= LEAST / has
        return heights

    def y(self, moment: datetime) -> float:
        """Where a time is."""
        if not self._times or moment <= self._times[0]:
            return float(AROUND)
        number = bisect_right(self._times, moment) - 1
        if number >= len(self._times) - 1:
            share = min((moment - self._times[-1]) / _AFTER, 1.0)
            return self._tops[-1] + share * _AFTER_ROOM
        passed = (moment - self._times[number]).total_seconds() / 60 / self._lengths[number]
        return self._tops[number] + passed * (self._tops[number + 1] - self._tops[number])

    def at(self, y: float) -> datetime:
        """Which time is at a place; above the day one goes on as quickly as at its end."""
        if y <= self._tops[0]:
            return self._times[0] - (self._tops[0] - y) / _AFTER_ROOM * _AFTER
        number = bisect_right(self._tops, y) - 1
        if number >= len(self._tops) - 1:
            return self._times[-1] + (y - self._tops[-1]) / _AFTER_ROOM * _AFTER
        share = (y - self._tops[number]) / (self._tops[number + 1] - self._tops[number])
        return self._times[number] + share * timedelta(minutes=self._lengths[number])


def lanes(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """For each span, in their order, the lane it takes and how many lie beside each other there."""
    placed: list[tuple[int, int]] = [(0, 1)] * len(spans)
    group: list[int] = []
    ends: list[datetime] = []
    for number in sorted(range(len(spans)), key=lambda one: spans[one]):
        begins = spans[number][0]
        if ends and begins >= max(ends):
            _close(placed, group, len(ends))
            group, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= begins), len(ends))
        ends[lane : lane + 1] = [spans[number][1]]
        placed[number] = (lane, 1)
        group.append(number)
    _close(placed, group, len(ends))
    return placed


def _close(placed: list[tuple[int, int]], group: Sequence[int], count: int) -> None:
    for number in group:
        placed[number] = (placed[number][0], count)
