"""The lot: fair, repeatable, and true to wishes."""

from __future__ import annotations

from itertools import combinations, permutations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from hackdesk.agenda.lot import FIRST, LAST, Wish, clash, draw, lot_of, moved

TEAMS = tuple(UUID(int=number) for number in range(1, 7))
Wishes = tuple[Wish, ...]
some_wishes = st.lists(
    st.builds(Wish, st.sampled_from(TEAMS), st.sampled_from((FIRST, LAST)), st.integers(1, 4)), max_size=5
).map(tuple)


def met(order: tuple[UUID, ...], wishes: Wishes) -> bool:
    return all(wish.met_by(order) for wish in wishes)


def orders_that_meet(wishes: Wishes) -> list[tuple[UUID, ...]]:
    return [order for order in permutations(TEAMS) if met(order, wishes)]


@settings(max_examples=60, deadline=None)
@given(wishes=some_wishes, seed=st.integers(0, 9999))
def test_the_order_meets_every_wish_where_any_order_does_and_says_which_clash_where_none_does(
    wishes: Wishes, seed: int
) -> None:
    clashing = clash(TEAMS, wishes)
    assert bool(clashing) == (not orders_that_meet(wishes))
    if not clashing:
        order = draw(TEAMS, seed, wishes)
        assert sorted(order) == sorted(TEAMS) and met(order, wishes)


@settings(max_examples=40, deadline=None)
@given(wishes=some_wishes)
def test_each_of_the_wishes_that_clash_is_one_too_many(wishes: Wishes) -> None:
    clashing = clash(TEAMS, wishes)
    if clashing:
        assert not orders_that_meet(clashing)
        assert all(orders_that_meet(fewer) for fewer in combinations(clashing, len(clashing) - 1))


@settings(max_examples=60, deadline=None)
@given(wishes=some_wishes, seed=st.integers(0, 9999))
def test_the_same_number_draws_the_same_whoever_was_entered_first(wishes: Wishes, seed: int) -> None:
    if not clash(TEAMS, wishes):
        assert draw(TEAMS, seed, wishes) == draw(TEAMS[::-1], seed, wishes[::-1])


@settings(max_examples=60, deadline=None)
@given(wishes=some_wishes, seed=st.integers(0, 9999))
def test_a_wish_that_the_lots_alone_meet_moves_nobody(wishes: Wishes, seed: int) -> None:
    if met(draw(TEAMS, seed), wishes):
        assert draw(TEAMS, seed, wishes) == draw(TEAMS, seed)


@settings(max_examples=60, deadline=None)
@given(wishes=some_wishes, seed=st.integers(0, 9999))
def test_teams_with_the_same_wish_stand_in_the_order_of_their_lots(wishes: Wishes, seed: int) -> None:
    if clash(TEAMS, wishes):
        return
    order = draw(TEAMS, seed, wishes)
    free = [team for team in order if all(wish.team_id != team for wish in wishes)]
    assert free == sorted(free, key=lambda team: lot_of(team, seed))


def test_without_wishes_anybody_can_draw_it_with_nothing_but_a_hash() -> None:
    assert draw(TEAMS, 4821) == tuple(sorted(TEAMS, key=lambda team: lot_of(team, 4821)))


def test_the_lot_favours_nobody_among_those_who_wish_the_same() -> None:
    wishes = (Wish(TEAMS[0], FIRST, 2), Wish(TEAMS[1], FIRST, 2))
    firsts = [draw(TEAMS, seed, wishes)[0] for seed in range(600)]
    assert 240 < firsts.count(TEAMS[0]) < 360 and set(firsts) == set(TEAMS[:2])
    seconds = [draw(TEAMS, seed, wishes)[2] for seed in range(1200)]
    assert all(220 < seconds.count(team) < 380 for team in TEAMS[2:])


def test_a_wish_of_a_team_that_does_not_pitch_holds_nobody_up() -> None:
    wishes = (Wish(UUID(int=99), FIRST), Wish(TEAMS[0], FIRST))
    assert clash(TEAMS, wishes) == () and draw(TEAMS, 1, wishes)[0] == TEAMS[0]


def test_two_who_want_to_be_first_are_named() -> None:
    wishes = (Wish(TEAMS[0], FIRST), Wish(TEAMS[3], LAST, 2), Wish(TEAMS[1], FIRST))
    assert clash(TEAMS, wishes) == (wishes[0], wishes[2])


def test_a_team_moves_and_the_others_make_room() -> None:
    a, b, c = TEAMS[:3]
    assert moved((a, b, c), c, 1) == (c, a, b)
    assert moved((a, b, c), a, 99) == (b, c, a)
