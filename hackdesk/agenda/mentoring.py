"""Mentors, what teams want to see one about, the rounds and the visits: what holds for them, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.rules import folded

Span = tuple[datetime, datetime]
#: So many slots make a round that can be read and planned.
MOST_SLOTS = 48


@dataclass(frozen=True)
class Mentor:
    """Somebody who helps teams. themes: what they know, in words. times: when they are here; none: all the time.

    place: where teams find them; "": they walk from table to table.
    """

    id: UUID
    name: str
    themes: tuple[str, ...] = ()
    times: tuple[Span, ...] = ()
    place: str = ""
    person_id: UUID | None = None
    version: int = 1

    @cached_property
    def known(self) -> frozenset[str]:
        """The themes as they are compared."""
        return frozenset(folded(theme) for theme in self.themes)

    def here(self, span: Span) -> bool:
        """Whether they are here for the whole of it."""
        return not self.times or any(first <= span[0] and span[1] <= last for first, last in self.times)


@dataclass(frozen=True)
class MentorDraft:
    """A mentor as somebody writes them down. name: where no person of the list is meant."""

    name: str = ""
    person_id: UUID | None = None
    themes: tuple[str, ...] = ()
    times: tuple[Span, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Wanting:
    """A team and what it wants to see a mentor about. sought: what its topic seeks, to be suggested."""

    id: UUID
    name: str
    table: str = ""
    themes: tuple[str, ...] = ()
    state: str = "active"
    sought: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it still works."""
        return self.state == "active"


@dataclass(frozen=True)
class Slot:
    """A slot of a round, from–until."""

    round_id: UUID
    starts_at: datetime
    ends_at: datetime

    @property
    def span(self) -> Span:
        """From, until."""
        return self.starts_at, self.ends_at


@dataclass(frozen=True)
class RoundDraft:
    """A round as somebody writes it down. item_id: the item of the programme it stands for."""

    name: str
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int = 15
    walk_minutes: int = 0
    item_id: UUID | None = None


