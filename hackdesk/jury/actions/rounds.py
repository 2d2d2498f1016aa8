"""Closing a round of the jury: from then on jurors change nothing more; what is on paper may still be typed."""

from __future__ import annotations

from dataclasses import replace

from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.queries import round_in
from hackdesk.language import N_


def close_round(event: Event, *, by: str = "facilitator") -> int:
    """Jurors' own ballots stay as they are now; which round it is. Raises Locked while results are sealed."""
    with event.change(N_("close the round"), by=by) as session:
        refuse_when_sealed(session)
        number = round_in(session)
        keep(session, replace(settings_in(session), jury_closed=number))
        return number


def open_round(event: Event, *, by: str = "facilitator") -> int:
    """Jurors may change their ballots of this round again. Raises Locked while results are sealed."""
    with event.change(N_("open the round again"), by=by) as session:
        refuse_when_sealed(session)
        number = round_in(session)
        keep(session, replace(settings_in(session), jury_closed=number - 1))
        return number
