"""Awards apart from places: who decides, nobody, several, their order, and texts that nobody writes over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.awards import to_decide_sentences
from hackdesk.jury.rules import Award, AwardGiven, Locked
from hackdesk.language import language


@pytest.fixture
def prized(judged: Any) -> Any:
    """Three awards: one by place, one of a partner, one of the hall."""
    for award in (
        Award(uuid4(), "Library's choice", "The library", "a day of advice", decided_by="partner"),
        Award(uuid4(), "Hall's vote", decided_by="hall"),
        Award(uuid4(), "Main prize", "The county", "1,000 euros", by_place=1, money=True),
    ):
        actions.add_award(judged.event, award)
    return judged


def award(event: Event, name: str) -> Award:
    return next(one for one in queries.awards(event) if one.name == name)


def given(event: Event) -> list[tuple[str, str, str]]:
    return [(one.award.name, one.team_name, one.decided) for one in queries.awards_given(event)]


def told(event: Event) -> list[str]:
    places = queries.results(event).places
    return to_decide_sentences(queries.awards(event), queries.awards_given(event), places, language("en"))


def test_what_is_still_undecided_is_told_and_does_not_stop_the_signing(prized: Any) -> None:
    event = prized.event
    assert told(event) == ["2 awards have no team yet: Library's choice and Hall's vote."]
    actions.give_award(event, award(event, "Hall's vote").id, prized.team("Bus").id, decided="hall")
    assert told(event) == ["1 award has no team yet: Library's choice."]
    assert actions.seal_results(event).number == 1


def test_an_award_goes_to_nobody_with_a_reason_only_and_loses_its_teams(prized: Any) -> None:
    event = prized.event
    library = award(event, "Library's choice")
    actions.give_award(event, library.id, prized.team("Care").id, decided="partner")
    with pytest.raises(HackDeskError, match="has no reason"):
        actions.give_to_nobody(event, library.id, "  ")
    actions.give_to_nobody(event, library.id, "no team works with books")
    assert award(event, "Library's choice").none_given == "no team works with books"
    assert [one[0] for one in given(event)] == ["Main prize"]
    assert told(event) == ["1 award has no team yet: Hall's vote."]
    undo(event)
    assert ("Library's choice", "Care", "partner") in given(event)


def test_an_award_by_place_that_nobody_gets_does_not_go_by_its_place(prized: Any) -> None:
    event = prized.event
    prize = award(event, "Main prize")
    actions.give_to_nobody(event, prize.id, "the giver withdrew")
    assert given(event) == []
    actions.decide_again(event, prize.id)
    assert given(event) == [("Main prize", "Bus", "place")]


def test_an_award_that_was_to_go_to_nobody_goes_to_the_team_that_is_named_then(prized: Any) -> None:
    event = prized.event
    hall = award(event, "Hall's vote")
    actions.give_to_nobody(event, hall.id, "too few votes")
    actions.give_award(event, hall.id, prized.team("Care").id, decided="hall")
    assert award(event, "Hall's vote").none_given == ""
    assert ("Hall's vote", "Care", "hall") in given(event)


def test_who_has_the_place_only_is_given_it_by_place(prized: Any) -> None:
    event = prized.event
    prize = award(event, "Main prize")
    with pytest.raises(HackDeskError, match="goes to place 1"):
        actions.give_award(event, prize.id, prized.team("Care").id, decided="place")
    actions.give_award(event, prize.id, prized.team("Bus").id, decided="place")
    assert given(event) == [("Main prize", "Bus", "place")]


def test_an_award_given_by_place_is_told_once_another_team_is_there(prized: Any) -> None:
    prize, bus = award(prized.event, "Main prize"), prized.team("Bus")
    stood = (AwardGiven(prize, prized.team("Care").id, "Care", "place"),)
    places = queries.results(prized.event).places
    assert to_decide_sentences((prize,), stood, places, language("en")) == [
        "“Main prize” was given by place 1 to “Care”, who is on another place now."
    ]
    right = (AwardGiven(prize, bus.id, "Bus", "place"),)
    assert to_decide_sentences((prize,), right, places, language("en")) == []


def test_the_order_of_awards_is_the_order_in_which_they_are_announced(prized: Any) -> None:
    event = prized.event
    seen = queries.awards(event)
    actions.order_awards(event, [one.id for one in reversed(seen)], seen=seen)
    assert [one.name for one in queries.awards(event)] == ["Main prize", "Hall's vote", "Library's choice"]
    with pytest.raises(Stale):
        actions.order_awards(event, [one.id for one in seen], seen=seen)
    with pytest.raises(Stale):
        actions.order_awards(event, [UUID(int=1)], seen=queries.awards(event))


def test_another_form_never_writes_over_the_text_of_an_award(prized: Any) -> None:
    event = prized.event
    with_text = award(event, "Main prize")
    other = Event(event.path, clock=event.clock, station="other laptop")
    try:
        mended = replace(award(other, "Main prize"), what="1,500 euros")
        actions.edit_award(other, mended, seen=mended.version)
        with pytest.raises(Stale):
            actions.edit_award(event, replace(with_text, giver="The parish"), seen=with_text.version)
        # Moving it, giving it and giving it to nobody leave its text alone.
        seen = queries.awards(event)
        actions.order_awards(event, [one.id for one in reversed(seen)], seen=seen)
        actions.give_award(event, with_text.id, prized.team("Care").id, reason="they need it")
        actions.give_to_nobody(event, with_text.id, "the giver withdrew")
        kept = award(other, "Main prize")
        assert (kept.what, kept.giver) == ("1,500 euros", "The county")
    finally:
        other.close()


def test_all_of_it_is_refused_while_the_results_are_signed_and_goes_on_afterwards(prized: Any) -> None:
    event = prized.event
    hall, seen = award(event, "Hall's vote"), queries.awards(event)
    actions.seal_results(event)
    for action in (
        lambda: actions.give_to_nobody(event, hall.id, "too few votes"),
        lambda: actions.decide_again(event, hall.id),
        lambda: actions.order_awards(event, [one.id for one in reversed(seen)], seen=seen),
        lambda: actions.publish_ranking(event, False),
    ):
        with pytest.raises(Locked):
            action()
    actions.reopen_results(event, "an award was forgotten")
    actions.give_to_nobody(event, hall.id, "too few votes")
    second = actions.seal_results(event)
    changed = [one for one in second.changes if one.kind == "award"]
    assert [(one.about, one.before, one.after) for one in changed] == [("Hall's vote", "", "too few votes")]
