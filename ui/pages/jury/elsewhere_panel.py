"""The jury in another room without a network: its part leaves as a file, its ballots come back from one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.backup import Backup, copy
from hackdesk.jury import actions
from hackdesk.jury.actions import BroughtBack
from hackdesk.jury.queries import progress
from hackdesk.jury.trip import Homecoming, Trip
from hackdesk.jury.trip_queries import Away, away, homecoming
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.jury.homecoming_card import HomecomingCard
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_KINDS = " (*.hackdesk)"
_LEAVING = (
    N_("1. Write the jury's part into a file, best onto a USB stick."),
    N_("2. On the second laptop copy the file from the stick and open it in HackDesk. It holds teams, criteria,"
       " jurors and ballots, and nothing else of the event."),
    N_("3. When the jury is done, bring its file back here: every ballot finds its place."),
)  # fmt: skip
_THERE = (
    N_("1. Give marks here as on the event's own laptop: on this screen or from paper sheets."),
    N_("2. When the jury is done, write the file to bring back, best onto the USB stick it came on."),
    N_("3. On the event's laptop open Jury, Elsewhere, and choose that file."),
)


class ElsewherePanel(Panel):
    """What stands here depends on the file: the event's own, or one that was taken elsewhere."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.home, self.there = QWidget(), QWidget()
        self.out_button = Button(_("Take the jury elsewhere …"), self._ask_where, kind="primary", sign="upload")
        self.in_button = Button(_("Bring its file back …"), self._ask_which, sign="folder-open")
        self.write_button = Button(
            _("Write the file to bring back …"), self._ask_back, kind="primary", sign="save"
        )
        self.trips = Label("", "second", wrap=True)
        self.homecoming = HomecomingCard()
        self.homecoming.wanted.connect(self._bring_back)
        self.homecoming.put_away.connect(self._forget)
        self._empty = EmptyState(
            _("Nobody is on the jury yet"), _("Once there are jurors, their part can leave for another laptop."),
            _("Go to Prepare"), partial(page.wants.emit, "prepare", "jurors"),
        )  # fmt: skip
        self._build()

    def _build(self) -> None:
        leaving = self.leaving = _steps(
            _("The jury works in another room"), _LEAVING, (self.out_button, self.in_button)
        )
        leaving.body.insertWidget(leaving.body.count() - 1, self.trips)
        home = QVBoxLayout(self.home)
        home.setContentsMargins(0, 0, 0, 0)
        home.setSpacing(theme.GAP)
        home.addWidget(leaving)
        home.addWidget(self.homecoming)
        home.addStretch()
        there = QVBoxLayout(self.there)
        there.setContentsMargins(0, 0, 0, 0)
        there.addWidget(_steps(_("This is the jury's part of the event"), _THERE, (self.write_button,)))
        there.addStretch()
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        for part in (self.home, self.there, self._empty):
            lines.addWidget(part)
            part.hide()  # until it is read which of them it is
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(both))
        self.setFocusProxy(self.out_button)

    def read(self, event: Event) -> tuple[Away, bool]:
        return away(event), bool(progress(event).judging.jurors)

    def display(self, answer: tuple[Away, bool]) -> None:
        now, jurors = answer
        self.home.setVisible(now.here is None and jurors)
        self.there.setVisible(now.here is not None)
        self._empty.setVisible(now.here is None and not jurors)
        self.trips.setText("\n".join(self._said(trip) for trip in now.trips))
        self.trips.setVisible(bool(now.trips))
        self.in_button.setEnabled(bool(now.trips))

    def _said(self, trip: Trip) -> str:
        left = words.time(trip.at, self.page.zone)
        if trip.back_at is None:
            return _("Trip {number}: left at {left}, not back yet.", number=trip.number, left=left)
        back = words.time(trip.back_at, self.page.zone)
        return _("Trip {number}: left at {left}, ballots brought in at {back}.", number=trip.number, left=left,
                 back=back)  # fmt: skip

    # --- leaving ------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Write the jury's part to …"), _("jury.hackdesk"), _("Event files") + _KINDS
        )
        if name:
            path = Path(name).with_suffix(".hackdesk")
            self.page.ask(lambda event: actions.take_elsewhere(event, path), partial(self._say_left, path))

    def _say_left(self, path: Path, trip: Trip) -> None:
        self.page.receipt(_("Trip {number} is written to {path}", number=trip.number, path=str(path)))
        self.page.refresh()

    def _ask_back(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Write the file to bring back to …"), _("jury back.hackdesk"), _("Event files") + _KINDS
        )
        if name:
            path = Path(name).with_suffix(".hackdesk")
            self.page.ask(lambda event: copy(event, path), self._say_written)

    def _say_written(self, made: Backup) -> None:
        self.page.receipt(_("Copied to {path}", path=str(made.path)))

    # --- coming back --------------------------------------------------------------------------

    def _ask_which(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Choose the file that the jury worked in"), "", _("Event files") + _KINDS
        )
        if name:
            self._look(Path(name))

    def _look(self, path: Path) -> None:
        self.page.ask(lambda event: homecoming(event, path), self._show, self._refused)

    def _show(self, coming: Homecoming) -> None:
        self.page.notice.hide()
        self.leaving.hide()
        self.homecoming.show_homecoming(coming)

    def _refused(self, error: HackDeskError) -> None:
        self._forget()
        self.page.sorry(error)

    def _forget(self) -> None:
        self.homecoming.hide()
        self.leaving.show()

    def _bring_back(self, coming: Homecoming, theirs: tuple[str, ...]) -> None:
        self._forget()
        self.page.do(lambda event: actions.bring_back(event, coming, theirs), _brought)


def _brought(done: BroughtBack) -> str:
    said = many("{count} ballot is in", "{count} ballots are in", done.taken)
    if done.opened:
        said += " · " + many(
            "{count} of them is open: the criteria have changed",
            "{count} of them are open: the criteria have changed", done.opened,
        )  # fmt: skip
    if done.kept:
        said += " · " + many("{count} stays as it is here", "{count} stay as they are here", done.kept)
    return said


def _steps(title: str, steps: tuple[str, ...], buttons: tuple[Button, ...]) -> Card:
    card = Card(title)
    for step in steps:
        card.body.addWidget(Label(_(step), wrap=True))
    line = QWidget()
    line.setLayout(row(*buttons))
    card.body.addWidget(line)
    return card
