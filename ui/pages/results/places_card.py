"""The places: a table with every team's score, and below it how they came about."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.jury.rules import BallotState, rounded
from hackdesk.jury.wording import place_words, state_counts, tie_sentence
from hackdesk.language import N_
from ui.pages.results.reading import PlaceLine, ResultsNow, place_lines
from ui.pages.results.score_bar import ScoreBar
from ui.rows import Column
from ui.text import _, words
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import ROW_HEIGHT, Table

_BAR = 2
#: Pixels of the border that the stylesheet draws.
_FRAME = 4
_COLUMNS = (
    Column(N_("Place"), lambda line: _place(line), pill=lambda line: _shared(line), strong=True, width=126),
    Column(N_("Team"), lambda line: line.place.team, strong=True),
    Column(N_("Score"), lambda line: _score(line), width=144),
    Column(N_("of 100"), lambda line: _score(line), right=True, strong=True, width=78),
    Column(N_("Ballots"), lambda line: _ballots(line), pill=lambda line: _not_all(line), width=168),
)  # fmt: skip


class PlacesTable(Table):
    """As high as its lines where there is room, and scrolling where there is not."""

    #: Qt asks for the geometry while the table is still being made.
    _narrow = False

    def __init__(self) -> None:
        super().__init__(_COLUMNS, name=_("Places"), wrap=True)
        self.setProperty("role", "inside")
        self.setItemDelegateForColumn(_BAR, ScoreBar(self))

    def shrink(self, *, narrow: bool) -> None:
        """Without its bars, and with all its lines: the whole page scrolls then."""
        self._narrow = narrow
        self.setColumnHidden(_BAR, narrow)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._fit()

    def _fit(self) -> None:
        lines = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        whole = lines + 2 * self.frameWidth() + _FRAME
        self.setMaximumHeight(whole)
        self.setMinimumHeight(whole if self._narrow else min(whole, 5 * ROW_HEIGHT))


class PlacesCard(Card):
    """wants(page, subject): what the empty state leads to."""

    wants = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(8, 6, 8, 14)
        self.table = PlacesTable()
        self._without = Label("", wrap=True)
        self._ties = Label("", wrap=True)
        self._method = Label(
            _(
                "The score is the mean of the complete ballots, each weighted by its criteria. "
                "A missing ballot is left out; it is never zero."
            ),
            "second",
            wrap=True,
        )
        self._missing = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out())
        self.body.addWidget(self._stack, 1)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        lines, below = QVBoxLayout(whole), QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table, 1)
        below.setContentsMargins(12, 4, 12, 0)
        for label in (self._without, self._ties, self._method):
            below.addWidget(label)
        lines.addLayout(below)
        lines.addStretch()
        return whole

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said below the table."""
        return tuple(label.text() for label in (self._without, self._ties, self._method) if label.text())

    @property
    def empty(self) -> EmptyState | None:
        """What stands in place of the table while there is nothing to count."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, EmptyState) else None

    def show_results(self, now: ResultsNow) -> None:
        """Show the places, or what is still to be done before there are any."""
        self._show_empty(_missing_step(now))
        self.table.replace(place_lines(now.results))
        self.table.resizeRowsToContents()
        without = [words.quoted(team.name) for team in now.results.without_place]
        said = _("No complete ballot yet: {teams}", teams=words.listed(without)) if without else ""
        ties = "\n".join(tie_sentence(tie, now.names, words) for tie in now.results.ties)
        for label, text in ((self._without, said), (self._ties, ties)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_empty(self, missing: str) -> None:
        if missing == self._missing:
            return
        self._missing = missing
        old = self.empty
        if missing:
            title, sentence, button, page, subject = _STEPS[missing]
            state = EmptyState(_(title), _(sentence), _(button), partial(self.wants.emit, page, subject))
            self._stack.addWidget(state)
            self._stack.setCurrentWidget(state)
        else:
            self._stack.setCurrentIndex(0)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()


#: What is missing before there are places: title, sentence, button, and where it leads.
_STEPS: dict[str, tuple[str, str, str, str, Any]] = {
    "teams": (
        N_("No teams yet"), N_("The places of the teams will stand here, with what the jury gave them."),
        N_("Form the teams"), "teams", None,
    ),
    "criteria": (
        N_("No criteria yet"), N_("Say what the jury looks at; scores are counted from it."),
        N_("Go to Criteria"), "prepare", "criteria",
    ),
    "jurors": (
        N_("Nobody is on the jury yet"), N_("Name the jurors; the places follow from their ballots."),
        N_("Go to Jury"), "jury", None,
    ),
    "ballots": (
        N_("No complete ballot yet"), N_("The places appear with the first ballot that is handed in."),
        N_("Enter the ballots"), "jury", None,
    ),
}  # fmt: skip


def _missing_step(now: ResultsNow) -> str:
    there = {
        "teams": now.judging.active, "criteria": now.judging.criteria,
        "jurors": now.judging.jurors, "ballots": now.results.places,
    }  # fmt: skip
    return next((step for step, values in there.items() if not values), "")


def _place(line: PlaceLine) -> str:
    place = line.place
    shown = place_words(place.place, place.until, place.shared)
    return _("{place} shared", place=shown) if place.shared else shown


def _shared(line: PlaceLine) -> tuple[str, str] | None:
    return (_place(line), "info") if line.place.shared else None


def _score(line: PlaceLine) -> str:
    return words.number(float(rounded(line.place.score)), 1)


def _ballots(line: PlaceLine) -> str:
    counted = _("{done} of {of}", done=line.place.ballots, of=line.of)
    return f"{counted} · {state_counts(line.missing, words)}" if line.missing else counted


def _not_all(line: PlaceLine) -> tuple[str, str] | None:
    if not line.missing:
        return None
    return _ballots(line), "warn" if BallotState.OPEN in line.missing else "info"
