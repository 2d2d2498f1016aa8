"""Who is probably the same person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.people.likeness import Alike, Lookalikes, Who, one_slip

ANU = Who("Õnne-Ly Kuusk", "anu@naide.ee", "+372 579 4843", "Rõuge vald")


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (Who("KUUSK Önne Ly", "ANU@naide.ee"), Alike.SAME),
        (Who("Õnne-Ly Kuusk", phone="5794843"), Alike.SAME),
        (Who("Õnne-Ly Kussk", "anu@naide.ee"), Alike.PROBABLY),
        (Who("Õnne-Ly Kuuks", phone="5794843"), Alike.PROBABLY),
        (Who("Õnne-Ly Kuusk"), Alike.MAYBE),
        (Who("Õnne-Ly Kuusk", organisation="Rõuge vald"), Alike.MAYBE),
        (Who("Õnne-Ly Kuuskk"), Alike.NEARLY),
        (Who("Õnne-Ly Kuusk", "teine@naide.ee"), Alike.NAMESAKE),
        (Who("Õnne-Ly Kuusk", organisation="Võru vald"), Alike.NAMESAKE),
        (Who("Jaan Kask", "anu@naide.ee"), Alike.SHARED),
        (Who("Jaan Kask", phone="+3725794843"), Alike.SHARED),
        (Who("Jaan Kask", "jaan@naide.ee"), None),
        (Who("", ""), None),
    ],
)
def test_how_much_speaks_for_one_person(other: Who, alike: Alike | None) -> None:
    found = dict(Lookalikes([("anu", ANU), ("else", Who("Ants Aab", "ants@naide.ee"))]).like(other))
    assert found == ({"anu": alike} if alike else {})


def test_two_without_any_address_are_one_where_the_organisation_agrees() -> None:
    known = Lookalikes([(1, Who("Anu Kuusk", organisation="Rõuge vald"))])
    assert known.like(Who("anu kuusk", organisation="RÕUGE VALD")) == ((1, Alike.SAME),)


def test_short_names_that_differ_by_a_letter_are_two_people() -> None:
    known = Lookalikes([(1, Who("Jaan Tamm")), (2, Who("Mari Saar"))])
    assert known.like(Who("Jaak Tamm")) == known.like(Who("Mari Paar")) == ()


def test_a_cyrillic_name_is_met_by_its_latin_spelling() -> None:
    assert Lookalikes([(1, Who("Мария Иванова"))]).like(Who("Marija Ivanova", "m@naide.ee")) == (
        (1, Alike.MAYBE),
    )


def test_the_likeliest_comes_first_and_somebody_is_known_by_what_came_later_too() -> None:
    known = Lookalikes([(1, Who("Anu Kuusk", "a@naide.ee")), (2, Who("Anu Kuusk")), (3, Who("Anu Kuusk"))])
    known.add(3, Who("Anu Kuusk", "b@naide.ee"))
    assert known.like(Who("Anu Kuusk", "b@naide.ee")) == (
        (3, Alike.SAME), (2, Alike.MAYBE), (1, Alike.NAMESAKE),
    )  # fmt: skip


@given(some.text("abcde", min_size=5, max_size=8), some.data())
def test_every_slip_of_a_finger_is_found(word: str, draw: some.DataObject) -> None:
    at = draw.draw(some.integers(0, len(word) - 1))
    slipped = {
        word[:at] + "x" + word[at:], word[:at] + "x" + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    }  # fmt: skip
    for wrong in slipped - {word}:
        assert one_slip(word, wrong) and one_slip(wrong, word)
        assert dict(Lookalikes([(1, Who(f"Anu {word}"))]).like(Who(f"Anu {wrong}"))) == {1: Alike.NEARLY}
