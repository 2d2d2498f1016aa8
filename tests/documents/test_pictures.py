"""What is laid out by a designer's eye keeps its looks: pages against small pictures of them, at a tolerance.

After a change that is meant, look at the pages and draw the pictures anew:
`HACKDESK_DRAW_PICTURES=1 python3 run.py test tests/documents/test_pictures.py`
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from hackdesk.documents.certificate_settings import DESIGNS, ORIENTATIONS, CertificateSettings, Signer
from hackdesk.documents.certificate_values import Certificate
from hackdesk.documents.certificates import print_certificates
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.rules import PrinterProfile
from hackdesk.event.store import Event

PICTURES = Path(__file__).parent / "pictures"
#: Dots an inch: enough for a line that moved by a millimetre, too little for how a letter's edge is smoothed.
_SHARPNESS = 30
#: Of 255: how much a page may differ as a whole, and the worst spot of about six millimetres.
_WHOLE, _SPOT = 1.5, 40


def look(path: Path, page: int = 0) -> Image.Image:
    with closing(pypdfium2.PdfDocument(path)) as document:
        picture: Image.Image = document[page].render(scale=_SHARPNESS / 72).to_pil().convert("L")
        return picture


def compare(name: str, seen: Image.Image) -> None:
    kept = PICTURES / f"{name}.png"
    if os.environ.get("HACKDESK_DRAW_PICTURES"):
        seen.save(kept, optimize=True)
    was = Image.open(kept).convert("L")
    assert seen.size == was.size, f"{name} has another size"
    apart = ImageChops.difference(seen, was)
    spot = apart.filter(ImageFilter.BoxBlur(3)).getextrema()[1]
    assert ImageStat.Stat(apart).mean[0] <= _WHOLE and int(str(spot)) <= _SPOT, f"{name} looks different"


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("design", DESIGNS)
def test_certificates_keep_their_looks(
    tmp_path: Path, printer: PrinterProfile, certificates: Any, design: str, orientation: str
) -> None:
    settings = CertificateSettings(design, orientation, "en", signers=(Signer("Korraldaja", "Mall Kõpp"),))
    one = Certificate("Õnne-Ly Kuusk", 47, team="Külabuss kutse peale", award="Peaauhind", kind="winner")
    made = replace(certificates(one, revision=1), settings=settings)
    printed = print_certificates(made, "et", printer, tmp_path / "c.pdf")
    compare(f"certificate {design} {orientation}", look(printed.path))


@pytest.mark.parametrize("kind", ["attendance", "signs", "team_signs", "commitments", "feedback_forms"])
def test_papers_of_an_event_keep_their_looks(whole_event: Event, tmp_path: Path, kind: str) -> None:
    printed = print_kind(whole_event, kind, tmp_path / "p.pdf", "et")
    compare(kind, look(printed.path))


def test_a_line_that_moved_is_seen(tmp_path: Path, printer: PrinterProfile, certificates: Any) -> None:
    made = certificates(Certificate("Õnne-Ly Kuusk", 47))
    page = look(print_certificates(made, "et", printer, tmp_path / "c.pdf").path)
    moved = ImageChops.offset(page, 0, 3)
    apart = ImageChops.difference(page, moved).filter(ImageFilter.BoxBlur(3))
    assert int(str(apart.getextrema()[1])) > _SPOT
