"""All that the hall may see at this moment, read from the event. What is private never gets in here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.agenda import rules
from hackdesk.agenda.rules import ProgrammeItem, RevealWay, Stage, View
from hackdesk.agenda.timer import Timer
from hackdesk.agenda.turns import Round
from hackdesk.event.settings import EventSettings
from hackdesk.jury.reveal import Step
from hackdesk.language import Words
from ui.projector.parts import Picture

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.teams.announcing import Told


@dataclass(frozen=True)
class Seat:
    """Where a team sits; table may be empty. people: as the room was told, never while they are being moved."""

    team: str
    table: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Move:
    """Somebody who sits elsewhere than the room was told; team and table "" where they sit nowhere."""

    person: str
    team: str
    table: str


@dataclass(frozen=True)
class Challenge:
    """A topic as it is put on the wall. seats: how many people its owner wants; sought: groups, by short name."""

    id: UUID
    title: str
    owner: str = ""
    seats: int | None = None
    sought: tuple[str, ...] = ()


@dataclass(frozen=True)
class Showing:
    """The hall's part of the event. rounds: the final one first; topics: the open ones.

    steps: of the sealed results, in the way that was chosen; None: not sealed.
    ranking_published: whether places are told at all, as it was signed or, before that, is chosen.
    moves: who moved since the room was told; None: it was told nothing.
    sponsors: read only where they are shown or will be.
    """

    settings: EventSettings
    stage: Stage
    timer: Timer
    rounds: tuple[Round, ...] = (Round(),)
    programme: tuple[ProgrammeItem, ...] = ()
    seats: tuple[Seat, ...] = ()
    steps: tuple[Step, ...] | None = None
    moves: tuple[Move, ...] | None = None
    topics: tuple[Challenge, ...] = ()
    sponsors: tuple[Picture, ...] = ()
    ranking_published: bool = True

    @property
    def here(self) -> Round:
        """The round the timer stands in."""
        return next((one for one in self.rounds if one.id == self.timer.round_id), self.rounds[0])

    def next_item(self, now: datetime, words: Words) -> str:
        """What follows in the programme, with its time; "" where nothing does."""
        found = rules.now_and_next(self.programme, now).next
        if found is None:
            return ""
        title = found.other_titles.get(words.tag) or found.title
        return f"{words.time(found.starts_at, self.settings.zone)} {title}"


#: The tables a showing is read from.
CONCERNS = frozenset(
    {
        "settings", "stage", "cues", "timers", "pitches", "rounds", "topics", "programme_items", "teams",
        "revisions", "announcements", "memberships", "people", "stakeholder_groups", "pictures",
    }
)  # fmt: skip


def showing(event: Event) -> Showing:
    """Read what the hall sees; runs on the desk's thread."""
    from hackdesk.agenda import queries
    from hackdesk.event.settings import settings_of
    from hackdesk.jury.queries import ranking_published
    from hackdesk.teams.queries import told

    found, stage = told(event), queries.stage(event)
    moves = found.moves()
    return Showing(
        settings=settings_of(event),
        stage=stage,
        timer=queries.timer(event),
        rounds=queries.rounds(event),
        programme=tuple(_public(item) for item in queries.programme(event) if item.public),
        seats=_seats(found),
        moves=tuple(
            Move(one.name, one.to.name if one.to else "", one.to.table_name if one.to else "")
            for one in moves.people
        ) if moves else None,
        steps=_steps(event, found, stage.reveal_way),
        topics=_topics(event),
        sponsors=_sponsors(event, stage),
        ranking_published=ranking_published(event),
    )


def _seats(found: Told) -> tuple[Seat, ...]:
    """The active teams; with people those that were announced."""
    names = _announced(found)
    return tuple(
        Seat(team.name, team.table_name, names.get(team.id, ()))
        for team in sorted(found.teams, key=lambda team: team.position)
        if team.state == "active"
    )


def _announced(found: Told) -> dict[UUID, tuple[str, ...]]:
    return {team.id: tuple(one.name for one in team.members) for team in found.as_told()} if found.last else {}


def _public(item: ProgrammeItem) -> ProgrammeItem:
    return replace(item, responsible="", notes="")


def _steps(event: Event, found: Told, way: RevealWay) -> tuple[Step, ...] | None:
    from hackdesk.jury.queries import sealed
    from hackdesk.jury.reveal import Outcome, steps_of

    revision = sealed(event)
    if revision is None or not revision.stands:
        return None
    outcome = Outcome(
        revision.results.places, revision.given, _announced(found), revision.ranking_published,
        revision.awards,
    )  # fmt: skip
    return steps_of(outcome, awards_only=way == RevealWay.AWARDS)


def _topics(event: Event) -> tuple[Challenge, ...]:
    from hackdesk.people.queries import groups
    from hackdesk.teams.queries import topics

    names = {group.key: group.short_name for group in groups(event)}
    return tuple(
        Challenge(one.id, one.title, one.owner, one.seats, tuple(names.get(key, key) for key in one.sought))
        for one in topics(event)
        if one.open
    )


def _sponsors(event: Event, stage: Stage) -> tuple[Picture, ...]:
    """The sponsors' logos where the hall sees them or a cue will show them; else nobody waits for them."""
    from hackdesk.agenda import queries
    from hackdesk.documents.queries import sponsors

    if View.SPONSORS not in (stage.view, *(cue.view for cue in queries.cues(event))):
        return ()
    return tuple(Picture(one.name, one.content, one.width, one.height) for one in sponsors(event))
