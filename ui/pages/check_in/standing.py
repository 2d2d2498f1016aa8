"""Of somebody on the list: their badge, and whether their registration stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.label import Label


class Standing(QWidget):
    """wanted(Person): cancel their registration, or restore one that is cancelled."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self.about = Label("", "muted", wrap=True)
        self.button = Button("", self._want, kind="link")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.about)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_person(self, person: Person | None, now: DeskNow) -> None:
        """Show how it stands; nothing for somebody who is not on the list yet."""
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            return
        told = _("not printed yet")
        if person.badge_printed_at is not None:
            at = person.badge_printed_at.astimezone(now.zone)
            told = _("printed {when}", when=f"{words.day(at.date(), 'medium')} {words.time(at)}")
        badge = _("Badge {code}, {printed}", code=person.code, printed=told)
        self.about.setText(" · ".join([badge, *([_("Registration cancelled")] if person.cancelled else [])]))
        restore, cancel = _("Restore the registration"), _("Cancel the registration")
        self.button.setText(restore if person.cancelled else cancel)

    def _want(self) -> None:
        self.wanted.emit(self._person)
