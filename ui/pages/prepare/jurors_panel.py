"""Who is on the jury."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from hackdesk.jury.actions import add_juror, edit_juror, remove_juror
from hackdesk.jury.presence import ABSENT, LEFT
from hackdesk.jury.queries import jurors
from hackdesk.jury.rules import Juror
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import ChoiceInput, FlagInput, TextInput, WholeInput
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_STATES = {"present": N_("on the jury"), "left": N_("has left"), "absent": N_("did not come")}


def _sign(juror: Juror) -> tuple[str, str] | None:
    if away := _away(juror):
        return away, "warn"
    return (_("Chair"), "accent") if juror.chair else None


def _away(juror: Juror) -> str:
    """What they miss, in words; nothing where they see every pitch."""
    first, last = juror.from_turn, juror.until_turn
    if juror.state == ABSENT or (juror.state == LEFT and last is None):
        return _(_STATES[juror.state])
    if first and last:
        return _("pitches {first}–{last}", first=first, last=last)
    if first:
        return _("from pitch {first}", first=first)
    return _("up to pitch {last}", last=last) if last else ""


class JurorsPanel(ListPanel):
    """Name, affiliation, who chairs."""

    title = N_("Jurors")
    empty = (
        N_("Nobody is on the jury yet"),
        N_("Three to seven people usually see every team. Put them in here; their ballots follow by themselves."),
        N_("Add a juror"),
    )
    columns = (
        Column(N_("Name"), lambda juror: juror.name or _("New juror"), strong=True),
        Column(N_("Affiliation"), lambda juror: juror.affiliation),
        Column("", lambda juror: "", pill=_sign, width=130, right=True),
    )
    entries = (
        Entry("name", N_("Name"), TextInput, N_("As it stands in the record and on the ballots")),
        Entry("affiliation", N_("Affiliation"), TextInput, N_("It shows who is close to a team")),
        Entry("state", N_("Here"), lambda: ChoiceInput([(key, _(word)) for key, word in _STATES.items()]), "", 3),
        Entry("chair", N_("Chair"), lambda: FlagInput(_("leads the jury")), "", 3),
        Entry("from_turn", N_("Comes from pitch"), WholeInput, N_("Empty: from the first"), 3),
        Entry("until_turn", N_("Leaves after pitch"), WholeInput, N_("Empty: sees the last"), 3),
    )  # fmt: skip

    def rows(self, event: Event) -> tuple[Juror, ...]:
        return jurors(event)

    def draft(self) -> Juror:
        return Juror(uuid4(), "", version=0)

    def add(self, event: Event, row: Juror) -> None:
        add_juror(event, row)

    def change(self, event: Event, row: Juror, seen: Juror) -> None:
        edit_juror(event, row, seen=seen.version)

    def take_out(self, event: Event, row: Juror) -> None:
        remove_juror(event, row, seen=row.version)
