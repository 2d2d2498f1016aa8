"""The full form about one person, beside the desk and never in its way: a walk-in, or what has to be mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people.rules import CONSENTS, LANGUAGES, Draft, Person, checked
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.wording import described
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.segments import Segments

#: The languages that are offered; another one somebody has is shown with them.
_OFFERED = ("et", "vro", "ru", "lv", "en", "fi")
_TEXTS = (
    "given_name", "family_name", "organisation", "municipality", "email", "phone", "diet", "access_needs",
)  # fmt: skip
_ANSWERS = {"": None, "yes": True, "no": False}


class PersonForm(Card):
    """ready(Draft, Person | None): the form is to be kept, for a new person or for this one. closed().

    away(): Escape, the keyboard goes back to the desk and the form stays.
    looked_at(Person): somebody who may be the same person is to be looked at.
    """

    ready = Signal(object, object)
    closed = Signal()
    away = Signal()
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.person: Person | None = None
        self._now: DeskNow | None = None
        self._began = Draft()
        self.fields: dict[str, Field] = {}
        self.wrong = Label("", "error", wrap=True)
        self.twin = Button("", self._look, kind="link")
        self._twin: Person | None = None
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(2, 2, 8, 2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(9)
        self._build_inputs()
        self.keep_button = Button("", self._keep, kind="quiet", key="Ctrl+Return")
        self.leave_button = Button(_("Put away"), self._close, kind="plain")
        self.setFocusProxy(self._line("given_name"))
        self.body.addWidget(Scroll(inside), 1)
        self.body.addWidget(self.wrong)
        self.body.addLayout(row(self.keep_button, self.leave_button))

    def _build_inputs(self) -> None:
        self._text("given_name", _("Given name"), 0, 0)
        self._text("family_name", _("Family name"), 0, 1)
        self._grid.addWidget(self.twin, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._text("organisation", _("Organisation"), 2, 0)
        self._text("municipality", _("Municipality"), 2, 1)
        self._text("email", _("E-mail"), 3, 0)
        self._text("phone", _("Phone"), 3, 1)
        self.groups = Chips((), _("Stakeholder groups"))
        self._wide("groups", _("Stakeholder groups"), self.groups, 4)
        self.languages = Chips([(tag, _(LANGUAGES[tag])) for tag in _OFFERED], _("Languages"))
        self._wide("languages", _("Languages"), self.languages, 5)
        self.photo = self._segments("photo_consent", _("May be photographed?"), _(CONSENTS["photo"]), 6)
        self.minor = QCheckBox(_("Under 18"))
        self.minor.toggled.connect(self._show_guardian)
        self._grid.addWidget(self.minor, 7, 0, 1, 2)
        self.guardian = self._segments("guardian_consent", _("Guardian's consent"), _(CONSENTS["guardian"]), 8)
        self._text("diet", _("Diet"), 9, 0)
        self._text("access_needs", _("Access needs"), 9, 1)
        self.choices = self._lines("choices", _("Topics wished for, one a line"), 10)
        self.remarks = self._lines("remarks", _("Remarks"), 11)
        for name in ("given_name", "family_name"):
            self._line(name).textChanged.connect(self._look_for_twin)

    def _text(self, name: str, label: str, line: int, column: int) -> None:
        self.fields[name] = Field(label, QLineEdit())
        self._grid.addWidget(self.fields[name], line, column, Qt.AlignmentFlag.AlignTop)

    def _wide(self, name: str, label: str, widget: QWidget, line: int, hint: str = "") -> None:
        self.fields[name] = Field(label, widget, hint)
        self._grid.addWidget(self.fields[name], line, 0, 1, 2)

    def _segments(self, name: str, label: str, hint: str, line: int) -> Segments:
        # What was not asked is never an answer: neither yes nor no stands there beforehand.
        made = Segments([("", _("Not asked")), ("yes", _("Yes")), ("no", _("No"))], label)
        self._wide(name, label, made, line, hint)
        made.chosen.connect(self._forget_error)
        return made

    def _lines(self, name: str, label: str, line: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(72)
        self._wide(name, label, made, line)
        return made

    def _line(self, name: str) -> QLineEdit:
        line = self.fields[name].input
        assert isinstance(line, QLineEdit)
        return line

    @property
    def touched(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.draft() != self._began

    def begin(self, now: DeskNow, person: Person | None, name: str = "") -> None:
        """Begin anew: an empty form with what was typed as the name, or what is known of a person."""
        self.person, self._now = person, now
        title = _("Edit {name}", name=person.name) if person else _("Walk-in")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.keep_button.setText(_("Save") if person else _("Take down and check in"))
        self.groups.offer((group.key, group.short_name) for group in now.groups)
        self._say_wrong("")
        given, _space, family = name.strip().rpartition(" ")
        self._fill(person.draft if person else Draft(given or family, family if given else ""))
        self._began = self.draft() if person else Draft()

    def draft(self) -> Draft:
        """What the form says now."""
        base = self.person.draft if self.person else Draft()
        texts = {name: self._line(name).text() for name in _TEXTS}
        minor = self.minor.isChecked()
        return Draft(
            **texts,
            groups=self.groups.chosen, roles=base.roles, skills=base.skills, languages=self.languages.chosen,
            choices=tuple(filter(None, map(str.strip, self.choices.toPlainText().splitlines()))),
            remarks=self.remarks.toPlainText(), organisers_note=base.organisers_note, minor=minor,
            photo_consent=_ANSWERS[self.photo.current],
            guardian_consent=_ANSWERS[self.guardian.current] if minor else None,
        )  # fmt: skip

    def empty(self) -> None:
        """Forget what was typed; it is kept."""
        self._fill(Draft())

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the button what is wrong; what was typed stays."""
        self._say_wrong(words.error(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.away.emit()
            return
        super().keyPressEvent(event)

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _fill(self, draft: Draft) -> None:
        for name in _TEXTS:
            self._line(name).setText(getattr(draft, name))
            self._line(name).setCursorPosition(0)
        self.groups.choose(draft.groups)
        self.languages.choose(draft.languages)
        self.choices.setPlainText("\n".join(draft.choices))
        self.remarks.setPlainText(draft.remarks)
        self.minor.setChecked(draft.minor)
        answers = {said: key for key, said in _ANSWERS.items()}
        self.photo.choose(answers[draft.photo_consent])
        self.guardian.choose(answers[draft.guardian_consent])
        self._show_guardian(draft.minor)

    def _show_guardian(self, minor: bool) -> None:
        self.fields["guardian_consent"].setVisible(minor)

    def _look_for_twin(self) -> None:
        name = f"{self._line('given_name').text()} {self._line('family_name').text()}".strip()
        known = self._now.index.find(name, 2).people if self._now and " " in name else ()
        own = self.person.id if self.person else None
        self._twin = next((person for person in known if person.id != own), None)
        self.twin.setVisible(self._twin is not None)
        if self._twin is not None and self._now is not None:
            about = described(self._twin, self._now)
            self.twin.setText(_("{name} is on the list already", name=self._twin.name))
            self.twin.setToolTip(about)

    def _look(self) -> None:
        self.looked_at.emit(self._twin)

    def _keep(self) -> None:
        try:
            draft = checked(self.draft())
        except HackDeskError as error:
            self.refuse(error)
            return
        self._say_wrong("")
        self.ready.emit(draft, self.person)

    def _forget_error(self) -> None:
        self._say_wrong("")

    def _close(self) -> None:
        self.closed.emit()
