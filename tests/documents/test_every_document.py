"""Every kind of document of one played event, drawn once with the longest and strangest names, and read back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from builders import STRANGE_NAME

from hackdesk.documents.drawing import draw
from hackdesk.documents.kinds import KINDS, made_ready, print_kind
from hackdesk.documents.rules import NothingToPrint, Printed, PrinterProfile
from hackdesk.event.store import Event
from hackdesk.rehearsal import Scale, sample_event
from hackdesk.teams.actions import announce_teams, place_person
from hackdesk.teams.queries import board

#: 80 letters with hyphens, as a double name that somebody really has and a form doubled.
LONG_NAME = "Žukovskaja-Põldsepp-" * 3 + "Müller-Ķirškalne ŠČ"
#: The fields in which somebody's own words stand: names of people, teams, topics, awards, places.
NAMES = frozenset(
    {
        "name", "given_name", "family_name", "organisation", "topic", "team", "team_name", "juror", "who", "giver",
        "title", "owner", "chair", "award", "responsible", "place", "affiliation",
    }
)  # fmt: skip
#: A4 either way and A3, in points.
SIZES = {(595, 842), (842, 595), (842, 1191)}
#: Kinds whose codes are drawn, and what says them. Jurors' links need a network: see test_juror_cards.
CODED = {
    "badges": lambda values: {badge.code for badge in values.badges},
    "ballots": lambda values: {ballot.code for ballot in values.ballots},
    "ballot_rows": lambda values: {page.code for page in values.pages},
    "hall_slips": lambda values: {*values.codes, *values.guests},
}


Turns = defaultdict[tuple[str, str], Iterator[str]]


def strange(value: Any, turns: Turns, of: tuple[str, str] = ("", "")) -> Any:
    """The same values with a strange, a long, a strange … name in each field of each class that holds one."""
    if isinstance(value, str):
        return next(turns[of]) if value and of[1] in NAMES else value
    if isinstance(value, tuple):
        return tuple(strange(one, turns, of) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value).__name__
        return replace(
            value,
            **{one.name: strange(getattr(value, one.name), turns, (kind, one.name)) for one in fields(value)},
        )
    return value


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Event]:
    """The sample event: its teams announced and one person moved since, its certificates issued."""
    path = tmp_path_factory.mktemp("every") / "sample.hackdesk"
    sample_event(path, Scale(people=12, teams=2, jurors=2))
    event = Event.open(path)
    announce_teams(event)
    first, second = board(event).teams
    place_person(event, first.members[-1].person_id, second.id, seen=first.id)
    print_kind(event, "certificates", path.with_suffix(".pdf"))
    yield event
    event.close()


Drawn = Callable[[str], tuple[Any, Printed]]


@pytest.fixture(scope="module")
def drawn(played: Event, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The values and the PDF of a kind, with strange names, in Estonian; each is drawn once."""
    folder, made = tmp_path_factory.mktemp("drawn"), {}

    def of(name: str) -> tuple[Any, Printed]:
        if name not in made:
            try:
                values = made_ready(played, name)
            except NothingToPrint as nothing:
                pytest.fail(f"the sample event has no {name}: {nothing}")
            values = strange(values, defaultdict(lambda: cycle((STRANGE_NAME, LONG_NAME))))
            made[name] = values, draw(name, values, "et", PrinterProfile(), folder / f"{name}.pdf")
        return made[name]

    return of


every_kind = pytest.mark.parametrize("name", KINDS)


@every_kind
def test_no_name_is_cut_and_nothing_leaves_the_paper(drawn: Drawn, pages: Any, name: str) -> None:
    values, printed = drawn(name)
    read = pages(printed.path)
    assert [page.outside for page in read if page.outside] == []
    text = "".join(re.sub(r"\s|-", "", page.text) for page in read)
    for whole in (STRANGE_NAME, LONG_NAME):
        if whole in names_in(values):
            assert re.sub(r"\s|-", "", whole) in text


def names_in(value: Any) -> set[str]:
    """The strange names that are somewhere in these values."""
    if isinstance(value, tuple):
        return set().union(*map(names_in, value))
    if is_dataclass(value):
        return set().union(*(names_in(getattr(value, field.name)) for field in fields(value)))
    return {value} & {STRANGE_NAME, LONG_NAME} if isinstance(value, str) else set()


@every_kind
def test_each_says_its_language_and_title_and_brings_what_it_needs_of_the_fonts(drawn: Drawn, name: str) -> None:
    reader = pypdf.PdfReader(drawn(name)[1].path)
    assert reader.trailer["/Root"]["/Lang"] == "et"
    assert reader.metadata is not None and reader.metadata.title
    assert len(reader.pages) == drawn(name)[1].pages
    for page in reader.pages:
        assert tuple(round(float(side)) for side in page.mediabox[2:]) in SIZES
        for font in page["/Resources"]["/Font"].values():
            written = font.get_object()
            assert re.fullmatch(r"/[A-Z0-9]{6}\+NotoSans.*", written["/BaseFont"])
            assert "/FontFile2" in written["/FontDescriptor"]


@pytest.mark.parametrize("name", CODED)
def test_each_code_is_read_from_the_paper_at_150_dots_an_inch(drawn: Drawn, name: str) -> None:
    values, printed = drawn(name)
    with closing(pypdfium2.PdfDocument(printed.path)) as document:
        picture = document[0].render(scale=150 / 72).to_pil()
        expected = document[0].get_textpage().get_text_range()
    found = {one.text for one in zxingcpp.read_barcodes(picture) if one.format == zxingcpp.BarcodeFormat.QRCode}
    assert found
    assert found <= CODED[name](values)
    printed_codes = {code for code in CODED[name](values) if code in expected}
    assert printed_codes <= found
