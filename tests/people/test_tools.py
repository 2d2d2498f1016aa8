"""Lists of ticketing tools and of form tools are recognised, and what they say is taken rightly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hackdesk.event.store import Event
from hackdesk.people import list_queries, queries
from hackdesk.people.actions import BroughtIn, bring_in
from hackdesk.people.importing.headers import columns_of
from hackdesk.people.importing.reading import Decision, Reading
from hackdesk.people.importing.table import read_table
from hackdesk.people.importing.tools import tool_of

PRETIX = ("Order code", "Position ID", "Status", "Email", "Order date", "Product", "Price", "Attendee name",
          "Attendee name: Given name", "Attendee name: Family name", "Attendee email", "Company", "Secret",
          "Kas tohib pildistada?", "Company (2)", "Invoice address name")  # fmt: skip


@pytest.mark.parametrize(
    ("tool", "headers", "used"),
    [
        ("pretix", PRETIX, {
            "Order code": "order_code", "Position ID": "position", "Status": "status", "Email": "buyer_email",
            "Order date": "registered_at", "Attendee name: Given name": "given_name",
            "Attendee name: Family name": "family_name", "Attendee email": "email", "Company": "organisation",
            "Secret": "ticket_secret", "Kas tohib pildistada?": "photo_consent", "Invoice address name": "buyer",
        }),
        ("pretix", ("Order code", "Attendee name", "Product", "Checked in", "Secret", "E-mail"), {
            "Order code": "order_code", "Attendee name": "name", "Secret": "ticket_secret",
            "E-mail": "buyer_email",
        }),
        ("Eventbrite", ("Order #", "Order Date", "First Name", "Last Name", "Email", "Ticket Type",
                        "Attendee #", "Attendee Status", "Barcode #"), {
            "Order #": "order_code", "Order Date": "registered_at", "First Name": "given_name",
            "Last Name": "family_name", "Email": "email", "Attendee #": "position", "Attendee Status": "status",
            "Barcode #": "ticket_secret",
        }),
        ("alf.io", ("ID", "Category", "Status", "ReservationID", "Full Name", "First Name", "Last Name", "E-Mail",
                    "Language"), {
            "ID": "position", "Status": "status", "ReservationID": "order_code", "First Name": "given_name",
            "Last Name": "family_name", "E-Mail": "email",
        }),
        ("Indico", ("ID", "Name", "Email Address", "Affiliation", "Registration date", "Registration state"), {
            "Name": "name", "Email Address": "email", "Affiliation": "organisation",
            "Registration date": "registered_at", "Registration state": "status",
        }),
        ("Microsoft Forms", ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time",
                             "Your full name", "Points - Your full name", "Feedback - Your full name",
                             "Total points", "Quiz feedback"), {
            "Completion time": "registered_at", "Email": "email", "Your full name": "name",
        }),
        ("Microsoft Forms", ("ID", "Algusaeg", "Lõpuleviimise aeg", "Meil", "Nimi", "Kes sa oled?"), {
            "Lõpuleviimise aeg": "registered_at", "Meil": "email", "Nimi": "name", "Kes sa oled?": "groups",
        }),
        ("Microsoft Forms", ("ID", "Время начала", "Время выполнения", "Адрес электронной почты", "Имя",
                             "Телефон"), {
            "Время выполнения": "registered_at", "Адрес электронной почты": "email", "Имя": "name",
            "Телефон": "phone",
        }),
        ("Microsoft Forms", ("ID", "Sākuma laiks", "Pabeigšanas laiks", "E-pasts", "Vārds", "Loma"), {
            "Pabeigšanas laiks": "registered_at", "E-pasts": "email", "Vārds": "name", "Loma": "groups",
        }),
        ("Google Forms", ("Timestamp", "Score", "Name", "Name [Score]", "Name [Feedback]", "Username"), {
            "Timestamp": "registered_at", "Name": "name", "Username": "email",
        }),
        ("Google Forms", ("Ajatempel", "Skoor", "E-posti aadress", "Ees- ja perekonnanimi"), {
            "Ajatempel": "registered_at", "E-posti aadress": "email", "Ees- ja perekonnanimi": "name",
        }),
    ],
)  # fmt: skip
def test_a_tool_is_recognised_by_its_columns(tool: str, headers: tuple[str, ...], used: dict[str, str]) -> None:
    found = tool_of(headers)
    assert found is not None and found.name == tool
    assert {header: field for header, field in columns_of(headers).items() if field} == used


def test_a_list_of_nobodys_tool_stays_as_it_is() -> None:
    assert tool_of(("Nimi", "E-post", "Order")) is None


def ticket(order: str, place: int, status: str, buyer: str, *attendee: str) -> str:
    given, family, email = attendee or ("", "", "")
    whole = f"{given} {family}".strip()
    return (f"{order},{place},{status},{buyer},2026-09-01,Pilet,0.00,{whole},{given},{family},{email},,"
            f"secret{order}{place},Jah,,Anu Kuusk")  # fmt: skip


ORDERS = (
    ",".join(PRETIX),
    ticket("ABC12", 1, "paid", "anu@naide.ee", "Anu", "Kuusk", ""),
    ticket("ABC12", 2, "paid", "anu@naide.ee"),
    ticket("ABC12", 3, "paid", "anu@naide.ee"),
    ticket("DEF34", 1, "canceled", "jyri@naide.ee", "Jüri", "Kask", "jyri@naide.ee"),
    ticket("GHI56", 1, "paid", "jyri@naide.ee", "Jüri", "Kask", "jyri@naide.ee"),
    ticket("JKL78", 1, "expired", "mari@naide.ee", "Mari", "Tamm", "mari@naide.ee"),
)


def test_several_tickets_bought_on_one_address_stay_several_people(
    event: Event, brought: Callable[..., BroughtIn], listed: Callable[..., Path]
) -> None:
    receipt = brought(*ORDERS)
    people = {person.name: person for person in queries.people(event)}
    assert {"Anu Kuusk", "Anu Kuusk +1", "Anu Kuusk +2", "Jüri Kask", "Mari Tamm"} == set(people)
    assert {people[name].email for name in ("Anu Kuusk", "Anu Kuusk +1")} == {"anu@naide.ee"}
    assert people["Mari Tamm"].cancelled and not people["Anu Kuusk"].cancelled
    assert queries.person_with(event, "secretABC123").name == "Anu Kuusk +2"
    # Two orders of one person are a question: he cancelled one and took another.
    (doubt,) = receipt.plan.doubts
    assert (doubt.name, doubt.suggested) == ("Jüri Kask", "two")
    # The same export once more meets everybody by their tickets.
    assert len(brought(*ORDERS).plan.steps) == 6 and len(queries.people(event)) == 6


def test_a_cancelled_ticket_beside_a_good_one_of_the_same_person_cancels_nobody(
    event: Event, listed: Callable[..., Path]
) -> None:
    table = read_table(listed(*ORDERS))
    (doubt,) = list_queries.preview(event, table).plan.doubts
    reading = Reading(decisions={doubt.key: Decision("merge")})
    bring_in(event, list_queries.preview(event, table, reading=reading).registrations)
    (jyri,) = [person for person in queries.people(event) if person.name == "Jüri Kask"]
    assert not jyri.cancelled
    assert list_queries.preview(event, table).plan.doubts[0].verdict == "merge"


def test_a_cancellation_in_the_tool_comes_with_the_next_export(
    event: Event, brought: Callable[..., BroughtIn]
) -> None:
    brought(ORDERS[0], ORDERS[1])
    receipt = brought(ORDERS[0], ORDERS[1].replace("paid", "canceled"))
    assert [step.name for step in receipt.plan.cancelled] == ["Anu Kuusk"]
    assert queries.people(event)[0].cancelled


def test_nobody_who_was_not_logged_in_has_an_address(event: Event, brought: Callable[..., BroughtIn]) -> None:
    header = "ID;Start time;Completion time;Email;Name;Full name;Points - Full name"
    receipt = brought(header, "1;9/1/26 9:00:00;9/1/26 9:05:00;anonymous;;Anu Kuusk;0")
    assert receipt.plan.doubts == () and queries.people(event)[0].email == ""


def test_a_form_that_got_a_question_more_is_remembered_and_the_new_one_shown(
    event: Event, listed: Callable[..., Path]
) -> None:
    table = read_table(listed("Kes;E-post;Kust", "Anu Kuusk;anu@naide.ee;Võru"))
    columns = {"Kes": "name", "E-post": "email", "Kust": "municipality"}
    bring_in(event, list_queries.preview(event, table, columns).registrations)
    table = read_table(listed("KES;E-post;Kust;Lemmikloom", "Jüri Kask;jyri@naide.ee;Valga;koer"))
    with event.read() as session:
        memory = list_queries.remembered_in(session, table.headers)
    assert memory.columns == {"KES": "name", "E-post": "email", "Kust": "municipality"}
    assert memory.new == ("Lemmikloom",)
    with event.read() as session:
        assert list_queries.remembered_in(session, ("Nimi", "Telefon")).columns == {}
