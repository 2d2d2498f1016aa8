"""A round of pitches: how long each phase is, when bells ring, and rounds besides the final one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hackdesk.agenda.turns import THE_IDEAS, Lengths, Round, RoundDraft
from hackdesk.agenda.typed import bells_of, bells_text, length_of, length_text
from hackdesk.errors import HackDeskError
from ui.pages.stage.order_lines import whole_length
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.picker import Picker


class RoundCard(Card):
    """chosen (id of a round), edited (draft), added (), removed ()."""

    chosen = Signal(object)
    edited = Signal(object)
    added = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._round = Round()
        self.rounds = Picker(_("Round"))
        self.rounds.chosen.connect(self.chosen)
        self.add_button = Button(_("Add a round"), self.added.emit, kind="plain", size="small", sign="plus")
        self.remove_button = Button(_("Remove this round"), self.removed.emit, kind="plain", size="small")
        head = row(self.rounds, self.add_button, self.remove_button)
        self.body.addLayout(head)
        self.name = Field(_("Name"), QLineEdit())
        self.pitch = Field(_("Pitch"), QLineEdit())
        self.questions = Field(_("Questions"), QLineEdit())
        self.changeover = Field(_("Changeover"), QLineEdit())
        self.bells = Field(_("Bells before the end"), QLineEdit())
        lengths = QWidget()
        line = Flow(lengths, gap=10)
        for field, wide in (
            (self.name, 170), (self.pitch, 84), (self.questions, 84), (self.changeover, 92), (self.bells, 176),
        ):  # fmt: skip
            field.setFixedWidth(wide)
            field.input.editingFinished.connect(self._edit)  # type: ignore[attr-defined]
            line.addWidget(field)
        self.bells.input.setToolTip(_("Such as 1:00, 0:00; with a plus in overtime: +1:00"))
        self.length = Label("", "second", wrap=True)
        self.body.addWidget(lengths)
        self.body.addWidget(self.length)

    def show_rounds(self, rounds: tuple[Round, ...], here: Round) -> None:
        """Show which rounds there are, and the lengths of one; what somebody is typing stays."""
        self.rounds.offer([(one.id, round_name(one)) for one in rounds], here.id)
        other = here.id != self._round.id
        before, self._round = self._round, here
        added = here.id not in (None, THE_IDEAS)
        self.name.setVisible(added)
        self.remove_button.setVisible(added)
        for field, said, was in zip(self._fields(), _texts(here), _texts(before), strict=True):
            line = field.input
            assert isinstance(line, QLineEdit)
            if other or not line.hasFocus() or line.text() == was:
                line.setText(said)
                field.wrong("")
        self.length.setText(whole_length(here))

    def _fields(self) -> tuple[Field, ...]:
        return self.name, self.pitch, self.questions, self.changeover, self.bells

    def _edit(self) -> None:
        texts = [field.input.text() for field in self._fields()]  # type: ignore[attr-defined]
        if texts == list(_texts(self._round)):
            return
        draft = self._draft(texts)
        if draft is not None and draft != self._round.draft:
            self.edited.emit(draft)

    def _draft(self, texts: list[str]) -> RoundDraft | None:
        """What was typed; None where a field says what is wrong with it."""
        seconds: list[int] = []
        found: tuple[int, ...] | None = None
        for field, text in zip(self._fields()[1:], texts[1:], strict=True):
            try:
                if field is self.bells:
                    found = bells_of(text)
                else:
                    seconds.append(length_of(text))
                field.wrong("")
            except HackDeskError as error:
                field.wrong(words.error(error))
        if found is None or len(seconds) < 3:
            return None
        return replace(self._round.draft, name=texts[0], lengths=Lengths(*seconds), warnings=found)


def round_name(here: Round) -> str:
    """What a round is called; those that every event has are called by the program."""
    if here.id is None:
        return _("Final pitches")
    return here.name or (_("Topics are introduced") if here.id == THE_IDEAS else _("Round"))


def _texts(here: Round) -> tuple[str, str, str, str, str]:
    lengths = here.lengths
    return (
        here.name, length_text(lengths.pitch), length_text(lengths.questions), length_text(lengths.changeover),
        bells_text(here.warnings),
    )  # fmt: skip
