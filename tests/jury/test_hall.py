"""The hall votes on a real event file: who may, once, not for their own team; and what is told of it when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from builders import FakeClock
from sqlalchemy.exc import IntegrityError

from hackdesk.documents.held_queries import held_about
from hackdesk.errors import HackDeskError
from hackdesk.event.history import recent
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.follow_up.actions import erase_personal_data
from hackdesk.jury import actions, hall, hall_queries, queries
from hackdesk.jury.hall import HallReceipt, HallRefusal, OwnTeam, VotedAlready, VotingClosed
from hackdesk.jury.rules import Award, Locked
from hackdesk.jury.tables import HallVoteRow
from hackdesk.people.actions import add_person, cancel_registration, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.teams.actions import place_person
from hackdesk.teams.tables import TeamRow, TopicRow


class Hall:
    """People in the hall by their given names, and the shortest way to a vote."""

    def __init__(self, jury: Any) -> None:
        self.jury, self.event, self.clock = jury, jury.event, jury.clock
        self.people: dict[str, Person] = {}

    def come(self, *names: str) -> None:
        for name in names:
            self.people[name] = add_person(self.event, Draft(name))
            check_in(self.event, self.people[name].code)

    def code(self, name: str) -> str:
        return self.people[name].code

    def team(self, name: str) -> UUID:
        found: UUID = self.jury.team(name).id
        return found

    def vote(self, name: str, *teams: str, way: str = hall.PAPER) -> HallReceipt:
        return actions.cast_vote(self.event, self.code(name), [self.team(team) for team in teams], way)


@pytest.fixture
def here(jury: Any) -> Hall:
    """Anu, Bert and Cilla are checked in, the vote is open; Anu is in the team Bus."""
    made = Hall(jury)
    made.come("Anu", "Bert", "Cilla")
    place_person(made.event, made.people["Anu"].id, made.team("Bus"), seen=None)
    actions.open_hall(made.event)
    return made


def test_a_vote_is_one_row_and_only_the_counts_are_told_while_it_runs(here: Hall) -> None:
    here.vote("Anu", "Care")
    here.vote("Bert", "Bus", way=hall.PHONE)
    now = hall_queries.hall_now(here.event)
    assert (now.people, now.voted, now.phone, now.paper, now.guests) == (3, 2, 1, 1, 0)
    assert now.open and hall_queries.hall_result(here.event) is None
    actions.close_hall(here.event)
    result = hall_queries.hall_result(here.event)
    assert result is not None and result.people == 3 and result.guests is None
    assert [(one.place, one.team, one.points) for one in result.hall.places] == [
        (1, "Bus", 1), (1, "Care", 1), (3, "Youth", 0),
    ]  # fmt: skip


def test_a_second_vote_is_told_with_the_time_and_the_way_of_the_first_which_stays(here: Hall) -> None:
    here.clock.now = datetime(2026, 11, 14, 13, 20, tzinfo=UTC)
    here.vote("Bert", "Bus")
    head = here.event.head()
    here.clock.forward(minutes=5)
    with pytest.raises(VotedAlready, match="15:20 on paper"):
        here.vote("Bert", "Care", way=hall.PHONE)
    assert here.event.head() == head
    actions.close_hall(here.event)
    result = hall_queries.hall_result(here.event)
    assert result is not None and result.hall.winners[0].team == "Bus"


def test_a_vote_is_replaced_only_by_taking_the_first_back_which_the_journal_keeps(here: Hall) -> None:
    here.vote("Bert", "Bus")
    actions.take_back_vote(here.event, here.code("Bert"))
    with pytest.raises(HallRefusal, match="nothing to take back"):
        actions.take_back_vote(here.event, here.code("Bert"))
    here.vote("Bert", "Care")
    done = [deed.action for deed in recent(here.event)][:3]
    assert done == ["take a vote of the hall", "take back a vote of the hall", "take a vote of the hall"]


def test_undo_gives_a_vote_back_so_that_another_can_be_given(here: Hall) -> None:
    here.vote("Bert", "Bus")
    undo(here.event)
    assert hall_queries.hall_now(here.event).voted == 0
    here.vote("Bert", "Care")


def test_nobody_votes_for_a_team_they_are_or_were_in_or_that_works_on_their_topic(here: Hall) -> None:
    with pytest.raises(OwnTeam, match="“Bus” is the voter's own team"):
        here.vote("Anu", "Bus")
    place_person(here.event, here.people["Anu"].id, here.team("Care"), seen=here.team("Bus"))
    for team in ("Bus", "Care"):
        with pytest.raises(OwnTeam):
            here.vote("Anu", team)
    with here.event.change("a topic of Bert's") as session:
        topic = TopicRow(id=uuid4(), title="Youth", owner_id=here.people["Bert"].id)
        session.add(topic)
        session.flush()
        session.get_one(TeamRow, here.team("Youth")).topic_id = topic.id
    with pytest.raises(OwnTeam, match="Youth"):
        here.vote("Bert", "Youth")
    assert hall_queries.voter(here.event, here.code("Anu")).own == {here.team("Bus"), here.team("Care")}


def test_who_is_not_here_or_not_known_or_cancelled_does_not_vote(here: Hall) -> None:
    away = add_person(here.event, Draft("Dora"))
    for code, sentence in ((away.code, "not checked in"), ("K7M2QXR", "Nobody at this event"), ("", "Nobody")):
        with pytest.raises(HallRefusal, match=sentence):
            actions.cast_vote(here.event, code, [here.team("Bus")], hall.PAPER)
    cancel_registration(here.event, away.id, seen=away.version)
    with pytest.raises(HallRefusal, match="not checked in"):
        actions.cast_vote(here.event, away.code, [here.team("Bus")], hall.PAPER)


def test_who_came_on_the_first_day_votes_on_the_second(here: Hall) -> None:
    here.clock.forward(days=1)
    here.vote("Cilla", "Bus")


def test_a_blank_slip_is_no_vote_and_leaves_the_code_to_be_used(here: Hall) -> None:
    with pytest.raises(HallRefusal, match="blank"):
        here.vote("Bert")
    here.vote("Bert", "Bus")


def test_a_team_that_withdrew_is_refused_and_what_was_given_to_it_is_lost(here: Hall) -> None:
    here.vote("Bert", "Youth")
    here.jury.set_team_state("Youth", "withdrawn")
    with pytest.raises(HallRefusal, match="“Youth” does not take part"):
        here.vote("Cilla", "Youth")
    actions.close_hall(here.event)
    result = hall_queries.hall_result(here.event)
    assert result is not None and (result.hall.votes, result.hall.lost) == (1, 1)


def test_no_vote_is_taken_before_it_is_open_and_after_it_is_closed(here: Hall) -> None:
    actions.close_hall(here.event)
    for attempt in (lambda: here.vote("Bert", "Bus"), lambda: actions.close_hall(here.event)):
        with pytest.raises(VotingClosed, match="closed"):
            attempt()
    actions.open_hall(here.event)
    here.vote("Bert", "Bus")


def test_guests_are_counted_by_themselves_and_only_where_they_vote_at_all(here: Hall) -> None:
    vote = actions.set_up_hall(here.event, guest_slips=2)
    codes = hall.guest_codes(vote.secret, 2)
    with pytest.raises(HallRefusal, match="Guests do not vote"):
        actions.cast_vote(here.event, codes[0], [here.team("Bus")], hall.PAPER)
    actions.set_up_hall(here.event, guests=True)
    for code in codes:
        actions.cast_vote(here.event, code, [here.team("Bus")], hall.PAPER)
    with pytest.raises(VotedAlready):
        actions.cast_vote(here.event, codes[0], [here.team("Care")], hall.PHONE)
    with pytest.raises(HallRefusal, match="in already"):
        actions.set_up_hall(here.event, guests=False)
    here.vote("Bert", "Care")
    assert hall_queries.hall_now(here.event).guests == 2 and hall_queries.hall_now(here.event).voted == 1
    actions.close_hall(here.event)
    result = hall_queries.hall_result(here.event)
    assert result is not None and result.guests is not None
    assert result.hall.winners[0].team == "Care" and result.guests.winners[0].team == "Bus"
    assert (result.hall.votes, result.guests.votes) == (1, 2)


def test_what_is_asked_cannot_change_once_a_vote_is_in(here: Hall) -> None:
    actions.set_up_hall(here.event, choices=3)
    here.vote("Bert", "Bus", "Care", "Youth")
    with pytest.raises(HallRefusal, match="in already"):
        actions.set_up_hall(here.event, choices=1)
    assert actions.set_up_hall(here.event, choices=3).choices == 3


def test_slips_are_never_taken_back_from_guests_who_may_hold_them(here: Hall) -> None:
    first = actions.set_up_hall(here.event, guest_slips=30)
    assert actions.set_up_hall(here.event, guest_slips=10) == first
    assert actions.set_up_hall(here.event, guest_slips=10**6).guest_slips == hall.MOST_GUESTS


def test_the_file_itself_holds_one_vote_each(here: Hall) -> None:
    here.vote("Bert", "Bus")
    with pytest.raises(IntegrityError), here.event.change("slip in another") as session:
        session.add(
            HallVoteRow(person_id=here.people["Bert"].id, guest="", choices=[], way="paper", at=here.clock.now)
        )


def test_two_teams_are_the_least_to_choose_from(blank_jury: Any) -> None:
    blank_jury.teams("Bus")
    with pytest.raises(HackDeskError, match="fewer than two teams"):
        actions.open_hall(blank_jury.event)


def test_numbers_follow_the_order_of_pitches_until_the_vote_is_open(here: Hall) -> None:
    numbers = [(number, team.name) for number, team in hall_queries.hall_now(here.event).teams]
    assert numbers == [(1, "Bus"), (2, "Care"), (3, "Youth")]
    here.jury.teams("Shop")
    assert [team.name for _number, team in hall_queries.hall_now(here.event).teams][-1] == "Shop"


def test_the_hall_decides_one_award(here: Hall) -> None:
    first, second = (actions.add_award(here.event, Award(uuid4(), name)) for name in ("Favourite", "Other"))
    actions.hall_decides(here.event, first.id)
    actions.hall_decides(here.event, second.id)
    assert {one.name: one.decided_by for one in queries.awards(here.event)} == {
        "Favourite": "jury", "Other": "hall",
    }  # fmt: skip
    actions.hall_decides(here.event, None)
    assert hall_queries.hall_now(here.event).decides is None


def test_a_signed_result_closes_the_vote(here: Hall) -> None:
    for juror in ("Mall", "Jaan", "Eve"):
        here.jury.hand_in(juror, "Bus", 5, 5)
    actions.seal_results(here.event)
    for attempt in (
        lambda: here.vote("Bert", "Bus"),
        lambda: actions.open_hall(here.event),
        lambda: actions.set_up_hall(here.event, choices=2),
        lambda: actions.hall_decides(here.event, None),
    ):
        with pytest.raises(Locked, match="revision 1"):
            attempt()


def test_two_laptops_taking_the_same_slip_at_once_keep_one_vote(here: Hall) -> None:
    other = Event.open(here.event.path, clock=FakeClock(here.clock.now), station="second")
    together, refused = Barrier(2), []

    def take(event: Event, team: str) -> None:
        together.wait()
        try:
            actions.cast_vote(event, here.code("Bert"), [here.team(team)], hall.PAPER)
        except VotedAlready as error:
            refused.append(error)

    threads = [Thread(target=take, args=pair) for pair in ((here.event, "Bus"), (other, "Care"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert len(refused) == 1 and hall_queries.hall_now(here.event).voted == 1


def test_the_paper_about_a_person_tells_that_they_voted_and_not_for_whom(here: Hall) -> None:
    here.vote("Bert", "Bus")
    told = held_about(here.event, here.people["Bert"].id).plain()
    (vote,) = told["held"]["hall_votes"]  # type: ignore[index]
    assert vote["way"] == "paper" and "choices" not in vote
    assert str(here.team("Bus")) not in str(told)


def test_guests_stay_apart_when_it_is_erased_who_voted(here: Hall) -> None:
    vote = actions.set_up_hall(here.event, guests=True, guest_slips=2)
    for code in hall.guest_codes(vote.secret, 2):
        actions.cast_vote(here.event, code, [here.team("Bus")], hall.PAPER)
    here.vote("Bert", "Care")
    actions.close_hall(here.event)
    before = hall_queries.hall_result(here.event)
    erase_personal_data(here.event)
    assert hall_queries.hall_result(here.event) == before


def test_in_the_jurys_file_on_another_laptop_the_hall_does_not_vote(here: Hall) -> None:
    change_settings(here.event, replace(settings_of(here.event), jury_trip={"number": 1}))
    assert not hall_queries.hall_now(here.event).open
    for attempt in (lambda: here.vote("Bert", "Bus"), lambda: actions.open_hall(here.event)):
        with pytest.raises(HackDeskError, match="only ballots are brought back"):
            attempt()
