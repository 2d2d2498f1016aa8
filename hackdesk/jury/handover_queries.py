"""A ballot that a phone hands over, beside what the laptop has of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access
from hackdesk.jury.handover import HandedOver, Known, NoHandOver, checked_newer, read
from hackdesk.jury.phone_queries import own_ballots
from hackdesk.jury.queries import jurors
from hackdesk.jury.rules import Ballot, Criterion
from hackdesk.language import N_


@dataclass(frozen=True)
class Offered:
    """What was read, and the ballot as it is in the file. criteria: those of the round."""

    handed: HandedOver
    there: Ballot
    criteria: tuple[Criterion, ...]


def offered(event: Event, readings: Iterable[str]) -> Offered:
    """The ballot in what was scanned or typed. Raises NoHandOver where it cannot be taken."""
    everybody = jurors(event)
    first = own_ballots(event, everybody[0].id) if everybody else None
    if first is None:
        raise NoHandOver(N_("There are no jurors yet."), remedy=N_("Add them under Prepare, Jurors."))
    ways = access(event)
    known = Known(
        first.criteria, everybody, first.all_teams, first.round,
        {one.juror_id: one.secret for one in ways.values() if one.juror_id},
        {one.juror_id: one.device for one in ways.values() if one.juror_id},
    )  # fmt: skip
    handed = read(readings, known)
    own = own_ballots(event, handed.juror.id)
    there = own.ballot(handed.team.id) if own else Ballot(handed.juror.id, handed.team.id)
    checked_newer(handed, there)
    if own is None or own.closed:
        raise NoHandOver(
            N_("The round is closed: no ballot comes in any more."),
            remedy=N_("What was handed in before counts as it is."),
        )
    return Offered(handed, there, first.criteria)
