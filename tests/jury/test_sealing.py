"""Signing, opening again, awards: what is signed stays readable and is what everybody is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries, seal
from hackdesk.jury.rules import Award, BallotState, Juror, Locked, NotCounted
from hackdesk.jury.ties import Rung
from hackdesk.jury.wording import difference_sentence, tie_sentence
from hackdesk.language import language

ENGLISH = language("en")


def test_signing_gives_revision_1_with_a_hash_and_everything_behind_it(judged: Any) -> None:
    before = queries.results(judged.event)
    sealed = actions.seal_results(judged.event)
    assert (sealed.number, len(sealed.hash), sealed.stands) == (1, 64, True)
    assert replace(sealed.results, revision=None) == before
    assert queries.sealed(judged.event) == sealed
    assert queries.results(judged.event) == sealed.results
    assert [(one.juror, one.state, one.reason) for one in sealed.results.missing] == [
        ("Eve", "recused", "my sister")
    ]


def test_signing_the_same_results_again_is_the_same_revision(judged: Any) -> None:
    first = actions.seal_results(judged.event)
    entries = judged.event.head()
    assert actions.seal_results(judged.event) == first
    assert judged.event.head() == entries
    actions.reopen_results(judged.event, "somebody asked")
    assert actions.seal_results(judged.event) == first
    assert len(queries.revisions(judged.event)) == 1


def test_after_signing_everything_is_locked_with_a_sentence(judged: Any) -> None:
    award = actions.add_award(judged.event, Award(uuid4(), "Favourite of the hall"))
    actions.seal_results(judged.event)
    event, criteria = judged.event, queries.criteria(judged.event)
    ids = judged.juror("Mall").id, judged.team("Bus").id
    seen = judged.seen("Mall", "Bus")
    attempts = (
        lambda: judged.hand_in("Mall", "Bus", 1, 1),
        lambda: actions.take_back(event, *ids, seen=seen),
        lambda: actions.set_ballot_state(event, *ids, NotCounted(BallotState.VOID, "x"), seen=seen),
        lambda: actions.edit_criteria(event, criteria[:1], seen=criteria, reason="x"),
        lambda: actions.add_juror(event, Juror(uuid4(), "Late")),
        lambda: actions.edit_award(event, replace(award, name="Other"), seen=award.version),
        lambda: actions.give_award(event, award.id, ids[1]),
        lambda: actions.take_away_award(event, award.id, ids[1]),
        lambda: actions.import_ballots(event, ()),
    )
    entries = event.head()
    for attempt in attempts:
        with pytest.raises(Locked, match="revision 1"):
            attempt()
    assert event.head() == entries


def test_what_is_signed_does_not_follow_a_team_that_changes_later(judged: Any) -> None:
    actions.seal_results(judged.event)
    judged.set_team_state("Bus", "withdrawn")
    assert [place.team for place in queries.results(judged.event).places] == ["Bus", "Care", "Youth"]


def test_a_change_after_signing_makes_revision_2_that_says_what_changed_and_why(judged: Any) -> None:
    award = actions.add_award(judged.event, Award(uuid4(), "Main prize", by_place=1))
    first = actions.seal_results(judged.event)
    with pytest.raises(HackDeskError, match="reason"):
        actions.reopen_results(judged.event, "  ")
    reopened = actions.reopen_results(judged.event, "a sheet was read wrongly")
    assert not reopened.stands
    assert queries.results(judged.event).revision is None
    for juror in ("Mall", "Jaan", "Eve"):
        judged.hand_in(juror, "Bus", 1, 1)
    second = actions.seal_results(judged.event)
    assert (second.number, second.reason) == (2, "a sheet was read wrongly")
    said = [difference_sentence(change, ENGLISH) for change in second.changes]
    assert "Ballot Mall – Bus: was 5 · 5, is 1 · 1" in said
    assert "Place of “Care”: was 2, is 1" in said
    assert "“Main prize”: was Bus, is Care" in said
    assert [given.team_name for given in second.given if given.award.id == award.id] == ["Care"]
    old = queries.sealed(judged.event, 1)
    assert old is not None
    assert (old.hash, old.results, old.given) == (first.hash, first.results, first.given)
    assert old.reopened_because == "a sheet was read wrongly"


def test_the_hash_covers_every_mark(judged: Any) -> None:
    sealed = actions.seal_results(judged.event)
    content = seal.content_of(sealed.judging, sealed.results, sealed.awards, sealed.given)
    assert seal.hash_of(content) == sealed.hash
    ballots = sealed.judging.ballots
    given = [(number, criterion) for number, ballot in enumerate(ballots) for criterion in ballot.marks]
    assert given
    for number, criterion in given:
        marks = {**ballots[number].marks, criterion: ballots[number].marks[criterion] % 5 + 1}
        changed = (*ballots[:number], replace(ballots[number], marks=marks), *ballots[number + 1 :])
        other = replace(sealed.judging, ballots=changed)
        assert seal.hash_of(seal.content_of(other, sealed.results, sealed.awards, sealed.given)) != sealed.hash


def test_nothing_to_sign_is_refused(jury: Any) -> None:
    with pytest.raises(HackDeskError, match="No ballot"):
        actions.seal_results(jury.event)
    with pytest.raises(HackDeskError, match="not signed"):
        actions.reopen_results(jury.event, "why not")


def test_an_award_by_place_goes_with_the_place_until_it_is_decided_otherwise(judged: Any) -> None:
    prize = actions.add_award(judged.event, Award(uuid4(), "Main prize", by_place=1))
    assert [(one.team_name, one.decided) for one in queries.awards_given(judged.event)] == [("Bus", "place")]
    care = judged.team("Care").id
    with pytest.raises(HackDeskError, match="place 1"):
        actions.give_award(judged.event, prize.id, care)
    actions.give_award(judged.event, prize.id, care, reason="the bus has its money already")
    assert [(one.team_name, one.decided) for one in queries.awards_given(judged.event)] == [("Care", "jury")]
    actions.take_away_award(judged.event, prize.id, care)
    assert [one.team_name for one in queries.awards_given(judged.event)] == ["Bus"]


def test_one_team_may_get_two_awards_and_one_award_two_teams(judged: Any) -> None:
    hall = actions.add_award(judged.event, Award(uuid4(), "Favourite of the hall"))
    hours = actions.add_award(judged.event, Award(uuid4(), "Mentoring", giver="Võru County"))
    for award, team in ((hall, "Bus"), (hall, "Youth"), (hours, "Youth")):
        actions.give_award(judged.event, award.id, judged.team(team).id, decided="partner")
    given = [(one.award.name, one.team_name) for one in queries.awards_given(judged.event)]
    assert given == [("Favourite of the hall", "Bus"), ("Favourite of the hall", "Youth"), ("Mentoring", "Youth")]
    actions.remove_award(judged.event, hall.id, seen=hall.version)
    assert [one.award.name for one in queries.awards_given(judged.event)] == ["Mentoring"]


def test_a_recorded_vote_breaks_a_tie_and_stands_in_the_seal(jury: Any) -> None:
    for team in ("Bus", "Care", "Youth"):
        jury.hand_in("Mall", team, 4, 4)
    ids = [jury.team(team).id for team in ("Youth", "Bus", "Care")]
    with pytest.raises(HackDeskError, match="share"):
        actions.record_tie_vote(jury.event, ids[:2], "two of three")
    with pytest.raises(HackDeskError, match="reason"):
        actions.record_tie_vote(jury.event, ids, "")
    actions.record_tie_vote(jury.event, ids, "closest to the people")
    sealed = actions.seal_results(jury.event)
    assert [(place.place, place.team) for place in sealed.results.places] == [
        (1, "Youth"), (2, "Bus"), (3, "Care"),
    ]  # fmt: skip
    assert [(tie.rung, tie.reason) for tie in sealed.results.ties] == [(Rung.VOTE, "closest to the people")]
    names = {place.team_id: place.team for place in sealed.results.places}
    sentence = tie_sentence(sealed.results.ties[0], names, ENGLISH)
    assert "“Youth” › “Bus” › “Care”" in sentence and "closest to the people" in sentence


def test_undo_does_not_get_past_the_seal(judged: Any) -> None:
    last_ballot = judged.event.head()
    actions.seal_results(judged.event)
    with pytest.raises(Locked, match="not undone"):
        undo(judged.event)
    with pytest.raises(Locked, match="revision 1"):
        undo(judged.event, last_ballot)
    actions.reopen_results(judged.event, "a slip")
    assert undo(judged.event, last_ballot).action == "set a ballot aside"
