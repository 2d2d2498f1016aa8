"""The jurors' phones: who was heard when, what is unsent, and one juror's way in beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.language import N_
from ui.page import Page
from ui.pages.jury.phone_card import PhoneCard
from ui.pages.jury.phones_now import JurorPhone, heard_words
from ui.phones import PhoneDoor
from ui.rows import Column
from ui.text import _
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_COLUMNS = (
    Column(N_("Juror"), lambda phone: phone.juror.name, strong=True),
    Column(N_("Last contact"), lambda phone: phone.heard[0] or "–", lambda phone: _heard(phone), width=200),
    Column(N_("Not sent"), lambda phone: str(phone.unsent or "–"), lambda phone: _unsent(phone), width=110),
    Column(N_("Handed in"), lambda phone: _("{done} of {of}", done=phone.done, of=phone.of), width=120),
    Column(N_("PIN"), lambda phone: _("set") if phone.access.has_pin else _("none yet"), width=110),
)


class PhonesPart(QWidget):
    """The table keeps its place while it is renewed each second."""

    def __init__(self, page: Page, door: PhoneDoor) -> None:
        super().__init__()
        self._page, self._door = page, door
        self._jurors: tuple[JurorPhone, ...] = ()
        self.table = Table(_COLUMNS, name=_("Jurors' phones"))
        self.card = PhoneCard()
        self.table.chosen.connect(self._show_card)
        self.table.opened.connect(lambda _row: self.card.switch_code())
        self.card.pin_wanted.connect(self._make_pin)
        self.card.link_wanted.connect(self._make_link)
        self.card.free_wanted.connect(self._free)
        self.empty = EmptyState(
            _("No jurors yet"), _("Add them under Prepare; each of them gets a link for their phone here."),
            _("Go to Prepare"), self._go_to_jurors,
        )  # fmt: skip
        self._both = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(14)
        self._line.addWidget(self.table, 1)
        self._line.addWidget(self.card)
        self.card.setFixedWidth(350)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._both, 1)
        lines.addWidget(self.empty, 1)
        self.setFocusProxy(self.table)

    def shrink(self, *, narrow: bool) -> None:
        """One below the other in a narrow window."""
        vertical = QBoxLayout.Direction.TopToBottom
        self._line.setDirection(vertical if narrow else QBoxLayout.Direction.LeftToRight)
        self.card.setFixedWidth(350) if not narrow else self.card.setMinimumWidth(0)
        self.card.setMaximumWidth(16_777_215 if narrow else 350)
        self.table.setMinimumHeight(180 if narrow else 0)
        for number, column in enumerate(_COLUMNS):
            self.table.setColumnHidden(number, narrow and column.title in (N_("Handed in"), N_("PIN")))

    def show_jurors(self, jurors: Sequence[JurorPhone], now: datetime) -> None:
        """Show what was read. A juror who has no link yet while phones are let in gets one."""
        self._jurors = tuple(jurors)
        self._both.setVisible(bool(jurors))
        self.empty.setVisible(not jurors)
        self.tick(now)
        if self._jurors and self.table.current is None:
            self.table.choose(self._jurors[0].id)
        if self._door.on and any(not one.access.secret for one in self._jurors):
            self._page.ask(actions.make_links)

    def tick(self, now: datetime) -> None:
        """A second has passed: say how long ago each phone was heard."""
        heard = self._door.contacts
        rows = []
        for one in self._jurors:
            contact = heard.get(one.id)
            finished = one.done == one.of
            said = heard_words(contact, now, on=self._door.on, finished=finished)
            rows.append(replace(one, heard=said, unsent=contact.unsent if contact else 0))
        self.table.replace(rows)
        self._show_card(self.table.current)

    def _show_card(self, phone: JurorPhone | None) -> None:
        self.card.setVisible(phone is not None)
        if phone is not None:
            self.card.show_juror(phone, self._door.link(phone.access.secret))

    def _make_pin(self, juror_id: UUID) -> None:
        self._page.ask(partial(_new_pin, juror_id), partial(self.card.tell_pin, juror_id), self._sorry)

    def _make_link(self, juror_id: UUID) -> None:
        self._page.ask(partial(_new_link, juror_id), self._say_new_link, self._sorry)

    def _free(self, juror_id: UUID) -> None:
        self._page.ask(partial(_freed, juror_id), self._say_freed, self._sorry)

    def _say_new_link(self, _answer: object) -> None:
        self._page.receipt(_("A new link is made; the old one leads nowhere any more."))

    def _say_freed(self, _answer: object) -> None:
        self._page.receipt(_("The phone is freed: the next one with the link and the PIN writes."))

    def _sorry(self, error: HackDeskError) -> None:
        self._page.sorry(error)

    def _go_to_jurors(self) -> None:
        self._page.wants.emit("prepare", "jurors")


def _heard(phone: JurorPhone) -> tuple[str, str] | None:
    return phone.heard if phone.heard[0] else None


def _unsent(phone: JurorPhone) -> tuple[str, str] | None:
    return (str(phone.unsent), "warn") if phone.unsent else None


def _new_pin(juror_id: UUID, event: Event) -> str:
    return actions.new_pins(event, [juror_id])[juror_id]


def _new_link(juror_id: UUID, event: Event) -> None:
    actions.make_links(event, again=[juror_id])


def _freed(juror_id: UUID, event: Event) -> None:
    actions.free_phone(event, juror_id)
