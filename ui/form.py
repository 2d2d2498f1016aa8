"""A form over one frozen value that keeps each field as soon as it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.errors import HackDeskError, Stale
from hackdesk.language import N_
from ui.inputs import Input, being_typed_in
from ui.text import _, words
from ui.widgets.field import Field

V = TypeVar("V")
_COLUMNS = 6


@dataclass(frozen=True)
class Entry:
    """One field. name: of the value's attribute; label and hint: marked with N_; span: of six columns."""

    name: str
    label: str
    make: Callable[[], Input]
    hint: str = ""
    span: int = 6


@dataclass(frozen=True)
class Edit:
    """One field was left with another value than it showed."""

    name: str
    before: Any
    value: Any

    def apply(self, latest: V) -> V:
        """The latest value with this edit. Raises Stale where somebody else changed the same field."""
        if getattr(latest, self.name) not in (self.before, self.value):
            raise Stale(
                N_("Somebody else has just changed this to “{theirs}”; nothing was saved."),
                theirs=str(getattr(latest, self.name)),
                remedy=N_("Look at it again and make your change once more."),
            )
        edited: V = replace(latest, **{self.name: self.value})  # type: ignore[type-var]
        return edited


class Form(QWidget):
    """edited(Edit): a field was left. Fields are found by name in `fields`."""

    edited = Signal(object)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._inputs: dict[str, Input] = {}
        self._shown: dict[str, Any] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(11)
        at = 0
        for entry in entries:
            if at % _COLUMNS + entry.span > _COLUMNS:
                at += _COLUMNS - at % _COLUMNS
            row, column = divmod(at, _COLUMNS)
            grid.addWidget(self._field(entry), row, column, 1, entry.span, Qt.AlignmentFlag.AlignTop)
            at += entry.span
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(at // _COLUMNS + 1, 1)

    def _field(self, entry: Entry) -> Field:
        made = entry.make()
        made.setObjectName(entry.name)
        made.finished.connect(self._finish)
        self._inputs[entry.name] = made
        self.fields[entry.name] = Field(_(entry.label), made, _(entry.hint))
        return self.fields[entry.name]

    def show_value(self, value: Any, *, anew: bool = False) -> None:
        """Show a value's fields; one that somebody is typing in stays unless the value is another one (`anew`)."""
        for name, made in self._inputs.items():
            current = getattr(value, name)
            if anew or not self._typed(name) or self._shown.get(name) == current:
                if anew or self._shown.get(name) != current:
                    made.show_value(current)
                self._shown[name] = current
            if anew:
                self.fields[name].wrong("")

    def _typed(self, name: str) -> bool:
        """Whether something is being typed into a field; to stand in it, as after Tab, is not enough."""
        made = self._inputs[name]
        try:
            return being_typed_in(made) and made.value() != self._shown.get(name)
        except HackDeskError:
            return True

    def refuse(self, edit: Edit, error: HackDeskError) -> None:
        """Say beside the field why its value was not kept; what was typed stays."""
        self._shown[edit.name] = edit.before
        self.fields[edit.name].wrong(words.error(error))

    def _finish(self) -> None:
        made = self.sender()
        assert isinstance(made, QObject)
        name = made.objectName()
        try:
            value = self._inputs[name].value()
        except HackDeskError as error:
            self.fields[name].wrong(words.error(error))
            return
        before = self._shown.get(name)
        self.fields[name].wrong("")
        if value != before:
            self._shown[name] = value
            self.edited.emit(Edit(name, before, value))
