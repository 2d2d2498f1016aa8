from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from builders import STRANGE_NAME
from hypothesis import assume, given
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
    somebody("Øyvind", "Großstraße", organisation="Łódź – Đorđe", phone="56 111 777, 58 222 888"),
)
INDEX = Index(PEOPLE, DAY)


def found(text: str) -> list[str]:
    return [person.name for person in INDEX.find(text).people]


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
        ("щёголева", "Ольга Щёголева"),
        ("connor", "Sean O’Connor"),
        ("o´connor", "Sean O’Connor"),
        ("oʼconn", "Sean O’Connor"),
        ("o` connor", "Sean O’Connor"),
        ("onnely", "Õnne-Ly Kuusk"),
        ("grossstrasse", "Øyvind Großstraße"),
        ("ÖYVIND", "Øyvind Großstraße"),
        ("lodz", "Øyvind Großstraße"),
        ("dorde", "Øyvind Großstraße"),
        ("2345", "Anu Kuuskmäe"),
        ("345 anu", "Anu Kuuskmäe"),
        ("777", "Øyvind Großstraße"),
        ("888", "Øyvind Großstraße"),
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
    for beginning in (7, 5, 4):
        assert INDEX.find(PEOPLE[3].code[:beginning].lower()).people == (PEOPLE[3],)


def test_a_slip_of_the_finger_gives_the_nearest_names() -> None:
    assert INDEX.find("kusk onnne").people == ()
    assert INDEX.nearest("kusk onnne")[0].name == "Õnne-Ly Kuusk"
    code = PEOPLE[5].code
    assert INDEX.nearest(code[:4] + "Q" + code[5:])[0] == PEOPLE[5]
    assert INDEX.nearest("xyzzyx") == ()


def test_the_strange_name_is_found_by_each_of_its_words() -> None:
    index = Index([somebody(STRANGE_NAME)], DAY)
    for word in STRANGE_NAME.split():
        assert len(index.find(word).people) == (1 if folded(word).strip() else 0)
    assert len(index.find(STRANGE_NAME).people) == 1


@given(some.text(max_size=30))
def test_no_text_breaks_the_search(text: str) -> None:
    assert set(INDEX.find(text).people) <= set(PEOPLE)
    assert set(INDEX.nearest(text)) <= set(PEOPLE)


@given(some.text(some.characters(categories=["L", "M", "Zs"]), min_size=1, max_size=20))
def test_everybody_is_found_by_the_whole_of_their_name(name: str) -> None:
    person = somebody(name)
    if folded(name).strip():
        assert Index([person], DAY).find(name).people == (person,)


@pytest.mark.parametrize(
    "typed",
    ["berzinz", "bezrins", "berzns", "berrzins", "xerzins", "ebrzins", "berzinsx", "bezins alu", "janis aluksna"],
)
def test_one_slip_is_forgiven(typed: str) -> None:
    assert found(typed) == ["Jānis Bērziņš"]


def test_two_slips_are_too_many_and_codes_and_numbers_are_not_guessed() -> None:
    assert found("bezinz") == [] and found("xerzins janiz") == []
    assert found("4844") == [] and found(PEOPLE[3].code[:3] + "0" + PEOPLE[3].code[4:]) == []
    assert found("an") == ["Anu Kuuskmäe"] and found("anx") == ["Anu Kuuskmäe"] and found("axx") == []


def test_who_fits_comes_before_who_would_with_a_slip_even_when_they_are_in() -> None:
    index = Index([somebody("Mari"), somebody("Mark"), somebody("Mart", presences=HERE)], DAY)
    assert [person.name for person in index.find("mart").people] == ["Mart", "Mari", "Mark"]
    assert index.find("mart").fitting == 1 and index.find("martt").fitting == 0


def test_an_ending_of_a_number_comes_before_its_beginning_and_its_middle_finds_nobody() -> None:
    ends, begins = somebody("Zoe", phone="5111 234", presences=HERE), somebody("Ada", phone="2345 111")
    index = Index([begins, ends], DAY)
    assert index.find("234").people == (ends, begins)
    assert (
        index.find("111").people == (begins,) and index.find("112").people == () and index.find("23").people == ()
    )


def test_how_many_more_there_are_is_told() -> None:
    index = Index([somebody(f"Anu {number:03}") for number in range(80)], DAY)
    assert (len(index.find("anu").people), index.find("anu").more) == (50, 30)
    assert (len(index.find("anu", most=200).people), index.find("anu", most=200).more) == (80, 0)


def test_the_index_follows_what_is_changed() -> None:
    jaan = somebody("Jaan", "Tamm", phone="5551234")
    before = Index([*PEOPLE, jaan], DAY)
    mihkel = somebody("Mihkel", "Tamm")
    here = before.having([replace(jaan, presences=HERE), mihkel])
    assert [one.name for one in here.find("tamm").people] == ["Mihkel Tamm", "Jaan Tamm"]
    assert [one.name for one in here.find("tamn").people] == ["Mihkel Tamm", "Jaan Tamm"]
    renamed = here.having([replace(jaan, family_name="Saar", phone="")], gone=[mihkel.id])
    assert renamed.find("tamm").people == renamed.find("mihkel").people == renamed.find("1234").people == ()
    assert [one.name for one in renamed.find("jaan saar").people] == ["Jaan Saar"]
    assert renamed.nearest("mihkl") == () and renamed.nearest("jaann")[0].family_name == "Saar"
    assert before.find("tamm").people == (jaan,) and len(renamed) == len(before) == len(here) - 1


NAMES = (
    some.lists(some.text(some.sampled_from("aeioõktsmrлжё-’Ł"), min_size=1, max_size=7), min_size=1, max_size=3)
    .map(" ".join)
    .filter(lambda name: folded(name).strip() != "")
)


@given(some.lists(NAMES, min_size=1, max_size=6), some.data())
def test_everybody_is_found_by_any_beginnings_of_their_words(
    names: list[str], data: some.DataObject
) -> None:
    people = [somebody(name) for name in names]
    index = Index(people[:1], DAY).having(people[1:])
    whom = data.draw(some.sampled_from(people))
    words = data.draw(some.permutations(folded(whom.name).split()))
    typed = " ".join(word[: data.draw(some.integers(1, len(word)))] for word in words)
    assert whom in index.find(typed).people
    assert index.find(typed).people == Index(people, DAY).find(typed).people


@given(some.lists(NAMES, min_size=1, max_size=6), some.data())
def test_everybody_is_found_by_their_name_with_one_slip(names: list[str], data: some.DataObject) -> None:
    people = [somebody(name) for name in names]
    whom = data.draw(some.sampled_from(people))
    words = folded(whom.name).split()
    at = data.draw(some.integers(0, len(words) - 1))
    word = words[at]
    assume(len(word) >= 4)
    place, letter = data.draw(some.integers(0, len(word) - 2)), data.draw(some.sampled_from("abemž"))
    words[at] = data.draw(some.sampled_from([
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    ]))  # fmt: skip
    assert whom in Index(people, DAY).find(" ".join(words)).people
