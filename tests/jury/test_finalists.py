"""Finalists are judged once more: the first round is closed, the seal holds both, the way back is short."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries, seal
from hackdesk.jury.finalist_queries import finalists_shown
from hackdesk.jury.importing import Line
from hackdesk.jury.reveal import Outcome, place_steps
from hackdesk.jury.rules import BallotState, Locked, NotCounted, Sheet
from hackdesk.jury.wording import difference_sentence
from hackdesk.language import language


@pytest.fixture
def judged(jury: Any) -> Any:
    """The first round: Bus before Care before Youth."""
    for juror in ("Mall", "Jaan", "Eve"):
        for team, marks in (("Bus", (5, 5)), ("Care", (4, 4)), ("Youth", (2, 3))):
            jury.hand_in(juror, team, *marks)
    return jury


@pytest.fixture
def final(judged: Any) -> Any:
    """Bus and Care go on."""
    actions.choose_finalists(judged.event, [judged.team("Bus").id, judged.team("Care").id])
    return judged


def judge_finalists(jury: Any) -> None:
    for juror in ("Mall", "Jaan", "Eve"):
        jury.hand_in(juror, "Bus", 2, 2)
        jury.hand_in(juror, "Care", 3, 3)


def test_in_the_second_round_only_finalists_are_judged_and_with_empty_ballots(final: Any) -> None:
    progress = queries.progress(final.event)
    assert progress.judging.round == 2
    assert [team.name for team in progress.judging.active] == ["Bus", "Care"]
    assert progress.total == (0, 6)
    first = finalists_shown(final.event)
    assert [team.name for team in first.finalists] == ["Bus", "Care"]
    assert first.first.total == (9, 9) and first.results.places[0].team == "Bus"


def test_finalists_get_their_places_by_the_second_round(final: Any, places: Any) -> None:
    assert queries.results(final.event).refused
    assert places(final.event) == [(3, "Youth")]
    judge_finalists(final)
    assert places(final.event) == [(1, "Care"), (2, "Bus"), (3, "Youth")]
    sure = queries.results_shown(final.event).confidence
    assert sure is not None and sure.first == (final.team("Care").id,)


def test_a_team_outside_the_final_and_a_sheet_of_the_first_round_are_refused(final: Any) -> None:
    mall = final.juror("Mall").id
    youth = next(team for team in finalists_shown(final.event).first.judging.teams if team.name == "Youth")
    with pytest.raises(HackDeskError, match="not in the second round"):
        actions.hand_in_ballot(final.event, mall, youth.id, final.sheet(5, 5), seen=0)
    late = replace(final.sheet(1, 1), round=1)
    for action in (actions.hand_in_ballot, actions.keep_marks):
        with pytest.raises(Locked, match="another round"):
            action(final.event, mall, final.team("Bus").id, late, seen=0)
    lines = [Line(2, "Mall", "Youth", "Value", "5"), Line(3, "Mall", "Bus", "Value", "5")]
    receipt = actions.import_ballots(final.event, lines)
    assert [problem.row for problem in receipt.problems] == [2] and receipt.open == 1


def test_a_criterion_of_one_round_is_asked_in_that_round_only(judged: Any, places: Any) -> None:
    before = queries.criteria(judged.event)
    wanted = (before[0], replace(before[1], rounds=1))
    actions.edit_criteria(judged.event, wanted, seen=before, reason="newness was heard in the first round")
    actions.choose_finalists(judged.event, [judged.team("Bus").id, judged.team("Care").id])
    value = {before[0].id: Fraction(4)}
    bus = judged.team("Bus").id
    receipt = actions.hand_in_ballot(judged.event, judged.juror("Mall").id, bus, Sheet(value), seen=0)
    assert receipt.state is BallotState.COMPLETE
    assert places(judged.event) == [(1, "Bus"), (3, "Youth")]


def test_there_is_a_way_back_until_a_finalist_has_a_mark(final: Any, places: Any) -> None:
    actions.end_second_round(final.event)
    assert places(final.event) == [(1, "Bus"), (2, "Care"), (3, "Youth")]
    undo(final.event)
    final.hand_in("Mall", "Bus", 2, 2)
    entries = final.event.head()
    with pytest.raises(Locked, match="no way back"):
        actions.end_second_round(final.event)
    with pytest.raises(Locked, match="“Bus” has marks"):
        ids = [team.id for team in finalists_shown(final.event).first.judging.active if team.name != "Bus"]
        actions.choose_finalists(final.event, ids)
    assert final.event.head() == entries


def test_a_juror_who_was_too_close_in_the_first_round_is_so_in_the_second(jury: Any) -> None:
    for juror in ("Mall", "Jaan"):
        jury.hand_in(juror, "Bus", 5, 5)
        jury.hand_in(juror, "Care", 4, 4)
    mall, bus = jury.juror("Eve"), jury.team("Bus")
    why = NotCounted(BallotState.RECUSED, "my brother is in it")
    actions.set_ballot_state(jury.event, mall.id, bus.id, why, seen=0)
    actions.choose_finalists(jury.event, [bus.id, jury.team("Care").id])
    ballot = queries.progress(jury.event).ballot(mall.id, bus.id)
    assert (ballot.state, ballot.reason, ballot.round) == (BallotState.RECUSED, "my brother is in it", 2)
    actions.end_second_round(jury.event)
    assert {one.round for one in queries.progress(jury.event).judging.ballots} == {1}


def test_another_finalist_may_join_and_one_without_marks_may_leave(final: Any) -> None:
    final.hand_in("Mall", "Bus", 2, 2)
    ids = {team.name: team.id for team in finalists_shown(final.event).first.judging.active}
    actions.choose_finalists(final.event, [ids["Bus"], ids["Youth"]])
    assert [team.name for team in queries.progress(final.event).judging.active] == ["Bus", "Youth"]


def test_undo_does_not_get_round_the_closed_first_round(final: Any) -> None:
    chosen = final.event.head()
    with pytest.raises(Locked, match="second round has begun"):
        undo(final.event, chosen - 1)
    final.hand_in("Mall", "Bus", 2, 2)
    with pytest.raises(Locked, match="marks of the second round"):
        undo(final.event, chosen)
    undo(final.event)
    undo(final.event, chosen)
    assert queries.progress(final.event).judging.round == 1


@pytest.mark.parametrize("names", [[], ["Bus"], ["Bus", "Gone"]])
def test_a_final_of_fewer_than_two_or_with_a_team_that_left_is_refused(judged: Any, names: list[str]) -> None:
    judged.teams("Gone")
    judged.set_team_state("Gone", "withdrawn")
    with pytest.raises(HackDeskError):
        actions.choose_finalists(judged.event, [judged.team(name).id for name in names])


def test_the_seal_holds_both_rounds(final: Any) -> None:
    judge_finalists(final)
    before = queries.results(final.event)
    sealed = actions.seal_results(final.event)
    assert replace(sealed.results, revision=None, first=None) == replace(before, first=None)
    assert sealed.results.first is not None and before.first is not None
    assert sealed.results.first.places == before.first.places
    assert sealed.judging.first is not None
    assert len(sealed.judging.first.ballots) == 9 and len(sealed.judging.ballots) == 6
    assert queries.results(final.event) == sealed.results
    for part in (sealed.judging, sealed.judging.first):
        ballot = part.ballots[0]
        other = replace(ballot, marks={key: mark % 5 + 1 for key, mark in ballot.marks.items()})
        changed = replace(part, ballots=(other, *part.ballots[1:]))
        whole = changed if part is sealed.judging else replace(sealed.judging, first=changed)
        content = seal.content_of(whole, sealed.results, sealed.awards, sealed.given)
        assert seal.hash_of(content) != sealed.hash
    for attempt in (
        lambda: actions.choose_finalists(final.event, [final.team("Bus").id, final.team("Care").id]),
        lambda: actions.end_second_round(final.event),
    ):
        with pytest.raises(Locked, match="revision 1"):
            attempt()


def test_a_final_held_after_signing_stands_among_the_differences(judged: Any) -> None:
    actions.seal_results(judged.event)
    actions.reopen_results(judged.event, "the hall wanted a final")
    actions.choose_finalists(judged.event, [judged.team("Bus").id, judged.team("Care").id])
    judge_finalists(judged)
    second = actions.seal_results(judged.event)
    said = [difference_sentence(change, language("en")) for change in second.changes]
    assert "Finalists: were –, are Bus, Care" in said
    assert "Ballot of the second round Mall – Bus: was –, is 2 · 2" in said
    assert "Place of “Bus”: was 1, is 2" in said
    assert not [one for one in said if one.startswith("Ballot Mall")]


def test_a_tie_of_the_second_round_is_decided_by_a_vote_of_that_round(final: Any, places: Any) -> None:
    for juror in ("Mall", "Jaan", "Eve"):
        for team in ("Bus", "Care"):
            final.hand_in(juror, team, 3, 3)
    assert places(final.event)[:2] == [(1, "Bus"), (1, "Care")]
    vote = actions.record_tie_vote(final.event, [final.team(name).id for name in ("Care", "Bus")], "closer")
    assert vote.round == 2
    assert places(final.event) == [(1, "Care"), (2, "Bus"), (3, "Youth")]


def test_a_finalist_that_withdraws_makes_room_for_the_others(final: Any, places: Any) -> None:
    judge_finalists(final)
    final.set_team_state("Care", "withdrawn")
    assert places(final.event) == [(1, "Bus"), (2, "Youth")]
    final.set_team_state("Bus", "withdrawn")
    assert queries.results(final.event).refused == "None of the finalists is judged any more."


def test_the_command_line_tells_the_round_and_the_finalists(final: Any) -> None:
    judge_finalists(final)
    final.event.close()
    run = CliRunner().invoke(command_line, ["results", str(final.event.path), "--json"])
    told = json.loads(run.output)
    assert (told["round"], told["finalists"]) == (2, ["Bus", "Care"])
    assert [place["team"] for place in told["places"]] == ["Care", "Bus", "Youth"]
    assert [place["team"] for place in told["first_round"]["places"]] == ["Bus", "Care", "Youth"]
    said = CliRunner().invoke(command_line, ["results", str(final.event.path)]).output
    assert "Places 1 to 2 go by the second round, the others by the first." in said


def test_the_hall_is_told_the_finalists_after_the_others(final: Any) -> None:
    judge_finalists(final)
    sealed = actions.seal_results(final.event)
    steps = place_steps(Outcome(sealed.results.places, sealed.given))
    named = [(step.place, step.teams[0].team) for step in steps if step.teams]
    assert named == [(3, "Youth"), (2, "Bus"), (1, "Care")]
