"""The progress of the jury: where its ballots are, what is missing, and a line to add a juror."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from hackdesk.jury.paper_queries import JuryNow
from hackdesk.jury.queries import Progress
from hackdesk.jury.reconcile import all_due, read_twice
from hackdesk.jury.rules import Contestant, Juror
from ui import theme
from ui.pages.jury.conflict_line import ConflictLine
from ui.pages.jury.matrix import Matrix
from ui.pages.jury.round_card import RoundCard
from ui.pages.jury.stay_menu import add_stay
from ui.pages.jury.where_counts import WhereCounts
from ui.text import _
from ui.widgets.bar import Bar
from ui.widgets.button import Button, row
from ui.widgets.label import Label

#: As wide as what is missing is beside the matrix.
_CARD = 270


class JurorLine(QWidget):
    """A name and an institution become a juror. wanted(Juror)."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._affiliation = QLineEdit(), QLineEdit()
        for field, words in ((self._name, _("Name of a juror")), (self._affiliation, _("Institution"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setMinimumWidth(120)
            field.returnPressed.connect(self._say)
        self.setLayout(row(self._name, self._affiliation, Button(_("Add juror"), self._say, sign="user-plus")))
        self.setFocusProxy(self._name)

    def clear(self) -> None:
        """Ready for the next one."""
        self._name.clear()
        self._affiliation.clear()
        self._name.setFocus()

    def _say(self) -> None:
        if not self._name.text().strip():
            self._name.setFocus()
            return
        self.wanted.emit(Juror(uuid4(), self._name.text(), self._affiliation.text().strip()))


class _Head(Button):
    """One juror: name, how many ballots are in, and a bar. A long name is whole in the tooltip."""

    def __init__(self, juror: Juror, done: int, of: int, parent: QWidget) -> None:
        super().__init__("", kind="plain")
        self.setParent(parent)
        self._said, self._name = juror.name, Label(role="strong")
        self.setAccessibleName(_("{juror}: {done} of {of} ballots in", juror=juror.name, done=done, of=of))
        self.setToolTip(" · ".join(filter(None, (juror.name, juror.affiliation))))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(8, 3, 8, 5)
        lines.setSpacing(1)
        for part in (self._name, Label(_("{done} of {of}", done=done, of=of), "second"), Bar(done, of)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(20, self.width() - 36)
        shown = self._name.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self._name.setText(shown)


class JurorHeads(QWidget):
    """A button for each juror over its column: name and count, opening what can be done.

    edited(Juror): it is to be written with this state. paper(juror), removed(juror): what was chosen.
    """

    edited = Signal(object)
    paper = Signal(object)
    removed = Signal(object)

    def __init__(self, matrix: Matrix) -> None:
        super().__init__()
        self.setFixedHeight(62)
        self._matrix = matrix
        self._heads: list[_Head] = []
        self._teams: tuple[Contestant, ...] = ()
        matrix.sized.connect(self.place)
        matrix.horizontalScrollBar().valueChanged.connect(self.place)

    def show_progress(self, progress: Progress) -> None:
        """Make the buttons anew."""
        for head in self._heads:
            head.deleteLater()
        self._heads, self._teams = [], progress.judging.active
        for juror in progress.judging.jurors:
            head = _Head(juror, *progress.handed_in(juror), self)
            head.open_menu(self._menu(juror, head))
            self._heads.append(head)
        self.place()

    def place(self) -> None:
        """Stand over the columns."""
        left = self._matrix.x() + self._matrix.frameWidth()
        for column, head in enumerate(self._heads, 1):
            at = left + self._matrix.columnViewportPosition(column)
            head.setGeometry(at + 2, 0, self._matrix.columnWidth(column) - 4, self.height() - 4)
            head.show()

    def _menu(self, juror: Juror, head: QWidget) -> QMenu:
        menu = QMenu(head)
        menu.addAction(_("Paper sheets of {juror}", juror=juror.name), partial(self.paper.emit, juror))
        menu.addSeparator()
        add_stay(menu, juror, self._teams, self.edited.emit)
        chair = menu.addAction(
            _("Chairs the jury"), partial(self.edited.emit, replace(juror, chair=not juror.chair))
        )
        chair.setCheckable(True)
        chair.setChecked(juror.chair)
        menu.addSeparator()
        menu.addAction(_("Take off the jury"), partial(self.removed.emit, juror))
        return menu


class ProgressView(QWidget):
    """Counts over the matrix, beside it what is missing, below it who can be added and who is not judged."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix, self.counts, self.card = Matrix(), WhereCounts(), RoundCard()
        self.heads = JurorHeads(self.matrix)
        self.juror_line = JurorLine()
        self._total, self._unjudged = Label("", "muted"), Label("", "second", wrap=True)
        self.counts.pressed.connect(self.matrix.pick)
        left = QVBoxLayout()
        left.setSpacing(6)
        for part in (self.heads, self.matrix, self._unjudged, self.juror_line):
            left.addWidget(part, 1 if part is self.matrix else 0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.GAP)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self.card)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self.conflicts = ConflictLine()
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(theme.GAP)
        head.addWidget(self._total)
        head.addWidget(self.counts, 1)
        head.addWidget(self.conflicts)
        lines.addLayout(head)
        lines.addLayout(self._sides, 1)
        self.shrink(narrow=False)

    def shrink(self, *, narrow: bool) -> None:
        """What is missing stands below the matrix where the window is narrow."""
        for line in (self._head, self._sides):
            line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.card.setMinimumWidth(0 if narrow else _CARD)
        self.card.setMaximumWidth(16_777_215 if narrow else _CARD)

    def show_now(self, now: JuryNow) -> None:
        """Show how far it is."""
        progress = now.progress
        done, of = progress.total
        due = all_due(progress.judging)
        twice, _differ, on_paper = read_twice(progress.judging)
        said = [_("{done} of {of} ballots are in.", done=done, of=of)]
        if on_paper:
            said.append(_("{done} of {of} paper ballots read twice", done=twice, of=on_paper) + ".")
        self._total.setText(" ".join(said))
        self.counts.show_due(due)
        self.matrix.show_progress(progress, due)
        self.heads.show_progress(progress)
        self.card.show_now(now, due)
        names = [team.name for team in progress.judging.teams if not team.active]
        self._unjudged.setText(_("Not judged: {teams}", teams=", ".join(names)) if names else "")
        self._unjudged.setVisible(bool(names))
        self.juror_line.setVisible(progress.sealed is None)
