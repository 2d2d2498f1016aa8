"""Whether places and scores are told outside the jury."""

from __future__ import annotations

from dataclasses import replace

from hackdesk.agenda.actions.steps import stage_row
from hackdesk.agenda.rules import RevealWay
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.language import N_


def publish_ranking(event: Event, published: bool, *, by: str = "facilitator") -> None:
    """Tell places and scores outside the jury, or the awards only. Raises Locked (results sealed).

    The projector then has other steps to reveal, so nothing is revealed at first.
    """
    with event.change(N_("choose whether places are published"), by=by) as session:
        refuse_when_sealed(session)
        settings = settings_in(session)
        if settings.ranking_published == published:
            return
        keep(session, replace(settings, ranking_published=published))
        row = stage_row(session)
        row.reveal_way, row.revealed = RevealWay.PLACES if published else RevealWay.AWARDS, 0
