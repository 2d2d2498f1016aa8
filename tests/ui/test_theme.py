"""What is written can be read, in both themes."""

from __future__ import annotations

import re

import pytest

from hackdesk.resources import resource
from ui import theme
from ui.theme import DARK, LIGHT, TEXT_PAIRS, TONES, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_pair_that_carries_text_has_enough_contrast(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_ring_and_the_border_of_an_input_stand_out(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.ground):
        assert contrast(tokens.accent, ground) >= 3
        assert contrast(tokens.edge, ground) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_tone_of_a_pill_is_among_the_pairs_that_are_checked() -> None:
    assert set(TONES.values()) <= set(TEXT_PAIRS)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_stylesheet_leaves_no_name_open_and_finds_its_signs(name: str) -> None:
    theme.use(name)
    sheet = theme.style()
    assert "$" not in sheet
    signs = re.findall(r"url\((.+?)\)", sheet)
    assert signs
    assert all(resource(f"icons/{name}/{sign.rsplit('/', 1)[1]}").is_file() for sign in signs)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_signs_of_the_stylesheet_have_the_colours_of_their_theme(tokens: Tokens) -> None:
    for sign in resource(f"icons/{tokens.name}").glob("*.svg"):
        wanted = tokens.on_accent if sign.stem in ("check", "minus") else tokens.muted
        assert f'stroke="{wanted}"' in sign.read_text(), sign.name


def test_the_shipped_typeface_is_in_use() -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(theme.font()).family() == "Noto Sans"
