"""What is still missing, to be called out juror by juror; whether the round is closed, and closing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.jury import actions
from hackdesk.jury.paper_queries import JuryNow
from hackdesk.jury.reconcile import Due, still_missing
from ui.page import Page
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.scroll import Scroll

#: More teams than this are not named: the matrix shows them.
_NAMED = 12


class RoundPill(Pill):
    """Whether the round is open, for the title line."""

    def __init__(self) -> None:
        super().__init__("")

    def show_now(self, now: JuryNow) -> None:
        """Say how it is now."""
        number = now.progress.judging.round
        if now.closed:
            self.say(_("Round {round} is closed", round=number), "warn")
        else:
            self.say(_("Round {round} is open", round=number), "accent")


def close_round(page: Page) -> None:
    """Close the round; the receipt can take it back."""
    page.do(actions.close_round, lambda number: _("Round {round} is closed", round=number))


def open_round(page: Page) -> None:
    """Open it again."""
    page.do(actions.open_round, lambda number: _("Round {round} is open", round=number))


class RoundCard(Card):
    """closed, opened: the round is to be closed, or opened again."""

    closed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__(_("Still missing"))
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(8)
        self._said: list[Label] = []
        self._lines.addStretch()
        self._area = Scroll(inside)
        self._state = Label("", "second", wrap=True)
        self.button = Button("", self._press, sign="lock")
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._state)
        self.body.addLayout(row(self.button))
        self._closed = False

    @property
    def sentences(self) -> list[str]:
        """What is missing, a sentence a juror."""
        return [label.text() for label in self._said if not label.isHidden()]

    def show_now(self, now: JuryNow, due: tuple[Due, ...]) -> None:
        """Show what is missing and whether the round is closed."""
        missing = [missing_sentence(ones) for ones in still_missing(due).values()]
        sentences = missing or [_("Every ballot is in.")]
        while len(self._said) < len(sentences):
            label = Label("", wrap=True)
            self._said.append(label)
            self._lines.insertWidget(len(self._said) - 1, label)
        for number, label in enumerate(self._said):
            label.setVisible(number < len(sentences))
            label.setText(sentences[number] if number < len(sentences) else "")
        self._closed = now.closed
        self._state.setText(
            _("Jurors change nothing more. What is on paper may still be typed.")
            if now.closed else _("Closing it, jurors change nothing more. It can be opened again.")
        )  # fmt: skip
        self.button.setText(_("Open the round again") if now.closed else _("Close the round"))
        self.button.show_sign("lock-open" if now.closed else "lock")
        for part in (self.button, self._state):
            part.setVisible(now.progress.sealed is None)

    def _press(self) -> None:
        (self.opened if self._closed else self.closed).emit()


def missing_sentence(ones: tuple[Due, ...]) -> str:
    """What is missing of one juror, as it is called out: by the numbers of the pitches, or by name."""
    drawn = all(one.team.turn for one in ones)
    teams = ", ".join(str(one.team.turn) if drawn else one.team.name for one in ones[:_NAMED])
    if len(ones) > _NAMED:
        teams += " …"
    juror = ones[0].juror.name
    if not drawn:
        return _("{juror}: {count} missing – {teams}", juror=juror, count=len(ones), teams=teams)
    return many(
        "{juror}: {count} missing – team {teams}", "{juror}: {count} missing – teams {teams}", len(ones),
        juror=juror, teams=teams,
    )  # fmt: skip
