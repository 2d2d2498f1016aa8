"""What every page does: read again when something it shows has changed and it is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from ui import theme
from ui.desk import Desk
from ui.text import _, words
from ui.undoing import numbered
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from hackdesk.event.journal import Change
    from hackdesk.event.store import Event

T = TypeVar("T")
#: Milliseconds before a page says that it is still reading.
PATIENCE = 150


class Page(QWidget):
    """A page has a `title_line` (`actions_line` at its right), a notice and a `body` to fill.

    A subclass names the tables it `concerns`, reads frozen values in `read` and shows them in `display`.
    wants(page, subject): show another page, there. file_wanted(path): open another event file in a window of its
    own. handed_over: the jurors get the laptop. keys: (key, what it
    does) for the help. zone: where the hall's clock hangs; None until the event is read.
    """

    name = ""
    title = ""
    concerns: frozenset[str] = frozenset()
    keys: tuple[tuple[str, str], ...] = ()
    wants = Signal(str, object)
    file_wanted = Signal(object)
    handed_over = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.zone: tzinfo | None = None
        self._stale, self._reading, self._seen, self._awaits_focus = True, False, False, False
        self.actions_line = QHBoxLayout()
        self.actions_line.setSpacing(10)
        self.notice = Notice()
        self._content, self._waiting = QWidget(), Label("", "muted")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.GAP)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._content)
        self._build_frame()
        self._toast = Toast(self)

    def _build_frame(self) -> None:
        head = self.title_line = QHBoxLayout()
        head.addWidget(Label(_(self.title), "title"))
        head.addStretch()
        head.addLayout(self.actions_line)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(22, 16, 22, 16)
        frame.setSpacing(12)
        frame.addLayout(head)
        frame.addWidget(self.notice)
        frame.addWidget(self._stack, 1)

    def read(self, event: Event) -> Any:
        """What the page shows; runs on the desk's thread, asks queries only."""
        raise NotImplementedError

    def display(self, answer: Any) -> None:
        """Show what `read` gave; runs on the GUI thread each time something changed."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where the page wants it first (its focus proxy), now or when it is read."""
        self._awaits_focus = not self._seen
        self.setFocus()

    def select(self, subject: Any) -> None:
        """Bring `subject` into view; another page or the window asked for it."""

    def shrink(self, *, narrow: bool) -> None:
        """The window became narrow (below 1,000 pixels) or wide again: stand things below each other."""

    def leave(self) -> None:
        """The window is closing: stop what is not a child of this page."""

    def ask(
        self,
        work: Callable[[Event], T],
        then: Callable[[T], None] | None = None,
        sorry: Callable[[HackDeskError], None] | None = None,
    ) -> None:
        """Run a query or an action; a refusal goes to `sorry`. Nothing is called once the page is gone."""
        self.desk.ask(work, then, sorry or self.sorry, receiver=self)

    def sorry(self, error: HackDeskError) -> None:
        """Say a refusal, with what to do about it, under the title."""
        self.notice.say(words.error(error), "bad")

    def receipt(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Confirm what is on disk now; a refusal shown before is put away."""
        self.notice.hide()
        self._toast.say(text, undo)

    def do(
        self, action: Callable[[Event], T], word: Callable[[T], str],
        sorry: Callable[[HackDeskError], None] | None = None,
    ) -> None:  # fmt: skip
        """Run an action and confirm it as its receipt is worded, with an Undo of exactly this."""
        self.ask(numbered(action), partial(self._confirm, word), sorry)

    def _confirm(self, word: Callable[[Any], str], answer: tuple[Any, int | None]) -> None:
        receipt, number = answer
        self.receipt(word(receipt), partial(self._undo_entry, number) if number else None)

    def _undo_entry(self, number: int) -> None:
        self.ask(partial(undo, number=number), self.say_undone)

    def saved(self) -> None:
        """The shortest receipt: it is on disk, and when."""
        now = words.time(datetime.now().astimezone(self.zone), seconds=True)
        self.receipt(_("Saved {time}", time=now), self.undo)

    def undo(self) -> None:
        """Take back the last change of this desk and say which it was."""
        self.ask(undo, self.say_undone)

    def say_undone(self, change: Change) -> None:
        """Confirm that a change was taken back."""
        self.receipt(_("Taken back: {action}", action=_(change.action)))

    @property
    def toast(self) -> Toast:
        """The receipt shown last."""
        return self._toast

    def hear(self, changes: Sequence[Change]) -> None:
        """Something was written somewhere: read again if it concerns this page."""
        if any(change.concerns(self.concerns) for change in changes):
            self.refresh()

    def refresh(self) -> None:
        """Read again, now or as soon as the page is seen; many wishes at once are one read."""
        self._stale = True
        if not self._reading and self.isVisible():
            self._stale, self._reading = False, True
            if not self._seen:
                QTimer.singleShot(PATIENCE, self, self._say_waiting)
            self.desk.ask(self.read, self._show_answer, self._show_refusal, receiver=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _show_answer(self, answer: Any) -> None:
        self._reading = False
        self.display(answer)
        if not self._seen:
            self._seen = True
            self._stack.setCurrentWidget(self._content)
            if self._awaits_focus:
                self.setFocus()
        if self._stale:
            self.refresh()

    def _show_refusal(self, error: HackDeskError) -> None:
        self._reading = False
        self.sorry(error)

    def _say_waiting(self) -> None:
        if not self._seen:
            self._waiting.setText(_("Reading the event file …"))
