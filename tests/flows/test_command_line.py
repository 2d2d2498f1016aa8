"""A whole day through the command line, from the registrations to a certificate read back from the PDF."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from builders import STRANGE_NAME
from click.testing import CliRunner, Result

from hackdesk.cli import command_line

TOPICS = ("Külabuss kutse peale", "Kogukonnakohvik", "Noortetuba, mis jääb")


def run(*arguments: str | Path, fails: bool = False) -> Result:
    result = CliRunner().invoke(command_line, [str(argument) for argument in arguments])
    assert (result.exit_code != 0) is fails, result.output
    if fails:
        assert not isinstance(result.exception, AssertionError | KeyError | TypeError | AttributeError)
        assert "Traceback" not in result.output and len(result.stderr.strip().splitlines()) <= 4
    return result


def answer(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def registrations(folder: Path) -> Path:
    columns = ("Nimi", "E-post", "Asutus", "Kes sa oled?", "Keeled", "1. eelistus", "2. eelistus",
               "Toitumise erisused", "Alla 18", "Kas tohib pildistada?")  # fmt: skip
    rows = [";".join(columns)]
    groups = ("Ametnik", "Teenuse kasutaja", "Kogukonna esindaja", "Ettevõtja")
    for number in range(24):
        first, second = TOPICS[number % 3], TOPICS[(number + 1) % 3]
        rows.append(
            f"Mari {'ABCDEFGHIJKLMNOPQRSTUVWX'[number]}õis;m{number}@naide.ee;Võru vald;{groups[number % 4]};"
            f"eesti;{first};{second};{'gluteenivaba' if number % 5 == 0 else ''};Ei;Jah"
        )
    rows.append(f"{STRANGE_NAME};strange@naide.ee;=1+2;Ekspert / mentor;eesti, võro;{TOPICS[0]};;;Ei;Ei")
    rows.append(";nobody@naide.ee;;;;;;;;")
    path = folder / "registreerimine.csv"
    path.write_bytes(("\ufeff" + "\r\n".join(rows)).encode("utf-8"))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talgud.hackdesk"
    run("new", path, "--name", "Kaika talgud", "--start", "2026-11-14", "--end", "2026-11-15", "--place", "Kaika")
    return path


def test_a_day_from_registrations_to_a_certificate(file: Path, tmp_path: Path) -> None:
    source = registrations(tmp_path)
    tried = answer("import", file, source, "--dry-run")
    assert (tried["read"], tried["added"]) == (26, 25) and answer("people", file) == []

    came = answer("import", file, source)
    assert (came["added"], came["updated"], came["unchanged"]) == (25, 0, 0)
    assert [problem["row"] for problem in came["problems"]] == [27]
    assert answer("import", file, source)["unchanged"] == 25

    people = answer("people", file)
    strange = next(person for person in people if person["email"] == "strange@naide.ee")
    named = f"{strange['given_name']} {strange['family_name']}"
    assert named == unicodedata.normalize("NFC", STRANGE_NAME)
    assert strange["photo_consent"] is False and strange["languages"] == ["et", "vro"]

    run("check-in", file, strange["code"])
    run("check-in", file, strange["code"])
    run("check-in", file, "--all")
    assert {person["status"] for person in answer("people", file)} == {"arrived"}

    run("teams", file, "propose", "--seconds", "1", "--seed", "1")
    teams = answer("teams", file, "show")["teams"]
    run("teams", file, "export", tmp_path / "teams.csv")
    assert (tmp_path / "teams.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "=1+2" not in (tmp_path / "teams.csv").read_text("utf-8-sig").replace("'=1+2", "")

    judge(file, tmp_path, [team["team"] for team in teams])
    print_and_look(file, tmp_path, named)


def judge(file: Path, folder: Path, names: list[str]) -> None:
    marks = folder / "ballots.csv"
    rows = [
        f'{juror},"{team}",{criterion},{mark + (place == 0)}'
        for place, team in enumerate(names)
        for juror in ("Mall Kõpp", "Jaan Ots")
        for criterion, mark in (("Kasu", 3), ("Koostöö", 3.5))
    ]
    marks.write_text("juror,team,criterion,mark\n" + "\n".join(rows), encoding="utf-8")
    run("ballots", file, "import", marks, "--create", "--range", "1", "5")
    results = answer("results", file)
    assert results["method"] == "mean" and results["revision"] is None and results["refused"] is None
    assert results["places"][0]["team"] == names[0] and results["places"][0]["place"] == 1
    assert results["places"][0]["score"] == pytest.approx(81.25) and results["missing"] == []
    assert answer("seal", file)["revision"] == 1
    assert answer("results", file)["revision"] == 1
    run("ballots", file, "import", marks, fails=True)


def print_and_look(file: Path, folder: Path, named: str) -> None:
    for kind in ("badges", "attendance", "ballots", "results", "certificates"):
        run("print", file, kind, "--out", folder / f"{kind}.pdf", "--language", "et")
    text = pages(folder / "certificates.pdf")
    assert squeezed(named) in squeezed(text) and "Kaika talgud" in text
    run("check", file)
    run("backup", file, folder / "copy.hackdesk")
    assert answer("check", folder / "copy.hackdesk")["sound"]


def pages(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def squeezed(text: str) -> str:
    """Without spaces and line ends: a long name may stand on two lines."""
    return "".join(unicodedata.normalize("NFC", text).split())


def test_mistakes_are_answered_with_a_sentence(file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "photo.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    for source in (picture, empty, tmp_path / "gone.csv"):
        run("import", file, source, fails=True)
    run("people", tmp_path / "gone.hackdesk", fails=True)
    run("people", picture, fails=True)
    run("check-in", file, "NOSUCHCODE", fails=True)
    run("new", file, "--name", "Again", "--start", "2026-11-14", fails=True)
    run("new", tmp_path / "x.hackdesk", "--name", "X", "--start", "2026-11-14", "--end", "2026-11-13", fails=True)
    run("print", file, "certificates", "--out", tmp_path / "c.pdf", fails=True)
    for slip in (("results", file, "--method", "guess"), ("seal",), ("new", file), ("nonsense",)):
        assert len(run(*slip, fails=True).stderr.splitlines()) == 1
    assert not (tmp_path / "c.pdf").exists() and not (tmp_path / "x.hackdesk").exists()
    assert answer("people", file) == []


@pytest.mark.parametrize("verb", ["new", "import", "people", "check-in", "teams", "ballots", "results", "seal",
                                  "print", "backup", "check", "rehearse", "undo", "reopen"])  # fmt: skip
def test_every_verb_explains_itself(verb: str) -> None:
    assert "Usage" in run(verb, "--help").output
