"""How many ballots are where; pressing a count shows those and leads from one to the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hackdesk.jury.reconcile import Due, Reading, counts
from ui.icons import icon
from ui.pages.jury.ways import where_sign
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.flow import Flow

ALL = ""


def picked(key: str, due: Due) -> bool:
    """Whether a ballot is one of those that a count counts. key: a Whereabouts, a Reading, or ALL."""
    return key in (ALL, due.where, due.reading)


class WhereCounts(QWidget):
    """pressed(key): these are wanted; the same again: the next of them. Arrow keys move, Tab leaves."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Where the ballots are"))
        self.buttons: dict[str, Button] = {}
        self.chosen = ALL
        self._flow = Flow(self, gap=6)

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Count these."""
        shown = {ALL: (_("All: {count}", count=len(due)), "")}
        for where, count in counts(due).items():
            sign = where_sign(where)
            shown[where] = (f"{sign.word}: {count}", sign.icon)
        readings = [one.reading for one in due]
        for reading, word, sign_ in (
            (Reading.ONCE, _("paper 1×"), "file-text"),
            (Reading.DIFFERS, _("paper ≠"), "triangle-alert"),
        ):  # fmt: skip
            if reading in readings:
                shown[reading] = (f"{word}: {readings.count(reading)}", sign_)
        if self.chosen not in shown:
            self.chosen = ALL
        if list(shown) != list(self.buttons):
            self._build(list(shown))
        for key, (word, sign_) in shown.items():
            button = self.buttons[key]
            button.setText(word)
            if sign_:
                button.setIcon(icon(sign_, "muted", 6))
        self._show_chosen()

    def _build(self, keys: list[str]) -> None:
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        self._flow.clear()
        self.buttons = {}
        for key in keys:
            button = Button("", partial(self._press, key), size="small")
            button.setCheckable(True)
            self.buttons[key] = button
            self._flow.addWidget(button)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _press(self, key: str) -> None:
        self.chosen = key
        self._show_chosen()
        self.pressed.emit(key)

    def _show_chosen(self) -> None:
        for key, button in self.buttons.items():
            here = key == self.chosen
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        if self.chosen in self.buttons:
            self.setFocusProxy(self.buttons[self.chosen])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self.buttons)
        at = next((number for number, key in enumerate(keys) if self.buttons[key].hasFocus()), -1)
        if not step or at < 0:
            super().keyPressEvent(event)
            return
        self.buttons[keys[(at + step) % len(keys)]].setFocus(Qt.FocusReason.TabFocusReason)
