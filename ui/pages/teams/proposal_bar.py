"""The bar that shows how far a proposal is, offers it, and says how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from hackdesk.teams.kept import WAYS, KeptPlan
from hackdesk.teams.preview import Preview
from hackdesk.teams.proposal import A_FEW_MOVES, Proposal
from ui.text import _, many, words
from ui.widgets.bar import Bar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.segments import Segments

_MOST_NAMED = 3


class ProposalBar(Card):
    """applied(), put_away(), another(way): ties drawn anew, tried(way), stopped(), again(): moved people stay."""

    applied = Signal()
    put_away = Signal()
    another = Signal(str)
    tried = Signal(str)
    stopped = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__(tone="accent")
        self.body.setContentsMargins(20, 12, 14, 12)
        self.body.setSpacing(8)
        self.title, self.sentence = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.about, self.record = Label("", "muted", wrap=True), Label("", "muted", wrap=True)
        self.broken = Pill(_("Breaks a rule"), "bad")
        self.bar = Bar()
        self.ways = Segments([(key, _(word)) for key, word in WAYS.items()], _("Who may change teams"))
        self.stop_button = Button(_("Stop, keep the best"), self.stopped.emit)
        self.apply_button = Button(_("Use this"), self.applied.emit, kind="primary")
        self.again_button = Button(_("Work it out again, these moves stay"), self.again.emit)
        self.draw_button = Button(_("Draw ties again"), self._draw_again, kind="plain")
        self.away_button = Button(_("Put away"), self.put_away.emit, kind="plain")
        self.ways.chosen.connect(self.tried)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (
            self.stop_button, self.draw_button, self.away_button, self.again_button, self.apply_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        self._line, self._choice = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _side in range(2))
        self._line.addWidget(self.title, 1)
        self._line.addLayout(buttons)
        self._choice.addWidget(self.ways)
        self._choice.addWidget(self.about, 1)
        for line in (self._line, self._choice):
            line.setSpacing(10)
        self.body.addLayout(self._line)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.record)
        troubles = QHBoxLayout()
        troubles.setSpacing(10)
        troubles.addWidget(self.broken)
        troubles.addWidget(self.sentence, 1)
        self.body.addLayout(troubles)
        self.body.addLayout(self._choice)
        self.hide()

    def shrink(self, *, narrow: bool) -> None:
        """Stand the words and the buttons below each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for line in (self._line, self._choice):
            line.setDirection(down if narrow else across)

    def show_working(self, way: str) -> None:
        """Nothing is known yet."""
        self.title.setText(_("Working out who sits where …"))
        self.record.setText("")
        self.sentence.setText("")
        self.bar.show_value(0, 1)
        self.ways.choose(way)
        self._arrange(working=True, choice=False, again=False)

    def show_step(self, done: int, of: int) -> None:
        """How far it is."""
        self.bar.show_value(done, of)

    def show_better(self, proposal: Proposal, preview: Preview) -> None:
        """The best so far, while it goes on."""
        self.title.setText(_("Working it out: {what}", what=_what(proposal, preview)))
        self.record.setText(how_good(proposal) or _("Looking how much better it could be"))
        self._arrange(working=True, choice=False, again=False)

    def show_proposal(
        self, proposal: Proposal, preview: Preview, kept: KeptPlan | None, troubles: Sequence[str] = ()
    ) -> None:
        """What it would do, how good it is, and every rule it cannot keep. troubles: what has changed since."""
        name = kept.name if kept else _("Proposal")
        self.title.setText(_("{name}: {what}", name=name, what=_what(proposal, preview)))
        self.record.setText(" · ".join(_record(proposal, kept, fresh=not troubles)))
        self.record.setToolTip(_told_besides(kept))
        self.sentence.setText(" ".join((*troubles, _troubles(proposal))).strip())
        if kept and kept.way:
            self.ways.choose(kept.way)
        self._arrange(working=False, choice=not troubles, again=bool(troubles))
        self.broken.setVisible(bool(proposal.broken))
        seated = any(person.seat for person in proposal.problem.people)
        for part in (self.ways, self.about):
            part.setVisible(seated and not troubles)
        self.about.setText(_about(self.ways.current))
        self.apply_button.setEnabled(bool(preview.coming or proposal.moved))
        self.apply_button.setFocus()

    def show_stale(self, moved: Sequence[str]) -> None:
        """The room has changed since; the plan itself stays among those kept. moved: names."""
        self.title.setText(_("The room has changed since this was worked out"))
        self.record.setText("")
        told = _("Moved meanwhile: {people}.", people=", ".join(moved)) if moved else _(
            "People or topics have come or gone meanwhile."
        )  # fmt: skip
        self.sentence.setText(told)
        self._arrange(working=False, choice=False, again=True)
        self.apply_button.hide()
        self.again_button.setFocus()

    def _arrange(self, *, working: bool, choice: bool, again: bool) -> None:
        self.bar.setVisible(working)
        self.broken.hide()
        self.stop_button.setVisible(working)
        self.record.setVisible(bool(self.record.text()))
        self.sentence.setVisible(bool(self.sentence.text()) and not working)
        for part in (self.ways, self.about, self.draw_button):
            part.setVisible(choice)
        self.again_button.setVisible(again)
        self.apply_button.setVisible(not working)
        self.show()

    def _draw_again(self) -> None:
        self.another.emit(self.ways.current if self.ways.isVisibleTo(self) else "best")


