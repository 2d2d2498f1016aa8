"""What every PDF has: fonts inside, a language, a title, its pages; and how it is written."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pytest

from hackdesk.documents.badges import print_badges
from hackdesk.documents.certificate_values import Certificate
from hackdesk.documents.certificates import print_certificates
from hackdesk.documents.fit import MM, Look, fit, wrap
from hackdesk.documents.rules import Printed, PrinterProfile
from hackdesk.errors import HackDeskError
from hackdesk.steps import Cancelled


@pytest.fixture
def printed(tmp_path: Path, printer, certificates) -> Printed:
    made = certificates(Certificate("Õnne-Ly Kuusk", 1), Certificate("V́iido B́uss", 2))
    return print_certificates(made, "et", printer, tmp_path / "certificates.pdf")


def test_every_font_is_inside_the_file_and_only_what_is_used_of_it(printed: Printed) -> None:
    reader = pypdf.PdfReader(printed.path)
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "NotoSans" in font["/BaseFont"]
        assert font["/BaseFont"][7] == "+"
        assert "/FontFile2" in font["/FontDescriptor"]
    assert printed.path.stat().st_size < 100_000


def test_a_pdf_says_its_language_its_title_and_that_it_is_not_to_be_scaled(printed: Printed) -> None:
    reader = pypdf.PdfReader(printed.path)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "et"
    assert "Vastseliina Loometalgud 2026" in reader.metadata.title
    assert root["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert [entry.title for entry in reader.outline] == ["Õnne-Ly Kuusk", "V́iido B́uss"]


def test_the_receipt_counts_the_pages_and_knows_the_file(printed: Printed) -> None:
    from hashlib import sha256

    assert printed.pages == 2
    assert printed.file_hash == sha256(printed.path.read_bytes()).hexdigest()


def test_dates_are_written_in_the_language_of_the_document(printed: Printed, pages) -> None:
    assert "14.–15. november 2026" in pages(printed.path)[0].text


def test_cancelling_leaves_no_file_and_keeps_the_earlier_one(tmp_path, printer, strange_badges) -> None:
    path = tmp_path / "badges.pdf"
    path.write_bytes(b"earlier")

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_badges(strange_badges, "et", printer, path, step=stop)
    assert [one.name for one in tmp_path.iterdir()] == ["badges.pdf"]
    assert path.read_bytes() == b"earlier"


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path, printer, strange_badges) -> None:
    with pytest.raises(HackDeskError, match=r"badges\.pdf could not be written"):
        print_badges(strange_badges, "et", printer, tmp_path / "nowhere" / "badges.pdf")


def test_the_printers_offset_moves_everything(tmp_path, certificates) -> None:
    one = certificates(Certificate("Õnne-Ly Kuusk", 1))
    straight = print_certificates(one, "et", PrinterProfile(), tmp_path / "straight.pdf")
    moved = print_certificates(one, "et", PrinterProfile((3.0, 2.0)), tmp_path / "moved.pdf")
    first, second = (_first_box(printed.path) for printed in (straight, moved))
    assert second[0] - first[0] == pytest.approx(3 * MM, abs=0.1)
    assert second[1] - first[1] == pytest.approx(-2 * MM, abs=0.1)


def _first_box(path: Path) -> tuple[float, ...]:
    document = pypdfium2.PdfDocument(path)
    box = document[0].get_textpage().get_charbox(0)
    document.close()
    return box


def test_a_long_text_becomes_smaller_then_takes_two_lines_and_keeps_every_letter() -> None:
    look = Look(40, bold=True)
    short = fit("Ann", look, 100, floor=20)
    smaller = fit("Maria Magdalena", look, 100, floor=20)
    broken = fit("Maria Magdalena Anastassia Tamm-Kask", look, 100, floor=20)
    assert short.look.size == 40
    assert (len(smaller.lines), 20 <= smaller.look.size < 40) == (1, True)
    assert len(broken.lines) == 2
    assert " ".join(broken.lines) == "Maria Magdalena Anastassia Tamm-Kask"
    assert max(broken.look.width(line) for line in broken.lines) <= 100


def test_a_text_is_wrapped_between_words_and_a_long_word_within() -> None:
    look = Look(10)
    text = "kui sõna on pikk: " + "w" * 90
    lines = wrap(text, look, 40).lines
    assert lines[0].startswith("kui sõna")
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(look.width(line) for line in lines) <= 40
