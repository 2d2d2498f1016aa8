"""Handing the laptop to a juror: what that means, who has no PIN yet, and the facilitator's own PIN."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from ui.page import Page
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_NAMED = 4


@dataclass(frozen=True)
class Ready:
    """jurors: how many there are. without_pin: names of those who cannot come in. own_pin: of the facilitator."""

    jurors: int
    without_pin: tuple[str, ...]
    own_pin: bool


class KioskPanel(Panel):
    """One button hands over; where no PIN leads back yet, it is chosen in the same place first."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._ready: Ready | None = None
        self._choosing = False
        self._missing = Label("", wrap=True)
        self.jurors_button = Button(
            _("Go to jurors"), partial(page.wants.emit, "prepare", "jurors"), size="small", sign="users"
        )
        self.first, self.second = _pin_field(), _pin_field()
        self._first = Field(_("Your PIN"), self.first, _("Four to eight digits. It leads back to the desk."))
        self._second = Field(_("Once more"), self.second)
        self.second.returnPressed.connect(self._hand_over)
        self.hand_over_button = Button("", self._hand_over, kind="primary", size="big")
        self.another_pin_button = Button(_("Change my PIN …"), self._choose_another, kind="plain")
        self._build()

    def _build(self) -> None:
        card = Card(_("The laptop for the jurors"))
        for sentence in (
            _("The jurors mark on a screen of their own: each chooses their name, types their PIN and sees only "
              "their own ballots. Only your PIN leads back to the desk."),
            _("The projector stays as it is, and the bells ring."),
            _("Close other programs first: no program can keep anybody from changing to another one."),
        ):  # fmt: skip
            card.body.addWidget(Label(sentence, wrap=True))
        missing = QHBoxLayout()
        missing.setSpacing(14)
        missing.addWidget(self._missing, 1)
        missing.addWidget(self.jurors_button)
        card.body.addLayout(missing)
        self._pins = QWidget()
        fields = QHBoxLayout(self._pins)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(14)
        for field in (self._first, self._second):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._pins)
        card.body.addSpacing(6)
        card.body.addLayout(row(self.hand_over_button, self.another_pin_button))
        card.setMaximumWidth(760)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        lines.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        self.setFocusProxy(self.hand_over_button)

    def read(self, event: Event) -> Ready:
        jurors, ways = queries.jurors(event), access(event)
        without = tuple(one.name for one in jurors if one.id not in ways or not ways[one.id].has_pin)
        return Ready(len(jurors), without, None in ways and ways[None].has_pin)

    def display(self, answer: Ready) -> None:
        self._ready = answer
        asks = self._choosing or not answer.own_pin
        self._pins.setVisible(asks)
        self.another_pin_button.setVisible(not asks)
        self.hand_over_button.setText(_("Keep this PIN and hand over") if asks else _("Hand over to a juror"))
        self.hand_over_button.setEnabled(answer.jurors > 0)
        self._missing.setText(_missing_words(answer))
        for part in (self._missing, self.jurors_button):
            part.setVisible(bool(self._missing.text()))

    def _choose_another(self) -> None:
        self._choosing = True
        self.page.refresh()
        self._pins.show()
        self.first.setFocus()

    def _hand_over(self) -> None:
        if self._ready is None or not self.hand_over_button.isEnabled():
            return
        if not self._choosing and self._ready.own_pin:
            self.page.handed_over.emit()
            return
        self._first.wrong("")
        same = self.first.text() == self.second.text()
        self._second.wrong("" if same else _("The two are not the same. Type it once more."))
        if not same:
            self.second.clear()
            self.second.setFocus()
            return
        pin = self.first.text()
        self.page.ask(lambda event: actions.set_pin(event, None, pin), self._begin, self._refuse)

    def _refuse(self, error: HackDeskError) -> None:
        self._first.wrong(words.error(error))
        self.first.setFocus()

    def _begin(self, _set: None) -> None:
        self._choosing = False
        self.first.clear()
        self.second.clear()
        self.page.handed_over.emit()
        self.page.refresh()


def _pin_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(8)
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), field))
    return field


def _missing_words(ready: Ready) -> str:
    if not ready.jurors:
        return _("Nobody is on the jury yet.")
    count = len(ready.without_pin)
    if not count:
        return ""
    names = ", ".join(ready.without_pin[:_NAMED]) + (" …" if count > _NAMED else "")
    return many(
        "{count} juror has no PIN yet: {names}.", "{count} jurors have no PIN yet: {names}.", count, names=names
    )
