"""The door: a verb on the command line, or the window."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run a verb of the command line, or open the window, on an event file where one is named."""
    first = arguments[0] if arguments else ""
    if first == "--self-test":
        from ui.self_test import self_test

        return self_test()
    if first == "pictures":
        from ui.pictures import main as take_pictures

        return take_pictures(arguments[1:])
    from hackdesk.cli import VERBS, command_line

    if first in VERBS or first.startswith("-"):
        command_line(arguments, prog_name="main.py")
        return 0
    if len(arguments) > 1 or (first and not first.endswith(".hackdesk") and not Path(first).exists()):
        print(
            f"main.py: there is no verb and no file {first!r}. `main.py --help` lists the verbs.",
            file=sys.stderr,
        )
        return 2
    from ui.app import run

    return run(Path(first) if first else None)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
