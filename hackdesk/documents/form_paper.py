"""What the feedback form on paper says."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.rules import Masthead
from hackdesk.follow_up.forms import Question, questions_of
from hackdesk.language import Words


@dataclass(frozen=True)
class FeedbackForms:
    """groups: what people tick, each named as one of them. own: (key, the event's own wording) of a question."""

    masthead: Masthead
    groups: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()

    def questions(self, words: Words) -> tuple[Question, ...]:
        """The five questions; what the event has not worded itself is in the paper's language."""
        return questions_of({"texts": dict(self.own)}, words)
