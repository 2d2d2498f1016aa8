"""A logo: a picture file looked at, scaled to what paper needs, and kept small."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from hackdesk.documents.rules import LOGO_MM, Logo
from hackdesk.documents.vector import SVG, is_svg, svg_size
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: Dots an inch beyond which paper shows no more of a logo; a whole page is looked at from further away.
_FINEST, _FINEST_PAGE = 420, 200
#: Bytes and pixels that no logo needs; more would only hold up the desk.
_LARGEST_FILE, _MOST_PIXELS = 30_000_000, 60_000_000
_FEWEST_PIXELS = 16
_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg"}


def as_logo(
    place: str, name: str, content: bytes, *, trim: bool = False, room_mm: tuple[float, float] = LOGO_MM
) -> Logo:
    """The picture as it is kept: upright, without the camera's notes, no larger than paper shows.

    place: organiser, funder, sponsor …; name: of the file. trim: cut off what is empty around it, so that it can
    be shown as large as others. room_mm: the room it has on paper. Raises HackDeskError where it is no PNG or JPEG
    picture, is damaged, or is of a size that no logo has.
    """
    from PIL import ImageOps

    if len(content) > _LARGEST_FILE:
        raise HackDeskError(
            N_("“{name}” is larger than 30 megabytes."), name=name,
            remedy=N_("Save it smaller and choose it again."),
        )  # fmt: skip
    if not trim and is_svg(content):  # the hall shows pixels only
        return Logo(place, name, SVG, content, *svg_size(name, content))
    picture = _opened(name, content)
    if picture.width * picture.height > _MOST_PIXELS or min(picture.size) < _FEWEST_PIXELS:
        raise HackDeskError(
            N_("“{name}” has {width} × {height} pixels."), name=name, width=picture.width, height=picture.height,
            remedy=N_("A logo of about 1000 × 400 pixels is right for print."),
        )  # fmt: skip
    try:
        upright = ImageOps.exif_transpose(picture)
        drawn = upright.convert("RGBA" if _see_through(upright) else "RGB")
    except OSError as error:
        raise _damaged(name) from error
    if trim:
        drawn = _trimmed(drawn)
    finest = _FINEST_PAGE if max(room_mm) > 200 else _FINEST
    drawn.thumbnail((round(room_mm[0] / 25.4 * finest), round(room_mm[1] / 25.4 * finest)))
    # A whole page that hides nothing is kept as a JPEG: as a PNG a photograph has many megabytes.
    lossless = picture.format == "PNG" and finest != _FINEST_PAGE
    kind = "PNG" if drawn.mode == "RGBA" or lossless else "JPEG"
    written = BytesIO()
    drawn.save(written, kind, **({"optimize": True} if kind == "PNG" else {"quality": 90}))
    return Logo(place, name, _KINDS[kind], written.getvalue(), drawn.width, drawn.height)


def _opened(name: str, content: bytes) -> Any:
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(BytesIO(content), formats=tuple(_KINDS))
        if picture.width * picture.height <= _MOST_PIXELS:
            picture.load()
    except UnidentifiedImageError as error:
        raise HackDeskError(
            N_("“{name}” is not a PNG or JPEG picture."), name=name,
            remedy=N_("Save the logo as PNG and choose that file."),
        ) from error  # fmt: skip
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _damaged(name) from error
    return picture


def _trimmed(picture: Any) -> Any:
    """Without the margin that is see-through or of one colour."""
    from PIL import Image, ImageChops

    seen = picture
    if picture.mode == "RGBA":
        seen = Image.new("RGB", picture.size, "white")
        seen.paste(picture, mask=picture.getchannel("A"))
    empty = Image.new("RGB", seen.size, seen.getpixel((0, 0)))
    # What differs by a few shades is the haze of a JPEG and no ink.
    ink = ImageChops.difference(seen, empty).convert("L").point(lambda shade: 255 if shade > 12 else 0)
    box = ink.getbbox()
    whole = box is None or min(box[2] - box[0], box[3] - box[1]) < _FEWEST_PIXELS
    return picture if whole else picture.crop(box)


def _see_through(picture: Any) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _damaged(name: str) -> HackDeskError:
    return HackDeskError(
        N_("“{name}” is damaged and cannot be read to its end."), name=name,
        remedy=N_("Save the logo once more and choose the new file."),
    )  # fmt: skip
