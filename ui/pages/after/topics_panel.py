"""What became of each topic, and which of them return at the next edition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import OUTCOME_WORDS, Outcome, TopicFate
from hackdesk.follow_up.aftermath_queries import fates
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import ChoiceInput, FlagInput, LongInput
from ui.page import Page
from ui.pages.after.kept_list import KeptList
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_SIGNS = {
    Outcome.GOES_ON: ("→", "accent"), Outcome.DONE: ("✓", "accent"), Outcome.WAITS: ("…", "info"),
    Outcome.ENDED: ("–", "plain"),
}  # fmt: skip


class TopicsPanel(Panel):
    """Each topic with the teams that worked on it; what became of it is said beside the list."""

    keys = (
        ("Space", N_("The chosen topic returns at the next edition; once more: it does not")),
        ("Enter", N_("Say what became of the chosen topic")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        empty = EmptyState(
            _("No topics yet"), _("What became of each topic stands here, and which of them return."),
            _("Write down the topics"), partial(page.wants.emit, "prepare", "topics"),
        )  # fmt: skip
        self.list = KeptList(
            page, _("Topics"),
            (
                Column(N_("Topic"), lambda one: one.title, strong=True),
                Column(N_("Team"), _teams, width=128),
                Column("", lambda one: "", pill=_sign, right=True, width=140),
                Column("", lambda one: "", pill=_returning, right=True, width=126),
            ),
            (
                Entry("outcome", N_("What became of it"), _OutcomeInput, "", 3),
                Entry("returns", N_("Next edition"), lambda: FlagInput(_("returns next time")), "", 3),
                Entry("note", N_("Note"), lambda: LongInput(6), N_("Who carries it on, and with whose money")),
            ),
            empty, lambda one: one.topic_id,
        )  # fmt: skip
        self.list.otherwise = empty.button
        self.list.latest, self.list.change, self.list.told = fates, _keep, self._tell
        self.counted = Label("", "second", wrap=True)
        self.list.left.body.addWidget(self.counted)
        self.list.on_key("Space", self._return)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.list)
        self.setFocusProxy(self.list)

    def shrink(self, *, narrow: bool) -> None:
        self.list.shrink(narrow=narrow)

    def read(self, event: Event) -> tuple[TopicFate, ...]:
        return fates(event)

    def display(self, answer: tuple[TopicFate, ...]) -> None:
        self.list.show_rows(answer)
        silent = sum(one.outcome is None for one in answer)
        self.counted.setText(
            many("Nobody has said yet what became of {count} topic.",
                 "Nobody has said yet what became of {count} topics.", silent) if silent else ""
        )  # fmt: skip
        self.counted.setVisible(bool(silent))

    def select(self, subject: Any) -> None:
        """subject: the id of a topic."""
        self.list.bring(subject)

    def _tell(self, one: TopicFate | None) -> None:
        self.list.right.title.setText(one.title if one else "")

    def _return(self) -> None:
        one: TopicFate | None = self.list.current
        if one is not None:
            said = (_("{topic} does not return", topic=one.title) if one.returns
                    else _("{topic} returns next time", topic=one.title))  # fmt: skip
            self.list.set("returns", not one.returns, said)


def _sign(one: TopicFate) -> tuple[str, str] | None:
    if one.outcome is None:
        return None
    sign, tone = _SIGNS[one.outcome]
    return f"{sign} {_(OUTCOME_WORDS[one.outcome])}", tone


def _teams(one: TopicFate) -> str:
    # Most teams are called as their topic is: that is not told twice.
    return ", ".join(_("as the topic") if name == one.title else name for name in one.teams) or _("no team")


def _returning(one: TopicFate) -> tuple[str, str] | None:
    return (_("returns"), "info") if one.returns else None


class _OutcomeInput(ChoiceInput):
    """What became of it; nothing while nobody has said."""

    def __init__(self) -> None:
        super().__init__([("", _("not said yet")), *((str(one), _(word)) for one, word in OUTCOME_WORDS.items())])

    def value(self) -> Outcome | None:
        return Outcome(self.currentData()) if self.currentData() else None

    def show_value(self, value: Outcome | None) -> None:
        super().show_value(str(value or ""))


def _keep(event: Event, new: TopicFate, seen: TopicFate) -> None:
    actions.keep_fate(event, new, seen=seen.version)
