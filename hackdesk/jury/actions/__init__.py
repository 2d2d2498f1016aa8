"""What the jury and the facilitator do: criteria, jurors, ballots, ties, awards, sealing."""

from hackdesk.jury.actions.access import check_pin, free_phone, make_links, new_pins, set_pin, take_over
from hackdesk.jury.actions.awards import (
    add_award,
    add_awards,
    decide_again,
    edit_award,
    give_award,
    give_to_nobody,
    order_awards,
    remove_award,
    take_away_award,
)
from hackdesk.jury.actions.ballots import hand_in_ballot, keep_marks, set_ballot_state, take_back
from hackdesk.jury.actions.conflicts import look_again, put_hint_away
from hackdesk.jury.actions.criteria import CriteriaReceipt, add_criteria, edit_criteria
from hackdesk.jury.actions.feedback import release_note, release_notes, take_back_note
from hackdesk.jury.actions.finalists import LEAST, choose_finalists, end_second_round
from hackdesk.jury.actions.hall import (
    cast_vote,
    close_hall,
    hall_decides,
    number_teams,
    open_hall,
    set_up_hall,
    take_back_vote,
)
from hackdesk.jury.actions.incoming import BallotsImported, Create, import_ballots
from hackdesk.jury.actions.jurors import add_juror, edit_juror, remove_juror, take_jurors_from_list
from hackdesk.jury.actions.phone_ballots import take_revision
from hackdesk.jury.actions.phones import phones_key
from hackdesk.jury.actions.publishing import publish_ranking
from hackdesk.jury.actions.rounds import close_round, open_round
from hackdesk.jury.actions.sealing import choose_method, record_tie_vote, reopen_results, seal_results
from hackdesk.jury.actions.second_reading import ReadAgain, SamePerson, read_again, settle_reading
from hackdesk.jury.actions.trips import BroughtBack, bring_back, take_elsewhere

__all__ = [
    "LEAST",
    "BallotsImported",
    "BroughtBack",
    "Create",
    "CriteriaReceipt",
    "ReadAgain",
    "SamePerson",
    "add_award",
    "add_awards",
    "add_criteria",
    "add_juror",
    "bring_back",
    "cast_vote",
    "check_pin",
    "choose_finalists",
    "choose_method",
    "close_hall",
    "close_round",
    "decide_again",
    "edit_award",
    "edit_criteria",
    "edit_juror",
    "end_second_round",
    "free_phone",
    "give_award",
    "give_to_nobody",
    "hall_decides",
    "hand_in_ballot",
    "import_ballots",
    "keep_marks",
    "look_again",
    "make_links",
    "new_pins",
    "number_teams",
    "open_hall",
    "open_round",
    "order_awards",
    "phones_key",
    "publish_ranking",
    "put_hint_away",
    "read_again",
    "record_tie_vote",
    "release_note",
    "release_notes",
    "remove_award",
    "remove_juror",
    "reopen_results",
    "seal_results",
    "set_ballot_state",
    "set_pin",
    "set_up_hall",
    "settle_reading",
    "take_away_award",
    "take_back",
    "take_back_note",
    "take_back_vote",
    "take_elsewhere",
    "take_jurors_from_list",
    "take_over",
    "take_revision",
]
