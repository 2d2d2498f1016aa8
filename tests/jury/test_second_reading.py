"""A second reading of paper sheets, where ballots are, and closing a round."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from builders import an_empty_event

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.paper_queries import jury_now
from hackdesk.jury.reconcile import (
    Reading,
    Whereabouts,
    all_due,
    counts,
    read_twice,
    reading_of,
    still_missing,
)
from hackdesk.jury.rules import Ballot, BallotState, Criterion, Juror, Locked, MarkMissing, NotCounted, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    """Two criteria, two jurors, three teams; Mall's ballot for Bus came on paper: 4 and 3, typed by Kaja."""
    made = an_empty_event(tmp_path)
    with made.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(("Bus", "Care", "Den")))
        actions.add_criteria(session, [Criterion(uuid4(), name) for name in ("Value", "Newness")], language("en"))
    for name in ("Mall", "Jaan"):
        actions.add_juror(made, Juror(uuid4(), name))
    actions.hand_in_ballot(made, *ids(made), Sheet(marks(made, 4, 3), way="paper"), seen=0, by="Kaja")
    yield made
    made.close()


def ids(event: Event, juror: str = "Mall", team: str = "Bus") -> tuple[UUID, UUID]:
    judging = queries.progress(event).judging
    jurors = {one.name: one.id for one in judging.jurors}
    return jurors[juror], {one.name: one.id for one in judging.teams}[team]


def marks(event: Event, *given: int) -> dict[UUID, Fraction]:
    return {one.id: Fraction(mark) for one, mark in zip(queries.criteria(event), given, strict=False)}


def ballot(event: Event, juror: str = "Mall", team: str = "Bus") -> Ballot:
    return queries.progress(event).ballot(*ids(event, juror, team))


def test_the_same_marks_by_another_person_make_it_read_twice(event: Event) -> None:
    assert reading_of(ballot(event)) is Reading.ONCE
    receipt = actions.read_again(event, *ids(event), marks(event, 4, 3), seen=ballot(event).version, by="Riho")
    assert receipt.differs == frozenset()
    now = ballot(event)
    assert (reading_of(now), now.entered_by, now.second_by) == (Reading.TWICE, "Kaja", "Riho")
    assert now.second_at is not None and now.version == receipt.version


def test_different_marks_stand_beside_the_first_which_stay(event: Event) -> None:
    receipt = actions.read_again(event, *ids(event), marks(event, 4, 5), seen=ballot(event).version, by="Riho")
    assert receipt.differs == {queries.criteria(event)[1].id}
    now = ballot(event)
    assert (now.marks, now.second_marks) == (marks(event, 4, 3), marks(event, 4, 5))
    assert reading_of(now) is Reading.DIFFERS
    assert now.state is BallotState.COMPLETE
    assert read_twice(queries.progress(event).judging) == (0, 1, 1)


@pytest.mark.parametrize("name", ["Kaja", " kaja ", "KAJA"])
def test_who_typed_it_first_does_not_read_it_again(event: Event, name: str) -> None:
    with pytest.raises(actions.SamePerson) as refusal:
        actions.read_again(event, *ids(event), marks(event, 4, 3), seen=ballot(event).version, by=name)
    assert refusal.value.remedy == "Another person should read it."
    assert ballot(event).second_by == ""


def test_a_second_reading_is_not_overwritten_by_a_third(event: Event) -> None:
    actions.read_again(event, *ids(event), marks(event, 4, 5), seen=ballot(event).version, by="Riho")
    with pytest.raises(HackDeskError, match="already"):
        actions.read_again(event, *ids(event), marks(event, 4, 3), seen=ballot(event).version, by="Tiiu")
    assert ballot(event).second_marks == marks(event, 4, 5)


def test_a_reading_of_a_ballot_that_changed_meanwhile_is_refused(event: Event) -> None:
    seen = ballot(event).version
    actions.hand_in_ballot(event, *ids(event), Sheet(marks(event, 1, 1), way="paper"), seen=seen, by="Kaja")
    with pytest.raises(Stale):
        actions.read_again(event, *ids(event), marks(event, 4, 3), seen=seen, by="Riho")


def test_half_a_sheet_and_a_ballot_that_is_not_on_paper_are_not_read_again(event: Event) -> None:
    with pytest.raises(MarkMissing):
        actions.read_again(event, *ids(event), marks(event, 4), seen=ballot(event).version, by="Riho")
    actions.hand_in_ballot(event, *ids(event, "Jaan"), Sheet(marks(event, 4, 3), way="phone"), seen=0)
    for juror, team in (("Jaan", "Bus"), ("Jaan", "Care")):
        seen = ballot(event, juror, team).version
        with pytest.raises(HackDeskError, match="no paper ballot"):
            actions.read_again(event, *ids(event, juror, team), marks(event, 4, 3), seen=seen, by="Riho")


