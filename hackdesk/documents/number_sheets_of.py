"""The tables for a spreadsheet as the event file has them now, and their files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hackdesk.documents.number_sheets import TITLES, Counted, tables
from hackdesk.documents.report_of import whole_report
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury import queries as jury
from hackdesk.language import N_, Words
from hackdesk.people.queries import groups, people
from hackdesk.spreadsheets import csv_bytes, separator_of, xlsx_bytes


def counted_of(event: Event) -> Counted:
    """All that the tables are made of."""
    sealed = jury.sealed(event)
    here = tuple(person for person in people(event) if person.presences)
    stands = sealed if sealed and sealed.stands else None
    return Counted(whole_report(event), here, groups(event), settings_of(event).days, stands)


def write_tables(event: Event, folder: Path, words: Words, *, wanted: Iterable[str] = ()) -> tuple[Path, ...]:
    """Write one Excel workbook with all tables, and each as a CSV file beside it. Gives what was written.

    wanted: keys of TITLES; without it all that may leave the jury's room. Raises HackDeskError for a table there
    is not, where there is nothing to write, or where a file cannot be written.
    """
    wanted = tuple(wanted)
    unknown = [key for key in wanted if key not in TITLES]
    if unknown:
        raise HackDeskError(
            N_("There is no table “{name}”."), name=unknown[0],
            remedy=N_("The tables are {known}."), known=", ".join(TITLES),
        )  # fmt: skip
    made = tables(counted_of(event), words, wanted=wanted)
    if not made:
        raise HackDeskError(N_("There is nothing in this table yet."))
    book = words("Tables").lower()
    files = {folder / f"{book}.xlsx": xlsx_bytes(made)}
    separator = separator_of(words.locale)
    for table in made:
        files[folder / f"{table.title.lower()}.csv"] = csv_bytes(table.header, table.rows, separator)
    for path, content in files.items():
        _write(path, content)
    return tuple(files)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be written: {reason}."), name=str(path), reason=error.strerror or str(error),
            remedy=N_("Close the file if another program shows it, or choose another folder."),
        ) from error  # fmt: skip
