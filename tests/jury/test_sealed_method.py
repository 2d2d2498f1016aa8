"""The method that the event has chosen: kept, undone, sealed and printed with the record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries, seal
from hackdesk.jury.rules import BallotState, Locked, NotCounted
from hackdesk.jury.wording import difference_sentence
from hackdesk.language import language


@pytest.fixture
def uneven(jury: Any) -> Any:
    """Eve is strict and steps aside for Bus: first by the plain mean, second once that is evened out."""
    jury.teams("Home")
    for team, marks in {"Bus": (4, 4), "Care": (5, 4, 2), "Youth": (3, 3, 1), "Home": (3, 2, 1)}.items():
        for juror, mark in zip(("Mall", "Jaan", "Eve"), marks, strict=False):
            jury.hand_in(juror, team, mark, mark)
    ids = jury.juror("Eve").id, jury.team("Bus").id
    actions.set_ballot_state(jury.event, *ids, NotCounted(BallotState.RECUSED, "my sister"), seen=0)
    return jury


def first(jury: Any) -> str:
    return queries.results(jury.event).places[0].team


def test_the_chosen_method_is_what_everybody_reads_until_it_is_undone(uneven: Any) -> None:
    assert first(uneven) == "Bus"
    actions.choose_method(uneven.event, "adjusted")
    assert (first(uneven), queries.results(uneven.event).method) == ("Care", "adjusted")
    assert queries.results(uneven.event, "mean").places[0].team == "Bus"
    undo(uneven.event)
    assert first(uneven) == "Bus"


def test_a_method_without_what_it_needs_is_not_chosen(uneven: Any) -> None:
    with pytest.raises(HackDeskError, match="Fewer came for Bus, Care, Home, Youth"):
        actions.choose_method(uneven.event, "trimmed")
    assert queries.results(uneven.event).method == "mean"


def test_a_method_of_a_later_day_in_the_file_is_read_as_the_mean(uneven: Any) -> None:
    change_settings(uneven.event, replace(settings_of(uneven.event), jury_method="median"))
    assert queries.results(uneven.event).method == "mean"


def test_the_sealed_revision_holds_the_method_and_opening_again_keeps_it(uneven: Any) -> None:
    actions.choose_method(uneven.event, "adjusted")
    sealed = actions.seal_results(uneven.event)
    assert (sealed.results.method, sealed.results.places[0].team) == ("adjusted", "Care")
    assert queries.results(uneven.event) == sealed.results
    content = seal.content_of(sealed.judging, sealed.results, sealed.awards, sealed.given)
    assert seal.hash_of(content) == sealed.hash
    with pytest.raises(Locked, match="revision 1"):
        actions.choose_method(uneven.event, "mean")
    actions.reopen_results(uneven.event, "one ballot more")
    assert queries.results(uneven.event).method == "adjusted"


def test_another_method_is_another_revision(uneven: Any) -> None:
    first_one = actions.seal_results(uneven.event)
    actions.reopen_results(uneven.event, "evened out")
    actions.choose_method(uneven.event, "adjusted")
    second = actions.seal_results(uneven.event)
    assert (second.number, second.reason) == (2, "evened out") and second.hash != first_one.hash
    places = {change.about: (change.before, change.after) for change in second.changes if change.kind == "place"}
    assert places == {"Bus": ("1", "2"), "Care": ("2", "1")}
    methods = [(change.before, change.after) for change in second.changes if change.kind == "method"]
    assert methods == [("mean", "adjusted")]
    said = [difference_sentence(change, language("en")) for change in second.changes]
    assert said[0] == "Method: was Mean, is Juror-adjusted mean"


def test_how_sure_a_sealed_result_is_comes_from_what_was_sealed(uneven: Any) -> None:
    before = queries.results_shown(uneven.event)
    actions.seal_results(uneven.event)
    uneven.set_team_state("Care", "withdrawn")
    after = queries.results_shown(uneven.event)
    assert after.confidence == before.confidence and after.results.revision == 1


def test_votes_on_a_tie_go_by_the_chosen_method(jury: Any) -> None:
    for team in ("Bus", "Care", "Youth"):
        for juror in ("Mall", "Jaan", "Eve"):
            jury.hand_in(juror, team, 4, 4)
    actions.choose_method(jury.event, "adjusted")
    order = [jury.team(name).id for name in ("Care", "Youth", "Bus")]
    actions.record_tie_vote(jury.event, order, "closest to the people")
    assert [place.team for place in queries.results(jury.event).places] == ["Care", "Youth", "Bus"]
