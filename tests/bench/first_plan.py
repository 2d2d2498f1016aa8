"""From the press of Propose to the first plan painted on the board, in rooms where nobody sits anywhere yet.

Run: python tests/bench/first_plan.py [PEOPLE …]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_full_board, an_empty_event  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.garbage import Garbage  # noqa: E402
from ui.pages.teams.page import TeamsPage  # noqa: E402
from ui.text import speak  # noqa: E402

ROUNDS, PER_TEAM = 3, 6
#: Seconds that the board is looked at before Propose is pressed.
LOOKED_AT = 3.0


def first_plan(app: QApplication, people: int) -> float:
    """Seconds from the press to the first plan, in a room of so many who wait."""
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        a_full_board(event, people, people // PER_TEAM, waiting=people)
        desk = Desk(event)
        page = TeamsPage(desk)
        page.resize(1178, 680)
        page.show()
        turn(app, lambda: desk.waiting == 0 and page.board.propose_button.isEnabled())
        began = time.perf_counter()
        turn(app, lambda: time.perf_counter() - began > LOOKED_AT)
        seen: list[float] = []
        page.board.looking.proposing.better.connect(lambda _plan: seen.append(time.perf_counter()))
        began = time.perf_counter()
        page.board.propose_button.click()
        turn(app, lambda: bool(seen))
        app.processEvents()  # it is painted
        took = time.perf_counter() - began
        page.leave()
        page.board.looking.proposing.close()
        turn(app, lambda: desk.waiting == 0)
        page.close()
        page.deleteLater()
        app.processEvents()
        desk.close()
        event.close()
        return took


def turn(app: QApplication, until: object) -> None:
    """Let the window work until something is so."""
    assert callable(until)
    while not until():
        app.processEvents()
        time.sleep(0.001)


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    garbage = Garbage()
    for people in [int(word) for word in sys.argv[1:]] or [120, 600]:
        took = sorted(first_plan(app, people) for _ in range(ROUNDS))
        print(f"{people} people: first plan painted {', '.join(f'{one:.2f}' for one in took)} s after the press")
    garbage.close()


if __name__ == "__main__":
    main()
