"""The network dies for good: what a real phone shows is read at the laptop, and nothing is counted twice later."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, Page
from phone_client import PhoneJury

from hackdesk.jury import actions, queries
from hackdesk.jury.handover import as_revision
from hackdesk.jury.handover_queries import Offered, offered
from hackdesk.jury.rules import Ballot, BallotState
from hackdesk.phones.server import Phones

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")

MALL = "Mall Kõpp"


@pytest.fixture
def page(jury: PhoneJury, served: Phones, tmp_path: Path) -> Iterator[Page]:
    """Mall has filled in a ballot with a note and hands it in; the laptop went away before that."""
    browser = Browser(tmp_path / "phone")
    made = browser.page()
    mall = jury.juror(MALL).id
    made.open(served.link(jury.secrets[mall]))
    made.tap("#pin")
    made.type(jury.pins[mall])
    made.tap("button.primary")
    made.tap(".teams a")
    mark(made, 1, 2)
    made.until("document.querySelector('.ballot:target .saved').textContent.indexOf('Saved') === 0")
    served.stop()
    for criterion in range(1, 5):
        mark(made, criterion, criterion + 1)
    made.tap(".ballot:target [name=note]")
    made.type("Tubli töö")
    made.tap(".ballot:target .hand-in")
    made.tap("button.hand-over")
    yield made
    assert made.complaints() == []
    browser.close()


def mark(page: Page, criterion: int, mark: int) -> None:
    page.tap(f".ballot:target .criterion:nth-of-type({criterion}) .scale span:nth-child({mark}) label")


def in_file(jury: PhoneJury) -> Ballot:
    progress = queries.progress(jury.event)
    return progress.ballot(jury.juror(MALL).id, progress.judging.teams[0].id)


def marks(jury: PhoneJury) -> list[int]:
    given = in_file(jury).marks
    return [int(given[one.id]) for one in queries.criteria(jury.event)]


def take(jury: PhoneJury, read: str) -> Offered:
    """As the laptop does it."""
    found = offered(jury.event, (read,))
    revision = as_revision(found.handed, found.there)
    actions.take_revision(jury.event, found.handed.juror.id, found.handed.team.id, revision)
    return found


def back_on_the_network(jury: PhoneJury, served: Phones, page: Page) -> None:
    """The laptop answers again, and the phone has sent what it has."""
    served.start()
    page.open(served.link(jury.secrets[jury.juror(MALL).id]))
    page.until("/^Handed in|Saved/.test(document.querySelector('#teams .saved').textContent)")


def test_the_code_on_the_screen_is_typed_and_the_note_follows(
    jury: PhoneJury, served: Phones, page: Page
) -> None:
    code = page.until("document.querySelector('#hand-over .code').textContent")
    assert len(code.replace(" ", "")) <= 16
    assert take(jury, code).handed.note is None
    assert (marks(jury), in_file(jury).state, in_file(jury).note) == ([2, 3, 4, 5], BallotState.COMPLETE, "")
    at = in_file(jury).handed_in_at
    back_on_the_network(jury, served, page)
    assert (in_file(jury).note, in_file(jury).handed_in_at) == ("Tubli töö", at)
    assert marks(jury) == [2, 3, 4, 5]


def test_the_qr_code_on_the_screen_brings_the_note_along(jury: PhoneJury, served: Phones, page: Page) -> None:
    import zxingcpp
    from PIL import Image

    drawn = page.until("document.querySelector('#hand-over canvas').toDataURL('image/png')")
    picture = Image.open(BytesIO(base64.b64decode(drawn.split(",")[1]))).convert("L")
    (found,) = zxingcpp.read_barcodes(picture)
    take(jury, found.text)
    assert (marks(jury), in_file(jury).note) == ([2, 3, 4, 5], "Tubli töö")
    before = in_file(jury).handed_in_at
    back_on_the_network(jury, served, page)
    assert (marks(jury), in_file(jury).handed_in_at) == ([2, 3, 4, 5], before)
