"""The list at the left: every document, how many there are of it, what it lacks, when it was last printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hackdesk.documents.kinds import KINDS, Standing
from ui.icons import pixmap
from ui.text import _, many, words
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

WIDTH = 344
#: What the card keeps to itself left and right: margins, borders and the room of a scroll bar.
_EDGES = 10 + 4 + 6 + 2 * 1 + 14
_ANY = 16_777_215  # what Qt takes for "no limit"
_LOW = 240  # the height of the list where everything stands below each other
_COUNTS: dict[str, Callable[[Any], str]] = {
    "badges": lambda values: many("{count} badge", "{count} badges", len(values.badges)),
    "attendance": lambda values: many("{count} day", "{count} days", len(values.days)),
    "programme": lambda values: many("{count} day", "{count} days", len(values.days)),
    "kitchen": lambda values: many("{count} day", "{count} days", len(values.days)),
    "meals": lambda values: many("{count} day", "{count} days", len(values.days)),
    "signs": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "team_lists": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "moves": lambda values: many("{count} person", "{count} people", len(values.moves)),
    "pitch_order": lambda values: many("{count} round", "{count} rounds", len(values.rounds)),
    "programme_staff": lambda values: many("{count} day", "{count} days", len(values.days)),
    "mentor_slips": lambda values: many("{count} mentor", "{count} mentors", len(values.slips)),
    "mentor_table_slips": lambda values: many("{count} team", "{count} teams", len(values.slips)),
    "mentor_plan": lambda values: many("{count} round", "{count} rounds", len(values.rounds)),
    "ballots": lambda values: many("{count} ballot", "{count} ballots", len(values.ballots)),
    "results": lambda values: many("{count} team", "{count} teams", len(values.results.places)),
    "certificates": lambda values: many("{count} certificate", "{count} certificates", len(values.certificates)),
    "issued": lambda values: many("{count} certificate", "{count} certificates", len(values.issued)),
    "feedback": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "commitments": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "mix": lambda values: many("{count} team", "{count} teams", len(values.mix.teams)),
    "team_phones": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "turnout": lambda values: many("{count} to call", "{count} to call", len(values.calls)),
    "missing": lambda values: many("{count} to call", "{count} to call", len(values.calls)),
    "hall_slips": lambda values: many("{count} slip", "{count} slips", len(values.codes) + len(values.guests)),
}


class KindList(Card):
    """chosen(name): a document was pressed, or reached with the arrow keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.body.setContentsMargins(10, 10, 4, 10)
        entries = QWidget()
        self._lines = QVBoxLayout(entries)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(2)
        self._scroll = Scroll(entries)
        self.body.addWidget(self._scroll)
        self._group = QButtonGroup(self)
        self._names = list(KINDS)
        self.entries = {name: self._add(number, name) for number, name in enumerate(self._names)}
        self._lines.addStretch()
        self._group.idToggled.connect(self._tell)
        self.choose(self._names[0])

    @property
    def current(self) -> str:
        """The document that is chosen."""
        return self._names[self._group.checkedId()]

    def choose(self, name: str) -> None:
        """Choose a document."""
        self.entries[name].setChecked(True)
        self.setFocusProxy(self.entries[name])
        self._bring_into_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        # The list is laid out after this; before that nothing has its place yet.
        QTimer.singleShot(0, self, self._scroll_to_chosen)

    def _scroll_to_chosen(self) -> None:
        self._scroll.ensureWidgetVisible(self.entries[self.current], 0, 8)

    def shrink(self, *, narrow: bool) -> None:
        """As wide as there is room where the window is narrow."""
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(_ANY if narrow else WIDTH)
        self._scroll.setMinimumHeight(_LOW if narrow else 0)

    def show_standings(self, standings: Sequence[Standing], zone: tzinfo) -> None:
        """Show how each document stands. zone: where the hall's clock hangs."""
        for standing in standings:
            self.entries[standing.name].show_standing(standing, zone)

    def _add(self, number: int, name: str) -> Entry:
        entry = Entry(_(KINDS[name].title))
        self._group.addButton(entry, number)
        self._lines.addWidget(entry)
        return entry

    def _tell(self, number: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self.entries[self._names[number]])
            self.chosen.emit(self._names[number])


class Entry(QPushButton):
    """One document in the list."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("kind", "entry")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sign, self._name = QLabel(), Label(title, "strong", wrap=True)
        self.state, self.count = Label("", "second", wrap=True), Label("", "second")
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign.setFixedSize(QSize(18, 18))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addLayout(head)
        lines.addWidget(self.state)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(12, 9, 12, 9)
        line.setSpacing(11)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(lines, 1)
        for part in (self._sign, self._name, self.state, self.count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_standing(self, standing: Standing, zone: tzinfo) -> None:
        """A sign and the count, then what is missing, what to know, when it was last printed, or what it is."""
        sign, token = "circle", "muted"
        if standing.refusal:
            sign, token = "circle-dashed", "warn"
        elif standing.printed:
            sign, token = "circle-check", "accent"
        self._sign.setPixmap(pixmap(sign, token))
        count = _COUNTS.get(standing.name)
        self.count.setText(count(standing.values) if count and not standing.refusal else "")
        self.state.setText(self._said(standing, zone))
        self.setAccessibleName(f"{self._title}, {self.count.text()}".rstrip(", "))
        self.setAccessibleDescription(self.state.text())
        self.state.ensurePolished()  # measured in the letters it will have
        # The stylesheet's own lowest height would let a low window squeeze the two lines into one another.
        self.setMinimumHeight(self.sizeHint().height())

    def _said(self, standing: Standing, zone: tzinfo) -> str:
        if standing.refusal:
            return _(standing.refusal.sentence)
        if standing.concern:
            return _(standing.concern)
        if standing.printed:
            return _("Printed {when}", when=words.moment(standing.printed.at, zone))
        return _(KINDS[standing.name].about)

    def sizeHint(self) -> QSize:
        width = WIDTH - _EDGES
        if self._line.hasHeightForWidth():
            return QSize(width, self._line.totalHeightForWidth(width))
        return QSize(width, self._line.totalSizeHint().height())
