"""Whether the chosen juror is close to a team: hints with their reasons, and what a person says of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.conflict_queries import Closeness
from hackdesk.jury.conflicts import Hint
from hackdesk.jury.rules import BallotState, Contestant, Juror
from hackdesk.language import Words
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card, Rule
from ui.widgets.field import Field
from ui.widgets.label import Label


class RecusalForm(QWidget):
    """The reason of a recusal, offered and to be edited. wanted(team, reason). Enter recuses, Esc puts away."""

    wanted = Signal(object, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.team: Contestant | None = None
        self._input = QLineEdit()
        self._input.returnPressed.connect(self._say)
        self.title = Label("", "strong", wrap=True)
        self.field = Field(_("Reason"), self._input, _("It will stand in the record"))
        self.button = Button(_("Recuse"), self._say, size="small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.title)
        lines.addWidget(self.field)
        lines.addLayout(row(self.button, Button(_("Cancel"), self.put_away, kind="plain", size="small")))
        self.hide()

    def open(self, juror: Juror, team: Contestant, reason: str) -> None:
        """Ask for the reason; what is offered is selected, so that typing takes its place."""
        self.team = team
        self.title.setText(_("Recuse {juror} from {team}", juror=juror.name, team=team.name))
        self.field.wrong("")
        self._input.setText(reason)
        self._input.selectAll()
        self.show()
        self._input.setFocus()

    def put_away(self) -> None:
        """Hide it; what was typed is gone."""
        had, self.team = self.isVisible(), None
        self.hide()
        if had:
            self.closed.emit()

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the reason why it was refused; what was typed stays."""
        self.field.wrong(words.error(error))
        self._input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        if self.team is not None:
            self.wanted.emit(self.team, self._input.text())


