"""The topics on the wall: how each is worded, who owns it, how many may gather around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.queries import people
from hackdesk.people.rules import Group
from hackdesk.teams import actions
from hackdesk.teams.queries import Board, board, topics
from hackdesk.teams.rules import Topic, TopicDraft
from ui.form import Entry
from ui.inputs import FlagInput, GroupsInput, LongInput, TextInput, WholeInput
from ui.page import Page
from ui.pages.prepare.list_panel import ListPanel
from ui.pages.prepare.topic_inputs import LanguagesInput, ListInput, SizeInput
from ui.rows import Column
from ui.text import _, many
from ui.widgets.button import Button, row

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_STATES = {
    "withdrawn": (N_("withdrawn"), "plain"),
    "merged": (N_("merged"), "plain"),
    "no_team": (N_("no team"), "warn"),
}


@dataclass(frozen=True)
class TopicLine:
    """A topic as the form shows it. owner: a person's name, or whoever else was typed."""

    id: UUID
    name: str
    description: str = ""
    owner: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    min_size: int = 4
    max_size: int = 12
    must_run: bool = False
    most_teams: int = 1
    seats: int | None = None
    sought: tuple[str, ...] = ()
    pitched: bool = False
    state: str = "open"
    earlier: tuple[str, ...] = ()
    wishes: int = 0
    version: int = 0


@dataclass(frozen=True)
class Wall:
    """What the panel reads. people: names for the owner's field; named: titles people wrote that no topic has."""

    lines: tuple[TopicLine, ...]
    people: tuple[str, ...]
    named: tuple[str, ...]
    groups: tuple[Group, ...] = ()


def _sign(line: TopicLine) -> tuple[str, str] | None:
    if line.state in _STATES:
        word, tone = _STATES[line.state]
        return _(word), tone
    if line.must_run:
        return _("must run"), "accent"
    return (_("pitched"), "info") if line.pitched else None


