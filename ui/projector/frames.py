"""The words that stand on the projector, as values: what is shown changes only when these do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import TypeVar

from hackdesk.agenda import rules, turns
from hackdesk.agenda import timer as timers
from hackdesk.agenda.rules import ProgrammeItem, View
from hackdesk.agenda.timer import Phase
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.jury.wording import place_words
from hackdesk.language import Words
from ui.projector.showing import PlaceStep, Showing

#: How many lines of the programme the hall reads at once.
COMING = 5
#: What the hall reads at once, and for how many seconds, before the page turns by itself.
ROOMS, TABLES, NAMES, MOVES, SECONDS = 4, 16, 20, 14, 8
#: A table's name so short stands before the name like a number.
_SHORT = 4
T = TypeVar("T")


@dataclass(frozen=True)
class Corners:
    """Small words in the four corners."""

    top_left: str = ""
    top_right: str = ""
    bottom_left: str = ""
    bottom_right: str = ""


@dataclass(frozen=True)
class BlankFrame:
    """Nothing but the ground."""


@dataclass(frozen=True)
class TextFrame:
    """One thing to read in the middle, a line above and a line below it."""

    text: str
    above: str = ""
    below: str = ""
    corners: Corners = Corners()


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
    """One line of a list: a short mark (time, place, table), the text, something small after it."""

    mark: str
    text: str
    note: str = ""
    strong: bool = False


@dataclass(frozen=True)
class ListFrame:
    """A heading and lines."""

    lines: tuple[Line, ...]
    heading: str = ""
    above: str = ""
    corners: Corners = Corners()


@dataclass(frozen=True)
class Room:
    """A team for the hall: its table, its name, its people."""

    table: str
    team: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class RoomsFrame:
    """A few teams with their people, two beside each other."""

    rooms: tuple[Room, ...]
    corners: Corners = Corners()


Frame = BlankFrame | TextFrame | TimerFrame | ListFrame | RoomsFrame


def frame(showing: Showing, moment: Moment, words: Words) -> Frame:
    """What the hall sees at a moment."""
    view, now = showing.stage.view, moment.utc
    if view == View.TIMER:
        return timer_frame(showing, moment, words)
    if view == View.PROGRAMME:
        return programme_frame(showing, now, words)
    if view == View.TEAMS:
        return teams_frame(showing, now, words)
    if view == View.PEOPLE:
        return people_frame(showing, now, words)
    if view == View.MOVED:
        return moved_frame(showing, now, words)
    if view == View.MESSAGE and showing.stage.message:
        return TextFrame(showing.stage.message, corners=Corners(top_right=showing.settings.name))
    if view == View.RESULTS:
        return results_frame(showing, words)
    if view == View.BLANK:
        return BlankFrame()
    return welcome_frame(showing, now, words)


def welcome_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """The event's name, where and when, and what comes next."""
    settings = showing.settings
    days = words.days(settings.starts_on, settings.ends_on)
    return TextFrame(
        settings.name,
        above=words("Welcome"),
        below=f"{settings.place} · {days}" if settings.place else days,
        corners=Corners(bottom_left=_next_item(showing, now, words)),
    )


def timer_frame(showing: Showing, moment: Moment, words: Words) -> Frame:
    """The countdown of a turn, or a countdown of its own."""
    timer = showing.timer
    turn = turns.turn_of(timer, showing.here.pitches if timer.phase.of_a_round else ())
    if timer.phase == Phase.OVER:
        return TextFrame(
            words("All teams have pitched"),
            corners=Corners(top_right=showing.settings.name, bottom_left=_next_item(showing, moment.utc, words)),
        )
    seconds = timers.remaining(timer, moment)
    over = ceil(seconds) < 0
    return TimerFrame(
        digits=timers.clock_text(seconds),
        title=turn.pitch.name if turn.pitch else timer.label,
        above=_phase_words(timer.phase, words),
        word=_word_under(showing, seconds, moment, words),
        tone="over" if ceil(seconds) <= 0 else "soon" if _soon(showing, seconds) else "calm",
        left=0.0 if over else share_left(showing, seconds),
        corners=_turn_corners(showing, turn, words),
    )


