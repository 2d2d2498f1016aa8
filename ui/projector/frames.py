"""What the hall sees at a moment: from what is on the stage to the words that stand on the projector."""

from __future__ import annotations

from datetime import datetime

from hackdesk.agenda import rules
from hackdesk.agenda.rules import ProgrammeItem, View
from hackdesk.clock import Moment
from hackdesk.language import Words, language
from ui.projector.parts import (
    SECONDS,
    BlankFrame,
    Corners,
    Frame,
    Line,
    ListFrame,
    LogosFrame,
    Room,
    RoomsFrame,
    TextFrame,
    TimerFrame,
    Turn,
)
from ui.projector.result_frames import results_frame
from ui.projector.showing import Showing
from ui.projector.team_frames import moved_frame, people_frame, teams_frame
from ui.projector.timer_frames import length_words, timer_frame
from ui.projector.topic_frames import order_frame, topic_frame, topics_frame

__all__ = [
    "COMING", "SECONDS", "BlankFrame", "Corners", "Frame", "Line", "ListFrame", "LogosFrame", "Room", "RoomsFrame",
    "TextFrame", "TimerFrame", "frame", "length_words", "timer_frame", "tongue",
]  # fmt: skip

#: How many lines of the programme the hall reads at once.
COMING = 5


def tongue(showing: Showing, now: datetime) -> tuple[Words, Turn]:
    """The language whose turn it is, and the turn: the hall's languages change with the pages."""
    tags = showing.settings.hall_languages or [showing.settings.language]
    turn = Turn.at(now, len(tags))
    return language(tags[turn.number % len(tags)]), turn


def frame(showing: Showing, moment: Moment) -> Frame:
    """What the hall sees at a moment, in the language whose turn it is."""
    words, turn = tongue(showing, moment.utc)
    return _in_words(showing, moment, words, turn)


def _in_words(showing: Showing, moment: Moment, words: Words, turn: Turn) -> Frame:
    view, now = showing.stage.view, moment.utc
    if view == View.TIMER:
        return timer_frame(showing, moment, words)
    if view == View.PROGRAMME:
        return programme_frame(showing, now, words)
    if view in (View.TEAMS, View.PEOPLE, View.MOVED):
        made = {View.TEAMS: teams_frame, View.PEOPLE: people_frame, View.MOVED: moved_frame}
        return made[view](showing, words, turn)
    if view == View.TOPIC:
        return topic_frame(showing, moment, words, turn)
    if view in (View.TOPICS, View.ORDER):
        return {View.TOPICS: topics_frame, View.ORDER: order_frame}[view](showing, words, turn)
    if view == View.MESSAGE and showing.stage.message:
        return message_frame(showing, words, turn)
    if view == View.RESULTS:
        return results_frame(showing, words, turn)
    if view == View.SPONSORS and showing.sponsors:
        return sponsors_frame(showing, words)
    return BlankFrame() if view == View.BLANK else welcome_frame(showing, now, words, turn)


def welcome_frame(showing: Showing, now: datetime, words: Words, turn: Turn) -> Frame:
    """The event's name, where and when, and what comes next."""
    settings = showing.settings
    days, then = words.days(settings.starts_on, settings.ends_on), showing.next_item(now, words)
    return TextFrame(
        settings.name,
        above=words("Welcome"),
        below=(f"{settings.place}\N{NO-BREAK SPACE}· {days}" if settings.place else days,),
        then=words("Next: {what}", what=then) if then else "",
        turn=turn,
    )


def message_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """What the facilitator wrote, in this language where it was written in it too."""
    stage = showing.stage
    text = stage.other_messages.get(words.tag) or stage.message
    return TextFrame(text, corners=Corners(top_right=showing.settings.name), turn=turn)


def sponsors_frame(showing: Showing, words: Words) -> Frame:
    """Who made the event possible."""
    corners = Corners(top_left=words("With the support of"), top_right=showing.settings.name)
    return LogosFrame(showing.sponsors, corners)


def programme_frame(showing: Showing, now: datetime, words: Words) -> Frame:
    """What is on now and what follows today."""
    zone = showing.settings.zone
    found = rules.now_and_next(showing.programme, now)
    start = showing.programme.index(found.next) if found.next else len(showing.programme)
    coming = [item for item in showing.programme[start:] if item.untouched and _same_day(item, found.next)]
    lines = tuple(Line(words.time(item.starts_at, zone), title_of(item, words)) for item in coming[:COMING])
    corners = Corners(top_left=words.time(now, zone), top_right=showing.settings.name)
    if found.now:
        until = words("until {time}", time=words.time(found.now.ends_at, zone))
        above = words("Now, {until}", until=until)
        return ListFrame(lines, title_of(found.now, words), above, corners, steady=True)
    if lines:
        return ListFrame(lines, above=words("Next"), corners=corners, steady=True)
    return TextFrame(showing.settings.name, below=(words("The programme is over"),), corners=corners)


def title_of(item: ProgrammeItem, words: Words) -> str:
    """What an item is called in this language; its own title where it has none there."""
    return item.other_titles.get(words.tag) or item.title


def _same_day(item: ProgrammeItem, first: ProgrammeItem | None) -> bool:
    return first is not None and item.starts_at - first.starts_at < 3 * rules.NIGHT
