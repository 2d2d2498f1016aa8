"""What people said, counted: everybody or one group that is large enough; and what they wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.follow_up.forms import LEAST, Question, Tally, Voices
from hackdesk.people.rules import Group
from ui.pages.after.mark_bars import MarkBars
from ui.text import _, many, words
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments

_EVERYBODY = ""


class SaidCard(Card):
    """Marks as columns, answers in words as a list. Small groups are not offered, and it says so."""

    def __init__(self, empty: EmptyState) -> None:
        super().__init__(_("What people said"))
        self._voices: Voices | None = None
        self._questions: tuple[Question, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self.picker = Picker(_("Whose answers"))
        self.picker.chosen.connect(lambda _key: self._show())
        self.segments = Segments([("marks", _("Marks")), ("words", _("Words"))], _("Show"))
        self.segments.chosen.connect(lambda _key: self._show())
        self.hidden = Label("", "second", wrap=True)
        self._inside = QStackedWidget()
        self._scroll = Scroll(QWidget())
        self._inside.addWidget(self._scroll)
        self._inside.addWidget(empty)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.segments)
        tools.addWidget(self.picker)
        tools.addStretch()
        self.body.addWidget(self._tools)
        self.body.addWidget(self._inside, 1)
        self.body.addWidget(self.hidden)

    def show_voices(self, voices: Voices, questions: Sequence[Question], groups: Sequence[Group]) -> None:
        """Show the counts as they are now."""
        if (voices, tuple(questions), tuple(groups)) == (self._voices, self._questions, self._groups):
            return
        self._voices, self._questions, self._groups = voices, tuple(questions), tuple(groups)
        names = {one.key: one.name for one in groups}
        shown = [(key, f"{names[key]} ({voices.groups[key][0]})") for key in names if key in voices.groups]
        before = self.picker.current
        everybody = (_EVERYBODY, _("Everybody ({count})", count=voices.forms))
        self.picker.offer([everybody, *shown], before if before in voices.groups else _EVERYBODY)
        self._show()

    def _show(self) -> None:
        voices = self._voices
        if voices is None:
            return
        self._inside.setCurrentIndex(0 if voices.forms else 1)
        self._tools.setVisible(bool(voices.forms))
        in_words = self.segments.current == "words"
        self.picker.setVisible(not in_words)
        self.hidden.setText(_why_hidden(voices, in_words=in_words))
        self.hidden.setVisible(bool(self.hidden.text()))
        sheet = self._words(voices) if in_words else self._marks(voices)
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(at)

    def _marks(self, voices: Voices) -> QWidget:
        group = self.picker.current or _EVERYBODY
        tallies: Mapping[str, Tally] = voices.groups[group][1] if group in voices.groups else voices.total
        sheet, lines = _sheet()
        for number, question in enumerate(one for one in self._questions if not one.free):
            if number:
                lines.addWidget(Rule())
            lines.addWidget(_MarkLine(question.text, tallies.get(question.key)))
        lines.addStretch()
        return sheet

    def _words(self, voices: Voices) -> QWidget:
        sheet, lines = _sheet()
        for question in (one for one in self._questions if one.free):
            lines.addWidget(Label(question.text, "label", wrap=True))
            said = voices.said.get(question.key, ())
            if not said:
                lines.addWidget(Label(_("Nobody has written anything yet."), "muted", wrap=True))
            for text in said:
                lines.addWidget(Label(words.quoted(text), wrap=True))
                lines.addWidget(Rule())
        lines.addStretch()
        return sheet


class _MarkLine(QWidget):
    """A question, its mean, and its columns. tally None: too few of this group have marked it."""

    def __init__(self, text: str, tally: Tally | None) -> None:
        super().__init__()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch()
        said.addWidget(Label(text, "strong", wrap=True))
        said.addWidget(Label(_mean(tally), "second", wrap=True))
        said.addStretch()
        line.addLayout(said, 5)
        if tally is not None:
            bars = MarkBars(text)
            bars.show_tally(tally)
            line.addWidget(bars, 6, Qt.AlignmentFlag.AlignVCenter)


def _mean(tally: Tally | None) -> str:
    if tally is None:
        return _("Too few of them have marked it to be shown.")
    if tally.mean is None:
        return _("No marks yet")
    return "▲ " + many("mean {mean} of {count} mark", "mean {mean} of {count} marks", tally.answers,
                       mean=words.number(float(tally.mean), 1))  # fmt: skip


def _why_hidden(voices: Voices, *, in_words: bool) -> str:
    if in_words:
        return _("In the order of the alphabet, of all groups together, so that nobody is recognised.")
    if not voices.hidden:
        return ""
    return many(
        "{count} form is counted with everybody only: a group is shown from {least} forms on, "
        "so that nobody is recognised.",
        "{count} forms are counted with everybody only: a group is shown from {least} forms on, "
        "so that nobody is recognised.",
        voices.hidden, least=LEAST,
    )  # fmt: skip


def _sheet() -> tuple[QWidget, QVBoxLayout]:
    sheet = QWidget()
    lines = QVBoxLayout(sheet)
    lines.setContentsMargins(0, 0, 8, 0)
    lines.setSpacing(8)
    return sheet, lines
