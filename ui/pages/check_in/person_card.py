"""The person who stands at the desk: name, what is to be seen to, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hackdesk.people.rules import Person
from ui.pages.check_in.days import Days
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.wording import already_in, described, numbered, pills
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: The look of a name of up to so many letters.
_SIZES = {"name": 34, "title": 60, "card-title": 10_000}


class PersonCard(Card):
    """wanted(Person): check in; after_all(Person): although cancelled; edited(Person); taken_back(Person).

    only_wanted(Person): check in without printing the badge.
    What is missing is shown here and asked for in the answer, when they are in.
    """

    wanted = Signal(object)
    only_wanted = Signal(object)
    after_all = Signal(object)
    edited = Signal(object)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(tone="accent")
        self.person: Person | None = None
        self._sure = False
        self.name = Label("", "name", wrap=True)
        self.line = Label("", "muted", wrap=True)
        self.wishes = Label("", "", wrap=True)
        self.since = Label("", "strong", wrap=True)
        self._pills = QWidget()
        self._flow = Flow(self._pills)
        self.go = Button(_("Check in"), self._go, kind="primary", size="big")
        self.edit_button = Button(_("Edit"), self._edit, key="Ctrl+E")
        self.only_button = Button(_("Check in only"), self._go_only, key="Shift+Return")
        self.back_button = Button(_("Undo check-in"), self._take_back)
        self.cancelled_button = Button(_("Check in after all"), self._go_after_all, kind="primary", size="big")
        self._enter = Keycap("Return")
        self.hint = Label("", "muted", wrap=True)
        self.days = Days()
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.name, self.line, self._pills, self.wishes, self.since):
            self.body.addWidget(part)
        self.body.addWidget(self.days)
        # In a narrow window, or in a language with long words, they take two lines.
        self._below = QWidget()
        buttons = Flow(self._below, gap=12)
        for button in (self.go, self.only_button, self.cancelled_button, self.back_button, self.edit_button):
            buttons.addWidget(button)
            if button is self.go:
                buttons.addWidget(self._enter)
        self.body.addWidget(self.hint)
        self.body.addWidget(self._below)

    def show_person(self, person: Person, now: DeskNow, *, one_of: int = 1) -> None:
        """Show somebody. one_of: so many match what was typed, and nobody has said yet that it is this one."""
        self.person = person
        presence, cancelled = person.on(now.day), person.cancelled
        inside = presence is not None and presence.here
        sure = self._sure = one_of <= 1
        self.set_tone("info" if inside else "warn" if cancelled else "accent" if sure else "plain")
        self._show_name(person.name)
        self.line.setText(described(person, now))
        self.wishes.setText(_("Wants: {topics}", topics=numbered(person.choices)) if person.choices else "")
        self.since.setText(already_in(person, now))
        if cancelled and not inside:
            self.since.setText(_("Cancelled, and stands here now"))
        self.hint.setText("" if sure else _("One of {count}: Enter chooses, Enter again checks in.", count=one_of))
        for label in (self.line, self.wishes, self.since, self.hint):
            label.setVisible(bool(label.text()))
        self._show_pills(person)
        self.go.setText(_("Is back") if presence and not inside else _("Check in"))
        self.go.setVisible(not inside and not cancelled)
        self._enter.setVisible(sure and not inside and not cancelled)
        self.cancelled_button.setVisible(cancelled and not inside)
        self.back_button.setVisible(inside)
        self.days.show_days(person, now)
        self.only_button.hide()
        self.setAccessibleName(f"{person.name}. {self.since.text()}")
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        # Qt counts one line for words that wrap when it hands out room in a low window: nothing may be cut.
        self._below.updateGeometry()  # other buttons may be shown, on more lines
        self.setMinimumHeight(max(0, self.body.totalHeightForWidth(self.width())))

    def _show_name(self, name: str) -> None:
        """Large where there is room; a very long name is smaller and never cut."""
        size = next(role for role, letters in _SIZES.items() if len(name) <= letters)
        if self.name.property("role") != size:
            self.name.setProperty("role", size)
            self.name.style().unpolish(self.name)
            self.name.style().polish(self.name)
        self.name.setText(name)

    def _show_pills(self, person: Person) -> None:
        self._flow.clear()
        shown = pills(person)
        for text, tone in shown:
            self._flow.addWidget(Pill(text, tone))
        self._pills.setVisible(bool(shown))
        self._pills.updateGeometry()

    def _go(self) -> None:
        self.wanted.emit(self.person)

    def add_line(self, line: QWidget) -> None:
        """Stand a line above the buttons."""
        self.body.insertWidget(self.body.indexOf(self.days) + 1, line)

    def offer(self, deed: str, *, only: bool = False) -> None:
        """Another word on the button that Enter presses. only: the badge can be left out."""
        self.go.setText(deed)
        self.go.show()
        self._enter.setVisible(self._sure)
        self.only_button.setVisible(only)
        self._take_room()

    def _go_only(self) -> None:
        self.only_wanted.emit(self.person)

    def _go_after_all(self) -> None:
        self.after_all.emit(self.person)

    def _edit(self) -> None:
        self.edited.emit(self.person)

    def _take_back(self) -> None:
        self.taken_back.emit(self.person)

