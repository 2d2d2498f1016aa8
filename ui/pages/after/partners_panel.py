"""What partners promised the teams, with the awards and besides, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout

from hackdesk.event.settings import settings_of
from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import PROMISE_WORDS, PartnerPromise, PromiseState
from hackdesk.follow_up.aftermath_queries import promises, today_of, untaken
from hackdesk.language import N_
from hackdesk.teams.queries import teams
from ui.form import Entry
from ui.inputs import ChoiceInput, LongInput, TextInput
from ui.page import Page
from ui.pages.after.day_input import TypedDayInput
from ui.pages.after.giver_line import GiverLine
from ui.pages.after.kept_list import KeptList
from ui.pages.after.typed_day import shown_day
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from datetime import date

    from hackdesk.event.store import Event

_SIGNS = {PromiseState.OPEN: "○", PromiseState.KEPT: "✓", PromiseState.BROKEN: "✗"}
_TONES = {PromiseState.OPEN: "plain", PromiseState.KEPT: "accent", PromiseState.BROKEN: "warn"}


@dataclass(frozen=True)
class PartnersNow:
    """What the panel reads. teams: (id, name); untaken: so many awards are not taken over yet."""

    promises: tuple[PartnerPromise, ...]
    teams: tuple[tuple[UUID, str], ...]
    untaken: int
    today: date
    ends_on: date


class PartnersPanel(Panel):
    """A line under the list takes a new promise; the rest is typed beside it."""

    keys = (
        ("Space", N_("The chosen promise was kept; once more: it is open again")),
        ("Enter", N_("Change the chosen promise")),
        ("Delete", N_("Remove the chosen promise")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._today: date | None = None
        self.list = KeptList(
            page, _("Partners' promises"),
            (
                Column(N_("Partner"), lambda one: one.giver, strong=True, width=150),
                Column(N_("Promise"), _what),
                Column(N_("By when"), lambda one: shown_day(one.by_when), width=108),
                Column("", lambda one: "", pill=self._sign, right=True, width=116),
            ),
            (
                Entry("giver", N_("Partner"), TextInput, "", 3),
                Entry("team_id", N_("To which team"), _TeamInput, "", 3),
                Entry("what", N_("What was promised"), lambda: LongInput(2)),
                Entry("by_when", N_("By when"), TypedDayInput, N_("Empty: no day was said"), 3),
                Entry("note", N_("Note"), lambda: LongInput(3), N_("Whom to ask, what came of it")),
            ),
            EmptyState(
                _("No promises yet"),
                _("What partners promised with their awards and besides stands here until it is kept."),
            ),
            lambda one: one.id,
        )  # fmt: skip
        self.list.latest, self.list.change, self.list.told = promises, _keep, self._tell
        self.take_button = Button("", self._take, kind="primary")
        self.kept_button = Button(_("Kept"), self._kept, sign="check")
        self.broken_button = Button(_("Not kept"), partial(self._mark, PromiseState.BROKEN), kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self.line = GiverLine()
        self.line.wanted.connect(self._add)
        self.list.otherwise = self.line.giver
        self.list.left.head.addWidget(self.take_button)
        self.list.left.body.addWidget(self.line)
        self.list.right.body.addLayout(row(self.kept_button, self.broken_button, self.remove_button))
        self.list.on_key("Space", self._kept)
        self.list.on_key("Delete", self._remove)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.list)
        self.setFocusProxy(self.list)

    def shrink(self, *, narrow: bool) -> None:
        self.list.shrink(narrow=narrow)

    def read(self, event: Event) -> PartnersNow:
        named = tuple((team.id, team.name) for team in teams(event))
        return PartnersNow(promises(event), named, untaken(event), today_of(event), settings_of(event).ends_on)

    def display(self, answer: PartnersNow) -> None:
        self._today = answer.today
        by_when, team = self.list.form.fields["by_when"].input, self.list.form.fields["team_id"].input
        assert isinstance(by_when, TypedDayInput) and isinstance(team, _TeamInput)
        by_when.after = answer.ends_on
        team.offer(answer.teams)
        self.take_button.setText(
            many("Take over {count} award", "Take over {count} awards", answer.untaken)
        )
        self.take_button.setVisible(bool(answer.untaken))
        self.list.show_rows(answer.promises)

    def select(self, subject: Any) -> None:
        """subject: the id of a promise."""
        self.list.bring(subject)

    def _sign(self, one: PartnerPromise) -> tuple[str, str]:
        if one.state is PromiseState.OPEN and one.by_when and self._today and one.by_when < self._today:
            return "! " + _("overdue"), "warn"
        return f"{_SIGNS[one.state]} {_(PROMISE_WORDS[one.state])}", _TONES[one.state]

    def _tell(self, one: PartnerPromise | None) -> None:
        self.list.right.title.setText(one.giver if one else "")
        closed = one is not None and one.state is not PromiseState.OPEN
        self.kept_button.setText(_("Open again") if closed else _("Kept"))
        self.broken_button.setVisible(not closed)
        for button in (self.kept_button, self.broken_button, self.remove_button):
            button.setEnabled(one is not None)

    # --- what is pressed ----------------------------------------------------------------------

    def _take(self) -> None:
        self.page.do(
            actions.take_promises, lambda count: many("{count} promise noted", "{count} promises noted", count)
        )

    def _add(self, giver: str, what: str) -> None:
        promise = PartnerPromise(uuid4(), giver, what)
        self.page.do(partial(actions.add_promise, promise=promise), partial(self._say_added, promise))

    def _say_added(self, promise: PartnerPromise, _nothing: None) -> str:
        self.line.begin()
        self.list.bring(promise.id)
        return _("Noted: {who} – {what}", who=promise.giver, what=promise.what)

    def _kept(self) -> None:
        one: PartnerPromise | None = self.list.current
        if one is not None:
            self._mark(PromiseState.KEPT if one.state is PromiseState.OPEN else PromiseState.OPEN)

    def _mark(self, state: PromiseState) -> None:
        one: PartnerPromise | None = self.list.current
        if one is not None:
            said = {
                PromiseState.OPEN: _("{who}: open again", who=one.giver),
                PromiseState.KEPT: _("{who}: kept", who=one.giver),
                PromiseState.BROKEN: _("{who}: not kept", who=one.giver),
            }
            self.list.set("state", state, said[state])

    def _remove(self) -> None:
        one: PartnerPromise | None = self.list.current
        if one is not None:
            self.list.take_out(_remove, _("Removed: {name}", name=one.giver))


class _TeamInput(ChoiceInput):
    """A team, or none."""

    def __init__(self) -> None:
        super().__init__([("", _("without a team"))])

    def offer(self, named: Sequence[tuple[UUID, str]]) -> None:
        """Which teams there are; what is chosen stays."""
        chosen = self.value()
        with QSignalBlocker(self):
            while self.count() > 1:
                self.removeItem(1)
            for team, name in named:
                self.addItem(name, str(team))
        self.show_value(chosen)

    def value(self) -> UUID | None:
        return UUID(self.currentData()) if self.currentData() else None

    def show_value(self, value: UUID | None) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(str(value or ""))))


def _what(one: PartnerPromise) -> str:
    return "\n".join(filter(None, (one.what, one.team)))


def _keep(event: Event, new: PartnerPromise, seen: PartnerPromise) -> None:
    if new.state is seen.state:
        actions.edit_promise(event, new, seen=seen.version)
    else:
        actions.mark_promise(event, seen.id, new.state, seen=seen.version)


def _remove(event: Event, seen: PartnerPromise) -> None:
    actions.remove_promise(event, seen.id, seen=seen.version)
