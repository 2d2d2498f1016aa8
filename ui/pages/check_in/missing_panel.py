"""Who is expected and not here yet, in the order in which it matters, with numbers to dial from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.rules import Group
from hackdesk.people.search import Index
from hackdesk.people.turnout import OUTCOMES
from hackdesk.teams.rules import Topic
from hackdesk.teams.turnout import Callee
from ui import theme
from ui.call_card import TONES, CallCard, called
from ui.calling import Calling
from ui.page import Page
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (64, 36)


@dataclass(frozen=True)
class MissingNow:
    """What the panel reads. people: how many are on the list at all."""

    missing: tuple[Callee, ...]
    groups: tuple[Group, ...]
    topics: tuple[Topic, ...]
    people: int
    day: date
    zone: tzinfo


class MissingPanel(Panel):
    """The list keeps the keyboard: 1 to 4 note a call, Enter checks in, Delete cancels."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._now: MissingNow | None = None
        self._index: Index | None = None
        self._wanted_topic: UUID | None = None
        self.search = SearchField(_("Name, organisation or phone number"))
        self.group, self.topic = QComboBox(), QComboBox()
        self.needed_first = QCheckBox(_("Jurors, owners, mentors first"))
        self.table = Table(
            (
                Column(N_("Name"), lambda callee: callee.person.name, strong=True),
                Column(N_("Why call"), self._why),
                Column(N_("Phone"), lambda callee: callee.person.phone, strong=True, width=148),
                Column(N_("Last call"), self._last_said, pill=self._last, width=156),
            ),
            name=_("Not here yet"),
        )  # fmt: skip
        self.count = Label("", "muted")
        self.print_button = Button(_("Print the list"), self._print, sign="printer")
        self.card = CallCard(at_door=True)
        self._calling = Calling(page, self.card)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        for box, name in ((self.group, _("Group")), (self.topic, _("Topic"))):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.needed_first.setChecked(True)
        boxes = QHBoxLayout()
        boxes.addWidget(self.group, 1)
        boxes.addWidget(self.topic, 1)
        self._filters = filters = QBoxLayout(_ACROSS)
        filters.addLayout(boxes, 1)
        filters.addWidget(self.needed_first)
        for line in (boxes, filters):
            line.setSpacing(10)
        self._stack.addWidget(self.table)
        self.nobody = EmptyState(_("Everybody is in"), _("Nobody who is expected today is missing."))
        self.unlisted = EmptyState(
            _("Nobody is on the list yet"), _("Bring in the list of registrations under Prepare.")
        )
        self.unmatched = EmptyState(
            _("Nobody here matches"), _("Everybody you ask for is in, or is spelled otherwise."),
            _("Show all who are missing"), self.show_all, kind="quiet",
        )  # fmt: skip
        for part in (self.nobody, self.unlisted, self.unmatched):
            self._stack.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.print_button)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.search)
        lines.addLayout(filters)
        lines.addWidget(self._stack, 1)
        lines.addLayout(below)
        self._scroll = Scroll(self.card)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(left, _SHARES[0])
        self._sides.addWidget(self._scroll, _SHARES[1])

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._come)
        self.search.searched.connect(self._filter)
        self.search.moved.connect(self.table.move_by)
        self.search.entered.connect(self.table.setFocus)
        self.group.activated.connect(self._filter)
        self.topic.activated.connect(self._filter)
        self.needed_first.toggled.connect(self._filter)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._begin_search)

    def shrink(self, *, narrow: bool) -> None:
        for line in (self._sides, self._filters):
            line.setDirection(_DOWN if narrow else _ACROSS)
        self.table.setMinimumHeight(240 if narrow else 0)
        self._scroll.setMinimumHeight(self.card.sizeHint().height() if narrow else 0)

    def read(self, event: Event) -> MissingNow:
        from hackdesk.event.settings import settings_of
        from hackdesk.jury.queries import judging_people
        from hackdesk.people import queries
        from hackdesk.teams.queries import missing, topics

        return MissingNow(
            missing(event, judging_people(event)), queries.groups(event),
            tuple(topic for topic in topics(event) if topic.open), len(queries.people(event)),
            queries.attendance_day(event), settings_of(event).zone,
        )  # fmt: skip

    def display(self, answer: MissingNow) -> None:
        self._now = answer
        self._index = Index((callee.person for callee in answer.missing), answer.day)
        self._offer(self.group, _("All groups"), [(group.key, group.name) for group in answer.groups])
        self._offer(self.topic, _("All topics"), [(str(topic.id), topic.title) for topic in answer.topics])
        if self._wanted_topic is not None:
            self.topic.setCurrentIndex(max(0, self.topic.findData(str(self._wanted_topic))))
            self._wanted_topic = None
        self._filter()

    def select(self, topic_id: UUID | None) -> None:
        """Show who is missing for a topic; None: everybody who is missing."""
        self._wanted_topic = topic_id
        self._reset()

    def show_all(self) -> None:
        """Everybody who is missing."""
        self._reset()
        self._filter()

    def _reset(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self.group.setCurrentIndex(0)
        self.topic.setCurrentIndex(0)

    @staticmethod
    def _offer(box: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
        """Other choices; the chosen one stays where it is still there."""
        chosen = box.currentData()
        box.clear()
        box.addItem(everything, None)
        for key, word in choices:
            box.addItem(word, key)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)

    def _filter(self, _change: object = None) -> None:
        if self._now is None or self._index is None:
            return
        shown = list(self._now.missing)
        if (text := self.search.text()).strip():
            found = {person.id for person in self._index.find(text, len(shown)).people}
            shown = [callee for callee in shown if callee.id in found]
        if (group := self.group.currentData()) is not None:
            shown = [callee for callee in shown if group in callee.person.groups]
        if (topic := self.topic.currentData()) is not None:
            shown = [callee for callee in shown if topic in map(str, callee.topics)]
        if not self.needed_first.isChecked():
            shown.sort(key=lambda callee: callee.person.name.casefold())
        self._show_rows(shown)

    def _show_rows(self, shown: list[Callee]) -> None:
        assert self._now is not None
        at = self.table.currentIndex().row()
        self.table.replace(shown)
        if self.table.current is None and shown:
            self.table.choose(shown[max(0, min(at, len(shown) - 1))].id)
        empty = self.nobody if self._now.people else self.unlisted
        if self._now.missing:
            empty = self.unmatched
        self._stack.setCurrentWidget(self.table if shown else empty)
        reached = sum(bool(callee.calls) for callee in shown)
        parts = [many("{count} not here yet", "{count} not here yet", len(shown))]
        if reached:
            parts.append(many("{count} called", "{count} called", reached))
        self.count.setText(" · ".join(parts))
        self._show_chosen(self.table.current)

    def _show_chosen(self, callee: Callee | None) -> None:
        if self._now is None:
            return
        self.card.show_callee(callee, self._now.zone, self._about(callee) if callee else "")

    def _about(self, callee: Callee) -> str:
        known = {group.key: group.short_name for group in self._now.groups} if self._now else {}
        person = callee.person
        groups = [known.get(key, key) for key in person.groups]
        return " · ".join(filter(None, (person.organisation or person.municipality, *groups)))

    def _why(self, callee: Callee) -> str:
        return " · ".join(why.said(words) for why in callee.whys) or self._about(callee)

    def _last_said(self, callee: Callee) -> str:
        return called(callee.last, self._now.zone) if callee.last and self._now else ""

    def _last(self, callee: Callee) -> tuple[str, str] | None:
        if callee.last is None or self._now is None:
            return None
        when = words.time(callee.last.at, self._now.zone)
        return f"{when} {_(OUTCOMES[callee.last.outcome])}", TONES[callee.last.outcome]

    def _come(self, callee: Callee) -> None:
        self._calling.check_in(callee.person)

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _print(self) -> None:
        self.page.wants.emit("documents", "missing")
