"""What the hall sees, and on which screen, while screens come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hackdesk.agenda.actions import add_item
from hackdesk.agenda.rules import Planned, ProgrammeItem, Stage, View
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Lengths, Pitch, Round, Subject
from hackdesk.clock import Moment
from hackdesk.event.settings import EventSettings
from hackdesk.event.store import Event
from hackdesk.jury.reveal import Crowned, Prize, Step, StepKind
from ui import theme
from ui.projector import painting
from ui.projector.frames import SECONDS, BlankFrame, Frame, ListFrame, TextFrame, TimerFrame, frame
from ui.projector.hall import HallView
from ui.projector.showing import Challenge, Showing, showing
from ui.projector.window import Projector, Where

NOW = datetime(2026, 11, 14, 10, 0, tzinfo=UTC)  # noon in the hall
SETTINGS = EventSettings(
    "Vastseliina Loometalgud", "Vastseliina", date(2026, 11, 14), date(2026, 11, 15), language="en"
)
TEAMS = tuple(Pitch(UUID(int=number), name, number) for number, name in enumerate(("Bus", "Home care"), 1))


def seen(view: View, timer: Timer | None = None, **values: object) -> Frame:
    """What the hall sees at noon."""
    rounds = (Round(lengths=Lengths(180, 120, 60), pitches=TEAMS),)
    hall = Showing(SETTINGS, Stage(view), timer or Timer(), rounds)
    return frame(replace(hall, **values), Moment(NOW))


def pitching(left: float, *, running: bool = True, phase: Phase = Phase.PITCH, team: int = 1) -> Timer:
    begun = Moment(NOW - timedelta(seconds=180 - left)) if running else None
    before = 0.0 if running else 180 - left
    return Timer("", phase, None, UUID(int=team), 180, started=begun, elapsed_before=before)


def test_a_pitch_shows_the_team_the_time_and_what_follows() -> None:
    shown = seen(View.TIMER, pitching(42))
    assert isinstance(shown, TimerFrame)
    assert (shown.digits, shown.title, shown.tone, shown.word) == ("0:42", "Bus", "soon", "The last minute")
    assert shown.corners.top_left == "Pitch 1 of 2"
    assert shown.corners.bottom_left == "Then: questions from the jury, 2 min"
    assert shown.corners.bottom_right == "Next: Home care"


@pytest.mark.parametrize(
    ("left", "digits", "word", "tone"),
    [
        (180, "3:00", "", "calm"),
        (60, "1:00", "1 minute left", "soon"),
        (0, "0:00", "Time is up", "over"),
        (-12, "+0:12", "over time", "over"),
    ],
)
def test_overtime_has_a_sign_a_word_and_a_colour(left: float, digits: str, word: str, tone: str) -> None:
    shown = seen(View.TIMER, pitching(left))
    assert isinstance(shown, TimerFrame) and (shown.digits, shown.word, shown.tone) == (digits, word, tone)


def test_a_timer_that_was_held_says_so() -> None:
    shown = seen(View.TIMER, pitching(100, running=False))
    assert isinstance(shown, TimerFrame) and shown.word == "paused"


def test_after_the_last_team_the_hall_is_told() -> None:
    shown = seen(View.TIMER, Timer(phase=Phase.OVER, seconds=0))
    assert isinstance(shown, TextFrame) and shown.text == "All teams have pitched"


def test_the_frame_stays_the_same_within_a_second() -> None:
    assert seen(View.TIMER, pitching(41.9)) == seen(View.TIMER, pitching(41.2))
    assert seen(View.TIMER, pitching(41.9)) != seen(View.TIMER, pitching(40.9))


def test_now_and_next_are_told_in_the_halls_time() -> None:
    items = tuple(
        ProgrammeItem(UUID(int=n), title, "other", NOW + timedelta(hours=n - 0.5), NOW + timedelta(hours=n + 0.5))
        for n, title in enumerate(("Lunch", "Mentors", "Pitches"))
    )
    shown = seen(View.PROGRAMME, programme=items)
    assert isinstance(shown, ListFrame)
    assert (shown.above, shown.heading, shown.corners.top_left) == ("Now, until 12:30", "Lunch", "12:00")
    assert [(line.mark, line.text) for line in shown.lines] == [("12:30", "Mentors"), ("13:30", "Pitches")]


STEPS = (
    Step(StepKind.PLACE, (Crowned("Bus"), Crowned("Home care", (), (Prize("Mentor hours"),))), 2, 3),
    Step(StepKind.PAUSE, (), 1, 1),
    Step(StepKind.WINNER, (Crowned("Open school", ("Ann", "Bert"), (Prize("Main prize"),)),), 1, 1),
    Step(StepKind.ALL),
)


def revealed(count: int, steps: tuple[Step, ...] | None = STEPS) -> Frame:
    return seen(View.RESULTS, steps=steps, stage=Stage(View.RESULTS, "", count))


def test_results_are_shown_from_the_last_place_and_never_before_the_seal() -> None:
    unsealed = revealed(9, steps=None)
    assert isinstance(unsealed, TextFrame) and unsealed.text == "The jury is at work"
    nothing = revealed(0)
    assert isinstance(nothing, TextFrame) and nothing.text == "Results"
    first = revealed(1)
    assert isinstance(first, ListFrame)
    assert [(line.mark, line.text, line.note, line.strong) for line in first.lines] == [
        ("2–3.", "Bus", "", True), ("2–3.", "Home care", "Mentor hours", True),
    ]  # fmt: skip


def test_before_the_winner_there_is_a_pause_that_gives_nothing_away() -> None:
    pause, winner, everything = revealed(2), revealed(3), revealed(4)
    assert isinstance(pause, TextFrame) and pause.text == "First place" and "Open school" not in repr(pause)
    assert isinstance(winner, TextFrame)
    assert (winner.above, winner.text, winner.below) == ("First place", "Open school", ("Ann, Bert", "Main prize"))
    assert isinstance(everything, ListFrame)
    assert [line.text for line in everything.lines] == ["Open school", "Bus", "Home care"]


def test_where_awards_only_are_revealed_no_place_is_told() -> None:
    prize = Prize("Main prize", "The county", "Support")
    steps = (
        Step(StepKind.AWARD, (Crowned("Bus"),), prize=Prize("Mentor hours")),
        Step(StepKind.PAUSE, prize=prize), Step(StepKind.WINNER, (Crowned("Home care"),), prize=prize),
        Step(StepKind.ALL),
    )  # fmt: skip
    shown = [revealed(number, steps=steps) for number in range(1, 5)]
    assert [getattr(one, "text", "") for one in shown] == ["Bus", "Main prize", "Home care", ""]
    assert isinstance(shown[2], TextFrame) and shown[2].above == "Main prize · given by The county"
    assert isinstance(shown[3], ListFrame)
    assert [(line.mark, line.text, line.note) for line in shown[3].lines] == [
        ("", "Home care", "Main prize"), ("", "Bus", "Mentor hours"),
    ]  # fmt: skip


def test_topics_are_listed_and_the_one_introduced_stands_alone() -> None:
    topics = (
        Challenge(UUID(int=1), "Night train", "The county", 6, ("youth",)), Challenge(UUID(int=2), "Food map"),
    )  # fmt: skip
    turns_of = tuple(Pitch(topic.id, topic.title, number) for number, topic in enumerate(topics, 1))
    ideas = Round(UUID(int=9), "", Subject.TOPICS, Lengths(90, 0, 0), (60, 0), turns_of)
    every = seen(View.TOPICS, topics=topics)
    assert isinstance(every, ListFrame)
    assert [(line.text, line.below) for line in every.lines] == [
        ("Night train", "The county\N{NO-BREAK SPACE}· wants 6 people\N{NO-BREAK SPACE}· looks for: youth"),
        ("Food map", ""),
    ]  # fmt: skip
    assert seen(View.TOPIC, topics=topics) == every  # nothing is introduced yet
    timer = Timer("", Phase.PITCH, UUID(int=9), UUID(int=1), 90, started=Moment(NOW - timedelta(seconds=30)))
    alone = seen(View.TOPIC, timer, topics=topics, rounds=(Round(), ideas))
    assert isinstance(alone, TextFrame)
    assert (alone.above, alone.text, alone.below[0]) == ("Topic 1 of 2", "Night train", "The county")
    assert (alone.corners.top_left, alone.corners.bottom_left) == ("1:00", "Next: Food map")


def test_the_order_says_who_is_up_and_who_is_next() -> None:
    shown = seen(View.ORDER, pitching(42))
    assert isinstance(shown, ListFrame)
    assert [(line.mark, line.text, line.note) for line in shown.lines] == [
        ("1.", "Bus", "now"), ("2.", "Home care", "next"),
    ]  # fmt: skip


def test_two_languages_take_turns_with_their_own_titles() -> None:
    settings = replace(SETTINGS, hall_languages=["et", "ru", "en"])
    item = ProgrammeItem(
        UUID(int=1), "Lõuna", "meal", NOW - timedelta(hours=1), NOW + timedelta(hours=1),
        other_titles={"ru": "Обед", "en": "Lunch"},
    )  # fmt: skip
    message = {"stage": Stage(View.MESSAGE, "Tere", other_messages={"ru": "Привет"})}
    titles, said, above = set(), set(), set()
    for turn in range(3):
        moment = Moment(NOW + timedelta(seconds=turn * SECONDS))
        hall = Showing(settings, Stage(View.PROGRAMME), Timer(), programme=(item,))
        shown, written = frame(hall, moment), frame(replace(hall, **message), moment)
        assert isinstance(shown, ListFrame) and isinstance(written, TextFrame)
        titles.add(shown.heading)
        above.add(shown.above)
        said.add(written.text)
    assert titles == {"Lõuna", "Обед", "Lunch"} and said == {"Tere", "Привет"}
    assert above == {"Now, until 13:00", "Praegu, kuni 13:00"}  # Russian has no words of its own here


def test_a_message_that_is_not_written_shows_the_welcome() -> None:
    assert seen(View.MESSAGE) == seen(View.WELCOME)
    written = seen(View.MESSAGE, stage=Stage(View.MESSAGE, STRANGE_NAME))
    assert isinstance(written, TextFrame) and written.text == STRANGE_NAME


def test_blank_is_nothing() -> None:
    assert seen(View.BLANK) == BlankFrame()


def test_what_the_organisers_keep_to_themselves_never_reaches_the_hall(event: Event) -> None:
    for title, public in (("Lunch", True), ("Jury is briefed", False)):
        add_item(
            event,
            Planned(title, NOW, NOW + timedelta(hours=1), public=public, notes="allergies", responsible="Anu"),
        )
    hall = showing(event)
    assert [item.title for item in hall.programme] == ["Lunch"]
    everything = repr([getattr(hall, field.name) for field in fields(hall)])
    assert "allergies" not in everything and "Anu" not in everything


def test_the_hall_paints_again_only_when_the_words_change(qtbot: QtBot) -> None:
    painted = []

    class Counted(HallView):
        def paintEvent(self, event: object) -> None:
            painted.append(1)
            super().paintEvent(event)  # type: ignore[arg-type]

    hall = Counted()
    qtbot.addWidget(hall)
    hall.resize(320, 180)
    hall.show_frame(seen(View.TIMER, pitching(41.9)))
    hall.show()
    qtbot.waitUntil(lambda: len(painted) > 0)
    before = len(painted)
    for left in (41.8, 41.5, 41.1):
        hall.show_frame(seen(View.TIMER, pitching(left)))
        QApplication.processEvents()
    assert len(painted) == before
    hall.show_frame(seen(View.TIMER, pitching(40.9)))
    qtbot.waitUntil(lambda: len(painted) == before + 1)


@pytest.mark.parametrize("colour", [painting.INK, painting.SECOND, painting.SOON, painting.OVER])
def test_every_colour_of_the_hall_can_be_read_from_the_last_row(colour: str) -> None:
    assert theme.contrast(colour, painting.GROUND) >= 7


def test_with_one_screen_the_laptops_work_is_never_covered(qtbot: QtBot) -> None:
    laptop = QWidget()
    qtbot.addWidget(laptop)
    projector = Projector(laptop)
    projector.turn_on()
    assert projector.where == Where.WAITING and not projector.window.isVisible()
    projector.show_here()
    assert projector.where == Where.HERE and projector.window.isVisible()
    qtbot.keyClick(projector.window, Qt.Key.Key_Escape)
    assert projector.where == Where.OFF and not projector.window.isVisible()
    projector.show_here()
    projector.screen_removed(QGuiApplication.primaryScreen())
    assert projector.where == Where.OFF
    projector.leave()


SCREENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
from ui import theme
from ui.projector.window import Projector
theme.load_fonts()
screens = {screen.name(): screen for screen in app.screens()}
laptop = QWidget()
laptop.setScreen(screens["Laptop"])
laptop.setGeometry(10, 10, 600, 400)
laptop.show()
projector = Projector(laptop)
said = []
def say():
    box = projector.window.geometry()
    said.append((projector.where.value, projector.screen_name, box.x(), box.width(), projector.window.isVisible()))
projector.turn_on(); say()
projector.screen_removed(screens["HDMI-1"]); say()
projector.screen_added(screens["HDMI-1"]); say()
projector.window.setGeometry(0, 0, 640, 480)  # as it is left behind where the screen's resolution changes
screens["HDMI-1"].geometryChanged.emit(screens["HDMI-1"].geometry()); say()
projector.show_here(); say()
projector.turn_off(); say()
print(said)
"""


