"""Undo writes the opposite as a new change, and refuses where something was built on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from builders import an_empty_event

from hackdesk.event.check import check
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import CannotUndo, undo, undoable
from hackdesk.jury.tables import CriterionRow
from hackdesk.language import language
from hackdesk.people.tables import AttendanceRow, PersonRow


def add(event: Event, code: str) -> None:
    with event.change("add person") as session:
        session.add(PersonRow(code=code, given_name="Anu", registered_at=event.clock.utc_now()))


def codes(event: Event) -> list[str]:
    with event.read() as session:
        return sorted(row.code for row in session.query(PersonRow))


def test_the_last_change_of_this_desk_goes_and_the_journal_keeps_both(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    add(event, "A2")
    assert undo(event).action == "add person"
    assert codes(event) == ["A1"]
    assert [change.undoes for change in event.changes_since(0)] == [None, None, None, 3]
    undo(event)
    assert codes(event) == [] and check(event).sound


def test_another_desks_change_is_not_ours_to_undo_by_key(tmp_path: Path) -> None:
    ours = an_empty_event(tmp_path)
    theirs = Event.open(ours.path, station="second desk")
    add(ours, "A1")
    add(theirs, "B1")
    undo(ours)
    assert codes(ours) == ["B1"]
    last = undoable(theirs)
    assert last is not None and last.station == "second desk"


def test_a_removed_row_comes_back_with_every_value(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    with event.change("add criterion") as session:
        session.add(CriterionRow(name="Value", lowest=Fraction(1), highest=Fraction(5), weight=Fraction(1, 3)))
    add(event, "A1")
    for table in (CriterionRow, PersonRow):
        with event.change("remove") as session:
            session.delete(session.query(table).one())
    undo(event)
    undo(event)
    with event.read() as session:
        assert session.query(CriterionRow).one().weight == Fraction(1, 3)
        assert session.query(PersonRow).one().registered_at == event.clock.utc_now()
    assert check(event).sound


def test_a_chosen_change_is_taken_back_where_nothing_later_depends_on_it(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    add(event, "A2")
    undo(event, 2)
    assert codes(event) == ["A2"]
    with pytest.raises(CannotUndo, match="was undone before"):
        undo(event, 2)


def test_a_change_that_was_edited_later_is_refused_by_name(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    with event.change("rename") as session:
        session.query(PersonRow).one().given_name = "Bea"
    with pytest.raises(CannotUndo, match="“rename” came later"):
        undo(event, 2)
    undo(event)
    undo(event)
    assert codes(event) == []


def test_a_person_who_was_checked_in_later_cannot_vanish(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    with event.change("check in") as session:
        person = session.query(PersonRow).one()
        day, now = date(2026, 11, 14), event.clock.utc_now()
        session.add(AttendanceRow(person_id=person.id, day=day, came_at=now, station="desk"))
    with pytest.raises(CannotUndo, match="added to it later"):
        undo(event, 2)
    assert codes(event) == ["A1"] and check(event).sound


def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    other = Event.open(event.path, station="fresh desk")
    assert undoable(other) is None
    with pytest.raises(CannotUndo, match="nothing to undo"):
        undo(other)
    with pytest.raises(CannotUndo, match="no change number 99"):
        undo(event, 99)


def test_neither_the_beginning_nor_an_undo_is_taken_back(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    undo(event)
    with pytest.raises(CannotUndo, match="Entry 3 is itself a taking back"):
        undo(event, 3)
    with pytest.raises(CannotUndo, match="The event begins with this entry"):
        undo(event)
    assert codes(event) == [] and event.head() == 3 and check(event).sound


def test_a_refusal_names_the_action_in_the_readers_language(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    for name in ("Värska", "Rõuge"):
        change_settings(event, replace(settings_of(event), name=name))
    with pytest.raises(CannotUndo) as refused:
        undo(event, 2)
    assert "sündmuse andmete muutmine" in language("et").error(refused.value)
