"""The speaker's script: what is said at the step the hall sees and at the next one, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hackdesk.agenda.rules import View
from hackdesk.jury.reveal import Step, StepKind
from hackdesk.jury.script import place_headed, script
from hackdesk.language import language
from ui.projector.showing import Showing
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label


class ScriptCard(Card):
    """In the language of the event; seen while sealed results are on the projector.

    reveal_wanted (how many steps).
    """

    reveal_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(6)
        self._revealed = 0
        self.now = Label("", "script", wrap=True)
        self.then = Label("", "second", wrap=True)
        self.reveal_button = Button("", self._reveal)
        self.hide_button = Button(_("Hide all"), self._hide, kind="plain")
        for part in (Label(_("What to say"), "label"), self.now, self.then):
            self.body.addWidget(part)
        self.body.addLayout(row(self.reveal_button, self.hide_button, gap=6))

    def show_script(self, showing: Showing) -> None:
        """Show what belongs to the step the hall sees."""
        steps, shown = showing.steps or (), showing.stage.revealed
        self._revealed = shown
        self.setVisible(showing.stage.view == View.RESULTS and bool(steps))
        now = _said(steps[shown - 1], showing) if 0 < shown <= len(steps) else ""
        then = _said(steps[shown], showing) if shown < len(steps) else ""
        self.now.setText(now or _("The hall sees the word “Results”. The first step is next."))
        self.then.setText(_("Then: {what}", what=then.replace("\n", " ")) if then else "")
        self.then.setVisible(bool(then))
        word_reveal(self.reveal_button, showing)
        self.hide_button.setEnabled(shown > 0)

    def _reveal(self) -> None:
        self.reveal_wanted.emit(self._revealed + 1)

    def _hide(self) -> None:
        self.reveal_wanted.emit(0)


def word_reveal(button: Button, showing: Showing) -> None:
    """The button says what it reveals."""
    steps, shown = showing.steps or (), showing.stage.revealed
    button.setEnabled(shown < len(steps))
    button.setText(_reveal_words(steps[shown]) if shown < len(steps) else _("Reveal"))


def _reveal_words(step: Step) -> str:
    if step.kind == StepKind.ALL:
        return _("Show all")
    what = step.prize.name if step.prize else place_headed(step, words)
    if step.kind == StepKind.PAUSE:
        return _("Announce: {what}", what=what)
    return _("Reveal: {what}", what=what)


def _said(step: Step, showing: Showing) -> str:
    return "\n".join(script(step, language(showing.settings.language)))
