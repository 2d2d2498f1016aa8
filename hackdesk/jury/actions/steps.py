"""Steps that several actions share: is it still open, and has the row moved on."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.tables import Kept
from hackdesk.jury.queries import closing_revision
from hackdesk.jury.rules import sealed_refusal
from hackdesk.language import N_

R = TypeVar("R", bound=Kept)


def refuse_when_sealed(session: Session) -> None:
    """Raises Locked while a sealed revision stands."""
    closing = closing_revision(session)
    if closing:
        raise sealed_refusal(closing.number)


def named(name: str) -> str:
    """A name, trimmed. Raises HackDeskError where nothing is left."""
    trimmed = " ".join(name.split())
    if not trimmed:
        raise HackDeskError(N_("There is no name."), remedy=N_("Type one, then save again."))
    return trimmed
