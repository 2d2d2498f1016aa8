"""The questions of the feedback form as the event words them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from hackdesk.follow_up.forms import Question
from hackdesk.language import N_
from ui.form import Entry, Form
from ui.inputs import LongInput
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


@dataclass(frozen=True)
class Wording:
    """The five questions by their keys."""

    met: str
    learnt: str
    real: str
    again: str
    better: str


def wording_of(questions: Sequence[Question]) -> Wording:
    """How they are worded."""
    return Wording(**{one.key: one.text for one in questions})


class WordingCard(Card):
    """Each question is kept when it is left, and stands on paper, on phones and in the counts at once.

    usual_wanted: all as usual again. left: back to the forms.
    """

    usual_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("The questions"))
        titles = (N_("Question 1"), N_("Question 2"), N_("Question 3"), N_("Question 4"), N_("Answered in words"))
        names = [one.name for one in fields(Wording)]
        self.form = Form([Entry(name, title, _question) for name, title in zip(names, titles, strict=True)])
        said = _("Questions 1 to 4 are marked from 1, not at all, to 5, very much. Empty: as usual.")
        self.usual_button = Button(_("The usual questions again"), self.usual_wanted.emit)
        self.back_button = Button(_("Back to the forms"), self.left.emit, kind="plain")
        self.body.addWidget(Label(said, "second", wrap=True))
        scroll = Scroll(self.form)
        # It scrolls rather than make the card beside the list higher than the window.
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll.setMinimumHeight(160)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(row(self.usual_button, self.back_button))
        self.setFocusProxy(self.form.fields[names[0]])


def _question() -> LongInput:
    return LongInput(2)
