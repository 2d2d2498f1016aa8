"""Writing a long PDF without holding it: pages that are finished wait in a file beside, and are copied at the end.

The PDF library keeps every page as an object with its text until it saves, and saves by joining all of it: ten
thousand certificates took 110 MB. Here a page is formatted as soon as it is turned, and the file is written object
by object. Bookmarks are written here as well, because the library keeps three objects for each.
"""

from __future__ import annotations

import hashlib
import tempfile
import weakref
from array import array
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import (
    PDFFile,
    PDFIndirectObject,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFTrailer,
    PDFZCompress,
)

_OUTLINE = "outline of HackDesk"
_IN_MEMORY = 4_000_000  # bytes that wait in memory before a file is taken


class _Waiting(PDFObject):  # type: ignore[misc]
    """An object that is formatted and lies in the spool."""

    __RefOnly__ = 1
    __slots__ = ("at", "length", "spool")

    def __init__(self, spool: IO[bytes], at: int, length: int) -> None:
        self.spool, self.at, self.length = spool, at, length

    def format(self, document: Any) -> bytes:
        """What was put by."""
        self.spool.seek(self.at)
        return self.spool.read(self.length)


class LongDocument:
    """The document behind a canvas. Pages are put by with `put_by`; `write` makes the file."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        # A drawing that is stopped is simply forgotten: its spool goes with it.
        weakref.finalize(self, self._spool.close)
        self._end = 0
        self._bookmarks: list[tuple[str, str]] = []

    def bookmark(self, title: str) -> None:
        """The page that is being drawn is called so in the outline beside the pages."""
        self._bookmarks.append((title, self._document.thisPageName()))

    def put_by(self) -> None:
        """Format the page that was turned last, and keep it out of memory. Every form on it must exist by now."""
        document = self._document
        page = document.Pages.pages[-1]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        before = document.objectcounter
        name = page.__InternalName__
        self._keep(name, page.format(document))
        for number in range(before + 1, document.objectcounter + 1):
            other = document.numberToId[number]
            if isinstance(document.idToObject[other], PDFStream):
                self._keep(other, document.idToObject[other].format(document))
        document.Pages.pages[-1] = PDFObjectReference(name)

    def _keep(self, name: str, content: bytes) -> None:
        self._spool.seek(self._end)
        self._spool.write(content)
        self._document.idToObject[name] = _Waiting(self._spool, self._end, len(content))
        self._end += len(content)

    def write(self, file: IO[bytes]) -> str:
        """Write the whole document; gives the file's SHA-256 in hexadecimal."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        document.Catalog.Outlines = None
        if self._bookmarks:
            document.Reference(_Waiting(self._spool, 0, 0), _OUTLINE)
            document.Catalog.Outlines = PDFObjectReference(_OUTLINE)
        for root in (document.Catalog, document.info):
            document.Reference(root)
        document.encrypt.prepare(document)
        written = _Written(file, PDFFile(document._pdfVersion).format(document))
        number = 1
        while number in document.numberToId:  # formatting makes new objects
            name = document.numberToId[number]
            if name != _OUTLINE:
                written.add(number, PDFIndirectObject(name, document.idToObject[name]).format(document))
            number += 1
        if self._bookmarks:
            number = self._write_outline(written, number)
        trailer = PDFTrailer(
            startxref=written.cross_references(number), Size=number, Root=document.Reference(document.Catalog),
            Info=document.Reference(document.info), ID=document.ID(),
        )  # fmt: skip
        written.plain(trailer.format(document))
        self._spool.close()
        return written.hash.hexdigest()

    def _write_outline(self, written: _Written, first: int) -> int:
        """Write the bookmarks as objects from this number on; gives the number after the last."""
        numbers = self._document.idToObjectNumberAndVersion
        root, last = numbers[_OUTLINE][0], first + len(self._bookmarks) - 1
        said = f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(self._bookmarks)} >>"
        written.add(root, _indirect(root, said))
        for number, (title, page) in enumerate(self._bookmarks, start=first):
            around = f" /Prev {number - 1} 0 R" if number > first else ""
            around += f" /Next {number + 1} 0 R" if number < last else ""
            text = ("\ufeff" + title).encode("utf-16-be").hex()
            around += f" /Dest [{numbers[page][0]} 0 R /Fit]"
            written.add(number, _indirect(number, f"<< /Title <{text}> /Parent {root} 0 R{around} >>"))
        return last + 1


class _Written:
    """A file that is being written, and where its objects lie."""

    def __init__(self, file: IO[bytes], head: bytes) -> None:
        self._file, self._at = file, 0
        self.hash = hashlib.sha256()
        self._offsets = array("Q")
        self.plain(head)

    def plain(self, content: bytes) -> None:
        """Write what is no object."""
        self._file.write(content)
        self.hash.update(content)
        self._at += len(content)

    def add(self, number: int, content: bytes) -> None:
        """Write an object."""
        while len(self._offsets) <= number:
            self._offsets.append(0)
        self._offsets[number] = self._at
        self.plain(content)

    def cross_references(self, count: int) -> int:
        """Write where each object lies; gives where that table lies itself."""
        start = self._at
        self.plain(f"xref\n0 {count}\n0000000000 65535 f \n".encode())
        for offset in self._offsets[1:]:
            self.plain(b"%010d 00000 n \n" % offset)
        return start


def _indirect(number: int, said: str) -> bytes:
    return f"{number} 0 obj\n{said}\nendobj\n".encode()
