"""What people said of the event: forms from paper and phones, counted so that nobody is recognised."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.event.settings import settings_of
from hackdesk.follow_up import actions
from hackdesk.follow_up.forms import Answer, Question, Voices, own_texts, questions_of
from hackdesk.follow_up.forms_queries import questions, what_people_said
from hackdesk.language import N_, language
from hackdesk.people.queries import groups
from hackdesk.people.rules import Group
from ui import theme
from ui.form import Edit
from ui.page import Page
from ui.pages.after.entry_card import EntryCard
from ui.pages.after.phone_line import PhoneLine
from ui.pages.after.said_card import SaidCard
from ui.pages.after.wording_card import Wording, WordingCard, wording_of
from ui.panel import Panel
from ui.text import _
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from hackdesk.event.store import Event


@dataclass(frozen=True)
class VoicesNow:
    """What the panel reads."""

    voices: Voices
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]


class VoicesPanel(Panel):
    """At the left a form after the other is typed, or the questions are worded; at the right what they say."""

    keys = (
        ("Enter", N_("Go on; in the last line: keep the form and begin the next one")),
        ("Up", N_("Back to the line before")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.entry, self.wording, self.phones = EntryCard(), WordingCard(), PhoneLine(page)
        self.said = SaidCard(
            EmptyState(
                _("No forms yet"),
                _("Print forms and type them in here, or let people fill them in on their phones."),
                _("Print forms"), self._print, kind="quiet",
            )
        )  # fmt: skip
        self.entry.wanted.connect(self._add)
        self.phones.print_wanted.connect(self._print)
        self.entry.wording_wanted.connect(self._word)
        self.wording.left.connect(self._back)
        self.wording.usual_wanted.connect(self._usual)
        self.wording.form.edited.connect(self._keep)
        self._left = QStackedWidget()
        self._left.addWidget(self.entry)
        self._left.addWidget(self.wording)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP)
        column.addWidget(self._left, 1)
        column.addWidget(self.phones)
        both = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addLayout(column, 9)
        self._sides.addWidget(self.said, 11)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(both)
        self.setFocusProxy(self.entry)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMinimumHeight(440 if narrow else 0)
        self.said.setMinimumHeight(420 if narrow else 0)

    def read(self, event: Event) -> VoicesNow:
        return VoicesNow(what_people_said(event), questions(event), groups(event))

    def display(self, answer: VoicesNow) -> None:
        self.entry.show_form(answer.questions, answer.groups, answer.voices.forms)
        self.said.show_voices(answer.voices, answer.questions, answer.groups)
        self.wording.form.show_value(wording_of(answer.questions))

    # --- what is typed ------------------------------------------------------------------------

    def _add(self, answer: Answer) -> None:
        self.page.do(partial(actions.add_form, answer=answer), _taken_in)

    def _keep(self, edit: Edit) -> None:
        refuse = partial(self.wording.form.refuse, edit)
        self.page.do(partial(_word_one, edit), lambda _nothing: _("Saved"), refuse)

    def _usual(self) -> None:
        work = partial(actions.word_questions, texts={})
        self.page.do(work, lambda _nothing: _("The questions are as usual again"))

    # --- what is pressed ----------------------------------------------------------------------

    def _print(self) -> None:
        self.page.wants.emit("documents", "feedback_forms")

    def _word(self) -> None:
        self._left.setCurrentWidget(self.wording)
        self.wording.setFocus()

    def _back(self) -> None:
        self._left.setCurrentWidget(self.entry)
        self.entry.setFocus()


def _taken_in(_id: UUID) -> str:
    return _("The form is in")


def _word_one(edit: Edit, event: Event) -> None:
    """Keep one question's wording; as usual, or empty, is no wording of its own."""
    settings = settings_of(event)
    new = edit.apply(wording_of(questions(event)))
    usual = wording_of(questions_of({}, language(settings.language)))
    own = own_texts(settings.feedback_form)
    for name in (one.name for one in fields(Wording) if one.name == edit.name):
        text: str = getattr(new, name)
        own[name] = "" if text == getattr(usual, name) else text
    actions.word_questions(event, own)
