"""Titles, wishes and what to look at in a team."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from hackdesk.errors import HackDeskError
from hackdesk.teams import rules
from hackdesk.teams.explanation import why_here
from hackdesk.teams.rules import Member, Team, Topic, TopicDraft, Wishes

BUS = Topic(uuid4(), "Külabuss kutse peale", earlier_titles=("Village bus",))
ROOM = Topic(uuid4(), "Püsiv noortetuba")


def kinds(team: Team) -> set[str]:
    return {finding.kind for finding in rules.concerns(team)}


def members(number: int, *groups: str) -> tuple[Member, ...]:
    return tuple(Member(uuid4(), f"Person {n}", groups=groups) for n in range(number))


@pytest.mark.parametrize(
    "words", ["külabuss  kutse peale", "KÜLABUSS KUTSE PEALE!", " Kulabuss kutse-peale", "village bus"]
)
def test_a_wish_finds_its_topic_however_it_was_typed_or_worded_before(words: str) -> None:
    assert Wishes([ROOM, BUS]).topic(words) == BUS


def test_a_title_of_today_is_stronger_than_an_earlier_one_of_another_topic() -> None:
    renamed = Topic(uuid4(), "Open school", earlier_titles=(ROOM.title,))
    assert Wishes([renamed, ROOM]).topic(ROOM.title) == ROOM


def test_a_wish_for_a_merged_topic_counts_for_the_one_it_went_into() -> None:
    merged = Topic(uuid4(), "Bus for the young", state="merged", merged_into_id=BUS.id)
    assert Wishes([BUS, merged]).ranked(["Bus for the young", ROOM.title]) == (BUS.id, None)


def test_topics_merged_in_a_circle_end_nowhere_and_not_in_a_loop() -> None:
    one, other = uuid4(), uuid4()
    circle = [
        Topic(one, "A", state="merged", merged_into_id=other),
        Topic(other, "B", state="merged", merged_into_id=one),
    ]
    assert Wishes(circle).topic("A") is None


def test_a_wish_keeps_its_rank_when_the_one_before_it_is_withdrawn() -> None:
    gone = Topic(uuid4(), "Gone", state="withdrawn")
    member = Member(uuid4(), "Anu", wishes=Wishes([gone, BUS]).ranked(["Gone", BUS.title]))
    assert member.rank(BUS) == 2


def test_named_topics_are_the_titles_that_no_topic_ever_had() -> None:
    wishes = Wishes([BUS, Topic(uuid4(), "Gone", state="withdrawn")])
    named = rules.named_topics(wishes, [("Café", "village bus"), ("cafe", "Gone"), ("Café", ""), ("Shop", "Café")])
    assert [(one.title, one.wishes, one.firsts) for one in named] == [("Café", 4, 3), ("Shop", 1, 1)]


@pytest.mark.parametrize(("size", "said"), [(3, {"count": 1}), (4, None), (12, None), (14, {"count": 2})])
def test_a_team_outside_its_sizes_is_told_by_how_many(size: int, said: dict[str, int] | None) -> None:
    findings = rules.concerns(Team(uuid4(), "Bus", BUS, members=members(size)))
    sizes = [finding.fields for finding in findings if finding.kind == "size"]
    assert sizes == ([said] if said else [])


def test_a_team_misses_a_public_servant_an_end_user_and_somebody_to_carry_on() -> None:
    assert kinds(Team(uuid4(), "Bus", BUS, members=members(5, "expert"))) == {
        "public_servant",
        "end_user",
        "carry_on",
    }


def test_a_resident_counts_where_an_end_user_is_wanted() -> None:
    assert "end_user" not in kinds(Team(uuid4(), "Bus", BUS, members=members(5, "community")))


def test_a_group_the_event_does_not_have_is_not_missed() -> None:
    team = Team(uuid4(), "Bus", BUS, members=members(5, "expert"))
    groups = {"expert": "Expert", "end_user": "End user"}
    assert {f.kind for f in rules.concerns(team, groups)} == {"end_user", "carry_on"}


def test_whom_a_topic_looks_for_is_missed_once() -> None:
    topic = replace(BUS, sought=("youth", "end_user", "expert"))
    groups = {"youth": "Young", "end_user": "User"}
    found = rules.concerns(Team(uuid4(), "Bus", topic, members=members(5, "expert")), groups)
    said = [f.sentence.format(**f.fields) for f in found]
    assert "Still looks for: Young" in said and "No end user or resident yet" in said


def test_the_groups_that_were_chosen_are_missed_by_their_names() -> None:
    team = Team(uuid4(), "Bus", BUS, members=members(5, "expert"))
    found = rules.concerns(team, {"expert": "Expert", "youth": "Young person", "it": "IT"}, (("youth", "it"),))
    assert next(f.sentence.format(**f.fields) for f in found) == "Nobody yet: Young person / IT"


@pytest.mark.parametrize("person", [
    Member(uuid4(), "Anu", lead=True),
    Member(uuid4(), "Anu", is_owner=True),
    Member(uuid4(), "Anu", organisation="RÕUGE VALD"),
])  # fmt: skip
def test_a_lead_the_owner_or_somebody_of_the_owners_house_carries_it_on(person: Member) -> None:
    topic = Topic(uuid4(), "Bus", owner_name="Rõuge vald")
    assert rules.carried_on(Team(uuid4(), "Bus", topic, members=(*members(3), person)))


def test_an_empty_team_is_only_told_to_be_empty() -> None:
    assert kinds(Team(uuid4(), "Bus", BUS)) == {"empty"}


@pytest.mark.parametrize(
    "draft", [TopicDraft(" "), TopicDraft("A", min_size=5, max_size=4), TopicDraft("A", min_size=0)]
)
def test_a_topic_without_a_title_or_with_impossible_sizes_is_refused(draft: TopicDraft) -> None:
    with pytest.raises(HackDeskError):
        rules.checked_topic(draft)


def test_why_here_names_the_wish_and_what_the_team_would_lose() -> None:
    topic = Topic(uuid4(), "Bus", skills=("design",))
    anu = Member(uuid4(), "Anu", groups=("public_servant",), skills=("design",), wish=2, wishes=(None, topic.id))
    team = Team(uuid4(), "Bus", topic, members=(anu, *members(3, "community")))
    said = [finding.sentence.format(**finding.fields) for finding in why_here(anu, team)]
    assert said == [
        "Second wish.",
        "The only one here of the group public_servant.",
        "The only one here with design.",
    ]


def test_why_here_says_so_when_none_of_the_wishes_was_met() -> None:
    anu = Member(uuid4(), "Anu", choices=("Shop",), wishes=(ROOM.id,))
    said = [f.sentence.format(**f.fields) for f in why_here(anu, Team(uuid4(), "Bus", BUS, members=(anu,)))]
    assert said == ["None of the wishes: Shop."]