@dataclass(frozen=True)
class MentorRound:
    """A stretch of time in slots of the same length, with a walk between them."""

    id: UUID
    name: str
    starts_at: datetime
    ends_at: datetime
    slot_minutes: int = 15
    walk_minutes: int = 0
    item_id: UUID | None = None
    version: int = 1

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that find room."""
        length, step = self.length, timedelta(minutes=self.slot_minutes + self.walk_minutes)
        starts = (self.starts_at + number * step for number in range(MOST_SLOTS))
        return tuple(Slot(self.id, at, at + length) for at in starts if at + length <= self.ends_at)

    @property
    def length(self) -> timedelta:
        """Of a slot."""
        return timedelta(minutes=self.slot_minutes)


@dataclass(frozen=True)
class Visit:
    """A mentor sees a team. pinned: no plan moves it; visited_at: it took place; note: what was said there."""

    id: UUID
    round_id: UUID
    mentor_id: UUID
    team_id: UUID
    starts_at: datetime
    pinned: bool = False
    visited_at: datetime | None = None
    note: str = ""
    version: int = 1


@dataclass(frozen=True)
class Seat:
    """Where and when a visit is to be: its round, its mentor, its slot."""

    round_id: UUID
    mentor_id: UUID
    starts_at: datetime


@dataclass(frozen=True)
class Mentoring:
    """Everything about mentors as of one moment. teams: those that withdrew too; visits: in the order of time.

    zone: where the hall's clock hangs.
    """

    mentors: tuple[Mentor, ...] = ()
    teams: tuple[Wanting, ...] = ()
    rounds: tuple[MentorRound, ...] = ()
    visits: tuple[Visit, ...] = ()
    zone: str = "Europe/Tallinn"

    @cached_property
    def mentor(self) -> dict[UUID, Mentor]:
        """By id."""
        return {mentor.id: mentor for mentor in self.mentors}

    @cached_property
    def team(self) -> dict[UUID, Wanting]:
        """By id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def round(self) -> dict[UUID, MentorRound]:
        """By id."""
        return {one.id: one for one in self.rounds}

    @property
    def active(self) -> tuple[Wanting, ...]:
        """The teams that still work."""
        return tuple(team for team in self.teams if team.active)

    def span(self, visit: Visit) -> Span:
        """From when until when a visit is."""
        return visit.starts_at, visit.starts_at + self.round[visit.round_id].length

    def of_round(self, round_id: UUID) -> tuple[Visit, ...]:
        """The visits of a round."""
        return tuple(visit for visit in self.visits if visit.round_id == round_id)

    def over(self, visit: Visit, now: datetime) -> bool:
        """Whether its time has passed and nobody has said that it took place."""
        return visit.visited_at is None and self.span(visit)[1] <= now and self.team[visit.team_id].active

    def missed(self, visit: Visit, now: datetime) -> bool:
        """Whether it was left out: others of its round are marked, and it is not.

        Where nobody marks anything, what was planned counts as done once its time has passed.
        """
        marked = any(one.visited_at for one in self.of_round(visit.round_id))
        return marked and self.over(visit, now)

    def met(self, team: Wanting, now: datetime | None = None) -> frozenset[str]:
        """The folded themes on which a team sees somebody who knows them. now: what was missed by then is none."""
        found: set[str] = set()
        for visit in self.visits:
            if visit.team_id == team.id and not (now and self.missed(visit, now)):
                found |= self.mentor[visit.mentor_id].known
        return frozenset(folded(theme) for theme in team.themes if folded(theme) in found)

    def why(self, visit: Visit) -> tuple[str, ...]:
        """The themes of the team that the mentor knows, in the team's words."""
        known = self.mentor[visit.mentor_id].known
        return tuple(theme for theme in self.team[visit.team_id].themes if folded(theme) in known)

    def unvisited(self, round_id: UUID) -> tuple[Wanting, ...]:
        """The teams that nobody was at yet in a round."""
        seen = {visit.team_id for visit in self.of_round(round_id) if visit.visited_at}
        return tuple(team for team in self.active if team.id not in seen)


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of time meet."""
    return one[0] < other[1] and other[0] < one[1]


def seated(now: Mentoring, team_id: UUID, seat: Seat, but: UUID | None = None) -> None:
    """Raises HackDeskError where a mentor or a team cannot be there then, with who is in the way.

    but: a visit that leaves its place for this one.
    """
    mentor, team, here = now.mentor[seat.mentor_id], now.team[team_id], now.round[seat.round_id]
    span = seat.starts_at, seat.starts_at + here.length
    at = clock_words(seat.starts_at, now.zone)
    if not mentor.here(span):
        raise HackDeskError(
            N_("{mentor} is not here at {time}."), mentor=mentor.name, time=at,
            remedy=N_("Choose another slot, or change when they are here."),
        )  # fmt: skip
    for visit in now.visits:
        if visit.id == but or not overlap(span, now.span(visit)):
            continue
        if visit.mentor_id == mentor.id:
            raise HackDeskError(
                N_("{mentor} sees “{team}” at {time}."), mentor=mentor.name, time=at,
                team=now.team[visit.team_id].name, remedy=N_("Choose another slot, or move that visit first."),
            )  # fmt: skip
        if visit.team_id == team_id:
            raise HackDeskError(
                N_("“{team}” sees {mentor} at {time}."), team=team.name, time=at,
                mentor=now.mentor[visit.mentor_id].name,
                remedy=N_("Choose another slot, or move that visit first."),
            )  # fmt: skip


def clock_words(moment: datetime, zone: str) -> str:
    """A time of the hall's clock: 15:40."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def tidy_themes(themes: Iterable[str]) -> tuple[str, ...]:
    """Themes trimmed, each once however it is spelt, in the order in which they were said."""
    found: dict[str, str] = {}
    for theme in themes:
        clean = " ".join(theme.split())
        if folded(clean):
            found.setdefault(folded(clean), clean)
    return tuple(found.values())


def spread(themes: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """The same themes, spelt as somebody spelt them before."""
    spelt = {folded(theme): theme for theme in reversed(known)}
    return tuple(spelt.get(folded(theme), theme) for theme in tidy_themes(themes))


def checked_round(draft: RoundDraft) -> RoundDraft:
    """The same round. Raises HackDeskError where no slot finds room in it."""
    if not draft.name.strip():
        raise HackDeskError(N_("The round of mentors has no name."), remedy=N_("Type what it is called."))
    if not 3 <= draft.slot_minutes <= 240 or not 0 <= draft.walk_minutes <= 60:
        raise HackDeskError(N_("A visit takes 3 to 240 minutes, the walk to the next one 0 to 60."))
    length = draft.ends_at - draft.starts_at
    if length < timedelta(minutes=draft.slot_minutes):
        raise HackDeskError(
            N_("No visit finds room in “{name}”."), name=draft.name,
            remedy=N_("Let it end later, or make the visits shorter."),
        )  # fmt: skip
    if length >= MOST_SLOTS * timedelta(minutes=draft.slot_minutes + draft.walk_minutes):
        raise HackDeskError(
            N_("“{name}” has too many slots."), name=draft.name,
            remedy=N_("Let it end earlier, or make the visits longer."),
        )  # fmt: skip
    return draft
