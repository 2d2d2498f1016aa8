"""What somebody says of hints that a juror is close to a team; a recusal is an action of ballots."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.jury.conflict_queries import key_of
from hackdesk.jury.conflicts import Hint
from hackdesk.jury.queries import jurors_in
from hackdesk.language import N_


def put_hint_away(event: Event, hint: Hint, *, by: str = "facilitator") -> None:
    """The juror is not close to the team: the hint stays away until another kind of reason joins it."""
    with event.change(N_("say that a juror is not close to a team"), by=by) as session:
        _keep(session, {**settings_in(session).jury_not_close, key_of(hint.juror_id, hint.team_id): hint.sign})


def look_again(event: Event, juror_id: UUID, *, by: str = "facilitator") -> None:
    """Show the hints of a juror again that were put away."""
    with event.change(N_("look again at who is close to a team"), by=by) as session:
        known = settings_in(session).jury_not_close
        _keep(session, {key: sign for key, sign in known.items() if not key.startswith(str(juror_id))})


def _keep(session: Session, not_close: dict[str, str]) -> None:
    jurors = {str(juror.id) for juror in jurors_in(session)}
    kept = {key: sign for key, sign in not_close.items() if key.split()[0] in jurors}
    keep(session, replace(settings_in(session), jury_not_close=kept))
