"""Files into tables: encodings, separators, sheets, and what is no table."""

from __future__ import annotations

import csv
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from builders import STRANGE_NAME
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from hackdesk.errors import HackDeskError
from hackdesk.people.importing import table as tables
from hackdesk.people.importing.decoding import decoded
from hackdesk.people.importing.registrations import understood
from hackdesk.people.importing.table import read_table

ESTONIAN = ("Nimi,Telefon", "Õnne-Ly Kuusk,5551", "Žanna Hõrna,5552", "Jānis Bērziņš,5553")
RUSSIAN = ("Имя и фамилия,Телефон", "Ольга Щёголева,5551", "Дмитрий Ёлкин,5552")
FINNISH = ("Nimi,Telefon", "Väinö Äyräpää,5551", "Åsa Lindström,5552", "Šárka d’Été,5553")


def names(path: Path) -> list[str]:
    return [registration.name for registration in understood(read_table(path)).rows]


@pytest.mark.parametrize(
    ("lines", "encoding", "told"),
    [
        (ESTONIAN, "utf-8", "utf-8"),
        (ESTONIAN, "utf-8-sig", "utf-8"),
        (ESTONIAN, "utf-16", "utf-16"),
        (ESTONIAN, "utf-16-le", "utf-16"),
        (ESTONIAN, "utf-16-be", "utf-16"),
        (ESTONIAN, "windows-1257", "windows-1257"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16-le", "utf-16"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (FINNISH, "windows-1252", "windows-1252"),
        (FINNISH, "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_found(
    lines: tuple[str, ...], encoding: str, told: str, listed: Callable[..., Path]
) -> None:
    path = listed(*lines, encoding=encoding)
    assert read_table(path).encoding == told
    assert names(path) == [line.split(",")[0] for line in lines[1:]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_though_others_stand_in_the_cells(
    separator: str, listed: Callable[..., Path]
) -> None:
    rows = (("Nimi", "Keeled", "Oskused"), ('"Kuusk, Anu; Mets"', '"eesti, võro"', '"a; b, c"'), ("Jüri", "", ""))
    table = read_table(listed(*(separator.join(row) for row in rows)))
    assert table.separator == separator and table.headers == ("Nimi", "Keeled", "Oskused")


def test_rows_are_counted_as_the_spreadsheet_counts_them(listed: Callable[..., Path]) -> None:
    table = read_table(listed("sep=;", "Nimi;Midagi veel?", 'Anu;"üks', 'kaks"', ";", "Jüri;", ";;;"))
    assert [row.number for row in table.rows] == [2, 4]
    assert table.rows[0].cells[1] == "üks\nkaks"


def test_a_title_above_the_names_of_the_columns_is_passed_over(listed: Callable[..., Path]) -> None:
    table = read_table(listed("Talgud 2026;", ";", "Nimi;E-post", "Anu;anu@naide.ee"))
    assert table.headers == ("Nimi", "E-post") and table.rows[0].number == 4


def test_the_sheet_with_registrations_is_found(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"  # the ending does not matter
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Read me").write(0, 0, "Exported")
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("People")
    sheet.write_row(1, 1, ("Name", "Phone", "Under 18", "Timestamp"))
    stamp = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet.write_row(3, 1, (STRANGE_NAME, 5551234, True))
    sheet.write_number(3, 4, 46000.5, stamp)
    book.close()
    table = read_table(path)
    assert (table.sheet, table.rows[0].number) == ("People", 4)
    (row,) = understood(table).rows
    assert row.name == STRANGE_NAME and row.values["phone"] == "5551234" and row.values["minor"] is True
    assert row.registered_at is not None and row.registered_at.hour == 12


def test_a_stray_cell_far_away_is_refused_and_not_read(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "list.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Name", "Phone"))
    sheet.write(1_000_000, 16_000, "x")
    book.close()
    with pytest.raises(HackDeskError, match="row 1000001"):
        read_table(tmp_path / "list.xlsx")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b";;;\r\n;;;\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not a table"),
        (bytes(range(256)) * 20, "not a table"),
        (b"%PDF-1.7 ...", "not a table"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "damaged"),
        (b"Mari Tamm,mari@naide.ee,555\nJuri Kask,juri@naide.ee,556\n", "does not say what its columns hold"),
        (b"Nimi,E-post\n", "no rows below"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(HackDeskError, match=sentence) as caught:
        read_table(path)
    assert "list.csv" in str(caught.value)


def test_a_file_too_large_or_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(HackDeskError, match=r"gone.csv cannot be read"):
        read_table(tmp_path / "gone.csv")
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    (tmp_path / "list.csv").write_text("Nimi,E-post\nAnu,anu@naide.ee\n")
    with pytest.raises(HackDeskError, match="large"):
        read_table(tmp_path / "list.csv")


def test_a_table_travels_between_processes(listed: Callable[..., Path]) -> None:
    table = read_table(listed(*ESTONIAN))
    assert pickle.loads(pickle.dumps(table)) == table
    assert pickle.loads(pickle.dumps(understood(table))) == understood(table)


@given(some.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_breaks_the_reading(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        understood(read_table(path))
    except HackDeskError as error:
        assert str(error)


@given(some.lists(some.lists(some.text(max_size=12), min_size=1, max_size=6), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answers_break_the_understanding(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "any.csv"
    with path.open("w", newline="", encoding="utf-8", errors="replace") as file:
        csv.writer(file).writerow(["Ajatempel", "Nimi", "E-post", "Keeled", "Kas tohib pildistada?", "Vanus"])
        csv.writer(file).writerows(rows)
    try:
        registrations = understood(read_table(path))
    except HackDeskError:
        return
    assert registrations.read >= len(registrations.rows)
    assert all(row.name and row.name == row.name.strip() for row in registrations.rows)


@given(
    some.sampled_from(("windows-1257", "windows-1251", "windows-1252")),
    some.sampled_from((ESTONIAN, RUSSIAN, FINNISH)),
)
def test_text_is_never_lost_in_decoding(encoding: str, lines: tuple[str, ...]) -> None:
    content = "\n".join(lines).encode(encoding, errors="ignore")
    text, found = decoded(content, "x")
    assert text.encode(found) == content
