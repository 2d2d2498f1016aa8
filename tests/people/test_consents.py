"""Who said yes or no to what, when, in which words, and who said it before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import FakeClock

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries, rules
from hackdesk.people.rules import ArrivalKind, Draft


def test_a_guardian_is_kept_with_their_answer_and_the_events_own_words(event: Event, clock: FakeClock) -> None:
    words = "Luban lapsel osaleda kuni kella 21-ni."
    change_settings(event, replace(settings_of(event), guardian_consent_wording=words))
    draft = Draft("Anu", minor=True, guardian_consent=True, guardian=" Mall Mets,  5551234 ")
    anu = actions.register_walk_in(event, draft).person
    assert (anu.guardian_consent, anu.guardian) == (True, "Mall Mets, 5551234")
    assert queries.people(event) == (queries.person(event, anu.id),)
    (consent,) = queries.consents(event, anu.id)
    assert (consent.purpose, consent.wording, consent.given_by) == ("guardian", words, "Mall Mets, 5551234")


def test_who_answered_is_mended_without_a_new_answer(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu", minor=True, guardian_consent=True))
    first = clock.now
    clock.forward(minutes=5)
    anu = actions.edit_person(event, anu.id, replace(anu.draft, guardian="Mall, 5551"), seen=anu.version)
    assert anu.guardian == "Mall, 5551"
    (told,) = queries.consent_history(event, anu.id)
    assert (told.at, told.given_by) == (first, "Mall, 5551")


def test_a_guardian_without_an_answer_is_refused_in_its_field(event: Event) -> None:
    draft = Draft("", email="anu@", minor=True, guardian="Mall")
    assert set(rules.refusals(rules.tidied(draft))) == {"given_name", "email", "guardian"}
    with pytest.raises(HackDeskError, match="no answer"):
        actions.add_person(event, Draft("Anu", minor=True, guardian="Mall"))


def test_changing_ones_mind_leaves_both_answers_to_be_looked_up(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu", photo_consent=True))
    other = actions.add_person(event, Draft("Bert", photo_consent=True))
    clock.forward(hours=1)
    change_settings(event, replace(settings_of(event), photo_consent_wording="Kas tohib pildistada?"))
    actions.record_consent(event, anu.id, "photo", False)
    latest, first = queries.consent_history(event, anu.id)
    assert (first.given, first.wording) == (True, rules.CONSENTS["photo"])
    assert (latest.given, latest.wording, latest.at) == (False, "Kas tohib pildistada?", clock.now)
    assert latest.station == "door" and len(queries.consent_history(event, other.id)) == 1
    undo(event)
    assert queries.consent_history(event, anu.id)[0].given is True


def test_an_answer_that_was_taken_back_was_never_given(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    actions.record_consent(event, anu.id, "photo", True)
    undo(event)
    assert queries.consent_history(event, anu.id) == () and queries.person(event, anu.id).photo_consent is None


def test_the_walk_in_who_was_on_the_list_is_edited_and_in_at_once(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu", "Mets"))
    anu = actions.cancel_registration(event, anu.id, seen=anu.version)
    number = event.head()
    arrival = actions.edit_and_check_in(event, anu.id, Draft("Anu", "Mets", phone="5551"), seen=anu.version)
    assert arrival.kind is ArrivalKind.IN and event.head() == number + 1
    known = queries.person(event, anu.id)
    assert (known.phone, known.status, known.cancelled, known.walk_in) == ("5551", "arrived", False, False)
    with pytest.raises(Stale):
        actions.edit_and_check_in(event, anu.id, Draft("Anu"), seen=anu.version)
    assert check(event).sound


def test_a_cancelled_registration_is_restored(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    anu = actions.cancel_registration(event, anu.id, seen=anu.version)
    assert actions.restore_registration(event, anu.id, seen=anu.version).status == "registered"
