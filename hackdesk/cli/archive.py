"""The verb that makes the archive: the whole event in one folder."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.archive.making import begin_archive_at, fill_archive
from hackdesk.cli.answer import answer, event_file, json_option, opened, refusing, words


@click.command("archive")
@event_file
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A folder that is new or empty.")
@json_option
@refusing
def archive(file: Path, out: Path, as_json: bool) -> None:
    """Make every paper of FILE, tables and a copy of it into one folder, what is private apart."""
    with opened(file) as event:
        made = fill_archive(event, begin_archive_at(event, out))
    said = {
        "folder": made.folder,
        "files": [one.path.as_posix() for one in made.files],
        "not_made": {one.title: one.why for one in made.unmade},
    }
    count = len(made.files)
    text = words().many("{count} file in {folder}.", "{count} files in {folder}.", count, folder=str(out))
    answer(said, text, as_json)


COMMANDS = {"archive": archive}
