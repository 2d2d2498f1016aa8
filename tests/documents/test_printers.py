"""A printer's profile: kept for each printer, taken over from before there was one for each, and measured."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from hackdesk import laptop
from hackdesk.documents.badge_formats import FORMATS, badge_format
from hackdesk.documents.badge_values import MeasuredPage
from hackdesk.documents.kinds import printer_profile
from hackdesk.documents.ruler import FRAME, print_ruler
from hackdesk.documents.rules import PrinterProfile

DOTS_A_MM = 300 / 25.4


def test_each_printer_has_its_own_profile_and_the_rest_one_together() -> None:
    brother = PrinterProfile((0.5, -1.0), 0.98, true_size=False, name="Brother")
    laptop.change(printers=laptop.load().with_printer(brother).printers)
    usual = PrinterProfile((2.0, 0.0))
    laptop.change(printers=laptop.load().with_printer(usual).printers)
    assert printer_profile("Brother") == brother
    assert printer_profile() == usual
    assert printer_profile("another").offset_mm == (2.0, 0.0)


@pytest.mark.parametrize(
    ("written", "offset", "factor"),
    [
        ({"printer_offset_mm": [1.5, -2], "printer_scale": 1.0}, (1.5, -2.0), 1.0),
        ({"printer_offset_mm": [0, 0], "printer_scale": 0.97}, (0.0, 0.0), 0.97),
        ({"printer_offset_mm": [0.0, 0.0], "printer_scale": 1.0}, (0.0, 0.0), 1.0),
        ({"printer_offset_mm": "far", "printer_scale": None}, (0.0, 0.0), 1.0),
        ({"printers": ["nonsense", {"offset_mm": [1, 1], "name": ""}]}, (1.0, 1.0), 1.0),
        ({"printers": "nonsense"}, (0.0, 0.0), 1.0),
        ({}, (0.0, 0.0), 1.0),
    ],
)
def test_what_an_earlier_hackdesk_kept_for_all_printers_stays_for_all(written, offset, factor) -> None:
    path = laptop.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"language": "et", **written}), encoding="utf-8")
    profile = laptop.load().printer("any")
    assert (profile.offset_mm, profile.factor) == (offset, factor)
    laptop.change(theme="dark")
    assert laptop.load().printer("any") == profile
    assert laptop.load().language == "et"


def page_of(path: Path) -> Image.Image:
    with closing(pypdfium2.PdfDocument(path)) as document:
        return document[0].render(scale=300 / 72).to_pil().convert("L")


def dark_columns(picture: Image.Image, row: int) -> list[int]:
    return [x for x in range(picture.width) if picture.getpixel((x, row)) < 128]


@pytest.mark.parametrize("key", ["a7x8", "54x90x10", "90x54"])
@pytest.mark.parametrize("profile", [PrinterProfile(), PrinterProfile((2.0, 1.0))])
def test_the_frame_of_the_test_sheet_lies_ten_millimetres_from_the_edge_and_moves_with_the_profile(
    tmp_path, key, profile
) -> None:
    printed = print_ruler(MeasuredPage(key, "Brother"), "en", profile, tmp_path / "ruler.pdf")
    picture = page_of(printed.path)
    # Between two marks of a millimetre, where only the frame itself is crossed.
    row = round((33.5 + profile.offset_mm[1]) * DOTS_A_MM)
    columns = dark_columns(picture, row)
    width = badge_format(key).paper[0]
    assert columns[0] / DOTS_A_MM == pytest.approx(FRAME + profile.offset_mm[0], abs=0.15)
    assert columns[-1] / DOTS_A_MM == pytest.approx(width - FRAME + profile.offset_mm[0], abs=0.15)


def test_the_bar_is_a_hundred_millimetres_unless_the_page_is_scaled(tmp_path) -> None:
    lengths = []
    for scale in (1.0, 0.96):
        profile = PrinterProfile(scale=scale, true_size=False)
        picture = page_of(print_ruler(MeasuredPage(), "en", profile, tmp_path / "r.pdf").path)
        middle = picture.crop((round(25 * DOTS_A_MM), 0, round(185 * DOTS_A_MM), picture.height))
        row = next(
            columns
            for y in range(round(160 * DOTS_A_MM), round(170 * DOTS_A_MM))
            if len(columns := dark_columns(middle, y)) > 90 * DOTS_A_MM
        )
        lengths.append((row[-1] - row[0]) / DOTS_A_MM)
    assert lengths == pytest.approx([100, 96], abs=0.3)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("tag", ["en", "et"])
def test_the_test_sheet_fits_every_paper(tmp_path, pages, key, tag) -> None:
    printed = print_ruler(MeasuredPage(key, "A printer with a long name on the second floor"), tag,
                          PrinterProfile(), tmp_path / "r.pdf")  # fmt: skip
    (page,) = pages(printed.path)
    assert page.outside == ()
    assert " mm" in page.text
