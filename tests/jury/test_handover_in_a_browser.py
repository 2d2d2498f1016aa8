"""The phone's own hand-over, run in a browser: it writes what the laptop reads, and draws what a camera reads."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from browser import CHROMIUM, Browser, Page
from handed_over import OnPhone

from hackdesk.jury.handover import Known, read
from hackdesk.jury.rules import Contestant, Criterion, Juror
from hackdesk.resources import resource

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
NOTES = ("", "Tubli töö! 100 % & küsige = lisa 🙂", "õ" * 400, "cut in half \ud83d", "''(*)~;note=;+ %20\n\t")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with nothing but the scripts of the hand-over."""
    folder = tmp_path_factory.mktemp("phone")
    scripts = "".join(
        f'<script src="{resource(name).as_uri()}"></script>' for name in ("phones/qrcode.js", "phones/handover.js")
    )
    (folder / "page.html").write_text(f'<!doctype html><meta charset="utf-8"><body>{scripts}', encoding="utf-8")
    browser = Browser(folder / "profile")
    made = browser.page()
    made.open((folder / "page.html").as_uri())
    yield made
    browser.close()


def answered(page: Page, work: str, given: Any) -> Any:
    """What a function of JavaScript gives for a value."""
    return page.js(f"({work})({json.dumps(given)})")


def a_ballot(chance: random.Random) -> tuple[Known, OnPhone]:
    criteria = []
    for _ in range(chance.randint(1, 9)):
        step = Fraction(chance.choice(("1", "0.5", "0.25", "0.1", "2")))
        lowest = Fraction(chance.choice(("0", "1", "-3", "0.5")))
        highest = lowest + step * chance.randint(1, 40)
        number = UUID(int=chance.getrandbits(128))
        criteria.append(Criterion(number, "", lowest=lowest, highest=highest, step=step))
    jurors = tuple(Juror(UUID(int=chance.getrandbits(128)), "") for _ in range(chance.randint(1, 64)))
    teams = tuple(Contestant(UUID(int=chance.getrandbits(128)), "") for _ in range(chance.randint(1, 256)))
    marks = {
        one.id: one.lowest + one.step * chance.randint(0, int((one.highest - one.lowest) / one.step))
        for one in criteria
        if one.step and chance.random() < 0.9
    }
    secret = base64.urlsafe_b64encode(chance.randbytes(16)).decode().rstrip("=")
    ballot = OnPhone(
        chance.randrange(len(jurors)), chance.randrange(len(teams)), chance.randint(1, 5000),
        chance.choice(("open", "complete")), marks, chance.choice(NOTES), chance.choice((1, 2)),
        chance.choice(("", "a b;c=ö", "f3-9_x")), secret, chance.random() < 0.5,
    )  # fmt: skip
    juror = jurors[ballot.juror].id
    known = Known(tuple(criteria), jurors, teams, ballot.round, {juror: secret}, {juror: ballot.device})
    return known, ballot


def test_the_phone_writes_what_the_laptop_reads(page: Page) -> None:
    chance = random.Random(360)
    ballots = [a_ballot(chance) for _ in range(300)]
    work = """function (given) { return given.map(function (one) {
        var h = HackDeskHandover, text = h.text(one), code = h.code(one);
        return [text, code, h.leavesNote(one, text), h.leavesNote(one, code)]; }); }"""
    told = answered(page, work, [ballot.as_the_page_has_it(known) for known, ballot in ballots])
    for (known, ballot), (text, code, text_leaves, code_leaves) in zip(ballots, told, strict=True):
        note = ballot.note.replace("\ud83d", "")
        whole = OnPhone(**{**vars(ballot), "note": note})
        assert text == whole.text(known)
        assert code == (whole.code(known) if len(whole.code(known).replace(" ", "")) <= 24 else "")
        got = read((text,), known)
        assert (got.marks, got.revision) == (ballot.marks, ballot.revision)
        assert got.note == (None if text_leaves else note)
        assert code_leaves == bool(note)
        assert not code or read((code,), known).marks == ballot.marks


def test_criteria_without_steps_and_recusals_go_by_qr_code_only(page: Page) -> None:
    known, ballot = a_ballot(random.Random(1))
    without = ballot.as_the_page_has_it(known)
    without["criteria"][0]["step"] = None
    away = {**ballot.as_the_page_has_it(known), "state": "recused", "reason": "My sister's team"}
    work = """function (given) { return given.map(function (one) {
        return [HackDeskHandover.code(one), HackDeskHandover.text(one)]; }); }"""
    (code, text), (none, recusal) = answered(page, work, [without, away])
    assert (code, none) == ("", "")
    assert read((text,), known).marks == ballot.marks
    assert read((recusal,), known).reason == "My sister's team"


def test_a_camera_reads_what_the_phone_draws(page: Page) -> None:
    import zxingcpp
    from PIL import Image

    known, ballot = a_ballot(random.Random(2))
    notes = ("", "Tubli töö! " * 30)
    ballots = [OnPhone(**{**vars(ballot), "note": note}).as_the_page_has_it(known) for note in notes]
    work = """function (given) { return given.map(function (one) {
        var box = document.createElement("div"), text = HackDeskHandover.text(one);
        box.style.width = "328px";
        document.body.appendChild(box);
        return [text, HackDeskHandover.draw(box, text).toDataURL("image/png")]; }); }"""
    for text, drawn in answered(page, work, ballots):
        picture = Image.open(BytesIO(base64.b64decode(drawn.split(",")[1]))).convert("L")
        assert picture.width <= 328
        assert [one.text for one in zxingcpp.read_barcodes(picture)] == [text]
