"""The event itself: name, place, days, texts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hackdesk.documents.queries import logos, sponsors
from hackdesk.documents.rules import Logo
from hackdesk.event.settings import EventSettings, change_settings, settings_of
from hackdesk.language import LANGUAGES, N_
from ui import theme
from ui.form import Edit, Entry, Form
from ui.inputs import ChoiceInput, DayInput, FlagInput, LongInput, MinutesInput, TagsInput, TextInput
from ui.page import Page
from ui.pages.prepare.logo_inputs import LogoInputs
from ui.pages.prepare.sponsor_inputs import SponsorInputs
from ui.panel import Panel
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_NEAR = ("Europe/Tallinn", "Europe/Riga", "Europe/Vilnius", "Europe/Helsinki", "Europe/Warsaw", "Europe/Berlin")
_ZONES = tuple((zone, zone) for zone in _NEAR)

_FIRST = (
    Entry("name", N_("Name"), TextInput, N_("As it stands on the poster")),
    Entry("place", N_("Place"), TextInput),
    Entry("starts_on", N_("First day"), DayInput, "", 3),
    Entry("ends_on", N_("Last day"), DayInput, "", 3),
    Entry("organiser", N_("Organiser"), TextInput),
    Entry("language", N_("Language of the documents"), lambda: ChoiceInput(LANGUAGES.items()), "", 3),
    Entry("timezone", N_("Time zone of the hall"), lambda: ChoiceInput(_ZONES, free=True), "", 3),
    Entry("hall_languages", N_("Languages on the projector"), TagsInput,
          N_("They take turns, for example: et, ru. Empty: the language of the documents")),
    Entry("pitch_seconds", N_("Pitch, minutes"), MinutesInput, "", 2),
    Entry("questions_seconds", N_("Questions, minutes"), MinutesInput, "", 2),
    Entry("changeover_seconds", N_("Changeover, minutes"), MinutesInput, "", 2),
)  # fmt: skip
_TEXTS = (
    Entry("funder_header", N_("Header of the attendance sheets"), lambda: LongInput(3),
          N_("What the funder wants to read there: programme, project number")),
    Entry("attendance_times", N_("Times on the attendance sheets"),
          lambda: FlagInput(_("a column for when people came and left"))),
    Entry("photo_consent_wording", N_("Question about photographs"), lambda: LongInput(4),
          N_("What people are asked at the desk, word for word; it is kept with their answer")),
    Entry("guardian_consent_wording", N_("Question to a minor's guardian"), lambda: LongInput(3),
          N_("What the guardian agrees to, word for word; empty: the usual sentence")),
)  # fmt: skip

#: The settings, the logos on paper, those of the sponsors.
_Read = tuple[EventSettings, tuple[Logo, ...], tuple[Logo, ...]]
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class EventPanel(Panel):
    """Each field is on disk as soon as it is left."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.first, self.texts = Form(_FIRST), Form(_TEXTS)
        line = self._sides = QBoxLayout(_ACROSS, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        self.logos, self.sponsors = LogoInputs(page), SponsorInputs(page)
        whole = QWidget()
        whole.setProperty("role", "scrolled")
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(14)
        lines.addWidget(self.first)
        lines.addWidget(self.logos)
        lines.addWidget(self.sponsors)
        lines.addStretch()
        self._inside = (whole, self.texts)
        for title, inside, share in ((_("The event"), whole, 11), (_("Texts"), self.texts, 9)):
            card = Card(title)
            card.body.addWidget(Scroll(inside), 1)
            line.addWidget(card, share)
        for form in (self.first, self.texts):
            form.edited.connect(self._keep)
        self.setFocusProxy(self.first.fields["name"].input)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for inside in self._inside:
            inside.setMinimumHeight(inside.sizeHint().height() if narrow else 0)

    def read(self, event: Event) -> _Read:
        return settings_of(event), logos(event), sponsors(event)

    def display(self, answer: _Read) -> None:
        settings, known, supporting = answer
        self.first.show_value(settings)
        self.texts.show_value(settings)
        self.logos.show_logos(known)
        self.sponsors.show_logos(supporting)

    def _keep(self, edit: Edit) -> None:
        form = self.texts if edit.name in self.texts.fields else self.first
        self.page.ask(partial(_change, edit), self._say_kept, partial(form.refuse, edit))

    def _say_kept(self, _settings: EventSettings) -> None:
        self.page.saved()


def _change(edit: Edit, event: Event) -> EventSettings:
    latest = settings_of(event)
    changed = edit.apply(latest)
    if edit.name == "starts_on" and changed.starts_on > changed.ends_on:
        # Moving the event moves its end too; it keeps its length.
        changed = replace(changed, ends_on=changed.starts_on + (latest.ends_on - latest.starts_on))
    return change_settings(event, changed)
