"""The making of documents as the page shows it: how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from hackdesk.documents.kinds import KINDS
from hackdesk.documents.rules import Printed
from hackdesk.errors import HackDeskError
from ui.desk import Line
from ui.making import Maker, Order
from ui.page import Page
from ui.pages.documents.progress import Progress
from ui.text import _, many


class Workshop(QObject):
    """changed(): something is being made now, or nothing is any more. line: where printers are painted on."""

    changed = Signal()

    def __init__(self, page: Page, line: Line) -> None:
        super().__init__(page)
        self._page, self._on_paper = page, False
        self.maker, self.progress = Maker(page.desk, line, self), Progress()
        self.progress.cancel_wanted.connect(self.maker.cancel)
        self.maker.begun.connect(self._show_begun)
        self.maker.stepped.connect(self.progress.step)
        self.maker.made.connect(self._show_made)
        self.maker.refused.connect(self._show_refused)
        self.maker.cancelled.connect(self._show_cancelled)

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self.maker.busy

    def make(self, orders: Sequence[Order], tag: str) -> None:
        """Make these documents in this language, unless something is being made already."""
        if orders and not self.busy:
            self._on_paper = orders[0].to is not None
            self.maker.make(orders, tag)
            self.changed.emit()

    def _show_begun(self, order: Order, number: int, of: int) -> None:
        title = _(KINDS[order.name].title)
        if of > 1:
            title = _("{title} – {number} of {of}", title=title, number=number, of=of)
        self.progress.begin(title)

    def _show_made(self, printed: tuple[Printed, ...]) -> None:
        self._end()
        pages = sum(document.pages for document in printed)
        if self._on_paper:
            said = many("Sent {count} page to the printer", "Sent {count} pages to the printer", pages)
            self._page.receipt(said)
            return
        said = many("{count} page", "{count} pages", pages)
        if len(printed) == 1:
            self._page.receipt(_("Saved {name}, {pages}", name=printed[0].path.name, pages=said))
        else:
            folder = printed[0].path.parent.name
            files = many("{count} document", "{count} documents", len(printed))
            self._page.receipt(_("Saved in {folder}: {files}, {pages}", folder=folder, files=files, pages=said))

    def _show_refused(self, error: HackDeskError) -> None:
        self._end()
        self._page.sorry(error)

    def _show_cancelled(self, printed: tuple[Printed, ...] = ()) -> None:
        self._end()
        many_made = many("{count} document was made before", "{count} documents were made before", len(printed))
        self._page.receipt(_("Stopped. {made}.", made=many_made) if printed else _("Stopped. Nothing was made."))

    def _end(self) -> None:
        self.progress.end()
        self.changed.emit()
