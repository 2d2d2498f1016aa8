"""PINs that were made just now: shown once, large, until they are put away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.jury.rules import Juror
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


class FreshPins(Card):
    """print_wanted(), save_wanted(), put_away(). It holds the PINs only as long as it shows them."""

    print_wanted = Signal()
    save_wanted = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__(_("New PINs"))
        self.pins: dict[UUID, str] = {}
        self._names: dict[UUID, str] = {}
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(0, 1)
        said = _("They are not shown again. Print the cards now, or let each juror write theirs down.")
        self.body.addWidget(Label(said, "second", wrap=True))
        self.body.addWidget(Scroll(self._inside), 1)
        self.print_button = Button(_("Print cards …"), self.print_wanted.emit, kind="primary", sign="printer")
        self.save_button = Button(_("Save as PDF …"), self.save_wanted.emit, sign="save")
        self.away_button = Button(_("Put away"), self._put_away, size="small")
        self.head.addWidget(self.away_button)
        self.body.addLayout(row(self.print_button, self.save_button))
        self.hide()

    def show_pins(self, pins: Mapping[UUID, str], jurors: Sequence[Juror]) -> None:
        """Show these beside those that are still shown."""
        self.pins |= pins
        self._names = {juror.id: juror.name for juror in jurors}
        self._fill()
        self.show()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, juror_id: UUID) -> None:
        """This PIN is none any more."""
        if self.pins.pop(juror_id, None) is not None:
            self._fill()
            if not self.pins:
                self._put_away()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        ids = [id_ for id_ in self._names if id_ in self.pins]
        for number, id_ in enumerate(ids):
            name, pin = Label(self._names[id_], "strong", wrap=True), Label(self.pins[id_], "name")
            pin.setAccessibleName(_("PIN of {juror}: {pin}", juror=self._names[id_], pin=self.pins[id_]))
            pin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(pin, number, 1, Qt.AlignmentFlag.AlignRight)
        for number in range(max(self._grid.rowCount(), len(ids) + 1)):
            self._grid.setRowStretch(number, int(number == len(ids)))

    def _put_away(self) -> None:
        self.pins.clear()
        self._fill()
        self.hide()
        self.put_away.emit()
