"""Steps prepared for the projector: written down, moved, made from the programme, shown and gone back from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hackdesk.agenda import actions, cues, queries
from hackdesk.agenda.cues import CueDraft
from hackdesk.agenda.rules import ProgrammeItem, RevealWay, Stage, View
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language


def prepared(event: Event, *views: View) -> list[View]:
    for view in views:
        actions.add_cue(event, CueDraft(view))
    return listed(event)


def listed(event: Event) -> list[View]:
    found = queries.cues(event)
    assert [cue.position for cue in found] == list(range(1, len(found) + 1))
    return [cue.view for cue in found]


def test_a_step_goes_behind_another_or_to_the_end(event: Event) -> None:
    prepared(event, View.WELCOME, View.TIMER)
    first = queries.cues(event)[0]
    actions.add_cue(event, CueDraft(View.BLANK), after=first.id)
    assert listed(event) == [View.WELCOME, View.BLANK, View.TIMER]


def test_steps_move_and_stop_at_the_ends(event: Event) -> None:
    prepared(event, View.WELCOME, View.TIMER, View.BLANK)
    last = queries.cues(event)[2]
    actions.move_cue(event, last.id, -1)
    assert listed(event) == [View.WELCOME, View.BLANK, View.TIMER]
    actions.move_cue(event, last.id, -5)
    assert listed(event) == [View.BLANK, View.WELCOME, View.TIMER]


def test_a_message_needs_words_and_only_a_message_keeps_them(event: Event) -> None:
    with pytest.raises(HackDeskError, match="empty"):
        actions.add_cue(event, CueDraft(View.MESSAGE, "  "))
    made = actions.add_cue(event, CueDraft(View.TIMER, "left over", {"ru": "x"}, " mind the bell "))
    assert (made.message, made.other_messages, made.note) == ("", {}, "mind the bell")


def test_a_step_that_somebody_changed_meanwhile_is_not_overwritten(event: Event) -> None:
    made = actions.add_cue(event, CueDraft(View.TIMER))
    actions.edit_cue(event, made.id, CueDraft(View.BLANK), seen=made.version)
    with pytest.raises(Stale):
        actions.edit_cue(event, made.id, CueDraft(View.WELCOME), seen=made.version)


def test_the_next_step_is_shown_one_after_the_other(event: Event) -> None:
    actions.add_cue(event, CueDraft(View.WELCOME))
    actions.add_cue(event, CueDraft(View.MESSAGE, "Supper", {"ru": "Ужин"}))
    assert actions.show_next_cue(event).view is View.WELCOME
    shown = actions.show_next_cue(event)
    assert (shown.view, shown.message, shown.other_messages) == (View.MESSAGE, "Supper", {"ru": "Ужин"})
    assert queries.stage(event) == shown
    with pytest.raises(HackDeskError, match="no next step"):
        actions.show_next_cue(event)


def test_showing_something_by_hand_leaves_the_place_in_the_list(event: Event) -> None:
    prepared(event, View.WELCOME, View.PROGRAMME, View.TIMER)
    actions.show_next_cue(event)
    actions.show_on_stage(event, View.BLANK)
    assert actions.show_next_cue(event).view is View.PROGRAMME


def test_taking_out_the_step_that_is_shown_keeps_what_comes_next(event: Event) -> None:
    prepared(event, View.WELCOME, View.PROGRAMME, View.TIMER)
    actions.show_next_cue(event)
    actions.show_next_cue(event)
    actions.remove_cue(event, queries.cues(event)[1].id)
    assert listed(event) == [View.WELCOME, View.TIMER]
    assert queries.stage(event).view is View.PROGRAMME
    undo(event)
    assert listed(event) == [View.WELCOME, View.PROGRAMME, View.TIMER]
    assert actions.show_next_cue(event).view is View.TIMER


def test_one_goes_back_to_what_was_shown_before_and_forth_again(event: Event) -> None:
    with pytest.raises(HackDeskError, match="Nothing else was shown before"):
        actions.show_before(event)
    actions.show_on_stage(event, View.MESSAGE, message="Supper")
    actions.show_on_stage(event, View.TIMER)
    actions.start_timer(event)  # what is not shown stands in no way
    prepared(event, View.BLANK)
    assert actions.show_before(event) == Stage(View.MESSAGE, "Supper")
    assert actions.show_before(event).view is View.TIMER
    actions.reveal(event, 1)
    actions.reveal(event, 2)
    assert actions.show_before(event).revealed == 1


def test_going_back_to_the_very_beginning_shows_the_welcome(event: Event) -> None:
    actions.show_on_stage(event, View.TIMER)
    assert actions.show_before(event).view is View.WELCOME


def test_another_way_of_revealing_begins_anew(event: Event) -> None:
    actions.reveal(event, 3)
    assert actions.set_reveal_way(event, RevealWay.AWARDS) == Stage(
        View.RESULTS, "", 0, reveal_way=RevealWay.AWARDS
    )


def test_a_step_of_results_reveals_nothing_at_first(event: Event) -> None:
    prepared(event, View.RESULTS)
    actions.reveal(event, 5)
    actions.show_on_stage(event, View.BLANK)
    assert actions.show_next_cue(event).revealed == 0


def test_the_programme_suggests_the_steps(item: Callable[..., ProgrammeItem]) -> None:
    programme = [
        item("Coffee", 0, 60, kind="arrival"), item("Topics", 60, 120, kind="topics"),
        item("Briefing", 90, 120, kind="jury", public=False), item("Teams", 120, 180, kind="teams"),
        item("Work", 180, 240, kind="work"), item("Lunch", 240, 300, kind="meal"),
        item("Pitches", 300, 360, kind="pitches"), item("Jury", 360, 390, kind="jury"),
        item("Awards", 390, 400, kind="awards"),
    ]  # fmt: skip
    made = cues.suggested(programme, [language("en"), language("et")], sponsors=True)
    assert [(draft.view, draft.note) for draft in made] == [
        (View.WELCOME, "Coffee"), (View.TOPICS, "Topics"), (View.TOPIC, "Topics"), (View.PROGRAMME, "Teams"),
        (View.TEAMS, "Teams"), (View.PEOPLE, "Teams"), (View.PROGRAMME, "Work"), (View.ORDER, "Pitches"),
        (View.TIMER, "Pitches"), (View.MESSAGE, "Jury"), (View.SPONSORS, "Jury"), (View.RESULTS, "Awards"),
        (View.MESSAGE, "Awards"),
    ]  # fmt: skip
    assert made[9] == replace(made[9], message="The jury is at work", other_messages={"et": "Žürii töötab"})
    assert cues.suggested([], [language("en")]) == ()


def test_a_list_that_is_replaced_can_be_taken_back(event: Event) -> None:
    prepared(event, View.WELCOME, View.TIMER)
    actions.show_next_cue(event)
    actions.replace_cues(event, [CueDraft(View.BLANK)])
    assert listed(event) == [View.BLANK]
    undo(event)
    assert listed(event) == [View.WELCOME, View.TIMER]
