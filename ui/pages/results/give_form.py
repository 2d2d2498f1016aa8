"""Giving an award: to whom, or to nobody, who decided, and why."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from ui.pages.results.reading import AwardLine
from ui.pages.results.reason_form import ReasonForm
from ui.text import _
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.segments import Segments

#: The choice that no team gets it.
NOBODY = "nobody"


class GiveForm(ReasonForm):
    """given(team id; None: nobody gets it, who decided, reason).

    An award by place asks for the reason why it goes elsewhere; that nobody gets one always does. aloud: whether
    that is announced.
    """

    given = Signal(object, str, str)

    def __init__(self) -> None:
        teams, decided, note = _teams(), _who_decided(), Label("", "second", wrap=True)
        team_field, self._decided_field = Field(_("Team"), teams), Field(_("Who decided"), decided)
        self.aloud = QCheckBox(_("Say it in the hall, without the reason"))
        above = (note, team_field, self._decided_field, self.aloud)
        super().__init__(_("Give"), _("It stands in the record."), above)
        self.teams, self.team_field, self.decided, self._note = teams, team_field, decided, note
        self._by_itself: frozenset[UUID] = frozenset()
        self._by_place = False
        self.teams.currentIndexChanged.connect(self._ask_for_reason)
        self.wanted.connect(self._give)
        self.setFocusProxy(self.teams)

    def know(self, line: AwardLine) -> None:
        """The teams that do not have it yet; the one that is chosen stays."""
        self._by_itself = line.by_itself
        self._by_place = by_place = line.award.by_place is not None
        self._note.setText(
            _("It goes by place. Given to another team, it goes only to the teams named here.") if by_place else ""
        )
        self._note.setVisible(by_place)
        has = set() if line.automatic else {one.team_id for one in line.given}
        left: list[tuple[UUID | str | None, str]] = [(None, _("Choose a team …"))]
        left += [(team, name) for team, name in line.choices if team not in has]
        if not line.award.none_given:
            left.append((NOBODY, _("Nobody gets it")))
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
        self.decided.choose(line.award.decided_by)
        self.aloud.setChecked(False)
        self._ask_for_reason()
        self.open()

    def _ask_for_reason(self) -> None:
        nobody = self.teams.currentData() == NOBODY
        self._decided_field.setVisible(not nobody)
        self.aloud.setVisible(nobody)
        self.button.setText(_("Give to nobody") if nobody else _("Give"))
        self._input.setPlaceholderText("" if nobody or self._by_place else _("May stay empty"))

    def _give(self, reason: str) -> None:
        team = self.teams.currentData()
        self.team_field.wrong("" if team else _("Choose the team that gets it."))
        if team is None:
            self.teams.setFocus()
        elif team == NOBODY:
            self.given.emit(None, "", reason)
        else:
            self.given.emit(team, "place" if team in self._by_itself else self.decided.current, reason)


def _teams() -> QComboBox:
    box = QComboBox()
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _who_decided() -> Segments:
    choices = (("jury", _("Jury")), ("partner", _("Giver")), ("hall", _("Hall")))
    return Segments(choices, _("Who decided"))
