"""The board of 600 people in 100 teams: what scrolling, a move of the mouse while dragging, a refresh cost.

Everything happens in the real page, painting included. Beside it the time a screen of 60 pictures a second leaves.

Run: python tests/bench/board.py
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_full_board, an_empty_event  # noqa: E402
from PySide6.QtCore import QPoint, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hackdesk.event.store import Event  # noqa: E402
from hackdesk.teams import actions  # noqa: E402
from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.garbage import Garbage  # noqa: E402
from ui.pages.teams.board_panel import BoardPanel  # noqa: E402
from ui.pages.teams.page import TeamsPage  # noqa: E402
from ui.pages.teams.team_card import Zoom  # noqa: E402
from ui.text import speak  # noqa: E402

PEOPLE, TEAMS, WAITING = 600, 100, 20
FRAME = 1000 / 60


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def show(name: str, taken: list[float]) -> None:
    median, late, most = statistics.median(taken), statistics.quantiles(taken, n=20)[-1], max(taken)
    print(f"{name:44}{median:9.2f}{late:9.2f}{most:9.2f}{late / FRAME:9.2f}")


def settle(app: QApplication, page: TeamsPage) -> None:
    while page.desk.waiting:
        app.processEvents()
    app.processEvents()


def steps(board: BoardPanel, step: int) -> Iterator[int]:
    """Where the scroll bar goes: down to the end and up again."""
    bar = board.view.verticalScrollBar()
    yield from range(0, bar.maximum(), step)
    yield from range(bar.maximum(), 0, -step)


def scrolling(app: QApplication, board: BoardPanel, step: int) -> list[float]:
    bar, taken = board.view.verticalScrollBar(), []
    for value in steps(board, step):
        bar.setValue(value)
        taken.append(milliseconds(app.processEvents))
    return taken


def dragging(app: QApplication, board: BoardPanel) -> list[float]:
    view, taken = board.view, []
    view.verticalScrollBar().setValue(0)
    board.choose(board.tray.people.order[0])
    width, height = view.viewport().width(), view.viewport().height()
    for number in range(300):
        place = view.viewport().mapToGlobal(QPoint(number * 37 % width, 60 + number * 11 % (height - 120)))
        taken.append(milliseconds(lambda place=place: (board.dragging.move(place), app.processEvents())))  # type: ignore[misc]
    board.dragging.cancel()
    return taken


def refreshing(app: QApplication, event: Event, board: BoardPanel, garbage: Garbage) -> dict[str, list[float]]:
    """The GUI thread's part of a refresh after one move, the reading, which happens on the desk's thread, and
    letting go of what nobody holds any more, which the GUI thread does once a second."""
    shown, read, let_go = [], [], []
    ids = [team.id for team in board.board.teams]
    for number, one in enumerate(board.board.teams[5].members * 6):
        seat = board.seats[one.person_id]
        actions.place_person(event, one.person_id, ids[number * 3 % TEAMS], seen=seat)
        began = time.perf_counter()
        answer = board.read(event)
        read.append((time.perf_counter() - began) * 1000)
        shown.append(milliseconds(lambda answer=answer: (board.display(answer), app.processEvents())))  # type: ignore[misc]
        let_go.append(milliseconds(garbage.look))
    return {
        "refresh after one move, the window's part": shown, "the same, read on the desk's thread": read,
        "let go of what it left": let_go,
    }  # fmt: skip


def asking_where(app: QApplication, board: BoardPanel) -> list[float]:
    """The key M: the list of all teams with what each would do, until it is painted."""
    board.choose(board.board.teams[3].members[1].person_id)
    board.view.setFocus()
    taken = []
    for _again in range(20):
        taken.append(milliseconds(lambda: (QTest.keyClick(board.view, Qt.Key.Key_M), app.processEvents())))
        opened = app.activePopupWidget()
        assert opened is not None
        opened.close()
    return taken


def while_reading(page: TeamsPage, work: Callable[[], list[float]]) -> list[float]:
    """The same while the desk's thread reads the room again and again, as when other desks are busy."""
    going = True

    def again(_reading: object = None) -> None:
        if going:
            page.desk.ask(page.board.read, again, None, receiver=page)

    again()
    taken = work()
    going = False
    return taken


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    sys.setswitchinterval(0.001)  # this and the garbage as the program has them
    garbage = Garbage()
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        a_full_board(event, PEOPLE, TEAMS, waiting=WAITING)
        desk = Desk(event)
        page = TeamsPage(desk)
        page.resize(1178, 680)
        page.show()
        settle(app, page)
        print(f"{PEOPLE} people, {TEAMS} teams, ms{'median':>21}      p95      max   of 1/60 s")
        for zoom in (Zoom.LARGE, Zoom.COMPACT, Zoom.TINY):
            print(f"-- {zoom.name.lower()}")
            page.board.tools.set_zoom(zoom)
            settle(app, page)
            show("scroll by 30 pixels", scrolling(app, page.board, 30))
            show("scroll by a page", scrolling(app, page.board, page.board.view.viewport().height()))
            show("drag move over the board", dragging(app, page.board))
            view = page.board.view.viewport()
            show("paint everything in sight", [milliseconds(view.repaint) for _ in range(60)])
        page.board.tools.set_zoom(Zoom.LARGE)
        settle(app, page)
        for name, taken in refreshing(app, event, page.board, garbage).items():
            show(name, taken)
        show("M: where to, with what it would do", asking_where(app, page.board))
        high = page.board.view.viewport().height()
        print("-- while the desk's thread reads without a pause")
        show("scroll by 30 pixels", while_reading(page, lambda: scrolling(app, page.board, 30)))
        show("scroll by a page", while_reading(page, lambda: scrolling(app, page.board, high)))
        show("drag move over the board", while_reading(page, lambda: dragging(app, page.board)))
        settle(app, page)
        garbage.close()
        page.leave()
        desk.close()
        event.close()
        page.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main()