def how_good(proposal: Proposal) -> str:
    """How far from the best it is, in words; empty where nothing is known."""
    if proposal.proved:
        return _("Best possible as far as the rules allow") if proposal.broken else _("Best possible, proved")
    if proposal.within is None:
        return ""
    return many("At most {count} point from the best", "At most {count} points from the best", proposal.within)


def how_good_kept(kept: KeptPlan) -> str:
    """The same of a plan that was kept, as it was when it was worked out."""
    if kept.bound is not None and kept.points <= kept.bound:
        allowed, proved = _("Best possible as far as the rules allow"), _("Best possible, proved")
        return allowed if kept.state == "broken" else proved
    if kept.bound is None:
        return _("Not known how much better it could be")
    return many(
        "At most {count} point from the best", "At most {count} points from the best", kept.points - kept.bound
    )


def _record(proposal: Proposal, kept: KeptPlan | None, *, fresh: bool) -> list[str]:
    points = _("{points} points", points=proposal.score.total)
    said = [how_good_kept(kept) if kept else how_good(proposal), points]
    if kept:
        said.append(_("worked out in {seconds} s", seconds=words.number(kept.seconds, 1)))
    said.append(_("draw number {seed}", seed=proposal.seed))
    if proposal.stopped and fresh:
        said.append(_("stopped by hand"))
    return [part for part in said if part]


def _told_besides(kept: KeptPlan | None) -> str:
    said = [_("The same draw number gives the same teams in the same room.")]
    if kept:
        said.append(_("Steps tried: {steps}.", steps=words.number(kept.steps)))
    return " ".join(said)


def _about(way: str) -> str:
    if way == "keep":
        return _("Only people without a place are placed; nobody else moves.")
    if way == "few":
        said = _("Somebody moves only where that is worth more than {points} points to the room.")
        return said.format(points=A_FEW_MOVES)
    return _("Anybody who is not pinned may move.")


def _what(proposal: Proposal, preview: Preview) -> str:
    new = sum(not planned.team.exists for planned in proposal.teams)
    parts = []
    if new:
        parts.append(many("{count} new team", "{count} new teams", new))
    joining = len(preview.coming) - sum(
        person.id in preview.coming and person.seat is not None for person in proposal.problem.people
    )
    seated = any(person.seat for person in proposal.problem.people)
    if joining or not seated:
        parts.append(many("{count} person gets a place", "{count} people get a place", joining))
    if proposal.moved:
        parts.append(many("{count} person moves", "{count} people move", proposal.moved))
    elif seated:
        parts.append(_("nobody moves"))
    if preview.closing:
        parts.append(many("{count} team closes", "{count} teams close", len(preview.closing)))
    return ", ".join(parts)


def _troubles(proposal: Proposal) -> str:
    said = [_(found.sentence, **found.fields) for found in proposal.broken]
    more = len(said) - _MOST_NAMED
    if more > 0:
        said = [*said[:_MOST_NAMED], many("And {count} more.", "And {count} more.", more)]
    if proposal.topics_without:
        said.append(_("Found nobody: {topics}.", topics=", ".join(proposal.topics_without)))
    return " ".join(said)
