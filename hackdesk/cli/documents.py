"""The verb that prints: every document as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.documents.kinds import KINDS, kind_of, print_kind
from hackdesk.documents.queries import last_printed
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import N_, language


@click.command("print", help=f"Make a PDF of one document of FILE: {', '.join(KINDS)}.")
@event_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A PDF's path, or a folder.")
@click.option("--language", "tag", default="", help="The document's language; the event's where left out.")
@json_option
@refusing
def print_document(file: Path, document: str, out: Path, tag: str, as_json: bool) -> None:
    kind = kind_of(document)
    with opened(file) as event:
        tag = _known(tag) or settings_of(event).language
        printed = print_kind(event, document, _target(out, kind.file_name(language(tag))), tag)
        revision = last_printed(event)[document].revision
    answer(
        {"kind": document, "path": printed.path, "pages": printed.pages, "revision": revision},
        _("{path} is ready, pages: {pages}.", path=str(printed.path), pages=printed.pages),
        as_json,
    )


def _known(tag: str) -> str:
    """The same tag. Raises HackDeskError for a language whose dates nobody can write."""
    from babel import UnknownLocaleError

    if tag:
        try:
            language(tag).locale.language  # noqa: B018 -- Babel reads the tag only when it is asked
        except (UnknownLocaleError, ValueError) as error:
            raise HackDeskError(
                N_("There is no language “{tag}”."), tag=tag, remedy=N_("Write it like et, en or lv.")
            ) from error
    return tag


def _target(out: Path, name: str) -> Path:
    """Where the PDF goes: where it was said, or into a folder, which is made, under its own name."""
    path = out if out.suffix.lower() == ".pdf" and not out.is_dir() else out / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HackDeskError(
            N_("The folder {folder} cannot be made: {reason}."),
            folder=str(path.parent), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    return path


COMMANDS = {"print": print_document}
