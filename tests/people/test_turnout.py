"""How many are wanted, one municipality under many spellings, and calls that are noted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language
from hackdesk.people import actions, queries
from hackdesk.people.actions import BroughtIn
from hackdesk.people.municipalities import Municipalities
from hackdesk.people.rules import STAKEHOLDER_GROUPS, Draft
from hackdesk.people.turnout import GROUP, MUNICIPALITY, Outcome, Tally, standing, usual_mix

KEYS = [group.key for group in STAKEHOLDER_GROUPS]


@pytest.mark.parametrize("spelled", [
    "Rõuge", "rõuge v.", "RÕUGE VALD", "Rõuge Vallavalitsus", "Rouge vald", "Rõuge vallast",
    "Viitina küla, Rõuge vald, Võrumaa", "Võru maakond, Rõuge vald", "Rõuge parish", "  Rõuge   vald ",
])  # fmt: skip
def test_one_municipality_is_counted_under_all_its_spellings(spelled: str) -> None:
    places = Municipalities(["Rõuge vald", spelled])
    assert places.key(spelled) == places.key("Rõuge vald")
    assert [places.name(key) for key in places.keys] == ["Rõuge vald"]


@pytest.mark.parametrize(("one", "other"), [
    ("Võru linn", "Võru vald"), ("Võru", "Võru vald"), ("Võru", "Võru linn"), ("Tartu", "Tartu vald"),
    ("Võru maakond", "Võru vald"), ("Rõuge vald", "Antsla vald"), ("Võru linn", "Võrumaa"),
    ("Lääne-Harju vald", "Lääne-Nigula vald"), ("Rõuge", "Rõngu"),
])  # fmt: skip
def test_two_places_that_only_look_alike_stay_two(one: str, other: str) -> None:
    assert len(Municipalities([one, other]).keys) == 2


def test_a_bare_name_of_a_town_and_a_parish_stays_by_itself_until_somebody_merges_it() -> None:
    spelled = ["Valka", "Valka linn", "Valka vald"]
    assert len(Municipalities(spelled).keys) == 3
    merged = Municipalities(spelled, {"valka": "valka linn"})
    assert [(merged.name(key), merged.spellings(key)) for key in merged.keys] == [
        ("Valka linn", ("Valka", "Valka linn")), ("Valka vald", ("Valka vald",)),
    ]  # fmt: skip


@given(st.lists(st.text(max_size=30), max_size=12), st.dictionaries(st.text(max_size=8), st.text(max_size=8)))
def test_every_answer_is_counted_once_whatever_was_typed(texts: list[str], merged: dict[str, str]) -> None:
    places = Municipalities(texts, merged)
    counted = [key for text in texts if (key := places.key(text))]
    assert set(counted) == set(places.keys)
    assert all(places.name(key) for key in places.keys)


@given(st.integers(0, 9999), st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
def test_the_usual_mix_adds_up_and_nobody_is_off_by_more_than_one(everybody: int, keys: list[str]) -> None:
    mix = usual_mix(everybody, [*keys, "own_group"])
    assert sum(mix.values()) == everybody
    assert list(mix) == keys


def test_the_usual_mix_of_a_hundred() -> None:
    assert usual_mix(100, KEYS) == {
        "public_servant": 20, "community": 25, "end_user": 20, "entrepreneur": 12, "expert": 15, "youth": 8,
    }  # fmt: skip
    assert usual_mix(40, ["own_group"]) == {}


@pytest.mark.parametrize(("registered", "wanted", "said"), [
    (6, 10, "4 more wanted"), (10, 10, "enough"), (22, 10, "12 more than wanted"), (3, None, ""), (0, 0, "enough"),
])  # fmt: skip
def test_how_it_stands_is_said_in_words(registered: int, wanted: int | None, said: str) -> None:
    assert standing(Tally(GROUP, "youth", "Youth", registered, wanted), language("en")) == said


def test_more_than_the_usual_least_is_enough() -> None:
    tally = Tally("topic", "bus", "Bus", 18, usual=4)
    assert (tally.wanted, tally.missing, standing(tally, language("en"))) == (4, 0, "enough")


def test_one_click_writes_the_mix_and_one_undo_takes_it_back(event: Event) -> None:
    actions.set_wanted(event, GROUP, "youth", 30)
    actions.want_usual_mix(event, 50)
    assert [group.wanted for group in queries.groups(event)] == [10, 13, 10, 6, 7, 4]
    undo(event)
    assert [group.wanted for group in queries.groups(event)] == [None, None, None, None, None, 30]


def test_a_number_that_cannot_be_wanted_is_refused(event: Event) -> None:
    for kind, subject, wanted in ((GROUP, "youth", -1), (GROUP, "nobody", 3), (MUNICIPALITY, " ", 3)):
        with pytest.raises(HackDeskError):
            actions.set_wanted(event, kind, subject, wanted)


def wanted_from(event: Event) -> list[tuple[str, int]]:
    with event.read() as session:
        return [(target.subject, target.wanted) for target in queries.targets_in(session)]


def test_a_target_of_another_spelling_is_the_same_target(event: Event) -> None:
    actions.set_wanted(event, MUNICIPALITY, "Rõuge vald", 5)
    actions.set_wanted(event, MUNICIPALITY, "rõuge v.", 8)
    assert wanted_from(event) == [("Rõuge vald", 8)]
    actions.set_wanted(event, MUNICIPALITY, "Rõuge", None)
    assert wanted_from(event) == []


def test_merging_by_hand_is_remembered_and_taken_apart_again(event: Event) -> None:
    actions.merge_municipalities(event, "rouge", "rouge vald")
    actions.merge_municipalities(event, "rouge vald", "antsla vald")
    assert settings_of(event).merged_municipalities == {"rouge": "antsla vald", "rouge vald": "antsla vald"}
    actions.part_municipality(event, "antsla vald")
    assert settings_of(event).merged_municipalities == {}
    with pytest.raises(HackDeskError):
        actions.merge_municipalities(event, "rouge", "rouge")


def test_calls_are_kept_latest_first_and_taken_back(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu", phone="+372 5123 4567"))
    actions.note_call(event, anu.id, Outcome.NO_ANSWER)
    clock.forward(minutes=10)
    late = actions.note_call(event, anu.id, Outcome.LATE)
    actions.add_call_note(event, late.id, "  20 min  late ")
    with event.read() as session:
        calls = queries.calls_in(session)[anu.id]
    assert [(call.outcome, call.note) for call in calls] == [
        (Outcome.LATE, "20 min late"), (Outcome.NO_ANSWER, ""),
    ]  # fmt: skip
    undo(event)
    undo(event)
    with event.read() as session:
        assert [call.outcome for call in queries.calls_in(session)[anu.id]] == [Outcome.NO_ANSWER]
    assert not any("5123" in change.action for change in event.changes_since(0))


def test_whom_the_last_list_added_is_known_after_later_changes(
    event: Event, brought: Callable[..., BroughtIn]
) -> None:
    def newest() -> set[str]:
        with event.read() as session:
            ids = queries.newest_in(session)
        return {person.name for person in queries.people(event) if person.id in ids}

    brought("Nimi;E-post", "Anu;anu@naide.ee")
    assert newest() == set()
    brought("Nimi;E-post", "Anu;anu@naide.ee", "Mati;mati@naide.ee", "Liis;liis@naide.ee")
    actions.add_person(event, Draft("Kohapeal"))
    assert newest() == {"Mati", "Liis"}
    brought("Nimi;E-post", "Anu;anu@naide.ee", "Uku;uku@naide.ee")
    assert newest() == {"Uku"}
