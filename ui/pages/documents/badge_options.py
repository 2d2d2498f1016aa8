"""Which badges are made, in which format, and what stands at their back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from hackdesk.documents.badge_formats import FORMATS, badge_format
from hackdesk.documents.badge_values import Badges, BadgeWish, Which, wished
from hackdesk.documents.kinds import Standing
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings
from hackdesk.language import N_
from ui.pages.documents.people_choice import PeopleChoice
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

WIDTH = 312
_BACKS = {
    "": N_("Empty"),
    "same": N_("The same as in front"),
    "programme": N_("Main times and own words"),
}


class OwnWords(QPlainTextEdit):
    """Several lines that are kept when they are left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class BadgeOptions(QWidget):
    """changed(): other badges are wanted, see `wish`. set(EventSettings): the event's settings are to be these."""

    changed = Signal()
    set = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._badges: Badges | None = None
        self._settings = EventSettings()
        self._then: Callable[[], None] | None = None
        self._meant = self._narrow = False
        self.printed = Label("", "strong", wrap=True)
        self.which, self.formats, self.backs = QComboBox(), QComboBox(), QComboBox()
        self.people = PeopleChoice()
        self.blanks, self.first = QSpinBox(), QSpinBox()
        self.own = OwnWords()
        self.question = Label("", "strong", wrap=True)
        self.again_button = Button("", self._go_on, size="small")
        self.new_button = Button("", self._only_new, size="small")
        self._lay_out()
        self.which.activated.connect(self._show_which)
        self.formats.activated.connect(self._keep)
        self.backs.activated.connect(self._keep)
        self.own.left.connect(self._keep)
        self.people.changed.connect(self._tell)
        self.blanks.valueChanged.connect(self._tell)
        self.first.valueChanged.connect(self._tell)

    def _lay_out(self) -> None:
        for combo in (self.which, self.formats, self.backs):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        for which in Which:
            self.which.addItem("", which.value)  # worded when it is known how many there are
        for layout in FORMATS.values():
            self.formats.addItem(_(layout.title), layout.key)
        for key, word in _BACKS.items():
            self.backs.addItem(_(word), key)
        self.blanks.setRange(1, 200)
        self.blanks.setValue(20)
        self.first.setMinimum(1)
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(self.own.fontMetrics().lineSpacing() * 3 + 26)
        self._blank_field = Field(_("How many"), self.blanks, _("Numbered; scanning one asks whose it is"))
        self._first_field = Field(_("First free label of the sheet"), self.first, _("Counted along the rows"))
        self._own_field = Field(_("Own words at the back"), self.own, _("Wi-Fi, the helpers' number"))
        self._format_field = Field(_("Format"), self.formats)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(11)
        for part in (
            self.printed, Field(_("Which badges"), self.which), self.people, self._blank_field,
            self._format_field, self._first_field, Field(_("Back of the badge"), self.backs), self._own_field,
        ):  # fmt: skip
            lines.addWidget(part)
        lines.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Scroll(inside), 1)
        whole.addWidget(self.question)
        whole.addLayout(row(self.again_button, self.new_button))
        self._inside = inside
        self.forget_question()

    def shrink(self, *, narrow: bool) -> None:
        """As wide as there is room, and as high as it is, where the window is narrow."""
        self.setFixedWidth(WIDTH) if not narrow else self.setMaximumWidth(16_777_215)
        if narrow:
            self.setMinimumWidth(0)
        self._narrow = narrow
        self._take_room()

    def _take_room(self) -> None:
        self.setMinimumHeight(self._inside.sizeHint().height() if self._narrow else 0)

    # --- what is wanted -----------------------------------------------------------------------

    @property
    def wish(self) -> BadgeWish:
        """Which badges are wanted."""
        which = Which(self.which.currentData() or Which.ALL)
        blanks = self.blanks.value() if which is Which.BLANK else 0
        first = self.first.value() if self._first_field.isVisibleTo(self) else 1
        return BadgeWish(which, self.people.people, blanks, first)

    def wanted(self, standing: Standing) -> tuple[Any, HackDeskError | None]:
        """What a document is drawn from, of the badges those that are wanted; or what is missing."""
        if standing.name != "badges":
            return standing.values, standing.refusal
        try:
            return wished(standing.values, self.wish), None
        except HackDeskError as refusal:
            return None, refusal

    def show_badges(self, badges: Badges, settings: EventSettings) -> None:
        """Show how many there are; what was chosen stays, what is typed too."""
        self._badges, self._settings = badges, settings
        count, new = len(badges.badges), len(badges.new)
        self.printed.setText(_("{printed} of {count} printed", printed=count - new, count=count))
        said = {
            Which.ALL: _("All: {count}", count=count),
            Which.NEW: _("Not printed yet: {count}", count=new),
            Which.CHOSEN: _("Chosen people"),
            Which.BLANK: _("Without a name, to write on"),
        }
        for which, word in said.items():
            self.which.setItemText(self.which.findData(which.value), word)
        self.people.know(badges.badges)
        self.formats.setCurrentIndex(self.formats.findData(badge_format(settings.badge_format).key))
        self.backs.setCurrentIndex(max(0, self.backs.findData(settings.badge_back)))
        if not self.own.hasFocus() and self.own.toPlainText() != settings.badge_back_text:
            self.own.setPlainText(settings.badge_back_text)
        self._show_fields()

    def choose_people(self, people: Iterable[UUID]) -> None:
        """Make the badges of these people and of nobody else."""
        self.people.choose(people)
        self.which.setCurrentIndex(self.which.findData(Which.CHOSEN.value))
        self._show_which()

    def _show_which(self) -> None:
        self._show_fields()
        self._tell()

    def _show_fields(self) -> None:
        which = self.which.currentData()
        layout = badge_format(self._settings.badge_format)
        sold = layout.grid.sold if layout.grid else ""
        self.people.setVisible(which == Which.CHOSEN.value)
        self._blank_field.setVisible(which == Which.BLANK.value)
        self._first_field.setVisible(bool(sold))
        with QSignalBlocker(self.first):
            self.first.setMaximum(layout.a_sheet)
        self._own_field.setVisible(self.backs.currentData() == "programme")
        self._format_field.hint(_("Sheets such as {sold}", sold=sold) if sold else "")
        self._take_room()

    def _tell(self) -> None:
        self.forget_question()
        self.changed.emit()

    def _keep(self) -> None:
        wanted = replace(
            self._settings,
            badge_format=self.formats.currentData(), badge_back=self.backs.currentData(),
            badge_back_text=self.own.toPlainText().strip(),
        )  # fmt: skip
        if wanted != self._settings:
            self._settings = wanted
            self._show_fields()
            self.forget_question()
            self.set.emit(wanted)

    # --- printed before -----------------------------------------------------------------------

    def asks_first(self, wanted: Badges, then: Callable[[], None]) -> bool:
        """Whether some of these were printed before: then it asks, and `then` is called when they are meant."""
        new = len(wanted.new) if wanted.people else len(wanted.badges)
        before = len(wanted.badges) - new
        if not before or self._meant:
            return False
        self._then = then
        self.question.setText(
            many("{count} of them is printed already. Print it once more?",
                 "{count} of them are printed already. Print them once more?", before)
        )  # fmt: skip
        self.again_button.setText(many("Print {count}", "Print all {count}", len(wanted.badges)))
        self.new_button.setText(many("Only the {count} new one", "Only the {count} new ones", new))
        self.question.show()
        self.again_button.show()
        self.new_button.setVisible(bool(new))
        self.again_button.setFocus()
        return True

    def forget_question(self) -> None:
        """Take the question back."""
        self._then = None
        for part in (self.question, self.again_button, self.new_button):
            part.hide()

    def _go_on(self) -> None:
        then = self._then
        self.forget_question()
        if then is not None:
            self._meant = True
            then()
            self._meant = False

    def _only_new(self) -> None:
        then = self._then
        self.which.setCurrentIndex(self.which.findData(Which.NEW.value))
        self._show_which()
        if then is not None:
            then()
