"""Taking in feedback forms, from paper or from a phone."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.follow_up.forms import Answer, checked_answer
from hackdesk.follow_up.tables import FormAnswerRow
from hackdesk.language import N_


def add_form(event: Event, answer: Answer, *, way: str = "paper", by: str = "facilitator") -> UUID:
    """Keep one filled-in form, without a name and without a time. Raises HackDeskError where nothing is on it.

    by: never whoever filled it in.
    """
    answer = checked_answer(answer)
    with event.change(N_("take in a feedback form"), by=by) as session:
        row = FormAnswerRow(id=uuid4(), group=answer.group, way=way)
        row.answers = {**answer.marks, **answer.words}
        session.add(row)
        return row.id


def word_questions(event: Event, texts: dict[str, str], *, by: str = "facilitator") -> None:
    """Word the five questions as the event wants them; an empty wording is the usual one again."""
    own = {key: " ".join(text.split()) for key, text in texts.items() if text.strip()}
    with event.change(N_("word the feedback form"), by=by) as session:
        settings = settings_in(session)
        keep(session, replace(settings, feedback_form={**settings.feedback_form, "texts": own}))
