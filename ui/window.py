"""One window on one event: the rail, the pages it names, and the frame round them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hackdesk.errors import HackDeskError
from hackdesk.event.backup import Backup
from hackdesk.event.journal import Change
from ui.copies import Copies
from ui.desk import Desk
from ui.frame import EventBar, StatusLine
from ui.help import Help
from ui.history import close_history, show_history
from ui.kiosk.handing_over import HandOver
from ui.menu import MoreMenu
from ui.opening import Opened
from ui.overview import CONCERNS, Overview, overview
from ui.page import Page
from ui.pages import PAGES, TITLES
from ui.phones import door_of
from ui.rail import LOW_BELOW, NARROW_BELOW, Rail
from ui.tabbing import neighbour
from ui.text import _, words
from ui.undo_key import UndoKey
from ui.watch import Watch
from ui.widgets.scroll import Scroll

#: Milliseconds between two looks at the hall's clock.
CLOCK_LOOK = 5_000


class Window(QMainWindow):
    """left(): closed, the file is let go. The other signals are wishes that `app` carries out.

    another_event(); second_window(path); dressed(look, language): one of them is empty.
    """

    left = Signal()
    another_event = Signal()
    second_window = Signal(object)
    dressed = Signal(str, str)

    def __init__(self, opened: Opened, page: str = "prepare") -> None:
        super().__init__()
        self._event, self._last_number, self._saved_at = opened.event, opened.head, opened.saved_at
        self._shown, self._leaving = page, False
        self._overview: Overview | None = None
        self.desk = Desk(self._event, self)
        self.watch = Watch(self._event, opened.head, self)
        self.watch.changed.connect(self._hear)
        self.copies = Copies(self.desk, self._event, opened.at, self)
        self.copies.refused.connect(self._say_no_backup)
        self.handing = HandOver(self.desk, self.watch, self._event.path, self)
        self.handing.refused.connect(self._sorry)
        self._undo_key = UndoKey(self)
        self._clock = QTimer(self, interval=CLOCK_LOOK)
        self._clock.timeout.connect(self._show_now)
        self._clock.start()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(640, 360)
        self.resize(1366, 768)
        self._build()
        self.go(page)

    def _build(self) -> None:
        self._offered = frozenset(PAGES)
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, Scroll] = {}
        whole = QWidget()
        self._menu, self._stack = MoreMenu(whole), QStackedWidget()
        self._rail, self._bar, self._status = Rail(self._menu), EventBar(), StatusLine(self._event.station)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self._bar, self._stack, self._status):
            right.addWidget(part)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._rail)
        line.addLayout(right, 1)
        self.setCentralWidget(whole)
        self._connect(whole)
        self._status.show_saved(self._saved_at)
        self._status.show_backup(self.copies.last)
        self._status.follow(door_of(self.desk))
        self._read_overview()

    def _connect(self, whole: QWidget) -> None:
        self._rail.chosen.connect(self.go)
        self._menu.another_event.connect(self.another_event)
        self._menu.second_window.connect(self._want_second)
        self._menu.dressed.connect(self.dressed)
        self._menu.copy_wanted.connect(self._ask_copy)
        self._menu.undo_wanted.connect(self.undo)
        self._menu.history_wanted.connect(self.show_history)
        self._menu.help_wanted.connect(self.show_help)
        self.copies.made.connect(self._status.show_backup)
        whole.addActions([action for action in self._menu.actions() if not action.shortcut().isEmpty()])
        for shortcut in _page_keys(whole):
            shortcut.activated.connect(self._go_by_key)

    def build_anew(self) -> None:
        """Make everything on the screen again: the language or the look has changed."""
        for page in self._pages.values():
            page.leave()
        close_history(self)
        self._build()
        self._fit()
        self.go(self._shown)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    @property
    def toast(self) -> str:
        """The receipt that is on the screen."""
        return self.page.toast.text

    def go(self, name: str, subject: Any = None) -> None:
        """Show a page, made when it is first wanted, at `subject` where one is given."""
        if name not in self._pages:
            self._make(name)
        self._shown = name
        self._status.show_desk(self._event.station)
        self._rail.choose(name)
        self._stack.setCurrentWidget(self._areas[name])
        if not self._rail.has_keyboard:
            self.page.take_focus()
        if subject is not None:
            self.page.select(subject)

    def _make(self, name: str) -> None:
        module, kind = PAGES[name].split(":")
        page: Page = getattr(import_module(module), kind)(self.desk)
        page.zone = self._status.zone
        page.wants.connect(self.go)
        page.file_wanted.connect(self.second_window)
        page.handed_over.connect(self.handing.begin)
        self.watch.changed.connect(page.hear)
        # Small windows and large scales: what does not fit is reached by scrolling, never cut off.
        area = Scroll(page, sideways=True)
        self._stack.addWidget(area)
        self._pages[name], self._areas[name] = page, area
        page.shrink(narrow=self.width() < NARROW_BELOW)

    def _go_by_key(self) -> None:
        if (name := self.sender().objectName()) in self._offered:
            self.go(name)

    def _hear(self, changes: Sequence[Change]) -> None:
        self._last_number = changes[-1].number
        self._saved_at = changes[-1].at
        self._status.show_saved(self._saved_at)
        if any(change.concerns(CONCERNS) for change in changes):
            self._read_overview()

    def _read_overview(self) -> None:
        self.desk.ask(overview, self._show_overview, self._sorry)

    def _show_overview(self, answer: Overview) -> None:
        self._overview = answer
        self._rail.show_counts(answer.counts())
        self._status.zone = answer.settings.zone
        self._status.show_saved(self._saved_at)
        for page in self._pages.values():
            page.zone = answer.settings.zone
        if answer.pages != self._offered:
            self._offer(answer.pages)
        self.setWindowTitle(f"{answer.settings.name or self._event.path.stem} – HackDesk")
        self._show_now()

    def _offer(self, pages: frozenset[str]) -> None:
        """Lead only to these pages: a file that was taken elsewhere holds no more than the jury's part."""
        self._offered = pages
        self._rail.offer(pages)
        if self._shown not in pages:
            self.go("jury")

    def _show_now(self) -> None:
        self._status.show_desk(self._event.station)
        if self._overview is not None:
            self._bar.show_event(self._overview, self._event.clock.utc_now())

    def undo(self) -> None:
        """Take back the last change of this desk; the page says which it was."""
        self.page.undo()

    def _sorry(self, error: HackDeskError) -> None:
        self.page.sorry(error)

    def say_mistake(self, log: Path) -> None:
        """Say that something went wrong that should not have, and that the event is safe."""
        sentence = _(
            "This is our mistake; your data is safe up to entry {number}. What happened is written down in {log}.",
            number=f"{self._last_number:,}",
            log=str(log),
        )
        self.page.notice.say(sentence, "bad")

    def _say_no_backup(self, error: HackDeskError) -> None:
        self._status.show_backup_refused(words.error(error))
        self._sorry(error)

    def _ask_copy(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Copy the event to …"), self._event.path.name, _("Event files") + " (*.hackdesk)"
        )
        if name:
            self.copies.copy_to(Path(name), self._say_copied, self._sorry)

    def _say_copied(self, made: Backup) -> None:
        self.page.receipt(_("Copied to {path}", path=str(made.path)))

    def _want_second(self) -> None:
        self.second_window.emit(self._event.path)

    def show_history(self) -> None:
        """What was done in this event, in a window of its own."""
        show_history(self.desk, self.watch, self)

    def show_help(self) -> None:
        """The keys of this window and of the page that is shown."""
        Help(_(TITLES[self._shown][0]), self.page.keys, self).show()

    def focusNextPrevChild(self, forward: bool) -> bool:
        begun = self.focusWidget()
        if begun is None or not begun.isVisible():
            # Not Tab: what had the keyboard is just going, and the chain is not to be walked meanwhile.
            return super().focusNextPrevChild(forward)
        there = neighbour(begun, self, forward=forward)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return there is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow, low = self.width() < NARROW_BELOW, self.height() < LOW_BELOW
        self._rail.shrink(narrow=narrow, low=low)
        self._bar.shrink(narrow=narrow)
        self._status.shrink(narrow=narrow)
        for page in self._pages.values():
            page.shrink(narrow=narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving:
            event.accept()
            self._let_go()
            return
        event.ignore()
        self.setEnabled(False)
        self.copies.copy(self._leave, self._refuse_once)

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def _refuse_once(self, error: HackDeskError) -> None:
        # The event itself is on disk; only its copy is not. Closing again goes without one.
        self._leaving = True
        self.setEnabled(True)
        self._say_no_backup(error)

    def _let_go(self) -> None:
        self.copies.stop()
        self._clock.stop()
        for page in self._pages.values():
            page.leave()
        self.watch.close()
        door_of(self.desk).close()
        self.desk.close()
        self._event.close()
        self.left.emit()


def _page_keys(whole: QWidget) -> list[QShortcut]:
    """Ctrl and a number for each page, whose name is the shortcut's."""
    made = []
    for number, name in enumerate(PAGES, 1):
        made.append(QShortcut(QKeySequence(f"Ctrl+{number}"), whole))
        made[-1].setObjectName(name)
    return made
