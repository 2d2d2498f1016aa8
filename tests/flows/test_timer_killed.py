"""The program is killed while a pitch runs: what the next one shows is right to the second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builders import an_empty_event

from hackdesk.agenda import actions, queries
from hackdesk.agenda import timer as timers
from hackdesk.agenda.timer import Phase
from hackdesk.clock import SystemClock
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow

ROOT = Path(__file__).resolve().parents[2]
# Lets the first team pitch, pauses and goes on or stays paused, says what is left at which second, and writes on.
PITCHING = """
import sys
from pathlib import Path
from hackdesk.agenda import actions, queries, timer
from hackdesk.event.store import Event

event = Event.open(Path(sys.argv[1]))
actions.next_phase(event)
actions.start_timer(event)
actions.pause_timer(event)
if sys.argv[2] == "running":
    actions.start_timer(event)
now = event.moment()
print(timer.remaining(queries.timer(event), now), now.seconds, flush=True)
while True:
    actions.show_on_stage(event, "message", message=str(event.head()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize("state", ["running", "paused"])
def test_a_pitch_goes_on_or_stays_paused_though_the_program_was_killed(tmp_path: Path, state: str) -> None:
    event = an_empty_event(tmp_path, clock=SystemClock())  # type: ignore[arg-type]
    with event.change("teams") as session:
        session.add_all(TeamRow(name=name) for name in "AB")
    order = actions.draw_pitch_order(event, 7)
    event.close()
    command = [sys.executable, "-c", PITCHING, str(event.path), state]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert program.stdout is not None
    left, at = map(float, program.stdout.readline().split())
    os.kill(program.pid, signal.SIGKILL)
    program.stdout.close()
    program.wait()
    again = Event.open(event.path)
    timer, now = queries.timer(again), again.moment()
    assert (timer.phase, timer.subject_id) == (Phase.PITCH, order[0].subject_id)
    assert timer.running == (state == "running")
    passed = now.seconds - at if state == "running" else 0.0
    assert timers.remaining(timer, now) == pytest.approx(left - passed, abs=1e-6)
    assert check(again).sound
    again.close()
