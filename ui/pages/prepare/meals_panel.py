"""Which meals are served when: planned by hand, or taken from the programme with one press."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout

from hackdesk.agenda.hours import time_typed
from hackdesk.agenda.queries import meals_suggested
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.language import N_
from hackdesk.people.actions import add_meals, edit_meal, remove_meal
from hackdesk.people.meals import Meal
from hackdesk.people.queries import meals
from ui.form import Entry
from ui.inputs import DayInput, TextInput
from ui.page import Page
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class MealTimeInput(TextInput):
    """A time of day, or nothing."""

    def value(self) -> time | None:
        return time_typed(self.text()) if self.text().strip() else None

    def show_value(self, value: time | None) -> None:
        super().show_value(f"{value:%H:%M}" if value else "")


class MealsPanel(ListPanel):
    """Name, day and time of each meal; those of the programme are offered while they are not here."""

    title = N_("Meals")
    empty = (
        N_("No meals yet"),
        N_("What is served when. At the table everybody is ticked once, and the kitchen gets its list of diets."),
        N_("Add a meal"),
    )
    entries = (
        Entry("name", N_("What is served"), TextInput, N_("Like Lunch or Supper")),
        Entry("day", N_("Day"), DayInput, "", 3),
        Entry("starts_at", N_("From"), MealTimeInput, N_("The meal is chosen by itself at its time"), 3),
    )

    def __init__(self, page: Page) -> None:
        self._settings = EventSettings()
        self._suggested: tuple[Meal, ...] = ()
        self.columns = (
            Column(N_("When"), self.when, width=170),
            Column(N_("What is served"), lambda meal: meal.name or _("New meal"), strong=True),
        )
        self.take_button = Button("", self.take)
        super().__init__(page)
        self.offer = EmptyState(_("No meals yet"), "", _("Take them from the programme"), self.take)
        self._stack.addWidget(self.offer)

    def buttons(self) -> QHBoxLayout:
        line = super().buttons()
        line.insertWidget(1, self.take_button)
        return line

    def when(self, meal: Meal) -> str:
        """Weekday and time."""
        at = f"{meal.starts_at:%H:%M}" if meal.starts_at else ""
        day = f"{meal.day.day}.{meal.day.month}."
        return " ".join(filter(None, (words.weekday(meal.day, short=True), day, at)))

    def read(self, event: Event) -> Any:
        return self.rows(event), settings_of(event), meals_suggested(event)

    def display(self, answer: Any) -> None:
        rows, self._settings, self._suggested = answer
        self.show_rows(rows)

    def show_rows(self, rows: Any) -> None:
        super().show_rows(rows)
        found = len(self._suggested)
        self.take_button.setText(many("Take {count} from the programme", "Take {count} from the programme", found))
        self.take_button.setVisible(bool(found))
        if found and self._stack.currentIndex() == 1:
            named = [f"{meal.name} ({self.when(meal)})" for meal in self._suggested]
            self.offer.say(_("The programme has {meals}.", meals=words.listed(named)))
            self._stack.setCurrentWidget(self.offer)

    def take(self) -> None:
        """Plan the meals that the programme has."""
        self.page.do(self._take, self._say_taken)

    def _take(self, event: Event) -> tuple[Meal, ...]:
        return add_meals(event, meals_suggested(event))

    def _say_taken(self, taken: tuple[Meal, ...]) -> str:
        return many("{count} meal is planned", "{count} meals are planned", len(taken))

    def rows(self, event: Event) -> tuple[Meal, ...]:
        return meals(event)

    def draft(self) -> Meal:
        last = self.table.rows[-1] if self.table.rows else None
        return Meal(uuid4(), "", last.day if last else self._settings.starts_on, version=0)

    def add(self, event: Event, row: Meal) -> None:
        if not add_meals(event, [row]):
            raise HackDeskError(N_("This meal is on the list already."))

    def change(self, event: Event, row: Meal, seen: Meal) -> None:
        edit_meal(event, row, seen=seen.version)

    def take_out(self, event: Event, row: Meal) -> None:
        remove_meal(event, row.id, seen=row.version)
