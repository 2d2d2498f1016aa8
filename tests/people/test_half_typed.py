"""Half-typed forms beside the event file, and two versions of a person made into one."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from builders import STRANGE_NAME, FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.people.half_typed import HalfTyped, folder_of, forget_half_typed, half_typed, keep_half_typed
from hackdesk.people.merging import merged
from hackdesk.people.rules import Draft, tidied


def test_a_form_comes_back_as_it_was_typed_and_leaves_nothing_behind(event: Event, clock: FakeClock) -> None:
    draft = Draft(STRANGE_NAME, groups=("expert",), minor=True, photo_consent=False, remarks="kaks\nrida ")
    one = HalfTyped(clock.now, draft)
    clock.forward(minutes=1)
    edited = HalfTyped(clock.now, Draft("Anu", "Kask"), Draft("Anu"), uuid4(), 3)
    for form in (edited, one):
        keep_half_typed(event, form)
    keep_half_typed(event, one)
    assert half_typed(event) == (one, edited)
    for form in (one, edited, one):
        forget_half_typed(event, form.id)
    assert half_typed(event) == () and not folder_of(event.path).exists()


def test_a_broken_file_is_passed_over_and_stays(event: Event, clock: FakeClock) -> None:
    keep_half_typed(event, HalfTyped(clock.now, Draft("Anu")))
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"id": 1}'), ("d", "\x00")):
        (folder_of(event.path) / f"{name}.json").write_text(text)
    assert [form.draft.given_name for form in half_typed(event)] == ["Anu"]


def test_a_disk_that_refuses_is_said(event: Event, clock: FakeClock) -> None:
    folder_of(event.path).write_text("a file where the folder should be")
    with pytest.raises(HackDeskError, match="could not be kept"):
        keep_half_typed(event, HalfTyped(clock.now, Draft("Anu")))
    assert half_typed(event) == ()


def test_two_desks_changes_stand_beside_each_other() -> None:
    began = Draft("Anu", "Mets", phone="5551", groups=("expert", "youth"), languages=("et",))
    mine = replace(began, phone="5552", groups=("expert",), languages=("et", "en"), diet="vegan")
    theirs = replace(began, family_name="Kask", phone="5553", groups=("expert", "youth", "community"))
    both = merged(began, mine, theirs)
    assert both.differing == ("phone",) and both.draft.phone == "5552"
    assert (both.draft.family_name, both.draft.diet, both.draft.languages) == ("Kask", "vegan", ("et", "en"))
    assert both.draft.groups == ("expert", "community")


def test_a_walk_in_who_is_on_the_list_fills_what_is_empty_there() -> None:
    typed = Draft("onne-ly", "KUUSK", phone="+372 5551234", organisation="Rõuge", diet="vegan")
    listed = Draft("Õnne-Ly", "Kuusk", phone="5551234", organisation="Rõuge vald", email="o@naide.ee")
    both = merged(Draft(), typed, listed)
    assert both.differing == ("organisation",)
    assert both.draft == replace(listed, organisation="Rõuge", diet="vegan")


DRAFTS = st.builds(
    Draft, given_name=st.sampled_from(["", "Anu", "anu", "Õnne"]),
    phone=st.sampled_from(["", "5551234", "555 12 34"]),
    groups=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
    choices=st.sampled_from([(), ("x",), ("y", "x")]),
    minor=st.booleans(), photo_consent=st.sampled_from([None, True, False]),
)  # fmt: skip


@given(DRAFTS, DRAFTS, DRAFTS)
def test_what_only_one_of_them_changed_is_never_lost(base: Draft, mine: Draft, theirs: Draft) -> None:
    both = merged(base, mine, theirs)
    assert merged(base, mine, base).draft == tidied(mine) and merged(base, base, theirs).draft == tidied(theirs)
    assert merged(base, mine, mine) == merged(mine, mine, mine)
    for name in both.differing:
        assert getattr(both.draft, name) == getattr(tidied(mine), name) != getattr(base, name)
