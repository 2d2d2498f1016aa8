"""SVG logos: looked at before they are kept, drawn as lines and areas, never as pixels.

svglib reads them: it is kept up (2026), draws straight with the PDF library that HackDesk has, knows gradients,
and its licence (LGPL 3, as Qt's) lets it be shipped. CairoSVG needs system libraries, resvg gives pixels. svglib
passes over what it does not know, and a logo would be printed with a part gone: such a file is refused in words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

SVG = "image/svg+xml"
#: Pixels that stand for the longer side of a drawing, which has none.
_SIDE = 2000
_LARGEST_FILE = 3_000_000
_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:\w+:)?svg\b", re.S
)
#: What would be left out or look otherwise, each as it is called here.
_UNKNOWN = {
    "text": N_("text whose font is not in the file"),
    "filter": N_("shadows or blurring"),
    "mask": N_("masks"),
    "image": N_("a picture"),
    "foreignObject": N_("a part of a web page"),
    "script": N_("a program"),
    "pattern": N_("patterns"),
}


def is_svg(content: bytes) -> bool:
    """Whether a file is an SVG drawing, also a broken one."""
    return bool(_START.match(content.removeprefix(b"\xef\xbb\xbf")[:20_000]))


def svg_size(name: str, content: bytes) -> tuple[int, int]:
    """How wide and how high a drawing is, as pixels would be counted. name: of the file.

    Raises HackDeskError where it is broken, or holds what could not be printed as it looks.
    """
    if len(content) > _LARGEST_FILE:
        raise HackDeskError(
            N_("“{name}” is larger than 3 megabytes."), name=name, remedy=N_("Save the logo simpler, or as PNG.")
        )
    if b"<!ENTITY" in content:
        raise _broken(name)
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise _broken(name) from error
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _UNKNOWN:
            raise HackDeskError(
                N_("“{name}” holds {what}, which would not be printed as it looks."), name=name,
                what=HackDeskError(_UNKNOWN[tag]),
                remedy=N_("Save the logo with everything turned into paths, or as PNG."),
            )  # fmt: skip
    try:
        drawing = _drawing(content)
        wide, high = float(drawing.width), float(drawing.height)
        bounds = drawing.getBounds() if drawing.contents else None
    except Exception as error:
        raise _broken(name) from error
    if bounds is None or min(wide, high) <= 0:
        raise _broken(name)
    scale = _SIDE / max(wide, high)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def draw_svg(canvas: Any, at: tuple[float, float], size: tuple[float, float], content: bytes) -> None:
    """Draw it into a box whose lower left corner is `at`. at, size: points."""
    from reportlab.graphics.renderPDF import _PDFRenderer

    class WithoutFonts(_PDFRenderer):  # type: ignore[misc]
        """Sets no font: the one it would begin with is none of ours and lies in no PDF."""

        def applyStateChanges(self, delta: dict[str, Any], newState: dict[str, Any]) -> None:  # noqa: N803
            """Everything but fonts."""
            super().applyStateChanges({key: value for key, value in delta.items() if "font" not in key}, newState)

    drawing = _drawing(content)
    canvas.saveState()
    canvas.translate(*at)
    canvas.scale(size[0] / drawing.width, size[1] / drawing.height)
    WithoutFonts().draw(drawing, canvas, 0, 0, showBoundary=False)
    canvas.restoreState()


@lru_cache(maxsize=4)
def _drawing(content: bytes) -> Any:
    from svglib.svglib import svg2rlg

    drawing = svg2rlg(BytesIO(content))
    if drawing is None:
        raise ValueError("no drawing")
    return drawing


def _broken(name: str) -> HackDeskError:
    return HackDeskError(
        N_("“{name}” is a broken SVG drawing."), name=name,
        remedy=N_("Save the logo once more, or as PNG, and choose the new file."),
    )  # fmt: skip
