"""Certificates a second, beside the bare loop of the PDF library that draws the same page, and the naive way.

The bare loop has the design as a form, everybody's texts where they belong, and the same codes, encoded by the QR
library with a fixed mask and drawn as raw rectangles; then once more with the rectangles ready. The naive way
draws everything on every page, with the library's own QR widget. Each is run several times in turn; the best
of each is told. Then memory at 100 and at 10,000 pages, each in a process of its own.

Run: python tests/bench/certificates.py [PAGES] [--memory]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from reportlab.graphics import renderPDF  # noqa: E402
from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: E402
from reportlab.graphics.shapes import Drawing  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

from hackdesk.documents import fonts  # noqa: E402
from hackdesk.documents.certificate_designs import ornament  # noqa: E402
from hackdesk.documents.certificate_values import Certificate, Certificates  # noqa: E402
from hackdesk.documents.certificates import print_certificates  # noqa: E402
from hackdesk.documents.fit import MM  # noqa: E402
from hackdesk.documents.proof import new_key_pair  # noqa: E402
from hackdesk.documents.proving import with_codes  # noqa: E402
from hackdesk.documents.rules import Masthead, PrinterProfile  # noqa: E402
from hackdesk.documents.sheet import LYING, Sheet  # noqa: E402
from hackdesk.language import language  # noqa: E402

ROUNDS, LEAST, BYTES = 4, 0.6, 3000
DAY = date(2026, 11, 14)
MASTHEAD = Masthead("Vastseliina Loometalgud 2026", "Vastseliina", DAY, DAY, "Võrumaa Arenduskeskus")
GIVEN = ("Õnne-Ly", "Jānis", "Žanna", "Ants", "Щёголева")
FAMILY = ("Kuusk", "Bērziņš", "Põldsepp", "Tamm", "Ёлкина")


def unsigned(pages: int) -> Certificates:
    everybody = tuple(
        Certificate(
            f"{GIVEN[number % 5]} {FAMILY[number // 5 % 5]} {number}", number, team=f"Meeskond {number % 12}"
        )
        for number in range(1, pages + 1)
    )
    return Certificates(MASTHEAD, everybody)


def ours(made: Certificates, private: str, path: Path) -> None:
    """As the program does it, with signing, and with the file written to disk."""
    signed = with_codes(made, private, language("et"), DAY)
    print_certificates(signed, "et", PrinterProfile(), path)


def bare(made: Certificates, path: Path, codes: dict[str, list[str]] | None = None) -> None:
    """The same page with nothing but the library's own calls. codes: {code: rectangles}, where they are ready."""
    canvas = _canvas()
    canvas.beginForm("design", lowerx=0, lowery=0, upperx=LYING[0] * MM, uppery=LYING[1] * MM)
    _unchanging(canvas)
    canvas.endForm()
    for one in made.certificates:
        canvas.doForm("design")
        _texts(canvas, made, one)
        rectangles = codes[one.code] if codes else _rectangles(one.code)
        canvas.setFillColorRGB(0, 0, 0)
        canvas._code.append(" ".join((*rectangles, "f")))
        canvas.showPage()
    canvas.save()
    path.write_bytes(canvas._filename.getvalue())


def naive(made: Certificates, path: Path) -> None:
    """Everything on every page."""
    canvas = _canvas()
    for one in made.certificates:
        _unchanging(canvas)
        _texts(canvas, made, one)
        drawing = Drawing(96, 96)
        drawing.add(QrCodeWidget(one.code, barWidth=96, barHeight=96))
        renderPDF.draw(drawing, canvas, 690, 66)
        canvas.showPage()
    canvas.save()
    path.write_bytes(canvas._filename.getvalue())


def _canvas() -> Canvas:
    fonts.font(fonts.REGULAR), fonts.font(fonts.BOLD)
    size = LYING[0] * MM, LYING[1] * MM
    return Canvas(BytesIO(), pagesize=size, initialFontName=fonts.REGULAR, pageCompression=1)


