"""What a person does to the programme, to the stage and to the rounds of pitches."""

from hackdesk.agenda.actions.arranging import (
    begin_programme,
    change_places,
    end_item_at,
    insert_item,
    make_room,
    move_item,
    note_times,
    nudge_item,
    split_item,
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
from hackdesk.agenda.actions.stage import reveal, show_on_stage
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
    "add_item",
    "add_programme",
    "add_time",
    "begin_programme",
    "call_team",
    "change_places",
    "count_until",
    "draw_pitch_order",
    "edit_item",
    "end_item",
    "end_item_at",
    "insert_item",
    "make_room",
    "move_item",
    "next_phase",
    "note_times",
    "nudge_item",
    "pause_timer",
    "previous_team",
    "remove_item",
    "restart_timer",
    "reveal",
    "set_timer",
    "shift_rest",
    "show_clock",
    "show_on_stage",
    "split_item",
    "start_item",
    "start_timer",
    "swap_pitches",
]
