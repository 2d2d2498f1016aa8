"""The power goes 25 times in the middle of writing: what was confirmed is there, and the file is sound."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
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
JURORS, TEAMS = 20, 20
# Hands in ballot after ballot and prints the receipt of each: the line is out only after the receipt is.
# What is killed is a child of a process that has everything imported, which would take longer than the work.
WRITER = """
import os, random, sys
from pathlib import Path
from hackdesk.event.store import Event
from hackdesk.jury.actions import hand_in_ballot
from hackdesk.jury.queries import criteria
from hackdesk.jury.rules import Sheet, steps_of
from hackdesk.jury.tables import BallotRow, JurorRow
from hackdesk.teams.tables import TeamRow

def look(file):
    event = Event.open(Path(file))
    with event.read() as session:
        teams = [team.id for team in session.query(TeamRow)]
        pairs = [(juror.id, team) for juror in session.query(JurorRow) for team in teams]
        done = {(row.juror_id, row.team_id): row.version for row in session.query(BallotRow)}
    return event, pairs, done, criteria(event)

def write(file, receipts, cut):
    event, pairs, done, judged = look(file)
    chance = random.Random(cut)
    chance.shuffle(pairs)
    out = open(receipts, "w")
    print(os.getpid(), flush=True)
    for juror, team in pairs:
        sheet = Sheet({criterion.id: chance.choice(steps_of(criterion)) for criterion in judged})
        receipt = hand_in_ballot(event, juror, team, sheet, seen=done.get((juror, team), 0))
        marks = ",".join(f"{key}={mark}" for key, mark in sheet.marks.items())
        print(receipt.juror_id, receipt.team_id, receipt.version, marks, file=out, flush=True)

look(sys.argv[1])[0].close()  # what the first question costs is paid here once
for line in sys.stdin:
    child = os.fork()
    if not child:
        write(sys.argv[1], sys.argv[2], int(line))
        os._exit(0)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


def a_jury(folder: Path) -> Path:
    event = an_empty_event(folder)
    with event.change("jury") as session:
        add_criteria(session, CRITERIA, language("en"))
        session.add_all(JurorRow(id=uuid4(), name=f"Juror {number}") for number in range(JURORS))
        session.add_all(TeamRow(id=uuid4(), name=f"Team {number}") for number in range(TEAMS))
    event.close()
    return event.path


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Begins to write when a number is put in, says in which process, and says when that is gone."""
    command = [sys.executable, "-c", WRITER, str(a_jury(tmp_path)), str(tmp_path / "receipts.txt")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as made:
        yield made
        assert made.stdin is not None
        made.stdin.close()


def receipts_until_the_cut(writer: subprocess.Popen[str], receipts: Path, cut: int) -> list[str]:
    """What was printed before the writing was killed, somewhere in its work."""
    assert writer.stdin is not None and writer.stdout is not None
    print(cut, file=writer.stdin, flush=True)
    writing = int(writer.stdout.readline())
    time.sleep(random.Random(cut).uniform(0.02, 0.15))
    os.kill(writing, signal.SIGKILL)
    assert writer.stdout.readline() == "gone\n"
    return [line.strip() for line in receipts.read_text().splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_every_ballot_whose_receipt_was_printed_survives_25_power_cuts(
    writer: subprocess.Popen[str], tmp_path: Path
) -> None:
    file = tmp_path / "event.hackdesk"
    promised: dict[tuple[str, str], tuple[int, dict[UUID, Fraction]]] = {}
    confirmed = 0
    for cut in range(CUTS):
        for line in receipts_until_the_cut(writer, tmp_path / "receipts.txt", cut):
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