def share_left(showing: Showing, seconds: float) -> float:
    """The share of the time given that is left, in whole seconds, so that it changes with the digits."""
    total = showing.timer.seconds + showing.timer.added
    return min(1.0, max(0.0, ceil(seconds) / total)) if total > 0 else 0.0


def _soon(showing: Showing, seconds: float) -> bool:
    total = showing.timer.seconds + showing.timer.added
    return any(total > at >= ceil(seconds) for at in showing.here.warnings if at)


def _word_under(showing: Showing, seconds: float, moment: Moment, words: Words) -> str:
    if ceil(seconds) < 0:
        return words("over time")
    if ceil(seconds) == 0:
        return words("Time is up")
    begun = timers.elapsed(showing.timer, moment) > 0
    return words("paused") if begun and not showing.timer.running else ""


def _phase_words(phase: Phase, words: Words) -> str:
    if phase == Phase.QUESTIONS:
        return words("Questions from the jury")
    return words("Getting ready") if phase == Phase.CHANGEOVER else ""


def _turn_corners(showing: Showing, turn: turns.Turn, words: Words) -> Corners:
    if turn.pitch is None:
        return Corners(top_right=showing.settings.name)
    standing = [pitch for pitch in showing.here.pitches if pitch.standing]
    number = standing.index(turn.pitch) + 1 if turn.pitch in standing else turn.pitch.position
    after = _next_pitch(showing, turn)
    return Corners(
        top_left=words("Pitch {number} of {count}", number=number, count=len(standing)),
        top_right=showing.settings.name,
        bottom_left=_then(showing, words),
        bottom_right=words("Next: {what}", what=after) if after else "",
    )


def _next_pitch(showing: Showing, turn: turns.Turn) -> str:
    try:
        after = turns.next_pitch(turn.pitch, showing.here.pitches)
    except HackDeskError:  # every team withdrew since: nobody is next
        return ""
    return after.name if after else ""


def _then(showing: Showing, words: Words) -> str:
    try:
        then = turns.following(showing.timer, showing.here).phase
    except HackDeskError:
        return ""
    length = length_words(showing.here.lengths.of(then), words)
    sentences = {
        Phase.PITCH: words("Then: pitch, {length}", length=length),
        Phase.QUESTIONS: words("Then: questions from the jury, {length}", length=length),
        Phase.CHANGEOVER: words("Then: changeover, {length}", length=length),
    }
    return sentences.get(then, "")


