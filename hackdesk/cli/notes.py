"""The verb for the organisers' own notes: nothing else of the command line ever says them."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.agenda import actions
from hackdesk.agenda.note_queries import notes as read_notes
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.event.settings import settings_of


@click.command("notes")
@event_file
@click.argument("text", required=False)
@json_option
@refusing
def notes(file: Path, text: str | None, as_json: bool) -> None:
    """Show the private notes and who is on duty, or write TEXT as a note."""
    with opened(file) as event:
        if text:
            actions.write_note(event, text)
        found, zone = read_notes(event), settings_of(event).zone
    said = {
        "notes": [
            {"at": note.at, "text": note.text, "who": note.who, "settled_at": note.settled_at}
            for note in found.notes
        ],
        "duties": [
            {"what": duty.what, "name": duty.name, "phone": duty.phone, "from": duty.starts_at,
             "until": duty.ends_at}
            for duty in found.duties
        ],
    }  # fmt: skip
    lines = [f"{words().moment(note.at, zone)} {note.text}" for note in found.notes]
    lines += [
        f"{words().moment(duty.starts_at, zone)}–{words().time(duty.ends_at, zone)} "
        + " · ".join(filter(None, (duty.what, duty.name, duty.phone)))
        for duty in found.duties
    ]
    answer(said, "\n".join(lines) or _("No notes yet"), as_json)


COMMANDS = {"notes": notes}
