"""What a list of 5,000 registrations costs beside the plain reading of its cells, in one run.

Run: python tests/bench/importing.py
"""

from __future__ import annotations

import csv
import io
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

import xlsxwriter  # noqa: E402
from builders import an_empty_event  # noqa: E402

from hackdesk.people.actions import bring_in  # noqa: E402
from hackdesk.people.importing.plan import planned  # noqa: E402
from hackdesk.people.importing.registrations import understood  # noqa: E402
from hackdesk.people.importing.table import read_table  # noqa: E402
from hackdesk.people.list_jobs import choose_list  # noqa: E402
from hackdesk.people.list_queries import known_in, preview  # noqa: E402

ROWS = 5000
HEADERS = (
    "Ajatempel", "Ees- ja perekonnanimi", "E-posti aadress", "Telefon", "Asutus", "Kes sa oled?", "Oskused",
    "Mis keeltes saad kaasa rääkida?", "1. eelistus", "2. eelistus", "Toitumise erisused",
    "Kas tohib pildistada?", "Kas oled alla 18-aastane?", "Midagi veel?",
)  # fmt: skip
T = TypeVar("T")


def rows() -> list[tuple[str, ...]]:
    """Made-up answers, the same in every run."""
    draw = random.Random(1)
    given = ["Anu", "Jüri", "Õnne-Ly", "Žanna", "Toomas", "Mari-Liis", "Jānis", "Ольга", "Piret", "Ants"]
    family = ["Kuusk", "Bērziņš", "Щёголева", "Hõrna", "Vaher", "Saar", "Tamm", "Mägi", "Nurk", "Ilves"]
    return [
        (
            f"{1 + number % 28:02}.09.2026 09:{number % 60:02}:00",
            f"{draw.choice(given)} {draw.choice(family)}{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}",
            f"inimene{number}@naide.ee", f"+372 5{number:06}", draw.choice(("Võru vald", "OÜ Disainiait", "")),
            draw.choice(("Ametnik", "Kogukonna esindaja", "Ekspert / mentor", "Õpilane")),
            "disain, turundus", draw.choice(("eesti, võro", "eesti; inglise", "vene")), "Külabuss kutse peale",
            "Kogukonnakohvik", draw.choice(("", "taimetoit")), draw.choice(("Jah", "Ei")), "Ei", "",
        )
        for number in range(ROWS)
    ]  # fmt: skip


def write(folder: Path) -> tuple[Path, Path]:
    """The same list as CSV and as XLSX."""
    text, book = folder / "list.csv", folder / "list.xlsx"
    with text.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows([HEADERS, *rows()])
    workbook = xlsxwriter.Workbook(book)
    sheet = workbook.add_worksheet()
    for number, row in enumerate([HEADERS, *rows()]):
        sheet.write_row(number, 0, row)
    workbook.close()
    return text, book


def timed(what: str, work: Callable[[], T], beside: float = 0.0) -> tuple[T, float]:
    """Do it, say how long it took, and how many times as long as something else of this run."""
    began = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - began
    times = f"{seconds / beside:8.1f} ×" if beside else ""
    print(f"  {what:<42}{seconds * 1000:8.0f} ms{times}")
    return result, seconds


def plain_csv(path: Path) -> list[list[str]]:
    """What the csv module alone does."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))


def plain_xlsx(path: Path) -> Any:
    """What calamine alone does."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def in_a_process(event: Path, path: Path) -> Any:
    """As the window does it: a spawned process reads, compares and gives a short answer."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(choose_list, (event, path))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, plain in zip(write(folder), (plain_csv, plain_xlsx), strict=True):
            measure(path, plain, folder / path.suffix[1:])


def measure(path: Path, plain: Callable[[Path], Any], folder: Path) -> None:
    """One file, from its bytes to people on the list, and again against all of them."""
    folder.mkdir()
    event = an_empty_event(folder)
    print(f"{path.name}, {ROWS} rows")
    _cells, bare = timed("plain reading", lambda: plain(path))
    table, _ = timed("reading", lambda: read_table(path), bare)
    registrations, _ = timed("understanding", lambda: understood(table), bare)
    with event.read() as session:
        known = known_in(session)
    timed("planning, nobody there", lambda: planned(registrations, known, UTC), bare)
    timed("preview in a fresh process, nobody there", lambda: in_a_process(event.path, path), bare)
    timed("bringing in", lambda: bring_in(event, registrations), bare)
    timed("preview, all of them there", lambda: preview(event, table), bare)
    timed("preview in a fresh process, all there", lambda: in_a_process(event.path, path), bare)
    event.close()


if __name__ == "__main__":
    main()