def screens_file(folder: Path, second_at: int) -> Path:
    common = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "HDMI-1", "x": second_at, "width": 1920, "height": 1080, **common},
        {"name": "Laptop", "x": 0, "width": 1366, "height": 768, **common},
    ]
    path = folder / "screens.json"
    path.write_text(json.dumps({"screens": screens}))
    return path


def run_with_screens(path: Path) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={path}"}
    ran = subprocess.run(
        [sys.executable, "-c", SCREENS], env=environment, cwd=Path(__file__).parents[2], capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_picture_waits_while_the_cable_is_out_and_comes_back_with_it(tmp_path: Path) -> None:
    said = run_with_screens(screens_file(tmp_path, 1366))
    assert said.strip() == str(
        [
            ("hall", "HDMI-1", 1366, 1920, True),
            ("waiting", "", 1366, 1920, False),
            ("hall", "HDMI-1", 1366, 1920, True),
            ("hall", "HDMI-1", 1366, 1920, True),
            ("here", "Laptop", 0, 1366, True),
            ("off", "", 0, 1366, False),
        ]
    )


def test_a_screen_that_mirrors_the_laptop_is_left_alone(tmp_path: Path) -> None:
    said = run_with_screens(screens_file(tmp_path, 0))
    assert said.startswith("[('waiting', ''")
