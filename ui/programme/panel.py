"""The programme: days as they are planned and as they go, one item with everything of it, the rest shifted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.clock import Clock
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.panel import Panel
from ui.programme.blocks import Course, day_of
from ui.programme.day_side import DaySide
from ui.programme.deeds import Deeds
from ui.programme.empty import EmptyProgramme
from ui.programme.item_card import ItemCard

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Milliseconds between two looks at the clock: what is said counts in minutes.
_LOOK = 5000
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ProgrammePanel(Panel):
    """Used by Prepare and by the Stage. The day at the left, the chosen item at the right."""

    keys = (
        ("Ctrl+N", N_("a new item after the chosen one")),
        ("Alt+Up", N_("the chosen item 5 minutes earlier; Alt Down later")),
        ("Alt+Shift+Up", N_("let it change places with the one before; Alt Shift Down with the one after")),
        ("Delete", N_("take the chosen item out")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._settings = EventSettings()
        self._clock: Clock | None = None
        self._items: tuple[ProgrammeItem, ...] = ()
        self._chosen: UUID | None = None
        self._shown: UUID | None = None
        self._typed_first: UUID | None = None
        self.deeds = Deeds(self)
        self.side, self.card, self.empty = DaySide(), ItemCard(), EmptyProgramme()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both())
        self._stack.addWidget(self.empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.side.view)
        self._ticking = QTimer(self, interval=_LOOK)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()

    def _both(self) -> QWidget:
        both = QWidget()
        line = self._sides = QBoxLayout(_ACROSS, both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(self.side, 1)
        line.addWidget(self.card)
        self.card.setFixedWidth(_CARD)
        return both

    def _connect(self) -> None:
        side, view, deeds = self.side, self.side.view, self.deeds
        view.picked.connect(self.choose)
        view.opened.connect(self._open)
        view.moved.connect(deeds.move)
        view.lengthened.connect(deeds.lengthen)
        view.nudged.connect(deeds.nudge)
        view.swapped.connect(deeds.change_places)
        view.removed.connect(lambda _item: deeds.remove(self.current))
        view.stuck.connect(lambda _item: deeds.say_stuck(self.current))
        side.day_chosen.connect(self._choose_day)
        side.layer_chosen.connect(lambda: self._show_day())
        side.new_wanted.connect(self.add)
        side.room_wanted.connect(deeds.make_room)
        side.shift.shift_wanted.connect(deeds.shift)
        self.card.wanted.connect(self._do)
        self.card.form.edited.connect(lambda edit: deeds.keep(self.current, edit))
        self.empty.template_wanted.connect(deeds.begin)
        self.empty.first_wanted.connect(self.add)

    def leave(self) -> None:
        self._ticking.stop()

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self.card.setMinimumWidth(0 if narrow else _CARD)
        self.card.setMaximumWidth(16_777_215 if narrow else _CARD)
        self.side.shrink(narrow=narrow)
        self.card.shrink(narrow=narrow)

    def select(self, subject: Any) -> None:
        """Choose an item by its id."""
        if isinstance(subject, UUID):
            self.choose(subject)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> tuple[tuple[ProgrammeItem, ...], EventSettings, Clock]:
        return programme(event), settings_of(event), event.clock

    def display(self, answer: Any) -> None:
        beside = self._following()
        self._items, self._settings, self._clock = answer
        self.deeds.settings = self._settings
        self._stack.setCurrentIndex(0 if self._items else 1)
        self.setFocusProxy(self.side.view if self._items else self.empty)
        self.empty.offer(len(self._settings.days))
        course = self.course
        if self.current is None and self._typed_first is None:
            known = [one for one in self._items if one.id == beside]
            known += [one for one in (course.found.now, course.found.next, *self._items[:1]) if one is not None]
            self._chosen = known[0].id if known else None
        self._show(course)

    def _following(self) -> UUID | None:
        """What comes after the chosen item; it is chosen where somebody takes that one out."""
        ids = [one.id for one in self._items]
        at = ids.index(self._chosen) if self._chosen in ids else -1
        near = ids[at + 1 : at + 2] or ids[at - 1 : at]
        return near[0] if at >= 0 and near else None

    @property
    def course(self) -> Course:
        """The programme at this moment."""
        assert self._clock is not None
        return Course.of(self._items, self._settings.zone, self._clock.utc_now())

    @property
    def current(self) -> ProgrammeItem | None:
        """The chosen item."""
        return next((one for one in self._items if one.id == self._chosen), None)

    @property
    def settings(self) -> EventSettings:
        """The event's settings, as they were read last."""
        return self._settings

    def _show(self, course: Course) -> None:
        item, zone = self.current, self._settings.zone
        anew = self._chosen != self._shown
        if anew or item is None or self.side.day is None:
            at = day_of(item, zone) if item else self._settings.starts_on
            self.side.show_day_of(at)
        elif day_of(item, zone) != self.side.day and not self.side.looks_elsewhere:
            self.side.show_day_of(day_of(item, zone))
        self.side.show_course(course, self._settings, self._chosen)
        self._shown = self._chosen
        today = item is not None and day_of(item, zone) == course.today
        self.card.show_item(item, self._settings, anew=anew, today=today)
        if self._typed_first is not None and self._typed_first == self._chosen:
            self._typed_first = None
            self.card.type_title()

    def _tick(self) -> None:
        if self._clock is not None and self.isVisible() and self.side.view.ghost is None:
            self.side.show_course(self.course, self._settings, self._chosen)

    def choose(self, item: UUID) -> None:
        """Show everything of an item."""
        self._chosen = item
        if self._clock is not None:
            self._show(self.course)

    def choose_and_type(self, item: UUID) -> None:
        """Show an item that was just made, as soon as it is read, with its title to be typed over."""
        self._chosen = self._typed_first = item
        self.page.refresh()

    # --- what is pressed ----------------------------------------------------------------------

    def add(self) -> None:
        """A new item after the chosen one; on a day without any at nine."""
        self.deeds.insert(self._beside(), 1, self.side.day or self._settings.starts_on)

    def _beside(self) -> ProgrammeItem | None:
        """The chosen item, where it is of the day that is shown; else the day's last."""
        day, zone = self.side.day, self._settings.zone
        on_it = [one for one in self._items if day_of(one, zone) == day]
        return self.current if self.current in on_it else on_it[-1] if on_it else None

    def _do(self, what: str) -> None:
        item = self.current
        if item is None:
            return
        if what in ("before", "after"):
            self.deeds.insert(item, 1 if what == "after" else -1, day_of(item, self._settings.zone))
        elif what in ("earlier", "later"):
            self.deeds.change_places(item.id, 1 if what == "later" else -1)
        else:
            getattr(self.deeds, what)(item)

    def _open(self, item: UUID) -> None:
        self.choose(item)
        self.card.type_title()

    def _choose_day(self, day: date) -> None:
        """Show another day; where it has items the first of them is chosen."""
        self.side.show_day_of(day, by_hand=True)
        on_it = [one for one in self._items if day_of(one, self._settings.zone) == day]
        if on_it:
            self._chosen = self._shown = on_it[0].id
            self.card.show_item(on_it[0], self._settings, anew=True, today=day == self.course.today)
        self._show_day()

    def _show_day(self) -> None:
        self.side.show_course(self.course, self._settings, self._chosen)


_CARD = 326
