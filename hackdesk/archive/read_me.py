"""READ ME FIRST: what lies in the archive, what is private, and what must not be passed on, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from hackdesk.archive.folders import Archive, private_folder
from hackdesk.language import Words

_WIDE = 90


def read_me(archive: Archive, event: str, made: str, words: Words) -> str:
    """The text. made: when it was made, in words."""
    private = private_folder(words)
    made_of = words(
        "HackDesk made this folder on {when} from the event file. It holds every paper that could be made, tables"
        " for a spreadsheet, and a copy of the event file.",
        when=made,
    )
    said = [
        words("{event}: the archive", event=event), "", *wrap(made_of, _WIDE), "",
        *_heading(words("What must not be passed on")),
        *_point(words(
            "Everything in “{folder}”: health and contact data, the organisers' notes, what the jury has not"
            " published, and the event file.", folder=private,
        )),
        *_point(words(
            "The event file holds all of it, each ballot by name, and the key that makes codes on certificates"
            " real: whoever has it could make false ones.",
        )),
        *_point(words(
            "Erasing personal data in HackDesk deletes that folder too, as long as this archive lies where it was"
            " made. Where it was copied or moved to, delete “{folder}” by hand.", folder=private,
        )),
        "", *_heading(words("What may be kept")),
        *_point(words(
            "The other folders hold names too: who was here, who sat in which team, who got which certificate."
            " They are the proof of the event; keep them where only the organisers come, as long as the funder"
            " asks for it.",
        )),
        *_point(words("Ask people before you publish lists with their names.")),
        "", *_files(archive), *_missing(archive, words),
    ]  # fmt: skip
    return "\n".join(said).strip() + "\n"


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _point(text: str) -> list[str]:
    return wrap(text, _WIDE, initial_indent="- ", subsequent_indent="  ")


def _files(archive: Archive) -> Iterator[str]:
    for folder, files in groupby(archive.files, lambda one: one.path.parent.as_posix()):
        yield from _heading(folder)
        for filed in files:
            yield from wrap(f"{filed.path.name}: {filed.about}", _WIDE, subsequent_indent="    ")
        yield ""


def _missing(archive: Archive, words: Words) -> Iterator[str]:
    yield from _heading(words("What is not here"))
    yield from _point(
        words(
            "Cards for jurors and slips for the hall's vote: their codes open ballots and cast votes. They can be"
            " made from the event file while they are needed."
        )
    )
    for one in archive.unmade:
        yield from _point(words("{title}: {why}", title=one.title, why=one.why))
