from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from builders import STRANGE_NAME
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.rules import Person, Presence
from hackdesk.people.search import Index, folded

DAY = date(2026, 11, 14)
HERE = (Presence(DAY, datetime(2026, 11, 14, 8, tzinfo=UTC), "door"),)


def somebody(given: str, family: str = "", **values: object) -> Person:
    return Person(uuid4(), new_badge_code(()), given, family, **values)  # type: ignore[arg-type]


PEOPLE = (
    somebody("Õnne-Ly", "Kuusk", organisation="Rõuge vald", phone="+372 5794843"),
    somebody("Jüri", "Kuusk", organisation="MTÜ Kaika Kuppar", presences=HERE),
    somebody("Anu", "Kuuskmäe", organisation="Võru Gümnaasium", phone="57 12 345"),
    somebody("Мария", "Кузнецова"),
    somebody("Ольга", "Щёголева"),
    somebody("Jānis", "Bērziņš", organisation="Alūksnes novads"),
    somebody("Sean", "O’Connor"),
    somebody("V́etśk´", "B́ḱḿ"),
    somebody("Kuusk", "Mets", cancelled=True),
)
INDEX = Index(PEOPLE, DAY)


def found(text: str) -> list[str]:
    return [person.name for person in INDEX.find(text)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("onne", "Õnne-Ly Kuusk"),
        ("ÕNNE LY", "Õnne-Ly Kuusk"),
        ("ly kuu", "Õnne-Ly Kuusk"),
        ("kuusk o", "Õnne-Ly Kuusk"),
        ("rõuge", "Õnne-Ly Kuusk"),
        ("4843", "Õnne-Ly Kuusk"),
        ("00372 579 4843", "Õnne-Ly Kuusk"),
        ("5712345", "Anu Kuuskmäe"),
        ("berzins", "Jānis Bērziņš"),
        ("janis aluk", "Jānis Bērziņš"),
        ("oconnor", "Sean O’Connor"),
        ("o'connor", "Sean O’Connor"),
        ("vetsk bkm", "V́etśk´ B́ḱḿ"),
        ("V́ETŚK´", "V́etśk´ B́ḱḿ"),
        ("мария", "Мария Кузнецова"),
        ("marija", "Мария Кузнецова"),
        ("maria kuzn", "Мария Кузнецова"),
        ("mariya", "Мария Кузнецова"),
        ("щеголева", "Ольга Щёголева"),
        ("shchegoleva", "Ольга Щёголева"),
    ],
)
def test_one_finds_as_one_types(typed: str, name: str) -> None:
    assert found(typed) == [name]


def test_whoever_is_not_in_yet_comes_first_and_names_before_organisations() -> None:
    assert found("kuusk") == ["Anu Kuuskmäe", "Õnne-Ly Kuusk", "Jüri Kuusk", "Kuusk Mets"]
    assert found("ku") == ["Anu Kuuskmäe", "Õnne-Ly Kuusk", "Мария Кузнецова", "Jüri Kuusk", "Kuusk Mets"]


def test_every_word_has_to_fit() -> None:
    assert found("kuusk alūksne") == [] and found("") == [] and found("  ' ") == []


def test_a_code_finds_its_person() -> None:
    assert INDEX.find(PEOPLE[3].code.lower()) == (PEOPLE[3],)


def test_a_slip_of_the_finger_gives_the_nearest_names() -> None:
    assert INDEX.find("kusk onnne") == ()
    assert INDEX.nearest("kusk onnne")[0].name == "Õnne-Ly Kuusk"
    code = PEOPLE[5].code
    assert INDEX.nearest(code[:4] + "Q" + code[5:])[0] == PEOPLE[5]
    assert INDEX.nearest("xyzzyx") == ()


def test_the_strange_name_is_found_by_each_of_its_words() -> None:
    index = Index([somebody(STRANGE_NAME)], DAY)
    for word in STRANGE_NAME.split():
        assert len(index.find(word)) == (1 if folded(word).strip() else 0)
    assert len(index.find(STRANGE_NAME)) == 1


@given(some.text(max_size=30))
def test_no_text_breaks_the_search(text: str) -> None:
    assert set(INDEX.find(text)) <= set(PEOPLE)
    assert set(INDEX.nearest(text)) <= set(PEOPLE)


@given(some.text(some.characters(categories=["L", "M", "Zs"]), min_size=1, max_size=20))
def test_everybody_is_found_by_the_whole_of_their_name(name: str) -> None:
    person = somebody(name)
    if folded(name).strip():
        assert Index([person], DAY).find(name) == (person,)
