"""What the hall is shown."""

from __future__ import annotations

from hackdesk.agenda.actions.steps import stage_row
from hackdesk.agenda.queries import stage_of
from hackdesk.agenda.rules import Stage, View
from hackdesk.event.store import Event
from hackdesk.language import N_


def show_on_stage(event: Event, view: View, *, message: str | None = None, by: str = "facilitator") -> Stage:
    """Show the hall something else. message: the new text; None keeps the old one."""
    with event.change(N_("show something on the projector"), by=by) as session:
        row = stage_row(session)
        row.view = view
        if message is not None:
            row.message = message.strip()
        return stage_of(row)


def reveal(event: Event, steps: int, *, by: str = "facilitator") -> Stage:
    """Show the hall so many steps of the results, from the last place on. Shows nothing unsealed."""
    with event.change(N_("reveal results"), by=by) as session:
        row = stage_row(session)
        row.view, row.revealed = View.RESULTS, max(0, steps)
        return stage_of(row)
