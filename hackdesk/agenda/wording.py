"""What is said of the programme: lengths, lateness, what a shift does, what overlaps, when the rest will begin."""

from __future__ import annotations

from datetime import timedelta, tzinfo

from hackdesk.agenda.arranging import Free, Inserted, Overlap
from hackdesk.agenda.forecast import Forecast
from hackdesk.agenda.hours import clock_change
from hackdesk.agenda.rules import Expected, ProgrammeItem
from hackdesk.agenda.shifting import Shift
from hackdesk.language import Words

_MINUTE = timedelta(minutes=1)
#: A pace that differs by less is not worth a word.
_EVEN = 0.03
#: Letters of a title in a sentence.
_LONG = 48


def minutes_in(span: timedelta) -> int:
    """Full minutes, cut and not rounded: nobody is a minute late after thirty seconds."""
    return int(span / _MINUTE)


def length_words(words: Words, span: timedelta) -> str:
    """A length as it is said: 45 min, 2 h, 1 h 15 min."""
    hours, minutes = divmod(round(span / _MINUTE), 60)
    if not hours:
        return words("{minutes} min", minutes=minutes)
    if not minutes:
        return words("{hours} h", hours=hours)
    return words("{hours} h {minutes} min", hours=hours, minutes=minutes)


def signed(minutes: int) -> str:
    """Minutes with their sign: +10, −5."""
    return f"{minutes:+}".replace("-", "−") if minutes else "0"


def named(words: Words, item: ProgrammeItem) -> str:
    """An item inside a sentence: a very long title is cut, so that the sentence can still be read."""
    title = item.title if len(item.title) <= _LONG else item.title[: _LONG - 1].rstrip() + "…"
    return words.quoted(title)


def shift_words(words: Words, shift: Shift, *, ahead: bool = False) -> str:
    """What a shift did; ahead: what it would do. Who moves, who loses how much, what stays."""
    minutes, count = signed(shift.minutes), len(shift.moved)
    said = [
        words.many("{count} item will move by {minutes} min.", "{count} items will move by {minutes} min.",
                   count, minutes=minutes) if ahead else
        words.many("{count} item moved by {minutes} min.", "{count} items moved by {minutes} min.",
                   count, minutes=minutes)
    ]  # fmt: skip
    said += [
        words("{item} loses {minutes} min.", item=named(words, lost.item), minutes=lost.minutes)
        for lost in shift.squeezed
    ]
    if shift.before is not None:
        said.append(words("{item} and what follows stay.", item=named(words, shift.before)))
    return " ".join(said)


def inserted_words(words: Words, receipt: Inserted) -> str:
    """What became of a new item."""
    said = words("{item} is in the programme.", item=named(words, receipt.item))
    if receipt.room:
        return f"{said} {shift_words(words, receipt.room)}"
    return f"{said} {words.error(receipt.refused)}" if receipt.refused else said


def overlap_words(words: Words, overlap: Overlap) -> str:
    """Which two overlap, and by how much."""
    return words(
        "{one} and {other} overlap by {length}", one=named(words, overlap.first),
        other=named(words, overlap.second), length=length_words(words, overlap.length),
    )  # fmt: skip


def free_words(words: Words, free: Free) -> str:
    """How much time is free."""
    return words("{length} free", length=length_words(words, free.length))


def late_words(words: Words, late: timedelta) -> str:
    """How late we are, from the first full minute on."""
    minutes = minutes_in(late)
    return words("{minutes} min late", minutes=minutes) if minutes > 0 else ""


def pace_words(words: Words, pace: float) -> str:
    """How the day goes against its plan; empty where it goes as planned."""
    percent = round(abs(pace - 1) * 100)
    if abs(pace - 1) < _EVEN:
        return ""
    if pace > 1:
        return words("What is over took {percent} % longer than planned.", percent=percent)
    return words("What is over took {percent} % less than planned.", percent=percent)


def forecast_words(words: Words, forecast: Forecast, zone: tzinfo) -> str:
    """The forecast as one sentence, and what it takes from items before a fixed one."""
    milestone = forecast.milestone
    if milestone is None:
        return ""
    said = [_milestone(words, milestone, zone)]
    said += [
        words("{item} loses {minutes} min.", item=named(words, one.item), minutes=round(one.lost / _MINUTE))
        for one in forecast.squeezed
    ]
    return " ".join(said)


def _milestone(words: Words, one: Expected, zone: tzinfo) -> str:
    item = named(words, one.item)
    if minutes_in(one.late) < 1:
        planned = words.time(one.item.starts_at, zone)
        return words("{item} can start as planned at {time}.", item=item, time=planned)
    return words(
        "At this pace {item} starts {time}, {length} later than planned.", item=item,
        time=words.time(one.starts_at, zone), length=length_words(words, one.late),
    )  # fmt: skip


def change_words(words: Words, item: ProgrammeItem, zone: tzinfo) -> str:
    """That the clock is changed while an item is on, and how long it really is; empty where it is not."""
    change = clock_change(item.starts_at, item.ends_at, zone)
    if not change:
        return ""
    length = length_words(words, item.ends_at - item.starts_at)
    if change > timedelta():
        return words("The clock goes forward meanwhile: it lasts {length}.", length=length)
    return words("The clock goes back meanwhile: it lasts {length}.", length=length)
