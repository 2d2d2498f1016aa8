"""The programme on paper: a page for each day, for the wall without what is the organisers' own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from builders import STRANGE_NAME, FakeClock, an_empty_event

from hackdesk.agenda.actions import add_item
from hackdesk.agenda.rules import Planned
from hackdesk.documents.kinds import KINDS, print_kind
from hackdesk.documents.planning import programme_of, staff_programme_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    yield made
    made.close()


def plan(event: Event, title: str, start: int, length: int = 30, **values: object) -> None:
    at = NINE + timedelta(minutes=start)
    add_item(event, Planned(title, at, at + timedelta(minutes=length), **values))  # type: ignore[arg-type]


def read(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def test_the_wall_sees_a_page_a_day_and_nothing_of_the_organisers(event: Event, tmp_path: Path) -> None:
    plan(event, STRANGE_NAME, 0, responsible="Mari", notes="key at the desk")
    plan(event, "Tables", 10, public=False)
    plan(event, "Morning", 1440)
    print_kind(event, "programme", tmp_path / "p.pdf", "en")
    first, second = read(tmp_path / "p.pdf")
    assert "Saturday, 14 November 2026" in first and "09:00–09:30" in first and "Žukovski" in first
    assert "Mari" not in first and "key" not in first and "Tables" not in first
    assert "Morning" in second


def test_the_organisers_see_who_sees_to_what(event: Event, tmp_path: Path) -> None:
    plan(event, "Opening", 0, responsible="Mari", notes="key at the desk")
    plan(event, "Tables", 10, public=False)
    print_kind(event, "programme_staff", tmp_path / "p.pdf", "en")
    (page,) = read(tmp_path / "p.pdf")
    assert "Mari" in page and "key at the desk" in page and "Tables" in page and "staff" in page
    assert KINDS["programme_staff"].private, "it is never made along with the others"


def test_a_title_is_in_the_papers_language_where_it_has_one(event: Event, tmp_path: Path) -> None:
    plan(event, "Opening", 0, other_titles={"et": "Avamine"})
    print_kind(event, "programme", tmp_path / "et.pdf", "et")
    assert "Avamine" in read(tmp_path / "et.pdf")[0] and "Laupäev" in read(tmp_path / "et.pdf")[0]


def test_a_full_day_stands_on_one_page_and_sixty_items_go_on(event: Event, tmp_path: Path) -> None:
    for number in range(24):
        plan(event, f"Item {number}", number * 20, 20)
    print_kind(event, "programme", tmp_path / "p.pdf", "en")
    assert len(read(tmp_path / "p.pdf")) == 1
    for number in range(36):
        plan(event, f"{number} {STRANGE_NAME}"[:120], 480 + number * 10, 10)
    print_kind(event, "programme", tmp_path / "p.pdf", "en")
    assert len(read(tmp_path / "p.pdf")) > 1


def test_the_night_in_which_the_clock_is_changed_says_how_long_it_is(event: Event, tmp_path: Path) -> None:
    night = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    add_item(event, Planned("Night work", night, night + timedelta(hours=11)))
    print_kind(event, "programme", tmp_path / "p.pdf", "en")
    assert "23:00–09:00" in read(tmp_path / "p.pdf")[0] and "lasts 11 h" in read(tmp_path / "p.pdf")[0]


def test_without_a_programme_there_is_nothing_to_print(event: Event) -> None:
    for gather in (programme_of, staff_programme_of):
        with pytest.raises(NothingToPrint, match="no programme yet"):
            gather(event)
    plan(event, "Tables", 0, public=False)
    with pytest.raises(NothingToPrint):
        programme_of(event)
    assert staff_programme_of(event).days[0].lines[0].title == "Tables"