@pytest.mark.parametrize(
    ("right", "entered_by", "second_by"),
    [((4, 3), "Kaja", "Riho"), ((4, 5), "Riho", "Kaja"), ((4, 2), "Tiiu", "Riho")],
)
def test_the_first_the_second_or_what_the_sheet_says_is_right(
    event: Event, right: tuple[int, int], entered_by: str, second_by: str
) -> None:
    actions.read_again(event, *ids(event), marks(event, 4, 5), seen=ballot(event).version, by="Riho")
    actions.settle_reading(event, *ids(event), marks(event, *right), seen=ballot(event).version, by="Tiiu")
    now = ballot(event)
    assert now.marks == now.second_marks == marks(event, *right)
    assert (reading_of(now), now.entered_by, now.second_by) == (Reading.TWICE, entered_by, second_by)
    undo(event)
    assert (ballot(event).marks, ballot(event).second_marks) == (marks(event, 4, 3), marks(event, 4, 5))


def test_a_correction_has_to_be_read_again_and_a_note_has_not(event: Event) -> None:
    actions.read_again(event, *ids(event), marks(event, 4, 3), seen=ballot(event).version, by="Riho")
    noted = Sheet(marks(event, 4, 3), note="Who pays?", way="paper")
    actions.hand_in_ballot(event, *ids(event), noted, seen=ballot(event).version, by="Kaja")
    assert reading_of(ballot(event)) is Reading.TWICE
    corrected = Sheet(marks(event, 4, 2), way="paper")
    actions.hand_in_ballot(event, *ids(event), corrected, seen=ballot(event).version, by="Kaja")
    assert reading_of(ballot(event)) is Reading.ONCE


def test_signed_results_take_no_second_reading(event: Event) -> None:
    actions.seal_results(event)
    with pytest.raises(Locked):
        actions.read_again(event, *ids(event), marks(event, 4, 3), seen=ballot(event).version, by="Riho")


def test_every_ballot_that_should_exist_is_somewhere(event: Event) -> None:
    actions.hand_in_ballot(event, *ids(event, "Mall", "Care"), Sheet(marks(event, 4, 3), way="phone"), seen=0)
    actions.keep_marks(event, *ids(event, "Mall", "Den"), Sheet(marks(event, 4)), seen=0)
    aside = NotCounted(BallotState.RECUSED, "family")
    actions.set_ballot_state(event, *ids(event, "Jaan", "Bus"), aside, seen=0)
    actions.set_ballot_state(
        event, *ids(event, "Jaan", "Care"), NotCounted(BallotState.TEAM_NO_SHOW), seen=0
    )
    due = all_due(queries.progress(event).judging)
    assert [one.where for one in due] == [
        Whereabouts.PAPER, Whereabouts.PHONE, Whereabouts.BEGUN,
        Whereabouts.RECUSED, Whereabouts.NO_SHOW, Whereabouts.MISSING,
    ]  # fmt: skip
    assert sum(counts(due).values()) == len(due) == 6
    named = {due[0].juror.id: "Mall", due[-1].juror.id: "Jaan"}
    missing = {named[juror]: [one.team.name for one in ones] for juror, ones in still_missing(due).items()}
    assert missing == {"Mall": ["Den"], "Jaan": ["Den"]}


def test_a_juror_who_is_away_is_absent_where_nothing_was_handed_in(event: Event) -> None:
    mall = queries.jurors(event)[0]
    actions.edit_juror(event, Juror(mall.id, "Mall", state="left"), seen=mall.version)
    due = all_due(queries.progress(event).judging)
    assert [one.where for one in due[:3]] == [Whereabouts.PAPER, Whereabouts.ABSENT, Whereabouts.ABSENT]


def test_in_a_closed_round_jurors_change_nothing_and_paper_is_still_typed(event: Event) -> None:
    assert not jury_now(event).closed
    assert actions.close_round(event) == 1
    assert jury_now(event).closed
    with pytest.raises(Locked):
        actions.keep_marks(event, *ids(event, "Jaan"), Sheet(marks(event, 4), own=True), seen=0)
    actions.keep_marks(event, *ids(event, "Jaan"), Sheet(marks(event, 4), way="paper"), seen=0, by="Kaja")
    actions.open_round(event)
    assert not jury_now(event).closed
    seen = ballot(event, "Jaan").version
    actions.keep_marks(event, *ids(event, "Jaan"), Sheet(marks(event, 5), own=True), seen=seen)
    actions.close_round(event)
    undo(event)
    assert not jury_now(event).closed


def test_a_round_is_not_closed_or_opened_under_signed_results(event: Event) -> None:
    actions.seal_results(event)
    for action in (actions.close_round, actions.open_round):
        with pytest.raises(Locked):
            action(event)
