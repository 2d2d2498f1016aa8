"""What differs between what was typed and what is on the list now, to be decided field by field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hackdesk.people import rules
from hackdesk.people.rules import Draft, Group
from ui.pages.check_in.person_inputs import LABELS, label
from ui.text import _
from ui.widgets.label import Label
from ui.widgets.segments import Segments

THEIRS, MINE = "theirs", "mine"


class Differing(QFrame):
    """Hidden while nothing differs. decided(field, value): this one is to stand."""

    decided = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self._switches: dict[str, Segments] = {}
        self._labels: list[Label] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 9, 12, 9)
        self._lines.setSpacing(6)
        self.hide()

    @property
    def undecided(self) -> tuple[str, ...]:
        """The fields for which nothing is chosen yet."""
        return tuple(name for name, switch in self._switches.items() if not switch.current)

    @property
    def sentences(self) -> list[str]:
        """What it says, line by line."""
        return [] if self.isHidden() else [label.text() for label in self._labels]

    def clear(self) -> None:
        """Nothing differs."""
        self.hide()
        self._switches.clear()
        self._labels.clear()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def say(self, title: str, told: Sequence[str] = ()) -> None:
        """Begin anew with a title and what is good to know."""
        self.clear()
        self._labels = [Label(title, "strong", wrap=True), *(Label(one, wrap=True) for one in told)]
        for line in self._labels:
            self._lines.addWidget(line)
        self.show()

    def ask(
        self, names: Sequence[str], mine: Draft, theirs: Draft, groups: Sequence[Group], *, chosen: str = ""
    ) -> None:
        """Let somebody choose between both versions of these fields. chosen: which stands already."""
        for name in names:
            sentence = _(
                "{field}: on the list “{theirs}”, typed here “{mine}”.", field=label(name),
                theirs=in_words(name, theirs, groups), mine=in_words(name, mine, groups),
            )  # fmt: skip
            self._ask(name, sentence, {THEIRS: getattr(theirs, name), MINE: getattr(mine, name)}, chosen)

    def _ask(self, name: str, sentence: str, values: dict[str, Any], chosen: str) -> None:
        switch = Segments([(THEIRS, _("Take theirs")), (MINE, _("Keep mine"))], label(name), undecided=True)
        switch.choose(chosen)
        switch.chosen.connect(partial(self._decide, name, values))
        self._switches[name] = switch
        self._labels.append(Label(sentence, wrap=True))
        for part in (self._labels[-1], switch):
            self._lines.addWidget(part)
        self.show()

    def ask_first(self) -> None:
        """Put the keyboard where nothing is chosen yet."""
        for name in self.undecided[:1]:
            self._switches[name].setFocus()

    def switch(self, name: str) -> QWidget:
        """Where one field is decided."""
        return self._switches[name]

    def _decide(self, name: str, values: dict[str, Any], which: str) -> None:
        if which:
            self.decided.emit(name, values[which])


def news(before: Draft, now: Draft, groups: Sequence[Group], *, but: Sequence[str]) -> list[str]:
    """What somebody else changed, in a sentence each. but: the fields that are asked about."""
    return [
        _("{field} is now “{value}”.", field=label(name), value=in_words(name, now, groups))
        for name in LABELS
        if getattr(now, name) != getattr(before, name) and name not in but
    ]


def in_words(name: str, draft: Draft, groups: Sequence[Group]) -> str:
    """What a draft says in a field, as a person would read it."""
    value = getattr(draft, name)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, tuple):
        known = {group.key: group.short_name for group in groups}
        tables = {"roles": rules.ROLES, "languages": rules.LANGUAGES}.get(name, {})
        return ", ".join(known.get(one) or (_(tables[one]) if one in tables else one) for one in value)
    return str(value) if value else _("nothing")
