"""The one door: what is confirmed is written, and nothing is written around it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock, an_empty_event
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event import journal
from hackdesk.event.check import check
from hackdesk.event.prepared import Query
from hackdesk.event.settings import EventSettings, change_settings, settings_of
from hackdesk.event.store import Event, WriteOutsideChange
from hackdesk.event.undo import undo
from hackdesk.people.tables import AttendanceRow, PersonRow


def add(event: Event, code: str, name: str = "Anu") -> None:
    with event.change("add") as session:
        session.add(PersonRow(code=code, given_name=name))


def names(event: Event) -> list[str]:
    with event.read() as session:
        return sorted(row.given_name for row in session.query(PersonRow))


def test_what_a_change_block_did_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1", "Õnne-Ly")
    event.close()
    again = Event.open(event.path)
    assert names(again) == ["Õnne-Ly"]
    again.close()


def test_an_error_inside_the_block_leaves_no_trace(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    head = event.head()
    with pytest.raises(ZeroDivisionError), event.change("add") as session:
        session.add(PersonRow(code="A1", given_name="Anu"))
        session.flush()
        _ = 1 / 0
    assert names(event) == [] and event.head() == head


def test_nothing_changed_writes_no_entry(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    head = event.head()
    with event.change("look") as session:
        session.query(PersonRow).one().given_name = "Anu"
    assert event.head() == head


def test_two_flushes_are_one_entry_with_the_first_before_and_the_last_after(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1", "Anu")
    with event.change("rename twice") as session:
        row = session.query(PersonRow).one()
        row.given_name = "Bea"
        session.flush()
        row.given_name = "Cia"
    with event.read() as session:
        entry = session.get_one(journal.JournalRow, event.head())
        assert '"Anu"' in (entry.before or "") and '"Bea"' not in (entry.before or "")
        assert '"Cia"' in (entry.after or "")


def test_a_column_first_set_after_its_row_was_inserted_is_in_the_journal(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    with event.change("add in two steps") as session:
        row = PersonRow(code="A1", given_name="Anu")
        session.add(row)
        session.flush()
        row.registered_at = event.clock.utc_now()
    assert check(event).sound


def test_a_time_of_another_zone_is_the_same_moment_in_row_and_journal(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    there = event.clock.utc_now().astimezone(ZoneInfo("Europe/Tallinn"))
    with event.change("add") as session:
        session.add(PersonRow(code="A1", given_name="Anu", registered_at=there))
    with event.read() as session:
        assert session.query(PersonRow).one().registered_at == there
    assert check(event).sound


def test_a_row_made_and_removed_in_one_block_was_never_there(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    head = event.head()
    with event.change("nothing in the end") as session:
        row = PersonRow(code="A1", given_name="Anu")
        session.add(row)
        session.flush()
        session.delete(row)
    assert event.head() == head


def test_a_row_written_without_an_object_is_told_like_any_other_and_can_be_taken_back(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    person, there = uuid4(), event.clock.utc_now().astimezone(ZoneInfo("Europe/Tallinn"))
    add(event, "A1", "Anu")
    with event.change("bring in") as session:
        values = {"code": "A2", "given_name": "Bea", "groups": ["expert"], "registered_at": there}
        session.insert_row(PersonRow, id=person, **values)
        assert session.query(PersonRow).count() == 2
        session.insert_row(AttendanceRow, person_id=person, day=date(2026, 11, 14), came_at=there, station="door")
    with event.read() as session:
        row = session.get_one(PersonRow, person)
        assert (row.groups, row.registered_at, row.minor, row.version, row.as_registered) == (
            ["expert"], there, False, 1, {},
        )  # fmt: skip
        assert session.query(AttendanceRow).one().away == []
    (change,) = event.changes_since(event.head() - 1)
    assert {table: len(ids) for table, ids in change.subjects.items()} == {"people": 1, "attendance": 1}
    assert check(event).sound
    undo(event)
    assert names(event) == ["Anu"] and check(event).sound


def test_a_row_written_without_an_object_leaves_the_door_shut_and_obeys_references(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    day = {"day": date(2026, 11, 14), "came_at": event.clock.utc_now(), "station": "door"}
    with pytest.raises(WriteOutsideChange), event.change("bulk") as session:
        session.insert_row(PersonRow, code="A1", given_name="Anu")
        session.execute(text("UPDATE people SET given_name = 'x'"))
    with pytest.raises(sqlite3.IntegrityError), event.change("nobody") as session:
        session.insert_row(AttendanceRow, person_id=uuid4(), **day)
    with pytest.raises(TypeError, match="nickname"), event.change("a slip") as session:
        session.insert_row(PersonRow, code="A1", nickname="Anu")
    with pytest.raises(TypeError, match="only what reads"):
        Query(insert(PersonRow))  # type: ignore[arg-type]
    assert names(event) == [] and check(event).sound


def test_what_is_asked_at_every_scan_is_answered_as_sqlalchemy_would(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    with event.change("add") as session:
        now = event.clock.utc_now()
        session.add(PersonRow(code="A1", given_name="Õnne-Ly", skills=["käsitöö"], registered_at=now))
        asked = select(PersonRow.__table__).where(PersonRow.__table__.c.code == bindparam("code"))
        assert Query(asked).rows(session, code="A1")[0].skills == ["käsitöö"]
    with event.read() as session:
        known = [tuple(row) for row in session.execute(asked, {"code": "A1"})]
        assert len(known) == 1 and Query(asked).rows(session, code="A1") == known


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET given_name = 'x'",
        "  delete from people",
        "INSERT INTO settings (id, value, version) VALUES ('a', '1', 1)",
        "REPLACE INTO settings (id, value, version) VALUES ('a', '1', 1)",
    ],
)
def test_writing_around_the_journal_is_refused(tmp_path: Path, statement: str) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1")
    with pytest.raises(WriteOutsideChange), event.read() as session:
        session.execute(text(statement))
    with pytest.raises(WriteOutsideChange), event.change("bulk") as session:
        session.execute(text(statement))
    assert names(event) == ["Anu"] and check(event).sound


def test_what_is_confirmed_is_on_the_disk(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    asked = "from hackdesk.event.store import Event; from pathlib import Path; import sys\n"
    asked += "with Event.open(Path(sys.argv[1])).read() as session:\n"
    asked += "    print(session.connection().exec_driver_sql('PRAGMA synchronous').scalar())"
    # In a process of its own: this one is told not to wait for the disk, see conftest.
    command = [sys.executable, "-c", asked, str(event.path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == "2\n"  # FULL


def test_a_reading_session_cannot_write_through_objects_either(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    with event.read() as session:
        session.add(PersonRow(code="A1", given_name="Anu"))
        with pytest.raises(WriteOutsideChange):
            session.commit()
    assert names(event) == []


def test_an_action_inside_an_action_raises_at_once(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    with pytest.raises(RuntimeError, match="never calls an action"), event.change("outer"):
        add(event, "A1")
    add(event, "A2")
    assert names(event) == ["Anu"]


def test_writers_on_several_threads_and_two_openings_are_put_in_line(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    other = Event.open(event.path, station="second desk")

    def write(target: Event, first: int) -> None:
        for number in range(first, first + 25):
            add(target, f"C{number}")

    threads = [
        threading.Thread(target=write, args=(target, first))
        for target, first in ((event, 0), (event, 100), (other, 200), (other, 300))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(event)) == 100
    numbers = [change.number for change in other.changes_since(0)]
    assert numbers == list(range(1, 102))
    assert check(event).sound


def test_a_personal_detail_erased_from_an_entry_leaves_the_chain_whole(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add(event, "A1", "Anu")
    add(event, "A2", "Bea")

    def erase(session: Session) -> None:
        entry = session.get_one(journal.JournalRow, 2)
        entry.before = entry.after = entry.salt = None

    with event.change("erase") as session:
        erase(session)
        session.add(PersonRow(code="A3", given_name="Cia"))
    with event.read() as session:
        assert journal.broken_links(session) == []
    assert check(event).sound


def test_settings_are_kept_and_a_wrong_one_is_refused_in_words(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    kept = settings_of(event)
    change_settings(event, EventSettings(**{**kept.__dict__, "name": " Värska "}))
    assert settings_of(event).name == "Värska"
    with pytest.raises(HackDeskError, match="no time zone “Mars”"):
        change_settings(event, EventSettings(**{**kept.__dict__, "timezone": "Mars"}))
    with pytest.raises(HackDeskError, match="before it starts"):
        change_settings(event, EventSettings(**{**kept.__dict__, "ends_on": kept.starts_on.replace(year=2020)}))
    assert settings_of(event).name == "Värska"


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(["add", "rename", "remove"]), st.integers(0, 4)), max_size=12))
def test_the_journal_replayed_gives_the_rows_that_are_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    event = an_empty_event(tmp_path_factory.mktemp("replay"), clock=FakeClock())
    for turn, (kind, which) in enumerate(steps):
        with event.change(kind) as session:
            row = session.query(PersonRow).filter_by(code=str(which)).one_or_none()
            if kind == "add" and row is None:
                session.add(PersonRow(code=str(which), given_name="Anu", groups=["expert"]))
            elif kind == "rename" and row is not None:
                row.given_name = f"Name {turn}"
            elif kind == "remove" and row is not None:
                session.delete(row)
    assert check(event).sound
    event.close()
