"""What the lines of an order of pitches say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hackdesk.agenda import turns
from hackdesk.agenda.lot import FIRST, Wish
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Pitch, Round, Subject
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.market_queries import WAYS, Stall
from ui.text import _, many

Sign = tuple[str, str] | None
_GONE = {
    "withdrawn": N_("withdrew"), "no_show": N_("did not show"), "merged": N_("merged"), "no_team": N_("no team"),
}  # fmt: skip


@dataclass(frozen=True)
class OrderLine:
    """A turn as the panel shows it. note: its wish, or what was counted for a topic."""

    pitch: Pitch
    note: str = ""
    sign: Sign = None

    @property
    def id(self) -> UUID:
        """What makes it the same line when it is read again."""
        return self.pitch.subject_id


def order_lines(
    here: Round, timer: Timer, wishes: Sequence[Wish], stalls: Mapping[UUID, Stall]
) -> tuple[OrderLine, ...]:
    """The lines of a round."""
    order = [pitch.subject_id for pitch in here.pitches]
    mine = {wish.team_id: wish for wish in wishes} if here.id is None else {}
    standing = timer.waiting or timer
    at = here.place_of(standing.subject_id) if standing.subject_id and standing.round_id == here.id else 0
    after = _next(standing, here) if at else None
    lines = []
    for pitch in here.pitches:
        if here.subject == Subject.TOPICS:
            stall = stalls.get(pitch.subject_id)
            note, done = counted(stall), stall is not None and stall.topic.pitched_at is not None
        else:
            wish = mine.get(pitch.subject_id)
            note = wish_words(wish, met=wish.met_by(order)) if wish else ""
            over = standing.phase == Phase.OVER and standing.round_id == here.id
            done = 0 < pitch.position < at or over
        lines.append(OrderLine(pitch, note, _sign(pitch, here, at, after, done=done)))
    return tuple(lines)


def _next(timer: Timer, here: Round) -> Pitch | None:
    try:
        return turns.next_pitch(turns.turn_of(timer, here.pitches).pitch, here.pitches)
    except HackDeskError:  # every team withdrew since
        return None


def _sign(pitch: Pitch, here: Round, at: int, after: Pitch | None, *, done: bool) -> Sign:
    topics = here.subject == Subject.TOPICS
    if not pitch.standing:
        return _(_GONE.get(pitch.state, pitch.state)), "warn" if pitch.state == "no_show" else "plain"
    if pitch.position == at:
        return _("now"), "accent"
    if after is not None and pitch.subject_id == after.subject_id:
        return _("next"), "info"
    if done:
        return (_("introduced") if topics else _("done")), "plain"
    return None


def wish_words(wish: Wish, *, met: bool = True) -> str:
    """A wish in few words: first, among the first 3; and whether the order meets it."""
    if wish.within == 1:
        said = _("first") if wish.kind == FIRST else _("last")
    elif wish.kind == FIRST:
        said = _("among the first {count}", count=wish.within)
    else:
        said = _("among the last {count}", count=wish.within)
    return said if met else _("{wish} (not met)", wish=said)


def counted(stall: Stall | None) -> str:
    """What was counted last for a topic in each way: 12 dots, 5 hands."""
    if stall is None:
        return ""
    last = ((way, stall.last(way)) for way in WAYS)
    return ", ".join(f"{_(WAYS[way])}: {count.count}" for way, count in last if count)


def whole_length(here: Round) -> str:
    """How long a round takes when nobody runs over."""
    lengths, count = here.lengths, len(here.standing)
    if not count:
        return ""
    seconds = count * (lengths.pitch + lengths.questions) + (count - 1) * lengths.changeover
    whole = many("{count} topic", "{count} topics", count)
    if here.subject == Subject.TEAMS:
        whole = many("{count} team", "{count} teams", count)
    return _("{whole}: about {minutes} min in all", whole=whole, minutes=max(1, round(seconds / 60)))
