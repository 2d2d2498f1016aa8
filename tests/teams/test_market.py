"""What is agreed before teams are proposed counts in the proposal: cards, pairs, several teams on one topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.people.rules import Person
from hackdesk.teams import actions, queries
from hackdesk.teams.cards import USUAL, Cards, Strength
from hackdesk.teams.preview import preview, still_fits
from hackdesk.teams.proposal import Proposal, score
from hackdesk.teams.rules import TeamDraft
from hackdesk.teams.solver import propose

if TYPE_CHECKING:
    from conftest import TeamsEvent


def proposed(room: TeamsEvent) -> Proposal:
    return propose(queries.problem(room.event), seconds=30, seed=1, steps=3000)


def changed(room: TeamsEvent, cards: Cards) -> Cards:
    return actions.change_cards(room.event, cards, seen=queries.cards(room.event))


def test_an_event_begins_with_the_usual_cards(room: TeamsEvent) -> None:
    assert queries.cards(room.event) == USUAL
    assert queries.problem(room.event).weights.nobody_to_carry_on > 0


def test_a_card_that_is_switched_off_counts_for_nothing(room: TeamsEvent) -> None:
    room.crowd(6, "Bus")
    room.topic("Café")
    before = score(queries.problem(room.event), proposed(room).plan).wishes
    changed(room, Cards({"wishes": Strength.OFF, "size": Strength.MUCH}, ideal_size=9, most_of_a_group=1))
    problem = queries.problem(room.event)
    assert (before, score(problem, proposed(room).plan).wishes) == (0, 0)
    assert (problem.weights.outside, problem.weights.size) == (0, 4)
    assert (problem.ideal_size, problem.most_of_a_group) == (9, 1)
    undo(room.event)
    assert queries.cards(room.event) == USUAL


def test_wanted_groups_count_where_somebody_here_is_one_and_the_board_warns_of_all(room: TeamsEvent) -> None:
    for number in range(4):
        room.person(f"Youth {number}", "Bus", groups=("youth",))
    changed(room, Cards({}, wanted=(("expert",), ("youth", "community"))))
    assert queries.problem(room.event).wanted_groups == (("youth", "community"),)
    room.topic("Bus")
    actions.apply_proposal(room.event, proposed(room))
    said = [f.sentence.format(**f.fields) for f in queries.board(room.event).concerns(room.team("Bus"))]
    assert "Nobody yet: Expert" in said and not any("public servant" in words for words in said)


@pytest.mark.parametrize(
    "wrong",
    [Cards({"moon": 2}), Cards({"mix": 4}), Cards({}, ideal_size=2), Cards({}, ideal_size=16),
     Cards({}, most_of_a_group=0)],
)  # fmt: skip
def test_cards_that_cannot_be_are_refused_in_words(room: TeamsEvent, wrong: Cards) -> None:
    head = room.event.head()
    with pytest.raises(HackDeskError):
        changed(room, wrong)
    assert room.event.head() == head


def test_cards_that_somebody_else_has_changed_are_not_overwritten(room: TeamsEvent) -> None:
    seen = queries.cards(room.event)
    changed(room, replace(USUAL, ideal_size=8))
    with pytest.raises(Stale):
        actions.change_cards(room.event, replace(USUAL, ideal_size=5), seen=seen)


def tied(room: TeamsEvent, one: Person, other: Person, kind: str) -> actions.Tied:
    return actions.tie_pair(room.event, one.id, other.id, kind)


def test_pairs_that_must_are_kept_and_a_pair_is_tied_once_whichever_way_round(room: TeamsEvent) -> None:
    for title in ("Bus", "Café"):
        room.topic(title)
    people = [room.person(f"P{number}", ("Bus", "Café")[number % 2]) for number in range(10)]
    tied(room, people[0], people[1], "must_with")
    assert tied(room, people[2], people[4], "friends").before == ""
    assert tied(room, people[4], people[2], "must_not").before == "friends"
    plan = proposed(room).plan
    assert plan[people[0].id] == plan[people[1].id]
    assert plan[people[2].id] != plan[people[4].id]
    ties = [(tie.names, tie.pair.kind) for tie in queries.pairs(room.event)]
    assert ties == [(("P0", "P1"), "must_with"), (("P2", "P4"), "must_not")]
    actions.untie_pair(room.event, people[1].id, people[0].id)
    assert len(queries.problem(room.event).pairs) == 1
    with pytest.raises(HackDeskError, match="paired with themselves"):
        tied(room, people[0], people[0], "friends")


def test_a_pair_of_which_one_is_not_here_waits(room: TeamsEvent) -> None:
    tied(room, room.person("Here", "Bus"), room.person("Away", "Bus", here=False), "must_with")
    assert queries.problem(room.event).pairs == ()


def test_a_topic_may_hold_several_teams_that_are_told_apart_by_number(room: TeamsEvent) -> None:
    room.crowd(15, "Bus")
    room.topic("Bus", most_teams=3, max_size=5)
    proposal = proposed(room)
    shown = preview(queries.board(room.event), proposal).board
    assert [(team.name, len(team.members)) for team in shown.teams] == [("Bus", 5), ("Bus 2", 5), ("Bus 3", 5)]
    assert actions.apply_proposal(room.event, proposal).opened == 3
    assert [team.name for team in queries.board(room.event).teams] == ["Bus", "Bus 2", "Bus 3"]
    assert {place.exists for place in queries.problem(room.event).teams} == {True}


def test_a_further_team_has_the_same_id_again_and_a_name_that_is_free(room: TeamsEvent) -> None:
    topic = room.topic("Bus", most_teams=2)
    actions.add_team(room.event, TeamDraft(topic_id=topic.id))
    actions.add_team(room.event, TeamDraft("Bus 2"))
    first, again = (queries.problem(room.event).teams for _ in range(2))
    assert [team.title for team in first] == ["Bus", "Bus 3"]
    assert first == again


def test_of_several_teams_only_one_runs_for_the_owner_and_the_rest_may_stay_closed(room: TeamsEvent) -> None:
    room.crowd(5, "Bus")
    owner = room.person("Owner", "Bus")
    room.topic("Bus", owner_id=owner.id, must_run=True, most_teams=3)
    teams = queries.problem(room.event).teams
    assert [(team.must_run, team.owner_id == owner.id) for team in teams] == [(True, True)] + [(False, False)] * 2
    proposal = proposed(room)
    assert (proposal.topics_without, proposal.broken) == ((), ())
    actions.apply_proposal(room.event, proposal)
    assert [topic.state for topic in queries.topics(room.event)] == ["open"]


def test_a_second_team_that_came_meanwhile_makes_a_proposal_stale(room: TeamsEvent) -> None:
    room.crowd(10, "Bus")
    topic = room.topic("Bus", most_teams=2, max_size=6)
    proposal = proposed(room)
    assert still_fits(queries.board(room.event), proposal)
    actions.add_team(room.event, TeamDraft("Ours", topic_id=topic.id))
    assert not still_fits(queries.board(room.event), proposal)
    with pytest.raises(Stale):
        actions.apply_proposal(room.event, proposal)


def test_the_owner_and_people_of_the_owners_house_can_carry_a_topic_on(room: TeamsEvent) -> None:
    owner = room.person("Owner", organisation="Rõuge vald")
    mate = room.person("Mate", organisation="rõuge  VALD")
    room.person("Other", organisation="MTÜ Helpi")
    room.topic("Bus", owner_id=owner.id)
    room.topic("Café", owner_name="Rõuge vald")
    carriers = {team.title: team.carriers for team in queries.problem(room.event).teams}
    assert carriers == {"Bus": {owner.id, mate.id}, "Café": {owner.id, mate.id}}


def test_what_an_owner_looks_for_is_found_if_anybody_here_is_it(room: TeamsEvent) -> None:
    for number in range(8):
        room.person(f"P{number}", groups=("youth",) if number else ("expert",))
    room.topic("Bus", sought=("expert", "end_user"), max_size=4)
    room.topic("Café", max_size=4)
    proposal = proposed(room)
    assert proposal.score.missing_skill == 0
    expert = next(person for person in proposal.problem.people if person.name == "P0")
    assert next(t.team.title for t in proposal.teams if expert.id in t.members) == "Bus"


def test_who_leads_mentors_or_facilitates_knows_how_it_goes(room: TeamsEvent) -> None:
    room.person("New")
    room.person("Old", roles=("participant", "mentor"))
    assert [p.experienced for p in queries.problem(room.event).people] == [False, True]


def test_a_topic_is_pitched_and_not_pitched_again(room: TeamsEvent) -> None:
    topic = room.topic("Bus", seats=12, sought=("youth",), most_teams=2)
    assert (topic.seats, topic.sought, topic.most_teams, topic.pitched_at) == (12, ("youth",), 2, None)
    pitched = actions.mark_pitched(room.event, topic.id, seen=topic.version)
    assert pitched.pitched_at == room.clock.utc_now()
    assert actions.clear_pitched(room.event, topic.id, seen=pitched.version).pitched_at is None


@pytest.mark.parametrize("wrong", [{"most_teams": 0}, {"most_teams": 21}, {"seats": 0}, {"seats": 61}])
def test_a_topic_with_impossible_numbers_is_refused(room: TeamsEvent, wrong: dict[str, int]) -> None:
    with pytest.raises(HackDeskError, match="not possible"):
        room.topic("Bus", **wrong)
