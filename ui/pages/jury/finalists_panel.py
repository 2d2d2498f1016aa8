"""The second round: the best of the first, or teams chosen by hand, are judged once more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hackdesk.jury import actions, rounds
from hackdesk.jury.finalist_queries import FinalistsShown, finalists_shown
from hackdesk.jury.reconcile import all_due
from hackdesk.jury.rules import Contestant, Juror, plain_number
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.jury.finalists_table import ChoosingTable, candidates
from ui.pages.jury.matrix import Matrix
from ui.pages.jury.progress_view import JurorHeads
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_USUAL = 3


class FinalistsPanel(Panel):
    """At the left who goes on, at the right what that means, and the first round once it is closed."""

    keys = (("Space", N_("Put the chosen team among the finalists, or take it out")),)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown: FinalistsShown | None = None
        self._chosen: tuple[UUID, ...] | None = None
        self.count = QSpinBox()
        self.count.setRange(actions.LEAST, 99)
        self.count.setValue(_USUAL)
        self.count.setFixedWidth(96)
        self.count.setAccessibleName(_("How many of the best"))
        self.count.valueChanged.connect(self._choose_best)
        self.table = ChoosingTable()
        self.table.toggled.connect(self._toggle)
        self.tie = Label("", wrap=True)
        self.fewer, self.more = (Button("", size="small") for _one in range(2))
        self.fewer.clicked.connect(partial(self._decide_tie, together=False))
        self.more.clicked.connect(partial(self._decide_tie, together=True))
        self.begin_button = Button("", self._begin, kind="primary")
        self.back_button = Button(_("Back to the first round"), self._back)
        self.said = Label("", wrap=True)
        self.matrix = Matrix()
        self._first, self.heads = QWidget(), JurorHeads(self.matrix)
        self.heads.setEnabled(False)
        self.matrix.setAccessibleName(_("Ballots of the first round: teams down, jurors across"))
        self.matrix.opened.connect(self._show_ballot)
        self.ballot = Label("", "second", wrap=True)
        self._empty = EmptyState(
            _("No second round yet"), _("As soon as there are teams, finalists can be chosen here."),
            _("Go to Teams"), partial(page.wants.emit, "teams", None),
        )  # fmt: skip
        self._build()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        self._both = QWidget()
        self._sides = QBoxLayout(_ACROSS, self._both)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self.left, self.right = Card(""), Card("")
        self._tie_line = QWidget()
        ties = QVBoxLayout(self._tie_line)
        ties.setContentsMargins(0, 0, 0, 0)
        ties.addWidget(self.tie)
        ties.addLayout(row(self.more, self.fewer, gap=8))
        self._count_line = QWidget()
        self._count_line.setLayout(row(Label(_("How many of the best"), "label"), self.count))
        for part in (self._count_line, self.table, self._tie_line):
            self.left.body.addWidget(part, 1 if part is self.table else 0)
        self.left.body.addLayout(row(self.begin_button, self.back_button))
        self.right.body.addWidget(self.said)
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(4)
        for part in (self.heads, self.matrix, self.ballot):
            first.addWidget(part, 1 if part is self.matrix else 0)
        self.right.body.addWidget(self._first, 1)
        self.right.body.addStretch()
        self._sides.addWidget(self.left, 11)
        self._sides.addWidget(self.right, 9)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._empty)
        lines.addWidget(self._both)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self.table.setMinimumHeight(220 if narrow else 0)
        self.matrix.setMinimumHeight(220 if narrow else 0)

    def read(self, event: Event) -> FinalistsShown:
        return finalists_shown(event)

    def display(self, answer: FinalistsShown) -> None:
        before, self._shown = self._shown, answer
        there = bool(answer.first.judging.active)
        self._empty.setVisible(not there)
        self._both.setVisible(there)
        if before is None or before.round != answer.round or before.finalists != answer.finalists:
            self._chosen = None  # what was in hand belongs to what stood here before
        self.count.setMaximum(max(actions.LEAST, len(answer.first.judging.active)))
        if self._chosen is None and answer.round == 2:
            self._chosen = tuple(team.id for team in answer.finalists)
        elif self._chosen is None:
            self._choose_best()
        self._show()

    # --- who goes on --------------------------------------------------------------------------

    def _choose_best(self) -> None:
        if self._shown is not None and self._shown.round == 1:
            self._chosen = rounds.best(self._shown.results.places, self.count.value()).teams
            self._show()

    def _decide_tie(self, *, together: bool) -> None:
        assert self._shown is not None
        found = rounds.best(self._shown.results.places, self.count.value())
        number = len(found.teams) + (len(found.tied) if together else 0)
        self.count.setValue(number)

    def _toggle(self, team: UUID) -> None:
        if self._shown is None or self._shown.first.sealed is not None or self._chosen is None:
            return
        if team in self._chosen:
            self._chosen = tuple(one for one in self._chosen if one != team)
        else:
            self._chosen = (*self._chosen, team)
        self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None or self._chosen is None:
            return
        final, free = shown.round == 2, shown.first.sealed is None
        self.left.title.setText(_("The finalists") if final else _("Who goes on to a second round"))
        self.right.title.setText(_("The first round, closed") if final else _("What a second round does"))
        self.table.replace(candidates(shown, self._chosen))
        self._count_line.setVisible(not final)
        self.count.setEnabled(free)
        self._show_tie(shown)
        self._show_buttons(shown, free=free)
        self._first.setVisible(final)
        self.said.setText(_closed(shown) if final else _beforehand(shown))
        if final:
            self.matrix.show_progress(shown.first, all_due(shown.first.judging))
            self.heads.show_progress(shown.first)

    def _show_tie(self, shown: FinalistsShown) -> None:
        found = rounds.best(shown.results.places, self.count.value())
        # Whoever has put teams in or out by hand has decided it.
        there = shown.round == 1 and bool(found.tied) and self._chosen == found.teams
        self._tie_line.setVisible(there)
        if not there:
            return
        names = shown.results.places
        teams = words.listed([words.quoted(one.team) for one in names if one.team_id in found.tied])
        sure, together = len(found.teams), len(found.teams) + len(found.tied)
        self.tie.setText(_("{teams} share the last of these places. Take all of them or none.", teams=teams))
        self.more.setText(_("Take {count} teams", count=together))
        self.fewer.setText(_("Take {count} teams", count=sure))
        self.fewer.setVisible(sure >= actions.LEAST)

    def _show_buttons(self, shown: FinalistsShown, *, free: bool) -> None:
        assert self._chosen is not None
        count = len(self._chosen)
        ids = tuple(team.id for team in shown.finalists)
        if shown.round == 1:
            text = many(
                "Begin the second round with {count} team", "Begin the second round with {count} teams", count
            )
        else:
            text = many("Keep {count} finalist", "Keep these {count} finalists", count)
        self.begin_button.setText(text)
        changed = shown.round == 1 or set(ids) != set(self._chosen)
        self.begin_button.setVisible(changed)
        self.begin_button.setEnabled(free and count >= actions.LEAST and self._tie_line.isHidden())
        self.back_button.setVisible(shown.round == 2)
        self.back_button.setEnabled(free)

    def _show_ballot(self, juror: Juror, team: Contestant) -> None:
        assert self._shown is not None
        first = self._shown.first
        ballot = first.ballot(juror.id, team.id)
        given = [
            f"{one.name} {plain_number(ballot.marks[one.id])}"
            for one in first.judging.criteria
            if one.id in ballot.marks
        ]
        said = " · ".join(given) or ballot.reason or _("no marks")
        self.ballot.setText(f"{juror.name} – {team.name}: {said}")

    # --- on and back --------------------------------------------------------------------------

    def _begin(self) -> None:
        assert self._shown is not None and self._chosen is not None
        order = [one.id for one in self.table.rows if one.id in self._chosen]
        said = _("The finalists are chosen; only they are judged now.")
        self.page.do(partial(actions.choose_finalists, teams=order), lambda _teams: said)

    def _back(self) -> None:
        said = _("The jury is in the first round again.")
        self.page.do(actions.end_second_round, lambda _nothing: said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._shown is not None:
            self._chosen = None
            self.display(self._shown)
        else:
            super().keyPressEvent(event)


def _beforehand(shown: FinalistsShown) -> str:
    said = [
        _("The jury judges the finalists once more, by the criteria that count in the second round."),
        _("Their places then go by that round alone: the marks of the first do not count again. The other teams "
          "follow by the first round."),
        _("Ballots of the first round are closed meanwhile; you can go back until a finalist has a mark."),
    ]  # fmt: skip
    if shown.open_ballots:
        said.insert(
            0,
            many(
                "{count} ballot of the first round is still open; it will not count.",
                "{count} ballots of the first round are still open; they will not count.", shown.open_ballots,
            ),
        )  # fmt: skip
    if shown.first.sealed is not None:
        said = [_("The results are signed. Open them again on the Results page to hold a second round.")]
    return "\n\n".join(said)


def _closed(shown: FinalistsShown) -> str:
    said = [_("These ballots can be looked at and not changed; choose one to see its marks.")]
    if shown.marked:
        said.append(_("Finalists have marks of the second round already, so there is no way back."))
    return " ".join(said)
