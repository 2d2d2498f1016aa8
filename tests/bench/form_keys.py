"""What a key in a walk-in's form costs among five thousand people, beside one among fifty, in one run.

Run: python tests/bench/form_keys.py
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from builders import an_empty_event  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hackdesk.event.store import Event  # noqa: E402
from hackdesk.people.actions.steps import write_draft  # noqa: E402
from hackdesk.people.rules import Draft  # noqa: E402
from hackdesk.people.tables import PersonRow  # noqa: E402
from ui import theme  # noqa: E402
from ui.desk import Desk  # noqa: E402
from ui.pages.check_in.page import CheckInPage  # noqa: E402

TYPED = (("given_name", "onne-ly 47"), ("family_name", "kuusk2f"), ("organisation", "asut"), ("phone", "5551234"))


def among(people: int) -> tuple[float, float]:
    """(median, slowest) milliseconds of a key, of the GUI thread's own work."""
    with tempfile.TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        _fill(event, people)
        desk = Desk(event)
        page = CheckInPage(desk)
        page.resize(1178, 680)
        page.show()
        _settle(page)
        page.door.begin_walk_in()
        _settle(page)
        took = []
        for name, text in TYPED:
            line = page.door.forms.form.fields[name].input
            line.setFocus()
            for letter in text:
                began = time.thread_time()
                QTest.keyClick(line, letter)
                QApplication.processEvents()
                took.append((time.thread_time() - began) * 1000)
        assert page.door.forms.form.twin.person is not None
        desk.close()
        page.deleteLater()
        event.close()
    return statistics.median(took), max(took)


def _fill(event: Event, people: int) -> None:
    with event.change("many") as session:
        for number in range(people):
            row = PersonRow(code=f"C{number}")
            write_draft(row, Draft(f"Õnne-Ly {number}", f"Kuusk{number:x}", organisation=f"Asutus {number}"))
            session.add(row)


def _settle(page: CheckInPage) -> None:
    for _round in range(3):
        QApplication.processEvents()
        while page.desk.waiting:
            QApplication.processEvents()


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    theme.use("light")
    few, many = among(50), among(5000)
    for people, (median, most) in ((50, few), (5000, many)):
        print(f"a key among {people}: {median:.1f} ms, {most:.1f} at most")
    print(f"{many[0] / few[0]:.1f} times")
    app.quit()


if __name__ == "__main__":
    main()
