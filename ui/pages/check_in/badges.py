"""Badges at the door: printed when their owner comes, printed again, and blank ones that become somebody's."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people import actions
from hackdesk.people.rules import Arrival, ArrivalKind, Person
from ui.page import Page
from ui.pages.check_in.badge_line import BadgeLine
from ui.pages.check_in.desk_now import DeskNow
from ui.printing import BadgePrinting
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.label import Label


class Strip(QFrame):
    """A sentence with what can be done about it; hidden until it has something to say. tone: warn, bad."""

    def __init__(self, tone: str, *buttons: Button) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", tone)
        self._sentence = Label("", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        line.setSpacing(8)
        line.addWidget(self._sentence, 1)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one puts the strip away."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


class Badges(QWidget):
    """What the door has to say of badges, under the field. `line` stands on the person's card, `told` in the
    answer about whoever has just come.

    given(Person): a blank badge is theirs now. left(): the keyboard goes back to the field.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._blank: tuple[str, int] | None = None
        self._only: Person | None = None
        self._unprinted: list[Person] = []
        self._why = ""
        self.printing = BadgePrinting(page.desk, self)
        self.line, self.told = BadgeLine(self.printing), BadgeLine(self.printing)
        self.whose = Strip("warn", Button(_("Leave it"), self.forget_blank, size="small"))
        self.again_button = Button(_("Print again"), self._print_failed, size="small")
        self.failed = Strip(
            "bad",
            self.again_button,
            Button(_("Put away"), self._forget_failed, kind="plain", size="small"),
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.whose)
        lines.addWidget(self.failed)
        for line in (self.line, self.told):
            line.wanted.connect(self.print_now)
            line.paper_wanted.connect(self._go_to_paper)
        self.printing.printed.connect(self._say_printed)
        self.printing.failed.connect(self._say_failed)
        self._show()

    # --- printing -----------------------------------------------------------------------------

    def due(self, person: Person, now: DeskNow) -> bool:
        """Whether checking them in prints their badge too: never a second one unasked."""
        return self.printing.at_check_in and person.badge_printed_at is None and person.id not in now.blanks

    def check_in_only(self, person: Person) -> None:
        """Somebody is about to be checked in whose badge is not to be printed."""
        self._only = person

    def greet(self, arrival: Arrival, now: DeskNow | None) -> None:
        """Somebody was checked in: their badge is printed where that is wished."""
        only, self._only = self._only, None
        new = arrival.kind is ArrivalKind.IN and (only is None or only.id != arrival.person.id)
        if new and not self.asking and now is not None and self.due(arrival.person, now):
            self.print_now(arrival.person)

    def print_now(self, person: Person) -> None:
        """Print somebody's badge while the desk goes on."""
        self._unprinted = [other for other in self._unprinted if other.id != person.id]
        self.printing.print_badge(person)
        self._show_lines()
        self._show()
        self.left.emit()

    def _say_printed(self, person: Person) -> None:
        self._show_lines()

    def _say_failed(self, person: Person, error: HackDeskError) -> None:
        self._unprinted = [*(other for other in self._unprinted if other.id != person.id), person]
        self._why = words.error(error)
        self._show_lines()
        self._show()

    def _print_failed(self) -> None:
        for person in list(self._unprinted):
            self.print_now(person)

    def _forget_failed(self) -> None:
        self._unprinted = []
        self._show()
        self.left.emit()

    def _go_to_paper(self, person: Person) -> None:
        self._page.wants.emit("documents", ("badges", person.id))

    def leave(self) -> None:
        """The window is closing."""
        self.printing.leave()

    # --- blank badges -------------------------------------------------------------------------

    @property
    def asking(self) -> int:
        """The number of the blank badge whose owner is asked for, or 0."""
        return self._blank[1] if self._blank else 0

    def ask_whose(self, code: str, number: int) -> None:
        """A blank badge was scanned that is nobody's: the next chosen person gets it."""
        self._blank = code, number
        self._show()

    def give(self, person: Person) -> None:
        """Give the badge that waits to somebody."""
        if self._blank is None:
            return
        code, number = self._blank
        self.forget_blank()
        bind = partial(actions.bind_badge, code=code, person_id=person.id)
        self._page.do(bind, partial(self._say_given, number))

    def forget_blank(self) -> None:
        """The badge stays nobody's."""
        self._blank = None
        self._show()
        self.left.emit()

    def _say_given(self, number: int, person: Person) -> str:
        self.given.emit(person)
        return _("Badge {number} is {name}'s now", number=number, name=person.name)

    def _show_lines(self) -> None:
        for line in (self.line, self.told):
            line.show_again()

    def _show(self) -> None:
        names = words.listed([person.name for person in self._unprinted])
        self.failed.say(
            _("Not printed: the badge of {names}. {why}", names=names, why=self._why) if self._unprinted else ""
        )
        self.whose.say(
            _("Whose is badge {number}? Type the name and press Enter, or take them down.", number=self.asking)
            if self.asking
            else ""
        )
        self.setVisible(bool(self._unprinted or self.asking))
