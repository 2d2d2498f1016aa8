"""Where each card lies on the board: as many side by side as there is room for, those of one row equally high."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QRect

from ui.pages.teams.team_card import NARROWEST, Card, Content, Zoom

_GAPS = {Zoom.LARGE: 14, Zoom.COMPACT: 10, Zoom.TINY: 8}
_HEADING = 30


class BoardLayout:
    """Cards are kept as long as their content, their width and the zoom stay the same."""

    def __init__(self) -> None:
        self.zoom = Zoom.LARGE
        self.contents: dict[UUID, Content] = {}
        self.height = 0
        self.columns = 1
        self.heading = QRect()
        self._cards: dict[UUID, Card] = {}
        self._rects: dict[UUID, QRect] = {}
        self._rows: list[list[UUID]] = []
        self._bottoms: list[int] = []
        self._where: dict[UUID, UUID] = {}
        self._topics: list[UUID] = []

    def show(self, teams: Sequence[Content], topics: Sequence[Content], width: int) -> list[UUID] | None:
        """Take these contents; gives the cards to be painted again, None where everything is."""
        new = {content.id: content for content in (*teams, *topics)}
        before, rects = self.contents, dict(self._rects)
        same = list(new) == list(before)
        kept = {card for card, old in before.items() if new.get(card) is old or new.get(card) == old}
        changed = new.keys() - kept
        # What did not change stays the very same value, so that the next comparison is short.
        self.contents = {card: content if card in changed else before[card] for card, content in new.items()}
        self._topics = [content.id for content in topics]
        self._where = {
            line.member.person_id: card for card, content in self.contents.items() for line in content.lines
        }
        if not changed and same:
            return []
        self.arrange(width)
        moved = not same or any(self._rects[card].topLeft() != rects[card].topLeft() for card in self._rects)
        if moved:
            return None
        return [card for card in self._rects if card in changed or self._rects[card] != rects[card]]

    def arrange(self, width: int) -> None:
        """Lay the cards out at a width of so many pixels."""
        gap = _GAPS[self.zoom]
        columns = self.columns = max(1, (width + gap) // (NARROWEST[self.zoom] + gap))
        wide = (width - gap * (columns - 1)) // columns
        kept = self._cards
        self._cards = {}
        for card, content in self.contents.items():
            old = kept.get(card)
            fits = old and old.content is content and old.width == wide and old.zoom == self.zoom
            self._cards[card] = old if old and fits else Card(content, wide, self.zoom)
        self._rects, self._rows, self._bottoms = {}, [], []
        teams = [card for card in self.contents if card not in set(self._topics)]
        y = self._lay_rows(teams, 0, wide)
        self.heading = QRect()
        if self._topics:
            self.heading = QRect(2, y, width, _HEADING)
            y = self._lay_rows(self._topics, y + _HEADING + (4 if teams else 0), wide)
        self.height = max(0, y - gap)

    def _lay_rows(self, cards: Sequence[UUID], y: int, wide: int) -> int:
        gap = _GAPS[self.zoom]
        for start in range(0, len(cards), self.columns):
            row = list(cards[start : start + self.columns])
            height = max(self._cards[card].height for card in row)
            for number, card in enumerate(row):
                self._rects[card] = QRect(number * (wide + gap), y, wide, height)
            self._rows.append(row)
            self._bottoms.append(y + height)
            y += height + gap
        return y

    # --- looking up ---------------------------------------------------------------------------

    @property
    def people(self) -> list[UUID]:
        """Everybody, card by card."""
        return list(self._where)

    @property
    def rows(self) -> list[list[UUID]]:
        """The cards as they lie, row by row."""
        return self._rows

    def has(self, card: UUID) -> bool:
        """Whether there is such a card."""
        return card in self._rects

    def card(self, card: UUID) -> Card:
        """How the card is laid out in itself."""
        return self._cards[card]

    def card_of(self, person_id: UUID | None) -> UUID | None:
        """The card somebody is on."""
        return self._where.get(person_id) if person_id is not None else None

    def rect(self, card: UUID, person_id: UUID | None = None) -> QRect:
        """Where a card lies, or somebody on it."""
        rect, row = self._rects[card], self._cards[card].row_of(person_id)
        return rect if row is None else self._cards[card].rows[row].translated(rect.topLeft())

    def part(self, card: UUID, part: str) -> QRect:
        """Where a part of a card lies; an empty rectangle where it has none."""
        rect: QRect = getattr(self._cards[card], part)
        return rect.translated(self._rects[card].topLeft()) if rect.isValid() else QRect()

    def cards_in(self, rect: QRect) -> Iterator[UUID]:
        """The cards that a rectangle touches."""
        for number in range(bisect_left(self._bottoms, rect.top()), len(self._rows)):
            row = self._rows[number]
            if self._rects[row[0]].top() > rect.bottom():
                return
            yield from (card for card in row if self._rects[card].intersects(rect))

    def card_at(self, place: QPoint) -> UUID | None:
        """The card at a place."""
        return next(self.cards_in(QRect(place.x(), place.y(), 1, 1)), None)

    def person_at(self, place: QPoint) -> UUID | None:
        """Who is at a place."""
        card = self.card_at(place)
        return None if card is None else self._cards[card].person_at(place - self._rects[card].topLeft())
