"""The speaker's script: what is said at the step the hall sees, and at the next one."""

from __future__ import annotations

from hackdesk.agenda.rules import View
from hackdesk.jury.reveal import Step
from hackdesk.jury.script import script
from hackdesk.language import language
from ui.projector.showing import Showing
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.label import Label


class ScriptCard(Card):
    """In the language of the event; seen while results are revealed."""

    def __init__(self) -> None:
        super().__init__(_("What to say"))
        self.now = Label("", "script", wrap=True)
        self.then_title = Label(_("Then"), "label")
        self.then = Label("", "muted", wrap=True)
        for part in (self.now, self.then_title, self.then):
            self.body.addWidget(part)

    def show_script(self, showing: Showing) -> None:
        """Show what belongs to the step the hall sees."""
        steps, shown = showing.steps or (), showing.stage.revealed
        self.setVisible(showing.stage.view == View.RESULTS and bool(steps))
        now = _said(steps[shown - 1], showing) if 0 < shown <= len(steps) else ""
        then = _said(steps[shown], showing) if shown < len(steps) else ""
        self.now.setText(now or _("The hall sees the word “Results”. The first step is next."))
        self.then.setText(then)
        for part in (self.then_title, self.then):
            part.setVisible(bool(then))


def _said(step: Step, showing: Showing) -> str:
    return "\n".join(script(step, language(showing.settings.language)))
