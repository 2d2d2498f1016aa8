"""The hall's vote beside the jury's places: counted once it is closed, seen once somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.jury import hall
from hackdesk.jury.hall import HallCount, HallResult
from hackdesk.jury.hall_queries import HallNow, hall_now, hall_result
from hackdesk.jury.wording import hall_sentences, place_words
from ui.page import Page
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card, Rule
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.results.reading import ResultsNow


class HallCard(Card):
    """Hidden where the hall does not vote. What it says is not even read before somebody presses Look."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("The hall's vote"))
        self._page = page
        self._signed, self.looking = False, False
        self.said = Label("", wrap=True)
        self.look_button = Button(_("Look"), self._look, size="small")
        self.go_button = Button(_("Go to the hall's vote"), self._go, kind="link")
        self.hide_button = Button(_("Hide it again"), self._put_away, kind="plain", size="small")
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for part in (self.said, self._table):
            self.body.addWidget(part)
        self.body.addLayout(row(self.look_button, self.hide_button, self.go_button))
        self.hide()

    def show_results(self, now: ResultsNow) -> None:
        """Read how the vote stands, and what it says where that was looked at or is signed."""
        self._signed = now.signed
        self._read()

    def _read(self) -> None:
        wanted = self._signed or self.looking

        def work(event: Event) -> tuple[HallNow, HallResult | None]:
            return hall_now(event), hall_result(event) if wanted else None

        self._page.ask(work, self._show)

    def _show(self, answer: tuple[HallNow, HallResult | None]) -> None:
        now, result = answer
        closed = now.vote.state == hall.CLOSED
        votes = now.voted + now.guests
        self.looking = self.looking and closed
        self.setVisible(result is not None if self._signed else bool(now.vote.state or votes))
        self.look_button.setVisible(closed and not self._signed and result is None and bool(votes))
        self.hide_button.setVisible(not self._signed and result is not None)
        self.go_button.setVisible(not closed and not self._signed)
        self._table.setVisible(result is not None)
        if result is not None:
            self.said.setText("\n".join(hall_sentences(result, words)))
            self._fill(result)
        elif closed:
            self.said.setText(many("{count} vote is in.", "{count} votes are in.", now.voted))
        else:
            self.said.setText(_("The vote is open. It is counted once it is closed."))

    def _fill(self, result: HallResult) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._add(result.hall)
        if result.guests is not None and result.guests.votes:
            at = self._grid.rowCount()
            self._grid.addWidget(Rule(), at, 0, 1, 3)
            self._grid.addWidget(Label(_("Guests, counted apart"), "label"), at + 1, 0, 1, 3)
            self._add(result.guests)

    def _add(self, count: HallCount) -> None:
        for place in count.places:
            at = self._grid.rowCount()
            told = _said_points(place.points, count.choices)
            shown = place_words(place.place, place.until, place.shared)
            for column, label in enumerate((Label(shown, "strong"), Label(place.team, wrap=True), Label(told))):
                side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop | side)

    def _look(self) -> None:
        self.looking = True
        self._read()

    def _put_away(self) -> None:
        self.looking = False
        self._read()

    def _go(self) -> None:
        self._page.wants.emit("jury", "hall")


def _said_points(points: int, choices: int) -> str:
    if choices == 1:
        return many("{count} vote", "{count} votes", points)
    return many("{count} point", "{count} points", points)
