"""Drawing documents in a process of their own: one for the preview, or a row of them for good."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hackdesk.documents.actions import record_printed
from hackdesk.documents.badge_values import Badges, BadgeWish
from hackdesk.documents.drawing import draw, draw_only
from hackdesk.documents.kinds import made_ready, printer_profile
from hackdesk.documents.page_range import part_of
from hackdesk.documents.rules import Printed
from hackdesk.errors import HackDeskError
from ui.desk import Desk, Line
from ui.jobs import Job
from ui.paper import Printout, ToPrinter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event


class Scratch:
    """A folder for files that nobody keeps."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hackdesk-", ignore_cleanup_errors=True)

    def path(self, name: str) -> Path:
        """Where a file may lie until the folder is closed."""
        return Path(self._folder.name) / name

    def close(self) -> None:
        """Take the files away."""
        self._folder.cleanup()


class Proofs(QObject):
    """Draws a document into a file that is only looked at. A new wish ends the drawing of the one before.

    drawn(Printed), refused(HackDeskError).
    """

    drawn = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Scratch()
        self._job: Job | None = None
        self._count = 0

    def draw(self, name: str, values: Any, tag: str) -> None:
        """Draw a document from its values."""
        self.stop()
        self._count += 1
        path = self._folder.path(f"{self._count}.pdf")
        self._job = Job(draw, name, values, tag, printer_profile(), path, parent=self)
        self._job.finished.connect(self._end)
        self._job.failed.connect(self._refuse)

    def stop(self) -> None:
        """Forget what is being drawn."""
        if self._job is not None:
            self._job.finished.disconnect(self._end)
            self._job.failed.disconnect(self._refuse)
            self._job.cancel()
            self._job = None

    def path_for(self, name: str) -> Path:
        """Where a file may lie until the window is closed."""
        return self._folder.path(name)

    def close(self) -> None:
        """End the drawing and take the files away."""
        for job in self.findChildren(Job):
            job.close()
        self._folder.close()

    def _end(self, printed: Printed) -> None:
        self._job = None
        self.drawn.emit(printed)

    def _refuse(self, error: HackDeskError) -> None:
        self._job = None
        self.refused.emit(error)


@dataclass(frozen=True)
class Destination:
    """A printer: its name, "" where Qt knows none, and what opens it on the thread that paints."""

    name: str
    open: Callable[[], QPrinter]


@dataclass(frozen=True)
class Order:
    """A document that is wanted: which, and where the file goes. wish: which badges. values: what it is drawn
    from, where whoever orders it knows more than the event file does.

    pages: only these, from 1; all where there are none.
    to: the printer it is painted on besides; it is written down as printed only when that has taken it.
    """

    name: str
    path: Path
    wish: BadgeWish | None = None
    to: Destination | None = None
    values: Any = None
    pages: frozenset[int] = frozenset()


class Maker(QObject):
    """Makes documents for good, one after another: numbered, drawn, painted, written down as printed.

    line: where printers are painted on. begun(Order, number, of), stepped(done, of pages or parts); then
    made([Printed, …]). refused(HackDeskError) and cancelled([Printed, …]) end the row; what was made before
    them stays.
    """

    begun = Signal(object, int, int)
    stepped = Signal(int, int)
    made = Signal(object)
    refused = Signal(object)
    cancelled = Signal(object)

    def __init__(self, desk: Desk, line: Line, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._line = desk, line
        self._orders: list[Order] = []
        self._of = 0
        self._tag = ""
        self._printed: list[Printed] = []
        self._work: Job | ToPrinter | None = None
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return bool(self._orders)

    def make(self, orders: Sequence[Order], tag: str) -> None:
        """Make these documents in this language; only while nothing is being made."""
        self._orders, self._of, self._tag, self._printed = list(orders), len(orders), tag, []
        self._stopping = False
        self._begin()

    def cancel(self) -> None:
        """Stop; the document that is being drawn is not left behind."""
        self._stopping = True
        if self._work is not None:
            self._work.cancel()

    def close(self) -> None:
        """Stop and wait until no process of ours is left."""
        self._orders = []
        if self._work is not None:
            self._work.cancel()
        for job in self.findChildren(Job):
            job.close()

    def _begin(self) -> None:
        order = self._orders[0]
        self.begun.emit(order, self._of - len(self._orders) + 1, self._of)
        if order.values is not None:
            self._draw(order.values)
            return
        ready = partial(made_ready, name=order.name, wish=order.wish)
        self._desk.ask(ready, self._draw, self._refuse, receiver=self)

    def _draw(self, values: Any) -> None:
        if self._stopping or not self._orders:
            self._stop()
            return
        order = self._orders[0]
        profile = printer_profile(order.to.name if order.to else "")
        drawing = (order.name, values, self._tag, profile, order.path)
        job = Job(draw_only, order.pages, *drawing, parent=self)
        job.finished.connect(partial(self._paint if order.to else self._record, order, values))
        self._follow(job)

    def _paint(self, order: Order, values: Any, printed: Printed) -> None:
        if self._stopping or not self._orders:
            self._stop()
            return
        assert order.to is not None
        both_sides = isinstance(values, Badges) and values.back is not None
        painting = ToPrinter(self._line, Printout(printed.path, order.to.open, both_sides), self)
        painting.finished.connect(partial(self._record_painted, order, values, printed))
        self._follow(painting)

    def _follow(self, work: Job | ToPrinter) -> None:
        self._work = work
        work.stepped.connect(self.stepped)
        work.failed.connect(self._refuse)
        work.cancelled.connect(self._stop)

    def _record_painted(self, order: Order, values: Any, printed: Printed, pages: int) -> None:
        self._record(order, values, replace(printed, pages=pages))

    def _record(self, order: Order, values: Any, printed: Printed) -> None:
        """The paper is there, so it is written down, even where the window was closed meanwhile."""
        self._work = None
        tag = self._tag

        def record(event: Event) -> Printed:
            record_printed(event, printed, part_of(values, order.pages), kind=order.name, language=tag)
            return printed

        self._desk.ask(record, self._go_on, self._refuse, receiver=self)

    def _go_on(self, printed: Printed) -> None:
        if not self._orders:
            return
        self._printed.append(printed)
        del self._orders[:1]
        if self._orders and self._stopping:
            self._stop()
        elif self._orders:
            self._begin()
        else:
            self.made.emit(tuple(self._printed))

    def _refuse(self, error: HackDeskError) -> None:
        self._work, self._orders = None, []
        self.refused.emit(error)

    def _stop(self) -> None:
        self._work, self._orders = None, []
        self.cancelled.emit(tuple(self._printed))
