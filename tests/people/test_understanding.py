"""Headers and answers in four languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from builders import STRANGE_NAME

from hackdesk.errors import HackDeskError
from hackdesk.people.importing import answers
from hackdesk.people.importing.headers import columns_of, recognised
from hackdesk.people.importing.registrations import NoNameColumn, Registrations

Read = Callable[..., Registrations]


@pytest.mark.parametrize(
    ("field", "headers"),
    [
        ("name", ("Name", "Full name", "Nimi", "Ees- ja perekonnanimi", "Vārds, uzvārds", "Имя и фамилия")),
        ("name_family_first", ("Perekonnanimi ja eesnimi", "ФИО", "Фамилия и имя")),
        ("given_name", ("First name", "Given name", "Eesnimi", "Имя")),
        ("family_name", ("Last name", "Surname", "Perekonnanimi", "Perenimi", "Uzvārds", "Фамилия")),
        ("email", ("Email", "E-mail address", "E-posti aadress", "E-pasts", "Электронная почта")),
        ("phone", ("Phone", "Telefon", "Kontakttelefon", "Tālrunis", "Телефон", "Mobile")),
        ("organisation", ("Organisation", "Company name", "Asutus või organisatsioon", "Iestāde", "Организация")),
        ("municipality", ("Municipality", "Vald", "Omavalitsus", "Pašvaldība", "Город")),
        ("groups", ("Role", "Kes sa oled?", "Sihtrühm", "Loma", "Роль", "Кто вы?")),
        ("skills", ("Skills", "Oskused", "Prasmes", "Навыки")),
        ("languages", ("Languages", "Mis keeltes saad kaasa rääkida?", "Valodas", "Языки")),
        ("choices", ("Choice 1", "1. eelistus", "Teema, mis huvitab", "1. izvēle", "Первый выбор")),
        ("diet", ("Dietary needs", "Toitumise erisused", "Allergiad", "Ēdināšana", "Питание")),
        ("access_needs", ("Accessibility needs", "Erivajadused", "Ligipääsetavus")),
        ("photo_consent", ("Photo consent", "Kas tohib pildistada?", "Vai drīkst fotografēt?", "Фото")),
        ("guardian_consent", ("Guardian's consent", "Lapsevanema nõusolek", "Согласие родителей")),
        ("minor", ("Under 18", "Kas oled alla 18-aastane?", "Vanus", "Age", "Nepilngadīgs", "Несовершеннолетний")),
        ("adult", ("Are you 18 or older?", "Kas oled täisealine?", "Pilngadīgs", "Совершеннолетний")),
        ("remarks", ("Remarks", "Midagi veel?", "Piezīmes", "Комментарий")),
        ("registered_at", ("Timestamp", "Ajatempel", "Laika zīmogs", "Отметка времени", "Completion time")),
        ("ticket_secret", ("Secret",)),
        ("", ("Order code", "Product", "Guardian's name", "Lapsevanema nimi", "T-särgi suurus", "")),
    ],
)  # fmt: skip
def test_columns_are_recognised_in_four_languages(field: str, headers: tuple[str, ...]) -> None:
    assert {header: recognised(header) for header in headers} == dict.fromkeys(headers, field)


def test_the_attendees_own_address_wins_over_the_orderers() -> None:
    assert columns_of(("Email", "Attendee name", "Attendee email")) == {
        "Email": "", "Attendee name": "name", "Attendee email": "email",
    }  # fmt: skip


def test_a_name_beside_family_names_is_the_given_name() -> None:
    assert columns_of(("Vārds", "Uzvārds")) == {"Vārds": "given_name", "Uzvārds": "family_name"}


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        ("Anna Maria Tamm", "Anna Maria", "Tamm"),
        ("Kuusk, Õnne-Ly", "Õnne-Ly", "Kuusk"),
        ("  MARI-LIIS   KUUSK ", "MARI-LIIS", "KUUSK"),
        ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("Anu", "Anu", ""),
    ],
)
def test_a_name_in_one_cell_is_parted(written: str, given: str, family: str, read: Read) -> None:
    (row,) = read("Nimi;E-post", f"{written};").rows
    assert (row.values["given_name"], row.values.get("family_name", "")) == (given, family)


def test_names_are_kept_as_written_but_for_spaces_and_normal_form(read: Read) -> None:
    (row,) = read("Nimi;E-post", f"\u00a0{STRANGE_NAME}\u200b ;").rows
    assert row.name == STRANGE_NAME
    (row,) = read("Nimi;E-post", "Jani\u0304s Be\u0304rzin\u0327s\u030c;").rows
    assert row.name == "Janīs Bērziņš"


@pytest.mark.parametrize(
    ("answer", "groups", "roles"),
    [
        ("Ametnik", ("public_servant",), ()),
        ("Ekspert / mentor", ("expert",), ()),
        ("Kogukonna esindaja", ("community",), ()),
        ("Teenuse kasutaja", ("end_user",), ()),
        ("Õpilane või üliõpilane", ("youth",), ()),
        ("Житель деревни; предприниматель", ("community", "entrepreneur"), ()),
        ("Mentor, Uzņēmējs", ("expert", "entrepreneur"), ("mentor",)),
        ("Žürii liige", (), ("juror",)),
        ("Pensionär", ("Pensionär",), ()),
    ],
)
def test_answers_become_groups_and_roles(
    answer: str, groups: tuple[str, ...], roles: tuple[str, ...], read: Read
) -> None:
    (row,) = read("Nimi\tKes sa oled?", f"Anu\t{answer}").rows
    assert (row.values.get("groups", ()), row.values.get("roles", ())) == (groups, roles)


@pytest.mark.parametrize(
    ("answer", "tags"),
    [
        ("eesti, võro", ("et", "vro")),
        ("Eesti keel; inglise keel", ("et", "en")),
        ("läti ja vene", ("lv", "ru")),
        ("latviešu, krievu", ("lv", "ru")),
        ("эстонский/русский", ("et", "ru")),
        ("Finnish and EN", ("fi", "en")),
        ("seto", ("seto",)),
    ],
)
def test_languages_become_tags(answer: str, tags: tuple[str, ...]) -> None:
    assert answers.languages(answer) == tags


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        *((yes, True) for yes in ("Jah", "yes, of course", "Jā", "Да", "Olen nõus", "I agree", "true", "x")),
        *((no, False) for no in ("Ei", "No", "Nē", "Нет", "ei ole nõus", "не согласна", "I do not agree", "0")),
        *((neither, None) for neither in ("", "võib-olla", "Jah, aga mitte näost")),
    ],
)
def test_yes_and_no_are_understood(answer: str, said: bool | None) -> None:
    assert answers.yes_or_no(answer) is said


@pytest.mark.parametrize(
    "text",
    ["01.09.2026 09:00:00", "2026-09-01 09:00", "9/1/2026 9:00:00", "2026/09/01 9:00:00 AM", "1.9.2026 9:00"],
)
def test_times_are_understood(text: str) -> None:
    assert answers.moment(text) == datetime(2026, 9, 1, 9)


def test_an_age_or_its_opposite_says_who_is_a_minor(read: Read) -> None:
    ages = read("Nimi;Vanus", "A;17", "B;18", "C;12 aastat", "D;jah")
    assert [row.values["minor"] for row in ages.rows] == [True, False, True, True]
    adults = read("Nimi;Kas oled täisealine?", "A;Jah", "B;Ei")
    assert [row.values["minor"] for row in adults.rows] == [False, True]


def test_wishes_keep_the_order_of_their_columns_numbers(read: Read) -> None:
    (row,) = read("Nimi;2. eelistus;1. eelistus", "Anu;Kohvik, mis jääb;Buss").rows
    assert row.values["choices"] == ("Buss", "Kohvik, mis jääb")
    (row,) = read("Nimi;Teemad", 'Anu;"Kohvik, mis jääb, Buss"').rows
    assert row.values["choices"] == ("Kohvik, mis jääb", "Buss")


def test_nothing_to_say_is_left_blank(read: Read) -> None:
    (row,) = read("Nimi;Telefon;Toitumine;Oskused", "Anu;-;ei;puudub").rows
    assert set(row.values) == {"given_name"}


def test_a_bad_row_is_told_by_row_and_column_and_stops_nobody(read: Read) -> None:
    list_ = read(
        "Nimi;E-post;Telefon;Kas tohib pildistada?;Ajatempel",
        ";keegi@naide.ee;;;",
        "Anu;anu@;555;võib-olla;eile",
        "Bert;bert@naide.ee;3,72579E+09;Jah;",
        "Cilla;cilla@naide.ee;;Jah;;liiga;palju",
        "Dag;dag@naide.ee;555;Jah;",
    )
    assert [(one.row, one.column) for one in list_.problems] == [
        (2, "Nimi"), (3, "Kas tohib pildistada?"), (3, "Ajatempel"), (4, "Telefon"), (5, ""),
    ]  # fmt: skip
    assert [row.name for row in list_.rows] == ["Anu", "Bert", "Dag"] and list_.read == 5
    assert list_.rows[0].broken_email == ("E-post", "anu@") and "email" not in list_.rows[0].values


def test_a_person_says_what_a_column_holds(read: Read) -> None:
    with pytest.raises(NoNameColumn):
        read("Kes;Kust", "Anu;Võru")
    list_ = read("Kes;E-post", "Anu;anu@naide.ee", columns={"Kes": "name", "E-post": ""})
    assert list_.columns == {"Kes": "name", "E-post": ""} and dict(list_.rows[0].values) == {"given_name": "Anu"}
    for wrong in ({"Kus": "name"}, {"Kes": "shoe_size"}):
        with pytest.raises(HackDeskError):
            read("Kes;Kust", "Anu;Võru", columns=wrong)
