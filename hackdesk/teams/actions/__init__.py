"""What the facilitator does to topics and teams."""

from hackdesk.teams.actions.announcing import announce_teams
from hackdesk.teams.actions.kept import delete_proposal, keep_proposal, rename_proposal
from hackdesk.teams.actions.market import (
    KINDS,
    Tied,
    change_cards,
    count_interest,
    set_wishes,
    tie_pair,
    untie_pair,
)
from hackdesk.teams.actions.places import (
    Placed,
    clear_lead,
    pin_person,
    place_in_new_team,
    place_person,
    set_lead,
    unpin_person,
    unplace_person,
)
from hackdesk.teams.actions.proposals import Applied, apply_proposal
from hackdesk.teams.actions.teams import (
    add_team,
    edit_team,
    mark_no_show,
    merge_teams,
    reopen_team,
    set_table,
    withdraw_team,
)
from hackdesk.teams.actions.topics import (
    add_named_topics,
    add_topic,
    clear_pitched,
    edit_topic,
    mark_pitched,
    merge_topics,
    reopen_topic,
    withdraw_topic,
)

__all__ = [
    "KINDS",
    "Applied",
    "Placed",
    "Tied",
    "add_named_topics",
    "add_team",
    "add_topic",
    "announce_teams",
    "apply_proposal",
    "change_cards",
    "clear_lead",
    "clear_pitched",
    "count_interest",
    "delete_proposal",
    "edit_team",
    "edit_topic",
    "keep_proposal",
    "mark_no_show",
    "mark_pitched",
    "merge_teams",
    "merge_topics",
    "pin_person",
    "place_in_new_team",
    "place_person",
    "rename_proposal",
    "reopen_team",
    "reopen_topic",
    "set_lead",
    "set_table",
    "set_wishes",
    "tie_pair",
    "unpin_person",
    "unplace_person",
    "untie_pair",
    "withdraw_team",
    "withdraw_topic",
]
