"""What the hall is shown."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from hackdesk.agenda.actions.steps import stage_row
from hackdesk.agenda.queries import stage_of
from hackdesk.agenda.rules import RevealWay, Stage, View
from hackdesk.agenda.tables import THE_STAGE, CueRow, StageRow
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow
from hackdesk.language import N_

#: What the hall sees; other columns of the stage say how and why.
_SEEN = frozenset({"view", "message", "other_messages", "revealed"})
_BEFORE_ANYTHING: dict[str, Any] = {
    "view": "welcome", "message": "", "other_messages": {}, "revealed": 0, "reveal_way": "places", "cue_id": None,
}  # fmt: skip


def show_on_stage(
    event: Event, view: View, *, message: str | None = None, other_messages: dict[str, str] | None = None,
    by: str = "facilitator",
) -> Stage:  # fmt: skip
    """Show the hall something else. message: the new text; None keeps the old one and its translations."""
    with event.change(N_("show something on the projector"), by=by) as session:
        row = stage_row(session)
        row.view = view
        if message is not None:
            said = {tag: text.strip() for tag, text in (other_messages or {}).items()}
            row.message, row.other_messages = message.strip(), {tag: text for tag, text in said.items() if text}
        return stage_of(row)


def reveal(event: Event, steps: int, *, by: str = "facilitator") -> Stage:
    """Show the hall so many steps of the results, from the last place on. Shows nothing unsealed."""
    with event.change(N_("reveal results"), by=by) as session:
        row = stage_row(session)
        row.view, row.revealed = View.RESULTS, max(0, steps)
        return stage_of(row)


def set_reveal_way(event: Event, way: RevealWay, *, by: str = "facilitator") -> Stage:
    """Reveal places, or awards only. The steps are others then, so nothing is revealed at first."""
    with event.change(N_("choose how results are revealed"), by=by) as session:
        row = stage_row(session)
        if row.reveal_way != way:
            row.reveal_way, row.revealed = way, 0
        return stage_of(row)


def show_before(event: Event, *, by: str = "facilitator") -> Stage:
    """Show the hall again what it saw before; a second time goes back to where one came from.

    Raises HackDeskError where nothing was shown before.
    """
    with event.change(N_("show what was shown before"), by=by) as session:
        row = stage_row(session)
        before = _before(session, row)
        if before is None:
            raise HackDeskError(N_("Nothing else was shown before."), remedy=N_("Choose what to show."))
        for name, value in before.items():
            setattr(row, name, value)
        if row.cue_id is not None and session.get(CueRow, row.cue_id) is None:
            row.cue_id = None
        session.flush()
        return stage_of(row)


def _before(session: Session, row: StageRow) -> dict[str, Any] | None:
    """What the last change of what the hall sees has replaced."""
    from uuid import UUID

    told = cast(JournalRow.subjects, String).contains('"stage"')
    query = select(JournalRow.before, JournalRow.after).where(told).order_by(JournalRow.number.desc())
    with session.execute(query.execution_options(yield_per=5)) as entries:
        for before, after in entries:
            if before is None or after is None:  # erased
                continue
            was = json.loads(before)["stage"].get(str(THE_STAGE))
            now = json.loads(after)["stage"].get(str(THE_STAGE))
            replaced = {name: (was or _BEFORE_ANYTHING).get(name) for name in (now or {}) if name != "id"}
            if any(name in _SEEN and value != getattr(row, name) for name, value in replaced.items()):
                cue = replaced.get("cue_id")
                return {**replaced, "cue_id": UUID(cue)} if cue else replaced
    return None
