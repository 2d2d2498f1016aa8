"""The command line: the same actions without a screen, for support, scripts and tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

#: Which module holds a verb. Loaded on use: `--help` of one verb need not import the PDF library.
VERBS = {
    "new": "event",
    "check": "event",
    "backup": "event",
    "undo": "event",
    "import": "people",
    "people": "people",
    "check-in": "people",
    "leave": "people",
    "days": "people",
    "meals": "meals",
    "programme": "programme",
    "teams": "teams",
    "stage": "stage",
    "pitches": "stage",
    "mentors": "mentors",
    "checkpoints": "mentors",
    "notes": "notes",
    "ballots": "jury",
    "results": "jury",
    "seal": "jury",
    "reopen": "jury",
    "pin": "pin",
    "phones": "phones",
    "projector": "projector",
    "print": "documents",
    "archive": "archive",
    "tables": "tables",
    "verify": "verify",
    "due": "after",
    "calendar": "after",
    "next-edition": "after",
    "about": "privacy",
    "erase": "privacy",
    "rehearse": "rehearse",
}


class _Verbs(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = VERBS.get(cmd_name)
        if module is None:
            return None
        commands: dict[str, click.Command] = import_module(f"hackdesk.cli.{module}").COMMANDS
        return commands[cmd_name]

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """As click does it, but a slip in the call is answered with one sentence and not with the usage."""
        try:
            status = super().main(args, standalone_mode=False, **more)
        except click.ClickException as slip:
            click.echo(slip.format_message(), err=True)
            status = slip.exit_code
        except click.Abort:
            status = 1
        if standalone_mode:
            sys.exit(status or 0)
        return status


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def command_line() -> None:
    """HackDesk: a whole social hackathon on one laptop. Without a verb the window opens."""
