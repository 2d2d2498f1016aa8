from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from builders import STRANGE_NAME, FakeClock

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries, rules
from hackdesk.people.badge_codes import UnknownCode
from hackdesk.people.rules import ArrivalKind, Draft

FRIDAY, SATURDAY = date(2026, 11, 14), date(2026, 11, 15)


def test_a_person_comes_in_and_is_counted(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu", "Kuusk", groups=("expert", "youth"), photo_consent=True))
    actions.add_person(event, Draft("Jüri", "Kask", groups=("expert",)))
    clock.forward(minutes=3)
    arrival = actions.check_in(event, f" {anu.code.lower()} ")
    assert (arrival.kind, arrival.since, arrival.station) == (ArrivalKind.IN, clock.now, "door")
    assert arrival.person.status == "arrived" and arrival.missing == ()
    counts = queries.counts(event)
    assert (counts.here, counts.expected, counts.walk_ins) == (1, 2, 0)
    by_group = [(one.group.key, one.here, one.expected) for one in counts.groups]
    assert by_group == [("expert", 1, 2), ("youth", 1, 1)]
    assert queries.last_arrivals(event) == (queries.person(event, anu.id),)


def test_a_second_scan_says_since_when_and_writes_nothing(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    first = actions.check_in(event, anu.code)
    number = event.head()
    clock.forward(hours=1)
    again = actions.check_in(event, anu.code)
    assert (again.kind, again.since, again.station) == (ArrivalKind.ALREADY_IN, first.since, "door")
    assert event.head() == number


def test_the_next_day_is_another_arrival(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    actions.check_in(event, anu.code)
    clock.forward(hours=24)
    assert actions.check_in(event, anu.code).kind is ArrivalKind.IN
    known = queries.person(event, anu.id)
    assert known.here_on == (FRIDAY, SATURDAY) and known.arrived_at == known.presences[0].since
    assert queries.counts(event).here == queries.counts(event, day=FRIDAY).here == 1


def test_the_day_is_the_halls_and_a_rehearsal_counts_for_the_first(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    clock.now = datetime(2026, 11, 14, 22, 30, tzinfo=UTC)  # 00:30 on Sunday in Tallinn
    assert actions.check_in(event, anu.code).person.here_on == (SATURDAY,)
    clock.now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    assert queries.attendance_day(event) == FRIDAY
    assert actions.check_in(event, anu.code, day=SATURDAY).kind is ArrivalKind.ALREADY_IN


def test_a_wrong_code_is_refused(event: Event) -> None:
    for code in ("", "  ", "NOSUCH", "kuusk"):
        with pytest.raises(UnknownCode):
            actions.check_in(event, code)


def test_somebody_who_cancelled_is_asked_about_first(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    anu = actions.cancel_registration(event, anu.id, seen=anu.version)
    assert anu.status == "cancelled" and queries.counts(event).expected == 0
    assert actions.check_in(event, anu.code).kind is ArrivalKind.CANCELLED
    assert actions.check_in_after_all(event, anu.id).kind is ArrivalKind.IN
    assert queries.person(event, anu.id).status == "arrived"


def test_a_check_in_is_taken_back(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    actions.check_in(event, anu.code)
    assert actions.undo_check_in(event, anu.id).status == "registered"
    with pytest.raises(HackDeskError, match="not checked in"):
        actions.undo_check_in(event, anu.id)
    undo(event)
    assert queries.person(event, anu.id).status == "arrived"


def test_everybody_comes_in_at_once(event: Event) -> None:
    people = [actions.add_person(event, Draft(name)) for name in ("Anu", "Bert", "Cilla")]
    actions.cancel_registration(event, people[2].id, seen=people[2].version)
    actions.check_in(event, people[0].code)
    assert [arrival.person.given_name for arrival in actions.check_in_all(event)] == ["Bert"]
    assert actions.check_in_all(event) == ()


def test_a_walk_in_is_taken_down_and_in_at_once(event: Event) -> None:
    number = event.head()
    draft = Draft("  Õnne-Ly ", "Kuusk", email="Onne@Naide.ee ", minor=True, languages=("et", "et", " "))
    arrival = actions.register_walk_in(event, draft)
    assert event.head() == number + 1
    person = queries.person(event, arrival.person.id)
    assert (person.name, person.email, person.languages, person.walk_in) == (
        "Õnne-Ly Kuusk", "onne@naide.ee", ("et",), True,
    )  # fmt: skip
    assert person.status == "arrived" and queries.counts(event).walk_ins == 1
    assert arrival.missing == ("photo_consent", "guardian_consent")


def test_a_form_without_a_name_or_with_half_an_address_is_refused(event: Event) -> None:
    for draft in (Draft(" "), Draft("Anu", email="anu@"), Draft("Anu", email="anu naide.ee")):
        with pytest.raises(HackDeskError):
            actions.register_walk_in(event, draft)
    assert queries.people(event) == ()


def test_an_edit_on_an_old_version_is_refused(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu", "Kuusk"))
    actions.edit_person(event, anu.id, Draft("Anu", "Kask"), seen=anu.version)
    with pytest.raises(Stale, match="Anu Kask"):
        actions.edit_person(event, anu.id, Draft("Anu", "Mets"), seen=anu.version)
    assert queries.person(event, anu.id).name == "Anu Kask"


def test_a_consent_recorded_meanwhile_makes_an_edit_stale(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu", photo_consent=True))
    actions.record_consent(event, anu.id, "photo", False)
    with pytest.raises(Stale):
        actions.edit_person(event, anu.id, anu.draft, seen=anu.version)
    assert queries.person(event, anu.id).photo_consent is False


def test_a_consent_keeps_its_time_and_words(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    clock.forward(minutes=5)
    actions.record_consent(event, anu.id, "photo", True, wording="Kas tohib pildistada?")
    first = clock.now
    clock.forward(minutes=5)
    actions.record_consent(event, anu.id, "photo", True)
    (consent,) = queries.consents(event, anu.id)
    assert (consent.given, consent.at, consent.wording) == (True, first, "Kas tohib pildistada?")
    actions.record_consent(event, anu.id, "photo", False)
    (consent,) = queries.consents(event, anu.id)
    assert (consent.given, consent.at) == (False, clock.now) and consent.wording == rules.CONSENTS["photo"]


def test_a_form_that_was_not_asked_about_photos_keeps_the_answer(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu", photo_consent=False))
    edited = actions.edit_person(event, anu.id, Draft("Anu", "Kuusk"), seen=anu.version)
    assert edited.photo_consent is False


def test_the_strange_name_stays_whole(event: Event) -> None:
    kept = actions.add_person(event, Draft(STRANGE_NAME))
    assert queries.people(event)[0].name == queries.person_with(event, kept.code).name == STRANGE_NAME
    assert check(event).broken_links == ()


def test_groups_are_made_once(event: Event) -> None:
    assert [group.key for group in queries.groups(event)] == [
        "public_servant", "community", "end_user", "entrepreneur", "expert", "youth",
    ]  # fmt: skip
    assert len({group.colour for group in queries.groups(event)}) == 6
    assert len({group.pattern for group in queries.groups(event)}) == 6


def test_a_missing_answer_is_asked_for_and_a_no_is_an_answer() -> None:
    assert rules.missing(Draft("A")) == ("photo_consent",)
    assert rules.missing(Draft("A", photo_consent=False)) == ()
    assert rules.missing(Draft("A", photo_consent=True, minor=True)) == ("guardian_consent",)
    refused = Draft("A", photo_consent=True, minor=True, guardian_consent=False)
    assert rules.missing(refused) == ("guardian_consent",)
