"""Where arrow keys lead on the board."""

from __future__ import annotations

from uuid import UUID

from ui.pages.teams.board_layout import BoardLayout
from ui.pages.teams.team_card import Zoom

#: A card and somebody on it; None for its head.
Spot = tuple[UUID, UUID | None]


def step_from(layout: BoardLayout, at: tuple[UUID | None, UUID | None], command: str) -> Spot | None:
    """Where "go-up", "go-down", "go-left", "go-right", "go-first" and "go-last" lead; None: nowhere."""
    rows = layout.rows
    if not rows:
        return None
    card, person_id = at
    if card is None or not layout.has(card) or command == "go-first":
        return _first(layout, rows[0][0])
    if command == "go-last":
        return _at_row(layout, rows[-1][-1], -1)
    number = layout.card(card).row_of(person_id)
    if command in ("go-up", "go-down"):
        return _up_or_down(layout, card, number, 1 if command == "go-down" else -1)
    return _aside(layout, card, number, 1 if command == "go-right" else -1)


def _up_or_down(layout: BoardLayout, card: UUID, number: int | None, step: int) -> Spot | None:
    people = len(layout.card(card).rows)
    across = _across(layout, card)
    to = (-1 if number is None else number) + (step if number is None else step * across)
    if number is not None and 0 > to >= -across and step < 0:
        return card, None
    if 0 <= to < people:
        return _at_row(layout, card, to)
    row = next(n for n, cards in enumerate(layout.rows) if card in cards)
    column = layout.rows[row].index(card)
    if step > 0 and number is not None and across > 1 and number // across < (people - 1) // across:
        return _at_row(layout, card, people - 1)
    if not 0 <= row + step < len(layout.rows):
        return None
    other = layout.rows[row + step][min(column, len(layout.rows[row + step]) - 1)]
    return (other, None) if step > 0 else _at_row(layout, other, -1)


def _aside(layout: BoardLayout, card: UUID, number: int | None, step: int) -> Spot | None:
    if number is not None and layout.zoom == Zoom.TINY:
        across, to = _across(layout, card), number + step
        if 0 <= to < len(layout.card(card).rows) and to // across == number // across:
            return _at_row(layout, card, to)
    cards = [one for row in layout.rows for one in row]
    at = cards.index(card) + step
    if not 0 <= at < len(cards):
        return None
    if number is None:
        return cards[at], None
    return _at_row(layout, cards[at], min(number, len(layout.card(cards[at]).rows) - 1))


def _across(layout: BoardLayout, card: UUID) -> int:
    """How many people stand side by side on a card."""
    rows = layout.card(card).rows
    return max(1, sum(row.top() == rows[0].top() for row in rows)) if rows else 1


def _first(layout: BoardLayout, card: UUID) -> Spot:
    return _at_row(layout, card, 0)


def _at_row(layout: BoardLayout, card: UUID, number: int) -> Spot:
    lines = layout.card(card).content.lines
    return (card, lines[number].member.person_id) if lines else (card, None)
