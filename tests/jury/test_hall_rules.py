"""How the hall's votes are counted: against a slow count from the definition, and what always holds."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jury.judgings import id_

from hackdesk.jury import hall
from hackdesk.jury.hall import HallPlace, HallRefusal, HallVote, OwnTeam
from hackdesk.jury.rules import Contestant
from hackdesk.people.badge_codes import is_badge_code

Votes = list[tuple[UUID, ...]]
SECRET = "5f" * 16


def teams(count: int, *gone: int) -> tuple[Contestant, ...]:
    return tuple(
        Contestant(id_(3, one), f"team {one}", "withdrawn" if one in gone else "active") for one in range(count)
    )


@st.composite
def votings(draw: st.DrawFn) -> tuple[tuple[Contestant, ...], Votes, int]:
    """Few teams and few choices, so that ties are common; some teams have withdrawn since they were named."""
    count, choices = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    made = teams(count, *draw(st.sets(st.integers(0, count - 1), max_size=2)))
    ids = [team.id for team in made]
    some = st.lists(st.sampled_from(ids), min_size=1, max_size=min(choices, count), unique=True)
    return made, [tuple(vote) for vote in draw(st.lists(some, max_size=9))], choices


def slowly(made: tuple[Contestant, ...], votes: Votes, choices: int) -> list[tuple[int, UUID, int]]:
    """(place, team, points) worked out one mark after the other, as somebody would on a blackboard."""
    board = {team.id: 0 for team in made if team.state == "active"}
    for vote in votes:
        worth = choices
        for team in vote:
            for _mark in range(worth):
                if team in board:
                    board[team] += 1
            worth -= 1
    lines = []
    left, place = dict(board), 1
    while left:
        best = [team for team in left if all(left[team] >= left[other] for other in left)]
        lines += [(place, team, left.pop(team)) for team in best]
        place += len(best)
    return sorted(lines, key=lambda line: (line[0], str(line[1])))


@given(votings())
def test_the_count_agrees_with_a_slow_one(voting: tuple[tuple[Contestant, ...], Votes, int]) -> None:
    found = hall.counted(voting[1], voting[0], voting[2])
    told = [(one.place, one.team_id, one.points) for one in found.places]
    assert sorted(told, key=lambda line: (line[0], str(line[1]))) == slowly(*voting)


@given(votings(), st.integers(0, 2**32))
def test_the_order_of_votes_and_of_teams_does_not_matter(
    voting: tuple[tuple[Contestant, ...], Votes, int], seed: int
) -> None:
    made, votes, choices = voting
    random, mixed = Random(seed), list(votes)
    random.shuffle(mixed)
    assert hall.counted(mixed, random.sample(made, len(made)), choices) == hall.counted(votes, made, choices)


@given(votings())
def test_one_vote_more_never_harms_the_team_it_names_first(
    voting: tuple[tuple[Contestant, ...], Votes, int],
) -> None:
    made, votes, choices = voting
    before = {one.team_id: one.place for one in hall.counted(votes, made, choices).places}
    for team in (one for one in made if one.active):
        after = hall.counted([*votes, (team.id,)], made, choices)
        assert next(one.place for one in after.places if one.team_id == team.id) <= before[team.id]


@given(votings(), st.integers(2, 4))
def test_everybody_voting_several_times_changes_no_place(
    voting: tuple[tuple[Contestant, ...], Votes, int], times: int
) -> None:
    made, votes, choices = voting
    once, often = (hall.counted(all_votes, made, choices) for all_votes in (votes, votes * times))
    assert [(one.team_id, one.place) for one in often.places] == [(one.team_id, one.place) for one in once.places]


@given(votings())
def test_a_result_is_read_back_from_a_sealed_revision_as_it_was(
    voting: tuple[tuple[Contestant, ...], Votes, int],
) -> None:
    made, votes, choices = voting
    count = hall.counted(votes, made, choices)
    for guests in (None, hall.counted(votes[:2], made, choices)):
        result = hall.HallResult(count, 40, guests)
        assert hall.result_from({"hall_vote": hall.plain_result(result)}) == result
    assert hall.result_from({"method": "mean"}) is None


def test_three_in_order_are_worth_three_two_and_one_point_and_equal_points_share_the_place() -> None:
    made = teams(4)
    bus, care, youth, shop = (team.id for team in made)
    found = hall.counted([(bus, care, youth), (care, bus, youth), (shop,)], made, 3)
    assert [(one.place, one.until, one.points, one.counts) for one in found.places] == [
        (1, 2, 5, (1, 1, 0)), (1, 2, 5, (1, 1, 0)), (3, 3, 3, (1, 0, 0)), (4, 4, 2, (0, 0, 2)),
    ]  # fmt: skip
    assert [one.team for one in found.winners] == ["team 0", "team 1"]
    assert found.places[0].shared and not found.places[2].shared


def test_nobody_wins_a_vote_in_which_nobody_is_named() -> None:
    assert hall.counted([], teams(2), 1).winners == ()


def test_a_vote_for_a_team_that_withdrew_is_told_as_lost() -> None:
    made = teams(3, 2)
    found = hall.counted([(made[2].id,), (made[0].id,)], made, 1)
    assert (found.votes, found.lost, len(found.places)) == (2, 1, 2)
    assert found.winners[0] == HallPlace(made[0].id, "team 0", 1, 1, 1, (1,))


def test_ones_own_teams_are_followed_into_the_teams_that_took_them_over() -> None:
    one, other, third, fourth = (id_(3, number) for number in range(4))
    merged = {one: other, other: third, third: None, fourth: one}
    assert hall.own_teams([one], [fourth], merged) == {one, other, third, fourth}
    assert hall.own_teams([], [], merged) == frozenset()


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ((), "blank slip is no vote"),
        ((0, 1, 2), "room for 2"),
        ((0, 0), "named twice"),
        ((3,), "does not take part"),
        ((9,), "does not take part"),
        ((0, 1), "own team"),
    ],
)
def test_what_is_no_vote_is_refused_with_its_reason(chosen: tuple[int, ...], sentence: str) -> None:
    made = teams(4, 3)
    with pytest.raises(HallRefusal, match=sentence) as refused:
        hall.checked_choices([id_(3, one) for one in chosen], HallVote(choices=2), made, frozenset({id_(3, 1)}))
    assert isinstance(refused.value, OwnTeam) is (chosen == (0, 1))


def test_numbers_that_stand_on_slips_stay_when_the_order_of_pitches_changes() -> None:
    made = teams(3, 1)
    kept = HallVote(numbers=(made[2].id, made[1].id))
    assert [(number, team.name) for number, team in kept.numbered(made)] == [(1, "team 2"), (3, "team 0")]
    assert [number for number, _team in HallVote().numbered(made)] == [1, 2]


def test_guest_codes_are_the_same_each_time_and_no_badge_code() -> None:
    codes = hall.guest_codes(SECRET, 120)
    assert codes[:20] == hall.guest_codes(SECRET, 20)
    assert len(set(codes)) == 120 and not set(codes) & set(hall.guest_codes("a0" * 16, 120))
    for code in codes:
        assert len(code) == 8 and code.isalnum()
        assert not is_badge_code(code) and not is_badge_code(code[1:])


def test_a_guests_code_is_known_however_it_is_typed_and_one_too_many_is_not() -> None:
    vote = HallVote(guests=True, guest_slips=3, secret=SECRET)
    codes = hall.guest_codes(SECRET, 4)
    typed = f"{codes[2][:4].lower()}-{codes[2][4:]}"
    assert hall.guest_in(vote, (typed,)) == hall.guest_in(vote, ("]Q3" + codes[2],)) == codes[2]
    assert hall.guest_in(vote, (codes[3], "", "õõ")) == ""
    assert hall.guest_in(HallVote(guests=True), (codes[0],)) == ""


@given(
    st.builds(
        HallVote, choices=st.integers(1, 3), guests=st.booleans(), state=st.sampled_from(["", "open", "closed"]),
        numbers=st.lists(st.uuids(), max_size=3).map(tuple), guest_slips=st.integers(0, 9),
    )
)  # fmt: skip
def test_the_set_up_is_kept_as_it_is_and_as_usual_is_not_kept(vote: HallVote) -> None:
    assert HallVote.from_dict(vote.to_dict()) == vote
    assert HallVote.from_dict({**vote.to_dict(), "of a later day": 1}) == vote
    assert HallVote().to_dict() == {}


def test_a_double_vote_says_when_and_on_which_way() -> None:
    assert "15:20 on paper" in str(hall.voted_already("15:20", hall.PAPER))
    assert "9:05 on a phone" in str(hall.voted_already("9:05", hall.PHONE))
    assert hall.Voter(voted_at=datetime(2026, 11, 28, tzinfo=UTC)).voted_at is not None
