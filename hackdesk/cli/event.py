"""Verbs for the event file itself: new, check, backup, undo."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from hackdesk import laptop
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.errors import HackDeskError
from hackdesk.event import backup as backups
from hackdesk.event import undo as undoing
from hackdesk.event.check import check
from hackdesk.event.settings import EventSettings
from hackdesk.language import N_

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("new")
@event_file
@click.option("--name", required=True, help="The name that is on the poster.")
@click.option("--start", required=True, type=_DAY, help="First day, as 2026-11-14.")
@click.option("--end", type=_DAY, help="Last day; the first day where it is left out.")
@click.option("--timezone", default="Europe/Tallinn", show_default=True, help="Where the hall's clock hangs.")
@click.option("--language", default="et", show_default=True, help="The language of the documents.")
@click.option("--place", default="", help="Where it takes place.")
@click.option("--template", default="", help="social-two-days or social-one-day; empty where left out.")
@json_option
@refusing
def new(file: Path, as_json: bool, start: datetime, end: datetime | None, template: str, **said: str) -> None:
    """Make a new event file."""
    from hackdesk.templates import create_event

    settings = EventSettings(starts_on=start.date(), ends_on=(end or start).date(), **said)  # type: ignore[arg-type]
    event = create_event(file, settings, template, station=laptop.station_name(laptop.load()))
    event.close()
    answer(
        {"file": str(file), "name": settings.name, "starts_on": settings.starts_on, "ends_on": settings.ends_on},
        _("{file} is ready.", file=file.name),
        as_json,
    )


@click.command("check")
@event_file
@json_option
@refusing
def check_file(file: Path, as_json: bool) -> None:
    """Look at every page, reference and journal entry of an event file."""
    with opened(file) as event:
        found = check(event)
    problems = [
        *found.damaged_pages,
        *found.loose_references,
        *(f"journal {number}" for number in found.broken_links),
        *found.changed_behind_the_journal,
    ]
    if problems and not as_json:
        raise HackDeskError(
            N_("{name} does not hold together: {problems}."),
            name=file.name, problems=", ".join(problems[:10]),
            remedy=N_("Go on with the newest copy in the folder beside it."),
        )  # fmt: skip
    sentence = _(
        "{name} is sound: {entries} changes, every one in place.", name=file.name, entries=found.entries
    )
    answer({"sound": found.sound, "entries": found.entries, "problems": problems}, sentence, as_json)
    if problems:
        raise SystemExit(1)


@click.command("backup")
@event_file
@click.argument("dest", type=click.Path(path_type=Path))
@json_option
@refusing
def back_up(file: Path, dest: Path, as_json: bool) -> None:
    """Copy an event file as it is now, while others go on writing."""
    target = dest / file.name if dest.is_dir() else dest
    if target.resolve() == file.resolve():
        raise HackDeskError(
            N_("A backup cannot replace the event file itself."), remedy=N_("Choose another name.")
        )
    with opened(file) as event:
        made = backups.copy(event, target)
    answer(
        {"path": made.path, "at": made.at, "entries": made.number},
        _("Copied to {path}.", path=str(made.path)),
        as_json,
    )


@click.command("undo")
@event_file
@click.option("--number", type=int, help="The journal entry to take back; this desk's last where left out.")
@json_option
@refusing
def undo(file: Path, number: int | None, as_json: bool) -> None:
    """Take back this desk's last change, or a chosen one."""
    with opened(file) as event:
        change = undoing.undo(event, number)
    answer(
        {"number": change.number, "action": change.action, "at": change.at},
        _("Undone: {action}.", action=_(change.action)),
        as_json,
    )


COMMANDS = {"new": new, "check": check_file, "backup": back_up, "undo": undo}
