"""Files that are no list, or a broken one: a sentence or the right reading, never anything else."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as some

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.people import list_queries, queries
from hackdesk.people.importing import table as tables
from hackdesk.people.importing.cells import NoHeader
from hackdesk.people.importing.registrations import understood
from hackdesk.people.importing.table import read_table, table_of

LINES = ("Nimi;E-post;Keeled;Ajatempel", "Õnne-Ly Kuusk;anu@naide.ee;eesti, võro;01.09.2026 09:00:00",
         "Jānis Bērziņš;janis@naide.ee;läti;02.09.2026 10:00:00", "Žanna Hõrna;;vene;")  # fmt: skip


def a_book(*sheets: tuple[str, list[list[object]]], **options: object) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, **options})
    for title, rows in sheets:
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return made.getvalue()


def an_ods() -> bytes:
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        ) + "</table:table-row>"
        for row in (("Nimi", "E-post"), ("Õnne-Ly Kuusk", "anu@naide.ee"))
    )  # fmt: skip
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Leht">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return made.getvalue()


BOOK = a_book(("Leht", [line.split(";") for line in LINES]))
TEXT = "\r\n".join(LINES).encode("utf-8-sig")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOOK[: len(BOOK) // 2], "is damaged"),
        (b"PK\x03\x04 and then nothing", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + "EncryptedPackage".encode("utf-16-le") * 3, "locked with a password"),
        (b"<!DOCTYPE html><html><table><tr><td>Nimi</td></tr></table>", "is a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "is a web page"),
        (b'[{"name": "Anu", "email": "anu@naide.ee"}]', "is JSON"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not a table"),
        (bytes(5000), "holds no readable text"),
        (b"Nimi" + b";x" * 9_999 + b"\r\nAnu" + b";1" * 9_999, "10000 columns"),
        (b"Nimi;E-post\r\n" + b"Anu;anu@naide.ee\r\n" * 20_001, "20002 rows"),
        (b"Anu Kuusk;anu@naide.ee\r\nBert;bert@naide.ee", "does not say what its columns hold"),
        (a_book(("Tühi", [])), "is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_list_is_said_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(HackDeskError, match=sentence) as caught:
        table_of("list.xls", content)
    assert ("list.xls" in str(caught.value) and caught.value.remedy) or sentence == "is empty"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(tables.MOST_BYTES * 4)
    with pytest.raises(HackDeskError, match=r"huge\.csv is 200 MB large"):
        read_table(tmp_path / "huge.csv")


def test_a_small_file_that_unpacks_without_end_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(210_000_000))
    with pytest.raises(HackDeskError, match="far more than a list"):
        table_of("bomb.xlsx", made.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(LINES).encode(), "\r".join(LINES).encode(), "\r\n".join(LINES[:2]).encode() + b"\n"
        + "\r".join(LINES[2:]).encode(), "\r\n".join(LINES).encode("utf-16-le"),
        "\r\n".join(LINES).encode("utf-16-be"), TEXT.replace(b"eesti", b"ee\x02sti\x1f"),
        TEXT + b"\r\n" + "\r\n".join(LINES[:1]).encode(), TEXT.replace(b"\r\n", b"\r\n;;;;\r\n", 1),
        TEXT.replace(b"Nimi;", b"Nimi;", 1).replace(b"\r\n", b"\r\nName;E-mail;Languages;Timestamp\r\n", 1),
        BOOK,
    ],
)  # fmt: skip
def test_the_same_list_in_other_clothes_is_read_rightly(content: bytes) -> None:
    rows = understood(table_of("list.csv", content)).rows
    assert [row.name for row in rows] == ["Õnne-Ly Kuusk", "Jānis Bērziņš", "Žanna Hõrna"]
    assert rows[0].values["languages"] == ("et", "vro")


def test_a_spreadsheet_of_another_program_is_read() -> None:
    table = table_of("list.ods", an_ods())
    assert table.sheet == "Leht" and understood(table).rows[0].name == "Õnne-Ly Kuusk"


def test_a_spreadsheet_whose_inside_is_broken_is_refused_and_not_read_for_ever() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(an_ods())) as whole, zipfile.ZipFile(made, "w") as packed:
        for name in whole.namelist():
            packed.writestr(name, whole.read(name).replace(b"</table:table>", b"</table<x:table>"))
    with pytest.raises(HackDeskError, match="is damaged"):
        table_of("list.ods", made.getvalue())


def test_another_sheet_and_another_row_of_names_can_be_chosen() -> None:
    book = a_book(("Kõik", [["Nimi", "E-post"], ["Anu", "a@naide.ee"]]), ("Teine", [["x"], ["Nimi"], ["Bert"]]))
    assert table_of("l.xlsx", book).sheets == ("Kõik", "Teine")
    other = table_of("l.xlsx", book, sheet="Teine")
    assert (other.headers, other.header_row, other.rows[0].number) == (("Nimi",), 2, 3)
    assert table_of("l.xlsx", book, sheet="Teine", header_row=1).headers == ("x",)
    with pytest.raises(NoHeader):
        table_of("l.csv", b"Anu;anu@naide.ee\nBert;b@naide.ee")
    assert table_of("l.csv", b"Anu;anu@naide.ee\nBert;b@naide.ee", header_row=0).headers == ("A", "B")


def test_merged_cells_above_and_names_that_come_twice() -> None:
    above, names = ["Inimene", "", "Eelistused", ""], ["Nimi", "E-post", "1", "2"]
    book = a_book(("Leht", [above, names, ["Anu", "", "A", "B"]]))
    table = table_of("l.xlsx", book)
    assert table.headers == ("Nimi", "E-post", "Eelistused – 1", "Eelistused – 2")
    assert understood(table).rows[0].values["choices"] == ("A", "B")
    twice = table_of("l.csv", b"Nimi;Nimi;Nimi (2);E-post\nAnu;Bert;Cilla;a@naide.ee")
    assert len(set(twice.headers)) == 4 and understood(twice).rows[0].name == "Anu"


def test_formulas_errors_and_serial_numbers_in_cells() -> None:
    link = '=HYPERLINK("mailto:a@naide.ee";"a@naide.ee")'
    text = f'Nimi\tE-post\tAsutus\tTelefon\tAjatempel\nAnu\t{link}\t#REF!\t="05701111"\t45901.375\n'
    list_ = understood(table_of("l.csv", text.encode()))
    (row,) = list_.rows
    assert row.values["email"] == "a@naide.ee" and row.values["phone"] == "05701111"
    assert row.registered_at is not None and row.registered_at.isoformat() == "2025-09-01T09:00:00"
    assert [(one.row, one.column) for one in list_.problems] == [(2, "Asutus")]
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Nimi", "E-post"))
    sheet.write_formula(1, 0, '=HYPERLINK("http://naide.ee","Anu Kuusk")', value="Anu Kuusk")
    sheet.write_formula(2, 0, "=A2", value="")
    sheet.write(2, 1, "bert@naide.ee")
    book.close()
    list_ = understood(table_of("l.xlsx", made.getvalue()))
    assert [row.name for row in list_.rows] == ["Anu Kuusk"]
    assert "formula without a value" in list_.problems[0].sentence and list_.problems[0].row == 3


def test_a_quotation_mark_that_never_ends_swallows_nobody() -> None:
    lines = ["Nimi;E-post;Midagi veel?", 'Anu;a@naide.ee;"tere', "Bert;b@naide.ee;", "Cilla;c@naide.ee;x"]
    list_ = understood(table_of("l.csv", "\n".join(lines).encode()))
    assert [row.name for row in list_.rows] == ["Anu", "Bert", "Cilla"]
    assert [problem.row for problem in list_.problems] == [2]


def test_a_cell_as_long_as_a_book_is_left_out_and_told() -> None:
    content = f"Nimi;Midagi veel?\nAnu;{'a' * 1_000_000}\nBert;tere".encode()
    list_ = understood(table_of("l.csv", content))
    assert [row.name for row in list_.rows] == ["Anu", "Bert"] and "remarks" not in list_.rows[0].values
    assert (list_.problems[0].row, list_.problems[0].column) == (2, "Midagi veel?")


def test_badge_codes_of_another_event_are_told_and_not_used(event: Event, listed: Callable[..., Path]) -> None:
    lines = ("Nimi;E-post;Nimesildi kood", "Anu;a@naide.ee;K7M2QXR", "Bert;b@naide.ee;ABC2345")
    plan = list_queries.preview(event, read_table(listed(*lines)), {"Nimesildi kood": "code"}).plan
    (remark,) = plan.remarks
    assert remark.row == 2 and remark.values == {"code": "K7M2QXR", "count": 2}
    assert len(plan.steps) == 2 and queries.people(event) == ()


def broken(seed: int, whole: bytes) -> bytes:
    """The file as a bad stick gives it back: cut off, bytes changed, a piece twice, or in another encoding."""
    draw = random.Random(seed)
    content = bytearray(whole)
    for _round in range(draw.randint(1, 6)):
        at, kind = draw.randrange(len(content) or 1), draw.randrange(5)
        if kind == 0:
            del content[at:]
        elif kind == 1:
            content[at : at + 1] = bytes([draw.randrange(256)])
        elif kind == 2:
            content[at:at] = content[: draw.randrange(200)]
        elif kind == 3:
            content[at : at + draw.randrange(40)] = b""
        else:
            content[at:at] = draw.choice((b'"', b"\r", b"\0", b";;;;", b"\xff\xfe", "ž".encode("cp1257"), b"\n"))
    return bytes(content)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(some.integers(0, 2**32), some.sampled_from((TEXT, BOOK, an_ods(), "\n".join(LINES).encode("utf-16"))))
def test_no_broken_file_of_any_kind_gives_anything_but_a_table_or_a_sentence(seed: int, whole: bytes) -> None:
    try:
        table = table_of("list", broken(seed, whole))
        list_ = understood(table)
    except HackDeskError as error:
        assert str(error)
        return
    assert list_.read == len(table.rows) and all(row.name for row in list_.rows)
