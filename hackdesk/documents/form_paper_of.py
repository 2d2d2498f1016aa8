"""The feedback form as the event words it now."""

from __future__ import annotations

from hackdesk.documents.form_paper import FeedbackForms
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import nobody_yet
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.forms import own_texts
from hackdesk.people.queries import groups, people


def feedback_forms_of(event: Event) -> FeedbackForms:
    """One form for everybody. Raises NothingToPrint while nobody is on the list."""
    if not people(event):
        raise nobody_yet()
    settings = settings_of(event)
    named = tuple(group.short_name for group in groups(event))
    return FeedbackForms(masthead_of(settings), named, tuple(sorted(own_texts(settings.feedback_form).items())))
