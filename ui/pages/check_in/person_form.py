"""The full form about one person, beside the desk and never in its way: a walk-in, or what has to be mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people import merging, rules
from hackdesk.people.half_typed import HalfTyped
from hackdesk.people.queries import Consent
from hackdesk.people.rules import Person
from ui.pages.check_in.consents_part import ConsentsPart
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.differing import THEIRS, Differing, news
from ui.pages.check_in.person_inputs import Offer, PersonInputs, label
from ui.pages.check_in.standing import Standing
from ui.pages.check_in.twin import Known, Twin
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

#: So much of the fields is seen at least, in pixels; the rest is reached by scrolling.
_FIELDS_SEEN = 240


class PersonForm(Card):
    """kept(HalfTyped, here): to be written; here: and checked in. waits(): it is put aside. dropped(): given up.

    away(): Escape, the keyboard goes back to the desk and the form stays. edited(): something was typed.
    standing(Person): cancel or restore their registration.
    """

    kept = Signal(object, bool)
    waits = Signal()
    dropped = Signal()
    away = Signal()
    edited = Signal()
    standing = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.person: Person | None = None
        self._now: DeskNow | None = None
        self._form: HalfTyped | None = None
        self._filling = False
        self.inputs, self.differing, self.twin = PersonInputs(), Differing(), Twin()
        self.consents, self.stands = ConsentsPart(), Standing()
        self.fields = self.inputs.fields
        self.wrong = Label("", "error", wrap=True)
        self.keep_button = Button("", self._keep_first, key="Ctrl+Return")
        self.other_button = Button("", self._keep_second, key="Ctrl+Shift+Return")
        self.wait_button = Button(_("Let it wait"), self.waits.emit, kind="plain")
        self.drop_button = Button("", self.dropped.emit, kind="plain")
        self._buttons, self._scroll = QWidget(), Scroll(self.inputs)
        self._lay_out()
        self.inputs.edited.connect(self._hear_typing)
        self.stands.wanted.connect(self.standing)
        self.differing.decided.connect(self._put)
        self.twin.taken.connect(self.take)
        self.twin.answered.connect(self._go_on)
        self.setFocusProxy(self.fields["given_name"].input)

    def _lay_out(self) -> None:
        for part in (self.stands, self.differing, self.twin):
            self.inputs.above.addWidget(part)
        self.inputs.below.addWidget(self.consents)
        flow = Flow(self._buttons, gap=8)
        for button in (self.keep_button, self.other_button):
            flow.addWidget(button)
        for button in (self.wait_button, self.drop_button):
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # The fields take the room there is; the buttons below them are always seen.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._scroll.setMinimumHeight(_FIELDS_SEEN)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.wrong)
        self.body.addWidget(self._buttons)

    @property
    def form(self) -> HalfTyped | None:
        """What is in it now; None before it was begun."""
        if self._form is None:
            return None
        return replace(self._form, draft=self.inputs.draft(), differing=self.differing.undecided)

    @property
    def touched(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self.form is not None and self.form.touched

    def begin(self, form: HalfTyped, now: DeskNow, person: Person | None = None) -> None:
        """Show a form, begun anew or one that waited. person: whom it edits."""
        self.differing.clear()
        self.twin.begin()
        self.consents.show_history((), now)
        self._show(form, now, person)
        if form.differing:
            self.differing.say(_("Both desks changed this:"))
            self.differing.ask(form.differing, form.draft, form.began, now.groups)

    def _show(self, form: HalfTyped, now: DeskNow, person: Person | None) -> None:
        self._form, self._now, self.person = form, now, person
        self.twin.follow(now.people)
        self._filling = True
        self.inputs.offer_groups(now.groups)
        self.inputs.show_draft(form.draft)
        self._filling = False
        self._say_wrong("")
        self._name(form, person)
        self.stands.show_person(person, now)
        self._look_for_twin()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does; Qt would go as things were made."""
        buttons = (self.keep_button, self.other_button, self.wait_button, self.drop_button)
        stops = [one for one in (*self.inputs.stops(), *buttons) if one.isVisibleTo(self) and one.isEnabled()]
        here = self.focusWidget()
        at = stops.index(here) + (1 if forward else -1) if here in stops else -1
        if not 0 <= at < len(stops):
            return super().focusNextPrevChild(forward)
        stops[at].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self.inputs.isAncestorOf(stops[at]):
            self._scroll.ensureWidgetVisible(stops[at])
        return True

    def _name(self, form: HalfTyped, person: Person | None) -> None:
        title = _("Edit {name}", name=person.name) if person else _("Walk-in")
        self.title.setText(title)
        self.setAccessibleName(title)
        first, second = _both_ways(form, person, inside=self._inside())
        self.keep_button.setText(first)
        self.other_button.setText(second)
        self.other_button.setVisible(bool(second))
        self.drop_button.setText(_("Close") if person else _("Discard"))
        self._take_room()

    def offer(self, offer: Offer) -> None:
        """Suggest what is known."""
        self.inputs.offer(offer)

    def know(self, known: Known) -> None:
        """Watch for somebody who is on the list already."""
        self.twin.know(known)
        self._look_for_twin()

    def show_now(self, now: DeskNow) -> None:
        """People have changed: an edit nothing was typed into follows, anything typed stays."""
        self._now = now
        form = self.form
        if form is None:
            return
        self.twin.follow(now.people)
        person = now.people.get(form.person_id) if form.person_id else None
        if person is not None and not form.touched and person.version != form.seen:
            self.begin(replace(form, draft=person.draft, began=person.draft, seen=person.version), now, person)

    def follow(self, person: Person) -> None:
        """This person was written here, beside what is typed: it is no change to be met."""
        if self._form is not None and self._now is not None and self._form.person_id == person.id:
            self._form, self.person = replace(self._form, seen=person.version), person
            self.stands.show_person(person, self._now)

    def show_consents(self, history: Sequence[Consent]) -> None:
        """What this person said so far."""
        if self._now is not None:
            self.consents.show_history(history, self._now)

    def take(self, person: Person) -> None:
        """The walk-in is on the list already: fill what is empty there, show what differs."""
        form = self.form
        if form is None or self._now is None:
            return
        both = merging.merged(form.began, form.draft, person.draft)
        theirs = {name: getattr(person.draft, name) for name in both.differing}
        taken = replace(
            form, person_id=person.id, seen=person.version, began=person.draft, draft=replace(both.draft, **theirs)
        )
        self.begin(taken, self._now, person)
        if both.differing:
            self.differing.say(_("What you typed is another than on the list, which stands:"))
            self.differing.ask(both.differing, both.draft, person.draft, self._now.groups, chosen=THEIRS)
        self.setFocus()

    def meet(self, person: Person) -> None:
        """Another desk has written this person meanwhile: its changes come in, what was typed stays."""
        form = self.form
        if form is None or self._now is None:
            return
        both, groups = merging.merged(form.began, form.draft, person.draft), self._now.groups
        told = news(form.began, person.draft, groups, but=both.differing)
        self.differing.clear()
        self._show(replace(form, seen=person.version, began=person.draft, draft=both.draft), self._now, person)
        self.differing.say(_("{name} was changed meanwhile; nothing is saved yet.", name=person.name), told)
        self.differing.ask(both.differing, both.draft, person.draft, groups)
        self.differing.ask_first()

    def _put(self, name: str, value: object) -> None:
        changes: dict[str, object] = {name: value}
        self.inputs.show_draft(replace(self.inputs.draft(), **changes))  # type: ignore[arg-type]
        self._say_wrong("")

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the button what is wrong; what was typed stays."""
        self._say_wrong(words.error(error))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        # Qt counts one line for buttons that flow when it hands out room.
        flow, sides = self._buttons.layout(), self.body.contentsMargins()
        if flow is not None:
            self._buttons.setFixedHeight(flow.heightForWidth(max(self.width() - sides.left() - sides.right(), 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.away.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            second = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.other_button if second else self.keep_button).click()
        else:
            super().keyPressEvent(event)

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _hear_typing(self) -> None:
        if not self._filling:
            self._look_for_twin()
            self.edited.emit()

    def _look_for_twin(self) -> None:
        if self._now is not None:
            self.twin.look(self.inputs.draft() if self.person is None else None, self._now)

    def _go_on(self) -> None:
        self._look_for_twin()
        self.fields["organisation"].setFocus()

    def _keep_first(self) -> None:
        form = self.form
        self._keep(form is not None and form.arriving and not self._inside())

    def _keep_second(self) -> None:
        form = self.form
        self._keep(form is not None and not form.arriving)

    def _bring_into_view(self) -> None:
        here = self.focusWidget()
        if here is not None and self.inputs.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(here)

    def _inside(self) -> bool:
        return self.person is not None and self._now is not None and self.person.on(self._now.day) is not None

    def _keep(self, here: bool) -> None:
        if (form := self.form) is None:
            return
        wrong = rules.refusals(rules.tidied(form.draft))
        self.inputs.refuse(wrong)
        if wrong:
            self._say_wrong(_("To be mended: {fields}", fields=", ".join(map(label, wrong))))
            QTimer.singleShot(0, self, self._bring_into_view)
            return
        if form.differing:
            self._say_wrong(_("Choose for each field that differs which one is to stand."))
            self.differing.ask_first()
            return
        self._say_wrong("")
        self.kept.emit(form, here)


def _both_ways(form: HalfTyped, person: Person | None, *, inside: bool) -> tuple[str, str]:
    """The words of the two buttons that keep a form, the usual way first; no second one for who is in."""
    if person is None:
        return _("Take down and check in"), _("Take down only")
    if form.arriving and not inside:
        return _("Save and check in"), _("Save only")
    return _("Save"), "" if inside else _("Save and check in")
