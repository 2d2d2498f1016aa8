"""Two sides of a doubtful row beside each other, and which one counts where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.importing.doubts import Doubt, DoubtKind
from hackdesk.people.importing.headers import FIELDS
from hackdesk.people.importing.reading import Decision
from hackdesk.people.rules import LANGUAGES, ROLES, STAKEHOLDER_GROUPS, Group
from ui.text import _
from ui.widgets.label import Label
from ui.widgets.segments import Segments

_OTHER = {"roles": N_("Roles"), "cancelled": N_("Cancelled"), "ticket": N_("Ticket")}
_MOST_LETTERS = 22


class Sides(QWidget):
    """changed(): another side was chosen for a field; `here` names those in which what is here stays."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[str, str] = {}
        self.choices: dict[str, Segments] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    @property
    def here(self) -> tuple[str, ...]:
        """The fields in which what is here stays, where the two are one person."""
        return tuple(key for key, choice in self.choices.items() if choice.current == "here")

    def show_doubt(self, doubt: Doubt, decided: Decision | None) -> None:
        """Show both sides of a question about two; nothing for one about a single row."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        self.setVisible(bool(doubt.said))
        if not doubt.said:
            return
        there = _("Row {row}", row=doubt.here_row) if doubt.here_row else _("On the list")
        for place, title in enumerate((there, _("Row {row}", row=doubt.row)), 1):
            self._grid.addWidget(Label(title, "label"), 0, place)
        differing = set(doubt.differing)
        for line, key in enumerate(_order(doubt), 1):
            name = field_word(key)
            self._grid.addWidget(Label(name, "second", wrap=True), line, 0)
            if key in differing and doubt.kind is DoubtKind.PERSON:
                self._add_choice(line, key, doubt, decided)
                continue
            for place, values in enumerate((doubt.here, doubt.said), 1):
                said = shown(key, values.get(key), self.groups)
                role = "strong" if key in differing else ""
                self._grid.addWidget(Label(said or "–", role if said else "muted", wrap=True), line, place)

    def _add_choice(self, line: int, key: str, doubt: Doubt, decided: Decision | None) -> None:
        here, said = (shown(key, values.get(key), self.groups) for values in (doubt.here, doubt.said))
        choice = Segments((("here", _short(here)), ("said", _short(said))), field_word(key))
        choice.setToolTip(f"{here} · {said}")
        choice.choose("here" if decided and key in decided.here else "said")
        choice.chosen.connect(self._tell)
        self.choices[key] = choice
        self._grid.addWidget(choice, line, 1, 1, 2)

    def _tell(self, _key: str) -> None:
        self.changed.emit()


def _order(doubt: Doubt) -> list[str]:
    """What differs comes first, then what both or one of them say."""
    both = [{key: value for key, value in side.items() if value} for side in (doubt.here, doubt.said)]
    keys = [key for key in (*FIELDS, *_OTHER) if key in both[0] or key in both[1]]
    return sorted(keys, key=lambda key: key not in doubt.differing)[:12]


def field_word(key: str) -> str:
    """What a field is called."""
    return _(FIELDS.get(key) or _OTHER[key])


def shown(key: str, value: Any, groups: Mapping[str, str]) -> str:
    """A value of a field as it is read. groups: what each is called, by its key."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, tuple | list):
        named = {"groups": groups, "roles": ROLES, "languages": LANGUAGES}.get(key, {})
        return ", ".join(_(named[one]) if one in named else str(one) for one in value)
    return "" if value is None else str(value)


def group_names(groups: Iterable[Group]) -> dict[str, str]:
    """What the groups are called, by their keys: the event's own, and the usual ones it has not yet."""
    return {group.key: _(group.name) for group in STAKEHOLDER_GROUPS} | {group.key: group.name for group in groups}


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1] + "…"
