"""A jury with PINs, and the keys that its members press on their own screen."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Ballot, Criterion, Juror
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.kiosk.kiosk import Kiosk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PINS = {"Mall": "4071", "Jaan": "5082"}
DESK_PIN = "90210"


def a_jury(event: Event, highest: int = 5, teams: tuple[str, ...] = ("Bus", "Care", "Youth")) -> None:
    """Two criteria, two jurors with PINs, three teams, and a facilitator's PIN."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(teams))
        criteria = [Criterion(uuid4(), name, highest=Fraction(highest)) for name in ("Value", "Newness")]
        actions.add_criteria(session, criteria, language("en"))
    for name, pin in PINS.items():
        juror = actions.add_juror(event, Juror(uuid4(), name))
        actions.set_pin(event, juror.id, pin)
    actions.set_pin(event, None, DESK_PIN)


def juror_id(event: Event, name: str) -> UUID:
    return next(one.id for one in queries.jurors(event) if one.name == name)


def ballot(event: Event, juror: str, team: str) -> Ballot:
    """The ballot on disk."""
    progress = queries.progress(event)
    teams = {one.name: one.id for one in progress.judging.teams}
    return progress.ballot(juror_id(event, juror), teams[team])


def marks(event: Event, juror: str, team: str) -> list[int]:
    found = ballot(event, juror, team).marks
    return [int(found[one.id]) for one in queries.criteria(event) if one.id in found]


def press(kiosk: Kiosk, qtbot: QtBot, *keys: Key | str, ctrl: bool = False) -> None:
    """Keys where the keyboard is."""
    for key in keys:
        there = kiosk.focusWidget()
        assert there is not None
        qtbot.keyClick(there, key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)


def idle(kiosk: Kiosk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: kiosk.desk.waiting == 0)


def type_pin(kiosk: Kiosk, qtbot: QtBot, pin: str) -> None:
    qtbot.waitUntil(lambda: kiosk.pad.field.isEnabled())
    press(kiosk, qtbot, *pin, Key.Key_Return)
    idle(kiosk, qtbot)


def come_in(kiosk: Kiosk, qtbot: QtBot, juror: str) -> None:
    """By name and PIN, with the keyboard."""
    kiosk.list.begin(juror_id(kiosk.desk._event, juror))
    press(kiosk, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.pad.isVisible())
    type_pin(kiosk, qtbot, PINS[juror])
    qtbot.waitUntil(lambda: kiosk.screen_shown is not None)
