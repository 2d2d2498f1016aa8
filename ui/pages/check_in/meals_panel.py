"""The table with the food: scan a badge or type a name, and everybody is ticked once for each meal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people import actions
from hackdesk.people.diets import needs_of
from hackdesk.people.meals import Meal, Serving, ServingKind
from hackdesk.people.rules import Person
from ui import theme
from ui.page import Page
from ui.pages.check_in.meals_now import MealsNow, MealsReading, called
from ui.pages.check_in.meals_side import MealCountCard
from ui.pages.check_in.serving_card import ServingCard
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import row
from ui.widgets.camera_strip import CameraStrip
from ui.widgets.empty_state import EmptyState
from ui.widgets.picker import Picker
from ui.widgets.pill import Pill
from ui.widgets.scan_field import Scan, ScanField
from ui.widgets.table import ROW_HEIGHT, Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
#: Milliseconds after which it is looked again which meal it is time for.
_A_MINUTE = 60_000


class MealsPanel(Panel):
    """The meal is chosen by the clock until somebody picks another. The keyboard stays in the field."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: MealsNow | None = None
        self._reading = MealsReading()
        self._picked: UUID | None = None
        self._shown: UUID | None = None
        self._came_of_it: ServingKind | None = None
        self.picker, self.other = Picker(_("Meal")), Pill("", "warn")
        self.field = ScanField(_("Scan a badge, or type a name: everybody is ticked once"))
        self.strip = CameraStrip(self.field)
        self.card, self.count = ServingCard(), MealCountCard()
        # The field keeps the keyboard, as at the door.
        self.table = Table(
            (
                Column(N_("Name"), lambda person: person.name, strong=True),
                Column(N_("Diet"), lambda person: person.diet if needs_of(person.diet) else ""),
                Column("", lambda person: "", pill=self._state, width=150, right=True),
            ),
            name=_("Everybody"),
        )  # fmt: skip
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setMinimumHeight(46 + 2 * ROW_HEIGHT)
        self.none = EmptyState(_("No meals yet"), "", _("Plan the meals"), self._plan)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        self._stack.addWidget(self.none)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.field)

    def _build(self) -> QWidget:
        whole, left = QWidget(), QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(row(self.picker, self.other))
        for part in (self.strip, self.card):
            left.addWidget(part)
        left.addWidget(self.table, 1)
        self.card.hide()
        beside = QVBoxLayout()
        beside.addWidget(self.count)
        beside.addStretch()
        self._line = QBoxLayout(_ACROSS, whole)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addLayout(left, _SHARES[0])
        self._line.addLayout(beside, _SHARES[1])
        return whole

    def _connect(self) -> None:
        self.picker.chosen.connect(self._pick)
        self.field.typed.connect(self._search)
        self.field.entered.connect(self.take_scan)
        self.strip.scanned.connect(self.take_scan)
        self.field.moved.connect(self.table.move_by)
        self.table.chosen.connect(self._look_at)
        self.card.given.connect(self._give)
        self.card.taken_back.connect(self._take_back)
        self.count.planned.connect(self._change)
        self._minute = QTimer(self, interval=_A_MINUTE)
        self._minute.timeout.connect(self._look_again)
        self._minute.start()

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    @property
    def meal(self) -> Meal | None:
        """The meal that is served here."""
        if self.now is None:
            return None
        return next((meal for meal in self.now.meals if meal.id == self._picked), self.now.by_clock)

    def read(self, event: Event) -> MealsNow:
        return self._reading.now(event)

    def display(self, answer: MealsNow) -> None:
        self.now = answer
        meal = self.meal
        self._stack.setCurrentIndex(0 if meal else 1)
        if meal is None:
            self._offer(answer)
            return
        self.picker.offer([(one.id, called(one)) for one in answer.meals], meal.id)
        self.other.say(_("Not the meal it is time for"), "warn")
        self.other.setVisible(meal != answer.by_clock)
        self.count.show_count(answer.counts[meal.id])
        self._show_people()
        if self._shown in answer.people:
            self.card.show_person(answer.people[self._shown], meal, answer, self._came_of_it)
        self.card.setVisible(self._shown in answer.people)

    def take_scan(self, scan: Scan) -> None:
        """Enter: what a scanner or the camera read ticks its owner, else the chosen person is meant.

        On an empty field it says yes for somebody who is not here.
        """
        meal = self.meal
        chosen: Person | None = self.table.current
        if meal is None:
            return
        if scan.readings and (scan.code or scan.fast or chosen is None):
            tick = partial(actions.tick_meal_with, meal_id=meal.id, code=scan.readings)
            self.page.ask(tick, self._show_serving, self._say_unknown)
        elif chosen is not None and scan.text.strip():
            self._give(chosen, anyway=False)
        elif self.card.asks and self.card.person is not None:
            self._give(self.card.person, anyway=True)

    def _give(self, person: Person, anyway: bool) -> None:
        if self.meal is not None:
            tick = partial(actions.tick_meal, meal_id=self.meal.id, person_id=person.id, anyway=anyway)
            self.page.ask(tick, self._show_serving)

    def _show_serving(self, serving: Serving) -> None:
        self.page.notice.hide()
        self._shown, self._came_of_it = serving.person.id, serving.kind
        self.field.clear()
        self.field.setFocus()
        self.page.refresh()

    def _say_unknown(self, error: HackDeskError) -> None:
        self.page.sorry(error)
        self.field.line.selectAll()
        self.field.setFocus()

    def _take_back(self, person: Person) -> None:
        if self.meal is not None:
            self._came_of_it = None
            untick = partial(actions.untick_meal, meal_id=self.meal.id, person_id=person.id)
            self.page.do(untick, self._say_taken_back)
        self.field.setFocus()

    def _say_taken_back(self, person: Person) -> str:
        return _("{name} is no longer ticked", name=person.name)

    def _search(self, text: str) -> None:
        self._show_people()
        if text.strip():
            self.table.choose(self.table.rows[0].id if self.table.rows else None)

    def _show_people(self) -> None:
        if self.now is None or self.meal is None:
            return
        text = self.field.text.strip()
        everybody = [one for one in self.now.people.values() if not one.cancelled or one.presences]
        self.table.replace(self.now.indexes[self.meal.day].find(text).people if text else everybody)
        if not text:
            self.table.choose(None)

    def _look_at(self, person: Person | None) -> None:
        if person is not None and self.now is not None and self.meal is not None:
            if person.id != self._shown:
                self._came_of_it = None
            self._shown = person.id
            self.card.show_person(person, self.meal, self.now, self._came_of_it)
            self.card.show()

    def _state(self, person: Person) -> tuple[str, str] | None:
        if self.now is None or self.meal is None:
            return None
        tick, presence = self.now.tick(self.meal, person.id), person.on(self.meal.day)
        if tick:
            return _("Had it {time}", time=words.time(tick.at, self.now.zone)), "accent"
        if presence is None:
            return _("Not here"), "plain"
        if presence.left_at:
            return _("Left {time}", time=words.time(presence.left_at, self.now.zone)), "plain"
        return None

    def _pick(self, meal_id: UUID) -> None:
        by_clock = self.now.by_clock if self.now else None
        self._picked = None if by_clock and by_clock.id == meal_id else meal_id
        self._shown, self._came_of_it = None, None
        self.page.refresh()
        self.field.setFocus()

    def _look_again(self) -> None:
        if self.isVisible():
            self.page.refresh()

    def _offer(self, now: MealsNow) -> None:
        if now.suggested:
            self.none.say(
                _("The programme has {meals}.", meals=words.listed([called(meal) for meal in now.suggested]))
            )
            self.none.button.setText(
                many("Take {count} from the programme", "Take {count} from the programme", len(now.suggested))
            )
        else:
            self.none.say(_("Plan them under Prepare: what is served, on which day, when."))
            self.none.button.setText(_("Plan the meals"))

    def _plan(self) -> None:
        if self.now is not None and self.now.suggested:
            self.page.do(partial(actions.add_meals, meals=self.now.suggested), self._say_planned)
        else:
            self._change()

    def _say_planned(self, planned: tuple[Meal, ...]) -> str:
        return many("{count} meal is planned", "{count} meals are planned", len(planned))

    def _change(self) -> None:
        self.page.wants.emit("prepare", "meals")
