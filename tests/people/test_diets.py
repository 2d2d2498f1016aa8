"""Diets: the same need in other words is one need, and an unusual one is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.people.diets import Eater, by_diet, needs_of


def said(wording: str) -> list[str]:
    return [need.key or need.own for need in needs_of(wording)]


@pytest.mark.parametrize(
    ("wording", "needs"),
    [
        ("gluten-free", ["gluten"]),
        ("gluteenivaba", ["gluten"]),
        ("Gluteenivaba!", ["gluten"]),
        ("Olen range vegan", ["vegan"]),
        ("tsöliaakia", ["gluten"]),
        ("Без глютена", ["gluten"]),
        ("laktoosi- ja gluteenivaba", ["gluten", "lactose"]),
        ("vegan / no nuts", ["vegan", "nuts"]),
        ("Ei söö pähkleid, vegan.", ["vegan", "nuts"]),
        ("Taimetoit (ei söö mune)", ["vegetarian", "egg"]),
        ("pähkliallergia", ["nuts"]),
        ("ei söö sealiha", ["pork"]),
        ("halal", ["halal"]),
    ],
)
def test_the_same_need_in_other_words_is_one_need(wording: str, needs: list[str]) -> None:
    assert said(wording) == needs


@pytest.mark.parametrize("wording", ["", " ", "-", "no", "Ei", "puudub", "N/A", "Söön kõike", "нет"])
def test_no_need_is_no_need(wording: str) -> None:
    assert said(wording) == []


@pytest.mark.parametrize(
    "wording",
    [
        "allergic to strawberries and kiwi", "not vegan", "no vegetarian food", "eats fish", "fish", "maapähklid",
        "söön kala", "ei ole taimetoitlane", "something warm", "FODMAP",
    ],
)  # fmt: skip
def test_what_is_not_understood_stays_as_it_was_written(wording: str) -> None:
    assert said(wording) == [wording]


def test_several_needs_are_counted_as_the_combination() -> None:
    answers = ("vegan", "Vegan, pähklivaba", "no nuts / vegaan", "", "puudub", "kiwi!", "Kiwi")
    groups = by_diet([Eater(f"Person {number}", text) for number, text in enumerate(answers)])
    assert [([need.key or need.own for need in group.needs], len(group.eaters)) for group in groups] == [
        ([], 2), (["kiwi"], 2), (["vegan", "nuts"], 2), (["vegan"], 1),
    ]  # fmt: skip
    assert [eater.wording for eater in groups[1].eaters] == ["kiwi!", "Kiwi"]


@given(st.lists(st.text(max_size=30), max_size=12))
def test_nobody_and_no_wording_is_lost(answers: list[str]) -> None:
    eaters = [Eater(str(number), text) for number, text in enumerate(answers)]
    groups = by_diet(eaters)
    grouped = [eater for group in groups for eater in group.eaters]
    assert sorted(grouped, key=lambda one: int(one.name)) == eaters
    assert len({tuple(need.sign for need in group.needs) for group in groups}) == len(groups)


@given(st.text(min_size=1, max_size=30))
def test_case_and_signs_at_the_end_do_not_make_another_need(text: str) -> None:
    signs = [need.sign for need in needs_of(f"gluten-free, {text}")]
    assert signs == [need.sign for need in needs_of(f"GLUTEN-FREE!, {text}")]
