"""Personal data after the event: what goes for good, what stays, and all that is held about one person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from hackdesk import laptop
from hackdesk.documents.held_queries import held_about
from hackdesk.event.settings import settings_of
from hackdesk.follow_up.actions import erase_personal_data
from hackdesk.follow_up.erasing import GOES, STAYS, Erased, WhatGoes
from hackdesk.follow_up.erasing_queries import what_goes
from hackdesk.people.queries import people
from hackdesk.people.rules import Person
from ui import theme
from ui.page import Page
from ui.pages.after.person_choice import PersonChoice
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class PrivacyPanel(Panel):
    """At the left what goes and what stays; at the right the paper for whoever asks what is held about them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._papers: tuple[Path, ...] = ()
        self.goes, self.stays = QVBoxLayout(), QVBoxLayout()
        self.last, self.warning = Label("", "second", wrap=True), Label("", "strong", wrap=True)
        self.erase_button = Button(_("Erase personal data …"), self._ask, kind="danger")
        self.really_button = Button(_("Erase for good"), self._erase, kind="danger")
        self.not_button = Button(_("Not now"), self._not_now)
        self.person = PersonChoice()
        self.pdf_button = Button(_("Write as PDF …"), partial(self._write, ".pdf"), sign="file-text")
        self.json_button = Button(_("Write as JSON …"), partial(self._write, ".json"), sign="save")
        self.person.changed.connect(self._show_buttons)
        self._build()
        self._show_buttons()

    def _build(self) -> None:
        erasing, about = Card(_("Erase personal data")), Card(_("All that is held about one person"))
        erasing.body.addWidget(self.last)
        erasing.body.addWidget(Label(_("This goes"), "label"))
        erasing.body.addLayout(self.goes)
        erasing.body.addWidget(Label(_("This stays"), "label"))
        erasing.body.addLayout(self.stays)
        for sentence in STAYS:
            self.stays.addWidget(Label("· " + words(sentence), "second", wrap=True))
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.warning)
        asked.addLayout(row(self.really_button, self.not_button))
        self._asked.hide()
        buttons = QWidget()
        buttons.setLayout(row(self.erase_button))
        erasing.body.addWidget(buttons)
        erasing.body.addWidget(self._asked)
        told = _("Whoever asks may see all of it. Other people are not named in it.")
        about.body.addWidget(Label(told, "second", wrap=True))
        about.body.addWidget(self.person)
        about.body.addLayout(row(self.pdf_button, self.json_button))
        about.body.addStretch()
        both = QWidget()
        line = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(erasing, 3)
        line.addWidget(about, 2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Scroll(both))
        self.setFocusProxy(self.person)  # not the one press that is dangerous

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def read(self, event: Event) -> tuple[WhatGoes, tuple[Person, ...]]:
        return what_goes(event, laptop.load().papers_of(event.path)), people(event)

    def display(self, answer: tuple[WhatGoes, tuple[Person, ...]]) -> None:
        now, everybody = answer
        self._papers = now.exports
        while (item := self.goes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sentence in _lines(now):
            self.goes.addWidget(Label("· " + sentence, wrap=True))
        if now.erased_at is not None:
            at = now.erased_at.astimezone(self.page.zone)
            self.last.setText(_("Erased last on {moment}.", moment=words.moment(at)))
        self.last.setVisible(now.erased_at is not None)
        self.erase_button.setEnabled(not now.nothing)
        self.person.know(everybody)

    # --- erasing ------------------------------------------------------------------------------

    def _ask(self) -> None:
        # Not undo instead of a question, as elsewhere: this is the one thing that cannot be undone.
        self.warning.setText(_("This cannot be undone, neither here nor from a backup."))
        self._asked.show()
        self.not_button.setFocus()

    def _not_now(self) -> None:
        self._asked.hide()
        self.erase_button.setFocus()

    def _erase(self) -> None:
        self._asked.hide()
        papers = self._papers
        self.page.ask(lambda event: erase_personal_data(event, papers), self._say_erased)

    def _say_erased(self, done: Erased) -> None:
        if done.left:
            named = words.listed([str(path) for path in done.left])
            self.page.notice.say(_("Erased, but these files could not be deleted: {files}", files=named), "warn")
        else:
            self.page.receipt(_("Personal data are erased."))
        self.page.refresh()

    # --- about one person ---------------------------------------------------------------------

    def _show_buttons(self) -> None:
        for button in (self.pdf_button, self.json_button):
            button.setEnabled(self.person.current is not None)

    def _write(self, ending: str) -> None:
        person = self.person.current
        if person is None:
            return
        name = _("about {name}", name=person.name) + ending
        path, _filter = QFileDialog.getSaveFileName(self, _("Write to …"), name, f"*{ending}")
        if path:
            target = Path(path).with_suffix(ending)
            self.page.ask(partial(_written, person=person, path=target), self._say_written)

    def _say_written(self, path: Path) -> None:
        self.page.receipt(_("Written to {path}", path=str(path)))


def _lines(now: WhatGoes) -> list[str]:
    found = [
        f"{words(part.said)}: {words.number(count)}" for part in GOES if (count := now.counts.get(part.key, 0))
    ]
    if now.forms:
        found.append(many("{count} half-typed form", "{count} half-typed forms", now.forms))
    if now.exports:
        found.append(many(
            "{count} paper with health or contact data that was written on this laptop",
            "{count} papers with health or contact data that were written on this laptop", len(now.exports),
        ))  # fmt: skip
    if not found:
        return [_("Nothing is left that goes.")]
    found.append(_("what was written about all this in the list of what was done, and {count} backups of the file",
                   count=len(now.backups)))  # fmt: skip
    return found


def _written(event: Event, person: Person, path: Path) -> Path:
    """Write it on the desk's thread: one person's paper takes a moment."""
    from hackdesk.documents.held_pages import write_held

    write_held(held_about(event, person.id), settings_of(event).language, laptop.load().printer(""), path)
    return path
