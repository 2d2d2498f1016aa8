"""What a new event needs: a name, its days, a place, and what it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hackdesk.language import LANGUAGES, N_
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.settings import EventSettings

#: The same as hackdesk.templates.TEMPLATES, which imports the database; a test keeps them equal.
TEMPLATES = {
    "social-two-days": N_("Social hackathon, two days"),
    "social-one-day": N_("Social hackathon, one day"),
    "": N_("Empty event"),
}


@dataclass(frozen=True)
class Wanted:
    """An event to be made."""

    path: Path
    settings: EventSettings
    template: str


class NewEvent(QWidget):
    """wanted(Wanted): make it. given_up(): back to the first page."""

    wanted = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = documents if documents.is_dir() else Path.home()
        self._make_inputs()
        card = Card(_("New event"))
        card.body.addLayout(self._grid())
        card.body.addLayout(self._where())
        card.body.addSpacing(4)
        card.body.addLayout(self._buttons())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        lines.addStretch()
        self.setFocusProxy(self.name.input)
        self._show_path()

    def _make_inputs(self) -> None:
        self._name, self._place = QLineEdit(), QLineEdit()
        self._first, self._last = _day_input(), _day_input()
        saturday = date.today() + timedelta(days=(5 - date.today().weekday()) % 7 + 7)
        self._first.setDate(_qdate(saturday))
        self._last.setDate(_qdate(saturday + timedelta(days=1)))
        self._template, self._language = QComboBox(), QComboBox()
        for key, title in TEMPLATES.items():
            self._template.addItem(_(title), key)
        for tag, own_name in LANGUAGES.items():
            self._language.addItem(own_name, tag)
        self._language.setCurrentIndex(max(0, self._language.findData(words.tag)))
        self.name = Field(_("Name"), self._name, _("As it stands on the poster"))
        self._name.textChanged.connect(self._show_path)
        self._first.dateChanged.connect(self._move_last)
        self._name.returnPressed.connect(self.make)
        self._place.returnPressed.connect(self.make)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(Field(_("First day"), self._first), 1, 0)
        grid.addWidget(Field(_("Last day"), self._last), 1, 1)
        grid.addWidget(Field(_("Place"), self._place), 2, 0)
        grid.addWidget(Field(_("Language of the documents"), self._language), 2, 1)
        grid.addWidget(
            Field(_("Begin with"), self._template, _("Programme, criteria and awards; everything can be changed")),
            3, 0, 1, 2,
        )  # fmt: skip
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return grid

    def _where(self) -> QHBoxLayout:
        self._path_line = Label("", "second", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._path_line, 1)
        line.addWidget(Button(_("Another folder …"), self._ask_folder, kind="link", size="small"))
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.make_button = Button(_("Make the event"), self.make, kind="primary")
        line.addWidget(self.make_button)
        line.addWidget(Button(_("Back"), self.given_up.emit, kind="quiet"))
        line.addStretch()
        return line

    @property
    def path(self) -> Path:
        """Where the file will be: the event's name without what a file system does not take."""
        stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", self._name.text())
        return self._folder / f"{' '.join(stem.split()).strip('. ') or _('Event')}.hackdesk"

    def make(self) -> None:
        """Say what is wanted; a missing name is said beside its field."""
        from hackdesk.event.settings import EventSettings

        if not self._name.text().strip():
            self.name.wrong(_("Type the name of the event."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        settings = EventSettings(
            name=self._name.text(), place=self._place.text(), starts_on=_date(self._first),
            ends_on=_date(self._last), language=self._language.currentData(),
        )  # fmt: skip
        self.wanted.emit(Wanted(self.path, settings, self._template.currentData()))

    def _show_path(self) -> None:
        self.name.wrong("")
        self._path_line.setText(_("The file: {path}", path=str(self.path)))

    def _move_last(self, first: QDate) -> None:
        if self._last.date() < first:
            self._last.setDate(first.addDays(1))

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where the event is kept"), str(self._folder))
        if folder:
            self.keep_in(Path(folder))

    def keep_in(self, folder: Path) -> None:
        """Make the file in another folder."""
        self._folder = folder
        self._show_path()


def _day_input() -> QDateEdit:
    made = QDateEdit()
    made.setCalendarPopup(True)
    made.setDisplayFormat("d. MMMM yyyy" if words.tag == "et" else "d MMMM yyyy")
    return made


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(made: QDateEdit) -> date:
    day = made.date()
    return date(day.year(), day.month(), day.day())
