"""What a timer shows at a moment, on the laptop and in the hall alike: digits, a tone, words, a share."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil
from zoneinfo import ZoneInfo

from hackdesk.agenda import timer as timers
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.clock import Moment
from hackdesk.language import Words

#: Seconds for which a warning is said in its own words: "1 minute left".
_SAID = 5


@dataclass(frozen=True)
class Face:
    """digits: 3:00, +0:12, or the time of day. tone: calm, soon, over; a word always goes with the last two.

    left: the share of the time that is left, in whole seconds so that it changes with the digits; None: no bar.
    """

    digits: str
    word: str = ""
    tone: str = "calm"
    left: float | None = None


def face(timer: Timer, warnings: Collection[int], now: Moment, zone: ZoneInfo, words: Words) -> Face:
    """What the timer shows. warnings: seconds before the end; zone: where the hall's clock hangs."""
    if timer.phase == Phase.CLOCK:
        return Face(words.time(now.utc, zone))
    seconds = timers.remaining(timer, now)
    whole, total = ceil(seconds), timer.seconds + timer.added
    soon = [at for at in timers.bells(timer, warnings) if 0 < whole <= at < total]
    tone = "over" if whole <= 0 else "soon" if soon else "calm"
    left = None if timer.phase == Phase.UNTIL else min(1.0, max(0, whole) / total) if total > 0 else 0.0
    word = _tone_word(whole, min(soon, default=0), words)
    if timer.begun and not timer.running:
        word = " · ".join(filter(None, (word, words("paused"))))
    word = word or until_words(timer, now, zone, words)
    return Face(timers.clock_text(seconds), word, tone, left)


def _tone_word(whole: int, soon: int, words: Words) -> str:
    if whole < 0:
        return words("over time")
    if whole == 0:
        return words("Time is up")
    if not soon:
        return ""
    if whole > soon - _SAID:
        return _left(soon, words)
    return _last(soon, words)


def _left(seconds: int, words: Words) -> str:
    if seconds % 60:
        return words.many("{count} second left", "{count} seconds left", seconds)
    return words.many("{count} minute left", "{count} minutes left", seconds // 60)


def _last(seconds: int, words: Words) -> str:
    if seconds % 60:
        return words.many("The last second", "The last {count} seconds", seconds)
    return words.many("The last minute", "The last {count} minutes", seconds // 60)


def until_words(timer: Timer, now: Moment, zone: ZoneInfo, words: Words) -> str:
    """To which time of day it counts; "" for any other timer."""
    if timer.phase != Phase.UNTIL or timer.until is None:
        return ""
    time = words.time(timer.until, zone)
    if timer.until.astimezone(zone).date() != now.utc.astimezone(zone).date():
        return words("until {time} tomorrow", time=time)
    return words("until {time}", time=time)
