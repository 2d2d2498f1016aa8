"""What a person does to the programme, to the stage and to the rounds of pitches."""

from hackdesk.agenda.actions.cues import (
    add_cue,
    edit_cue,
    move_cue,
    remove_cue,
    replace_cues,
    show_cue,
    show_next_cue,
)
from hackdesk.agenda.actions.pitches import draw_pitch_order, swap_pitches
from hackdesk.agenda.actions.programme import (
    add_item,
    add_programme,
    edit_item,
    end_item,
    remove_item,
    shift_rest,
    start_item,
)
from hackdesk.agenda.actions.stage import reveal, set_reveal_way, show_before, show_on_stage
from hackdesk.agenda.actions.timer import (
    add_time,
    call_team,
    count_until,
    next_phase,
    pause_timer,
    previous_team,
    restart_timer,
    set_timer,
    show_clock,
    start_timer,
)

__all__ = [
    "add_cue",
    "add_item",
    "add_programme",
    "add_time",
    "call_team",
    "count_until",
    "draw_pitch_order",
    "edit_cue",
    "edit_item",
    "end_item",
    "move_cue",
    "next_phase",
    "pause_timer",
    "previous_team",
    "remove_cue",
    "remove_item",
    "replace_cues",
    "restart_timer",
    "reveal",
    "set_reveal_way",
    "set_timer",
    "shift_rest",
    "show_before",
    "show_clock",
    "show_cue",
    "show_next_cue",
    "show_on_stage",
    "start_item",
    "start_timer",
    "swap_pitches",
]
