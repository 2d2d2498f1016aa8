"""What the words of a list mean at this event: groups and roles, languages, yes and no."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.importing.headers import FIELDS
from hackdesk.people.importing.meanings import KEEP, YES_NO, WordUse
from hackdesk.people.importing.reading import key_of
from hackdesk.people.list_jobs import Look
from hackdesk.people.rules import LANGUAGES, ROLES
from ui.inputs import ChoiceInput
from ui.pages.prepare.import_sides import group_names
from ui.text import _, many
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: So many words are shown: the unclear come first, and more than this is no list of a question with choices.
_MOST = 80
_BETWEEN = "\n"
_ANSWERS = {"yes": N_("Yes"), "no": N_("No")}


class WordsStep(QWidget):
    """meant(field, word, tokens): somebody said what a word means."""

    meant = Signal(str, str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[tuple[str, str], ChoiceInput] = {}
        self._shown: tuple[WordUse, ...] = ()
        self.nothing = Label(_("Every word is understood."), "muted", wrap=True)
        self.more = Label("", "second", wrap=True)
        self._lines, self._grid = QWidget(), QGridLayout()
        self._lines.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        card = Card(_("What the words mean"))
        card.body.addWidget(self.nothing)
        card.body.addWidget(self._lines)
        card.body.addWidget(self.more)
        card.body.addStretch()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)

    def show_look(self, look: Look) -> None:
        """Show the words; where a question of yes and no is clear, it is not shown."""
        uses = tuple(use for use in look.words if use.field not in YES_NO or not use.clear or use.decided)
        if uses == self._shown:
            return
        self._shown = uses
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        groups = group_names(look.groups)
        for number, use in enumerate(uses[:_MOST]):
            self._add(2 * number, use, groups)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.nothing.setVisible(all(use.clear for use in uses))
        self.more.setText(many("and {count} more word", "and {count} more words", len(uses) - _MOST))
        self.more.setVisible(len(uses) > _MOST)

    def _add(self, line: int, use: WordUse, groups: Mapping[str, str]) -> None:
        choice = ChoiceInput(_meanings(use, groups))
        choice.setAccessibleName(_("What “{word}” means", word=use.word))
        choice.show_value(_BETWEEN.join(use.meaning))
        choice.setFixedWidth(280)
        choice.finished.connect(partial(self._tell, use))
        self.choices[use.field, use.word] = choice
        where = many("{count} row", "{count} rows", use.count) + " · " + _(FIELDS[use.field])
        word = Label(use.word if len(use.word) <= 120 else use.word[:119] + "…", "strong", wrap=True)
        self._grid.addWidget(word, line, 0)
        self._grid.addWidget(Label(where, "second"), line + 1, 0)
        if not use.clear:
            self._grid.addWidget(Pill(_("not known"), "warn"), line, 1)
        self._grid.addWidget(choice, line, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowMinimumHeight(line + 1, 28)

    def _tell(self, use: WordUse) -> None:
        value = self.choices[use.field, use.word].value()
        self.meant.emit(use.field, key_of(use.word), tuple(value.split(_BETWEEN)) if value else ())


def _meanings(use: WordUse, groups: Mapping[str, str]) -> list[tuple[str, str]]:
    """What this word can be taken for: (tokens, what it is called)."""
    if use.field in YES_NO:
        found = [(key, _(word)) for key, word in _ANSWERS.items()]
        return [*found, (KEEP[0], _("Not decided")), ("", _("Leave open"))]
    if use.field == "languages":
        found = [(tag, _(word)) for tag, word in LANGUAGES.items()]
    else:
        found = [(f"group:{key}", name) for key, name in groups.items()]
        found += [(f"role:{role}", _("Role: {role}", role=_(word))) for role, word in ROLES.items()]
        found.append((f"new:{use.word}", _("New group “{word}”", word=use.word)))
    found += [(KEEP[0], _("As written")), ("", _("Leave out"))]
    known = dict(found)
    if len(use.meaning) > 1:
        both = ", ".join(known.get(token, token.partition(":")[2] or token) for token in use.meaning)
        found.insert(0, (_BETWEEN.join(use.meaning), both))
    return found
