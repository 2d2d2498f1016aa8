"""The chosen item: everything of it to type, and what can be done with it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.agenda.hours import comes_twice
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.agenda.wording import change_words
from hackdesk.event.settings import EventSettings
from hackdesk.language import N_
from ui.form import Entry, Form
from ui.inputs import ChoiceInput, DayInput, FlagInput, LongInput, TextInput
from ui.programme.item_inputs import LengthInput, MaybeTimeInput, TimeInput, TitlesInput
from ui.programme.slots import slot_of
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

#: What kinds there are, in words; the keys are those of rules.KINDS.
_KINDS = {
    "arrival": N_("arrival"), "talk": N_("talk"), "topics": N_("topics"), "teams": N_("teams form"),
    "work": N_("team work"), "mentors": N_("mentors"), "meal": N_("meal"), "pitches": N_("pitches"),
    "jury": N_("jury"), "awards": N_("awards"), "other": N_("other"),
}  # fmt: skip


def _kinds() -> ChoiceInput:
    made = ChoiceInput([(key, _(word)) for key, word in _KINDS.items()])
    made.setMinimumContentsLength(6)
    return made


_ENTRIES = (
    Entry("name", N_("What happens"), TextInput),
    Entry("starts", N_("From"), TimeInput, "", 2),
    Entry("ends", N_("Until"), TimeInput, "", 2),
    Entry("length", N_("Length"), LengthInput, "", 2),
    Entry("second", N_("This time comes twice that night"), lambda: FlagInput(_("the second one is meant"))),
    Entry("day", N_("Day"), DayInput, "", 6),
    Entry("kind", N_("Kind"), _kinds, "", 3),
    Entry("responsible", N_("Who sees to it"), TextInput, "", 3),
    Entry("fixed", N_("Fixed time"), lambda: FlagInput(_("stays")), "", 3),
    Entry("public", N_("On the projector"), lambda: FlagInput(_("shown")), "", 3),
    Entry("other_titles", N_("In the hall's other languages"), TitlesInput),
    Entry("notes", N_("Notes for the organisers"), lambda: LongInput(2), N_("Never shown to the hall")),
    Entry("began", N_("Really began"), MaybeTimeInput, N_("Where Start was forgotten"), 3),
    Entry("over", N_("Really ended"), MaybeTimeInput, "", 3),
)  # fmt: skip


class ItemCard(Card):
    """wanted(what): "before", "after", "split", "copy", "earlier", "later", "remove", "start" or "end"."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 14, 10, 12)
        self.form = Form(_ENTRIES)
        self.remark = Label("", "second", wrap=True)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addWidget(self.remark)
        lines.addWidget(self.form)
        self._scroll = Scroll(inside)
        # The form takes the height there is; asked for its own it would make the page scroll.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._scroll, 1)
        self.start_button = Button(_("Start now"), lambda: self.wanted.emit("start"), sign="play")
        self.end_button = Button(_("End"), lambda: self.wanted.emit("end"))
        self.more_button = Button(_("More"))
        self.more_button.open_menu(self._menu())
        self.remove_button = Button(_("Remove"), lambda: self.wanted.emit("remove"), kind="danger")
        self._day_of_it = row(self.start_button, self.end_button)
        self.body.addLayout(self._day_of_it)
        self.body.addLayout(row(self.more_button, self.remove_button))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key, word in (
            ("before", _("Put an item before it")),
            ("after", _("Put an item after it")),
            ("split", _("Split it in two")),
            ("copy", _("Copy it")),
            ("earlier", _("Change places with the one before")),
            ("later", _("Change places with the one after")),
        ):
            menu.addAction(word).setData(key)
        menu.triggered.connect(lambda action: self.wanted.emit(action.data()))
        return menu

    def shrink(self, *, narrow: bool) -> None:
        """In a narrow window the page scrolls and not the form."""
        self._scroll.setMinimumHeight(self.form.sizeHint().height() + 30 if narrow else 0)

    def show_item(self, item: ProgrammeItem | None, settings: EventSettings, *, anew: bool, today: bool) -> None:
        """Show an item; what somebody is typing stays unless it is another one (`anew`)."""
        self.setEnabled(item is not None)
        if item is None:
            self.remark.setText(_("Choose an item to see and change everything of it."))
            self.remark.show()
            self.form.hide()
            return
        self.form.show()
        self._offer(item, settings)
        self.form.show_value(slot_of(item, settings.zone), anew=anew)
        said = change_words(words, item, settings.zone)
        self.remark.setText(said)
        self.remark.setVisible(bool(said))
        self.start_button.setVisible(today)
        self.end_button.setVisible(today)
        self.start_button.setEnabled(not item.running)
        self.end_button.setEnabled(item.running)

    def _offer(self, item: ProgrammeItem, settings: EventSettings) -> None:
        """The fields that make sense for this item."""
        others = [tag for tag in settings.hall_languages if tag != settings.language]
        titles = self.form.fields["other_titles"]
        if isinstance(titles.input, TitlesInput):
            titles.input.offer(others if len(settings.hall_languages) > 1 else ())
        titles.setVisible(len(settings.hall_languages) > 1 and bool(others))
        self.form.fields["day"].setVisible(len(settings.days) > 1 or not _in_event(item, settings))
        self.form.fields["second"].setVisible(self.twice(item, settings.zone))

    def twice(self, item: ProgrammeItem, zone: ZoneInfo) -> bool:
        """Whether the hall's clock shows the start of this item twice."""
        local = item.starts_at.astimezone(zone)
        return comes_twice(local.date(), local.time().replace(fold=0), zone)

    def type_title(self) -> None:
        """Let the title be typed anew."""
        field = self.form.fields["name"].input
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, TextInput):
            field.selectAll()


def _in_event(item: ProgrammeItem, settings: EventSettings) -> bool:
    return item.starts_at.astimezone(settings.zone).date() in settings.days
