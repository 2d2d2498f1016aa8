"""Who stands at the food now: the name, what they eat in large letters, and whether they had it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hackdesk.people.diets import needs_of
from hackdesk.people.meals import Meal, ServingKind, Tick
from hackdesk.people.rules import Person
from ui.pages.check_in.meals_now import MealsNow, in_a_sentence
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class ServingCard(Card):
    """given(Person, anyway): they get it. taken_back(Person): they did not."""

    given = Signal(object, bool)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(tone="accent")
        self.person: Person | None = None
        self._anyway = False
        self.name = Label("", "title", wrap=True)
        # For whoever hands out the food, from behind the pots: nothing on this laptop is larger but a count.
        self.diet = Label("", "name", wrap=True)
        self.said = Label("", "strong", wrap=True)
        self.give_button = Button("", self._give, kind="primary", size="big")
        self.back_button = Button(_("Take back"), self._take_back)
        line = QHBoxLayout()
        line.setSpacing(12)
        for button in (self.give_button, self.back_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        for part in (self.name, self.diet, self.said):
            self.body.addWidget(part)
        self.body.addLayout(line)

    @property
    def asks(self) -> bool:
        """Whether it waits for a word about somebody who is not here."""
        return self._anyway and self.give_button.isVisible()

    def show_person(self, person: Person, meal: Meal, now: MealsNow, kind: ServingKind | None = None) -> None:
        """Show somebody. kind: what came of ticking them a moment ago."""
        self.person = person
        tick, presence = now.tick(meal, person.id), person.on(meal.day)
        here = presence is not None and presence.here
        self._anyway = not tick and not here
        self.name.setText(person.name)
        needs = bool(needs_of(person.diet))
        self.diet.setText(person.diet if needs else _("No special diet"))
        self._look(self.diet, "name" if needs else "muted")
        self.said.setText(self._sentence(person, meal, now, tick, kind))
        self.said.setVisible(bool(self.said.text()))
        again = tick is not None and kind is not ServingKind.TICKED
        self.set_tone("warn" if again or (self._anyway and kind) else "accent")
        give = _("Give {meal}", meal=in_a_sentence(meal))
        self.give_button.setText(_("Give all the same") if self._anyway else give)
        self.give_button.setVisible(tick is None)
        self.back_button.setVisible(tick is not None)
        self.setAccessibleName(f"{person.name}. {self.diet.text()}. {self.said.text()}")
        self.updateGeometry()

    def _sentence(
        self, person: Person, meal: Meal, now: MealsNow, tick: Tick | None, kind: ServingKind | None
    ) -> str:
        if tick and kind is ServingKind.TICKED:
            return _("Ticked at {time}. Saved.", time=words.time(tick.at, now.zone, seconds=True))
        if tick:
            name, at = in_a_sentence(meal), words.time(tick.at, now.zone)
            if tick.station in ("", now.station):
                return _("Already had {meal} at {time}", meal=name, time=at)
            return _("Already had {meal} at {time}, at {desk}", meal=name, time=at, desk=tick.station)
        presence = person.on(meal.day)
        if presence and presence.left_at:
            return _("Left at {time}", time=words.time(presence.left_at, now.zone))
        if presence is None and meal.day == now.local.date():
            return _("Not checked in today")
        return _("Not checked in on that day") if presence is None else ""

    def _look(self, label: Label, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)

    def _give(self) -> None:
        self.given.emit(self.person, self._anyway)

    def _take_back(self) -> None:
        self.taken_back.emit(self.person)
