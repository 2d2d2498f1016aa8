"""The places: a table with every team's score, and below it how they came about."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.jury.rules import BallotState, rounded
from hackdesk.jury.wording import place_words, state_counts, tie_sentence
from hackdesk.language import N_
from ui.pages.results.reading import PlaceLine, ResultsNow, beside_of, place_lines
from ui.pages.results.score_bar import ScoreBar
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import ROW_HEIGHT, Table

_PLACE, _BAR, _BESIDE = 0, 2, 4
#: How wide the column of places is, with and without a shared one.
_ALONE, _SHARED = 68, 118
#: Pixels of the border that the stylesheet draws.
_FRAME = 4
_COLUMNS = (
    Column(N_("Place"), lambda line: _place(line), pill=lambda line: _shared(line), strong=True, width=_ALONE),
    Column(N_("Team"), lambda line: line.place.team, strong=True),
    Column(N_("Score and how sure it is"), lambda line: line.said, width=184),
    Column(N_("Points"), lambda line: _points(line), right=True, strong=True, width=78),
    Column(N_("Plain"), lambda line: _score(line.beside), right=True, width=106),
    Column(N_("Ballots"), lambda line: _ballots(line), pill=lambda line: _remark(line), width=152),
)  # fmt: skip


class PlacesTable(Table):
    """As high as its lines where there is room, and scrolling where there is not."""

    #: Qt asks for the geometry while the table is still being made.
    _narrow, _beside = False, ""

    def __init__(self) -> None:
        super().__init__(_COLUMNS, name=_("Places"), wrap=True)
        self.setProperty("role", "inside")
        self.setItemDelegateForColumn(_BAR, ScoreBar(self))

    def shrink(self, *, narrow: bool) -> None:
        """Without its bars and the other method, and with all its lines: the whole page scrolls then."""
        self._narrow = narrow
        self.setColumnHidden(_BAR, narrow)
        self.setColumnHidden(_BESIDE, narrow or not self._beside)
        self._fit()

    def show_beside(self, title: str) -> None:
        """Show the column of the other method under this title; none where it is empty."""
        self._beside = title
        self.setColumnHidden(_BESIDE, self._narrow or not title)
        if title:
            self.model().setHeaderData(_BESIDE, Qt.Orientation.Horizontal, title)

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
    """wants(page, subject): what the empty state leads to. mean_wanted: go back to the plain mean."""

    wants = Signal(str, object)
    mean_wanted = Signal()
    rounds_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(8, 6, 8, 14)
        self.table = PlacesTable()
        self._without = Label("", wrap=True)
        self._ties = Label("", wrap=True)
        self._method, self._legend = Label("", "second", wrap=True), Label("", "second", wrap=True)
        self._missing = ""
        self.rounds_button = Button("", self.rounds_wanted.emit, size="small")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out())
        self.body.addWidget(self._stack, 1)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        lines, below = QVBoxLayout(whole), QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table, 1)
        below.setContentsMargins(12, 4, 12, 0)
        below.setSpacing(4)
        for label in (self._without, self._ties, self._legend, self._method):
            below.addWidget(label)
        below.addSpacing(4)
        below.addLayout(row(self.rounds_button))
        lines.addLayout(below)
        lines.addStretch()
        return whole

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said below the table."""
        labels = (self._without, self._ties, self._legend, self._method)
        return tuple(label.text() for label in labels if label.text())

    @property
    def empty(self) -> EmptyState | None:
        """What stands in place of the table while there is nothing to count."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, EmptyState) else None

    def show_results(self, now: ResultsNow) -> None:
        """Show the places, or what is still to be done before there are any."""
        self._show_empty(_missing_step(now), now)
        final = bool(now.results.finalists)
        self.rounds_button.setText(_("See the second round") if final else _("Second round for finalists …"))
        self.rounds_button.setVisible(final or not now.signed)
        beside = beside_of(now)
        plain = _("Plain") if now.results.method != "mean" else _("Adjusted")
        self.table.show_beside(plain if beside else "")
        shared = any(place.shared for place in now.results.places)
        self.table.setColumnWidth(_PLACE, _SHARED if shared else _ALONE)
        self.table.replace(place_lines(now))
        self.table.resizeRowsToContents()
        ours = now.results.finalists
        without = [words.quoted(team.name) for team in now.results.without_place if team.id not in ours]
        said = _("No complete ballot yet: {teams}", teams=words.listed(without)) if without else ""
        said = "\n".join(filter(None, (_finalists(now), said)))
        ties = "\n".join(tie_sentence(tie, now.names, words) for tie in now.results.ties)
        method = _(_METHODS[now.results.method])
        for label, text in (
            (self._without, said), (self._ties, ties), (self._legend, _legend(now)), (self._method, method),
        ):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))

    def _show_empty(self, missing: str, now: ResultsNow) -> None:
        key = f"{missing} {now.results.refused}" if missing == "method" else missing
        if key == self._missing:
            return
        self._missing = key
        old = self.empty
        if missing == "method":
            why = words(now.results.refused, **now.results.refused_values)
            state = EmptyState(
                _("This method has no answer now"), why, _("Use the plain mean"), self.mean_wanted.emit
            )
            self._stack.addWidget(state)
            self._stack.setCurrentWidget(state)
        elif missing:
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


_METHODS = {
    "mean": N_(
        "The score of a team is the mean of its complete ballots. A missing ballot is left out; it is never zero."
    ),
    "adjusted": N_(
        "The score is the mean of the complete ballots without what milder or stricter jurors gave or took. A "
        "missing ballot is left out; it is never zero."
    ),
    "standardised": N_(
        "Every juror's scores are put on one scale around 100; the score is their mean. A missing ballot is left "
        "out; it is never zero."
    ),
    "trimmed": N_(
        "The score of a team is the mean of its complete ballots without the highest and the lowest one."
    ),
}


def _legend(now: ResultsNow) -> str:
    """What the picture shows, in words."""
    sure = now.confidence
    if sure is None:
        return ""
    if not sure.possible:
        return _("Band: without any one juror. Beside it: the places this leaves.")
    if now.results.method == "mean":
        return _("Band: without any one juror. Dashed: with the open ballots. Beside it: the places these leave.")
    return _("Band: without any one juror. Beside it: the places this and the open ballots (plain mean) leave.")


def _finalists(now: ResultsNow) -> str:
    """By which round which places go, and which finalists have none yet."""
    last = len(now.results.finalists)
    if not last:
        return ""
    said = _(
        "Places 1 to {last} go by the second round alone: what the finalists got in the first does not count "
        "again. The others follow by the first round.", last=last,
    )  # fmt: skip
    if not now.undecided:
        return said
    teams = words.listed([words.quoted(one.team) for one in now.undecided])
    return "\n".join((_("Not decided yet between places 1 and {last}: {teams}", last=last, teams=teams), said))


def _missing_step(now: ResultsNow) -> str:
    if now.results.method_refused:
        return "method"
    there = {
        "teams": now.judging.active, "criteria": now.judging.criteria,
        "jurors": now.judging.jurors, "ballots": now.results.places or now.results.finalists,
    }  # fmt: skip
    return next((step for step, values in there.items() if not values), "")


def _place(line: PlaceLine) -> str:
    place = line.place
    shown = place_words(place.place, place.until, place.shared or line.undecided)
    return _("{place} shared", place=shown) if place.shared else shown


def _shared(line: PlaceLine) -> tuple[str, str] | None:
    return (_place(line), "info") if line.place.shared else None


def _score(score: Fraction | None) -> str:
    return words.number(float(rounded(score)), 1) if score is not None else "–"


def _points(line: PlaceLine) -> str:
    return _score(None if line.undecided else line.place.score)


def _ballots(line: PlaceLine) -> str:
    parts = (
        _counted(line), state_counts(line.missing, words), _("close") if line.close else "",
        _("first round") if line.earlier else "", _("not decided") if line.undecided else "",
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def _counted(line: PlaceLine) -> str:
    return _("{done} of {of}", done=line.place.ballots, of=line.of)


def _short(line: PlaceLine) -> str:
    """What is left to do finds room in the pill; the rest is in its tooltip and in the cards."""
    open_ = [one for one in line.missing if one is BallotState.OPEN]
    if line.close:
        parts = (state_counts(open_, words) or _counted(line), _("close"))
    else:
        parts = (_counted(line), state_counts(open_ or line.missing, words))
    return " · ".join(parts)


def _remark(line: PlaceLine) -> tuple[str, str] | None:
    """What is not as usual with a team, as a pill."""
    if line.undecided:
        return _("not decided"), "warn"
    if line.earlier:
        return _("first round"), "info"
    if not line.missing and not line.close:
        return None
    return _short(line), "warn" if line.close or BallotState.OPEN in line.missing else "info"
