"""The verbs of privacy: all that is held about one person, and erasing what is personal."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk import laptop
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.documents.held_pages import write_held
from hackdesk.documents.held_queries import held_about
from hackdesk.documents.kinds import printer_profile
from hackdesk.event.settings import settings_of
from hackdesk.follow_up.actions import erase_personal_data
from hackdesk.follow_up.erasing import GOES, STAYS
from hackdesk.follow_up.erasing_queries import what_goes
from hackdesk.people.queries import person_with


@click.command("about")
@event_file
@click.argument("code")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A path ending in .pdf or .json.")
@click.option("--language", "tag", default="", help="The PDF's language; the event's where left out.")
@json_option
@refusing
def about(file: Path, code: str, out: Path, tag: str, as_json: bool) -> None:
    """Write down all that is held about the person with this badge CODE, as a PDF or as JSON."""
    with opened(file) as event:
        held = held_about(event, person_with(event, code).id)
        tag = tag or settings_of(event).language
    write_held(held, tag, printer_profile(), out)
    answer({"path": out, "rows": len(held.rows)}, _("{path} is ready.", path=str(out)), as_json)


@click.command("erase")
@event_file
@click.option("--yes", is_flag=True, help="Do it. It cannot be undone; without it only what would go is told.")
@json_option
@refusing
def erase(file: Path, yes: bool, as_json: bool) -> None:
    """Erase personal data from FILE, its journal and its copies; the attendance record and the results stay."""
    with opened(file) as event:
        papers = laptop.load().papers_of(event.path)
        before = what_goes(event, papers)
        done = erase_personal_data(event, papers) if yes else None
    counts = {key: count for key, count in before.counts.items() if count}
    parts = {part.key: words()(part.said) for part in GOES}
    lines = [f"{count:>5}  {parts[key]}" for key, count in counts.items()]
    lines.append(_("Copies of the file that go: {count}", count=len(before.backups)))
    lines += [_("Paper that goes: {path}", path=str(path)) for path in before.exports]
    if done is None:
        lines += ["", *(words()(sentence) for sentence in STAYS), "", _("Nothing was erased. Add --yes to do it.")]
    else:
        lines += ["", _("Erased. It cannot be undone.")]
    said = {"erased": done is not None, "counts": counts, "copies": len(before.backups),
            "left": [str(path) for path in done.left] if done else []}  # fmt: skip
    answer(said, "\n".join(lines), as_json)


COMMANDS = {"about": about, "erase": erase}
