"""Who is on the jury: when they are there, how they get in, whether they are close to a team."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hackdesk.documents.rules import Printed
from hackdesk.event.settings import settings_of
from hackdesk.jury import actions
from hackdesk.jury.access_queries import Access, access
from hackdesk.jury.conflict_queries import Closeness, closeness
from hackdesk.jury.conflicts import Hint
from hackdesk.jury.presence import ABSENT, LEFT
from hackdesk.jury.queries import jurors
from hackdesk.jury.rules import BallotState, Contestant, Juror, NotCounted
from hackdesk.language import N_, language
from ui.form import Entry
from ui.inputs import ChoiceInput, FlagInput, TextInput, WholeInput
from ui.page import Page
from ui.pages.prepare.card_printing import CardPrinting
from ui.pages.prepare.fresh_pins import FreshPins
from ui.pages.prepare.juror_side import JurorSide
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _, many
from ui.widgets.button import Button, row

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How the width is shared between the list, which has four columns, and what stands beside it.
_SHARES = (13, 9)
_A4 = (210.0, 297.0)
_STATES = {"present": N_("on the jury"), "left": N_("has left"), "absent": N_("did not come")}


@dataclass(frozen=True)
class JurorsNow:
    """What the panel reads. language: of the event, in which the record is written."""

    jurors: tuple[Juror, ...]
    access: dict[UUID | None, Access]
    closeness: Closeness
    language: str


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
    """The list, and beside it what is known and said of the chosen juror."""

    title = N_("Jurors")
    empty = (
        N_("Nobody is on the jury yet"),
        N_("Three to seven people usually see every team. Put them in here; their ballots follow by themselves."),
        N_("Add a juror"),
    )
    entries = (
        Entry("name", N_("Name"), TextInput, N_("As it stands in the record and on the ballots")),
        Entry("affiliation", N_("Affiliation"), TextInput, N_("It shows who is close to a team")),
        Entry("state", N_("Here"), lambda: ChoiceInput([(key, _(word)) for key, word in _STATES.items()]), "", 3),
        Entry("chair", N_("Chair"), lambda: FlagInput(_("leads the jury")), "", 3),
        Entry("from_turn", N_("Comes from pitch"), WholeInput, N_("Empty: from the first"), 3),
        Entry("until_turn", N_("Leaves after pitch"), WholeInput, N_("Empty: sees the last"), 3),
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        self._now: JurorsNow | None = None
        self.columns = (
            Column(N_("Name"), lambda juror: juror.name or _("New juror"), strong=True),
            Column(N_("Affiliation"), lambda juror: juror.affiliation),
            Column(N_("PIN"), self._has_pin, width=56),
            Column("", lambda juror: "", pill=_sign, width=134, right=True),
        )
        super().__init__(page)
        self.fresh = FreshPins()
        self.fresh.put_away.connect(self._show_list)
        self.printing = CardPrinting(page)
        self.printing.made.connect(self._note_cards)
        for part in (self.fresh, self.side.cards):
            part.print_wanted.connect(self._ask_printer)
            part.save_wanted.connect(self._ask_path)
        self._sides.insertWidget(0, self.fresh)
        for number, share in enumerate((_SHARES[0], *_SHARES)):
            self._sides.setStretch(number, share)
        # A button without words leaves no room between its sign and those that come.
        self.list_button = Button(" ", self._take_from_list, sign="users")
        self.first_button = Button(" ", self._take_from_list, sign="users")
        self.empty_state.offer(self.first_button)
        self.pins_button = Button(" ", self._make_pins, sign="lock")
        self.left.body.addLayout(row(self.list_button, self.pins_button))

    def beside(self) -> QWidget:
        self.side = JurorSide(self.form, self.right)
        pin, close = self.side.pin, self.side.close_card
        pin.new_wanted.connect(self._make_pin)
        pin.typed.connect(self._set_pin)
        close.recused.connect(self._recuse)
        close.taken_back.connect(self._take_back)
        close.not_close.connect(self._not_close)
        close.again.connect(self._look_again)
        close.linked.connect(self._link)
        return self.side

    def leave(self) -> None:
        self.printing.close()

    def shrink(self, *, narrow: bool) -> None:
        super().shrink(narrow=narrow)
        self.form.setMinimumHeight(0)
        self.side.shrink(narrow=narrow)

    # What the list asks for.

    def rows(self, event: Event) -> tuple[Juror, ...]:
        return jurors(event)

    def draft(self) -> Juror:
        return Juror(uuid4(), "", version=0)

    def add(self, event: Event, row: Juror) -> None:
        actions.add_juror(event, row)

    def change(self, event: Event, row: Juror, seen: Juror) -> None:
        actions.edit_juror(event, row, seen=seen.version)

    def take_out(self, event: Event, row: Juror) -> None:
        actions.remove_juror(event, row, seen=row.version)

    # What is shown beside it.

    def read(self, event: Event) -> JurorsNow:
        return JurorsNow(self.rows(event), access(event), closeness(event), settings_of(event).language)

    def display(self, answer: JurorsNow) -> None:
        self._now = answer
        on_list, without = answer.closeness.on_list, len(self._without_pin())
        for button in (self.list_button, self.first_button):
            button.setVisible(on_list > 0)
            button.setText(many("Take {count} from the list", "Take {count} from the list", on_list))
        self.pins_button.setVisible(without > 0)
        self.pins_button.setText(many("Make {count} PIN", "Make {count} PINs", without))
        self.show_rows(answer.jurors)
        # Whether there is a PIN is no part of a juror's row, which may be the same as before.
        self.table.viewport().update()

    def _show_chosen(self, row: Any) -> None:
        anew = row is None or row.id != self._shown_id
        super()._show_chosen(row)
        known = row is not None and not self._is_draft(row) and self._now is not None
        self.side.show_known(known)
        if known and self._now is not None:
            self.side.pin.show_access(self._now.access.get(row.id), anew=anew)
            self.side.close_card.show_juror(row, self._now.closeness, language(self._now.language))

    def _has_pin(self, juror: Juror) -> str:
        found = self._now.access.get(juror.id) if self._now else None
        return _("yes") if found and found.has_pin else _("no")

    def _without_pin(self) -> tuple[UUID, ...]:
        if self._now is None:
            return ()
        has = {id_ for id_, one in self._now.access.items() if one.has_pin}
        return tuple(juror.id for juror in self._now.jurors if juror.id not in has)

    @property
    def _juror(self) -> Juror:
        juror: Juror = self.table.current
        return juror

    # What is done with the chosen juror.

    def _link(self, person_id: UUID) -> None:
        juror = replace(self._juror, person_id=person_id)
        self.page.do(partial(actions.edit_juror, juror=juror, seen=juror.version), _say_linked)

    def _recuse(self, team: Contestant, reason: str) -> None:
        assert self._now is not None
        juror, why = self._juror, NotCounted(BallotState.RECUSED, reason)
        seen = self._now.closeness.progress.ballot(juror.id, team.id).version

        def recuse(event: Event) -> object:
            return actions.set_ballot_state(event, juror.id, team.id, why, seen=seen)

        def say(_receipt: object) -> str:
            self.side.close_card.done()
            return _("{juror} is recused from {team}", juror=juror.name, team=team.name)

        self.page.do(recuse, say, self.side.close_card.form.refuse)

    def _take_back(self, team: Contestant) -> None:
        assert self._now is not None
        juror = self._juror
        seen = self._now.closeness.progress.ballot(juror.id, team.id).version

        def take_back(event: Event) -> object:
            return actions.take_back(event, juror.id, team.id, seen=seen)

        self.page.do(take_back, lambda _receipt: _("{juror} judges {team}", juror=juror.name, team=team.name))

    def _not_close(self, hint: Hint) -> None:
        self.page.do(partial(actions.put_hint_away, hint=hint), lambda _none: _("Not close: the hint stays away"))

    def _look_again(self) -> None:
        again = partial(actions.look_again, juror_id=self._juror.id)
        self.page.do(again, lambda _none: _("The hints are shown again"))

    # Who gets in.

    def _take_from_list(self) -> None:
        self.page.do(actions.take_jurors_from_list, _say_taken)

    def _make_pins(self) -> None:
        self._make(self._without_pin())

    def _make_pin(self) -> None:
        self._make((self._juror.id,))

    def _make(self, ids: tuple[UUID, ...]) -> None:
        self.page.ask(partial(actions.new_pins, juror_ids=ids), self._show_pins)

    def _show_pins(self, pins: dict[UUID, str]) -> None:
        assert self._now is not None
        self.left.hide()
        self.fresh.show_pins(pins, self._now.jurors)
        self.page.refresh()

    def _show_list(self) -> None:
        self.left.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_pin(self, pin: str) -> None:
        juror = self._juror

        def set_pin(event: Event) -> Juror:
            actions.set_pin(event, juror.id, pin)
            return juror

        self.page.ask(set_pin, self._note_pin, self.side.pin.refuse)

    def _note_pin(self, juror: Juror) -> None:
        self.fresh.forget(juror.id)
        self.side.pin.done()
        self.page.receipt(_("The PIN of {juror} is set", juror=juror.name))


    # Cards.

    def save_cards(self, path: Path) -> None:
        """Make the cards as a PDF at this path, with the PINs that are shown now."""
        self.printing.save(self.fresh.pins, path)

    def _ask_path(self) -> None:
        name = _("Cards for jurors") + ".pdf"
        path, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_cards(Path(path).with_suffix(".pdf"))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.printing import printer_for

        printer = printer_for(_A4)
        if QPrintDialog(printer, self).exec():
            self.printing.print_on(self.fresh.pins, printer)

    def _note_cards(self, printed: Printed, on_paper: bool) -> None:
        if on_paper:
            said = many("Sent {count} page to the printer", "Sent {count} pages to the printer", printed.pages)
        else:
            said = _("Saved {name}: it holds what only the jurors may know", name=printed.path.name)
        self.page.receipt(said)


def _say_linked(juror: Juror) -> str:
    return _("{juror} is one with the person on the list", juror=juror.name)


def _say_taken(made: tuple[Juror, ...]) -> str:
    return many("{count} juror taken from the list", "{count} jurors taken from the list", len(made))
