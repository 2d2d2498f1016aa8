"""The verbs for the time after an event: what is due, its dates as a calendar, the next edition."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.follow_up.aftermath import Due
from hackdesk.follow_up.aftermath_queries import due_now
from hackdesk.follow_up.calendar_writing import write_calendar
from hackdesk.follow_up.wording import due_sentence
from hackdesk.next_edition import begin_next_edition


@click.command("due")
@event_file
@json_option
@refusing
def due(file: Path, as_json: bool) -> None:
    """What wants looking after now: contacts with teams, commitments and partners' promises."""
    with opened(file) as event:
        found = due_now(event)
    lines = [due_sentence(one, words()) for one in found] or [_("Nothing is due within a week.")]
    answer([_plain(one) for one in found], "\n".join(lines), as_json)


@click.command("calendar")
@event_file
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The path of the .ics file.")
@click.option("--language", "tag", default="", help="Its language; the event's where left out.")
@json_option
@refusing
def calendar(file: Path, out: Path, tag: str, as_json: bool) -> None:
    """Write the dates after the event as a calendar file."""
    with opened(file) as event:
        count = write_calendar(event, out, tag)
    answer({"path": out, "dates": count}, _("{path} is ready.", path=str(out)), as_json)


@click.command("next-edition")
@event_file
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The path of the new event file.")
@click.option("--name", required=True, help="What the next edition is called.")
@click.option("--starts", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Its first day, 2027-11-13.")
@json_option
@refusing
def next_edition(file: Path, out: Path, name: str, starts: datetime, as_json: bool) -> None:
    """Begin the next edition of FILE: its settings, programme and criteria, and the topics that return."""
    with opened(file) as event:
        begin_next_edition(event, out, name, starts.date()).close()
    answer({"path": out}, _("{path} is ready.", path=str(out)), as_json)


def _plain(one: Due) -> dict[str, object]:
    return {"kind": one.kind, "on": one.on, "team": one.team, "what": one.what, "who": one.who, "late": one.late}


COMMANDS = {"due": due, "calendar": calendar, "next-edition": next_edition}
