"""What somebody wishes for: said at the desk or at the wall, written down and put in order here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from hackdesk.teams.rules import Topic
from ui.pages.teams.name_field import NameField
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class WishesCard(Card):
    """changed(Person, wishes): the titles somebody wishes for now, best first."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("What somebody wishes"))
        self.person: Person | None = None
        self._topic: Topic | None = None
        self.name = NameField(_("Name or badge"))
        self.wrong = Label("", "error", wrap=True)
        self.wrong.hide()
        self.who, hint = Label("", "strong", wrap=True), _("Type a name: the wishes stand here in order.")
        self.hint = Label(hint, "muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add_button = Button("", self._add, key="Ctrl+Return")
        for part in (self.name, self.wrong, self.who, self.hint):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.add_button)
        self.body.addStretch()
        self.name.finished.connect(self._find)
        self._show()

    def offer(self, people: tuple[Person, ...], index: Index) -> None:
        """Whose names are known; the person shown is shown as they are now."""
        self.name.offer(people, index)
        if self.person is not None:
            self.person = next((one for one in people if self.person and one.id == self.person.id), None)
        self._show()

    def show_person(self, person: Person | None) -> None:
        """Show somebody's wishes."""
        self.person = person
        self._show()

    def show_topic(self, topic: Topic | None) -> None:
        """Which topic the button adds."""
        self._topic = topic
        self._offer_topic()

    def _find(self) -> None:
        try:
            self.person = self.name.person()
        except HackDeskError as error:
            self.wrong.setText(words.error(error))
            self.wrong.show()
            return
        self.wrong.hide()
        self.name.setText("")
        self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.who.setText(self.person.name if self.person else "")
        self.who.setVisible(self.person is not None)
        self.hint.setVisible(self.person is None)
        wishes = self.person.choices if self.person else ()
        for number, wish in enumerate(wishes):
            self._lines.addWidget(self._line(number, wish))
        if self.person is not None and not wishes:
            self._lines.addWidget(Label(_("Named no wish."), "muted"))
        self._offer_topic()

    def _line(self, number: int, wish: str) -> QWidget:
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(4)
        parts.addWidget(Label(f"{number + 1}. {wish}", wrap=True), 1)
        if number:
            up = Button(_("Up"), partial(self._lift, number), kind="plain")
            up.setAccessibleName(_("Wish {title} up", title=wish))
            parts.addWidget(up)
        out = Button(_("Remove"), partial(self._drop, number), kind="plain")
        out.setAccessibleName(_("Remove the wish {title}", title=wish))
        parts.addWidget(out)
        return line

    def _offer_topic(self) -> None:
        topic, person = self._topic, self.person
        free = topic is not None and person is not None and topic.open and topic.title not in person.choices
        self.add_button.setVisible(free)
        if topic is not None:
            self.add_button.setText(_("Add this topic"))
            self.add_button.setAccessibleName(_("Add the wish {title}", title=topic.title))

    def _add(self) -> None:
        if self.person is not None and self._topic is not None:
            self._tell([*self.person.choices, self._topic.title])

    def _lift(self, number: int) -> None:
        if self.person is not None:
            wishes = list(self.person.choices)
            wishes[number - 1 : number + 1] = reversed(wishes[number - 1 : number + 1])
            self._tell(wishes)

    def _drop(self, number: int) -> None:
        if self.person is not None:
            self._tell([wish for place, wish in enumerate(self.person.choices) if place != number])

    def _tell(self, wishes: list[str]) -> None:
        self.changed.emit(self.person, tuple(wishes))
