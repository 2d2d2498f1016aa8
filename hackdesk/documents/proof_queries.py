"""The event's public key, and what a picture of a code holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.documents.proof import NotReal, Statement, is_code, key_of, verified
from hackdesk.documents.tables import SigningKeyRow
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_

_SHARPNESS = 200 / 72  # a page of a PDF is looked at with 200 dots an inch


def public_key(event: Event) -> str:
    """The event's public key in base 64; "" as long as nothing was signed."""
    with event.read() as session:
        row = signing_key_row(session)
        return row.public if row else ""


def statement_of(event: Event, code: str, key: str = "") -> Statement:
    """What a code says. key: as printed; "" for this event's own. Raises NotReal, or HackDeskError for no key."""
    public = key_of(key) if key.strip() else public_key(event)
    if not public:
        raise HackDeskError(
            N_("This event has not signed anything yet."), remedy=N_("Make its certificates or the record first.")
        )
    return verified(code, public)


def signing_key_row(session: Session) -> SigningKeyRow | None:
    """The event's key, inside a session; for this subject's own actions and queries."""
    return session.scalars(select(SigningKeyRow).order_by(SigningKeyRow.at).limit(1)).first()


def code_in_picture(path: Path) -> str:
    """The code in a picture or on the pages of a PDF. Raises HackDeskError where there is none to be read."""
    import zxingcpp

    for picture in _pictures(path):
        for found in zxingcpp.read_barcodes(picture):
            if is_code(found.text):
                return str(found.text)
    raise NotReal(
        N_("There is no code of a certificate in {name}."), name=path.name,
        remedy=N_("Take the picture again, straight and near, with the whole code in it."),
    )  # fmt: skip


def _pictures(path: Path) -> Iterator[Any]:
    from PIL import Image, UnidentifiedImageError
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        if path.read_bytes()[:5] == b"%PDF-":
            document = PdfDocument(path)
            for page in document:
                yield page.render(scale=_SHARPNESS).to_pil()
            document.close()
        else:
            yield Image.open(path).convert("L")
    except (OSError, UnidentifiedImageError, PdfiumError) as error:
        raise HackDeskError(
            N_("{name} is no picture that can be read."), name=path.name,
            remedy=N_("PNG, JPEG and PDF can be read."),
        ) from error  # fmt: skip
