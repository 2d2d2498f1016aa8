"""The archive: the whole event in one folder, what is private apart, nothing overwritten, nothing half left."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from hackdesk import laptop
from hackdesk.archive.folders import Archive, disk_name
from hackdesk.archive.making import begin_archive, begin_archive_at, fill_archive, fill_archive_of
from hackdesk.cli import command_line
from hackdesk.documents.queries import last_printed
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import erase_personal_data
from hackdesk.people.actions import add_person
from hackdesk.people.queries import people
from hackdesk.people.rules import Draft
from hackdesk.rehearsal import Scale, sample_event
from hackdesk.steps import Cancelled

PRIVATE = "8 Privaatne, mitte edasi anda"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("played") / "sample.hackdesk"
    sample_event(path, Scale(people=12, teams=2, jurors=2))
    return path


@pytest.fixture
def event(played: Path, tmp_path: Path):
    made = Event.open(shutil.copy(played, tmp_path / "sample.hackdesk"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def archive(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """One archive that several tests look at."""
    folder = tmp_path_factory.mktemp("archive") / "whole"
    folder.mkdir()
    return fill_archive_of(played, folder, "desk")


def names(archive: Archive) -> list[str]:
    return [path.relative_to(archive.folder).as_posix() for path in archive.folder.rglob("*") if path.is_file()]


def test_papers_lie_in_numbered_folders_and_what_is_private_apart(archive: Archive) -> None:
    made = names(archive)
    folders = sorted({name.split("/")[0] for name in made if "/" in name})
    assert [folder[0] for folder in folders] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    apart = {name.split("/")[1] for name in made if name.startswith(PRIVATE)}
    assert "sample.hackdesk" in apart
    for word in ("köögile", "söögikorrad", "telefonidega", "keda ootame", "väljakuulutajale"):
        assert any(word in name for name in apart), word
    assert not [name for name in made if "telefon" in name and not name.startswith(PRIVATE)]
    assert not [name for name in made if "sedelid" in name or "kaardid" in name]


def test_the_copy_of_the_event_opens_and_is_whole(archive: Archive, played: Path) -> None:
    copy, original = (Event.open(path) for path in (archive.folder / PRIVATE / "sample.hackdesk", played))
    assert [one.id for one in people(copy)] == [one.id for one in people(original)]
    copy.close(), original.close()


def test_tables_come_as_xlsx_and_csv_without_health_or_contact_data(archive: Archive) -> None:
    folder = next(archive.folder.glob("7 *"))
    assert {path.suffix for path in folder.iterdir()} == {".xlsx", ".csv"}
    assert all(ZipFile(path).testzip() is None for path in folder.glob("*.xlsx"))
    text = "".join(path.read_text("utf-8-sig") for path in folder.glob("*.csv"))
    copy = Event.open(archive.folder / PRIVATE / "sample.hackdesk")
    private = {value for one in people(copy) for value in (one.email, one.phone, one.diet, one.code) if value}
    copy.close()
    assert private
    assert [value for value in private if value in text] == []


def test_the_read_me_names_every_file_and_says_what_is_missing_and_why(archive: Archive) -> None:
    text = (archive.folder / "LOE KÕIGEPEALT.txt").read_text("utf-8-sig")
    missing = [one.path.name for one in archive.files if one.path.name not in text]
    assert missing == []
    assert {one.path.as_posix() for one in archive.files} == {
        name for name in names(archive) if not name.endswith(("-wal", "-shm", ".txt"))
    }
    assert PRIVATE in text
    assert "Kes vahetas kohta" in text


def test_an_archive_is_not_a_print(event: Event, tmp_path: Path) -> None:
    before = last_printed(event)
    fill_archive(event, begin_archive(event, tmp_path))
    assert last_printed(event) == before


def test_a_second_archive_lies_beside_the_first_and_a_full_folder_is_refused(event: Event, tmp_path: Path) -> None:
    first, second = begin_archive(event, tmp_path), begin_archive(event, tmp_path)
    assert (second.name, first.is_dir()) == (f"{first.name} (2)", True)
    (first / "own words.txt").write_text("mine")
    with pytest.raises(HackDeskError, match="There is something in"):
        begin_archive_at(event, first)
    assert (first / "own words.txt").read_text() == "mine"


def test_stopping_takes_the_folder_away(event: Event, tmp_path: Path) -> None:
    folder = begin_archive(event, tmp_path)

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        fill_archive(event, folder, step=stop)
    assert not folder.exists()


def test_a_document_that_cannot_be_made_is_named_and_the_others_are_made(event: Event, tmp_path: Path) -> None:
    add_person(event, Draft("陳大文"))
    made = fill_archive(event, begin_archive(event, tmp_path))
    assert any("陳大文" in one.why for one in made.unmade)
    assert any("ajakava" in one.path.name for one in made.files)


def test_erasing_personal_data_takes_the_private_folder_and_leaves_the_rest(event: Event, tmp_path: Path) -> None:
    folder = begin_archive(event, tmp_path)
    (folder / PRIVATE).mkdir()
    (folder / PRIVATE / "sample.hackdesk").write_bytes(b"everything")
    (folder / "1 Enne üritust").mkdir()
    erase_personal_data(event, laptop.load().papers_of(event.path))
    assert [path.name for path in folder.iterdir()] == ["1 Enne üritust"]


def test_the_verb_answers_and_refuses_a_folder_that_has_something_in_it(event: Event, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answered = CliRunner().invoke(command_line, ["archive", str(event.path), "--out", str(out), "--json"])
    assert answered.exit_code == 0, answered.stderr
    said = json.loads(answered.stdout)
    assert len(said["files"]) == len([path for path in out.rglob("*") if path.is_file()]) - 1
    again = CliRunner().invoke(command_line, ["archive", str(event.path), "--out", str(out)])
    assert (again.exit_code, "There is something in" in again.stderr) == (1, True)


@pytest.mark.parametrize(
    ("said", "kept"),
    [("Võru: 1/2?", "Võru 1 2"), (" . ", "HackDesk"), ("a" * 99, "a" * 80), ("a\tb", "a b")],
)
def test_a_folders_name_is_one_that_every_disk_takes(said: str, kept: str) -> None:
    assert disk_name(said) == kept
