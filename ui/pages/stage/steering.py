"""What the buttons of the Stage do to the event, and what their receipts say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.agenda import actions, wording
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.agenda.shifting import Shift
from hackdesk.agenda.timer import Timer
from hackdesk.agenda.typed import length_of, next_time
from hackdesk.event.settings import settings_of
from ui.page import Page
from ui.pages.stage.countdown_form import CLOCK, UNTIL
from ui.text import _, words

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class Steering(QObject):
    """Carries out wishes of the Stage page; refusals and receipts are shown by the page.

    What the hall sees at once (timer, view) has no receipt but itself; the rest can be taken back.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    # --- the programme ------------------------------------------------------------------------

    def start_item(self, item: UUID) -> None:
        """An item begins now."""
        self._page.do(partial(actions.start_item, item=item), _started)

    def end_item(self, item: UUID) -> None:
        """An item ends now."""
        self._page.do(partial(actions.end_item, item=item), _ended)

    def shift(self, minutes: int) -> None:
        """Move the rest of the day."""
        self._page.do(partial(actions.shift_rest, minutes=minutes), _shifted)

    # --- the timer ----------------------------------------------------------------------------

    def start(self) -> None:
        """Let the timer run."""
        self._page.ask(actions.start_timer)

    def pause(self) -> None:
        """Hold the timer."""
        self._page.ask(actions.pause_timer)

    def add_time(self, seconds: int) -> None:
        """Give time, or take some off."""
        self._page.ask(partial(actions.add_time, seconds=seconds))

    def restart(self) -> None:
        """Back to the full time; the only step of the timer that loses something can be taken back."""
        self._page.do(actions.restart_timer, _restarted)

    def next_phase(self, seen: Timer) -> None:
        """Questions, changeover, the next team. seen: the timer as the facilitator saw it."""
        self._page.ask(partial(actions.next_phase, seen=seen))

    def previous_team(self, seen: Timer) -> None:
        """Back to the team before."""
        self._page.do(partial(actions.previous_team, seen=seen), _went_back)

    def set_timer(self, seconds: int) -> None:
        """A countdown of its own, for a break or a task."""
        self._page.do(partial(actions.set_timer, seconds=seconds), _set)

    def set_timer_as(self, way: str, typed: str, label: str, done: Callable[[], None]) -> None:
        """A countdown as it was typed; what cannot be read is said, and stays as it was typed."""

        def word(timer: Timer) -> str:
            done()
            return _set(timer)

        self._page.do(partial(_set_as, way=way, typed=typed, label=label), word)


def _set_as(event: Event, *, way: str, typed: str, label: str) -> Timer:
    if way == CLOCK:
        return actions.show_clock(event)
    if way == UNTIL:
        until = next_time(typed, event.clock.utc_now(), settings_of(event).zone)
        return actions.count_until(event, until, label=label)
    return actions.set_timer(event, length_of(typed), label=label)


def _started(item: ProgrammeItem) -> str:
    return _("{item} has begun", item=words.quoted(item.title))


def _ended(item: ProgrammeItem) -> str:
    return _("{item} has ended", item=words.quoted(item.title))


def _shifted(shift: Shift) -> str:
    return wording.shift_words(words, shift)


def _restarted(_timer: object) -> str:
    return _("The timer is back at its full time")


def _went_back(_timer: object) -> str:
    return _("Back to the team before")


def _set(timer: Timer) -> str:
    if timer.waiting is not None:
        return _("The timer is set; Next goes back to the round")
    return _("The timer is set")
