"""The mix: how many people share a team with another stakeholder group than their own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hackdesk.teams.mix import mix

OFFICIAL, RESIDENT, USER = ("public_servant",), ("community",), ("end_user",)


def test_people_who_meet_another_group_are_counted() -> None:
    whole = mix([("Bus", [OFFICIAL, OFFICIAL, RESIDENT]), ("Garden", [USER, USER]), ("Nobody", [])])
    bus, garden = whole.teams
    assert (bus.mixed, bus.known, bus.across, bus.pairs) == (3, 3, 2, 3)
    assert (garden.mixed, garden.known, garden.across, garden.pairs) == (0, 2, 0, 1)
    assert (whole.mixed, whole.known, whole.share) == (3, 5, 0.6)
    assert bus.groups == (("public_servant", 2), ("community", 1))


def test_whoever_names_no_group_is_counted_on_neither_side() -> None:
    (team,) = mix([("Bus", [OFFICIAL, (), ()])]).teams
    assert (team.people, team.known, team.mixed, team.pairs) == (3, 1, 0, 0)
    assert mix([("Bus", [(), ()])]).share is None


def test_somebody_of_two_groups_is_of_one_group_with_either() -> None:
    (team,) = mix([("Bus", [(*OFFICIAL, *RESIDENT), RESIDENT])]).teams
    assert team.mixed == 0
    (third,) = mix([("Bus", [(*OFFICIAL, *RESIDENT), RESIDENT, OFFICIAL])]).teams
    assert (third.mixed, third.across) == (2, 1)


_PERSON = st.lists(st.sampled_from("abcd"), max_size=2, unique=True).map(tuple)


@given(st.lists(st.lists(_PERSON, max_size=6), max_size=4))
def test_counted_person_by_person_it_is_the_same(rooms: list[list[tuple[str, ...]]]) -> None:
    whole = mix((str(number), people) for number, people in enumerate(rooms))
    alone = sum(
        bool(one) and any(other and not set(one) & set(other) for other in people)
        for people in rooms
        for one in people
    )
    assert whole.mixed == alone
    assert whole.people == sum(map(len, rooms))
