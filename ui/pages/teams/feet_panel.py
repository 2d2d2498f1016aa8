"""Choosing by feet: people go and stand with a team, and the facilitator enters who stands where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.language import N_
from hackdesk.people.rules import Person
from ui import theme
from ui.page import Page
from ui.pages.teams.gathering import Gathering, Seated, Spot, gathering, seat, seat_scanned
from ui.pages.teams.keys import KEYS
from ui.pages.teams.seated_log import SeatedLog
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, words
from ui.undoing import numbered
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scan_field import Scan, ScanField
from ui.widgets.scroll import Scroll
from ui.widgets.table import ROW_HEIGHT, Table

if TYPE_CHECKING:
    from hackdesk.event.journal import Change
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (6, 5)


class FeetPanel(Panel):
    """The keyboard stays in the field: a name or a badge, Enter; Page Down goes to the next team."""

    keys = KEYS["feet"]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: Gathering | None = None
        self.spot: Spot | None = None
        #: Of several who fit, one is meant: the arrow keys chose it, or Enter was pressed once already.
        self._meant = False
        self.title, self.said = Label("", "name", wrap=True), Label("", "muted", wrap=True)
        self.field = ScanField(_("Who stands here? Type a name or scan a badge, Enter"))
        self.wrong = Label("", "error", wrap=True)
        self.wrong.hide()
        self.found = _people_table(_("Who fits"), self._state)
        self.members = _people_table(_("Who sits here"), self._wish)
        self.spots = Table(
            (
                Column(N_("Team"), lambda spot: spot.name, strong=True),
                Column(N_("People"), lambda spot: spot.size, width=168, right=True),
            ),
            name=_("Teams"), wrap=True,
        )  # fmt: skip
        self.spots.setProperty("role", "inside")
        self.spots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.before_button = Button(_("Team before"), partial(self.go, -1), key="PgUp")
        self.next_button = Button(_("Next team"), partial(self.go, 1), key="PgDown")
        self.log = SeatedLog()
        self._stack = QStackedWidget()
        self._stack.addWidget(Scroll(self._build()))
        self._stack.addWidget(
            EmptyState(
                _("Nowhere to stand yet"), _("Write down the topics first: people gather around them."),
                _("Write down a topic"), self._want_topics,
            )
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.field)

    def _build(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("role", "scrolled")
        here = Card(tone="accent")
        for part in (self.title, self.said, self.field, self.wrong):
            here.body.addWidget(part)
        self._lists = QStackedWidget()
        for table in (self.members, self.found):
            self._lists.addWidget(table)
        here.body.addWidget(self._lists, 1)
        here.body.addLayout(row(self.before_button, self.next_button))
        beside = QVBoxLayout()
        beside.setSpacing(theme.GAP)
        where = Card(_("Where people stand"))
        self.spots.setMinimumHeight(46 + 4 * ROW_HEIGHT)
        where.body.addWidget(self.spots, 1)
        beside.addWidget(where, 3)
        beside.addWidget(self.log, 2)
        self._sides = QBoxLayout(_ACROSS, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(here, _SHARES[0])
        self._sides.addLayout(beside, _SHARES[1])
        return whole

    def _connect(self) -> None:
        self.field.typed.connect(self._search)
        self.field.entered.connect(self.take)
        self.field.moved.connect(self._move)
        self.found.clicked.connect(self._seat_current)
        self.spots.chosen.connect(self.stand_at)
        self.log.taken_back.connect(self._take_back)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._sides.setStretch(number, share)
        self._lists.setMinimumHeight(3 * ROW_HEIGHT)

    def read(self, event: Event) -> Gathering:
        return gathering(event)

    def display(self, answer: Gathering) -> None:
        self.now = answer
        self._stack.setCurrentIndex(0 if answer.spots else 1)
        self.spots.replace(answer.spots)
        ids = [spot.id for spot in answer.spots]
        if answer.spots and (self.spot is None or self.spot.id not in ids):
            self.spot = answer.spots[0]
        if self.spot is not None and self.spot.id in ids:
            self.spots.choose(self.spot.id)
            self.stand_at(answer.spots[ids.index(self.spot.id)])

    def select(self, subject: object) -> None:
        """A team's id: people are entered there."""
        spot = next((spot for spot in self.now.spots if spot.id == subject), None) if self.now else None
        if spot is not None:
            self.spots.choose(spot.id)

    def stand_at(self, spot: Spot | None) -> None:
        """From now on whoever is entered sits there."""
        if spot is None or self.now is None:
            return
        if self.spot is None or self.spot.id != spot.id:
            self.wrong.hide()
        self.spot = spot
        self.title.setText(spot.name)
        owner = _("Owner: {owner}", owner=spot.topic.owner) if spot.topic and spot.topic.owner else ""
        self.said.setText(" · ".join(filter(None, (spot.size, owner))))
        team = next((team for team in self.now.board.teams if team.id == spot.id), None)
        known = {person.id: person for person in self.now.people}
        here = team.members if team else ()
        self.members.replace([known[member.person_id] for member in here if member.person_id in known])

    def go(self, step: int) -> None:
        """The next team, or the one before; after the last one comes the first."""
        if self.spots.rows:
            number = self.spots.currentIndex().row()
            self.spots.choose(self.spots.rows[(number + step) % len(self.spots.rows)].id)
            self.field.setFocus()

    def take(self, scan: Scan) -> None:
        """Enter: a badge seats its owner, else the person who fits what was typed."""
        if self.spot is None or self.now is None:
            return
        chosen: Person | None = self.found.current
        if scan.readings and (scan.code or scan.fast):
            self._ask(partial(seat_scanned, spot=self.spot, readings=scan.readings))
        elif scan.text.strip() and chosen is None:
            try:
                self.now.index.the_one(scan.text)
            except HackDeskError as error:
                self._refuse(error)
        elif chosen is not None and scan.text.strip():
            fit = self.now.index.find(scan.text).fitting
            if fit != 1 and not self._meant:
                self._meant = True
                self._say(_("More than one fits, or none quite. The arrow keys choose, Enter seats."))
                return
            self._ask(partial(seat, spot=self.spot, person=chosen))

    def _seat_current(self) -> None:
        if self.spot is not None and self.found.current is not None:
            self._ask(partial(seat, spot=self.spot, person=self.found.current))

    def _ask(self, work: partial[Seated]) -> None:
        self.page.ask(numbered(work), self._show_seated, self._refuse)

    def _show_seated(self, answer: tuple[Seated, int | None]) -> None:
        seated, number = answer
        self.wrong.hide()
        self.page.notice.hide()
        self.log.add(seated, number)
        if self.spot is not None and not self.spot.exists:
            self.spot = Spot(seated.team_id, seated.team, self.spot.size, self.spot.topic)
        self.field.clear()
        self.field.setFocus()
        self.page.refresh()

    def _refuse(self, error: HackDeskError) -> None:
        self._say(words.error(error))
        self.field.line.selectAll()
        self.field.setFocus()

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()

    def _take_back(self, number: int) -> None:
        self.page.ask(partial(undo, number=number), partial(self._say_taken_back, number))
        self.field.setFocus()

    def _say_taken_back(self, number: int, change: Change) -> None:
        self.log.forget(number)
        self.page.say_undone(change)

    def _search(self, text: str) -> None:
        self._meant = False
        self.wrong.hide()
        found = self.now.index.find(text).people if self.now and text.strip() else ()
        self.found.replace(found)
        self.found.choose(found[0].id if found else None)
        self._lists.setCurrentWidget(self.found if text.strip() else self.members)

    def _move(self, step: int) -> None:
        self._meant = True
        self.found.move_by(step)

    def _state(self, person: Person) -> tuple[str, str] | None:
        team = self.now.board.team_of(person.id) if self.now else None
        if team:
            return (_("is here"), "accent") if self.spot and team.id == self.spot.id else (team.name, "plain")
        return None if person.presences else (_("not checked in"), "warn")

    def _wish(self, person: Person) -> tuple[str, str] | None:
        team = self.now.board.team_of(person.id) if self.now else None
        member = next((m for m in team.members if m.person_id == person.id), None) if team else None
        told = {1: (_("1st wish"), "accent"), 2: (_("2nd wish"), "info"), 3: (_("3rd wish"), "plain")}
        return told.get(member.wish or 0) if member else None

    def _want_topics(self) -> None:
        self.page.wants.emit("prepare", "topics")


def _people_table(name: str, pill: object) -> Table:
    table = Table(
        (
            Column(N_("Name"), lambda person: person.name, strong=True),
            Column(N_("Organisation"), lambda person: person.organisation),
            Column("", lambda person: "", pill=pill, width=150, right=True),  # type: ignore[arg-type]
        ),
        name=name,
    )  # fmt: skip
    table.setProperty("role", "inside")
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return table
