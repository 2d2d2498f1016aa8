"""What one keystroke in the field at the door costs among five thousand people, in one run.

Index: our search alone. Window: the same through the real page, from the key to the painted rows (offscreen). SQL:
a plain LIKE '%…%' over name, organisation and phone on the same file, which knows neither accents nor slips.

Run: python tests/bench/search.py
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import a_long_list, an_empty_event  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hackdesk.event.store import Event  # noqa: E402
from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.pages.check_in.page import CheckInPage  # noqa: E402
from ui.pages.check_in.results import MOST  # noqa: E402
from ui.text import speak  # noqa: E402

PEOPLE, ROUNDS = 5000, 12
KINDS = {
    "first letter": "k m s a j t õ",
    "two letters": "ku ma õn sa jõ",
    "a name": "kuusk|maarja lepp|žanna jõgi|õnne žukovski|bērziņš",
    "beginnings": "kuu õn|maa le|jõ žan|ber gir",
    "an organisation": "kaika|vald|eesti kunsti|setomaa",
    "with a slip": "kuuks|maaarja|jogo zanna|lpep maarja|zukovsky",
    "end of a number": "208 605 5605 8615",
    "nobody": "kaspar hauser|xyzzy|qqqq ww",
}
_LIKE = """
    SELECT id FROM people
    WHERE given_name || ' ' || family_name LIKE :t OR organisation LIKE :t OR phone LIKE :t
    ORDER BY family_name, given_name LIMIT 50
"""


def typed(text: str) -> list[str]:
    return text.split("|" if "|" in text else None)


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(event: Event, app: QApplication, page: CheckInPage) -> dict[str, dict[str, list[float]]]:
    """Milliseconds by kind of query and way of looking up, taken in turn."""
    assert page.door.now is not None
    index, raw = page.door.now.index, event._engine.raw_connection()

    def press(text: str) -> None:
        page.door.field.line.setText(text)
        app.processEvents()

    def like(text: str) -> None:
        raw.cursor().execute(_LIKE, {"t": f"%{text}%"}).fetchall()

    times: dict[str, dict[str, list[float]]] = {}
    for turn in range(ROUNDS + 1):
        for kind, texts in KINDS.items():
            taken = times.setdefault(kind, {"index": [], "window": [], "SQL": []})
            for text in typed(texts):
                one = {
                    "index": milliseconds(lambda text=text: index.find(text, MOST)),  # type: ignore[misc]
                    "window": milliseconds(lambda text=text: press(text)),  # type: ignore[misc]
                    "SQL": milliseconds(lambda text=text: like(text)),  # type: ignore[misc]
                }
                if turn:  # the first time warms up
                    for way, took in one.items():
                        taken[way].append(took)
    raw.close()
    return times


def show(times: dict[str, dict[str, list[float]]]) -> None:
    print(f"{PEOPLE} people, ms    {'index':^21}  {'window with repaint':^21}  {'SQL LIKE':^21}  window/LIKE")
    print(" " * 20 + "  median    p95    max" * 3)
    every: dict[str, list[float]] = {way: [] for way in ("index", "window", "SQL")}
    for kind, taken in times.items():
        _line(kind, taken)
        for way, took in taken.items():
            every[way] += took
    _line("all keystrokes", every)


def _line(kind: str, taken: dict[str, list[float]]) -> None:
    cells = [
        f"{statistics.median(took):8.2f}{statistics.quantiles(took, n=20)[-1]:7.2f}{max(took):7.2f}"
        for took in taken.values()
    ]
    print(f"{kind:20}{''.join(cells)}{statistics.median(taken['window']) / statistics.median(taken['SQL']):9.2f}")


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    speak("en")
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        a_long_list(event, PEOPLE)
        desk = Desk(event)
        page = CheckInPage(desk)
        page.resize(1178, 680)
        page.show()
        while desk.waiting:
            app.processEvents()
        show(measure(event, app, page))
        desk.close()
        event.close()


if __name__ == "__main__":
    main()
