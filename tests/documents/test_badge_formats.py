"""Badges of every size: where they lie on the sheets, read back from the paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from builders import STRANGE_NAME
from PIL import Image

from hackdesk.documents.badge_formats import A4, FORMATS, SINGLE, badge_format, single
from hackdesk.documents.badge_values import Badge, BadgeBack, Badges, BadgeWish, MainTime, Which, wished
from hackdesk.documents.badges import print_badges
from hackdesk.documents.fonts import NoGlyph
from hackdesk.documents.rules import NothingToPrint, PrinterProfile
from hackdesk.errors import HackDeskError
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.rules import STAKEHOLDER_GROUPS

#: (columns, rows, left, top, from one to the next across and down), measured on the sheets that are sold.
SOLD = {
    "a7x8": (2, 4, 0, 0, 105, 74.25),
    "a6x4": (2, 2, 0, 0, 105, 148.5),
    "90x54x10": (2, 5, 15, 12, 90, 54),
    "54x90x10": (2, 5, 15, 12, 90, 54),
    "90x60x8": (2, 4, 15, 28.5, 90, 60),
    "60x90x8": (2, 4, 15, 28.5, 90, 60),
    "80x50x10": (2, 5, 17.5, 13.5, 95, 55),
}
LONGEST = (STRANGE_NAME, "Q" * 80, "Maria Magdalena " * 5, "Žukovskaja-Põldsepp-" * 4)
SHARP = 150 / 72  # dots a point at 150 dots an inch
BACK = BadgeBack(
    times=(MainTime(datetime(2026, 11, 14, 8, 30, tzinfo=UTC), "Arrival and coffee"),),
    text="Wi-Fi: talgud", zone="Europe/Tallinn",
)  # fmt: skip


@pytest.fixture
def badges(masthead) -> Badges:
    """Eleven badges, so that every sheet but the largest needs a second one."""
    codes: list[str] = []
    for _number in range(11):
        codes.append(new_badge_code(codes))
    return Badges(
        masthead,
        tuple(
            Badge(f"Nimi{number}", "Pere", "Rõuge vald", code, STAKEHOLDER_GROUPS[:1], ("et",), ("mentor",))
            for number, code in enumerate(codes)
        ),
    )


def drawn(badges: Badges, folder: Path, *, tag: str = "en") -> Path:
    return print_badges(badges, tag, PrinterProfile(), folder / f"{badges.format}.pdf").path


def rendered(path: Path, scale: float = SHARP) -> Iterator[Image.Image]:
    with closing(pypdfium2.PdfDocument(path)) as document:
        for page in document:
            yield page.render(scale=scale).to_pil()


def codes_on(picture: Image.Image) -> dict[str, tuple[float, float]]:
    """{code: the middle of its QR code in millimetres from the top left}."""
    found = {}
    for one in zxingcpp.read_barcodes(picture):
        corners = [
            getattr(one.position, name) for name in ("top_left", "top_right", "bottom_left", "bottom_right")
        ]
        middle = (sum(corner.x for corner in corners) / 4, sum(corner.y for corner in corners) / 4)
        found[one.text] = (middle[0] / SHARP / 72 * 25.4, middle[1] / SHARP / 72 * 25.4)
    return found


@pytest.mark.parametrize("key", FORMATS)
def test_every_code_is_read_and_lies_where_the_sheet_has_it_within_half_a_millimetre(
    tmp_path, badges, key
) -> None:
    pages = list(rendered(drawn(replace(badges, format=key), tmp_path)))
    layout = badge_format(key)
    found = [codes_on(page) for page in pages]
    assert [code for page in found for code in page] and {c for page in found for c in page} == {
        badge.code for badge in badges.badges
    }
    assert [round(side / SHARP / 72 * 25.4) for side in pages[0].size] == [round(side) for side in layout.paper]
    if key not in SOLD:
        assert len(pages) == len(badges.badges)
        return
    across, down, _left, _top, right, below = SOLD[key]
    assert len(pages) == -(-len(badges.badges) // (across * down))
    first = found[0][badges.badges[0].code]
    for place, badge in enumerate(badges.badges[: across * down]):
        row, column = divmod(place, across)
        expected = (first[0] + column * right, first[1] + row * below)
        assert found[0][badge.code] == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize("key", SOLD)
def test_what_is_printed_stays_on_its_label(tmp_path, badges, key) -> None:
    """The first badge alone: all ink lies inside the first label as it is sold, and reaches close to its edges."""
    _across, _down, left, top, *_step = SOLD[key]
    layout = badge_format(key)
    one = replace(badges, format=key, badges=badges.badges[:1])
    (page,) = rendered(drawn(one, tmp_path))
    width, height = layout.size[::-1] if layout.grid and layout.grid.turned else layout.size
    box = [edge * SHARP * 72 / 25.4 for edge in (left, top, left + width, top + height)]
    grey = page.convert("L")
    if not (layout.grid and layout.grid.cut):
        outside = grey.copy()
        outside.paste(255, tuple(round(edge) for edge in box))
        assert outside.getextrema() == (255, 255)
    ink = Image.eval(grey.crop(tuple(round(edge) for edge in box)), lambda light: 255 * (light < 200)).getbbox()
    assert ink is not None
    edges = (ink[0], ink[1], box[2] - box[0] - ink[2], box[3] - box[1] - ink[3])
    # At the right edge of a badge the row of rules would end; the band and the code are flush with one margin.
    assert max(edges[:2]) < 14 * SHARP * 72 / 25.4 and min(edges) > 2 * SHARP * 72 / 25.4


def test_a_sheet_that_was_begun_goes_on_at_its_first_free_label(tmp_path, badges) -> None:
    fifth = replace(badges, format="90x54x10", first_label=5, badges=badges.badges[:7])
    pages = [codes_on(page) for page in rendered(drawn(fifth, tmp_path))]
    assert [len(page) for page in pages] == [6, 1]
    whole = [codes_on(page) for page in rendered(drawn(replace(badges, format="90x54x10"), tmp_path))]
    fifth_place = whole[0][badges.badges[4].code]
    assert pages[0][badges.badges[0].code] == pytest.approx(fifth_place, abs=0.5)


@pytest.mark.parametrize("key", ["a7x8", "80x50x10", "54x90x10", "a6x4"])
def test_flipped_over_its_long_edge_every_back_lies_behind_its_front(tmp_path, badges, key) -> None:
    both = replace(badges, format=key, back=BadgeBack(same=True), badges=badges.badges[:3])
    front, back = (codes_on(page) for page in rendered(drawn(both, tmp_path)))
    assert set(front) == set(back) == {badge.code for badge in both.badges}
    layout = badge_format(key)
    assert layout.grid is not None
    for place, badge in enumerate(both.badges):
        left, top = layout.grid.corner(place)
        across, down = front[badge.code]
        behind = back[badge.code]
        # Seen through the paper the label is the same one, and the badge stands upright when it is turned.
        assert left - 0.5 < A4[0] - behind[0] < left + layout.grid.width + 0.5
        if layout.grid.turned:
            assert behind[1] - top == pytest.approx(layout.size[0] - (down - top), abs=0.5)
            assert A4[0] - behind[0] == pytest.approx(across, abs=0.5)
        else:
            assert behind[1] == pytest.approx(down, abs=0.5)


@pytest.mark.parametrize("key", ["a7x8", "60x90"])
def test_the_back_says_event_main_times_and_the_events_own_words(tmp_path, badges, pages, key) -> None:
    with_back = replace(badges, format=key, back=BACK, badges=badges.badges[:2])
    read = pages(drawn(with_back, tmp_path))
    back = read[1].text
    for said in ("Vastseliina Loometalgud 2026", "10:30", "Arrival and coffee", "Wi-Fi: talgud"):
        assert said in back
    assert badges.badges[0].code not in back
    long = replace(BACK, text="Helista, kui midagi on puudu. " * 40)
    (_front, whole, *_rest) = pages(drawn(replace(with_back, back=long), tmp_path))
    assert whole.outside == () and whole.text.count("Helista") == 40 * (2 if key == "a7x8" else 1)


@pytest.mark.parametrize("key", ["a7x8", "a6x4", "80x50x10", "54x90", "90x60", "62x100"])
@pytest.mark.parametrize("name", LONGEST)
def test_the_longest_names_are_whole_in_each_format_and_still_scanned(
    tmp_path, masthead, pages, key, name
) -> None:
    badge = Badge(name, name, name, "K7M2QXR", STAKEHOLDER_GROUPS[:3], ("et", "vro"), ("chair", "mentor"))
    path = drawn(Badges(masthead, (badge,), key), tmp_path)
    (page,) = pages(path)
    assert page.outside == ()
    assert page.text.replace(" ", "").count(name.replace(" ", "")) == 3
    assert list(codes_on(next(rendered(path)))) == ["K7M2QXR"]


@pytest.mark.parametrize("key", ["54x90", "a7x8"])
def test_a_name_that_cannot_be_written_is_refused_by_name_in_every_format(tmp_path, masthead, key) -> None:
    with pytest.raises(NoGlyph, match="陳大文"):
        drawn(Badges(masthead, (Badge("陳大文", "", "", "K7M2QXR"),), key), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["80x50", "54x90"])
def test_groups_are_told_apart_without_colour(tmp_path, masthead, key) -> None:
    """In grey, each two groups' bands differ: their patterns do, whatever their colours become."""
    bands = []
    for group in STAKEHOLDER_GROUPS:
        grey = replace(group, colour="#5F5F5F")
        badge = Badge("Ann", "", "", "K7M2QXR", (grey,))
        (page,) = rendered(drawn(Badges(masthead, (badge,), key), tmp_path))
        inside = (
            (0, 0, round(page.width * 0.13), page.height)
            if key == "80x50"
            else (0, 0, page.width, page.height // 8)
        )
        bands.append(page.convert("L").crop(inside))
    for number, band in enumerate(bands):
        for other in bands[number + 1 :]:
            different = sum(abs(a - b) > 60 for a, b in zip(band.tobytes(), other.tobytes(), strict=True))
            assert different > 0.02 * band.width * band.height


def test_what_one_is_asked_for_in_the_hall_stands_on_the_badge_and_nothing_private(
    tmp_path, masthead, pages
) -> None:
    roles = ("participant", "mentor", "support", "interpreter")
    badge = Badge("Ann", "Tamm", "", "K7M2QXR", roles=roles)
    (page,) = pages(drawn(Badges(masthead, (badge,)), tmp_path))
    assert "Interpreter" in page.text and "Mentor" in page.text
    assert "Support" not in page.text and "Participant" not in page.text


def test_a_blank_badge_has_room_for_a_name_a_number_and_a_code(tmp_path, masthead, pages) -> None:
    path = drawn(Badges(masthead, (Badge("", "", "", "K7M2QXR", number=12),), "90x54"), tmp_path)
    (page,) = pages(path)
    assert "Badge 12" in page.text and "First name" in page.text
    assert list(codes_on(next(rendered(path)))) == ["K7M2QXR"]


def test_a_format_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(HackDeskError, match="no badge format “a8”"):
        badge_format("a8")


def test_every_sheet_has_a_single_page_of_the_same_size() -> None:
    for key, layout in FORMATS.items():
        one = single(key)
        assert one.key in SINGLE
        assert one.size == pytest.approx(layout.size, abs=1)


def test_what_is_wanted_is_all_new_chosen_or_blank(masthead) -> None:
    now = datetime(2026, 11, 14, tzinfo=UTC)
    known = Badges(masthead, (Badge("Ann", "", "", "K7M2QXR", printed_at=now), Badge("Bo", "", "", "A2B3C4D")))
    assert len(wished(known, BadgeWish()).badges) == 2
    assert [badge.given_name for badge in wished(known, BadgeWish(Which.NEW)).badges] == ["Bo"]
    blanks = wished(replace(known, next_blank=21), BadgeWish(Which.BLANK, blanks=3, format="54x90"))
    assert ([badge.number for badge in blanks.badges], blanks.format) == ([21, 22, 23], "54x90")
    with pytest.raises(NothingToPrint, match="Nobody is chosen"):
        wished(known, BadgeWish(Which.CHOSEN))
    printed = replace(known, badges=known.badges[:1])
    with pytest.raises(NothingToPrint, match="Every badge is printed"):
        wished(printed, BadgeWish(Which.NEW))
