"""What a confirmed change costs beside a bare SQLite commit, in one run.

Run: python tests/bench/commit.py
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import an_empty_event  # noqa: E402

from hackdesk.people.tables import PersonRow  # noqa: E402

ROUNDS = 300


def milliseconds(work: Callable[[int], None]) -> float:
    """The median of one call."""
    times = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE t (a TEXT)")
        event = an_empty_event(Path(folder))

        def change(number: int) -> None:
            with event.change("add") as session:
                session.add(PersonRow(code=str(number), given_name="Anu"))

        commit = milliseconds(lambda number: bare.execute("INSERT INTO t VALUES (?)", (str(number),)) and None)
        journaled = milliseconds(change)
        event.close()
        bare.close()
    print(f"bare commit {commit:.2f} ms, change with journal {journaled:.2f} ms: {journaled / commit:.1f} times")


if __name__ == "__main__":
    main()
