"""What the next edition needs: its name, its first day, its file; what comes along and what does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from ui.inputs import DayInput
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.settings import EventSettings
    from hackdesk.event.store import Event

#: A year later on the same weekday.
_A_YEAR = timedelta(weeks=52)


@dataclass(frozen=True)
class EditionWish:
    """A next edition that is to be made."""

    path: Path
    name: str
    starts_on: date


def begin_edition(event: Event, wish: EditionWish) -> Path:
    """Make its file; runs on the desk's thread."""
    from hackdesk.next_edition import begin_next_edition

    begin_next_edition(event, wish.path, wish.name, wish.starts_on).close()
    return wish.path


class NextEditionForm(QWidget):
    """wanted(EditionWish): make it. given_up(): back."""

    wanted = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path.home()
        self._known: EventSettings | None = None
        self._name, self._first = QLineEdit(), DayInput()
        self.name = Field(_("Name"), self._name, _("As it stands on the poster"))
        self.first = Field(_("First day"), self._first)
        self._path_line, self._topics = Label("", "second", wrap=True), Label("", wrap=True)
        self.make_button = Button(_("Make the next edition"), self.make, kind="primary")
        self.folder_button = Button(_("Another folder …"), self._ask_folder, kind="link", size="small")
        self._name.textChanged.connect(self._show_path)
        self._name.returnPressed.connect(self.make)
        self._first.dateChanged.connect(self._show_last)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._card())
        lines.addStretch()
        self.setFocusProxy(self._name)

    def _card(self) -> Card:
        card = Card(_("The next edition"))
        fields = QGridLayout()
        fields.setHorizontalSpacing(14)
        fields.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.first, 0, 1, Qt.AlignmentFlag.AlignTop)
        fields.setColumnStretch(0, 2)
        fields.setColumnStretch(1, 1)
        card.body.addLayout(fields)
        where = QHBoxLayout()
        where.addWidget(self._path_line, 1)
        where.addWidget(self.folder_button)
        card.body.addLayout(where)
        card.body.addWidget(Label(_("This comes along"), "label"))
        kept = _("Settings, groups, the programme and meals with their hours, criteria, awards, rounds and logos.")
        card.body.addWidget(Label(kept, wrap=True))
        card.body.addWidget(self._topics)
        card.body.addWidget(Label(_("This stays here"), "label"))
        left = _("People, teams, ballots and results, and everything that was said or promised.")
        card.body.addWidget(Label(left, wrap=True))
        card.body.addLayout(row(self.make_button, Button(_("Back"), self.given_up.emit)))
        return card

    def know(self, settings: EventSettings, returning: int, path: Path) -> None:
        """settings: of this event; returning: so many topics come again; path: of this event's file."""
        self._topics.setText(
            many("{count} topic that returns.", "{count} topics that return.", returning) if returning
            else _("No topic: none is marked yet as returning. Mark them under Topics.")
        )  # fmt: skip
        if self._known is None:
            self._known, self._folder = settings, path.parent
            self._name.setText(_next_name(settings.name, settings.starts_on.year))
            self._first.show_value(settings.starts_on + _A_YEAR)
            self._show_path()
            self._show_last()

    @property
    def path(self) -> Path:
        """Where the file will be: the name without what a file system does not take."""
        stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", self._name.text())
        return self._folder / f"{' '.join(stem.split()).strip('. ') or _('Event')}.hackdesk"

    def make(self) -> None:
        """Say what is wanted; what is missing or there already is said beside the name."""
        name = " ".join(self._name.text().split())
        if not name:
            self.name.wrong(_("Type the name of the event."))
        elif self.path.exists():
            self.name.wrong(_("{name} is there already. Give it another name.", name=self.path.name))
        else:
            self.wanted.emit(EditionWish(self.path, name, self._first.value()))
            return
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the name why it was not made."""
        self.name.wrong(words.error(error))

    def keep_in(self, folder: Path) -> None:
        """Make the file in another folder."""
        self._folder = folder
        self._show_path()

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where the event is kept"), str(self._folder))
        if folder:
            self.keep_in(Path(folder))

    def _show_path(self) -> None:
        self.name.wrong("")
        self._path_line.setText(_("The file: {path}", path=str(self.path)))

    def _show_last(self) -> None:
        if self._known is not None:
            first: date = self._first.value()
            last = first + (self._known.ends_on - self._known.starts_on)
            self.first.hint(_("It lasts as long as this one: {days}", days=words.days(first, last)))


def _next_name(name: str, year: int) -> str:
    """The name with the next year in it where this one's is, or the next year behind it."""
    return name.replace(str(year), str(year + 1)) if str(year) in name else f"{name} {year + 1}".strip()
