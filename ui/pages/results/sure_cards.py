"""How sure the places are, in words: is the winner safe, the jurors beside the panel, plain and adjusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.jury.confidence import Leaning
from hackdesk.jury.sureness import (
    adjustment_sentences,
    agreement_sentences,
    leaning_sentence,
    safety_sentences,
    verdict,
    without_sentences,
)
from ui.pages.results.blocks import Block, Blocks
from ui.pages.results.reading import ResultsNow
from ui.text import _, words
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: Of more teams whose place the adjustment changes, the others are counted.
_NAMED = 5


class Sentences(QWidget):
    """Sentences below each other, with air between them."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)

    @property
    def text(self) -> str:
        """All of them."""
        return "\n".join(label.text() for label in self._labels if not label.isHidden())

    def say(self, sentences: Sequence[str]) -> None:
        """Show these in place of what was said before."""
        for _more in range(len(sentences) - len(self._labels)):
            self._labels.append(Label("", wrap=True))
            self._lines.addWidget(self._labels[-1])
        for number, label in enumerate(self._labels):
            label.setText(sentences[number] if number < len(sentences) else "")
            label.setVisible(number < len(sentences))


class SaidCard(Card):
    """A card of sentences, hidden without places."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._said = Sentences()
        self.body.addWidget(self._said)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._said.text if not self.isHidden() else ""


class SafeCard(SaidCard):
    """What was tried with the first place, said so that it can be read aloud."""

    def __init__(self) -> None:
        super().__init__(_("Is the winner safe?"))
        self.verdict = Pill("")
        self.body.insertWidget(self.body.indexOf(self._said), self.verdict)

    def show_results(self, now: ResultsNow) -> None:
        """Show what is said about the first place."""
        sure = now.confidence
        self.setVisible(sure is not None)
        if sure is not None:
            tone = "accent" if not sure.doubts else "info" if now.signed else "warn"
            self.verdict.say(verdict(sure, words, signed=now.signed), tone)
            self.set_tone("warn" if tone == "warn" else "")
            self._said.say(safety_sentences(sure, now.names, words))


class LeaningBlock(Block):
    """A juror: milder or stricter, and what the first places are without them."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._said = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._said)

    @property
    def text(self) -> str:
        """What it says about the juror."""
        return f"{self._name.text()}: {self._said.text()}"

    def show_value(self, value: Any) -> None:
        """value: (name, what is said)."""
        name, said = value
        self._name.setText(name)
        self._said.setText(said)


class JurorsCard(Card):
    """Who is milder and stricter, whose absence changes places 1 to 3, how far they agree."""

    def __init__(self) -> None:
        super().__init__(_("Jurors"))
        self.jurors = Blocks(lambda _value: LeaningBlock(), gap=6)
        self._agreement = Label("", "second", wrap=True)
        self.body.addWidget(self.jurors)
        self.body.addWidget(self._agreement)
        self.hide()

    def show_results(self, now: ResultsNow) -> None:
        """Show the jurors in their declared order."""
        sure = now.confidence
        self.setVisible(sure is not None)
        if sure is None:
            return
        without = without_sentences(sure, now.names, words)
        self.jurors.show_values(
            {
                one.juror_id: _juror(one, now.names[one.juror_id], without.get(one.juror_id, ""))
                for one in sure.leanings
            }
        )
        agreement = "\n".join(agreement_sentences(sure, words))
        self._agreement.setText(agreement)
        self._agreement.setVisible(bool(agreement))


class BesideCard(SaidCard):
    """The plain and the adjusted mean beside each other: whose place differs, and why."""

    def __init__(self) -> None:
        super().__init__(_("Plain and adjusted mean"))

    def show_results(self, now: ResultsNow) -> None:
        """Show what the adjustment changes."""
        sure = now.confidence
        self.setVisible(sure is not None)
        if sure is not None:
            self._said.say(adjustment_sentences(sure, now.names, words, _NAMED))


def _juror(leaning: Leaning, name: str, without: str) -> tuple[str, str]:
    said = leaning_sentence(leaning, words)
    return name, f"{said}\n{without}" if without else said
