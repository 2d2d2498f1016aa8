"""Who the mentors are: what they know, when they are here, where they sit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import Mentor, MentorDraft, Mentoring, MentorRound, Span
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.rules import folded
from ui import theme
from ui.page import Page
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.themes_line import ThemesLine
from ui.pages.stage.typed_span import shown_span, typed_span
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


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


class MentorPeoplePart(QWidget):
    """Left the mentors, right one of them to be written down."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.read: MentorsNow | None = None
        self._edited: Mentor | None = None
        self._names = QStringListModel(self)
        self.table = Table(
            (
                Column(N_("Mentor"), lambda mentor: mentor.name, strong=True),
                Column(N_("Knows"), lambda mentor: ", ".join(mentor.themes)),
                Column(N_("Where"), lambda mentor: mentor.place, width=136),
                Column(N_("Visits"), self._visits, width=76, right=True),
                Column("", lambda mentor: "", pill=self._sign, width=128, right=True),
            ),
            name=_("Mentors"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.name, self.place = QLineEdit(), QLineEdit()
        self.themes = ThemesLine(_("What they know"))
        self.name_field = Field(_("Name"), self.name, _("A person of the list, or anybody"))
        self.themes_field = Field(_("What they know"), self.themes, _("Themes with commas between"))
        self.place_field = Field(_("Where teams find them"), self.place, _("Empty: they walk from table to table"))
        self.here_title, self.wrong = Label(_("Here"), "label"), Label("", "error", wrap=True)
        self.here: list[HereLine] = []
        self.keep_button = Button(_("Add"), self._keep, kind="primary", key="Ctrl+Return")
        self.new_button = Button(_("Another one"), self.begin, kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self.list_button = Button("", self._take_list, size="small")
        self.wrong.hide()
        self._lay_out()
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.table.chosen.connect(self._edit)
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        left, self.form = Card(_("Mentors")), Card(_("A mentor"))
        left.head.addWidget(self.list_button)
        left.body.addWidget(self.table, 1)
        for field in (self.name_field, self.themes_field, self.place_field, self.here_title):
            self.form.body.addWidget(field)
        self._lines = QVBoxLayout()
        self.form.body.addLayout(self._lines)
        self.form.body.addWidget(self.wrong)
        self.form.body.addLayout(row(self.keep_button, self.new_button, self.remove_button))
        self.form.body.addStretch()
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        scroll = Scroll(self.form)
        scroll.setMinimumWidth(340)
        self._sides.addWidget(left, 7)
        self._sides.addWidget(scroll, 4)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the form below the list."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self.table.setMinimumHeight(170 if narrow else 0)
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
                line.show_times(self._edited.times if self._edited else ())
        self.here_title.setVisible(bool(self.here))
        self.list_button.setVisible(read.new_mentors > 0)
        self.list_button.setText(
            many("Take {count} mentor from the list", "Take {count} mentors from the list", read.new_mentors)
        )
        self._show_edited(self._edited)

    def begin(self) -> None:
        """An empty form for another mentor."""
        self.table.choose(None)
        self._edit(None)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, mentor: Mentor | None) -> None:
        if mentor is not None and self._edited is not None and mentor.id == self._edited.id:
            self._edited = mentor
            return
        self._show_edited(mentor)
        self.wrong.hide()
        self.name.setText(mentor.name if mentor else "")
        self.place.setText(mentor.place if mentor else "")
        self.themes.clear()
        self.themes.show_themes(mentor.themes if mentor else ())
        for line in self.here:
            line.show_times(mentor.times if mentor else ())

    def _show_edited(self, mentor: Mentor | None) -> None:
        self._edited = mentor
        self.form.title.setText(mentor.name if mentor else _("A mentor"))
        self.keep_button.setText(_("Keep") if mentor else _("Add"))
        self.remove_button.setVisible(mentor is not None)
        self.new_button.setVisible(mentor is not None)

    def _draft(self) -> MentorDraft:
        name = self.name.text().strip()
        found = [one for one in self.read.people if folded(one.name) == folded(name)] if self.read else []
        whole = all(line.whole for line in self.here)
        times = () if whole else tuple(span for line in self.here for span in line.value())
        if not whole and not times:
            first = self.here[0].which.starts_at
            times = ((first, first),)  # a time without length: they are here at no time
        return MentorDraft(name, found[0].id if found else None, self.themes.themes, times, self.place.text())

    def _keep(self) -> None:
        try:
            draft = self._draft()
        except HackDeskError as error:
            self.wrong.setText(words.error(error))
            self.wrong.show()
            return
        self.wrong.hide()
        if self._edited is None:
            self._page.do(partial(actions.add_mentor, draft=draft), self._added)
        else:
            mentor = self._edited
            action = partial(actions.edit_mentor, mentor=mentor.id, draft=draft, seen=mentor.version)
            self._page.do(action, _kept)

    def _added(self, mentor: Mentor) -> str:
        self.begin()
        return _("{name} is a mentor", name=mentor.name)

    def _remove(self) -> None:
        if self._edited is not None:
            mentor = self._edited
            action = partial(actions.remove_mentor, mentor=mentor.id, seen=mentor.version)
            self._page.do(action, self._removed)

    def _removed(self, mentor: Mentor) -> str:
        self._edit(None)
        return _("{name} is no mentor any more", name=mentor.name)

    def _take_list(self) -> None:
        self._page.do(actions.add_mentors_of_the_list, _taken)

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


def _kept(mentor: Mentor) -> str:
    return _("{name} is kept", name=mentor.name)


def _taken(count: int) -> str:
    return many("{count} mentor taken from the list", "{count} mentors taken from the list", count)