def _unchanging(canvas: Canvas) -> None:
    sheet = Sheet.__new__(Sheet)
    sheet.canvas, (sheet.width, sheet.height) = canvas, LYING
    ornament(sheet, "band", winners=False)
    canvas.setFillColorRGB(0.1, 0.4, 0.3)
    canvas.setFont(fonts.BOLD, 16)
    canvas.drawString(102, 512, MASTHEAD.name)
    canvas.setFont(fonts.REGULAR, 11)
    canvas.drawString(102, 496, f"14. november 2026 · {MASTHEAD.place}")
    canvas.line(102, 73, 300, 73)
    canvas.drawString(102, 60, "Korraldaja")
    canvas.drawString(102, 48, MASTHEAD.organiser)


def _texts(canvas: Canvas, made: Certificates, one: Certificate) -> None:
    canvas.setFont(fonts.REGULAR, 12)
    canvas.drawString(102, 370, "TUNNISTUS", charSpace=4)
    canvas.setFont(fonts.BOLD, 40)
    canvas.drawString(102, 320, one.name)
    canvas.setFont(fonts.REGULAR, 19)
    canvas.drawString(102, 270, f"osales sotsiaalsel häkatonil „{MASTHEAD.name}“ (14. november 2026)")
    canvas.drawString(102, 243, "meeskonnas „")
    canvas.setFont(fonts.BOLD, 19)
    canvas.drawString(222, 243, one.team)
    canvas.setFont(fonts.REGULAR, 9.5)
    canvas.drawRightString(785, 60, f"Nr {made.number_of(one)}")


def _rectangles(code: str) -> list[str]:
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    made = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=2)
    made.add_data(code)
    made.make()
    step = 84 / made.modules_count
    rectangles = []
    for row, modules in enumerate(made.modules):
        start = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                across, up = 700 + start * step, 160 - row * step
                rectangles.append(f"{across:.2f} {up:.2f} {(column - start) * step:.2f} {step:.2f} re")
                start = None
    return rectangles


def taken(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def speed(pages: int, folder: Path) -> None:
    private = new_key_pair().private
    made = unsigned(pages)
    signed = with_codes(made, private, language("et"), DAY)
    few = replace(signed, certificates=signed.certificates[: max(10, pages // 20)])
    ready = {one.code: _rectangles(one.code) for one in few.certificates}
    ours(made, private, folder / "warm.pdf")
    ways: dict[str, tuple[int, Callable[[], None]]] = {
        "HackDesk, signed": (pages, lambda: ours(made, private, folder / "ours.pdf")),
        "bare loop, raw rectangles": (len(few.certificates), lambda: bare(few, folder / "bare.pdf")),
        "the same, codes ready": (len(few.certificates), lambda: bare(few, folder / "ready.pdf", ready)),
        "naive: all on every page": (10, lambda: naive(replace(few, certificates=few.certificates[:10]),
                                                       folder / "naive.pdf")),
    }  # fmt: skip
    best = dict.fromkeys(ways, float("inf"))
    for _round in range(ROUNDS):
        for name, (count, work) in ways.items():
            best[name] = min(best[name], taken(work) / count)
    for name, seconds in best.items():
        print(f"{name:28}{1 / seconds:9.0f} pages/s")
    for name in ("bare loop, raw rectangles", "the same, codes ready"):
        share = best[name] / best["HackDesk, signed"]
        print(f"{share:6.0%} of {name} {'' if share >= LEAST else '— TOO SLOW'}")
    size = (folder / "ours.pdf").stat().st_size / pages
    print(f"{size:6.0f} bytes a page of {pages} {'' if size < BYTES else '— TOO LARGE'}")


def peak(pages: int) -> None:
    """Print the most memory that a process making so many pages held, in megabytes."""
    made = with_codes(unsigned(pages), new_key_pair().private, language("et"), DAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as folder:
        print_certificates(made, "et", PrinterProfile(), Path(folder) / "c.pdf")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{before:.0f} {after:.0f}")


def main() -> None:
    if "--peak" in sys.argv:
        peak(int(sys.argv[-1]))
        return
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        speed(numbers[0] if numbers else 1000, Path(folder))
    for pages in (100, 1000, 10_000):
        ran = subprocess.run([sys.executable, __file__, "--peak", str(pages)], capture_output=True, text=True)
        before, after = map(int, ran.stdout.split())
        print(f"{pages:6} pages: {after} MB at most, {after - before} MB of it for drawing")


if __name__ == "__main__":
    main()
