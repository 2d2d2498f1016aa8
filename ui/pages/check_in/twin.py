"""While a walk-in's form is filled in: who they probably are, if they are on the list already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hackdesk.people.likeness import Alike, Lookalikes
from hackdesk.people.rules import Draft, Person
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.wording import groups_of, state
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label


@dataclass(frozen=True)
class Known:
    """Everybody, prepared for asking who somebody could be. versions: of those it was made from."""

    lookalikes: Lookalikes[UUID]
    versions: Mapping[UUID, int]


def known_of(people: Mapping[UUID, Person]) -> Known:
    """Prepare it; among thousands this takes its time, so it runs on the desk's thread and once."""
    now = dict(people)
    return Known(Lookalikes(now.items()), {key: one.version for key, one in now.items()})


class Twin(QFrame):
    """Hidden while nobody is like the one in the form. taken(Person): it is this one.

    answered(): it is somebody else, both stay.
    """

    answered = Signal()
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self.person: Person | None = None
        self._lookalikes: Lookalikes[UUID] | None = None
        self._versions: dict[UUID, int] = {}
        self._others: set[UUID] = set()
        self.sentence = Label("", wrap=True)
        self.take_button = Button(_("Take this one"), self._take, size="small", key="Ctrl+T")
        self.both_button = Button(_("Somebody else"), self._keep_both, kind="plain", size="small")
        buttons = QWidget()
        flow = Flow(buttons, gap=6)
        for button in (self.take_button, self.both_button):
            flow.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(6)
        lines.addWidget(self.sentence)
        lines.addWidget(buttons)
        self.hide()

    def begin(self) -> None:
        """Another form: nobody is somebody else yet."""
        self._others.clear()

    @property
    def ready(self) -> bool:
        """Whether it knows whom somebody could be."""
        return self._lookalikes is not None

    def know(self, known: Known) -> None:
        """Whom somebody could be."""
        self._lookalikes, self._versions = known.lookalikes, dict(known.versions)

    def follow(self, people: Mapping[UUID, Person]) -> None:
        """Know whoever was taken down or changed since."""
        if self._lookalikes is None:
            return
        for key, person in people.items():
            if self._versions.get(key) != person.version:
                self._versions[key] = person.version
                self._lookalikes.add(key, person)

    def look(self, draft: Draft | None, now: DeskNow) -> None:
        """Say who this probably is; None: it is somebody of the list anyway."""
        self.person = self._probably(draft, now) if draft is not None else None
        self.setVisible(self.person is not None)
        if self.person is None:
            return
        word, _tone = state(self.person, now)
        place = self.person.organisation or self.person.municipality
        groups = groups_of(self.person, now)
        about = ", ".join(filter(None, (place, groups, word[:1].lower() + word[1:])))
        self.sentence.setText(_("{name} is on the list already ({about})", name=self.person.name, about=about))

    def _probably(self, draft: Draft, now: DeskNow) -> Person | None:
        if self._lookalikes is None:
            return None
        for key, alike in self._lookalikes.like(draft):
            person = now.people.get(key)
            if person is None or key in self._others:
                continue
            if alike is Alike.SHARED and draft.name:  # a couple, or a school's address
                continue
            return person
        return None

    def _take(self) -> None:
        if self.person is not None:
            self.taken.emit(self.person)

    def _keep_both(self) -> None:
        if self.person is not None:
            self._others.add(self.person.id)
            self.hide()
            self.answered.emit()
