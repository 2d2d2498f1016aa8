"""Which stakeholder groups every team should have somebody of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from hackdesk.people.rules import Group
from hackdesk.teams.rules import RoleGroups
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.flow import Flow


class WantedGroups(QWidget):
    """changed(wanted): each button stands for one wish; its menu ticks the groups of which any one will do."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("In every team somebody of"))
        self.wanted: RoleGroups = ()
        self.buttons: list[Button] = []
        self._groups: tuple[Group, ...] = ()
        self._flow = Flow(self, gap=8)

    def show_wanted(self, wanted: RoleGroups, groups: Sequence[Group]) -> None:
        """Show these wishes; a last button adds one."""
        if (wanted, tuple(groups)) == (self.wanted, self._groups) and self.buttons:
            return
        self.wanted, self._groups = wanted, tuple(groups)
        self._flow.clear()
        names = {group.key: group.short_name for group in groups}
        self.buttons = [
            self._button(number, " / ".join(names.get(key, key) for key in keys), keys)
            for number, keys in enumerate(wanted)
        ]
        self.buttons.append(self._button(len(wanted), _("Add a group"), ()))
        for button in self.buttons:
            self._flow.addWidget(button)
        self.updateGeometry()

    def _button(self, number: int, text: str, keys: Sequence[str]) -> Button:
        button = Button(text, kind="quiet" if keys else "plain", sign="" if keys else "plus")
        menu = QMenu(button)
        for group in self._groups:
            action = menu.addAction(group.short_name)
            action.setCheckable(True)
            action.setChecked(group.key in keys)
            action.setData((number, group.key))
        menu.triggered.connect(self._toggle)
        button.open_menu(menu)
        return button

    def _toggle(self, action: QAction) -> None:
        number, key = action.data()
        wanted = [list(keys) for keys in (*self.wanted, ())]
        if key in wanted[number]:
            wanted[number].remove(key)
        else:
            wanted[number].append(key)
        self.changed.emit(tuple(tuple(keys) for keys in wanted if keys))
