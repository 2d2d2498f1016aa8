"""Who is added, who is updated, who stays two, and what is never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, list_queries, queries
from hackdesk.people.actions import BroughtIn, bring_in
from hackdesk.people.importing.plan import Outcome
from hackdesk.people.importing.table import read_table
from hackdesk.people.rules import Draft, Person

Brought = Callable[..., BroughtIn]
HEADER = "Ajatempel;Nimi;E-post;Telefon;Asutus;Kes sa oled?;Kas tohib pildistada?"
ANU = "01.09.2026 09:00:00;Anu Kuusk;anu@naide.ee;5551;Võru vald;Ametnik;Jah"


def outcomes(receipt: BroughtIn) -> tuple[int, int, int]:
    added, updated, unchanged = (receipt.plan.rows(outcome) for outcome in Outcome)
    return added, updated, unchanged


def only(event: Event) -> Person:
    (person,) = queries.people(event)
    return person


def test_a_list_comes_in_as_one_change_and_is_undone_as_one(event: Event, brought: Brought) -> None:
    number = event.head()
    receipt = brought(HEADER, ANU, ";Jüri Kask;;5552;;Ekspert / mentor;")
    assert outcomes(receipt) == (2, 0, 0) and event.head() == number + 1 == receipt.entry
    anu, jyri = queries.people(event)
    assert anu.groups == ("public_servant",) and anu.photo_consent is True and jyri.photo_consent is None
    assert anu.registered_at == datetime(2026, 9, 1, 6, tzinfo=UTC)
    (consent,) = queries.consents(event, anu.id)
    assert (consent.wording, consent.at) == ("Kas tohib pildistada?", anu.registered_at)
    undo(event, receipt.entry)
    assert queries.people(event) == ()


def test_the_same_list_again_changes_nothing(event: Event, brought: Brought) -> None:
    lines = (HEADER, ANU, ";Nimi Ainult;;;;;", ";Nimi Ainult;;;Teine asutus;;", ";Jüri Kask;;5552;;;Ei")
    brought(*lines)
    number = event.head()
    again = brought(*lines)
    assert outcomes(again) == (0, 0, 4) and again.entry is None and event.head() == number
    assert [doubt.row for doubt in again.plan.doubts] == [3] and len(queries.people(event)) == 3


def test_a_second_submission_updates_to_the_newest_whatever_the_order(event: Event, brought: Brought) -> None:
    later = "03.09.2026 09:00:00;anu KUUSK;ANU@NAIDE.EE;;Rõuge vald;Ekspert;Ei"
    assert outcomes(brought(HEADER, later, ANU)) == (1, 1, 0)
    anu = only(event)
    assert (anu.organisation, anu.groups, anu.photo_consent) == ("Rõuge vald", ("expert",), False)
    assert anu.phone == "5551" and anu.email == "anu@naide.ee"
    assert outcomes(brought(HEADER, later, ANU)) == (0, 0, 2)
    assert outcomes(brought(HEADER, ANU)) == (0, 0, 1)


@pytest.mark.parametrize(
    ("other", "stay_two"),
    [
        (";Anu Kuusk;teine@naide.ee;5551;;;", True),
        (";Anu Kuusk;;5559;;;", True),
        (";Anu Kuusk;;+372 5551;;;", False),
        (";Jaan Kuusk;anu@naide.ee;5551;;;", True),
        (";KUUSK Anu;anu@naide.ee;;;;", False),
        (";Anu Kuusk;;;Võru vald;;", False),
        (";Anu Kuusk;;;Rõuge vald;;", True),
    ],
)
def test_who_is_one_and_who_are_two(event: Event, brought: Brought, other: str, stay_two: bool) -> None:
    # "5551" is too short for a number with a prefix taken away, so both are written out.
    first = ANU.replace("5551", "57945551")
    other = other.replace("+372 5551", "+372 57945551").replace(";5551;", ";57945551;")
    brought(HEADER, first)
    receipt = brought(HEADER, other)
    assert len(queries.people(event)) == (2 if stay_two else 1)
    if stay_two:
        assert len(receipt.plan.doubts) == 1


def test_a_blank_cell_never_erases(event: Event, brought: Brought) -> None:
    brought(HEADER, ANU)
    brought(HEADER, "05.09.2026 09:00:00;Anu Kuusk;anu@naide.ee;;;;")
    anu = only(event)
    assert (anu.phone, anu.organisation, anu.groups, anu.photo_consent) == (
        "5551", "Võru vald", ("public_servant",), True,
    )  # fmt: skip


def test_what_was_typed_at_the_desk_stays_and_is_told(event: Event, brought: Brought) -> None:
    brought(HEADER, ANU)
    anu = only(event)
    edited = replace(anu.draft, phone="57000000", photo_consent=False)
    actions.edit_person(event, anu.id, edited, seen=anu.version)
    assert outcomes(brought(HEADER, ANU)) == (0, 0, 1)
    later = "05.09.2026 09:00:00;Anu Kuusk;anu@naide.ee;5777;Rõuge vald;Ametnik;Jah"
    receipt = brought(HEADER, later)
    anu = only(event)
    assert (anu.phone, anu.photo_consent, anu.organisation) == ("57000000", False, "Rõuge vald")
    assert ["5777" in str(doubt.values) for doubt in receipt.plan.doubts] == [True]


def test_a_walk_in_met_by_a_later_list_is_filled_up_and_not_doubled(event: Event, brought: Brought) -> None:
    actions.register_walk_in(event, Draft("Anu", "Kuusk", email="anu@naide.ee", photo_consent=False))
    assert outcomes(brought(HEADER, ANU)) == (0, 1, 0)
    anu = only(event)
    assert (anu.phone, anu.photo_consent, anu.status) == ("5551", False, "arrived")


def test_a_list_with_times_fills_up_one_that_had_none(event: Event, brought: Brought) -> None:
    brought("Nimi;E-post", "Anu Kuusk;anu@naide.ee")
    assert outcomes(brought(HEADER, ANU)) == (0, 1, 0)
    assert only(event).phone == "5551"


def test_somebody_taken_down_since_the_preview_is_met(event: Event, listed: Callable[..., Path]) -> None:
    preview = list_queries.preview(event, read_table(listed(HEADER, ANU)))
    assert preview.plan.rows(Outcome.ADDED) == 1 and queries.people(event) == ()
    actions.add_person(event, Draft("Anu", "Kuusk", email="anu@naide.ee"))
    assert outcomes(bring_in(event, preview.registrations)) == (0, 1, 0)


def test_rows_can_be_left_out(event: Event, listed: Callable[..., Path]) -> None:
    preview = list_queries.preview(event, read_table(listed(HEADER, ANU, ";Jüri Kask;;5552;;;")))
    bring_in(event, preview.registrations, leave_out={3})
    assert only(event).name == "Anu Kuusk"


def test_a_mapping_is_remembered_for_the_next_list_of_that_form(event: Event, listed: Callable[..., Path]) -> None:
    table = read_table(listed("Kes;E-post", "Anu Kuusk;anu@naide.ee"))
    bring_in(event, list_queries.preview(event, table, {"Kes": "name"}).registrations)
    table = read_table(listed("Kes;E-post", "Jüri Kask;jyri@naide.ee"))
    assert list_queries.preview(event, table).plan.rows(Outcome.ADDED) == 1


def test_a_shouted_name_gives_way_to_a_written_one_and_never_the_other_way(event: Event, brought: Brought) -> None:
    brought("Nimi;E-post", "ANU KUUSK;anu@naide.ee")
    brought("Eesnimi;Perekonnanimi;E-post", "Anu;Kuusk;anu@naide.ee")
    assert only(event).name == "Anu Kuusk"
    brought("Nimi;E-post", "ANU KUUSK;anu@naide.ee")
    assert only(event).name == "Anu Kuusk"


def test_a_guess_where_the_given_name_ends_never_overrules_two_columns(event: Event, brought: Brought) -> None:
    brought("Eesnimi;Perekonnanimi;E-post", "Anna;Maria Tamm;a@naide.ee")
    brought("Nimi;E-post;Telefon", "Anna Maria Tamm;a@naide.ee;5551")
    person = only(event)
    assert (person.given_name, person.family_name, person.phone) == ("Anna", "Maria Tamm", "5551")


def test_a_ticket_is_scanned_like_a_badge(event: Event, brought: Brought) -> None:
    brought("Attendee name,Attendee email,Secret", "Anu Kuusk,anu@naide.ee,z3fsn8jyufm5")
    assert actions.check_in(event, "z3fsn8jyufm5\n").person.name == "Anu Kuusk"


def test_an_event_without_groups_gets_them_with_its_first_list(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    event = an_empty_event(folder, clock=clock)
    (folder / "list.csv").write_text("Nimi,E-post\nAnu,anu@naide.ee\n", encoding="utf-8")
    bring_in(event, list_queries.preview(event, read_table(folder / "list.csv")).registrations)
    assert len(queries.groups(event)) == 6
    event.close()
