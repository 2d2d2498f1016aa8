"""Whoever asks gets all that is held about them, and nothing about anybody else."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest
from builders import STRANGE_NAME, an_empty_event
from click.testing import CliRunner
from pypdfium2 import PdfDocument

from hackdesk.cli import command_line
from hackdesk.documents.held import COLUMNS, TABLES
from hackdesk.documents.held_pages import print_held
from hackdesk.documents.held_queries import held_about, referring_tables
from hackdesk.documents.rules import PrinterProfile
from hackdesk.event.store import Event
from hackdesk.event.tables import all_tables
from hackdesk.people.tables import AttendanceRow, CallRow, ConsentRow, PersonRow
from hackdesk.teams.tables import MembershipRow, PairRow, TeamRow

MARI, JURI = uuid4(), uuid4()


@pytest.fixture
def event(tmp_path: Path) -> Event:
    event = an_empty_event(tmp_path)
    now = event.clock.utc_now()
    with event.change("take down a walk-in") as session:
        session.add(PersonRow(id=MARI, code="K7QM4", given_name="Mari", family_name=STRANGE_NAME, diet="seeliakia",
                              email="mari@example.ee", as_registered={"remarks": "tuleb hilja"}))  # fmt: skip
        session.add(PersonRow(id=JURI, code="M4XTP", given_name="Jüri", family_name="Salajane", phone="5551234"))
        team = TeamRow(id=uuid4(), name="Village bus")
        session.add(team)
        session.flush()
        session.add(AttendanceRow(person_id=MARI, day=now.date(), came_at=now, station="door"))
        session.add(MembershipRow(team_id=team.id, person_id=MARI, since=now, lead=True))
        session.add(CallRow(person_id=MARI, at=now, outcome="late", note="tuleb bussiga"))
        session.add(ConsentRow(person_id=MARI, purpose="photo", given=False, at=now, wording="Kas tohib?"))
        session.add(PairRow(person_id=JURI, other_id=MARI, kind="must_not"))
    return event


def test_every_row_that_refers_to_a_person_is_in_it_and_nobody_else(event: Event) -> None:
    held = json.dumps(held_about(event, MARI).plain(), ensure_ascii=False)
    for word in ("seeliakia", "mari@example.ee", "tuleb hilja", "Village bus", "tuleb bussiga", "Kas tohib?",
                 "must_not", "take down a walk-in"):  # fmt: skip
        assert word in held
    assert "Salajane" not in held and "5551234" not in held and str(JURI) not in held


def test_no_table_that_refers_to_people_is_forgotten_and_every_column_has_its_word() -> None:
    assert referring_tables() == set(TABLES)
    columns = {column.name for table in TABLES for column in all_tables().metadata.tables[table].columns}
    assert columns - set(COLUMNS) == {"id", "version", "position", "person_id", "owner_id", "juror_id"}


@pytest.mark.parametrize("tag", ["en", "et"])
def test_it_is_a_paper_to_hand_over(event: Event, tmp_path: Path, tag: str) -> None:
    path = tmp_path / "about.pdf"
    print_held(held_about(event, MARI), tag, PrinterProfile(), path)
    text = "".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
    assert "seeliakia" in text and "Village bus" in text and "Salajane" not in text
    assert ("Diet" if tag == "en" else "Toit") in text


def test_the_verb_writes_it_as_json_or_pdf(event: Event, tmp_path: Path) -> None:
    for name in ("about.json", "about.pdf"):
        ran = CliRunner().invoke(command_line, ["about", str(event.path), "K7QM4", "--out", str(tmp_path / name)])
        assert ran.exit_code == 0 and (tmp_path / name).stat().st_size > 300
    assert json.loads((tmp_path / "about.json").read_text("utf-8"))["held"]["people"][0]["diet"] == "seeliakia"
    ran = CliRunner().invoke(command_line, ["about", str(event.path), "K7QM4", "--out", str(tmp_path / "a.txt")])
    assert ran.exit_code != 0 and "neither .pdf nor .json" in ran.output


def test_the_verb_erases_only_when_told_so(event: Event) -> None:
    def run(*more: str) -> dict[str, object]:
        ran = CliRunner().invoke(command_line, ["erase", str(event.path), "--json", *more])
        assert ran.exit_code == 0, ran.output
        told: dict[str, object] = json.loads(ran.output)
        return told

    assert run()["erased"] is False and run()["counts"] == run()["counts"] != {}
    assert run("--yes")["erased"] is True
    assert run()["counts"] == {}
