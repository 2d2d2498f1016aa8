"""Criteria are locked by the first ballot; a change then needs a reason and is on record."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import BallotState, Criterion, Locked
from hackdesk.jury.template import AWARDS, CRITERIA
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
