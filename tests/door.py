"""The desk at the door in tests: a small event, a page on it, and what hands and eyes do there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builders import STRANGE_NAME, FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people import actions, queries
from hackdesk.people.actions import add_groups
from hackdesk.people.rules import Draft, Person
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage
from ui.watch import Watch
from ui.widgets.pill import Pill


def an_event_at_the_door(folder: Path, clock: FakeClock) -> Event:
    """Four people on the list, nobody in."""
    made = an_empty_event(folder, clock=clock)
    with made.change("groups") as session:
        add_groups(session, language("en"))
    for draft in (
        Draft("Õnne-Ly", "Kuusk", organisation="Rõuge vald", groups=("public_servant",), diet="gluten-free",
              languages=("et", "en"), choices=("Village bus", "Youth room")),
        Draft("Jüri", "Kuusk", organisation="MTÜ Kaika Kuppar", groups=("community",), photo_consent=True),
        Draft("Anu", "Mets", minor=True, photo_consent=False, groups=("youth",)),
        Draft(STRANGE_NAME),
    ):  # fmt: skip
        actions.add_person(made, draft)
    return made


@contextmanager
def a_page_on(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    """The page as it stands in a window of 1366 pixels, hearing of what anybody writes."""
    made = CheckInPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    settle(made, qtbot)
    made.take_focus()
    yield made
    watch.close()
    settle(made, qtbot)
    made.deleteLater()


def settle(page: CheckInPage, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the desk any more."""
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def settled(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    """Wait until the page shows what is in the file."""
    qtbot.waitUntil(
        lambda: page.door.now is not None and tuple(page.door.now.people.values()) == queries.people(event)
    )  # fmt: skip
    settle(page, qtbot)


def type_in(page: CheckInPage, text: str, qtbot: QtBot, *, enter: bool = False) -> None:
    """Type into the field, and press Enter where that is wished."""
    page.door.field.clear()
    if text.isascii():
        qtbot.keyClicks(page.door.field.line, text)
    else:
        page.door.field.line.insert(text)  # Qt's simulated keys know ASCII only
    if enter:
        press_enter(page, qtbot)


def press_enter(page: CheckInPage, qtbot: QtBot) -> None:
    """Press Enter in the field."""
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Return)
    settle(page, qtbot)


def found(page: CheckInPage) -> list[str]:
    """The names in the list."""
    return [person.name for person in page.door.results.table.rows]


def shown_pills(page: CheckInPage) -> list[str]:
    """What the pills on the person's card say."""
    return [pill.text for pill in page.door.card.findChildren(Pill) if not pill.isHidden()]


def press(page: CheckInPage, text: str, qtbot: QtBot) -> None:
    """Click the button with this word or this name."""

    def shown() -> list[QPushButton]:
        buttons = page.findChildren(QPushButton)
        return [one for one in buttons if text in (one.text(), one.accessibleName()) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    settle(page, qtbot)


def somebody(event: Event, name: str) -> Person:
    """The person of that name."""
    return next(person for person in queries.people(event) if person.name == name)
