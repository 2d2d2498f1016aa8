"""A line of the person's card: whether their badge is printed, and printing it, once more only when asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.printing import BadgePrinting
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.label import Label


class BadgeLine(QWidget):
    """wanted(Person): print their badge. paper_wanted(Person): there is no printer; make it as a PDF."""

    wanted = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, printing: BadgePrinting) -> None:
        super().__init__()
        self._printing = printing
        self._person: Person | None = None
        self._now: DeskNow | None = None
        self.said = Label("", "muted", wrap=True)
        self.print_button = Button("", self._print, size="small")
        self.again_button = Button(_("Print again"), self._print_again, size="small")
        self.no_button = Button(_("No"), self.show_again, kind="plain", size="small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.said)
        for button in (self.print_button, self.again_button, self.no_button):
            line.addWidget(button)
        line.addStretch()

    def show_badge(self, person: Person, now: DeskNow) -> None:
        """Show how it stands with somebody's badge."""
        self._person, self._now = person, now
        self.show_again()

    def show_again(self) -> None:
        """Show it anew; a question that was asked is taken back."""
        person, now = self._person, self._now
        if person is None or now is None:
            return
        on_its_way = self._printing.is_waiting(person)
        printed = person.badge_printed_at is not None
        self.said.setText(self._state(person, now, on_its_way=on_its_way))
        self.said.setVisible(bool(self.said.text()))
        if self._printing.ready:
            self.print_button.setText(_("Print again …") if printed else _("Print badge"))
        else:
            self.print_button.setText(_("Badge as PDF …"))
        here = person.on(now.day) is not None
        self.print_button.setVisible(not on_its_way and (here or printed or not self._printing.at_check_in))
        self.again_button.hide()
        self.no_button.hide()
        self.setVisible(not (self.said.isHidden() and self.print_button.isHidden()))

    def _state(self, person: Person, now: DeskNow, *, on_its_way: bool) -> str:
        said = []
        if on_its_way:
            said.append(_("The badge goes to the printer …"))
        elif person.badge_printed_at is not None:
            moment = person.badge_printed_at.astimezone(now.zone)
            when = words.time(moment) if moment.date() == now.local.date() else words.moment(moment)
            said.append(_("Badge printed {when}", when=when))
        said += [_("Blank badge {number}", number=number) for number in now.blanks.get(person.id, ())]
        return " · ".join(said)

    def _print(self) -> None:
        assert self._person is not None
        if not self._printing.ready:
            self.paper_wanted.emit(self._person)
        elif self._person.badge_printed_at is None:
            self.wanted.emit(self._person)
        else:
            self.said.setText(_("{state}. Print it once more?", state=self.said.text()))
            self.print_button.hide()
            self.again_button.show()
            self.no_button.show()
            self.again_button.setFocus()

    def _print_again(self) -> None:
        self.wanted.emit(self._person)
