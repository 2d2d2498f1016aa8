"""What the slips of the hall's vote are drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.rules import Masthead


@dataclass(frozen=True)
class HallSlips:
    """One slip for each code, in the order of codes: no name stands on one, so none can lie in the order of names.

    teams: (number, name) that can be chosen; codes: of badges; guests: of guests' slips. choices: how many teams
    a person names.
    """

    masthead: Masthead
    choices: int
    teams: tuple[tuple[int, str], ...]
    codes: tuple[str, ...]
    guests: tuple[str, ...] = ()
