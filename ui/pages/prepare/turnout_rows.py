"""One line for each group, municipality or topic: how many are wanted, typed in place, and how that stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people.turnout import Tally, standing
from hackdesk.teams.turnout import LACKS
from ui.inputs import WholeInput
from ui.text import _, words
from ui.widgets.bar import Bar
from ui.widgets.label import Label

_NUMBER_WIDTH, _RIGHT = 62, 6


class WantedInput(WholeInput):
    """How many are wanted. entered(): the keyboard came in. moved(±1): arrow down or up."""

    entered = Signal()
    moved = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(_NUMBER_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)

    def mark_wrong(self, sentence: str) -> None:
        """What was typed cannot be kept; an empty sentence takes it back."""
        self.setProperty("wrong", bool(sentence))
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.style().unpolish(self)
        self.style().polish(self)


class TallyRow(QFrame):
    """typed(Tally, number or None): another number is wanted. refused(HackDeskError): it is none.

    chosen(key), moved(±1).
    """

    typed = Signal(object, object)
    refused = Signal(object)
    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.setProperty("role", "tally")
        self.tally = tally
        self.name, self.said = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.count, self._new = Label("", "strong"), Label("", "second")
        self.wanted, self._bar = WantedInput(_("Wanted: {name}", name=tally.name)), Bar()
        self._bar.setFixedWidth(74)
        beside = self._bar.sizePolicy()
        beside.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(beside)
        self.count.setMinimumWidth(26)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._new.setMinimumWidth(30)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.name)
        both.addWidget(self.said)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(10)
        line.addLayout(both, 1)
        for part in (self.wanted, self._bar, self.count, self._new):
            line.addWidget(part)
        self.wanted.entered.connect(self._choose)
        self.wanted.moved.connect(self.moved)
        self.wanted.finished.connect(self._finish)
        self._shown: int | None = None
        self.show_tally(tally, anew=True)

    def show_tally(self, tally: Tally, *, anew: bool = False) -> None:
        """Show how it stands now; a number that is being typed stays."""
        being_typed = self.wanted.hasFocus() and self.wanted.isModified()
        if anew or (tally.typed != self._shown and not being_typed):
            self._shown = tally.typed
            self.wanted.show_value(tally.typed)
        self.tally = tally
        self.wanted.setPlaceholderText("" if tally.usual is None else str(tally.usual))
        self.name.setText(tally.name)
        lacking = [_(LACKS[lack]) for lack in tally.lacks]
        said = ", ".join(filter(None, (standing(tally, words), *lacking)))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.count.setText(str(tally.registered))
        self._new.setText(f"+{tally.new}" if tally.new else "")
        tone = "warn" if tally.gap else "accent"
        self._bar.show_value(tally.registered, tally.wanted or tally.registered, tone)
        self._bar.setVisible(tally.wanted is not None)
        self.setAccessibleName(f"{tally.name}: {tally.registered}, {said}")

    def mark(self, *, chosen: bool) -> None:
        """Show whether the people beside it are those to call about this."""
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.setFocus(Qt.FocusReason.MouseFocusReason)

    def _choose(self) -> None:
        self.chosen.emit(self.tally.key)

    def _finish(self) -> None:
        try:
            value = self.wanted.value()
        except HackDeskError as error:
            self.wanted.mark_wrong(words.error(error))
            self.refused.emit(error)
            return
        self.wanted.mark_wrong("")
        self.wanted.setModified(False)
        if value != self._shown:
            self._shown = value
            self.typed.emit(self.tally, value)

    def refuse(self, error: HackDeskError) -> None:
        """The number was not kept; it stays typed."""
        self._shown = self.tally.typed
        self.wanted.mark_wrong(words.error(error))


class TallyList(QWidget):
    """Rows that keep their place when they are read again. The signals are those of the rows; chosen(key)."""

    typed = Signal(object, object)
    refused = Signal(object)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TallyRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, _RIGHT, 0)
        self._lines.setSpacing(0)
        self._lines.addStretch()

    def show_tallies(self, tallies: Sequence[Tally], chosen: str) -> None:
        """Show these; the rows of the same keys stay, so that the keyboard stays where it is."""
        if [row.tally.key for row in self.rows] != [tally.key for tally in tallies]:
            self._make(tallies)
        for row, tally in zip(self.rows, tallies, strict=True):
            row.show_tally(tally)
        self.mark(chosen)

    def leave_right(self, width: int) -> None:
        """Leave so many pixels free at the right."""
        self._lines.setContentsMargins(0, 0, _RIGHT + width, 0)

    def mark(self, key: str) -> None:
        """Show which one the people beside are about."""
        for row in self.rows:
            row.mark(chosen=row.tally.key == key)

    def _make(self, tallies: Sequence[Tally]) -> None:
        for row in self.rows:
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for tally in tallies:
            row = TallyRow(tally)
            row.typed.connect(self.typed)
            row.refused.connect(self.refused)
            row.chosen.connect(self.chosen)
            row.moved.connect(self._move)
            self._lines.insertWidget(self._lines.count() - 1, row)
            self.rows.append(row)

    def _move(self, step: int) -> None:
        row: QObject | None = self.sender()
        number = next((n for n, one in enumerate(self.rows) if one is row), 0) + step
        if 0 <= number < len(self.rows):
            self.rows[number].wanted.setFocus(Qt.FocusReason.TabFocusReason)
