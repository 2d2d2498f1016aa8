"""The first page: a new event, one that is there already, or the sample to try things out with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hackdesk.errors import HackDeskError
from ui import theme
from ui.desk import Line
from ui.menu import DressMenu
from ui.new_event import NewEvent, Wanted
from ui.opening import Opened, Opening, new_event, open_event, sample_event, warm_up
from ui.recent import Recent, RecentFiles, recent_files
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll


class StartWindow(QMainWindow):
    """opened(Opened): an event is open. dressed(look, language): one of them is empty."""

    opened = Signal(object)
    dressed = Signal(str, str)

    def __init__(self, recent: tuple[str, ...], station: str, sample: Path) -> None:
        super().__init__()
        self._station, self._sample = station, sample
        self.line = Line(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("HackDesk")
        self.setMinimumSize(480, 320)
        self.resize(1366, 768)
        self.notice, self.form = Notice(), NewEvent()
        self.recent = RecentFiles()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._first())
        self._stack.addWidget(self.form)
        self._build()
        self.form.wanted.connect(self.make)
        self.form.given_up.connect(self.show_first)
        self.recent.opened.connect(self.open)
        self.line.do(partial(recent_files, recent), self._show_recent)
        self._warming = QTimer(self, singleShot=True, interval=0)
        self._warming.timeout.connect(self._warm_up)

    def _build(self) -> None:
        menu = DressMenu(self)
        menu.dressed.connect(self.dressed)
        look = Button(_("Look and language"), kind="plain")
        look.open_menu(menu)
        head = QHBoxLayout()
        head.addWidget(Label("HackDesk", "name"))
        head.addStretch()
        head.addWidget(look)
        whole = QWidget()
        whole.setMaximumWidth(980)
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(28, 28, 28, 28)
        lines.setSpacing(theme.GAP)
        lines.addLayout(head)
        lines.addWidget(self.notice)
        lines.addWidget(self._stack, 1)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(whole, 20)
        across.addStretch(1)
        self.setCentralWidget(Scroll(middle))
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(Label(_("A whole social hackathon on one laptop, without internet."), "muted", wrap=True))
        self.new_button = Button(_("New event …"), self.show_form, kind="primary", size="big", key="Ctrl+N")
        self.open_button = Button(_("Open …"), self._ask_file, size="big", key="Ctrl+O")
        self.sample_button = Button(_("Sample event"), self.try_sample, size="big")
        self.sample_button.setToolTip(_("A made-up event, to try everything out. Nothing in it is real."))
        lines.addLayout(row(self.new_button, self.open_button, self.sample_button, gap=12))
        card = Card(_("Opened before"))
        card.body.addWidget(self.recent, 1)
        lines.addSpacing(8)
        lines.addWidget(card, 1)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._warming.start()

    def _warm_up(self) -> None:
        self.line.do(warm_up)

    def show_form(self) -> None:
        """Ask for what a new event needs."""
        self.notice.hide()
        self._stack.setCurrentWidget(self.form)
        self.form.setFocus()

    def show_first(self) -> None:
        """Back to the beginning; what was typed stays."""
        self.notice.hide()
        self._stack.setCurrentIndex(0)
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, path: Path) -> None:
        """Open an event file; a refusal is said here."""
        self._do(partial(open_event, path, self._station), _("Opening {name} …", name=path.name))

    def make(self, wanted: Wanted) -> None:
        """Make and open a new event."""
        work = partial(new_event, wanted.path, wanted.settings, wanted.template, self._station)
        self._do(work, _("Making {name} …", name=wanted.path.name))

    def try_sample(self) -> None:
        """Open the sample event."""
        self._do(partial(sample_event, self._sample, self._station), _("Opening the sample event …"))

    def _do(self, work: Opening, meanwhile: str) -> None:
        self.notice.say(meanwhile)
        self._stack.setEnabled(False)
        self.line.do(work, self._tell_opened, self.sorry)

    def _tell_opened(self, opened: Opened) -> None:
        self._stack.setEnabled(True)
        self.notice.hide()
        self.opened.emit(opened)

    def sorry(self, error: HackDeskError) -> None:
        """Say why a file cannot be opened or made."""
        self._stack.setEnabled(True)
        self.notice.say(words.error(error), "bad")

    def say_mistake(self, log: Path) -> None:
        """Say that something went wrong that should not have."""
        self._stack.setEnabled(True)
        self.notice.say(_("This is our mistake. What happened is written down in {log}.", log=str(log)), "bad")

    def _show_recent(self, files: tuple[Recent, ...]) -> None:
        self.recent.show_files(files)

    def _ask_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Open an event"), "", _("Event files") + " (*.hackdesk)"
        )
        if name:
            self.open(Path(name))