class CloseCard(Card):
    """recused(team, reason), taken_back(team), not_close(hint), again(), linked(person id): what was said."""

    recused = Signal(object, str)
    taken_back = Signal(object)
    not_close = Signal(object)
    again = Signal()
    linked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Close to a team?"))
        self._juror: Juror | None = None
        self._shown: tuple[Juror, Closeness] | None = None
        self._record: Words = words
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.form = RecusalForm()
        self.form.wanted.connect(self.recused)
        self.form.closed.connect(self._come_back)
        self.teams = QComboBox()
        self.teams.setAccessibleName(_("Another team"))
        self.teams.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.teams.setMinimumContentsLength(8)
        self.other_button = Button(_("Recuse …"), self._recuse_other, size="small")
        self._other = QWidget()
        lines = QVBoxLayout(self._other)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(Label(_("Another team"), "label"))
        line = row(self.teams, self.other_button)
        line.setStretch(0, 1)
        line.takeAt(line.count() - 1)
        lines.addLayout(line)
        self.body.addLayout(self._list)
        self.body.addWidget(self.form)
        self._rule = Rule()
        self.body.addWidget(self._rule)
        self.body.addWidget(self._other)

    def show_juror(self, juror: Juror, now: Closeness, record: Words) -> None:
        """Show what speaks for closeness of a juror. record: the language that a reason is offered in."""
        if self._juror is None or juror.id != self._juror.id:
            self.form.put_away()
        self._juror, self._record = juror, record
        if self._shown == (juror, now):
            return
        self._shown = juror, now
        had = self.isAncestorOf(self.focusWidget() or self) and any(
            button.hasFocus() for button in self._buttons()
        )  # fmt: skip
        self._fill(juror, now)
        if had:
            self._come_back()

    def done(self) -> None:
        """It is written: the form is not needed any more."""
        self.form.put_away()

    def _fill(self, juror: Juror, now: Closeness) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        teams = {team.id: team for team in now.progress.judging.active}
        to_look_at = now.to_look_at(juror.id)
        if (person := (now.links or {}).get(juror.id)) is not None:
            self._add_link(person.name, person.organisation, person.person_id)
        for hint in to_look_at:
            self._add_hint(hint, teams[hint.team_id])
        aside = self._add_recused(juror, now)
        put_away = [hint for hint in now.put_away if hint.juror_id == juror.id and hint.team_id in teams]
        away = [teams[hint.team_id].name for hint in put_away]
        if away:
            self._add_away(away)
        if not (to_look_at or aside or away):
            self._list.addWidget(Label(self._nothing(now), "second", wrap=True))
        hinted = {hint.team_id for hint in to_look_at} | aside
        others = [team for team in teams.values() if team.id not in hinted]
        chosen = self.teams.currentData()
        self.teams.clear()
        for team in others:
            self.teams.addItem(team.name, team.id)
        self.teams.setCurrentIndex(max(0, self.teams.findData(chosen)))
        for part in (self._rule, self._other):
            part.setVisible(bool(others))

    def _nothing(self, now: Closeness) -> str:
        if not now.progress.judging.active:
            return _("As soon as there are teams, hints stand here: same organisation, own team and the like.")
        return _("Nothing on the list of people speaks for it. Ask the juror all the same.")

    def _add_link(self, name: str, organisation: str, person_id: object) -> None:
        said = _("{name} is on the list of people too", name=" · ".join(filter(None, (name, organisation))))
        button = Button(_("It is the same person"), partial(self.linked.emit, person_id), size="small")
        self._add(Label(said, wrap=True), buttons=(button,))

    def _add_hint(self, hint: Hint, team: Contestant) -> None:
        name, reasons = Label(team.name, "strong", wrap=True), hint.said(words)
        recuse = Button(_("Recuse …"), partial(self._open, team, hint), size="small")
        recuse.setAccessibleName(_("Recuse from {team}", team=team.name))
        away = Button(_("Not close"), partial(self.not_close.emit, hint), size="small")
        away.setAccessibleName(_("Not close to {team}", team=team.name))
        said = _("Weak hint: {reasons}", reasons=reasons) if hint.weak else reasons[:1].upper() + reasons[1:]
        self._add(name, Label(said, "second", wrap=True), buttons=(recuse, away))

    def _add_recused(self, juror: Juror, now: Closeness) -> set[object]:
        found: set[object] = set()
        for team in now.progress.judging.active:
            if now.progress.state(juror, team.id) is BallotState.RECUSED:
                found.add(team.id)
                reason = now.progress.ballot(juror.id, team.id).reason
                back = Button(_("Take back"), partial(self.taken_back.emit, team), size="small")
                back.setAccessibleName(_("Take back the recusal from {team}", team=team.name))
                said = Label(_("Recused: {reason}", reason=reason), "second", wrap=True)
                self._add(Label(team.name, "strong", wrap=True), said, buttons=(back,))
        return found

    def _add_away(self, names: list[str]) -> None:
        said = Label(_("Not close, as was said: {teams}", teams=", ".join(names)), "second", wrap=True)
        again = Button(_("Look again"), self.again.emit, size="small")
        self._add(said, buttons=(again,))

    def _add(self, *said: Label, buttons: Sequence[Button]) -> None:
        # The buttons stand below: beside them a long word of a team's name would find no room.
        block = QWidget()
        lines = QVBoxLayout(block)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for label in said:
            lines.addWidget(label)
        lines.addSpacing(3)
        lines.addLayout(row(*buttons, gap=6))
        self._list.addWidget(block)

    def _open(self, team: Contestant, hint: Hint | None) -> None:
        if self._juror is not None:
            self.form.open(self._juror, team, hint.said(self._record) if hint else "")

    def _recuse_other(self) -> None:
        assert self._shown is not None
        wanted = self.teams.currentData()
        team = next((one for one in self._shown[1].progress.judging.active if one.id == wanted), None)
        if team is not None:
            self._open(team, None)

    def _buttons(self) -> list[Button]:
        items = (self._list.itemAt(number) for number in range(self._list.count()))
        blocks = [item.widget() for item in items if item is not None]
        return [button for block in blocks if block is not None for button in block.findChildren(Button)]

    def _come_back(self) -> None:
        """The keyboard stays in the card when what it was in goes."""
        buttons = self._buttons()
        (buttons[0] if buttons else self.other_button).setFocus()
