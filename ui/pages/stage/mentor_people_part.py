"""Who the mentors are: what they know, when they are here, where they sit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import Mentor, MentorDraft, Mentoring, MentorRound, Span
from hackdesk.language import N_
from hackdesk.teams.rules import folded
from ui.page import Page
from ui.pages.stage.list_and_form import Action, ListAndForm
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.themes_line import ThemesLine
from ui.pages.stage.typed_span import shown_span, typed_span
from ui.rows import Column
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.table import Table


class HereLine(QWidget):
    """Whether a mentor is here in a round, and from when until when."""

    def __init__(self, which: MentorRound, zone: ZoneInfo) -> None:
        super().__init__()
        self.which, self._zone = which, zone
        self._whole = shown_span((which.starts_at, which.ends_at), zone)
        self.here, self.span = QCheckBox(which.name), QLineEdit(self._whole)
        self.span.setAccessibleName(_("Here in “{round}”, from–until", round=which.name))
        self.span.setFixedWidth(130)
        self.here.toggled.connect(self.span.setVisible)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.here, 1)
        line.addWidget(self.span)
        self.show_times(())

    def show_times(self, times: Sequence[Span]) -> None:
        """Show what of the round lies in these times; none: all of it."""
        starts, ends = self.which.starts_at, self.which.ends_at
        inside = [(max(first, starts), min(last, ends)) for first, last in times]
        inside = [(first, last) for first, last in inside if first < last]
        self.here.setChecked(bool(inside) or not times)
        self.span.setVisible(self.here.isChecked())
        self.span.setText(shown_span((inside[0][0], inside[-1][1]), self._zone) if inside else self._whole)

    @property
    def whole(self) -> bool:
        """Whether they are here for the whole round."""
        return self.here.isChecked() and self.span.text().strip() in ("", self._whole)

    def value(self) -> tuple[Span, ...]:
        """The times in the round. Raises HackDeskError for what is no time."""
        if not self.here.isChecked():
            return ()
        if self.whole:
            return ((self.which.starts_at, self.which.ends_at),)
        day = self.which.starts_at.astimezone(self._zone).date()
        return (typed_span(self.span.text(), day, self._zone),)


class MentorPeoplePart(ListAndForm):
    """Left the mentors, right one of them to be written down."""

    low = 170

    def __init__(self, page: Page) -> None:
        self.read: MentorsNow | None = None
        table = Table(
            (
                Column(N_("Mentor"), lambda mentor: mentor.name, strong=True),
                Column(N_("Knows"), lambda mentor: ", ".join(mentor.themes)),
                Column(N_("Where"), lambda mentor: mentor.place, width=136),
                Column(N_("Visits"), self._visits, width=76, right=True),
                Column("", lambda mentor: "", pill=self._sign, width=128, right=True),
            ),
            name=_("Mentors"), wrap=True,
        )  # fmt: skip
        super().__init__(page, table, _("Mentors"), _("A mentor"))
        self._names = QStringListModel(self)
        self.name, self.place = QLineEdit(), QLineEdit()
        self.themes = ThemesLine(_("What they know"))
        self.here_title = Label(_("Here"), "label")
        self.here: list[HereLine] = []
        self.list_button = Button("", self._take_list, size="small")
        self.list.head.addWidget(self.list_button)
        for field in (
            Field(_("Name"), self.name, _("A person of the list, or anybody")),
            Field(_("What they know"), self.themes, _("Themes with commas between")),
            Field(_("Where teams find them"), self.place, _("Empty: they walk from table to table")),
            self.here_title,
        ):
            self.fields.addWidget(field)
        self._lines = QVBoxLayout()
        self.fields.addLayout(self._lines)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.setFocusProxy(self.name)

    def shrink(self, *, narrow: bool) -> None:
        super().shrink(narrow=narrow)
        self.table.setColumnHidden(2, narrow)

    def display(self, read: MentorsNow) -> None:
        """Show what was read; the form keeps what is typed."""
        self.read = read
        self.table.replace(read.now.mentors)
        self._names.setStringList([person.name for person in read.people])
        self.themes.suggest(read.themes)
        zone = ZoneInfo(read.now.zone)
        rounds = [line.which for line in self.here]
        if rounds != list(read.now.rounds):
            for line in self.here:
                line.hide()
                line.deleteLater()
            self.here = [HereLine(which, zone) for which in read.now.rounds]
            for line in self.here:
                self._lines.addWidget(line)
                line.show_times(self.edited.times if self.edited else ())
        self.here_title.setVisible(bool(self.here))
        self.list_button.setVisible(read.new_mentors > 0)
        self.list_button.setText(
            many("Take {count} mentor from the list", "Take {count} mentors from the list", read.new_mentors)
        )
        self.show_edited(self.edited)

    def begin(self) -> None:
        super().begin()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, one: Mentor | None) -> None:
        self.name.setText(one.name if one else "")
        self.place.setText(one.place if one else "")
        self.themes.clear()
        self.themes.show_themes(one.themes if one else ())
        for line in self.here:
            line.show_times(one.times if one else ())

    def draft(self) -> MentorDraft:
        name = self.name.text().strip()
        found = [one for one in self.read.people if folded(one.name) == folded(name)] if self.read else []
        whole = all(line.whole for line in self.here)
        times = () if whole else tuple(span for line in self.here for span in line.value())
        if not whole and not times:
            first = self.here[0].which.starts_at
            times = ((first, first),)  # a time without length: they are here at no time
        return MentorDraft(name, found[0].id if found else None, self.themes.themes, times, self.place.text())

    def adding(self, draft: MentorDraft) -> tuple[Action, Callable[[Any], str]]:
        return partial(actions.add_mentor, draft=draft), _added

    def editing(self, one: Mentor, draft: MentorDraft) -> Action:
        return partial(actions.edit_mentor, mentor=one.id, draft=draft, seen=one.version)

    def removing(self, one: Mentor) -> tuple[Action, Callable[[Any], str]]:
        return partial(actions.remove_mentor, mentor=one.id, seen=one.version), _removed

    def _take_list(self) -> None:
        self.page.do(actions.add_mentors_of_the_list, _taken)

    def _visits(self, mentor: Mentor) -> str:
        now = self.read.now if self.read else Mentoring()
        count = sum(visit.mentor_id == mentor.id for visit in now.visits)
        return str(count) if count else ""

    def _sign(self, mentor: Mentor) -> tuple[str, str] | None:
        if not mentor.times or self.read is None:
            return None
        zone = ZoneInfo(self.read.now.zone)
        there = [(first, last) for first, last in mentor.times if first < last]
        if not there:
            return _("not here"), "warn"
        return _span_words(there, zone), "info"


def _span_words(times: Sequence[tuple[datetime, datetime]], zone: ZoneInfo) -> str:
    return shown_span(times[0], zone) + (" …" if len(times) > 1 else "")


def _added(mentor: Mentor) -> str:
    return _("{name} is a mentor", name=mentor.name)


def _removed(mentor: Mentor) -> str:
    return _("{name} is no mentor any more", name=mentor.name)


def _taken(count: int) -> str:
    return many("{count} mentor taken from the list", "{count} mentors taken from the list", count)
