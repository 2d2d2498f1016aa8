"""The hall's result in a sealed revision: its award, a change told, older revisions without it, the record."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from jury.test_hall import Hall

from hackdesk.jury import actions, hall, hall_queries, queries, seal
from hackdesk.jury.rules import Award
from hackdesk.jury.wording import difference_sentence, hall_sentences
from hackdesk.language import language

ENGLISH = language("en")


@pytest.fixture
def judged(jury: Any) -> Hall:
    """Every ballot is in; Anu, Bert and Cilla are here; an award that the hall decides; the vote is open."""
    for juror in ("Mall", "Jaan", "Eve"):
        for mark, team in enumerate(("Bus", "Care", "Youth"), 1):
            jury.hand_in(juror, team, mark, mark)
    made = Hall(jury)
    made.come("Anu", "Bert", "Cilla")
    award = actions.add_award(made.event, Award(uuid4(), "Favourite of the hall"))
    actions.hall_decides(made.event, award.id)
    actions.open_hall(made.event)
    return made


def favourites(judged: Hall) -> list[tuple[str, str]]:
    return [(one.team_name, one.decided) for one in queries.awards_given(judged.event)]


def test_signing_closes_the_vote_and_gives_its_award(judged: Hall) -> None:
    judged.vote("Anu", "Bus")
    judged.vote("Bert", "Bus")
    judged.vote("Cilla", "Care")
    assert favourites(judged) == []
    sealed = actions.seal_results(judged.event)
    assert favourites(judged) == [("Bus", "hall")]
    assert sealed.hall is not None and sealed.hall == hall_queries.hall_result(judged.event)
    assert (sealed.hall.hall.votes, sealed.hall.people) == (3, 3)
    assert hall_queries.hall_now(judged.event).vote.state == hall.CLOSED


def test_nobody_sees_the_award_before_signing_even_when_the_vote_is_closed(judged: Hall) -> None:
    judged.vote("Anu", "Bus")
    actions.close_hall(judged.event)
    assert favourites(judged) == []


def test_a_shared_first_place_gives_the_award_to_each_and_is_told(judged: Hall) -> None:
    judged.vote("Anu", "Bus")
    judged.vote("Bert", "Care")
    sealed = actions.seal_results(judged.event)
    assert favourites(judged) == [("Bus", "hall"), ("Care", "hall")]
    assert sealed.hall is not None
    assert hall_sentences(sealed.hall, ENGLISH) == (
        "2 votes of 3 people here.", "“Bus” and “Care” share the first place; nothing decides between them.",
    )  # fmt: skip


def test_what_the_jury_decided_otherwise_stands(judged: Hall) -> None:
    judged.vote("Anu", "Bus")
    award = hall_queries.hall_now(judged.event).decides
    assert award is not None
    actions.give_award(judged.event, award.id, judged.team("Youth"), decided="jury", reason="a tie-break by hand")
    actions.seal_results(judged.event)
    assert favourites(judged) == [("Youth", "jury")]


def test_a_second_revision_tells_what_the_hall_changed(judged: Hall) -> None:
    judged.vote("Anu", "Bus")
    actions.seal_results(judged.event)
    actions.reopen_results(judged.event, "two slips lay under the table")
    actions.open_hall(judged.event)
    judged.vote("Bert", "Care")
    judged.vote("Cilla", "Care")
    second = actions.seal_results(judged.event)
    told = [difference_sentence(one, ENGLISH) for one in second.changes]
    assert "The hall's place of “Care” (points): was 2 (0), is 1 (2)" in told
    assert "“Favourite of the hall”: was Bus, is Care" in told


def test_where_the_hall_did_not_vote_a_revision_is_what_it_was_before_there_was_such_a_vote(judged: Hall) -> None:
    sealed = actions.seal_results(judged.event)
    assert sealed.hall is None and hall_queries.hall_result(judged.event) is None
    with judged.event.read() as session:
        row = queries.closing_revision(session)
        assert row is not None and "hall_vote" not in row.content
        assert seal.hash_of(row.content) == row.hash
        assert seal.differences(row.content, row.content) == ()
