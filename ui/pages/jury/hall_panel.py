"""The hall's vote: how it votes, opening and closing it, paper slips, and how many have voted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.event.undo import undo
from hackdesk.jury import actions, hall
from hackdesk.jury.hall_queries import HallNow, hall_now
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.jury.hall_count_card import HallCountCard
from ui.pages.jury.hall_phones_card import HallPhonesCard
from ui.pages.jury.hall_set_up_card import HallSetUpCard
from ui.pages.jury.hall_slip_card import HallSlipCard
from ui.panel import Panel
from ui.text import _
from ui.undoing import numbered
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class HallPanel(Panel):
    """Before the vote it is set up here; while it runs slips are typed and counts shown; who leads is not."""

    keys = (
        ("Enter", N_("Take the code of a slip, then the vote on it")),
        ("Esc", N_("Put a slip away without a vote")),
        ("F9", N_("Sound on or off")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: HallNow | None = None
        self.open_button = Button(_("Open the vote"), self._open, kind="primary")
        self.close_button = Button(_("Close the vote"), self._close)
        self.title_buttons = QWidget()
        self.title_buttons.setLayout(row(self.close_button, self.open_button))
        self.slip = HallSlipCard(page)
        self.set_up, self.count, self.phones = HallSetUpCard(), HallCountCard(), HallPhonesCard(page)
        self.closed = _ClosedCard(self)
        self.none = EmptyState(
            _("No teams yet"), _("As soon as there are two teams, the hall can vote for them."), _("Go to Teams")
        )
        self.none.wanted.connect(partial(page.wants.emit, "teams", None))
        self._stack = QStackedWidget()
        for part in (self._build(), self.none):
            self._stack.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self.set_up.wanted.connect(self._set_up)
        self.set_up.award_wanted.connect(self._decide)
        self.set_up.slips_wanted.connect(partial(page.wants.emit, "documents", "hall_slips"))
        self.set_up.awards_wanted.connect(partial(page.wants.emit, "prepare", "awards"))
        self.setFocusProxy(self.slip)

    def _build(self) -> QWidget:
        whole = QWidget()
        self._line = QBoxLayout(_ACROSS, whole)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for parts, side in (
            ((self.slip, self.closed, self.set_up), left), ((self.count, self.phones), right),
        ):  # fmt: skip
            side.setSpacing(theme.GAP)
            for part in parts:
                side.addWidget(part)
            side.addStretch()
        self._line.addLayout(left, _SHARES[0])
        self._line.addLayout(right, _SHARES[1])
        scroll = Scroll(whole)
        self.slip.asked.connect(scroll.ensureWidgetVisible)
        return scroll

    def read(self, event: Event) -> HallNow:
        return hall_now(event)

    def display(self, answer: HallNow) -> None:
        self.now = answer
        here = bool(answer.teams) and not answer.elsewhere
        self._stack.setCurrentIndex(0 if here else 1)
        if answer.elsewhere:
            self.none.name(
                _("The hall votes on the laptop that stayed"), _("This file holds the jury's part only.")
            )
        self.none.button.setVisible(not answer.elsewhere)
        over = answer.sealed is not None
        self.open_button.setVisible(here and not answer.open and not over)
        self.open_button.setText(_("Open it again") if answer.vote.state == hall.CLOSED else _("Open the vote"))
        self.open_button.set_kind("quiet" if answer.vote.state == hall.CLOSED else "primary")
        self.close_button.setVisible(answer.open)
        self.slip.setVisible(answer.open)
        self.closed.setVisible(over or answer.vote.state == hall.CLOSED)
        self.closed.show_vote(answer)
        self.slip.show_vote(answer)
        self.set_up.show_vote(answer)
        self.count.show_vote(answer)
        self.phones.setVisible(answer.open)

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    def _open(self) -> None:
        self._do(actions.open_hall, _("The vote is open."), self.slip.begin)

    def _close(self) -> None:
        self._do(actions.close_hall, _("The vote is closed."))

    def _set_up(self, changed: dict[str, Any]) -> None:
        self._do(partial(actions.set_up_hall, **changed), _("Saved: how the hall votes."))

    def _decide(self, award_id: Any) -> None:
        said = _("The hall decides this award.") if award_id else _("The hall decides no award.")
        self._do(partial(actions.hall_decides, award_id=award_id), said)

    def _do(self, action: Callable[[Event], Any], said: str, then: Callable[[], None] | None = None) -> None:
        def confirm(answer: tuple[Any, int | None]) -> None:
            number = answer[1]
            back = partial(self.page.ask, partial(undo, number=number), self.page.say_undone) if number else None
            self.page.receipt(said, back)
            self.page.refresh()
            if then is not None:
                then()

        def refused(error: Any) -> None:
            self.page.sorry(error)
            self.page.refresh()  # a switch that was refused goes back to where it was

        self.page.ask(numbered(action), confirm, refused)


class _ClosedCard(Card):
    """The vote is over: where its result is looked at."""

    def __init__(self, panel: HallPanel) -> None:
        super().__init__(_("The vote is closed"))
        self._said = Label("", wrap=True)
        button = Button(_("Go to Results"), partial(panel.page.wants.emit, "results", None), kind="primary")
        self.body.addWidget(self._said)
        self.body.addLayout(row(button))

    def show_vote(self, now: HallNow) -> None:
        """Say why nothing is taken any more."""
        if now.sealed is not None:
            self._said.setText(_("The results are signed, and the hall's vote with them."))
        else:
            self._said.setText(
                _("What the hall says is on the Results page, as soon as somebody presses Look there.")
            )
