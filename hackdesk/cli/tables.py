"""The verb that writes tables for a spreadsheet: numbers, attendance, feedback forms, results."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.documents.number_sheets import TITLES
from hackdesk.documents.number_sheets_of import write_tables
from hackdesk.event.settings import settings_of
from hackdesk.language import language


@click.command("tables")
@event_file
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder they go to.")
@click.option("--only", "wanted", multiple=True, help=f"Only this table: {', '.join(TITLES)}; again for more.")
@click.option("--language", "tag", default="", help="Their language; the event's where left out.")
@json_option
@refusing
def tables(file: Path, out: Path, wanted: tuple[str, ...], tag: str, as_json: bool) -> None:
    """Write the numbers of FILE as an Excel workbook and as CSV files.

    Results are left out while places are not published, unless asked for with --only results.
    """
    with opened(file) as event:
        written = write_tables(event, out, language(tag or settings_of(event).language), wanted=wanted)
    answer({"files": list(written)}, "\n".join(_("{path} is ready.", path=str(path)) for path in written), as_json)


COMMANDS = {"tables": tables}
