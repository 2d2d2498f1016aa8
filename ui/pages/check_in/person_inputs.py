"""Everything that can be written down about a person, the most important first, in one sweep of the keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.rules import LANGUAGES, ROLES, Draft, Group
from ui.pages.check_in.additions import Additions
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.suggesting import Suggesting
from ui.text import _, words
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: The languages that are offered; another one somebody has is shown with them.
_OFFERED = ("et", "vro", "ru", "lv", "en", "fi")
#: How each field is called.
LABELS = {
    "given_name": N_("Given name"), "family_name": N_("Family name"), "organisation": N_("Organisation"),
    "municipality": N_("Municipality"), "groups": N_("Stakeholder groups"),
    "photo_consent": N_("May be photographed?"), "minor": N_("Under 18"),
    "guardian_consent": N_("Guardian's consent"), "guardian": N_("Guardian: name and phone"),
    "phone": N_("Phone"), "email": N_("E-mail"), "languages": N_("Languages"), "diet": N_("Diet"),
    "access_needs": N_("Access needs"), "choices": N_("Topics wished for, the dearest first"),
    "roles": N_("Roles"), "skills": N_("Skills"), "remarks": N_("Remarks"),
    "organisers_note": N_("Organisers' note"),
}  # fmt: skip
_LINES = ("given_name", "family_name", "organisation", "municipality", "guardian", "phone", "email")
_LONG = ("diet", "access_needs", "remarks", "organisers_note")
_ANSWERS = {"": None, "yes": True, "no": False}


@dataclass(frozen=True)
class Offer:
    """What the form suggests and asks. wordings: by purpose of consent."""

    topics: tuple[str, ...]
    organisations: tuple[str, ...]
    municipalities: tuple[str, ...]
    skills: tuple[str, ...]
    wordings: Mapping[str, str]


def label(name: str) -> str:
    """How a field is called, in the window's language."""
    return _(LABELS[name])


def offer_of(event: Event, now: DeskNow) -> Offer:
    """Read and gather it; runs on the desk's thread."""
    from hackdesk.teams.queries import topics

    people = list(now.people.values())

    def used(name: str) -> tuple[str, ...]:
        return tuple(word for word, _times in Counter(getattr(one, name) for one in people).most_common() if word)

    skills = Counter(skill for one in people for skill in one.skills)
    return Offer(
        tuple(topic.title for topic in topics(event) if topic.open), used("organisation"), used("municipality"),
        tuple(skill for skill, _times in skills.most_common()), now.wordings,
    )  # fmt: skip