def length_words(seconds: int, words: Words) -> str:
    """A length as it is said: 3 min, 90 s."""
    if seconds % 60:
        return words("{seconds} s", seconds=seconds)
    return words("{minutes} min", minutes=seconds // 60)


def programme_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """What is on now and what follows today."""
    zone = showing.settings.zone
    found = rules.now_and_next(showing.programme, now)
    start = showing.programme.index(found.next) if found.next else len(showing.programme)
    coming = [item for item in showing.programme[start:] if item.untouched and _same_day(item, found.next)]
    lines = tuple(Line(words.time(item.starts_at, zone), item.title) for item in coming[:COMING])
    corners = Corners(top_left=showing.settings.name, top_right=words.time(now, zone))
    if found.now:
        until = words("until {time}", time=words.time(found.now.ends_at, zone))
        above = words("Now, {until}", until=until)
        return ListFrame(lines, heading=found.now.title, above=above, corners=corners)
    if lines:
        return ListFrame(lines, above=words("Next"), corners=corners)
    return TextFrame(showing.settings.name, below=words("The programme is over"), corners=corners)


def _same_day(item: ProgrammeItem, first: ProgrammeItem | None) -> bool:
    return first is not None and item.starts_at - first.starts_at < 3 * rules.NIGHT


def _next_item(showing: Showing, now: datetime, words: Words) -> str:
    found = rules.now_and_next(showing.programme, now).next
    if found is None:
        return ""
    return f"{words.time(found.starts_at, showing.settings.zone)} {found.title}"


def page_of(lines: Sequence[T], most: int, now: datetime) -> tuple[tuple[T, ...], str]:
    """The lines whose turn it is, and which page of how many; pages are as even as they can be."""
    pages = max(1, -(-len(lines) // most))
    each, page = -(-len(lines) // pages), int(now.timestamp() // SECONDS) % pages
    return tuple(lines[page * each : (page + 1) * each]), f"{page + 1} / {pages}" if pages > 1 else ""


def teams_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """Who sits where, team by team; with their people once they are announced."""
    if not showing.seats:
        return TextFrame(words("The teams are forming"), corners=Corners(top_right=showing.settings.name))
    title = words("Teams and where they sit")
    rooms = [Room(seat.table, seat.team, seat.people) for seat in showing.seats if seat.people]
    if rooms:
        shown, page = page_of(rooms, ROOMS, now)
        return RoomsFrame(shown, _turning(showing, title, page))
    seats, page = page_of(showing.seats, TABLES, now)
    lines = tuple(Line(seat.table, seat.team) for seat in seats)
    return ListFrame(lines, corners=_turning(showing, title, page))


def people_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """Who sits where, from A to Z, as it was announced."""
    everybody = [(name, seat) for seat in showing.seats for name in seat.people]
    if not everybody:
        return TextFrame(words("The teams are forming"), corners=Corners(top_right=showing.settings.name))
    everybody.sort(key=lambda one: words.alphabet(one[0]))
    shown, page = page_of(everybody, NAMES, now)
    lines = tuple(Line(_mark(seat.table), name, _where(seat.team, seat.table)) for name, seat in shown)
    first, last = shown[0][0][:1], shown[-1][0][:1]
    title = words("Where do I sit?")
    letters = f"{title} {first}–{last}" if page else title
    return ListFrame(lines, corners=_turning(showing, letters, page))


def moved_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """Who sits elsewhere than the room was told, and where they go."""
    if not showing.moves:
        return TextFrame(
            words("Everybody sits where it was announced"), corners=Corners(top_right=showing.settings.name)
        )
    shown, page = page_of(showing.moves, MOVES, now)
    lines = tuple(
        Line(_mark(one.table), one.person, _where(one.team, one.table) or words("no team")) for one in shown
    )
    return ListFrame(lines, corners=_turning(showing, words("Who moved"), page))


def _mark(table: str) -> str:
    return table if len(table) <= _SHORT else ""


def _where(team: str, table: str) -> str:
    return team if len(table) <= _SHORT else table


def _turning(showing: Showing, title: str, page: str) -> Corners:
    return Corners(top_left=title, top_right=f"{showing.settings.name}   {page}".rstrip())


def results_frame(showing: Showing, words: Words) -> Frame:
    """The sealed places that are revealed so far, the best one on top."""
    corners = Corners(top_right=showing.settings.name)
    if showing.steps is None:
        return TextFrame(words("The jury is at work"), corners=corners)
    shown = showing.steps[: showing.stage.revealed]
    if not shown:
        return TextFrame(words("Results"), corners=corners)
    lines = [
        line for step in reversed(shown) for line in _place_lines(step, newest=step is shown[-1], words=words)
    ]
    return ListFrame(tuple(lines), corners=Corners(top_left=words("Results"), top_right=showing.settings.name))


def _place_lines(step: PlaceStep, *, newest: bool, words: Words) -> list[Line]:
    mark = words("{place}.", place=place_words(step.place, step.until, step.shared))
    return [Line(mark, team, ", ".join(awards), newest) for team, awards in step.teams]
