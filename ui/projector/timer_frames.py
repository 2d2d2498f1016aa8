"""The timer as the hall sees it, and as the laptop shows it beside its buttons."""

from __future__ import annotations

from hackdesk.agenda import turns
from hackdesk.agenda.face import face
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
    turn = turns.turn_of(timer, showing.here.pitches if timer.phase.of_a_round else ())
    shown = face(timer, showing.here.warnings, moment, showing.settings.zone, words)
    return TimerFrame(
        digits=shown.digits,
        title=turn.pitch.name if turn.pitch else timer.label,
        above=_above(showing, words),
        word=shown.word,
        tone=shown.tone,
        left=shown.left,
        corners=_turn_corners(showing, turn, words) if turn.pitch else _plain_corners(showing, moment, words),
    )


def _over(showing: Showing, moment: Moment, words: Words) -> Frame:
    topics, then = showing.here.subject == Subject.TOPICS, showing.next_item(moment.utc, words)
    return TextFrame(
        words("All topics have been introduced") if topics else words("All teams have pitched"),
        then=words("Next: {what}", what=then) if then else "",
        corners=Corners(top_right=showing.settings.name),
    )


def _above(showing: Showing, words: Words) -> str:
    phase = showing.timer.phase
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
