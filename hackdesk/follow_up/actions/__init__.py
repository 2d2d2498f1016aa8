"""What is done after the event: commitments, and in the end erasing what is personal."""

from hackdesk.follow_up.actions.commitments import (
    add_commitment,
    edit_commitment,
    mark_commitment,
    remove_commitment,
)
from hackdesk.follow_up.actions.erasing import erase_personal_data

__all__ = [
    "add_commitment",
    "edit_commitment",
    "erase_personal_data",
    "mark_commitment",
    "remove_commitment",
]
