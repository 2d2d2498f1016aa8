"""Tables for a spreadsheet: what is in them, that no cell runs, and what does not leave the jury's room."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from hackdesk.cli import command_line
from hackdesk.documents.number_sheets import TITLES
from hackdesk.documents.number_sheets_of import write_tables
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import add_form
from hackdesk.follow_up.forms import Answer
from hackdesk.jury import actions as jury
from hackdesk.language import language
from hackdesk.people.actions import edit_person
from hackdesk.people.queries import people
from hackdesk.spreadsheets import Table, csv_bytes, xlsx_bytes

EN, ET = language("en"), language("et")
DANGEROUS = ("=1+1", "+372 5123", "-5", "@SUM(A1)", "\tx", "https://example.ee", "{=1}")


def read(path: Path, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=separator))


def test_attendance_names_who_came_on_which_day_and_nobody_else(whole_event: Event, tmp_path: Path) -> None:
    write_tables(whole_event, tmp_path, EN)
    header, *rows = read(tmp_path / "attendance by day.csv")
    assert header[:4] == ["Name", "Organisation", "Municipality", "Groups"]
    assert header[4:] == ["14 November 2026", "15 November 2026", "Days"]
    assert rows[1] == ["Mall Kask", "Rõuge vald", "", "Community", "1", "", "1"]
    assert [row[0] for row in rows] == ["V́iido B́uss", "Mall Kask", "Õnne-Ly Kuusk", "Ants Tamm"]


def test_results_are_as_signed_with_the_means_of_each_criterion(whole_event: Event, tmp_path: Path) -> None:
    jury.seal_results(whole_event)
    write_tables(whole_event, tmp_path, ET)
    header, *rows = read(tmp_path / "tulemused.csv", ";")
    assert header[4:6] == ["Value", "Newness"]
    assert rows[0] == ["1", "Külabuss", "75,0", "2", "75,0", "75,0", "Main prize"]
    assert rows[1] == ["2", "Ühine aed", "25,0", "1", "25,0", "25,0", ""]


def test_results_without_published_places_are_written_only_by_name(whole_event: Event, tmp_path: Path) -> None:
    jury.publish_ranking(whole_event, False)
    jury.seal_results(whole_event)
    write_tables(whole_event, tmp_path, EN)
    assert not (tmp_path / "results.csv").exists()
    assert "Results" not in CalamineWorkbook.from_path(tmp_path / "tables.xlsx").sheet_names
    write_tables(whole_event, tmp_path, EN, wanted=["results"])
    assert (tmp_path / "results.csv").exists()


def test_forms_are_given_as_counts_and_nothing_of_few(whole_event: Event, tmp_path: Path) -> None:
    for mark in (5, 5, 4, 4, 2):
        add_form(whole_event, Answer("community", {"met": mark}, {"better": "secret"}))
    write_tables(whole_event, tmp_path, EN)
    rows = read(tmp_path / "feedback forms.csv")
    assert rows[1][1:] == ["all", "5", "4.0", "0", "1", "0", "2", "2"]
    assert rows[2][1:4] == ["Community", "5", "4.0"] and len(rows) == 3
    assert not any(b"secret" in path.read_bytes() for path in tmp_path.glob("*.csv"))


def test_the_numbers_are_those_of_the_report_and_few_pairs_are_hidden_here_too(
    whole_event: Event, tmp_path: Path
) -> None:
    write_tables(whole_event, tmp_path, EN)
    rows = read(tmp_path / "numbers.csv")
    assert ["Figures", "people came", "4"] in rows and ["Commitments of the teams", "open", "1"] in rows
    assert ["Pairs in one team", "Community – Community", "under 5"] in rows


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_runs_and_in_a_workbook_it_stays_as_it_was_typed(text: str, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(xlsx_bytes([Table("t", "T", ("A",), ((text,), (-1.5,), (None,), (7,)))]))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    assert sheet.to_python()[1] == [text] and sheet.to_python()[2] == [-1.5]
    import zipfile

    written = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written and "hyperlink" not in written
    cell = csv_bytes(["A"], [[text]]).decode("utf-8-sig").splitlines()[1].strip('"')
    assert not cell.startswith(("=", "+", "-", "@"))


def test_a_name_that_looks_like_a_formula_is_harmless_in_every_file(whole_event: Event, tmp_path: Path) -> None:
    person = people(whole_event)[0]
    draft = replace(person.draft, organisation="=cmd|'/c calc'!A1")
    edit_person(whole_event, person.id, draft, seen=person.version)
    write_tables(whole_event, tmp_path, ET)
    rows = read(tmp_path / "osalejad päevade kaupa.csv", ";")
    assert any(row[1].startswith("'=cmd") for row in rows)


def test_a_semicolon_goes_with_a_decimal_comma() -> None:
    assert csv_bytes(["A"], [[8.5]], ";").decode("utf-8-sig") == "A\r\n8,5\r\n"
    assert csv_bytes(["A"], [[-8.5]], ",").decode("utf-8-sig") == "A\r\n-8.5\r\n"


def test_a_sheet_may_be_called_anything(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(xlsx_bytes([Table("t", "Kes/kus: [kõik] väga pikk nimi mis ei mahu", ("A",), ())]))
    assert CalamineWorkbook.from_path(path).sheet_names == ["Kes kus   kõik  väga pikk nimi "]


def test_the_verb_writes_the_tables_and_says_what_there_is_not(whole_event: Event, tmp_path: Path) -> None:
    arguments = ["tables", str(whole_event.path), "--out", str(tmp_path / "out"), "--language", "en"]
    told = CliRunner().invoke(command_line, [*arguments, "--json"])
    files = [Path(one) for one in json.loads(told.output)["files"]]
    assert [one.name for one in files] == ["tables.xlsx", "numbers.csv", "attendance by day.csv"]
    assert all(one.exists() for one in files)
    wrong = CliRunner().invoke(command_line, [*arguments, "--only", "wishes"])
    assert wrong.exit_code == 1 and "no table “wishes”" in wrong.output and "attendance" in wrong.output


def test_a_folder_that_cannot_be_written_to_is_said(whole_event: Event, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(HackDeskError, match="could not be written"):
        write_tables(whole_event, tmp_path / "file", EN)
    with pytest.raises(HackDeskError):
        write_tables(whole_event, tmp_path, EN, wanted=["results"])
    assert list(TITLES) == ["numbers", "attendance", "forms", "results"]
