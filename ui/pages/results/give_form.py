"""Giving an award: to whom, who decided, and why."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ui.pages.results.reading import AwardLine
from ui.pages.results.reason_form import ReasonForm
from ui.text import _
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.segments import Segments


class GiveForm(ReasonForm):
    """given(team id, who decided, reason). An award by place asks for the reason why it goes elsewhere."""

    given = Signal(object, str, str)

    def __init__(self) -> None:
        teams, decided, note = _teams(), _who_decided(), Label("", "second", wrap=True)
        team_field = Field(_("Team"), teams)
        super().__init__(_("Give"), _("It stands in the record."), (note, team_field, decided))
        self.teams, self.team_field, self.decided, self._note = teams, team_field, decided, note
        self._by_itself: frozenset[UUID] = frozenset()
        self.wanted.connect(self._give)
        self.setFocusProxy(self.teams)

    def know(self, line: AwardLine) -> None:
        """The teams that do not have it yet; the one that is chosen stays."""
        self._by_itself = line.by_itself
        by_place = line.award.by_place is not None
        self._note.setText(
            _("It goes by place. Given to another team, it goes only to the teams named here.") if by_place else ""
        )
        self._note.setVisible(by_place)
        self._input.setPlaceholderText("" if by_place else _("May stay empty"))
        has = set() if line.automatic else {one.team_id for one in line.given}
        left = [(None, _("Choose a team …")), *((team, name) for team, name in line.choices if team not in has)]
        chosen = self.teams.currentData()
        self.teams.clear()
        for team, name in left:
            self.teams.addItem(name, team)
        # Not findData: to Qt two equal ids are two things.
        self.teams.setCurrentIndex(next((at for at, (team, _name) in enumerate(left) if team == chosen), 0))

    def begin(self, line: AwardLine) -> None:
        """Show it for this award, nothing chosen."""
        self.know(line)
        self.teams.setCurrentIndex(0)
        self.team_field.wrong("")
        self.decided.choose("partner" if line.award.giver else "jury")
        self.open()

    def _give(self, reason: str) -> None:
        team = self.teams.currentData()
        self.team_field.wrong("" if team else _("Choose the team that gets it."))
        if team is None:
            self.teams.setFocus()
            return
        self.given.emit(team, "place" if team in self._by_itself else self.decided.current, reason)


def _teams() -> QComboBox:
    box = QComboBox()
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _who_decided() -> Segments:
    return Segments((("jury", _("By the jury")), ("partner", _("By the giver"))), _("Who decided"))
