"""The order of pitches: drawn, looked at, changed by hand."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.stage.rows import PitchLine, pitch_lines
from ui.projector.showing import Showing
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import Table


class PitchOrder(QWidget):
    """draw_wanted (seed, 0: any), swap_wanted (two teams), call_wanted (team)."""

    draw_wanted = Signal(int)
    swap_wanted = Signal(object, object)
    call_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(
            (
                Column("", lambda line: f"{line.pitch.position}.", width=52),
                Column("", lambda line: line.pitch.name),
                Column("", lambda line: "", pill=lambda line: line.sign, right=True, width=120),
            ),
            name=_("Order of pitches"),
        )
        self.table.horizontalHeader().hide()
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_buttons)
        self.lot = Label("", "second")
        self.call_button = Button(_("Call this team"), self._call)
        self.earlier_button = Button(_("Earlier"), self._earlier, sign="arrow-up", key="Alt+Up")
        self.later_button = Button(_("Later"), self._later, sign="arrow-down", key="Alt+Down")
        self.number = QSpinBox()
        self.number.setRange(0, 9999)
        self.number.setSpecialValueText(_("any number"))
        self.number.setAccessibleName(_("Number called for the lot"))
        self.number.setToolTip(_("Let somebody in the hall call a number: the same number draws the same order."))
        self.draw_button = Button(_("Draw the order"), self._draw)
        self.empty = EmptyState(
            _("No order drawn yet"),
            _("The order of pitches is drawn by lot; it stands here and on the projector."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._drawn())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self._stack, 1)
        lines.addLayout(row(self.number, self.draw_button))

    def _drawn(self) -> QWidget:
        drawn = QWidget()
        lines = QVBoxLayout(drawn)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.lot)
        lines.addLayout(row(self.earlier_button, self.later_button))
        lines.addLayout(row(self.call_button))
        return drawn

    def show_order(self, showing: Showing) -> None:
        """Show the order as it is drawn."""
        pitches = showing.rounds[0].pitches
        self.table.replace(pitch_lines(pitches, showing.timer))
        self._stack.setCurrentIndex(1 if pitches else 0)
        self.draw_button.setText(_("Draw again") if pitches else _("Draw the order"))
        seeds = sorted({pitch.seed for pitch in pitches if pitch.seed is not None})
        swapped = any(pitch.seed is None for pitch in pitches)
        told = _("Drawn with the number {number}", number=seeds[0]) if seeds else ""
        self.lot.setText(_("{told}, then changed by hand", told=told) if told and swapped else told)
        self._show_buttons()

    def _show_buttons(self) -> None:
        at = self._at
        self.call_button.setEnabled(at >= 0)
        self.earlier_button.setEnabled(at > 0)
        self.later_button.setEnabled(0 <= at < len(self.table.rows) - 1)

    @property
    def _at(self) -> int:
        return self.table.currentIndex().row()

    def _team(self, at: int) -> UUID:
        line: PitchLine = self.table.rows[at]
        return line.pitch.subject_id

    def _earlier(self) -> None:
        self.swap_wanted.emit(self._team(self._at), self._team(self._at - 1))

    def _later(self) -> None:
        self.swap_wanted.emit(self._team(self._at), self._team(self._at + 1))

    def _call(self) -> None:
        self.call_wanted.emit(self._team(self._at))

    def _draw(self) -> None:
        self.draw_wanted.emit(self.number.value())