class TopicsPanel(ListPanel):
    """A new wording keeps the old one, so that wishes made in the old words still count."""

    title = N_("Topics")
    empty = (
        N_("No topics yet"),
        N_("Write down each topic with its owner; teams gather around them."),
        N_("Add a topic"),
    )
    columns = (
        Column(N_("Title"), lambda line: line.name or _("New topic"), strong=True),
        Column(N_("Owner"), lambda line: line.owner, width=112),
        Column("", lambda line: "", pill=_sign, width=118, right=True),
    )
    entries = (
        Entry("name", N_("Title"), TextInput, N_("As it stands on the wall")),
        Entry("description", N_("What it is about"), LongInput),
        Entry("owner", N_("Owner"), TextInput, N_("Somebody on the list, or an institution")),
        Entry("min_size", N_("At least"), SizeInput, "", 2),
        Entry("max_size", N_("At most"), SizeInput, "", 2),
        Entry("must_run", N_("Team"), lambda: FlagInput(_("must run")), "", 2),
        Entry("most_teams", N_("Teams at most"), SizeInput, N_("More than one where many want it"), 3),
        Entry("seats", N_("People its owner wants"), WholeInput, N_("Empty: nobody said"), 3),
        Entry("sought", N_("Whom it looks for"), GroupsInput),
        Entry("languages", N_("Languages"), LanguagesInput, N_("Whoever joins speaks one of them; empty: any"), 3),
        Entry("skills", N_("Skills it needs"), ListInput, N_("With commas between"), 3),
    )

    def __init__(self, page: Page) -> None:
        self.named_button = Button("", self.add_named, kind="link")
        self.merge_button = Button(_("Merge into"))
        self.pitched_button = Button(_("Pitched"), self.pitch, key="Ctrl+T")
        super().__init__(page)
        self.right.body.addLayout(row(self.pitched_button))
        self._named: tuple[str, ...] = ()
        self._people = QStringListModel(self)
        completer = QCompleter(self._people, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        owner = self.form.fields["owner"].input
        assert isinstance(owner, TextInput)
        owner.setCompleter(completer)
        self._others = QMenu(self)
        self._others.triggered.connect(self._merge)
        self.merge_button.open_menu(self._others)
        self.empty_named_button = Button("", self.add_named)
        self._offer(self.table.parentWidget(), self.named_button)
        self._offer(self._stack.widget(1), self.empty_named_button)

    def _offer(self, place: QWidget | None, button: Button) -> None:
        """Put the offer before what stands last in that place."""
        lines = place.layout() if place else None
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.count() - 1, button, 0, Qt.AlignmentFlag.AlignCenter)

    def buttons(self) -> QHBoxLayout:
        line = super().buttons()
        line.insertWidget(2, self.merge_button)
        return line

    def read(self, event: Event) -> Wall:
        shown = board(event)
        names = sorted({person.name for person in people(event) if not person.cancelled})
        lines = tuple(_line(topic, shown) for topic in shown.topics)
        return Wall(lines, tuple(names), tuple(named.title for named in shown.named), shown.groups)

    def display(self, answer: Wall | Sequence[TopicLine]) -> None:
        if isinstance(answer, Wall):
            self._people.setStringList(list(answer.people))
            self._named = answer.named
            sought = self.form.fields["sought"].input
            assert isinstance(sought, GroupsInput)
            sought.offer(answer.groups)
            for button in (self.named_button, self.empty_named_button):
                count = len(answer.named)
                button.setText(
                    many("Add the {count} topic people named", "Add the {count} topics people named", count)
                )
                button.setVisible(bool(count))
            answer = answer.lines
        super().display(answer)

    def rows(self, event: Event) -> tuple[TopicLine, ...]:
        shown = board(event)
        return tuple(_line(topic, shown) for topic in shown.topics)

    def draft(self) -> TopicLine:
        return TopicLine(uuid4(), "")

    def add(self, event: Event, row: TopicLine) -> None:
        actions.add_topic(event, _draft(event, row))

    def change(self, event: Event, row: TopicLine, seen: TopicLine) -> None:
        actions.edit_topic(event, row.id, _draft(event, row), seen=seen.version)

    def take_out(self, event: Event, row: TopicLine) -> None:
        action = actions.reopen_topic if _closed(row) else actions.withdraw_topic
        action(event, row.id, seen=row.version)

    def pitch(self) -> None:
        """The chosen topic was presented to the room just now, or was not after all."""
        row = self.table.current
        if row is None or not row.version or _closed(row):
            return
        action = actions.clear_pitched if row.pitched else actions.mark_pitched
        said = _("“{topic}” is not pitched yet") if row.pitched else _("“{topic}” is pitched")
        work = partial(action, topic_id=row.id, seen=row.version)
        self.page.do(work, lambda topic: said.format(topic=topic.title))

    def add_named(self) -> None:
        """Make topics of the titles people wrote as their wishes."""
        self.page.ask(partial(actions.add_named_topics, titles=self._named), self._say_added)

    def _say_added(self, topics: tuple[Topic, ...]) -> None:
        self.page.receipt(many("{count} topic added", "{count} topics added", len(topics)), self.page.undo)

    def _say_removed(self, name: str) -> None:
        self.page.saved()

    def _show_chosen(self, row: Any) -> None:
        super()._show_chosen(row)
        closed = row is not None and _closed(row)
        self.remove_button.setText(_("Put back on the wall") if closed else _("Withdraw"))
        self.pitched_button.setEnabled(row is not None and bool(row.version) and not closed)
        self.pitched_button.setText(_("Not pitched") if row is not None and row.pitched else _("Pitched"))
        earlier = ", ".join(row.earlier) if row is not None else ""
        wished = many("{count} wish", "{count} wishes", row.wishes) if row is not None and row.version else ""
        before = _("Worded before: {titles}", titles=earlier) if earlier else ""
        self.remark.setText(" · ".join(filter(None, (wished, before))))
        self._others.clear()
        for other in self.table.rows:
            if row is not None and other.id != row.id and other.version and not _closed(other):
                self._others.addAction(other.name).setData(other.id)
        can_merge = row is not None and bool(row.version) and not closed and not self._others.isEmpty()
        self.merge_button.setVisible(can_merge)

    def _merge(self, action: QAction) -> None:
        row = self.table.current
        merged = partial(actions.merge_topics, topic_id=row.id, into=action.data(), seen=row.version)
        self.page.ask(merged, self._say_merged)

    def _say_merged(self, _topic: Topic) -> None:
        self.page.saved()


def _closed(line: TopicLine) -> bool:
    return line.state in ("withdrawn", "merged")


def _line(topic: Topic, shown: Board) -> TopicLine:
    return TopicLine(
        id=topic.id, name=topic.title, description=topic.description, owner=topic.owner,
        languages=topic.languages, skills=topic.skills, min_size=topic.min_size, max_size=topic.max_size,
        must_run=topic.must_run, most_teams=topic.most_teams, seats=topic.seats, sought=topic.sought,
        pitched=topic.pitched_at is not None, state=topic.state, earlier=topic.earlier_titles,
        wishes=shown.wishes_for(topic.id)[0], version=topic.version,
    )  # fmt: skip


def _draft(event: Event, line: TopicLine) -> TopicDraft:
    """The line as it is kept: an owner whose name is on the list is that person."""
    owner_id, owner_name = None, line.owner
    before = next((topic for topic in topics(event) if topic.id == line.id), None)
    if before and before.owner == line.owner:
        owner_id, owner_name = before.owner_id, before.owner_name
    elif line.owner:
        found = [person.id for person in people(event) if person.name == line.owner]
        if len(found) == 1:
            owner_id, owner_name = found[0], ""
    return TopicDraft(
        line.name, line.description, owner_id, owner_name, line.languages, line.skills,
        line.min_size, line.max_size, line.must_run, line.most_teams, line.seats, line.sought,
    )  # fmt: skip
