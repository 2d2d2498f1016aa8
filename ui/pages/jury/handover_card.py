"""A ballot that a phone hands over, in words, beside what the laptop has where the two differ."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.jury.handover import differs
from hackdesk.jury.handover_queries import Offered
from hackdesk.jury.rules import STATE_WORDS, Criterion, plain_number
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.scroll import bring_into_view


class HandoverCard(Card):
    """taken(Offered): it is to be written. left(): the laptop stays as it is."""

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._offered: Offered | None = None
        self.state = Label("", "muted", wrap=True)
        self.warning = Label(
            _("The laptop has another ballot for this team. Which of the two holds?"), "strong", wrap=True
        )
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self.note = Label("", wrap=True)
        self.take_button = Button("", self._take, kind="primary")
        self.leave_button = Button("", self.left.emit)
        for part in (self.state, self.warning, self._rows, self.note):
            self.body.addWidget(part)
        buttons = Flow(gap=10)
        for button in (self.take_button, self.leave_button):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.body.addStretch()

    @property
    def lines(self) -> list[str]:
        """What the table of marks says, row by row."""
        said: dict[int, list[str]] = {}
        for number in range(self._grid.count()):
            item, place = self._grid.itemAt(number), self._grid.getItemPosition(number)
            label = item.widget() if item is not None else None
            if isinstance(label, Label) and isinstance(place, tuple):
                said.setdefault(place[0], []).append(label.text())
        return [" | ".join(texts) for _row, texts in sorted(said.items())]

    def show_offer(self, offered: Offered) -> None:
        """Show it, and put the keyboard where Enter takes it; where two differ, somebody has to choose."""
        self._offered = offered
        handed, there = offered.handed, offered.there
        unlike = differs(handed, there)
        self.title.setText(_("{juror} for {team}", juror=handed.juror.name, team=handed.team.name))
        self.state.setText(_said_state(offered))
        self.warning.setVisible(unlike)
        self.set_tone("warn" if unlike else "accent")
        self._fill(offered, unlike=unlike)
        self._show_note(offered)
        self.take_button.setText(_("Take the phone's") if unlike else _("Take this ballot"))
        self.take_button.set_kind("quiet" if unlike else "primary")
        self.leave_button.setText(_("Keep the laptop's") if unlike else _("Leave it"))
        if unlike:
            self.setFocus()
        else:
            self.take_button.setFocus()
        QTimer.singleShot(0, self, self._come_into_view)  # once it has its place

    def _come_into_view(self) -> None:
        bring_into_view(self.leave_button, self.title)

    def _fill(self, offered: Offered, *, unlike: bool) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if unlike:
            for column, title in enumerate((_("On the phone"), _("On the laptop")), 1):
                self._grid.addWidget(Label(title, "label"), 0, column)
        for row, criterion in enumerate(offered.criteria, 1):
            phone, laptop = _mark(criterion, offered.handed.marks), _mark(criterion, offered.there.marks)
            strange = unlike and phone != laptop
            self._grid.addWidget(Label(criterion.name, "strong" if strange else "", wrap=True), row, 0)
            self._grid.addWidget(Label(phone, "strong"), row, 1, Qt.AlignmentFlag.AlignTop)
            if unlike:
                said = f"≠ {laptop}" if strange else laptop
                self._grid.addWidget(Label(said, "strong" if strange else ""), row, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)

    def _show_note(self, offered: Offered) -> None:
        handed, there = offered.handed, offered.there
        if handed.note is None:
            said = _("The note stays on the phone, which sends it once it reaches the laptop.")
        else:
            said = _("Note to the team: {note}", note=handed.note) if handed.note else ""
        if there.note and handed.note is not None and there.note != handed.note:
            said += "\n" + _("On the laptop: {note}", note=there.note)
        self.note.setText(said.strip())
        self.note.setVisible(bool(said))

    def _take(self) -> None:
        if self._offered is not None:
            self.taken.emit(self._offered)


def _said_state(offered: Offered) -> str:
    handed = offered.handed
    said = words(STATE_WORDS[handed.state])
    if handed.reason:
        said = f"{said}: {handed.reason}"
    return _("From the juror's phone · {state} · round {round}", state=said, round=handed.round)


def _mark(criterion: Criterion, marks: Mapping[UUID, Fraction]) -> str:
    mark = marks.get(criterion.id)
    if mark is None:
        return _("no mark")
    return _("{mark} of {highest}", mark=plain_number(mark), highest=plain_number(criterion.highest))
