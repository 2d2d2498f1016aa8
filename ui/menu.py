"""What is needed seldom: another event, a second window, a copy, the look and the language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from hackdesk.language import LANGUAGES, N_
from ui.text import _

LOOKS = {"light": N_("Light"), "dark": N_("Dark"), "system": N_("Light or dark as the system")}


class DressMenu(QMenu):
    """dressed(look, language): one of them is empty."""

    dressed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer((_(word), name, "") for name, word in LOOKS.items())
        self.addSeparator()
        self._offer((own_name, "", tag) for tag, own_name in LANGUAGES.items())

    def _offer(self, choices: Iterable[tuple[str, str, str]]) -> None:
        group = QActionGroup(self)
        for word, look, tag in choices:
            action = group.addAction(word)
            action.setData((look, tag))
            self.addAction(action)
        group.triggered.connect(self._tell)

    def _tell(self, action: QAction) -> None:
        self.dressed.emit(*action.data())


class MoreMenu(DressMenu):
    """The menu at the foot of the rail."""

    another_event = Signal()
    second_window = Signal()
    copy_wanted = Signal()
    undo_wanted = Signal()
    history_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first = self.actions()[0]
        for word, wish, key in (
            (_("Undo the last change of this desk"), self.undo_wanted, "Ctrl+Z"),
            (_("What was done"), self.history_wanted, "Ctrl+H"),
            (_("Open another event …"), self.another_event, "Ctrl+O"),
            (_("Second window on this event"), self.second_window, ""),
            (_("Copy the event to …"), self.copy_wanted, ""),
            (_("Help"), self.help_wanted, "F1"),
        ):
            action = QAction(word, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(wish)
            self.insertAction(first, action)
        self.insertSeparator(first)
