"""Logos and the attendance sheet: which picture is taken, how it lies on paper, and who stands on which day."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from builders import FakeClock
from PIL import Image, ImageDraw
from pypdf import PdfReader

from hackdesk.documents.actions import keep_logo, remove_logo
from hackdesk.documents.certificate_values import Certificate
from hackdesk.documents.certificates import print_certificates
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.logos import as_logo
from hackdesk.documents.queries import attendance_of, logos
from hackdesk.errors import HackDeskError
from hackdesk.event.check import check
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language
from hackdesk.people import actions
from hackdesk.people.rules import Draft

RED, GREEN = (200, 20, 30), (10, 120, 60)


def picture(size: tuple[int, int] = (800, 300), colour: tuple[int, ...] = RED, kind: str = "PNG") -> bytes:
    mode = "RGBA" if len(colour) == 4 else "RGB"
    drawn = Image.new(mode, size, (255,) * 3 + (0,) * (mode == "RGBA"))
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] * 3 // 4, size[1]), fill=colour)
    written = BytesIO()
    drawn.save(written, kind)
    return written.getvalue()


def test_a_logo_is_kept_scaled_down_replaced_and_undone(empty_event: Event) -> None:
    kept = keep_logo(empty_event, "funder", "big.png", picture((4000, 1500)))
    assert kept.width <= 1100 and abs(kept.width / kept.height - 4000 / 1500) < 0.02 and not kept.small
    keep_logo(empty_event, "organiser", "own.jpg", picture(kind="JPEG"))
    assert [(one.place, one.media_type) for one in logos(empty_event)] == [
        ("organiser", "image/jpeg"), ("funder", "image/png"),
    ]  # fmt: skip
    keep_logo(empty_event, "funder", "other.png", picture(colour=GREEN))
    undo(empty_event)
    assert logos(empty_event)[1] == kept
    remove_logo(empty_event, "funder")
    assert [one.place for one in logos(empty_event)] == ["organiser"]
    undo(empty_event)
    assert logos(empty_event)[1] == kept and check(empty_event).sound


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "not a PNG or JPEG"),
        (b"%PDF-1.7 something", "not a PNG or JPEG"),
        (picture(kind="GIF"), "not a PNG or JPEG"),
        (picture()[:300], "damaged"),
        (picture(kind="JPEG")[:900], "damaged"),
        (picture((8, 8)), "8 × 8 pixels"),
    ],
)
def test_what_is_no_logo_is_refused_and_the_one_before_stays(
    empty_event: Event, content: bytes, wrong: str
) -> None:
    keep_logo(empty_event, "funder", "good.png", picture())
    number = empty_event.head()
    with pytest.raises(HackDeskError) as refused:
        keep_logo(empty_event, "funder", "logo.png", content)
    assert wrong in str(refused.value)
    assert empty_event.head() == number and logos(empty_event)[0].name == "good.png"


def test_a_small_picture_is_kept_and_said_to_be_small() -> None:
    assert as_logo("funder", "small.png", picture((120, 40))).small
    assert as_logo("funder", "see-through.png", picture(colour=(*RED, 255))).media_type == "image/png"


def colours_at_top(path: Path) -> set[str]:
    """Which of the two logos' colours are seen in the upper tenth of the first page, and at which side."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    found = set()
    for x in range(0, page.width, 3):
        for y in range(0, page.height // 8, 3):
            pixel = page.getpixel((x, y))
            for name, colour in (("red", RED), ("green", GREEN)):
                if all(abs(a - b) < 25 for a, b in zip(pixel, colour, strict=True)):
                    found.add(f"{name} {'left' if x < page.width / 2 else 'right'}")
    return found


def test_both_logos_stand_on_the_attendance_sheet(whole_event: Event, tmp_path: Path, pages) -> None:
    change_settings(whole_event, replace(settings_of(whole_event), funder_header="Projekt 2021-EE-1\nLEADER"))
    assert colours_at_top(print_kind(whole_event, "attendance", tmp_path / "none.pdf").path) == set()
    keep_logo(whole_event, "organiser", "own.png", picture(colour=GREEN))
    keep_logo(whole_event, "funder", "funder.png", picture(colour=(*RED, 255)))
    printed = print_kind(whole_event, "attendance", tmp_path / "both.pdf")
    assert colours_at_top(printed.path) == {"green left", "red right"}
    assert "Projekt 2021-EE-1 LEADER" in pages(printed.path)[0].text
    assert all(not page.outside for page in pages(printed.path))


def test_a_day_that_is_over_has_those_who_came_and_a_later_walk_in_is_not_on_it(
    empty_event: Event, clock: FakeClock, tmp_path: Path, pages
) -> None:
    event = Event.open(empty_event.path, clock=clock, station="door")
    anu, _bert = (actions.add_person(event, Draft(name, "Kask")) for name in ("Anu", "Bert"))
    actions.check_in(event, anu.code)
    clock.forward(hours=5, minutes=8)
    actions.leave(event, anu.id)
    assert [len(day.people) for day in attendance_of(event).days] == [2, 2]
    clock.forward(hours=20)
    actions.register_walk_in(event, Draft("Cilla"))
    friday, saturday = attendance_of(event).days
    assert [one.name for one in friday.people] == ["Anu Kask"]
    assert [one.name for one in saturday.people] == ["Anu Kask", "Bert Kask", "Cilla"]
    without = pages(print_kind(event, "attendance", tmp_path / "a.pdf", "en").path)[0].text
    assert "9:00–14:08" not in without
    change_settings(event, replace(settings_of(event), attendance_times=True))
    assert "9:00–14:08" in pages(print_kind(event, "attendance", tmp_path / "b.pdf", "en").path)[0].text
    event.close()


DRAWN = b"""<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">
<defs><linearGradient id="g"><stop offset="0" stop-color="#1E6B57"/><stop offset="1" stop-color="#F2B45C"/>
</linearGradient></defs><rect width="200" height="60" fill="url(#g)"/>
<circle cx="30" cy="30" r="18" fill="none" stroke="#fff" stroke-width="5"/></svg>"""


def test_a_drawing_is_kept_as_a_drawing_and_printed_without_pixels(
    tmp_path: Path, printer: Any, certificates: Any
) -> None:
    logo = as_logo("organiser", "vald.svg", DRAWN)
    assert (logo.media_type, logo.width, logo.height, logo.small) == ("image/svg+xml", 2000, 600, False)
    made = certificates(Certificate("Õnne-Ly Kuusk", 1))
    made = replace(made, masthead=replace(made.masthead, logos=(logo,)))
    reader = PdfReader(print_certificates(made, "et", printer, tmp_path / "c.pdf").path)
    assert [image.image.size for image in reader.pages[0].images] == [(57, 57)]  # the code, and no logo
    fonts = {str(font["/BaseFont"]) for font in reader.pages[0]["/Resources"]["/Font"].values()}
    assert all("NotoSans" in font for font in fonts)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DRAWN[:-20], "is a broken SVG"), (b"<svg>", "is a broken SVG"), (b"<svg/>", "is a broken SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "is a broken SVG"),
        (b'<svg width="9" height="9"><text>a</text></svg>', "text whose font"),
        (b'<svg width="9" height="9"><image href="file:///a.png"/></svg>', "a picture"),
    ],
)  # fmt: skip
def test_a_drawing_that_would_not_be_printed_as_it_looks_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(HackDeskError) as refused:
        as_logo("organiser", "vald.svg", content)
    assert said in language("en").error(refused.value)


def test_the_hall_takes_no_drawings() -> None:
    with pytest.raises(HackDeskError, match="not a PNG or JPEG"):
        as_logo("sponsor 1", "vald.svg", DRAWN, trim=True)
