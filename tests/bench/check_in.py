"""What a check-in costs beside a bare SQLite commit, taken in turn in one run so that both meet the same disk.

Both are committed with synchronous = FULL. Bare: BEGIN IMMEDIATE; INSERT; COMMIT. Ours: from the call with a badge
code to the receipt, journal entry and its link of the chain among it.

Run: python tests/bench/check_in.py [--profile]
"""

from __future__ import annotations

import cProfile
import pstats
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_long_list, an_empty_event  # noqa: E402

from hackdesk.event.check import check  # noqa: E402
from hackdesk.event.store import Event  # noqa: E402
from hackdesk.people import actions, queries  # noqa: E402
from hackdesk.people.rules import Draft  # noqa: E402

SIZES = (240, 5000)
ROUNDS = 200
WARMING = 10


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def a_bare_database(path: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE t (a TEXT)")
    return bare


def bare_commit(bare: sqlite3.Connection) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO t VALUES ('K7M2QXR')")
    bare.execute("COMMIT")


def turns(event: Event, bare: sqlite3.Connection) -> dict[str, list[float]]:
    """Milliseconds of each kind of work, one after the other in each round."""
    codes = [person.code for person in queries.people(event)]
    random.Random(7).shuffle(codes)
    times: dict[str, list[float]] = {"bare commit": [], "check-in": [], "second scan": [], "walk-in": []}
    for number, code in enumerate(codes[: ROUNDS + WARMING]):
        draft = Draft("Kaspar", f"Hauser {number}", groups=("end_user",), photo_consent=True)
        round_ = {
            "bare commit": milliseconds(lambda: bare_commit(bare)),
            "check-in": milliseconds(lambda code=code: actions.check_in(event, code)),  # type: ignore[misc]
            "second scan": milliseconds(lambda code=code: actions.check_in(event, code)),  # type: ignore[misc]
            "walk-in": milliseconds(lambda draft=draft: actions.register_walk_in(event, draft)),  # type: ignore[misc]
        }
        if number >= WARMING:
            for kind, took in round_.items():
                times[kind].append(took)
    return times


def show(people: int, times: dict[str, list[float]]) -> None:
    commit = statistics.median(times["bare commit"])
    print(f"\n{people} people, {ROUNDS} rounds   median ms    p95 ms   × bare commit")
    for kind, taken in times.items():
        median, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"{kind:28} {median:9.3f} {late:9.3f} {median / commit:9.1f}")


def profile(event: Event) -> None:
    """Where the time of a check-in goes."""
    codes = [person.code for person in queries.people(event) if not person.presences]
    with cProfile.Profile() as taken:
        for code in codes[:ROUNDS]:
            actions.check_in(event, code)
    pstats.Stats(taken).sort_stats("tottime").print_stats(30)


def main() -> None:
    for people in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            bare = a_bare_database(Path(folder) / "bare.db")
            event = an_empty_event(Path(folder))
            a_long_list(event, people)
            show(people, turns(event, bare))
            if "--profile" in sys.argv and people == SIZES[-1]:
                profile(event)
            assert check(event).sound
            event.close()
            bare.close()


if __name__ == "__main__":
    main()
