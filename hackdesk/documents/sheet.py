"""A PDF that is being drawn: pages, text, rules, boxes and QR codes, measured in millimetres from the top left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from hackdesk.documents import fonts
from hackdesk.documents.fit import LINE, MM, Fitted, Look
from hackdesk.documents.qr import qr_rows
from hackdesk.documents.rules import Printed, PrinterProfile
from hackdesk.documents.vector import draw_svg, is_svg
from hackdesk.documents.writing import LongDocument
from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words

#: A4, in millimetres.
UPRIGHT, LYING = (210.0, 297.0), (297.0, 210.0)
_BOX_LINE = 0.9  # points
#: The pages that sheets keep; none: all of them. Drawings know nothing of it.
_KEPT: ContextVar[frozenset[int]] = ContextVar("kept", default=frozenset())
_QUIET = 4  # modules of white that a QR code needs around it


@contextmanager
def only(pages: frozenset[int]) -> Iterator[None]:
    """What is drawn inside keeps only these pages, with the numbers they have in the whole; none: all."""
    before = _KEPT.set(pages)
    try:
        yield
    finally:
        _KEPT.reset(before)


class Sheet:
    """The page that is drawn on now. title: of the document; words: its language; size: millimetres."""

    def __init__(
        self, title: str, words: Words, profile: PrinterProfile, *, author: str = "",
        size: tuple[float, float] = UPRIGHT,
    ) -> None:  # fmt: skip
        fonts.font(fonts.REGULAR), fonts.font(fonts.BOLD)
        self.words = words
        self.width, self.height = size
        self.page = self._left_out = 0
        self._profile = profile
        # Without an initial font the PDF lists Helvetica, which is not embedded.
        self.canvas: Any = Canvas(
            BytesIO(), pagesize=(self.width * MM, self.height * MM), lang=words.tag,
            initialFontName=fonts.REGULAR, pageCompression=1,
        )  # fmt: skip
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("HackDesk")
        self.canvas.setViewerPreference("PrintScaling", "None")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self._document = LongDocument(self.canvas)
        self._footer: Callable[[int, int], None] | None = None

    @contextmanager
    def a_page(self, bookmark: str = "") -> Iterator[None]:
        """A new page, turned when the block ends. bookmark: what the outline beside the pages calls it."""
        self.open_page(bookmark)
        yield
        self.close_page()

    def open_page(self, bookmark: str = "") -> None:
        """Begin a page, shifted and scaled as this printer needs it."""
        self.page += 1
        across, down = self._profile.offset_mm
        self.canvas.translate(across * MM, -down * MM)
        factor = self._profile.factor
        if factor != 1.0:
            middle = self.width * MM / 2, self.height * MM / 2
            self.canvas.translate(*(point * (1 - factor) for point in middle))
            self.canvas.scale(factor, factor)
        if bookmark and self._kept:
            self._document.bookmark(fonts.clean(bookmark))

    def close_page(self) -> None:
        """Turn the page."""
        if not self._kept:
            self._left_out += 1
            self.canvas._startPage()  # what was drawn on it goes with it
            return
        if self._footer:
            self.canvas.doForm(f"footer-{self.page}")
        self.canvas.showPage()
        if not self._footer:  # a footer is drawn at the end, when it is known how many pages there are
            self._document.put_by()

    @property
    def _kept(self) -> bool:
        wanted = _KEPT.get()
        return not wanted or self.page in wanted

    def footer(self, draw: Callable[[int, int], None]) -> None:
        """draw(page, of) makes every page's foot, once it is known how many pages there are."""
        self._footer = draw

    @contextmanager
    def stamp(self, name: str) -> Iterator[None]:
        """Draw here once what `put` places on many pages."""
        self.canvas.beginForm(name, lowerx=0, lowery=0, upperx=self.width * MM, uppery=self.height * MM)
        yield
        self.canvas.endForm()

    def put(self, name: str) -> None:
        """Place a stamp."""
        self.canvas.doForm(name)

    @contextmanager
    def shifted(self, right: float, down: float) -> Iterator[None]:
        """Draw as if the top left corner lay further right and down, by millimetres."""
        self.canvas.saveState()
        self.canvas.translate(right * MM, -down * MM)
        yield
        self.canvas.restoreState()

    @contextmanager
    def turned(self, right: float, down: float, *, left: bool = False) -> Iterator[None]:
        """Draw lying on the side, from a point on: what is drawn right runs down, and up where `left` is set."""
        self.canvas.saveState()
        self.canvas.translate(right * MM, (self.height - down) * MM)
        self.canvas.rotate(90 if left else -90)
        self.canvas.translate(0, -self.height * MM)
        yield
        self.canvas.restoreState()

    def text(self, x: float, y: float, text: str, look: Look, *, align: str = "left") -> None:
        """One line on the baseline y. align: left, right or centre of x."""
        text = fonts.clean(text)
        if not text:
            return
        fonts.refuse_missing((text,))
        if align != "left":
            x -= look.width(text) / (1 if align == "right" else 2)
        at = x * MM, (self.height - y) * MM
        self.canvas.setFillColor(_colour(look.colour))
        if look.placed(text):
            fonts.draw_placed(self.canvas, at, text, look.font, look.size)
        else:
            self.canvas.setFont(look.font, look.size)
            self.canvas.drawString(*at, text, charSpace=look.spacing or None)

    def lines(self, x: float, top: float, fitted: Fitted, *, align: str = "left") -> float:
        """Lines from `top` down. Gives where they end."""
        look = fitted.look
        # Capitals with an accent reach 0.95 of the size above the baseline; the rest of a line lies below.
        baseline = top + look.size * (look.leading - 0.26) / MM
        for number, line in enumerate(fitted.lines):
            self.text(x, baseline + number * look.line, line, look, align=align)
        return top + fitted.height

    def rule(self, x: float, y: float, length: float, *, colour: str = LINE, thick: float = 0.5) -> None:
        """A horizontal rule. thick: points."""
        self.canvas.setStrokeColor(_colour(colour))
        self.canvas.setLineWidth(thick)
        level = (self.height - y) * MM
        self.canvas.line(x * MM, level, (x + length) * MM, level)

    def box(self, at: tuple[float, float], size: tuple[float, float], *, fill: str = "",
            line: str = "", radius: float = 0.0) -> None:  # fmt: skip
        """A box whose top left corner is `at`. fill, line: colours, or nothing."""
        if fill:
            self.canvas.setFillColor(_colour(fill))
        if line:
            self.canvas.setStrokeColor(_colour(line))
            self.canvas.setLineWidth(_BOX_LINE)
        where = at[0] * MM, (self.height - at[1] - size[1]) * MM, size[0] * MM, size[1] * MM
        if radius:
            self.canvas.roundRect(*where, radius * MM, stroke=int(bool(line)), fill=int(bool(fill)))
        else:
            self.canvas.rect(*where, stroke=int(bool(line)), fill=int(bool(fill)))

    def picture(self, at: tuple[float, float], size: tuple[float, float], content: bytes) -> None:
        """A PNG, JPEG or SVG file drawn into a box of `size` whose top left corner is `at`."""
        from reportlab.lib.utils import ImageReader

        where = at[0] * MM, (self.height - at[1] - size[1]) * MM
        if is_svg(content):
            draw_svg(self.canvas, where, (size[0] * MM, size[1] * MM), content)
            return
        reader = ImageReader(BytesIO(content))
        self.canvas.drawImage(reader, *where, size[0] * MM, size[1] * MM, mask="auto")

    def qr(self, at: tuple[float, float], size: float, text: str) -> None:
        """A QR code in a square of `size`, with the white it needs around it inside the square.

        It is a picture of one bit a module: a sixth of what as many rectangles take.
        """
        rows = qr_rows(text)
        step = size * MM / (len(rows) + 2 * _QUIET)
        left, side = at[0] * MM + _QUIET * step, len(rows) * step
        low = (self.height - at[1]) * MM - _QUIET * step - side
        spare = -len(rows) % 8
        bits = b"".join((int(row, 2) << spare).to_bytes((len(row) + spare) // 8, "big") for row in rows)
        self.canvas.setFillColor(_colour("#000000"))
        self.canvas._code.append(
            f"q {side:.3f} 0 0 {side:.3f} {left:.3f} {low:.3f} cm BI /W {len(rows)} /H {len(rows)} /CS /G"
            f" /BPC 1 /D [1 0] /F /AHx ID {bits.hex()}> EI Q"
        )

    def finish(self, path: Path) -> Printed:
        """Write the document: beside the place it belongs to, then renamed, so that it is whole or not there.

        Raises HackDeskError where it has none of the pages that are wanted.
        """
        pages, wanted = self.page - self._left_out, _KEPT.get()
        if not pages:
            raise HackDeskError(
                N_("The document has no such page: it ends with page {last}."), last=self.page,
                remedy=N_("Leave the pages empty for all of it."),
            )  # fmt: skip
        for number in range(1, self.page + 1) if self._footer else ():
            if wanted and number not in wanted:
                continue
            with self.stamp(f"footer-{number}"):
                self._footer(number, self.page)  # type: ignore[misc]
        with whole_file(path) as file:
            file_hash = self._document.write(file)
        return Printed(path, pages, file_hash, (self.width, self.height))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises HackDeskError where it cannot be written."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to; it lies at `path` once the block ends well, else not at all. Raises HackDeskError."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be written to {folder}: {reason}."),
            name=path.name, folder=str(path.parent), reason=error.strerror or str(error),
            remedy=N_("Close the file if another program shows it, or choose another folder."),
        ) from error  # fmt: skip
    finally:
        beside.unlink(missing_ok=True)


@cache
def _colour(code: str) -> HexColor:
    return HexColor(code)
