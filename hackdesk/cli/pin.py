"""The verb for PINs: the facilitator's own where nobody knows it any more, or one juror's."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.pins import checked_pin
from hackdesk.jury.rules import Juror
from hackdesk.language import N_
from hackdesk.teams.rules import folded


@click.command("pin")
@event_file
@click.option("--juror", default=None, help="The juror's name; without it, the PIN is the facilitator's.")
@click.option("--pin", default=None, help="The new PIN, for scripts; without it, it is asked for.")
@json_option
@refusing
def pin(file: Path, juror: str | None, pin: str | None, as_json: bool) -> None:
    """Set a new PIN: the facilitator's, which leads from the jurors' screen back to the desk, or a juror's."""
    with opened(file) as event:
        found = _juror(event, juror) if juror is not None else None
        chosen = checked_pin(pin if pin is not None else _asked())
        actions.set_pin(event, found.id if found else None, chosen)
    said = _("{juror} has a new PIN.", juror=found.name) if found else _("The facilitator has a new PIN.")
    answer({"juror": found.name if found else None, "set": True}, said, as_json)


def _asked() -> str:
    typed: str = click.prompt(_("New PIN"), hide_input=True, confirmation_prompt=_("Once more"))
    return typed


def _juror(event: Event, name: str) -> Juror:
    jurors = queries.jurors(event)
    found = [one for one in jurors if folded(one.name) == folded(name)]
    if len(found) != 1:
        raise HackDeskError(
            N_("There is no one juror called {name}."), name=name,
            remedy=N_("On the jury: {jurors}."), jurors=", ".join(one.name for one in jurors) or "–",
        )  # fmt: skip
    return found[0]


COMMANDS = {"pin": pin}
