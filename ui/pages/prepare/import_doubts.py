"""Doubtful rows, one by one: what is asked, both sides where there are two, one key for each answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.importing.doubts import MERGE, VERDICTS, Doubt
from hackdesk.people.importing.reading import Decision
from hackdesk.people.list_jobs import Look
from ui import theme
from ui.pages.prepare.import_sides import Sides, group_names
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

_DECIDING = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_Backspace)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class _Questions(Table):
    """Leaves the keys that decide to the step, where a table would look for rows that begin so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DECIDING:
            event.ignore()
        else:
            super().keyPressEvent(event)


class DoubtsStep(QWidget):
    """decided(): something was decided or taken back; `decisions` says what holds now. done(): nothing is left."""

    decided = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decisions: dict[str, Decision] = {}
        self._doubts: tuple[Doubt, ...] = ()
        self._order: list[str] = []
        self.left = Label("", "muted", wrap=True)
        self.list = _Questions(
            (
                Column(N_("Row"), lambda doubt: str(doubt.row), width=64, right=True),
                Column(N_("Who"), lambda doubt: doubt.name, strong=True),
                Column(N_("What happens"), self._verdict_word, pill=self._verdict_pill, width=164),
            ),
            lambda doubt: doubt.key, name=_("Doubtful rows"),
        )  # fmt: skip
        self.list.setProperty("role", "inside")
        self.list.setMinimumHeight(170)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._take_suggested)
        self.sentence, self.where = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.sides = Sides()
        self.sides.changed.connect(self._change_sides)
        self.answers: list[Button] = []
        self._answer_room = QWidget()
        self._flow = Flow(self._answer_room, gap=8)
        self.all_button = Button("", self.decide_all_alike, kind="link")
        self.back_button = Button(_("Take the decision back"), self.take_back, kind="link", sign="undo-2")
        self._between = QBoxLayout(_ACROSS, self)
        self._between.setContentsMargins(0, 0, 0, 0)
        self._between.setSpacing(theme.GAP)
        self._between.addWidget(self._build_list(), 6)
        self._between.addWidget(self._build_question(), 7)
        self.setFocusProxy(self.list)

    def _build_list(self) -> Card:
        card = Card(_("Doubtful rows"))
        card.body.addWidget(self.left)
        card.body.addWidget(self.list, 1)
        return card

    def _build_question(self) -> Card:
        self.question = Card("")
        for part in (self.sentence, self.where, self._answer_room):
            self.question.body.addWidget(part)
        self.question.body.addLayout(row(self.all_button, self.back_button))
        self._scroll = Scroll(self.sides)
        self._scroll.setMinimumHeight(120)
        self.question.body.addWidget(self._scroll, 1)
        keys = QWidget()
        flow = Flow(keys, gap=6)
        for key, word in (("1–3", _("decide")), ("Enter", _("as suggested")), ("A", _("all of this kind")),
                          ("Backspace", _("take back"))):  # fmt: skip
            flow.addWidget(Keycap(key))
            flow.addWidget(Label(word, "second"))
        self.question.body.addWidget(keys)
        return self.question

    def shrink(self, *, narrow: bool) -> None:
        """The question below the list, or beside it."""
        self._between.setDirection(_DOWN if narrow else _ACROSS)

    def show_look(self, look: Look) -> None:
        """Show what is doubtful; what was decided before holds."""
        self._doubts = look.doubts
        self.sides.groups = group_names(look.groups)
        self.decisions = dict(look.wishes.reading.decisions) if look.wishes.reading else {}
        with QSignalBlocker(self.list):
            self.list.replace(self._doubts)
        current = self.list.current
        if current is None or current.key in self.decisions:
            self._next()
        else:
            self._redraw()

    @property
    def undecided(self) -> int:
        """How many are left."""
        return sum(doubt.key not in self.decisions for doubt in self._doubts)

    def decide(self, number: int) -> None:
        """Answer the question shown with its answer 1, 2 or 3 and go on to the next."""
        doubt = self.list.current
        if doubt is None or not 1 <= number <= len(doubt.options):
            return
        self._decide(doubt, doubt.options[number - 1])
        self._next()

    def _take_suggested(self, doubt: Doubt) -> None:
        if not self.undecided:
            self.done.emit()
            return
        if doubt.key not in self.decisions:
            self._decide(doubt, doubt.suggested)
        self._next()

    def decide_all_alike(self) -> None:
        """Answer all the other questions of this kind as this one was, or would be by suggestion."""
        doubt = self.list.current
        if doubt is None:
            return
        verdict = self._verdict(doubt)
        for one in self._alike(doubt):
            self._decide(one, verdict if verdict in one.options else one.suggested)
        self._next()

    def take_back(self) -> None:
        """Take back the decision about the row shown, or where it has none, the last one."""
        doubt = self.list.current
        key = doubt.key if doubt is not None and doubt.key in self.decisions else None
        if key is None and self._order:
            key = self._order[-1]
        if key is None:
            return
        self.decisions.pop(key, None)
        self._order = [one for one in self._order if one != key]
        self.list.choose(key)
        self._redraw()
        self.decided.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
            self.decide(event.key() - Qt.Key.Key_0)
        elif event.key() == Qt.Key.Key_A:
            self.decide_all_alike()
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _decide(self, doubt: Doubt, verdict: str) -> None:
        here = self.sides.here if verdict == MERGE and doubt is self.list.current else ()
        self.decisions[doubt.key] = Decision(verdict, here)
        self._order = [*(one for one in self._order if one != doubt.key), doubt.key]
        self.decided.emit()

    def _change_sides(self) -> None:
        doubt = self.list.current
        if doubt is not None and self._verdict(doubt) == MERGE:
            self._decide(doubt, MERGE)
            self._redraw()

    def _next(self) -> None:
        """The next that is not decided, from the one shown on; where none is left, the last stays."""
        rows = [doubt.key for doubt in self._doubts]
        at = rows.index(self.list.current.key) if self.list.current in self._doubts else -1
        for key in (*rows[at + 1 :], *rows[: at + 1]):
            if key not in self.decisions:
                self.list.choose(key)
                break
        else:
            if rows and self.list.current is None:
                self.list.choose(rows[0])
        self._redraw()

    def _redraw(self) -> None:
        self.left.setText(
            many("{count} is not decided yet: it is taken as suggested.",
                 "{count} are not decided yet: they are taken as suggested.", self.undecided)
            if self.undecided
            else _("Everything is decided.") if self._doubts else _("No row is doubtful.")
        )  # fmt: skip
        self.list.viewport().update()
        self._show(self.list.current)

    def _show(self, doubt: Doubt | None) -> None:
        self.question.setVisible(doubt is not None)
        if doubt is None:
            return
        self.question.title.setText(doubt.name)
        self.sentence.setText(doubt.worded(words))
        place = _("Row {row}", row=doubt.row)
        self.where.setText(f"{place} · {doubt.column}" if doubt.column else place)
        chosen = self.decisions.get(doubt.key)
        self.sides.show_doubt(doubt, chosen)
        self._show_answers(doubt)
        others = len(self._alike(doubt))
        verdict = self._word(doubt, self._verdict(doubt))
        self.all_button.setText(
            many("So for {count} more like this: {verdict}", "So for {count} more like this: {verdict}",
                 others, verdict=verdict)
        )  # fmt: skip
        self.all_button.setVisible(bool(others))
        self.back_button.setVisible(chosen is not None)

    def _show_answers(self, doubt: Doubt) -> None:
        self._flow.clear()
        chosen = self.decisions.get(doubt.key)
        self.answers = []
        for number, verdict in enumerate(doubt.options, 1):
            is_chosen = chosen is not None and chosen.verdict == verdict
            sign = "check" if is_chosen else ""
            button = Button(f"{number}  {self._word(doubt, verdict)}", partial(self.decide, number), sign=sign)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if verdict == doubt.suggested and chosen is None:
                button.setToolTip(_("suggested"))
            self.answers.append(button)
            self._flow.addWidget(button)

    def _alike(self, doubt: Doubt) -> Sequence[Doubt]:
        return [
            one for one in self._doubts
            if one.kind == doubt.kind and one.key != doubt.key and one.key not in self.decisions
        ]  # fmt: skip

    def _verdict(self, doubt: Doubt) -> str:
        decided = self.decisions.get(doubt.key)
        return decided.verdict if decided and decided.verdict in doubt.options else doubt.suggested

    def _word(self, doubt: Doubt, verdict: str) -> str:
        return _(VERDICTS[verdict], mended=words.quoted(doubt.mended)) if doubt.mended else _(VERDICTS[verdict])

    def _verdict_word(self, doubt: Doubt) -> str:
        return self._word(doubt, self._verdict(doubt))

    def _verdict_pill(self, doubt: Doubt) -> tuple[str, str]:
        return self._verdict_word(doubt), "accent" if doubt.key in self.decisions else "warn"
