"""What the buttons of the pitches do to the event, and what their receipts say."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.agenda import actions
from hackdesk.agenda.lot import Wish
from hackdesk.agenda.turns import Contender, Pitch, Round, RoundDraft
from hackdesk.teams import actions as team_actions
from hackdesk.teams.market_queries import WAYS, Stall
from ui.text import _, words

if TYPE_CHECKING:
    from ui.pages.stage.pitches_panel import PitchesPanel


class Pitching(QObject):
    """Carries out wishes of the panel for the round it looks at; receipts can be taken back."""

    def __init__(self, panel: PitchesPanel) -> None:
        super().__init__(panel)
        self._panel, self._page = panel, panel.page

    @property
    def _which(self) -> UUID | None:
        return self._panel.here.id

    def add_round(self, draft: RoundDraft) -> None:
        """A round besides the final one, looked at once it is there."""

        def word(made: Round) -> str:
            self._panel.choose_round(made.id)
            return _("“{round}” is added", round=made.name)

        self._page.do(partial(actions.add_pitch_round, draft=draft), word)

    def edit_round(self, draft: RoundDraft) -> None:
        """Another name, other lengths, other bells."""
        edit = partial(actions.edit_pitch_round, draft=draft, seen=self._panel.here)
        self._page.do(edit, lambda _receipt: _("The round is changed"))

    def remove_round(self) -> None:
        """The round goes, with its order."""
        here = self._panel.here
        if here.id is not None:
            remove = partial(actions.remove_pitch_round, which=here.id, seen=here)
            self._page.do(remove, lambda _receipt: _("“{round}” is removed", round=here.name))

    def draw(self, number: int) -> None:
        """Draw the order with the number called in the hall; 0: with any. An added round keeps who is in it."""
        here = self._panel.here
        among = [pitch.subject_id for pitch in here.pitches] if here.id is not None else None
        seed = number or 1 + secrets.randbelow(9999)
        self._page.do(partial(actions.draw_pitch_order, seed=seed, which=here.id, among=among or None), _drawn)

    def take_own_order(self) -> None:
        """As they stand on the wall."""
        self._page.do(
            partial(actions.take_own_order, which=self._which), lambda _receipt: _("In the order of the wall")
        )

    def move(self, subject: UUID, place: int) -> None:
        """To another place."""
        self._page.ask(partial(actions.move_pitch, subject=subject, place=place, which=self._which))

    def to_the_end(self, subject: UUID) -> None:
        """Not there yet, or formed since the draw."""
        name = dict(self._panel.now.able(self._panel.here)).get(subject, "") if self._panel.now else ""
        later = partial(actions.pitch_last, subject=subject, which=self._which)
        self._page.do(later, lambda _receipt: _("{team} pitches at the end", team=words.quoted(name)))

    def take_out(self, subject: UUID) -> None:
        """Not in this round."""
        if self._which is not None:
            out = partial(actions.take_out, subject=subject, which=self._which)
            self._page.do(out, lambda _receipt: _("Taken out of this round"))

    def did_not_show(self, team: Contender) -> None:
        """The jury does not hear it; the timer passes it over."""
        gone = partial(team_actions.mark_no_show, team_id=team.id, seen=team.version)
        self._page.do(gone, lambda _receipt: _("{team} did not show", team=words.quoted(team.name)))

    def call(self, subject: UUID) -> None:
        """Its turn is now."""
        self._page.ask(partial(actions.call_team, subject=subject, which=self._which))

    def wish(self, team: UUID, wish: Wish | None) -> None:
        """When a team has to pitch."""
        kept = _("The wish is kept; the next draw meets it") if wish else _("No wish any more")
        self._page.do(partial(actions.wish_pitch, team=team, wish=wish), lambda _receipt: kept)

    def count(self, pitch: Pitch, way: str, number: int) -> None:
        """What was counted for a topic."""
        keep = partial(team_actions.count_interest, topic_id=pitch.subject_id, way=way, count=number)
        said = _("{topic}: {count}", topic=pitch.name, count=f"{number} ({_(WAYS[way])})")
        self._page.do(keep, lambda _receipt: said)

    def introduced(self, stall: Stall) -> None:
        """The topic was introduced, or was not after all."""
        topic = stall.topic
        mark = team_actions.clear_pitched if topic.pitched_at else team_actions.mark_pitched
        said = _("“{topic}” is not pitched yet") if topic.pitched_at else _("“{topic}” is pitched")
        told = said.format(topic=topic.title)
        self._page.do(partial(mark, topic_id=topic.id, seen=topic.version), lambda _receipt: told)


def _drawn(pitches: tuple[Pitch, ...]) -> str:
    return _(
        "Drawn with the number {number}: {team} begins", number=pitches[0].seed,
        team=words.quoted(pitches[0].name),
    )  # fmt: skip
