"""Ballots on a real event file: what is confirmed is there, what does not count is never zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.rules import (
    BallotState,
    Juror,
    MarkBetweenSteps,
    MarkMissing,
    MarkOutOfRange,
    NotCounted,
    Recused,
    Sheet,
    mark_of,
    plain_number,
)

Places = Callable[[Event], list[tuple[int, str]]]


def test_a_ballot_handed_in_is_in_the_file_when_it_is_opened_again(jury: Any, places: Places) -> None:
    receipt = jury.hand_in("Mall", "Bus", 4, 5)
    again = Event.open(jury.event.path)
    try:
        assert receipt.state is BallotState.COMPLETE
        assert places(again) == [(1, "Bus")]
        ballot = queries.progress(again).ballot(jury.juror("Mall").id, jury.team("Bus").id)
        assert sorted(ballot.marks.values()) == [4, 5]
    finally:
        again.close()


def test_a_recusal_is_never_counted_as_zero(jury: Any, places: Places) -> None:
    for juror in ("Mall", "Jaan"):
        jury.hand_in(juror, "Bus", 5, 5)
        jury.hand_in(juror, "Care", 4, 4)
    jury.hand_in("Eve", "Care", 4, 4)
    ids = jury.juror("Eve").id, jury.team("Bus").id
    actions.set_ballot_state(jury.event, *ids, NotCounted(BallotState.RECUSED, "from the same village"), seen=0)
    assert places(jury.event) == [(1, "Bus"), (2, "Care")]
    missing = [one for one in queries.results(jury.event).missing if one.team == "Bus"]
    assert [(one.juror, one.state, one.reason) for one in missing] == [("Eve", "recused", "from the same village")]


def test_the_same_attempt_twice_is_one_ballot_and_one_receipt(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    sheet = jury.sheet(4, 5)
    first = actions.hand_in_ballot(jury.event, *ids, sheet, seen=0)
    entries = jury.event.head()
    jury.clock.forward(minutes=3)
    assert actions.hand_in_ballot(jury.event, *ids, sheet, seen=0) == first
    assert jury.event.head() == entries


def test_a_ballot_changed_elsewhere_is_not_overwritten(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    jury.hand_in("Mall", "Bus", 4, 5)
    with pytest.raises(Stale):
        actions.hand_in_ballot(jury.event, *ids, jury.sheet(1, 1), seen=0)
    assert sorted(queries.progress(jury.event).ballot(*ids).marks.values()) == [4, 5]


def test_marks_kept_one_by_one_are_on_disk_and_do_not_count_yet(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    first = actions.keep_marks(jury.event, *ids, jury.sheet(4), seen=0)
    second = actions.keep_marks(jury.event, *ids, jury.sheet(4, 2), seen=first.version)
    assert second.state is BallotState.OPEN
    assert sorted(queries.progress(jury.event).ballot(*ids).marks.values()) == [2, 4]
    assert queries.results(jury.event).refused


def test_an_incomplete_ballot_is_refused_and_names_the_criterion(jury: Any) -> None:
    with pytest.raises(MarkMissing) as refused:
        jury.hand_in("Mall", "Bus", 4)
    assert "Newness" in str(refused.value)


@pytest.mark.parametrize(
    ("mark", "kind"), [("6", MarkOutOfRange), ("0", MarkOutOfRange), ("5/2", MarkBetweenSteps)]
)
def test_a_mark_that_cannot_be_is_refused_with_its_criterion(jury: Any, mark: str, kind: type[Exception]) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    with pytest.raises(kind, match="Newness"):
        actions.keep_marks(jury.event, *ids, jury.sheet(4, mark), seen=0)
    assert queries.progress(jury.event).ballot(*ids).version == 0


def test_a_handed_in_ballot_is_kept_until_it_is_taken_back(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    receipt = jury.hand_in("Mall", "Bus", 4, 5)
    with pytest.raises(HackDeskError, match="handed in"):
        actions.keep_marks(jury.event, *ids, jury.sheet(1), seen=receipt.version)
    opened = actions.take_back(jury.event, *ids, seen=receipt.version)
    ballot = queries.progress(jury.event).ballot(*ids)
    assert opened.state is ballot.state is BallotState.OPEN
    assert sorted(ballot.marks.values()) == [4, 5]


def test_a_recused_ballot_takes_no_marks_until_it_is_taken_back(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    aside = actions.set_ballot_state(jury.event, *ids, NotCounted(BallotState.RECUSED, "family"), seen=0)
    with pytest.raises(Recused):
        actions.hand_in_ballot(jury.event, *ids, jury.sheet(4, 4), seen=aside.version)
    actions.take_back(jury.event, *ids, seen=aside.version)
    assert jury.hand_in("Mall", "Bus", 4, 4).state is BallotState.COMPLETE


@pytest.mark.parametrize("state", [BallotState.RECUSED, BallotState.VOID])
def test_a_recusal_or_a_void_ballot_needs_its_reason(jury: Any, state: BallotState) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    with pytest.raises(HackDeskError, match="reason"):
        actions.set_ballot_state(jury.event, *ids, NotCounted(state, "  "), seen=0)


def test_a_juror_who_left_is_absent_for_what_is_still_open(jury: Any, places: Places) -> None:
    jury.hand_in("Mall", "Bus", 4, 4)
    mall = jury.juror("Mall")
    actions.edit_juror(jury.event, replace(mall, state="left"), seen=mall.version)
    progress = queries.progress(jury.event)
    states = [progress.state(jury.juror("Mall"), team.id) for team in progress.judging.active]
    assert states == [BallotState.COMPLETE, BallotState.JUROR_ABSENT, BallotState.JUROR_ABSENT]
    assert progress.total == (1, 7)
    assert places(jury.event) == [(1, "Bus")]


@pytest.mark.parametrize("state", ["withdrawn", "no_show", "merged"])
def test_a_team_that_is_not_there_gets_no_place_and_owes_no_ballots(jury: Any, places: Places, state: str) -> None:
    jury.hand_in("Mall", "Bus", 4, 4)
    jury.hand_in("Mall", "Care", 5, 5)
    jury.set_team_state("Care", state)
    assert places(jury.event) == [(1, "Bus")]
    assert "Care" not in {one.team for one in queries.results(jury.event).missing}
    with pytest.raises(HackDeskError, match="not judged"):
        jury.hand_in("Jaan", "Care", 1, 1)


def test_a_team_without_a_complete_ballot_gets_no_place_and_is_listed(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 4)
    results = queries.results(jury.event)
    assert [team.name for team in results.without_place] == ["Care", "Youth"]
    assert len(results.missing) == 8


def test_a_juror_with_ballots_stays_on_the_record(jury: Any) -> None:
    jury.hand_in("Mall", "Bus", 4, 4)
    mall, eve = jury.juror("Mall"), jury.juror("Eve")
    with pytest.raises(HackDeskError, match="record"):
        actions.remove_juror(jury.event, mall, seen=mall.version)
    actions.remove_juror(jury.event, eve, seen=eve.version)
    assert [juror.name for juror in queries.jurors(jury.event)] == ["Mall", "Jaan"]


def test_one_juror_is_not_named_twice(jury: Any) -> None:
    with pytest.raises(HackDeskError, match="Mall"):
        actions.add_juror(jury.event, Juror(uuid4(), "  mall "))


def test_notes_to_a_team_are_gathered_with_the_juror_who_wrote_them(jury: Any) -> None:
    ids = jury.juror("Mall").id, jury.team("Bus").id
    sheet = replace(jury.sheet(4, 4), note="Strong start. Who pays in year two?")
    actions.hand_in_ballot(jury.event, *ids, sheet, seen=0)
    aside = jury.juror("Jaan").id, jury.team("Bus").id
    kept = actions.keep_marks(jury.event, *aside, Sheet({}, note="not for them"), seen=0)
    actions.set_ballot_state(jury.event, *aside, NotCounted(BallotState.VOID, "wrong team"), seen=kept.version)
    found = [(note.writer, note.text) for team in feedback(jury.event) for note in team.notes]
    assert found == [("Mall", sheet.note)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [("4", Fraction(4)), (" 3,5 ", Fraction(7, 2)), ("0.1", Fraction(1, 10)), ("−2", Fraction(-2)),
     ("four", None), ("1/2", None), ("", None), ("1e3", None), ("nan", None)],
)  # fmt: skip
def test_marks_are_read_with_comma_or_point_and_exactly(text: str, mark: Fraction | None) -> None:
    assert mark_of(text) == mark
    if mark is not None:
        assert Fraction(plain_number(mark)) == mark
