"""When a juror is there: the part of a juror's menu that says so, from the order of pitches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from hackdesk.jury.presence import ABSENT, LEFT, PRESENT
from hackdesk.jury.rules import Contestant, Juror
from ui.text import _


def add_stay(menu: QMenu, juror: Juror, teams: tuple[Contestant, ...], edit: Callable[[Juror], object]) -> None:
    """Offer what can be said of a juror: here, from a pitch on, left after a pitch, did not come."""
    here = replace(juror, state=PRESENT, from_turn=None, until_turn=None)
    drawn = [team for team in teams if team.turn]
    _offer(menu, _("Here"), juror, here, edit)
    if drawn:
        late = menu.addMenu(_("Comes from pitch …"))
        for team in drawn:
            _offer(late, _pitch(team), juror, replace(juror, state=PRESENT, from_turn=team.turn), edit)
        early = menu.addMenu(_("Left after pitch …"))
        for team in drawn:
            _offer(early, _pitch(team), juror, replace(juror, state=LEFT, until_turn=team.turn), edit)
    _offer(menu, _("Left: all that is still open"), juror, replace(juror, state=LEFT, until_turn=None), edit)
    _offer(menu, _("Did not come"), juror, replace(here, state=ABSENT), edit)


def _pitch(team: Contestant) -> str:
    # An ampersand of a team's name would underline a letter of the menu.
    return f"{team.turn}  {team.name}".replace("&", "&&")


def _offer(menu: QMenu, words: str, juror: Juror, then: Juror, edit: Callable[[Juror], object]) -> None:
    action = menu.addAction(words, partial(edit, then))
    action.setCheckable(True)
    action.setChecked(juror == then)