class PersonInputs(QWidget):
    """edited(): something is another way than it was. Fields are found by name in `fields`."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.fields: dict[str, Field] = {}
        self._participant = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 8, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.above = QVBoxLayout()
        self.above.setSpacing(8)
        self._grid.addLayout(self.above, 1, 0, 1, 2)
        self.below = QVBoxLayout()
        self._grid.addLayout(self.below, 16, 0, 1, 2)
        self.groups, self.languages, self.roles = self._chips()
        self.photo, self.guardian = self._answer("photo_consent"), self._answer("guardian_consent")
        self.minor = QCheckBox(label("minor"))
        self.choices = Additions(label("choices"), _("Type a topic, Enter adds it"), ranked=True)
        self.skills = Additions(label("skills"), _("Type a skill, Enter adds it"))
        self._lay_out()
        self._listen()

    def _chips(self) -> tuple[Chips, Chips, Chips]:
        roles = [(key, _(word)) for key, word in ROLES.items() if key != "participant"]
        languages = [(tag, _(LANGUAGES[tag])) for tag in _OFFERED]
        return (
            Chips((), label("groups")),
            Chips(languages, label("languages")),
            Chips(roles, label("roles")),
        )

    def _answer(self, name: str) -> Segments:
        # What was not asked is never an answer: neither yes nor no stands there beforehand.
        made = Segments([("yes", _("Yes")), ("no", _("No"))], label(name), undecided=True)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return made

    def _lay_out(self) -> None:
        for name, line, column in (
            ("given_name", 0, 0), ("family_name", 0, 1), ("organisation", 2, 0), ("municipality", 2, 1),
            ("phone", 8, 0), ("email", 8, 1), ("diet", 10, 0), ("access_needs", 10, 1),
        ):  # fmt: skip
            self._put(name, self._input(name), line, column)
        self._put("groups", self.groups, 3)
        self._put("photo_consent", self.photo, 4)
        self._grid.addWidget(self.minor, 5, 0, 1, 2)
        self._put("guardian_consent", self.guardian, 6)
        self._put("guardian", self._input("guardian"), 7)
        self._put("languages", self.languages, 9)
        self._put("choices", self.choices, 11)
        self._put("skills", self.skills, 12)
        self._put("roles", self.roles, 13)
        self._put("remarks", self._input("remarks"), 14)
        self._put("organisers_note", self._input("organisers_note"), 15)
        self.fields["organisers_note"].hint(_("For those on duty only: it is never printed or projected"))
        self._show_guardian()

    def _input(self, name: str) -> QWidget:
        if name not in _LONG:
            return Suggesting() if name in ("organisation", "municipality") else QLineEdit()
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(54 if name in ("diet", "access_needs") else 72)
        return made

    def _put(self, name: str, made: QWidget, line: int, column: int | None = None) -> None:
        self.fields[name] = Field(label(name), made)
        at = (line, column or 0, 1, 2 if column is None else 1)
        self._grid.addWidget(self.fields[name], *at, Qt.AlignmentFlag.AlignTop)

    def _listen(self) -> None:
        for name in (*_LINES, *_LONG):
            self._typed(name).textChanged.connect(self._tell)
        for several in (self.groups, self.languages, self.roles, self.choices, self.skills):
            several.changed.connect(self._tell)
        for one in (self.photo, self.guardian):
            one.chosen.connect(self._tell)
        self.minor.toggled.connect(self._show_guardian)

    def _typed(self, name: str) -> QLineEdit | QPlainTextEdit:
        made = self.fields[name].input
        assert isinstance(made, QLineEdit | QPlainTextEdit)
        return made

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, in the order of importance; what stands `above` after the name."""
        for name in LABELS:
            made = self.minor if name == "minor" else self.fields[name].input
            yield from _stops(made)
            if name == "family_name":
                for number in range(self.above.count()):
                    item = self.above.itemAt(number)
                    yield from _stops(item.widget() if item else None)

    def offer(self, offer: Offer) -> None:
        """Suggest what is known, and show what is asked, word for word."""
        for name, known in (("organisation", offer.organisations), ("municipality", offer.municipalities)):
            line = self.fields[name].input
            if isinstance(line, Suggesting):
                line.suggest(known)
        self.choices.suggest(offer.topics)
        self.skills.suggest(offer.skills)
        self.fields["photo_consent"].hint(words.quoted(offer.wordings["photo"]))
        self.fields["guardian_consent"].hint(words.quoted(offer.wordings["guardian"]))

    def offer_groups(self, groups: tuple[Group, ...]) -> None:
        """The event's groups."""
        self.groups.offer((group.key, group.short_name) for group in groups)

    def draft(self) -> Draft:
        """What the form says now."""
        texts = {name: self._text(name) for name in (*_LINES, *_LONG)}
        return Draft(
            **texts, groups=self.groups.chosen, roles=self._roles(), skills=self.skills.chosen,
            languages=self.languages.chosen, choices=self.choices.chosen,
            minor=self.minor.isChecked(), photo_consent=_ANSWERS[self.photo.current],
            guardian_consent=_ANSWERS[self.guardian.current],
        )  # fmt: skip

    def show_draft(self, draft: Draft) -> None:
        """Show this and nothing else; what was refused before is forgotten."""
        answers = {said: key for key, said in _ANSWERS.items()}
        for name in (*_LINES, *_LONG):
            made = self._typed(name)
            if isinstance(made, QLineEdit):
                made.setText(getattr(draft, name))
                made.setCursorPosition(0)
            else:
                made.setPlainText(getattr(draft, name))
        self._participant = "participant" in draft.roles
        self.groups.choose(draft.groups)
        self.languages.choose(draft.languages)
        self.roles.choose(role for role in draft.roles if role != "participant")
        self.choices.choose(draft.choices)
        self.skills.choose(draft.skills)
        self.minor.setChecked(draft.minor)
        self.photo.choose(answers[draft.photo_consent])
        self.guardian.choose(answers[draft.guardian_consent])
        self._show_guardian()
        self.refuse({})

    def refuse(self, wrong: Mapping[str, HackDeskError]) -> None:
        """Say beside each field what is wrong with it; the keyboard goes to the first."""
        for name, field in self.fields.items():
            if name in wrong or field.error:
                field.wrong(words.error(wrong[name]) if name in wrong else "")
        first = next((field for name, field in self.fields.items() if name in wrong), None)
        if first is not None:
            first.setFocus()

    def _text(self, name: str) -> str:
        made = self._typed(name)
        return made.text() if isinstance(made, QLineEdit) else made.toPlainText()

    def _roles(self) -> tuple[str, ...]:
        return (*(("participant",) if self._participant else ()), *self.roles.chosen)

    def _show_guardian(self) -> None:
        for name in ("guardian_consent", "guardian"):
            self.fields[name].setVisible(self.minor.isChecked())
        self._tell()

    def _tell(self) -> None:
        self.edited.emit()


def _stops(made: QWidget | None) -> Iterator[QWidget]:
    for widget in [made, *made.findChildren(QWidget)] if made is not None else []:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            yield widget
