"""A document as it will lie on the table: its pages, one at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.documents.badge_formats import A4
from hackdesk.documents.rules import Printed
from hackdesk.errors import HackDeskError
from ui import theme
from ui.desk import Line
from ui.pages import TITLES
from ui.paper import picture
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

#: Milliseconds of quiet before a page is rendered again for another size.
QUIET = 60
_EDGE = 14
_LOWEST = 260


class Preview(QWidget):
    """Shows the pages of a PDF, or what is missing; `turning` holds the buttons that turn them.

    size_mm: of the pages. mend(page): somebody wants to go to the page where it is mended.
    """

    mend = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(self)
        self._path: Path | None = None
        self._pages, self._page, self._wish = 0, 0, 0
        self.size_mm = A4
        self._where = ""
        self.paper = QLabel()
        self.paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = Scroll(self.paper)
        self._area.setProperty("role", "paper")
        self._area.setAccessibleName(_("Preview"))
        self._area.setMinimumHeight(_LOWEST)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._message: EmptyState | Label | None = None
        self._clock = QTimer(self, singleShot=True, interval=QUIET)
        self._clock.timeout.connect(self._render)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack, 1)
        self.turning = self._turning()
        self._show_turning()

    def _turning(self) -> QHBoxLayout:
        self.earlier = Button("", self.turn_back, kind="plain", sign="chevron-left")
        self.later = Button("", self.turn, kind="plain", sign="chevron-right")
        self.size_button = Button(_("Larger"), self._change_size, kind="plain")
        self.size_button.setCheckable(True)
        self.where = Label("", "second")
        self.earlier.setAccessibleName(_("Earlier page"))
        self.later.setAccessibleName(_("Next page"))
        line = QHBoxLayout()
        line.setSpacing(4)
        for part in (self.earlier, self.where, self.later, self.size_button):
            line.addWidget(part)
        return line

    @property
    def page(self) -> int:
        """The page that is shown, from 1; 0 where there is none."""
        return self._page + 1 if self._path else 0

    @property
    def mend_button(self) -> Button:
        """The button that leads to where it is mended; only while something is missing."""
        assert isinstance(self._message, EmptyState)
        return self._message.button

    @property
    def said(self) -> str:
        """The sentence shown instead of a page, or ""."""
        return self._message.accessibleName() if self._message is not None else ""

    def show_document(self, printed: Printed, *, same: bool) -> None:
        """Show a PDF; same: a new drawing of the document that was shown, so the page stays."""
        self._forget_message()
        self._path, self._pages, self.size_mm = printed.path, printed.pages, printed.size_mm
        self._page = min(self._page, printed.pages - 1) if same else 0
        self._stack.setCurrentWidget(self._area)
        self._show_turning()
        self._render()

    def wait(self) -> None:
        """Say that the pages are being drawn."""
        label = Label(_("Drawing the pages …"), "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._say(label, label.text())

    def refuse(self, error: HackDeskError) -> None:
        """Say why there is nothing to see, and offer the way to where it is mended."""
        self._where = str(error.values.get("where", ""))
        sentence = words.error(error)
        said = _(error.sentence, **error.values)
        button = _("Go to {page}", page=_(TITLES[self._where][0])) if self._where else None
        state = EmptyState(said, sentence.removeprefix(said).strip(), button, kind="quiet")
        state.wanted.connect(self._go)
        self._say(state, sentence)

    def turn(self) -> None:
        """Show the next page."""
        self._turn_to(self._page + 1)

    def turn_back(self) -> None:
        """Show the page before."""
        self._turn_to(self._page - 1)

    def leave(self) -> None:
        """End the thread that renders."""
        self._clock.stop()
        self.line.close()

    def _turn_to(self, page: int) -> None:
        if self._path is None or not 0 <= page < self._pages:
            return
        self._page = page
        self._show_turning()
        self._area.verticalScrollBar().setValue(0)
        self._render()

    def _show_turning(self) -> None:
        for part in (self.earlier, self.where, self.later, self.size_button):
            part.setEnabled(self._path is not None)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < self._pages)
        self.where.setText(_("Page {page} of {of}", page=self.page, of=self._pages) if self._path else "")

    def _change_size(self) -> None:
        large = self.size_button.isChecked()
        self.size_button.setText(_("Whole page") if large else _("Larger"))
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if large else policy.ScrollBarAlwaysOff)
        self._render()

    def _say(self, widget: EmptyState | Label, sentence: str) -> None:
        self._forget_message()
        self._path, self._pages, self._page = None, 0, 0
        self._message = widget
        widget.setAccessibleName(sentence)
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._show_turning()

    def _forget_message(self) -> None:
        if self._message is not None:
            self._stack.removeWidget(self._message)
            self._message.deleteLater()
            self._message = None

    def _go(self) -> None:
        self.mend.emit(self._where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clock.start()

    def _render(self) -> None:
        if self._path is None:
            return
        self._wish += 1
        ratio = self.devicePixelRatioF()
        room = (self._area.viewport().size() - QSize(2 * _EDGE, 2 * _EDGE)).expandedTo(QSize(80, 80)) * ratio
        whole = not self.size_button.isChecked()
        rendering = partial(picture, self._path, self._page, room, whole=whole)
        self.line.do(rendering, partial(self._show_picture, self._wish, ratio), receiver=self)

    def _show_picture(self, wish: int, ratio: float, image: QImage) -> None:
        if wish == self._wish and self._path is not None:
            image.setDevicePixelRatio(ratio)
            _edge(image)
            self.paper.setPixmap(QPixmap.fromImage(image))
            self.paper.setAccessibleName(self.where.text())


def _edge(image: QImage) -> None:
    """White paper on a light ground has an edge."""
    painter = QPainter(image)
    painter.setPen(theme.color("line"))
    size = image.deviceIndependentSize().toSize()
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.end()
