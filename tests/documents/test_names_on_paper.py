"""Names on badges and certificates: whole, in every alphabet, or refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import STRANGE_NAME

from hackdesk.documents.badge_values import Badge, Badges
from hackdesk.documents.badges import print_badges
from hackdesk.documents.certificate_values import Certificate
from hackdesk.documents.certificates import print_certificates
from hackdesk.documents.fonts import NoGlyph, missing_glyphs, placed, refuse_missing
from hackdesk.language import language

LONG_NAMES = ("Q" * 80, "Maria Magdalena " * 5, "Ü" * 40 + " " + "Õ" * 39, "Žukovskaja-Põldsepp-" * 4)


def test_the_font_has_every_sign_of_the_strange_name() -> None:
    assert missing_glyphs(STRANGE_NAME) == ""


def test_the_strange_name_is_whole_on_the_badge(tmp_path, printer, strange_badges, pages) -> None:
    printed = print_badges(strange_badges, "et", printer, tmp_path / "badges.pdf")
    page, *more = pages(printed.path)
    assert STRANGE_NAME in page.text
    assert page.outside == ()
    assert more == []


def test_the_strange_name_is_whole_on_the_certificate(tmp_path, printer, certificates, pages) -> None:
    everywhere = {"team": STRANGE_NAME, "award": STRANGE_NAME, "giver": STRANGE_NAME}
    strange = Certificate(STRANGE_NAME, 7, kind="winner", **everywhere)
    printed = print_certificates(certificates(strange, revision=1), "et", printer, tmp_path / "certificates.pdf")
    (page,) = pages(printed.path)
    assert page.text.count(STRANGE_NAME) == 4
    assert page.outside == ()


def test_an_accent_is_lifted_above_a_capital_and_set_over_it() -> None:
    letter, accent = placed("B́", "NotoSans-Bold")
    assert (letter.character, letter.up) == ("B", 0)
    assert accent.up > 100
    assert accent.right < 0


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_name_of_80_letters_is_never_cut(tmp_path, printer, masthead, certificates, pages, name) -> None:
    badges = Badges(masthead, (Badge(name, name, name, "K7M2QXR"),) * 8)
    everywhere = Certificate(name, 7, team=name, award=name, giver=name, kind="winner")
    badge = print_badges(badges, "et", printer, tmp_path / "badges.pdf")
    certificate = print_certificates(certificates(everywhere, revision=1), "et", printer, tmp_path / "c.pdf")
    letters = name.replace(" ", "")
    for printed, times in ((badge, 24), (certificate, 4)):
        (page,) = pages(printed.path)
        assert page.text.replace(" ", "").count(letters) == times
        assert page.outside == ()


@pytest.mark.parametrize(("name", "signs"), [("Ann 🎉 Tamm", "🎉"), ("陳大文", "陳 大 文")])
def test_a_name_the_font_cannot_write_is_refused_and_nothing_is_printed(
    tmp_path: Path, printer, masthead, certificates: Callable, name: str, signs: str
) -> None:
    for drawing, values in (
        (print_badges, Badges(masthead, (Badge(name, "", "", "K7M2QXR"),))),
        (print_certificates, certificates(Certificate(name))),
    ):
        with pytest.raises(NoGlyph) as refused:
            drawing(values, "et", printer, tmp_path / "out.pdf")
        assert refused.value.values["name"] == name
        assert refused.value.values["characters"] == signs
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["დავით ბერიძე", "Արամ Խաչատրյան", "Nino ნინო Tamm"])
def test_georgian_and_armenian_names_are_whole_in_every_size(
    tmp_path: Path, printer, certificates: Callable, pages, masthead, name: str
) -> None:
    made = certificates(Certificate(name, 7, team=name, award=name, giver=name, kind="winner"), revision=1)
    for printed in (
        print_certificates(made, "et", printer, tmp_path / "c.pdf"),
        print_badges(Badges(masthead, (Badge(name, name, name, "K7M2QXR"),)), "et", printer, tmp_path / "b.pdf"),
    ):
        (page,) = pages(printed.path)
        assert page.text.count(name) >= 3
        assert page.outside == ()


@pytest.mark.parametrize(("name", "script"), [("陳大文", "Chinese"), ("דוד כהן", "Hebrew"), ("فاطمة", "Arabic")])
def test_a_name_of_another_script_is_refused_with_the_script(name: str, script: str) -> None:
    with pytest.raises(NoGlyph) as refused:
        refuse_missing([name])
    said = language("en").error(refused.value)
    assert name in said and script in said and "Latin letters" in said
