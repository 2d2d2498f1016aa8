"""What is done after the event: commitments, promises, contacts, and in the end erasing what is personal."""

from hackdesk.follow_up.actions.aftermath import (
    add_contact,
    add_promise,
    edit_promise,
    keep_contact,
    keep_fate,
    mark_promise,
    plan_contacts,
    remove_contact,
    remove_promise,
    take_promises,
)
from hackdesk.follow_up.actions.commitments import (
    add_commitment,
    edit_commitment,
    mark_commitment,
    remove_commitment,
)
from hackdesk.follow_up.actions.erasing import erase_personal_data
from hackdesk.follow_up.actions.forms import add_form, word_questions

__all__ = [
    "add_commitment",
    "add_contact",
    "add_form",
    "add_promise",
    "edit_commitment",
    "edit_promise",
    "erase_personal_data",
    "keep_contact",
    "keep_fate",
    "mark_commitment",
    "mark_promise",
    "plan_contacts",
    "remove_commitment",
    "remove_contact",
    "remove_promise",
    "take_promises",
    "word_questions",
]
