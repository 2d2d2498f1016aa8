"""Who is on duty, in the quiet room, at first aid, from when until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from hackdesk.agenda.notes import WHAT, Duty, DutyDraft
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.pages.stage.typed_span import shown_span, typed_span
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.table import ROW_HEIGHT, Table


class DutyCard(Card):
    """added(DutyDraft), removed(Duty): somebody wants that."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Who is there for people"))
        self._zone, self._at = ZoneInfo("UTC"), datetime.now().astimezone()
        self._duties: tuple[Duty, ...] = ()
        self.now_line = Label("", "strong", wrap=True)
        self.table = Table(
            (
                Column(N_("When"), self._when, width=138),
                Column(N_("Who"), _who),
                Column("", lambda duty: "", pill=self._sign, width=84, right=True),
            ),
            name=_("Who is there for people"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.table.setMinimumHeight(46 + 3 * ROW_HEIGHT)
        self.what, self.name, self.phone = QComboBox(), QLineEdit(), QLineEdit()
        self.what.setEditable(True)
        self.what.addItems([_(what) for what in WHAT])
        self.span, self.day = QLineEdit(), Picker(_("Day"))
        self.wrong = Label("", "error", wrap=True)
        self.add_button = Button(_("Add"), self._add)
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self._lay_out()
        self.table.chosen.connect(self._show_button)
        for line in (self.name, self.phone, self.span):
            line.returnPressed.connect(self._add)

    def _lay_out(self) -> None:
        self.body.addWidget(self.now_line)
        self.body.addWidget(self.table, 1)
        fields = QGridLayout()
        fields.setHorizontalSpacing(10)
        fields.setVerticalSpacing(8)
        for number, field in enumerate((
            Field(_("What"), self.what), Field(_("Who"), self.name), Field(_("Phone"), self.phone),
            Field(_("Day"), self.day), Field(_("From–until"), self.span),
        )):  # fmt: skip
            fields.addWidget(field, number // 2, number % 2)
        self.span.setPlaceholderText("18:00–23:00")
        self.day.setMinimumContentsLength(6)
        self.body.addLayout(fields)
        self.body.addWidget(self.wrong)
        self.wrong.hide()
        self.body.addLayout(row(self.add_button, self.remove_button))
        self.body.addStretch()

    def show_duties(
        self, duties: tuple[Duty, ...], days: Sequence[date], zone: ZoneInfo, at: datetime
    ) -> None:
        """Show these; what somebody is typing stays."""
        self._duties, self._zone = duties, zone
        today = at.astimezone(zone).date()
        offered = [(day, f"{words.weekday(day, short=True)} {day.day}.{day.month}.") for day in days]
        self.day.offer(offered, self.day.current or (today if today in days else days[0]))
        self.table.replace(duties)
        self.table.setVisible(bool(duties))
        self._show_button()
        self.tick(at)

    def tick(self, at: datetime) -> None:
        """Say who is there now."""
        self._at = at
        on = [duty for duty in self._duties if duty.on(at)]
        said = "\n".join(" · ".join(filter(None, (duty.what, duty.name, duty.phone))) for duty in on)
        said = said or _("Nobody is written down for this moment.")
        if said != self.now_line.text():
            self.now_line.setText(said)
            self.table.viewport().update()

    def begin(self) -> None:
        """The line is kept: the next one."""
        self.name.clear()
        self.phone.clear()
        self.name.setFocus()

    def _add(self) -> None:
        try:
            starts, ends = typed_span(self.span.text(), self.day.current, self._zone)
        except HackDeskError as error:
            self.wrong.setText(words.error(error))
            self.wrong.show()
            return
        self.wrong.hide()
        self.added.emit(
            DutyDraft(starts, ends, self.name.text().strip(), self.phone.text().strip(), self.what.currentText())
        )

    def _remove(self) -> None:
        if self.table.current is not None:
            self.removed.emit(self.table.current)

    def _show_button(self, _row: object = None) -> None:
        self.remove_button.setEnabled(self.table.current is not None)
        self.remove_button.setVisible(bool(self._duties))

    def _when(self, duty: Duty) -> str:
        day = duty.starts_at.astimezone(self._zone).date()
        return f"{words.weekday(day, short=True)} {shown_span((duty.starts_at, duty.ends_at), self._zone)}"

    def _sign(self, duty: Duty) -> tuple[str, str] | None:
        return (_("now"), "accent") if duty.on(self._at) else None


def _who(duty: Duty) -> str:
    phone = duty.phone.replace(" ", "\N{NO-BREAK SPACE}")  # a number is read off in one go
    return " · ".join(filter(None, (duty.what, duty.name, phone)))
