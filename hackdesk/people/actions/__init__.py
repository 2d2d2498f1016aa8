"""What is done with people: checking in, taking down, editing, bringing in lists."""

from hackdesk.people.actions.badges import bind_badge
from hackdesk.people.actions.days import (
    Departure,
    correct_times,
    leave,
    leave_with,
    was_here,
    was_not_here,
)
from hackdesk.people.actions.desk import (
    check_in,
    check_in_after_all,
    check_in_all,
    register_walk_in,
    undo_check_in,
)
from hackdesk.people.actions.editing import (
    add_person,
    cancel_registration,
    edit_and_check_in,
    edit_person,
    record_consent,
    restore_registration,
)
from hackdesk.people.actions.lists import BroughtIn, bring_in
from hackdesk.people.actions.meals import (
    add_meals,
    edit_meal,
    remove_meal,
    tick_meal,
    tick_meal_with,
    untick_meal,
)
from hackdesk.people.actions.steps import add_groups
from hackdesk.people.actions.turnout import (
    add_call_note,
    merge_municipalities,
    note_call,
    part_municipality,
    set_wanted,
    want_usual_mix,
)

__all__ = [
    "BroughtIn",
    "Departure",
    "add_call_note",
    "add_groups",
    "add_meals",
    "add_person",
    "bind_badge",
    "bring_in",
    "cancel_registration",
    "check_in",
    "check_in_after_all",
    "check_in_all",
    "correct_times",
    "edit_and_check_in",
    "edit_meal",
    "edit_person",
    "leave",
    "leave_with",
    "merge_municipalities",
    "note_call",
    "part_municipality",
    "record_consent",
    "register_walk_in",
    "remove_meal",
    "restore_registration",
    "set_wanted",
    "tick_meal",
    "tick_meal_with",
    "undo_check_in",
    "untick_meal",
    "want_usual_mix",
    "was_here",
    "was_not_here",
]
