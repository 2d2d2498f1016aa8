"""Thirty phones for five minutes on a network that spoils every fifth request, while the server is killed twice.

Run: python tests/bench/phones.py [--minutes 5] [--phones 30] [--kills 2] [--pace 1.0]
--pace: seconds between two marks of one phone, on average. Ends with 1 where something seen as saved is not in the
file exactly once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from phone_stress import stress  # noqa: E402


def main() -> int:
    """Run it and say what happened."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=5.0)
    asked.add_argument("--phones", type=int, default=30)
    asked.add_argument("--kills", type=int, default=2)
    asked.add_argument("--pace", type=float, default=1.0)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = stress(
            Path(folder), phones=told.phones, seconds=told.minutes * 60, kills=told.kills, pace=told.pace
        )
    print(figures.said())
    return 0 if figures.sound and not figures.lost and not figures.twice else 1


if __name__ == "__main__":
    sys.exit(main())
