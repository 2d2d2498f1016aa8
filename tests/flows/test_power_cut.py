"""The power goes 25 times in the middle of writing: what was confirmed is there, and the file is sound."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from builders import an_empty_event

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.jury.actions import add_criteria
from hackdesk.jury.queries import criteria
from hackdesk.jury.tables import BallotRow, JurorRow
from hackdesk.jury.template import CRITERIA
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow

ROOT = Path(__file__).resolve().parents[2]
CUTS = 25
JURORS, TEAMS = 40, 40
# Hands in ballot after ballot and prints the receipt of each: the line is out only after the receipt is.
WRITER = """
import random, sys
from pathlib import Path
from hackdesk.event.store import Event
from hackdesk.jury.actions import hand_in_ballot
from hackdesk.jury.queries import criteria
from hackdesk.jury.rules import Sheet, steps_of
from hackdesk.jury.tables import BallotRow, JurorRow
from hackdesk.teams.tables import TeamRow

event, chance = Event.open(Path(sys.argv[1])), random.Random(int(sys.argv[2]))
with event.read() as session:
    pairs = [(juror.id, team.id) for juror in session.query(JurorRow) for team in session.query(TeamRow)]
    done = {(row.juror_id, row.team_id): row.version for row in session.query(BallotRow)}
judged = criteria(event)
chance.shuffle(pairs)
print("ready", flush=True)
for juror, team in pairs:
    sheet = Sheet({criterion.id: chance.choice(steps_of(criterion)) for criterion in judged})
    receipt = hand_in_ballot(event, juror, team, sheet, seen=done.get((juror, team), 0))
    marks = ",".join(f"{key}={mark}" for key, mark in sheet.marks.items())
    print(receipt.juror_id, receipt.team_id, receipt.version, marks, flush=True)
"""


def a_jury(folder: Path) -> Path:
    event = an_empty_event(folder)
    with event.change("jury") as session:
        add_criteria(session, CRITERIA, language("en"))
        session.add_all(JurorRow(id=uuid4(), name=f"Juror {number}") for number in range(JURORS))
        session.add_all(TeamRow(id=uuid4(), name=f"Team {number}") for number in range(TEAMS))
    event.close()
    return event.path


def receipts_until_the_cut(file: Path, cut: int) -> list[str]:
    """What the writer printed before it was killed, somewhere in its work."""
    command = [sys.executable, "-c", WRITER, str(file), str(cut)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    time.sleep(random.Random(cut).uniform(0.02, 0.15))
    os.kill(writer.pid, signal.SIGKILL)
    lines = writer.stdout.read().splitlines(keepends=True)
    writer.stdout.close()
    writer.wait()
    return [line.strip() for line in lines if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_every_ballot_whose_receipt_was_printed_survives_25_power_cuts(tmp_path: Path) -> None:
    file = a_jury(tmp_path)
    promised: dict[tuple[str, str], tuple[int, dict[UUID, Fraction]]] = {}
    confirmed = 0
    for cut in range(CUTS):
        for line in receipts_until_the_cut(file, cut):
            juror, team, version, marks = line.split(" ")
            pairs = (mark.split("=") for mark in marks.split(","))
            promised[juror, team] = int(version), {UUID(key): Fraction(mark) for key, mark in pairs}
            confirmed += 1
        event = Event.open(file)
        with event.read() as session:
            kept = {(str(row.juror_id), str(row.team_id)): row for row in session.query(BallotRow)}
        for key, (version, marks_given) in promised.items():
            row = kept[key]
            assert row.version >= version
            if row.version == version:
                assert {UUID(k): Fraction(v) for k, v in row.marks.items()} == marks_given
        event.close()
    assert confirmed > CUTS
    event = Event.open(file)
    assert check(event).sound and len(criteria(event)) == len(CRITERIA)
    event.close()
