"""Every file that is no event to work on gets its sentence and is left as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.agenda import queries as agenda
from hackdesk.errors import HackDeskError
from hackdesk.event import backup, migrate
from hackdesk.event.check import check
from hackdesk.event.place import kind_of_mount
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import queries as jury
from hackdesk.people.queries import people
from hackdesk.people.tables import PersonRow


def closed_event(folder: Path) -> Path:
    event = an_empty_event(folder)
    with event.change("add") as session:
        session.add_all(PersonRow(code=f"A{number}", given_name="Anu" * 20) for number in range(200))
    event.close()
    return event.path


def refusal(path: Path) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(HackDeskError) as caught:
        Event.open(path)
    if before is not None:
        assert path.read_bytes() == before
    return str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "gone.hackdesk")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a spreadsheet", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.hackdesk"
    path.write_bytes(content)
    assert "is not a HackDesk event file" in refusal(path)


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.hackdesk"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert "is not a HackDesk event file" in refusal(path)


def test_a_file_from_a_newer_hackdesk(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {migrate.SCHEMA + 1}")
    connection.close()
    assert "newer HackDesk" in refusal(path)


def test_a_read_only_file(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    path.chmod(0o444)
    assert "read-only" in refusal(path)


def test_a_damaged_file_names_the_folder_of_copies(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    assert "damaged" in refusal(path) and "event.backups" in refusal(path)


def test_a_rewritten_journal_is_seen_at_opening(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE journal SET actor = 'somebody else' WHERE number = 2")
    connection.commit()
    connection.close()
    assert "damaged" in refusal(path)


def test_a_row_changed_behind_the_journal_is_found_by_the_thorough_check(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE people SET given_name = 'x' WHERE code = 'A7'")
    connection.commit()
    connection.close()
    event = Event.open(path)
    found = check(event)
    assert not found.sound and len(found.changed_behind_the_journal) == 1
    event.close()


def test_a_network_share_is_known_by_its_mount() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\n//server/share /mnt/our\\040share cifs rw 0 0\n"
    assert kind_of_mount(Path("/mnt/our share/day.hackdesk"), mounts) == "cifs"
    assert kind_of_mount(Path("/home/anu/day.hackdesk"), mounts) == "ext4"


def test_an_existing_file_is_never_overwritten_by_a_new_event(tmp_path: Path) -> None:
    path = closed_event(tmp_path)
    before = path.read_bytes()
    with pytest.raises(HackDeskError, match="already a file"):
        Event.create(path)
    assert path.read_bytes() == before


def test_an_older_file_is_brought_up_to_date_after_a_copy_was_kept(tmp_path: Path) -> None:
    path = closed_event(tmp_path)

    def add_hall(operations: object) -> None:
        operations.execute("CREATE TABLE halls (name TEXT)")  # type: ignore[attr-defined]

    copy = migrate.bring_up_to_date(path, FakeClock(), steps={migrate.SCHEMA: add_hall}, target=migrate.SCHEMA + 1)
    assert copy is not None and migrate.version_of(copy) == migrate.SCHEMA
    assert migrate.version_of(path) == migrate.SCHEMA + 1
    assert "newer HackDesk" in refusal(path)
    old = Event.open(copy)
    assert check(old).sound
    old.close()


def test_a_file_of_the_first_version_keeps_everything_and_gets_the_same_tables_as_a_new_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "day.hackdesk"
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8"))
    old.close()

    event = Event.open(path)
    arrived = [(one.name, one.status, one.photo_consent) for one in people(event)]
    assert arrived == [("Jānis Bērziņš", "arrived", None), ("Mari Tamm", "registered", None),
                       ("Õnne-Ly Kuusk", "arrived", False)]  # fmt: skip
    assert check(event).sound
    undo(event)
    assert check(event).sound
    event.close()
    (tmp_path / "new").mkdir()
    fresh = an_empty_event(tmp_path / "new")
    fresh.close()
    assert tables_of(path) == tables_of(fresh.path)


def test_a_file_of_the_second_version_keeps_its_stage_and_gets_the_tables_of_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "day.hackdesk"
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "version_2.sql").read_text(encoding="utf-8"))
    old.close()

    event = Event.open(path)
    assert [(turn.name, turn.position, turn.seed) for turn in agenda.pitches(event)] == [
        ("Youth room", 1, 1907), ("Empty houses", 2, 1907), ("Village bus", 3, 1907),
    ]  # fmt: skip
    assert [item.title for item in agenda.programme(event)] == [
        "Arrival and coffee", "Opening", "Topics are introduced",
    ]  # fmt: skip
    timer, shown = agenda.timer(event), agenda.stage(event)
    assert (timer.phase, timer.seconds, timer.running) == ("pitch", 240, True)
    assert (shown.view, shown.message) == ("timer", "Supper at 19:00")
    assert check(event).sound
    undo(event)
    assert check(event).sound
    event.close()
    (tmp_path / "new").mkdir()
    fresh = an_empty_event(tmp_path / "new")
    fresh.close()
    assert tables_of(path) == tables_of(fresh.path)


def test_a_file_of_the_third_version_keeps_its_ballots_and_what_was_signed(tmp_path: Path) -> None:
    path = tmp_path / "jury.hackdesk"
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "version_3.sql").read_text(encoding="utf-8"))
    old.close()

    event = Event.open(path)
    ballots = jury.progress(event).judging.ballots
    assert sorted(ballot.state for ballot in ballots) == ["complete"] * 5 + ["recused"]
    assert {ballot.round for ballot in ballots} == {1} and {one.way for one in ballots} == {"paper", "laptop"}
    assert [(award.name, award.by_place) for award in jury.awards(event)] == [
        ("Main prize", 1), ("Library's choice", None),
    ]  # fmt: skip
    signed = jury.sealed(event)
    assert signed is not None and (signed.number, signed.stands) == (1, False)
    assert [place.team for place in signed.results.places] == [place.team for place in jury.results(event).places]
    assert check(event).sound
    event.close()
    (tmp_path / "new").mkdir()
    fresh = an_empty_event(tmp_path / "new")
    fresh.close()
    assert tables_of(path) == tables_of(fresh.path)


def tables_of(path: Path) -> dict[str, object]:
    """Every table with its columns and every index, in whatever order they were made."""
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    shape = {
        name: sorted((column[1:5] for column in connection.execute(f"PRAGMA table_info('{name}')")), key=repr)
        for name in names
    }
    references = {
        name: sorted((one[2:5] for one in connection.execute(f"PRAGMA foreign_key_list('{name}')")), key=repr)
        for name in names
    }
    connection.close()
    return {"shape": shape, "references": references}


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = closed_event(tmp_path)

    def half(operations: object) -> None:
        operations.execute("CREATE TABLE halls (name TEXT)")  # type: ignore[attr-defined]
        raise ValueError("a slip in the step")

    with pytest.raises(ValueError, match="a slip"):
        migrate.bring_up_to_date(path, FakeClock(), steps={migrate.SCHEMA: half}, target=migrate.SCHEMA + 1)
    event = Event.open(path)
    assert check(event).sound
    event.close()


def test_backups_are_made_only_after_a_change_and_ten_are_kept(tmp_path: Path, clock: FakeClock) -> None:
    event = an_empty_event(tmp_path, clock=clock)
    opened_at = clock.now
    last = None
    for number in range(13):
        clock.forward(minutes=6)
        assert backup.is_due(event, last, opened_at)
        with event.change("add") as session:
            session.add(PersonRow(code=str(number), given_name="Anu"))
        last = backup.back_up(event, last)
        assert last is not None and backup.back_up(event, last) is None
        assert not backup.is_due(event, last, opened_at)
    copies = sorted(backup.folder_of(event.path).iterdir())
    assert len(copies) == backup.KEPT
    newest = Event.open(copies[-1])
    assert newest.head() == event.head() and check(newest).sound
    newest.close()


def test_a_backup_that_cannot_be_written_says_so_and_leaves_the_old_one(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(HackDeskError, match="could not be written"):
        backup.copy(event, blocked / "copy.hackdesk")
    assert blocked.read_text() == "a file where a folder should be"
