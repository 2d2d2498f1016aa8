"""What people say is counted, and nobody in a small group is recognised."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from builders import an_empty_event
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.follow_up.actions import add_form, word_questions
from hackdesk.follow_up.forms import LEAST, Answer, voices
from hackdesk.follow_up.forms_queries import questions, what_people_said


def forms(**sizes: int) -> list[Answer]:
    groups = {group.replace("none", ""): size for group, size in sizes.items()}
    return [Answer(group, {"met": 4}) for group, size in groups.items() for _form in range(size)]


@pytest.mark.parametrize(
    ("sizes", "shown", "hidden"),
    [
        ({"youth": 8, "official": 5}, ["official", "youth"], 0),
        ({"youth": 8, "official": 4}, [], 12),  # four could be worked out from the total
        ({"youth": 8, "official": 4, "expert": 6}, ["youth"], 10),
        ({"youth": 8, "official": 4, "expert": 1}, ["youth"], 5),
        ({"youth": 8, "none": 3}, [], 11),
        ({"youth": 8, "none": 7}, ["youth"], 7),
    ],
)
def test_a_group_is_shown_only_where_nobody_in_it_or_beside_it_is_recognised(
    sizes: dict[str, int], shown: list[str], hidden: int
) -> None:
    found = voices(forms(**sizes))
    assert (list(found.groups), found.hidden) == (shown, hidden)


@given(some.dictionaries(some.sampled_from("abcdefg"), some.integers(1, 12), max_size=7))
def test_what_is_hidden_is_never_fewer_than_five(sizes: dict[str, int]) -> None:
    found = voices(forms(**sizes))
    assert found.hidden == 0 or found.hidden >= LEAST or found.forms < LEAST
    assert all(size >= LEAST for size, _tallies in found.groups.values())
    assert found.hidden + sum(size for size, _tallies in found.groups.values()) == found.forms


def test_marks_are_counted_exactly_and_a_question_left_empty_is_not_a_zero() -> None:
    found = voices([Answer("", {"met": 5, "again": 1}), Answer("", {"met": 4}), Answer("", {"met": 4})])
    assert found.total["met"].counts == (0, 0, 0, 2, 1) and found.total["met"].mean == Fraction(13, 3)
    assert found.total["again"].answers == 1 and found.total["real"].mean is None


def test_a_question_that_few_of_a_group_have_marked_is_left_out_of_the_group() -> None:
    filled = [Answer("youth", {"met": 4, **({"again": 1} if number < 2 else {})}) for number in range(6)]
    size, tallies = voices(filled).groups["youth"]
    assert size == 6 and list(tallies) == ["met"]


def test_the_order_in_which_things_were_said_tells_nothing(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    for text in ("Rohkem pause", "alusta hiljem", "Mõnus"):
        add_form(event, Answer("youth", {}, {"better": text}))
    assert what_people_said(event).said["better"] == ("alusta hiljem", "Mõnus", "Rohkem pause")
    undo(event)
    assert what_people_said(event).forms == 2


@pytest.mark.parametrize("marks", [{"met": 6}, {"met": 0}, {"better": 3}, {"unknown": 3}, {}])
def test_a_mark_that_is_none_and_an_empty_form_are_refused(tmp_path: Path, marks: dict[str, int]) -> None:
    event = an_empty_event(tmp_path)
    with pytest.raises(HackDeskError):
        add_form(event, Answer("", marks, {"better": "  "}))
    assert what_people_said(event).forms == 0


def test_an_event_words_its_own_questions_and_has_the_usual_ones_back(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    word_questions(event, {"met": "Kas kohtusid uute inimestega?"})
    assert questions(event)[0].text == "Kas kohtusid uute inimestega?"
    assert questions(event, "et")[3].text == "Tuleksin uuesti."
    word_questions(event, {"met": " "})
    assert questions(event)[0].text == "I worked with people I would not have met otherwise."
