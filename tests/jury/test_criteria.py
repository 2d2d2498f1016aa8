"""Criteria are locked by the first ballot; a change then needs a reason and is on record."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.criteria_queries import criteria_effect, criteria_shown
from hackdesk.jury.rules import BallotState, Criterion, Locked
from hackdesk.jury.template import AWARDS, CRITERIA
from hackdesk.jury.wording import criteria_change_sentences, effect_sentences
from hackdesk.language import language


def test_the_template_gives_four_criteria_with_guidance_and_awards_apart_from_places(blank_jury: Any) -> None:
    with blank_jury.event.change("new event") as session:
        actions.add_criteria(session, CRITERIA, language("en"))
        actions.add_awards(session, AWARDS, language("en"))
    criteria = queries.criteria(blank_jury.event)
    assert [int(one.weight) for one in criteria] == [30, 30, 20, 20]
    assert all(one.guidance and one.low_words and one.high_words for one in criteria)
    assert len({one.id for one in criteria}) == 4
    assert [award.by_place for award in queries.awards(blank_jury.event)] == [None, None, None, 1]


def test_criteria_change_freely_before_the_first_ballot(jury: Any) -> None:
    before = queries.criteria(jury.event)
    wanted = (replace(before[1], weight=Fraction(3)), before[0], Criterion(uuid4(), "Working together"))
    receipt = actions.edit_criteria(jury.event, wanted, seen=before)
    assert [one.name for one in receipt.criteria] == ["Newness", "Value", "Working together"]
    assert receipt.criteria == queries.criteria(jury.event)
    assert queries.criteria_changes(jury.event) == ()


def test_after_a_ballot_criteria_are_locked_unless_a_reason_is_given(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    before = queries.criteria(jury.event)
    heavier = (replace(before[0], weight=Fraction(2)), before[1])
    with pytest.raises(Locked, match="locked"):
        actions.edit_criteria(jury.event, heavier, seen=before)
    assert queries.criteria(jury.event) == before
    actions.edit_criteria(jury.event, heavier, seen=before, reason="agreed with all jurors")
    assert [change.reason for change in queries.criteria_changes(jury.event)] == ["agreed with all jurors"]
    assert queries.results(jury.event).places[0].score == Fraction(250, 3)


def test_guidance_may_be_mended_at_any_time(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    before = queries.criteria(jury.event)
    actions.edit_criteria(jury.event, (replace(before[0], guidance="For whom?"), before[1]), seen=before)
    assert queries.criteria(jury.event)[0].guidance == "For whom?"


def test_a_new_criterion_opens_the_ballots_that_lack_it(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    before = queries.criteria(jury.event)
    wanted = (*before, Criterion(uuid4(), "Working together"))
    receipt = actions.edit_criteria(jury.event, wanted, seen=before, reason="forgotten on the sheet")
    ballot = queries.progress(jury.event).ballot(jury.juror("Mall").id, jury.team("Bus").id)
    assert receipt.opened_again == 1
    assert ballot.state is BallotState.OPEN and len(ballot.marks) == 2


def test_criteria_changed_elsewhere_are_not_overwritten(jury: Any) -> None:
    before = queries.criteria(jury.event)
    actions.edit_criteria(jury.event, before[:1], seen=before)
    with pytest.raises(Stale):
        actions.edit_criteria(jury.event, before, seen=before)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "}, {"weight": Fraction(0)}, {"lowest": Fraction(5)}, {"step": Fraction(3)},
        {"step": Fraction(0)}, {"name": "newness"},
    ],
)  # fmt: skip
def test_a_criterion_that_cannot_be_is_refused_in_a_sentence(jury: Any, wrong: dict[str, Any]) -> None:
    before = queries.criteria(jury.event)
    with pytest.raises(HackDeskError):
        actions.edit_criteria(jury.event, (replace(before[0], **wrong), before[1]), seen=before)
    assert queries.criteria(jury.event) == before


def test_another_order_after_a_ballot_changes_the_ladder_and_needs_a_reason(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    before = queries.criteria(jury.event)
    with pytest.raises(Locked):
        actions.edit_criteria(jury.event, before[::-1], seen=before)
    actions.edit_criteria(jury.event, before[::-1], seen=before, reason="newness first, as announced")
    (change,) = queries.criteria_changes(jury.event)
    assert criteria_change_sentences(change.what, language("en")) == (
        "Order: was Value, Newness; is Newness, Value", "1 ballot stays as it is.",
        "The order that decides equal scores is another one.",
    )  # fmt: skip


def test_what_a_change_would_do_to_ballots_is_said_before_it_is_made(jury: Any) -> None:
    for team, marks in (("Bus", (4, 5)), ("Care", (2, 5)), ("Youth", (1, 1))):
        jury.hand_in("Mall", team, *marks)
    before = queries.criteria(jury.event)
    entries = jury.event.head()
    wanted = (replace(before[0], lowest=Fraction(2)), replace(before[1], weight=Fraction(3)))
    found = criteria_effect(jury.event, wanted)
    assert (found.kept, found.reweighted, found.opened, found.ladder) == (0, 2, 1, False)
    assert effect_sentences(found, language("en")) == (
        "2 ballots keep their marks and are weighed anew.",
        "1 ballot is open again: a mark is missing or does not fit.",
    )
    assert jury.event.head() == entries
    receipt = actions.edit_criteria(jury.event, wanted, seen=before, reason="misprinted")
    assert receipt.opened_again == 1
    youth = queries.progress(jury.event).ballot(jury.juror("Mall").id, jury.team("Youth").id)
    assert youth.state is BallotState.OPEN and youth.marks == {before[1].id: Fraction(1)}


def test_weights_times_two_leave_every_ballot_as_it_is(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    twice = tuple(replace(one, weight=2 * one.weight) for one in queries.criteria(jury.event))
    found = criteria_effect(jury.event, twice)
    assert (found.kept, found.reweighted, found.opened) == (1, 0, 0)
    assert [one.kind for one in found.what] == ["weight", "weight"]


def test_the_lock_says_since_when_and_goes_with_the_last_ballot(jury: Any) -> None:
    assert criteria_shown(jury.event).locked_since is None
    receipt = jury.hand_in("Mall", "Bus", 4, 5)
    shown = criteria_shown(jury.event)
    assert (shown.locked_since, shown.handed_in) == (receipt.at, 1)
    actions.take_back(jury.event, receipt.juror_id, receipt.team_id, seen=receipt.version)
    assert criteria_shown(jury.event).locked_since is None


def test_undoing_a_change_of_criteria_brings_back_marks_ballots_and_the_record(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 5)
    before, places = queries.criteria(jury.event), queries.results(jury.event).places
    wanted = (replace(before[0], highest=Fraction(3)), before[1], Criterion(uuid4(), "Working together"))
    assert actions.edit_criteria(jury.event, wanted, seen=before, reason="forgotten").opened_again == 1
    undo(jury.event)
    assert queries.criteria_changes(jury.event) == ()
    assert queries.results(jury.event).places == places
    assert [(one.id, one.highest) for one in queries.criteria(jury.event)] == [
        (one.id, one.highest) for one in before
    ]


def test_a_change_of_criteria_is_not_undone_once_a_ballot_came_in_by_it(jury: Any) -> None:
    before = queries.criteria(jury.event)
    actions.edit_criteria(jury.event, before[:1], seen=before)
    earlier = jury.event.head()
    jury.clock.forward(minutes=5)
    jury.hand_in("Mall", "Bus", 4)
    with pytest.raises(Locked, match="not undone"):
        undo(jury.event, earlier)
    assert queries.results(jury.event).places[0].score == Fraction(75)


def test_a_word_that_helps_the_jurors_is_undone_at_any_time(jury: Any) -> None:
    before = queries.criteria(jury.event)
    actions.edit_criteria(jury.event, (replace(before[0], guidance="For whom?"), before[1]), seen=before)
    earlier = jury.event.head()
    jury.clock.forward(minutes=5)
    jury.hand_in("Mall", "Bus", 4, 5)
    undo(jury.event, earlier)
    assert queries.criteria(jury.event)[0].guidance == ""


def test_a_ballot_that_would_lack_a_mark_is_not_brought_back(jury: Any) -> None:
    receipt = jury.hand_in("Mall", "Bus", 4, 5)
    actions.take_back(jury.event, receipt.juror_id, receipt.team_id, seen=receipt.version)
    taken_back, before = jury.event.head(), queries.criteria(jury.event)
    actions.edit_criteria(jury.event, (*before, Criterion(uuid4(), "Working together")), seen=before)
    with pytest.raises(Locked, match="without a mark"):
        undo(jury.event, taken_back)
    assert queries.results(jury.event).refused
