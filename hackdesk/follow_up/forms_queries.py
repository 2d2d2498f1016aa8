"""The questions of the feedback form, and what was answered."""

from __future__ import annotations

from sqlalchemy import select

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.follow_up.forms import Answer, Question, Voices, questions_of, voices
from hackdesk.follow_up.tables import FormAnswerRow
from hackdesk.language import language


def questions(event: Event, tag: str = "") -> tuple[Question, ...]:
    """The five questions, in the event's language or another one."""
    with event.read() as session:
        settings = settings_in(session)
        return questions_of(settings.feedback_form, language(tag or settings.language))


def what_people_said(event: Event) -> Voices:
    """All forms, counted; groups with few answers are hidden."""
    with event.read() as session:
        return voices(_answer(row) for row in session.scalars(select(FormAnswerRow)))


def _answer(row: FormAnswerRow) -> Answer:
    marks = {key: value for key, value in row.answers.items() if isinstance(value, int)}
    said = {key: value for key, value in row.answers.items() if isinstance(value, str)}
    return Answer(row.group, marks, said)
