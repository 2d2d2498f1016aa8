"""A code on paper says what was issued; whoever changes a letter of it is found out, without internet."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from builders import STRANGE_NAME, an_empty_event
from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.documents import proof
from hackdesk.documents.actions import signing_key
from hackdesk.documents.proof import NotReal, Statement, key_of, printed_key, signed_code, verified
from hackdesk.documents.proof_queries import public_key
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event

MARI = Statement(
    "winner", "2026-0047", "Mari Tamm", "Peaauhind", "Vastseliina Loometalgud", "14.–15. november 2026",
    "2026-11-15",
)  # fmt: skip


@pytest.fixture
def event(tmp_path: Path) -> Event:
    return an_empty_event(tmp_path)


def test_a_code_that_the_event_signed_says_what_was_issued(event: Event) -> None:
    key = signing_key(event)
    code = signed_code(MARI, key.private)
    assert verified(code, key.public) == MARI
    assert verified(" ".join(code[at : at + 8] for at in range(0, len(code), 8)).lower(), key.public) == MARI


def test_the_strangest_name_comes_through(event: Event) -> None:
    key = signing_key(event)
    statement = replace(MARI, name=STRANGE_NAME)
    assert verified(signed_code(statement, key.private), key.public).name == STRANGE_NAME


def test_an_event_has_one_key_for_ever_and_another_event_another(event: Event, tmp_path: Path) -> None:
    assert public_key(event) == ""
    key = signing_key(event)
    assert signing_key(event) == key and public_key(event) == key.public
    (tmp_path / "other").mkdir()
    other = signing_key(an_empty_event(tmp_path / "other"))
    with pytest.raises(NotReal, match="not real"):
        verified(signed_code(MARI, other.private), key.public)


@pytest.mark.parametrize("change", [{"name": "Mari Tamme"}, {"about": "Eriauhind"}, {"number": "2026-0048"}])
def test_a_changed_name_award_or_number_fails(event: Event, change: dict[str, str]) -> None:
    key = signing_key(event)
    signature = proof._taken_apart(signed_code(MARI, key.private))[0]
    said = proof._packed(replace(MARI, **change))
    forged = proof._PREFIX + proof.b32encode(signature + said).decode().rstrip("=")
    with pytest.raises(NotReal, match="not real"):
        verified(forged, key.public)


def test_every_single_slip_in_a_code_is_found(event: Event) -> None:
    key = signing_key(event)
    code = signed_code(MARI, key.private)
    for at in range(4, len(code) - 1):  # the very last letter holds bits that say nothing
        slip = code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :]
        with pytest.raises(NotReal):
            verified(slip, key.public)


@pytest.mark.parametrize("text", ["", "HD1:", "HD1:AAAA", "HD1:1189", "K7QM4", "https://example.ee"])
def test_what_is_no_code_is_refused_in_words(event: Event, text: str) -> None:
    with pytest.raises(NotReal):
        verified(text, signing_key(event).public)


def test_the_key_is_read_as_it_is_printed(event: Event) -> None:
    public = signing_key(event).public
    printed = printed_key(public)
    assert key_of(printed) == key_of(printed.lower().replace(" ", "-")) == public
    with pytest.raises(HackDeskError, match="no key"):
        key_of("HDKEY: 12345")


def run(*arguments: str) -> tuple[int, str]:
    ran = CliRunner().invoke(command_line, ["verify", *arguments])
    return ran.exit_code, ran.output


def test_the_verb_reads_a_picture_and_answers_by_its_exit_code(event: Event, tmp_path: Path) -> None:
    key = signing_key(event)
    code = signed_code(MARI, key.private)
    kind = zxingcpp.barcode_format_from_str("QRCode")
    picture = tmp_path / "diploma.png"
    from PIL import Image

    Image.fromarray(zxingcpp.create_barcode(code, kind).to_image(scale=4)).save(picture)
    status, said = run(str(picture), "--key", printed_key(key.public))
    assert status == 0 and "This is real" in said and "Mari Tamm" in said and "Peaauhind" in said
    status, said = run(code, "--key", str(event.path), "--json")
    assert status == 0 and json.loads(said)["real"] is True and json.loads(said)["name"] == "Mari Tamm"
    status, said = run(code[:-9] + "A" * 9, "--key", str(event.path))
    assert status != 0 and "not real" in said


def test_a_picture_without_a_code_and_a_file_that_is_none_are_told(event: Event, tmp_path: Path) -> None:
    from PIL import Image

    empty, text = tmp_path / "empty.png", tmp_path / "words.png"
    Image.new("L", (200, 200), 255).save(empty)
    text.write_text("not a picture")
    key = printed_key(signing_key(event).public)
    assert "no code" in run(str(empty), "--key", key)[1]
    assert "no picture" in run(str(text), "--key", key)[1]
