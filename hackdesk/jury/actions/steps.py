"""Steps that several actions share: is it still open, and has the row moved on."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_in
from hackdesk.event.tables import Kept
from hackdesk.jury.queries import closing_revision, round_in
from hackdesk.jury.rules import Locked, sealed_refusal
from hackdesk.language import N_

R = TypeVar("R", bound=Kept)


def refuse_when_sealed(session: Session) -> None:
    """Raises Locked while a sealed revision stands, and in a file that was taken elsewhere."""
    refuse_elsewhere(session)
    _refuse_when_signed(session)


def refuse_elsewhere(session: Session) -> None:
    """Raises Locked in a file that was taken elsewhere: only ballots come back from there."""
    if settings_in(session).jury_trip:
        raise Locked(
            N_("This is the jury's part of the event; only ballots are brought back from it."),
            remedy=N_("Do this on the laptop the event is run from."),
        )


def refuse_when_closed(session: Session, *, own: bool) -> None:
    """Raises Locked while a sealed revision stands, and for a juror's own ballot once the round is closed."""
    _refuse_when_signed(session)
    if own and settings_in(session).jury_closed >= round_in(session):
        raise Locked(
            N_("The round is closed; ballots are not changed any more."),
            remedy=N_("Ask the facilitator to open it again."),
        )


def refuse_other_round(session: Session, number: int | None) -> None:
    """Raises Locked for a ballot that was filled in for another round than the one the jury is in."""
    if number is not None and number != round_in(session):
        raise Locked(
            N_("This ballot is of another round than the one the jury is in; nothing was saved."),
            remedy=N_("Look at the ballots again."),
        )


def _refuse_when_signed(session: Session) -> None:
    closing = closing_revision(session)
    if closing:
        raise sealed_refusal(closing.number)


def named(name: str) -> str:
    """A name, trimmed. Raises HackDeskError where nothing is left."""
    trimmed = " ".join(name.split())
    if not trimmed:
        raise HackDeskError(N_("There is no name."), remedy=N_("Type one, then save again."))
    return trimmed
