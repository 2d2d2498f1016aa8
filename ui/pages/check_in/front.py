"""Under the field: who is found while one types, the one who is meant, or the answer about them.

Before: the list. During: the list and the person's card. After: the answer alone, until the next key.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hackdesk.people.rules import Arrival, ArrivalKind, Person
from hackdesk.people.unknown import unknown
from hackdesk.teams.queries import Place
from ui import theme
from ui.pages.check_in.answer import Answer
from ui.pages.check_in.badges import Badges
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.person_card import PersonCard
from ui.pages.check_in.results import Results
from ui.text import _
from ui.widgets.camera_strip import CameraStrip
from ui.widgets.scan_field import ScanField


class Front(QWidget):
    """sure: whether the person on the card was chosen, or is the only one found; Enter then checks them in."""

    def __init__(self, badges: Badges) -> None:
        super().__init__()
        self._badges = badges
        self._now: DeskNow | None = None
        self._shown: UUID | None = None
        self.sure = False
        self._filling = False
        self.field = ScanField(_("Scan a badge, or type a name, organisation or phone number"))
        self.strip = CameraStrip(self.field)
        self.results, self.card, self.answer = Results(), PersonCard(), Answer()
        self.card.add_line(badges.line)
        self.answer.add_line(badges.told)
        self.card.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.strip)
        lines.addWidget(badges)
        lines.addWidget(self.results, 1)
        lines.addWidget(self.card)
        lines.addWidget(self.answer)
        # Room below the answer while the list is away.
        lines.addStretch(0)
        self.field.typed.connect(self.search)
        self.field.moved.connect(self._move)
        self.results.chosen.connect(self._choose_row)
        self.answer.chosen.connect(self.choose)
        self.answer.closed.connect(self.close_answer)
        self.setFocusProxy(self.field)

    @property
    def person(self) -> Person | None:
        """Whom the card shows."""
        return self.card.person if self._shown else None

    @property
    def told(self) -> Arrival | None:
        """The arrival that the answer tells of, while it stands."""
        return None if self.answer.isHidden() else self.answer.arrival

    def show_now(self, now: DeskNow) -> None:
        """Show how things stand; what is typed and who is chosen stay."""
        self._now = now
        self._filling = True
        self.results.show_again(self.field.text, now)
        self._filling = False
        if self.told:
            self._tell_again(self.told, now)
        elif self._shown in now.people:
            self._show(now.people[self._shown], sure=self.sure)
        elif self._shown:
            self._put_away()

    def search(self, text: str) -> None:
        """Find who matches what is typed; an answer that stands gives way."""
        if self._now is None:
            return
        self._hide_answer()
        self._filling = True
        self.results.show_found(text, self._now)
        self._filling = False
        found = self.results.current
        if found is None:
            self._put_away()
        else:
            self._show(found, sure=self.results.sure)

    def choose(self, person: Person) -> None:
        """This one is meant: Enter checks them in."""
        self._hide_answer()
        self._show(person, sure=True)
        self.field.setFocus()

    def show_arrival(self, arrival: Arrival, place: Place) -> None:
        """Say what came of a check-in, and be ready for the next one."""
        if self._now is not None:
            self.field.clear()
            self._tell_of_badge(arrival.person, self._now)
            self.answer.show_arrival(arrival, place, self._now)
            self._make_room()

    def show_unknown(self, readings: Sequence[str]) -> None:
        """Say that nobody has such a code; what was read stays, marked, so that the next key replaces it."""
        if self._now is not None:
            found = unknown(readings, self._now.people.values())
            self.answer.show_unknown(found, self._now.index.nearest(found.read), self._now)
            self.field.line.selectAll()
            self._make_room()

    def ask_next(self, person: Person, purpose: str) -> None:
        """A consent is written down; the answer goes on from there."""
        if self._now is not None:
            self.answer.heard(person, purpose, self._now)

    def close_answer(self) -> None:
        """It has been seen: show again what the field says."""
        self.search(self.field.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.answer.isHidden():
            self.close_answer()
            return
        super().keyPressEvent(event)

    def _choose_row(self, person: Person) -> None:
        # Filling the list makes a row current too; only a hand chooses.
        if not self._filling:
            self.choose(person)

    def _move(self, step: int) -> None:
        self._hide_answer()
        self.results.move_by(step)

    def _show(self, person: Person, *, sure: bool) -> None:
        if self._now is None:
            return
        self._shown, self.sure = person.id, sure
        self.card.show_person(person, self._now, one_of=1 if sure else self.results.matching)
        self._badges.line.show_badge(person, self._now)
        if self._badges.asking:
            self.card.offer(_("Give badge {number}", number=self._badges.asking))
        elif person.on(self._now.day) is None and not person.cancelled and self._badges.due(person, self._now):
            self.card.offer(_("Check in and print badge"), only=True)
        self.card.show()

    def _put_away(self) -> None:
        self._shown, self.sure = None, False
        self.card.hide()

    def _make_room(self) -> None:
        self.results.hide()
        self._put_away()
        self.field.setFocus()
        QTimer.singleShot(0, self, self._bring_into_view)

    def _hide_answer(self) -> None:
        if not self.answer.isHidden():
            self.answer.hide()
            self.results.show()
            QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """In a low window: the answer from its word on, or the field again."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around else None
        if around is None or inside is None:
            return
        part = self.field if self.answer.isHidden() else self.answer
        bar, top = around.verticalScrollBar(), part.mapTo(inside, QPoint()).y()
        if not bar.value() <= top <= top + part.height() <= bar.value() + around.viewport().height():
            bar.setValue(top - theme.GAP if part is self.answer else 0)

    def _tell_again(self, arrival: Arrival, now: DeskNow) -> None:
        """Something changed while the answer stands, at this desk or at another one."""
        person = now.people.get(arrival.person.id)
        presence = person.on(now.day) if person else None
        inside = presence is not None and presence.here
        if person is None:
            self.close_answer()
        elif inside is (arrival.kind is ArrivalKind.CANCELLED):
            # Taken back, or let in at another desk: the card says how it is now.
            self.choose(person)
        else:
            self._tell_of_badge(person, now)
            self.answer.show_again(person, now)

    def _tell_of_badge(self, person: Person, now: DeskNow) -> None:
        self._badges.told.show_badge(person, now)
        self.answer.tells_more = self._badges.printing.ready or bool(self._badges.told.said.text())
