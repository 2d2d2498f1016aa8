"""What the hall is shown, and the list of steps prepared for it: what the buttons do to the event."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.agenda import actions, queries
from hackdesk.agenda.cues import CueDraft, next_cue, suggested
from hackdesk.agenda.rules import Cue, RevealWay, View
from hackdesk.documents.queries import sponsors
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import N_, language
from ui.pages.stage.hall_cards import ViewCard
from ui.pages.stage.view_names import cue_name
from ui.text import _, many

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage


class HallSteering(QObject):
    """What is shown has no receipt but itself and is on the screen as soon as it is on disk; what is done to the
    list can be taken back."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self._page = page

    def serve(self, views: ViewCard) -> None:
        """Carry out what is chosen on this card."""
        views.view_wanted.connect(self.show_view)
        views.message_wanted.connect(self.show_message)
        views.reveal_wanted.connect(self.reveal)
        views.way_wanted.connect(self.reveal_by)
        views.cues.next_wanted.connect(self.show_next)
        views.cues.back_wanted.connect(self.show_before)

    def show_view(self, view: View) -> None:
        """Show the hall something else."""
        self._page.ask(partial(actions.show_on_stage, view=view), self._page.take_stage)

    def show_message(self, message: str) -> None:
        """Show the hall a message."""
        shown = partial(actions.show_on_stage, view=View.MESSAGE, message=message)
        self._page.ask(shown, self._page.take_stage)

    def reveal(self, steps: int) -> None:
        """Show the hall so many steps of the results."""
        self._page.ask(partial(actions.reveal, steps=steps), self._page.take_stage)

    def reveal_by(self, way: str) -> None:
        """Reveal places, or awards only."""
        self._page.ask(partial(actions.set_reveal_way, way=RevealWay(way)))

    def show_next(self) -> None:
        """Show the next step of the list."""
        self._page.ask(actions.show_next_cue, self._page.take_stage)

    def show_before(self) -> None:
        """Show again what was shown before."""
        self._page.ask(actions.show_before, self._page.take_stage)

    def step_of_click(self, *, forward: bool) -> Callable[[], None] | None:
        """What a presenter's clicker does to what the hall looks at: reveals results, goes on in the list. None:
        the hall looks at the timer or nothing is prepared, so it is the timer's.
        """
        showing = self._page.showing
        if showing.stage.view == View.RESULTS and showing.steps:
            wanted = showing.stage.revealed + (1 if forward else -1)
            return partial(self.reveal, max(0, min(len(showing.steps), wanted)))
        if showing.stage.view in (View.TIMER, View.TOPIC) or showing.timer.started is not None:
            return None
        if forward:
            coming = next_cue(self._page.cues, showing.stage.cue_id)
            return self.show_next if coming is not None else None
        return self.show_before if showing.stage.cue_id is not None else None

    def show_cue(self, cue: UUID) -> None:
        """Show this step of the list."""
        self._page.ask(partial(actions.show_cue, cue=cue), self._page.take_stage)

    # --- the list -----------------------------------------------------------------------------

    def add(self, draft: CueDraft, after: UUID | None) -> None:
        """Prepare one more step."""
        self._page.do(partial(actions.add_cue, draft=draft, after=after), _added)

    def edit(self, cue: Cue, draft: CueDraft) -> None:
        """Word a step anew."""
        self._page.do(partial(actions.edit_cue, cue=cue.id, draft=draft, seen=cue.version), _changed)

    def move(self, cue: UUID, step: int) -> None:
        """Move a step up or down."""
        self._page.do(partial(actions.move_cue, cue=cue, step=step), _moved)

    def remove(self, cue: UUID) -> None:
        """Take a step out."""
        self._page.do(partial(actions.remove_cue, cue=cue), _removed)

    def suggest(self) -> None:
        """Make the list from the programme, in the place of what is there."""
        self._page.do(_from_programme, _suggested)


def _from_programme(event: Event) -> tuple[Cue, ...]:
    settings = settings_of(event)
    tongues = dict.fromkeys((settings.language, *settings.hall_languages))
    drafts = suggested(
        queries.programme(event), [language(tag) for tag in tongues], sponsors=bool(sponsors(event))
    )
    if not drafts:
        raise HackDeskError(
            N_("The programme is empty, so there is nothing to make steps from."),
            remedy=N_("Plan the programme first, or add steps by hand."),
        )
    return actions.replace_cues(event, drafts)


def _added(cue: Cue) -> str:
    return _("Prepared: {step}", step=cue_name(cue))


def _changed(cue: Cue) -> str:
    return _("Changed: {step}", step=cue_name(cue))


def _moved(cue: Cue) -> str:
    return _("{step} is number {number} now", step=cue_name(cue), number=cue.position)


def _removed(cue: Cue) -> str:
    return _("Taken out: {step}", step=cue_name(cue))


def _suggested(cues: tuple[Cue, ...]) -> str:
    return many("{count} step is prepared", "{count} steps are prepared", len(cues))
