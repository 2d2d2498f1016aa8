"""The command line: the same actions without a screen, for support, scripts and tests."""

from __future__ import annotations

from importlib import import_module

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
    "teams": "teams",
    "ballots": "jury",
    "results": "jury",
    "seal": "jury",
    "reopen": "jury",
    "print": "documents",
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


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def command_line() -> None:
    """HackDesk: a whole social hackathon on one laptop. Without a verb the window opens."""
