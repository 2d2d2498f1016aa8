"""The PIN of the chosen juror: whether there is one, a new one, or an own one by typing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from hackdesk.errors import HackDeskError
from hackdesk.jury.access_queries import Access
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

_LONGEST = 8


class PinCard(Card):
    """new_wanted(): make one. typed(pin): take this one. The PIN itself is never shown here."""

    new_wanted = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("PIN"))
        self.state = Label("", "second", wrap=True)
        self.new_button = Button(_("Make a PIN"), self.new_wanted.emit, size="small")
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self._say)
        self.set_button = Button(_("Set this PIN"), self._say, size="small")
        self.field = Field(_("Or an own one"), self.line, _("Four to eight digits"))
        self.body.addWidget(self.state)
        self.body.addLayout(row(self.new_button))
        line = row(self.field, self.set_button)
        line.setStretch(0, 1)
        line.takeAt(line.count() - 1)
        self.body.addLayout(line)

    def show_access(self, access: Access | None, *, anew: bool) -> None:
        """How this juror gets in. anew: it is another juror, and what was typed was for the one before."""
        has, wait = bool(access and access.has_pin), access.wait.total_seconds() if access else 0
        self.new_button.setText(_("New PIN") if has else _("Make a PIN"))
        said = _("A PIN is set.") if has else _("No PIN yet: the juror cannot open their own screen.")
        if wait:
            said += " " + _("After wrong tries it waits {seconds} more seconds.", seconds=int(-(-wait // 1)))
        self.state.setText(said)
        if anew:
            self.line.clear()
            self.field.wrong("")

    def done(self) -> None:
        """The typed PIN is taken."""
        self.line.clear()
        self.field.wrong("")

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the field why it is no PIN."""
        self.field.wrong(words.error(error))

    def _say(self) -> None:
        if self.line.text().strip():
            self.typed.emit(self.line.text())
        else:
            self.line.setFocus()
