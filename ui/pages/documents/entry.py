"""One document in the list at the left: how many there are of it, what it lacks, when it was last printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from hackdesk.documents.kinds import KINDS, Standing
from hackdesk.people.search import words_of
from ui.icons import pixmap
from ui.text import _, many, words
from ui.widgets.label import Label

WIDTH = 344
#: What the card keeps to itself left and right: margins, borders and the room of a scroll bar.
_EDGES = 10 + 4 + 6 + 2 * 1 + 14
_COUNTS: dict[str, Callable[[Any], str]] = {
    "badges": lambda values: many("{count} badge", "{count} badges", len(values.badges)),
    "attendance": lambda values: many("{count} day", "{count} days", len(values.days)),
    "programme": lambda values: many("{count} day", "{count} days", len(values.days)),
    "kitchen": lambda values: many("{count} day", "{count} days", len(values.days)),
    "meals": lambda values: many("{count} day", "{count} days", len(values.days)),
    "signs": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "team_lists": lambda values: many("{count} team", "{count} teams", len(values.teams)),
    "posters": lambda values: many("{count} topic", "{count} topics", len(values.topics)),
    "posters_a3": lambda values: many("{count} topic", "{count} topics", len(values.topics)),
    "team_signs": lambda values: many("{count} team", "{count} teams", len(values.teams)),
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


class Entry(QPushButton):
    """One document in the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title = title = _(KINDS[name].title)
        self._about = _(KINDS[name].about)
        self._found_by = words_of(f"{title} {self._about} {name}")
        self.setProperty("kind", "entry")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sign, self._lock, self._name = QLabel(), QLabel(), Label(title, "strong", wrap=True)
        self.state, self.count = Label("", "second", wrap=True), Label("", "second")
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign.setFixedSize(QSize(18, 18))
        self._lock.setFixedSize(QSize(16, 16))
        self._lock.setPixmap(pixmap("lock", "muted"))
        self._lock.setScaledContents(True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._name, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addLayout(head)
        lines.addWidget(self.state)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(12, 9, 12, 9)
        line.setSpacing(11)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(lines, 1)
        for part in (self._sign, self._lock, self._name, self.state, self.count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lock.setVisible(KINDS[name].private)
        self.state.hide()
        self.setToolTip(self._about)
        self._sign.setPixmap(pixmap("circle", "muted"))

    def show_standing(self, standing: Standing, zone: tzinfo) -> None:
        """A sign and the count, then what is missing, what to know, or when it was last printed."""
        sign, token = "circle", "muted"
        if standing.refusal:
            sign, token = "circle-dashed", "warn"
        elif standing.printed:
            sign, token = "circle-check", "accent"
        self._sign.setPixmap(pixmap(sign, token))
        count = _COUNTS.get(standing.name)
        self.count.setText(count(standing.values) if count and not standing.refusal else "")
        said = self._said(standing, zone)
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self._lock.setVisible(standing.private)
        private = _("private") if standing.private else ""
        apart = _("Private: made only by itself, never along with the others.") if private else ""
        self.setToolTip(" ".join(filter(None, (self._about, apart))))
        self.setAccessibleName(", ".join(filter(None, (self._title, self.count.text(), private))))
        self.setAccessibleDescription(said or self._about)
        self._measure()

    def matches(self, wanted: tuple[str, ...]) -> bool:
        """Whether each of these folded words begins one of its own."""
        return all(any(word.startswith(one) for word in self._found_by) for one in wanted)

    def _measure(self) -> None:
        for part in (self._name, self.state, self.count):
            part.ensurePolished()  # measured in the letters it will have
        self._line.invalidate()
        # The stylesheet's own lowest height would let a low window squeeze the two lines into one another.
        self.setMinimumHeight(self.sizeHint().height())

    def _said(self, standing: Standing, zone: tzinfo) -> str:
        if standing.refusal:
            return _(standing.refusal.sentence)
        if standing.concern:
            return _(standing.concern)
        if standing.printed:
            return _("Printed {when}", when=words.moment(standing.printed.at, zone))
        return ""

    def sizeHint(self) -> QSize:
        width = WIDTH - _EDGES
        if self._line.hasHeightForWidth():
            return QSize(width, self._line.totalHeightForWidth(width))
        return QSize(width, self._line.totalSizeHint().height())
