"""Which topics lack somebody, whom to call about a gap, who is missing at the door and what is in danger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import (
    add_groups,
    add_person,
    cancel_registration,
    check_in,
    check_in_all,
    note_call,
    set_wanted,
)
from hackdesk.people.queries import attendance_day, people
from hackdesk.people.rules import Draft, Person
from hackdesk.people.turnout import EVERYBODY, GROUP, MUNICIPALITY, TOPIC, Outcome
from hackdesk.teams import actions, queries
from hackdesk.teams.missing import danger_said, topics_in_danger
from hackdesk.teams.rules import Topic, TopicDraft
from hackdesk.teams.turnout import LONG_AGO, Callee

WORDS = language("en")


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    with made.change("groups") as session:
        add_groups(session, WORDS)
    yield made
    made.close()


def a_person(event: Event, name: str, *groups: str, **more: object) -> Person:
    return add_person(event, Draft(name, groups=groups, **more))  # type: ignore[arg-type]


def a_topic(event: Event, title: str, owner: Person | None = None, house: str = "") -> Topic:
    return actions.add_topic(event, TopicDraft(title, owner_id=owner.id if owner else None, owner_name=house))


def said(callees: tuple[Callee, ...]) -> list[tuple[str, list[str]]]:
    return [(callee.person.name, [why.said(WORDS) for why in callee.whys]) for callee in callees]


def test_a_topic_says_what_it_lacks(event: Event) -> None:
    anu = a_person(event, "Anu", "public_servant", choices=("Bus",))
    a_person(event, "Jaan", "community", choices=("Bus", "Youth room"))
    a_topic(event, "Bus", anu)
    a_topic(event, "Youth room")
    bus, room = queries.turnout(event).topics
    assert (bus.registered, bus.wanted, bus.lacks) == (2, 4, ("end_user",))
    assert (room.registered, room.lacks) == (1, ("owner", "public_servant", "end_user"))
    set_wanted(event, TOPIC, str(bus_id := queries.topics(event)[0].id), 2)
    assert queries.turnout(event).topics[0].missing == 0
    assert (TOPIC, str(bus_id)) in queries.turnout(event).callees  # it still lacks an end user
    cancel_registration(event, anu.id, seen=anu.version)
    assert queries.turnout(event).topics[0].lacks == ("owner", "public_servant", "end_user")


def test_for_each_gap_those_who_could_help_are_named(event: Event, clock: FakeClock) -> None:
    owner = a_person(event, "Olev Omanik", "expert", choices=("Bus",))
    a_topic(event, "Bus", owner, "Võru Linnavalitsus")
    gone = a_person(event, "Cilla", "end_user", choices=("Bus",))
    cancel_registration(event, gone.id, seen=gone.version)
    silent = a_person(event, "Siim", "end_user")
    note_call(event, silent.id, Outcome.NO_ANSWER)
    sure = a_person(event, "Kindel", "end_user")
    note_call(event, sure.id, Outcome.COMING)
    a_person(event, "Ametnik", "public_servant", municipality="rõuge v.", organisation="Rõuge Vallavalitsus")
    a_person(event, "Linnaametnik", "public_servant", organisation="Võru linnavalitsus")
    set_wanted(event, GROUP, "end_user", 9)
    set_wanted(event, MUNICIPALITY, "Rõuge vald", 3)
    found = queries.turnout(event)
    assert said(found.callees[GROUP, "end_user"]) == [
        ("Olev Omanik", ["Owner of Bus"]), ("Siim", ["Did not answer"]), ("Cilla", ["Had cancelled"]),
    ]  # fmt: skip
    assert said(found.callees[MUNICIPALITY, "rouge vald"]) == [("Ametnik", ["Contact at Rõuge vald"])]
    bus = found.topics[0]
    assert said(found.callees[TOPIC, bus.key]) == [
        ("Olev Omanik", ["Owner of Bus"]), ("Linnaametnik", ["Contact at Võru Linnavalitsus"]),
        ("Cilla", ["Had cancelled"]),
    ]  # fmt: skip
    clock.forward(days=LONG_AGO.days)
    later = queries.turnout(event)
    assert ("Olev Omanik", ["Owner of Bus", "Never called"]) in said(later.callees[TOPIC, bus.key])
    assert "Kindel" not in [callee.person.name for callee in later.call_list]
    assert len({callee.id for callee in later.call_list}) == len(later.call_list)


def test_counts_move_by_themselves(event: Event) -> None:
    set_wanted(event, EVERYBODY, "", 3)
    set_wanted(event, MUNICIPALITY, "Setomaa vald", 2)
    a_person(event, "Anu", municipality="Setomaa")
    found = queries.turnout(event)
    assert (found.registered, found.wanted) == (1, 3)
    assert [(one.name, one.registered, one.missing) for one in found.municipalities] == [("Setomaa vald", 1, 1)]
    a_person(event, "Mati", organisation="Setomaa Vallavalitsus", municipality="")
    a_person(event, "Liis", municipality="Antsla vald")
    assert [(one.name, one.registered) for one in queries.turnout(event).municipalities] == [
        ("Antsla vald", 1), ("Setomaa vald", 2),
    ]  # fmt: skip


def test_jurors_then_owners_then_mentors_are_missed_most(event: Event) -> None:
    a_person(event, "Aadu", "expert")
    a_person(event, "Mentor", "expert", roles=("mentor",))
    owner = a_person(event, "Omanik", "expert")
    a_topic(event, "Bus", owner)
    a_person(event, "Žürii", "expert", roles=("juror",))
    other = a_person(event, "Ööbik", "expert")
    gone = a_person(event, "Läinud", "expert", roles=("juror",))
    cancel_registration(event, gone.id, seen=gone.version)
    assert said(queries.missing(event, {other.id})) == [
        ("Ööbik", ["Juror"]), ("Žürii", ["Juror"]), ("Omanik", ["Owner of Bus"]), ("Mentor", ["Mentor"]),
        ("Aadu", []),
    ]  # fmt: skip
    check_in(event, owner.code)
    assert said(queries.missing(event))[-1] == ("Ööbik", ["Few here: Experts"])
    check_in_all(event)
    assert queries.missing(event) == ()


def dangers(event: Event) -> list[tuple[str, str]]:
    day = attendance_day(event)
    found = topics_in_danger(queries.topics(event), people(event), day, queries.taken_topics(event))
    return [(danger.topic.title, danger_said(danger, WORDS)) for danger in found]


def test_a_topic_is_in_danger_only_where_somebody_can_act(event: Event) -> None:
    anu, mati = a_person(event, "Anu", choices=("Bus",)), a_person(event, "Mati", choices=("Youth room",))
    a_topic(event, "Bus", anu)
    a_topic(event, "Youth room", house="Võru linn")
    a_topic(event, "Nobody's")
    assert dangers(event) == [("Nobody's", "Nobody owns it · Nobody registered for it")]
    check_in(event, mati.code)
    assert dangers(event) == [
        ("Bus", "Anu is not here · Nobody who wants it is here"),
        ("Nobody's", "Nobody owns it · Nobody registered for it"),
        ("Youth room", "Võru linn is not here"),
    ]  # fmt: skip
    check_in(event, anu.code)
    from_town = a_person(event, "Linn", organisation="Võru linn")
    check_in(event, from_town.code)
    assert [title for title, _said in dangers(event)] == ["Nobody's"]
