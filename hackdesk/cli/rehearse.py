"""The verb that plays a whole event and prints everything of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from hackdesk.cli.answer import _, answer, json_option, opened, refusing
from hackdesk.rehearsal import Scale, sample_event


@click.command("rehearse")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for file and PDFs.")
@click.option("--people", default=94, show_default=True, type=click.IntRange(4, 5000))
@click.option("--teams", type=click.IntRange(1, 200), help="9, or as many as the people make.")
@click.option("--jurors", default=5, show_default=True, type=click.IntRange(1, 40))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same people.")
@click.option("--start", type=click.DateTime(formats=["%Y-%m-%d"]), help="First of the two days.")
@json_option
@refusing
def rehearse(out: Path, as_json: bool, start: datetime | None, **scale: int) -> None:
    """Play the sample event through the real actions and leave its file and PDFs in a folder."""
    from hackdesk.documents.kinds import print_all

    out.mkdir(parents=True, exist_ok=True)
    file = out / "sample.hackdesk"
    scale["teams"] = scale["teams"] or max(1, min(9, scale["people"] // 8))
    sample_event(file, Scale(**scale), starts_on=start.date() if start else None)
    with opened(file) as event:
        printed = print_all(event, out)
        entries = event.head()
    answer(
        {"file": file, "entries": entries, "documents": [document.path for document in printed]},
        _("{count} documents and {file} are in {folder}.", count=len(printed), file=file.name, folder=str(out)),
        as_json,
    )


COMMANDS = {"rehearse": rehearse}
