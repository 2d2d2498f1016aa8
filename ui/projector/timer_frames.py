"""The timer as the hall sees it, and as the laptop shows it beside its buttons."""

from __future__ import annotations

from math import ceil

from hackdesk.agenda import timer as timers
from hackdesk.agenda import turns
from hackdesk.agenda.timer import Phase
from hackdesk.agenda.turns import Subject
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.language import Words
from ui.projector.parts import Corners, Frame, TextFrame, TimerFrame
from ui.projector.showing import Showing


def timer_frame(showing: Showing, moment: Moment, words: Words) -> Frame:
    """The countdown of a turn, a countdown of its own, to a time of day, or the time of day itself."""
    timer = showing.timer
    if timer.phase == Phase.OVER:
        return _over(showing, moment, words)
    if timer.phase == Phase.CLOCK:
        digits = words.time(moment.utc, showing.settings.zone)
        return TimerFrame(digits, timer.label, corners=_plain_corners(showing, moment, words))
    turn = turns.turn_of(timer, showing.here.pitches if timer.phase.of_a_round else ())
    seconds = timers.remaining(timer, moment)
    over = ceil(seconds) < 0
    until = timer.phase == Phase.UNTIL
    return TimerFrame(
        digits=timers.clock_text(seconds),
        title=turn.pitch.name if turn.pitch else timer.label,
        above=_above(showing, words),
        word=_word_under(showing, seconds, moment, words),
        tone="over" if ceil(seconds) <= 0 else "soon" if _soon(showing, seconds) else "calm",
        left=None if until else 0.0 if over else share_left(showing, seconds),
        corners=_turn_corners(showing, turn, words) if turn.pitch else _plain_corners(showing, moment, words),
    )


def _over(showing: Showing, moment: Moment, words: Words) -> Frame:
    topics, then = showing.here.subject == Subject.TOPICS, showing.next_item(moment.utc, words)
    return TextFrame(
        words("All topics have been introduced") if topics else words("All teams have pitched"),
        then=words("Next: {what}", what=then) if then else "",
        corners=Corners(top_right=showing.settings.name),
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


def _above(showing: Showing, words: Words) -> str:
    phase, until = showing.timer.phase, showing.timer.until
    if phase == Phase.UNTIL and until is not None:
        return words("until {time}", time=words.time(until, showing.settings.zone))
    if phase == Phase.QUESTIONS:
        of_topics = showing.here.subject == Subject.TOPICS
        return words("Questions") if of_topics else words("Questions from the jury")
    return words("Getting ready") if phase == Phase.CHANGEOVER else ""


def _plain_corners(showing: Showing, moment: Moment, words: Words) -> Corners:
    return Corners(top_right=showing.settings.name, bottom_left=showing.next_item(moment.utc, words))


def _turn_corners(showing: Showing, turn: turns.Turn, words: Words) -> Corners:
    assert turn.pitch is not None
    after = _next_pitch(showing, turn)
    return Corners(
        top_left=number_words(showing, turn.pitch, words),
        top_right=showing.settings.name,
        bottom_left=_then(showing, words),
        bottom_right=words("Next: {what}", what=after) if after else "",
    )


def number_words(showing: Showing, pitch: turns.Pitch, words: Words) -> str:
    """The how manieth of how many: Pitch 3 of 10, Topic 3 of 12."""
    standing = [one for one in showing.here.pitches if one.standing]
    number = standing.index(pitch) + 1 if pitch in standing else pitch.position
    if showing.here.subject == Subject.TOPICS:
        return words("Topic {number} of {count}", number=number, count=len(standing))
    return words("Pitch {number} of {count}", number=number, count=len(standing))


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
    if then == Phase.QUESTIONS and showing.here.subject == Subject.TOPICS:
        return words("Then: questions, {length}", length=length)
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
