"""Topics and the order of pitches, for the hall."""

from __future__ import annotations

from hackdesk.agenda import timer as timers
from hackdesk.agenda import turns
from hackdesk.agenda.timer import Phase
from hackdesk.agenda.turns import Pitch, Subject
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError
from hackdesk.language import Words
from ui.projector.parts import Corners, Frame, Line, ListFrame, TextFrame, Turn
from ui.projector.showing import Challenge, Showing
from ui.projector.timer_frames import number_words


def topics_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """Every open topic with whose it is and whom it wants."""
    corners = Corners(top_left=words("Topics"), top_right=showing.settings.name)
    if not showing.topics:
        return TextFrame(words("Topics come soon"), corners=corners)
    lines = tuple(
        Line(str(number), one.title, below="\N{NO-BREAK SPACE}· ".join(_about(one, words)))
        for number, one in enumerate(showing.topics, 1)
    )
    return ListFrame(lines, corners=corners, turn=turn)


def topic_frame(showing: Showing, moment: Moment, words: Words, turn: Turn) -> Frame:
    """The topic that is being introduced now; before the round begins, all of them."""
    here, timer = showing.here, showing.timer
    pitch = turns.turn_of(timer, here.pitches).pitch if here.subject == Subject.TOPICS else None
    topic = next((one for one in showing.topics if pitch and one.id == pitch.subject_id), None)
    if pitch is None or topic is None or timer.phase == Phase.OVER:
        return topics_frame(showing, words, turn)
    after = turns.next_pitch(pitch, here.pitches)
    return TextFrame(
        topic.title,
        above=number_words(showing, pitch, words),
        below=_about(topic, words),
        corners=Corners(
            top_left=timers.clock_text(timers.remaining(timer, moment)),
            top_right=showing.settings.name,
            bottom_left=words("Next: {what}", what=after.name) if after else "",
        ),
        turn=turn,
    )


def _about(topic: Challenge, words: Words) -> tuple[str, ...]:
    said = [topic.owner] if topic.owner else []
    if topic.seats:
        said.append(words.many("wants {count} person", "wants {count} people", topic.seats))
    if topic.sought:
        said.append(words("looks for: {groups}", groups=", ".join(topic.sought)))
    return tuple(said)


def order_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """The order of pitches as it was drawn, and who is up now and next."""
    here = showing.here if showing.timer.phase.of_a_round else showing.rounds[0]
    topics = here.subject == Subject.TOPICS
    title = words("Order of topics") if topics else words("Order of pitches")
    corners = Corners(top_left=title, top_right=showing.settings.name)
    standing = [pitch for pitch in here.pitches if pitch.standing]
    if not standing:
        return TextFrame(words("The order is drawn soon"), corners=corners)
    now = turns.turn_of(showing.timer, standing).pitch
    after = _following(now, standing, over=showing.timer.phase == Phase.OVER)
    lines = tuple(
        Line(f"{number}.", pitch.name, _sign(pitch, now, after, words), strong=pitch == (now or after))
        for number, pitch in enumerate(standing, 1)
    )
    return ListFrame(lines, corners=corners, turn=turn)


def _following(now: Pitch | None, standing: list[Pitch], *, over: bool) -> Pitch | None:
    try:
        return None if over else turns.next_pitch(now, standing)
    except HackDeskError:
        return None


def _sign(pitch: Pitch, now: Pitch | None, after: Pitch | None, words: Words) -> str:
    if pitch == now:
        return words("now")
    return words("next") if pitch == after else ""
