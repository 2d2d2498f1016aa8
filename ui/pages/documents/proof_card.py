"""Whether a paper is real: its code is scanned, typed or read from a picture, and judged without internet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from hackdesk.documents.proof import Statement
from hackdesk.documents.proof_queries import code_in_picture, statement_of
from hackdesk.documents.proof_wording import statement_sentences
from hackdesk.errors import HackDeskError
from ui.page import Page
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_WIDEST = 640


class ProofCard(Card):
    """Stands where the preview stands, as long as it is wanted."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.code, self.key = QLineEdit(), QLineEdit()
        self.look_button = Button(_("Look"), self.look, kind="primary")
        self.picture_button = Button(_("Choose a picture or a PDF …"), self._choose, sign="folder-open")
        self.said = [Label("", role, wrap=True) for role in ("title", "strong", "", "", "second", "second")]
        self.wrong = Notice()
        self._lay_out()
        self.code.returnPressed.connect(self.look)
        self.code.textEdited.connect(self._forget)
        self.key.textEdited.connect(self._forget)
        self.setFocusProxy(self.code)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(6, 4, 6, 4)
        lines.setSpacing(12)
        lines.addWidget(Label(_("Is this paper real?"), "title", wrap=True))
        about = _(
            "Certificates and the record of the results carry a code that says what was issued, signed with the "
            "event's key. No internet is needed."
        )
        lines.addWidget(Label(about, "second", wrap=True))
        lines.addWidget(Field(_("Code of the paper"), self.code, _("Scan it into this field; it begins with HD1")))
        lines.addLayout(row(self.look_button, self.picture_button))
        hint = _("Empty for this event. Of another event it is printed on the record of its results: HDKEY …")
        lines.addWidget(Field(_("Key of the event"), self.key, hint))
        lines.addSpacing(6)
        lines.addWidget(self.wrong)
        for line in self.said:
            lines.addWidget(line)
        lines.addStretch()
        self.body.addWidget(inside)
        self._forget()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said of the paper; of one that is not real one sentence."""
        if self.wrong.sentence:
            return (self.wrong.sentence,)
        return tuple(line.text() for line in self.said if not line.isHidden())

    def look(self) -> None:
        """Judge the code that is in the field."""
        code = self.code.text().strip()
        if code:
            self._forget()
            self._page.ask(partial(statement_of, code=code, key=self.key.text()), self._show, self._refuse)

    def take(self, path: Path) -> None:
        """Judge the code in a picture or a PDF."""
        self._forget()
        self._page.ask(partial(_in_picture, path, self.key.text()), self._show, self._refuse)

    def _choose(self) -> None:
        kinds = _("Pictures and PDFs (*.png *.jpg *.jpeg *.pdf)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if name:
            self.take(Path(name))

    def _show(self, statement: Statement) -> None:
        sentences = statement_sentences(statement, words)
        for line, sentence in zip(self.said, sentences, strict=False):
            line.setText(sentence)
            line.show()
        self.setAccessibleDescription(" ".join(sentences))
        self.code.selectAll()

    def _refuse(self, error: HackDeskError) -> None:
        self.wrong.say(words.error(error), "bad")
        self.code.selectAll()

    def _forget(self) -> None:
        self.wrong.hide()
        for line in self.said:
            line.hide()


class RealButton(Button):
    """Shows the card in the place of `instead`, and that again when it is pressed once more."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Is this paper real?"), self._show, sign="search")
        self.setCheckable(True)
        self.card = ProofCard(page)
        self.instead = QWidget()
        self.card.hide()

    def leave(self) -> None:
        """Show what was there before."""
        self.setChecked(False)
        self._show()

    def _show(self) -> None:
        self.instead.setVisible(not self.isChecked())
        self.card.setVisible(self.isChecked())
        if self.isChecked():
            self.card.setFocus()


def _in_picture(path: Path, key: str, event: Event) -> Statement:
    return statement_of(event, code_in_picture(path), key)
