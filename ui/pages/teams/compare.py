"""Two or three plans side by side: what each costs by card, who gets their wish, who sits elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hackdesk.teams.cards import CARDS
from hackdesk.teams.kept import Column, column, differences
from hackdesk.teams.proposal import Proposal
from ui.text import _, many
from ui.widgets.bar import Bar
from ui.widgets.card import Card
from ui.widgets.label import Label

#: So many people who sit elsewhere are named; the others are counted.
_MOST_NAMED = 40


class Compared(Card):
    """Hidden while there are not two plans. narrow: names of cards stand above their numbers."""

    def __init__(self) -> None:
        super().__init__(_("Side by side"))
        self.names: Mapping[str, str] = {}
        self.narrow = False
        self._body = QWidget()
        self.body.addWidget(self._body)
        self.hide()

    def show_plans(self, plans: Sequence[tuple[str, Proposal]]) -> None:
        """plans: (name, as it would be now), the oldest first."""
        self.setVisible(len(plans) > 1)
        old, self._body = self._body, QWidget(self)
        self.body.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        lines = QVBoxLayout(self._body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        if len(plans) < 2:
            return
        columns = [column(name, proposal) for name, proposal in plans]
        lines.addLayout(_Numbers(columns, self.names, narrow=self.narrow).grid)
        lines.addWidget(Label(_("Who sits elsewhere"), "label"))
        lines.addLayout(self._elsewhere(plans))
        self._body.show()

    def _elsewhere(self, plans: Sequence[tuple[str, Proposal]]) -> QGridLayout:
        found = differences([proposal for _name, proposal in plans])
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        if not found:
            grid.addWidget(Label(_("Everybody sits in the same team."), "muted"), 0, 0)
            return grid
        for number, different in enumerate(found[:_MOST_NAMED]):
            grid.addWidget(Label(different.name, "strong", wrap=True), number, 0)
            for place, team in enumerate(different.teams, 1):
                grid.addWidget(Label(team or _("no place"), "" if team else "muted", wrap=True), number, place)
        if len(found) > _MOST_NAMED:
            more = len(found) - _MOST_NAMED
            grid.addWidget(Label(many("And {count} more.", "And {count} more.", more), "muted"), _MOST_NAMED, 0)
        _stretch(grid, len(plans))
        return grid


def _stretch(grid: QGridLayout, plans: int) -> None:
    for place in range(plans + 1):
        grid.setColumnStretch(place, 3 if place else 2)


class _Numbers:
    """The rows of numbers, each with what it means at its left."""

    def __init__(self, columns: Sequence[Column], names: Mapping[str, str], *, narrow: bool) -> None:
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(4)
        self._row, self._narrow, self._columns = 0, narrow, columns
        self._most = max((points for one in columns for points in one.points.values()), default=0)
        self._say("", [one.name for one in columns], "strong")
        totals = [str(one.proposal.score.total) for one in columns]
        self._say(_("Points in all, fewer are better"), totals, "strong")
        for card in CARDS:
            values = [one.points[card.key] for one in columns]
            if any(values):
                self._bars(_(card.title), values)
        got = (_("Got their 1st wish"), _("Got their 2nd wish"), _("Got their 3rd wish"), _("None of theirs"))
        for rank, what in zip((1, 2, 3, None), got, strict=True):
            counted = [one.wishes.get(rank, 0) for one in columns]
            if any(counted):
                self._say(what, [str(count) for count in counted])
        for wanted in columns[0].lacking:
            short = [one.lacking.get(wanted, 0) for one in columns]
            if any(short):
                group = " / ".join(names.get(key, key) for key in wanted)
                self._say(_("Teams without {group}", group=group), [str(count) for count in short])
        self._say(_("Sizes of the teams"), [_sizes(one.sizes) for one in columns])
        self._say(_("Move from now"), [str(one.proposal.moved) for one in columns])
        self._say(_("Without a place"), [str(len(one.proposal.unplaced)) for one in columns])
        _stretch(self.grid, len(columns))

    def _say(self, what: str, values: Sequence[str], role: str = "") -> None:
        self._title(what)
        for place, value in enumerate(values, 1):
            self.grid.addWidget(Label(value, role, wrap=True), self._row, place)
        self._row += 1

    def _bars(self, what: str, values: Sequence[int]) -> None:
        self._title(what)
        for place, points in enumerate(values, 1):
            cell = QWidget()
            line = QVBoxLayout(cell)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(2)
            line.addWidget(Label(many("{count} point", "{count} points", points)))
            line.addWidget(Bar(points, self._most, "warn"))
            self.grid.addWidget(cell, self._row, place)
        self._row += 1

    def _title(self, what: str) -> None:
        label = Label(what, "muted", wrap=True)
        if self._narrow and what:
            self.grid.addWidget(label, self._row, 0, 1, len(self._columns) + 1)
            self._row += 1
        else:
            self.grid.addWidget(label, self._row, 0)


def _sizes(sizes: Sequence[int]) -> str:
    """Such as 3 × 5, 7 × 6."""
    return ", ".join(f"{sizes.count(size)} × {size}" for size in sorted(set(sizes)))
