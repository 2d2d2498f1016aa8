"""What each document is drawn from, read from a real event file; and what is written down about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result

from hackdesk.cli import command_line
from hackdesk.documents.actions import number_certificates
from hackdesk.documents.ballot_papers import ballots_of
from hackdesk.documents.certificate_queries import certificates_of
from hackdesk.documents.kinds import KINDS, made_ready, print_all, print_kind, standings
from hackdesk.documents.queries import (
    attendance_of,
    badges_of,
    last_printed,
    results_of,
    team_sheets_of,
)
from hackdesk.documents.rules import NothingToPrint, TeamNote
from hackdesk.event.store import Event
from hackdesk.jury.actions import (
    add_juror,
    choose_finalists,
    choose_method,
    edit_criteria,
    hand_in_ballot,
    release_notes,
    reopen_results,
    seal_results,
)
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.queries import criteria, results_shown
from hackdesk.jury.rules import Juror, Sheet
from hackdesk.people.actions import add_person, check_in_all
from hackdesk.people.rules import Draft
from hackdesk.teams.actions import add_team
from hackdesk.teams.rules import TeamDraft

Runs = Callable[..., Result]


@pytest.fixture
def run() -> Runs:
    return lambda *arguments: CliRunner().invoke(command_line, [str(one) for one in arguments])


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_empty_event_has_nothing_to_print_and_says_what_is_missing(empty_event: Event, kind) -> None:
    with pytest.raises(NothingToPrint) as refused:
        made_ready(empty_event, kind.name)
    assert refused.value.sentence.endswith(".")
    assert refused.value.remedy


def test_badges_and_attendance_are_for_everybody_who_has_not_cancelled(whole_event: Event) -> None:
    badges = badges_of(whole_event).badges
    assert [badge.given_name for badge in badges] == ["Ants", "Mall", "V́iido", "Õnne-Ly"]
    assert badges[0].groups[0].short_name == "Resident"
    attendance = attendance_of(whole_event)
    assert [day.day.day for day in attendance.days] == [14, 15]
    assert attendance.days[1].people[0].name == "Ants Tamm"


def test_no_ballot_is_printed_for_a_juror_who_steps_aside(whole_event: Event) -> None:
    ballots = [(ballot.juror, ballot.team) for ballot in ballots_of(whole_event).ballots]
    assert ballots == [("Eve", "Külabuss"), ("Eve", "Ühine aed"), ("Jānis", "Külabuss")]


def test_the_record_is_a_draft_until_it_is_sealed(whole_event: Event, tmp_path: Path, pages) -> None:
    assert not results_of(whole_event).signed
    draft = pages(print_kind(whole_event, "results", tmp_path / "draft.pdf", "en").path)
    assert all("Not signed yet" in page.text for page in draft)
    sealed = seal_results(whole_event)
    printed = print_kind(whole_event, "results", tmp_path / "record.pdf", "en")
    signed = " ".join(page.text for page in pages(printed.path))
    assert "Not signed yet" not in signed
    said = ("Revision 1", sealed.hash, "Jānis, chair of the jury", "recused", "sama küla", "66.7 %")
    lines = ("1 Külabuss 75.00 2 of 2", "2 Ühine aed 25.00 1 of 2", "Main prize Külabuss Rõuge vald")
    assert [text for text in said + lines if text not in signed] == []


def test_the_record_says_the_method_and_how_sure_the_places_are(whole_event: Event, tmp_path: Path, pages) -> None:
    printed = print_kind(whole_event, "results", tmp_path / "draft.pdf", "en")
    said = " ".join(page.text for page in pages(printed.path))
    parts = (
        "Method: Mean.", "How sure the places are", "“Külabuss” is 50.0 points ahead.",
        "Too close: talk before you sign.",
        "The adjusted mean needs 3 ballots of each juror. Fewer came from Eve, Jānis.",
    )  # fmt: skip
    assert [text for text in parts if text not in said] == []
    seal_results(whole_event)
    signed = print_kind(whole_event, "results", tmp_path / "record.pdf", "en")
    assert "It was close when it was signed." in " ".join(page.text for page in pages(signed.path))


def test_the_record_prints_the_plain_and_the_adjusted_mean_beside_each_other(
    whole_event: Event, tmp_path: Path, pages
) -> None:
    judging = results_shown(whole_event).judging
    eve, janis = judging.jurors
    bus, garden = (team.id for team in judging.teams)
    marks = {criterion.id: Fraction(5) for criterion in judging.criteria}
    for name in ("Kolmas", "Neljas"):
        team = add_team(whole_event, TeamDraft(name))
        for juror in (eve, janis):
            hand_in_ballot(whole_event, juror.id, team.id, Sheet(marks), seen=0)
    # The third juror judges all, so that everybody has three ballots and the garden two.
    late = add_juror(whole_event, Juror(uuid4(), "Late"))
    for team_id in (bus, garden, *(team.id for team in results_shown(whole_event).judging.teams[2:])):
        hand_in_ballot(whole_event, late.id, team_id, Sheet(dict.fromkeys(marks, Fraction(3))), seen=0)
    choose_method(whole_event, "adjusted")
    seal_results(whole_event)
    printed = print_kind(whole_event, "results", tmp_path / "record.pdf", "en")
    said = " ".join(page.text for page in pages(printed.path))
    assert "Place Team Score Plain mean Ballots" in said and "Method: Juror-adjusted mean." in said
    assert "least squares find how much milder or stricter" in said


def test_the_record_prints_both_rounds_and_what_a_change_of_criteria_did(
    whole_event: Event, tmp_path: Path, pages
) -> None:
    before = criteria(whole_event)
    heavier = replace(before[0], weight=before[0].weight * 2)
    edit_criteria(whole_event, (*before[1:], heavier), seen=before, reason="the hall was told so")
    judging = results_shown(whole_event).judging
    finalists = [team.id for team in judging.active]
    late = add_team(whole_event, TeamDraft("Kolmas"))
    marks = {criterion.id: Fraction(1) for criterion in judging.criteria}
    hand_in_ballot(whole_event, judging.jurors[0].id, late.id, Sheet(marks), seen=0)
    choose_finalists(whole_event, finalists)
    for number, team in enumerate(finalists, 2):
        sheet = Sheet(dict.fromkeys(marks, Fraction(number)))
        hand_in_ballot(whole_event, judging.jurors[0].id, team, sheet, seen=0)
    seal_results(whole_event)
    printed = print_kind(whole_event, "results", tmp_path / "record.pdf", "en")
    said = " ".join(" ".join(page.text.split()) for page in pages(printed.path))
    assert "Places 1 to 2 go by this second round alone" in said and "First round Place Team Score" in said
    assert "Criteria of the first round:" in said and "Criteria of the second round:" in said
    assert "the hall was told so" in said and "The order that decides equal scores is another one." in said
    assert "keep their marks and are weighed anew." in said or "keeps its marks and is weighed anew." in said


def test_everybody_who_came_gets_a_certificate_by_team_then_mentors_and_jurors(whole_event: Event) -> None:
    certificates = certificates_of(whole_event).certificates
    assert [(one.name, one.team, one.kind) for one in certificates] == [
        ("Ants Tamm", "Külabuss", "participant"), ("Õnne-Ly Kuusk", "Külabuss", "participant"),
        ("V́iido B́uss", "Ühine aed", "participant"), ("Mall Kask", "", "mentor"),
        ("Ülle Saarniit", "", "mentor"), ("Eve", "", "juror"), ("Jānis", "", "juror"),
    ]  # fmt: skip


def test_diplomas_come_only_from_sealed_results(whole_event: Event) -> None:
    seal_results(whole_event)
    made = certificates_of(whole_event)
    diplomas = [(one.name, one.award, one.giver) for one in made.certificates if one.award]
    assert diplomas == [("Ants Tamm", "Main prize", "Rõuge vald"), ("Õnne-Ly Kuusk", "Main prize", "Rõuge vald")]
    assert (made.revision, made.chair) == (1, "Jānis")
    reopen_results(whole_event, "a mark was read wrongly")
    assert not any(one.award for one in certificates_of(whole_event).certificates)


def test_a_certificate_printed_again_has_the_same_number(whole_event: Event) -> None:
    assert number_certificates(whole_event) == 7
    before = {one.name: one.number for one in certificates_of(whole_event).certificates}
    add_person(whole_event, Draft("Aadu", "Aasa"))
    check_in_all(whole_event)
    assert number_certificates(whole_event) == 1
    after = {one.name: one.number for one in certificates_of(whole_event).certificates}
    assert after == {**before, "Aadu Aasa": 8}
    assert number_certificates(whole_event) == 0


def test_feedback_has_what_is_released_and_awards_only_once_they_are_sealed(whole_event: Event) -> None:
    bus, garden = team_sheets_of(whole_event).teams
    assert (bus.team, bus.jurors, bus.awards) == ("Külabuss", (), ())
    assert (bus.commitments[0].who, garden.jurors) == ("Ants Tamm", ())
    release_notes(whole_event, [note for team in feedback(whole_event) for note in team.notes])
    seal_results(whole_event)
    bus = team_sheets_of(whole_event).teams[0]
    assert (bus.jurors, bus.awards) == ((TeamNote("Leidke rahastaja"),), ("Main prize – Rõuge vald",))


def test_what_was_printed_is_written_down(whole_event: Event, tmp_path: Path) -> None:
    seal_results(whole_event)
    printed = print_kind(whole_event, "certificates", tmp_path / "c.pdf")
    note = last_printed(whole_event)["certificates"]
    assert (note.pages, note.language, note.revision) == (printed.pages, "en", 1) == (9, "en", 1)


def test_a_refused_document_leaves_no_trace(whole_event: Event, tmp_path: Path) -> None:
    add_person(whole_event, Draft("陳大文"))
    head = whole_event.head()
    with pytest.raises(Exception, match="陳大文"):
        print_kind(whole_event, "badges", tmp_path / "badges.pdf")
    assert whole_event.head() == head
    assert not (tmp_path / "badges.pdf").exists()


def test_everything_goes_into_one_folder_in_order(whole_event: Event, tmp_path: Path) -> None:
    printed = print_all(whole_event, tmp_path, "en")
    names = [document.path.name for document in printed]
    assert names == sorted(names)
    able = [one for one in standings(whole_event) if not one.refusal and not KINDS[one.name].private]
    assert (names[0], len(names)) == ("01 badges.pdf", len(able))


def test_the_verb_prints_into_a_folder_or_a_file_and_answers(
    whole_event: Event, tmp_path: Path, run: Runs
) -> None:
    out = tmp_path / "made" / "here"
    answered = run("print", whole_event.path, "badges", "--out", out, "--language", "et", "--json")
    assert answered.exit_code == 0
    said = json.loads(answered.stdout)
    assert (said["kind"], said["pages"], said["revision"]) == ("badges", 1, None)
    assert Path(said["path"]).parent == out
    file = tmp_path / "all certificates.pdf"
    assert run("print", whole_event.path, "certificates", "--out", file).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_the_verb_makes_new_badges_chosen_ones_and_blanks_in_any_format(
    whole_event: Event, tmp_path: Path, run: Runs
) -> None:
    def badges(*options: str) -> dict[str, Any]:
        answered = run("print", whole_event.path, "badges", "--out", tmp_path, "--json", *options)
        assert answered.exit_code == 0, answered.stderr
        said: dict[str, Any] = json.loads(answered.stdout)
        return said

    code = badges_of(whole_event).badges[0].code
    one = badges("--code", code, "--format", "54x90")
    assert (one["badges"], one["pages"], one["format"]) == (1, 1, "54x90")
    assert badges("--not-printed")["badges"] == 3
    blank = badges("--blanks", "20", "--format", "90x60x8", "--first-label", "6")
    assert (blank["badges"], blank["pages"]) == (20, 4)
    assert badges_of(whole_event).next_blank == 21
    refused = run("print", whole_event.path, "badges", "--out", tmp_path, "--not-printed")
    assert (refused.exit_code, refused.stderr.startswith("Every badge is printed.")) == (1, True)
    unknown = run("print", whole_event.path, "badges", "--out", tmp_path, "--format", "a8")
    assert "no badge format" in unknown.stderr


def test_the_verb_refuses_with_one_sentence(empty_event: Event, tmp_path: Path, run: Runs) -> None:
    for document, sentence in (("badges", "nobody on the list"), ("leaflets", "no document")):
        answered = run("print", empty_event.path, document, "--out", tmp_path)
        assert answered.exit_code == 1
        assert sentence in answered.stderr
        assert "Traceback" not in answered.output
    assert "no language" in run("print", empty_event.path, "badges", "--out", tmp_path, "--language", "zz").stderr
    assert not list(tmp_path.glob("*.pdf"))
