"""What the juror's screen may know, read on the desk's thread: who judges; of one juror, the own ballots only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.agenda import queries as agenda
from hackdesk.agenda.timer import Phase, Timer, elapsed
from hackdesk.event.settings import settings_of
from hackdesk.jury import queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import Juror

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Listed:
    """A juror on the list: how many ballots are in, of how many, and whether they can come in at all."""

    juror: Juror
    done: int
    of: int
    has_pin: bool


@dataclass(frozen=True)
class Pitched:
    """What the timer knows of a team's pitch. minutes: since it ended; None: it goes on now."""

    team_id: UUID
    minutes: int | None


@dataclass(frozen=True)
class Seen:
    """What is on the screen. own: the ballots of whoever gave their PIN, and no others; None before that.

    ready: there are criteria and teams to judge. closed: the round is closed.
    """

    event: str
    zone: tzinfo
    jurors: tuple[Listed, ...]
    ready: bool
    closed: bool
    own: Progress | None = None
    juror: Juror | None = None
    pitched: Pitched | None = None


def seen(event: Event, juror_id: UUID | None) -> Seen:
    """What the screen shows to this juror; to everybody, where it is None."""
    progress, settings, ways = queries.progress(event), settings_of(event), access(event)
    judging = progress.judging
    listed = tuple(
        Listed(juror, *progress.handed_in(juror), juror.id in ways and ways[juror.id].has_pin)
        for juror in judging.jurors
    )
    found = next((juror for juror in judging.jurors if juror.id == juror_id), None)
    return Seen(
        settings.name,
        settings.zone,
        listed,
        bool(judging.criteria and judging.active),
        settings.jury_closed >= judging.round,
        only_of(progress, found) if found else None,
        found,
        _pitched(event) if found else None,
    )


def only_of(progress: Progress, juror: Juror) -> Progress:
    """The same without any ballot, name or vote of the others."""
    own = {ids: ballot for ids, ballot in progress.ballots.items() if ballot.juror_id == juror.id}
    judging = replace(progress.judging, jurors=(juror,), ballots=tuple(own.values()), votes=())
    return Progress(judging, progress.sealed, own)


def _pitched(event: Event) -> Pitched | None:
    timer: Timer = agenda.timer(event)
    timer = timer.waiting or timer
    if timer.subject_id is None or timer.phase not in (Phase.PITCH, Phase.QUESTIONS) or not timer.begun:
        return None
    if timer.phase is Phase.PITCH:
        return Pitched(timer.subject_id, None)
    return Pitched(timer.subject_id, int(elapsed(timer, event.moment()) // 60))
