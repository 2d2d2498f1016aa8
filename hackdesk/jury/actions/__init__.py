"""What the jury and the facilitator do: criteria, jurors, ballots, ties, awards, sealing."""

from hackdesk.jury.actions.access import check_pin, make_links, new_pins, set_pin, take_over
from hackdesk.jury.actions.awards import (
    add_award,
    add_awards,
    edit_award,
    give_award,
    remove_award,
    take_away_award,
)
from hackdesk.jury.actions.ballots import (
    hand_in_ballot,
    keep_marks,
    set_ballot_state,
    take_back,
)
from hackdesk.jury.actions.criteria import CriteriaReceipt, add_criteria, edit_criteria
from hackdesk.jury.actions.incoming import BallotsImported, Create, import_ballots
from hackdesk.jury.actions.jurors import add_juror, edit_juror, remove_juror
from hackdesk.jury.actions.rounds import close_round, open_round
from hackdesk.jury.actions.sealing import choose_method, record_tie_vote, reopen_results, seal_results
from hackdesk.jury.actions.second_reading import ReadAgain, SamePerson, read_again, settle_reading

__all__ = [
    "BallotsImported",
    "Create",
    "CriteriaReceipt",
    "ReadAgain",
    "SamePerson",
    "add_award",
    "add_awards",
    "add_criteria",
    "add_juror",
    "check_pin",
    "choose_method",
    "close_round",
    "edit_award",
    "edit_criteria",
    "edit_juror",
    "give_award",
    "hand_in_ballot",
    "import_ballots",
    "keep_marks",
    "make_links",
    "new_pins",
    "open_round",
    "read_again",
    "record_tie_vote",
    "remove_award",
    "remove_juror",
    "reopen_results",
    "seal_results",
    "set_ballot_state",
    "set_pin",
    "settle_reading",
    "take_away_award",
    "take_back",
    "take_over",
]
