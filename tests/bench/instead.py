"""What it would take: from the key to the answer on the screen, in a room of 120 people whose plan is a good one.

The process that answers is started once somebody has been looked at for a moment, so that it is there when asked.

Run: python tests/bench/instead.py [PEOPLE]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from multiprocessing import active_children
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_full_board, an_empty_event  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hackdesk.teams import actions  # noqa: E402
from hackdesk.teams.queries import problem  # noqa: E402
from hackdesk.teams.solver import propose  # noqa: E402
from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.pages.teams.board_panel import BoardPanel  # noqa: E402
from ui.pages.teams.page import TeamsPage  # noqa: E402
from ui.text import speak  # noqa: E402

QUESTIONS, TARGET = 40, 1.0
#: Seconds that somebody is looked at before the first question.
LOOKED_AT = 3.0


def asked(app: QApplication, board: BoardPanel) -> tuple[float, float]:
    """Seconds from the key Y to the reasons, and to what it would take."""
    card, working = board.reasons.card, "Working it out …"
    card.hide()
    began = time.perf_counter()
    QTest.keyClick(board.view, Qt.Key.Key_Y)
    while card.isHidden() or not card.why.text():
        app.processEvents()
    why = time.perf_counter() - began
    while card.answer.text() in ("", working):
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()
    return why, time.perf_counter() - began


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        a_full_board(event, people, people // 6)
        plan = propose(problem(event), seconds=4, seed=1)
        actions.apply_proposal(event, plan)
        desk = Desk(event)
        page = TeamsPage(desk)
        page.resize(1178, 680)
        page.show()
        while page.desk.waiting:
            app.processEvents()
        board, taken = page.board, []
        everybody = [member for team in board.board.teams for member in team.members]
        # Who has their first wish is asked nothing more; the others are what the question is for.
        wanting = [member.person_id for member in everybody if member.wish != 1] or [everybody[0].person_id]
        others = [member.person_id for member in everybody if member.wish == 1]
        board.choose(wanting[0])
        looking = time.perf_counter()
        while time.perf_counter() - looking < LOOKED_AT:
            app.processEvents()
            time.sleep(0.01)
        for person_id in (wanting + others)[:QUESTIONS]:
            board.choose(person_id)
            board.view.setFocus()
            taken.append(asked(app, board))
        print(f"{people} people, {len(board.board.teams)} teams, {len(wanting)} without their first wish; seconds")
        print(f"the first question       {taken[0][1]:5.2f}")
        why, whole = [one for one, _whole in taken[1:]], [one for _why, one in taken[1:]]
        for name, figures in (("why they sit there", why), ("what it would take", whole)):
            late = statistics.quantiles(figures, n=20)[-1]
            middle, most = statistics.median(figures), max(figures)
            print(f"{name:24} median {middle:5.2f}  p95 {late:5.2f}  longest {most:5.2f}")
        print(f"within {TARGET} s: {sum(one < TARGET for one in whole)} of {len(whole)}")
        page.leave()
        desk.close()
        event.close()
        assert not active_children()


if __name__ == "__main__":
    main()
