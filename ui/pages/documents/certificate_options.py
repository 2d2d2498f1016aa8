"""How certificates look and what stands on them: seen in the preview at once, kept as it is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QVBoxLayout, QWidget

from hackdesk.documents.certificate_settings import (
    BACKGROUND,
    DESIGNS,
    FIELDS,
    KINDS,
    ORIENTATIONS,
    USUAL_TEXTS,
    CertificateSettings,
    fault_in,
)
from hackdesk.documents.rules import Logo
from hackdesk.errors import HackDeskError
from hackdesk.language import LANGUAGES, language
from ui.pages.documents.badge_options import WIDTH, OwnWords
from ui.pages.documents.signer_inputs import SignerInputs, background_input
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

_ANY = 16_777_215  # what Qt takes for "no limit"


class CertificateOptions(QWidget):
    """set(CertificateSettings): certificates are to be like this. picture(place, path), removed(place)."""

    set = Signal(object)
    picture = Signal(str, object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._settings = CertificateSettings()
        self._tag = "en"
        self._shown = ""  # the key of the text that is in the field
        self._narrow = False
        self.designs, self.orientations = _combo(DESIGNS), _combo(ORIENTATIONS)
        self.second, self.which = QComboBox(), QComboBox()
        self.text = OwnWords()
        self.usual_button = Button(_("The usual text again"), self._use_usual, kind="plain", size="small")
        self.signers, self.background = SignerInputs(), background_input()
        self.qr = QCheckBox(_("With a code that proves it"))
        self._lay_out()
        self._connect()
        self.shrink(narrow=False)

    def _lay_out(self) -> None:
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 5 + 26)
        fields = " ".join(f"{{{name}}}" for name in FIELDS)
        hint = _("Filled in for each person: {fields}. A line that would stay empty is left out.", fields=fields)
        for combo in (self.designs, self.orientations, self.second, self.which):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.text_field = Field(_("What stands under the name"), self.text, hint)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(11)
        for part in (
            Field(_("Design"), self.designs), Field(_("Paper"), self.orientations),
            Field(_("Second language on the page"), self.second), Field(_("Text for"), self.which),
            self.text_field, self.usual_button, self.qr,
            Label(_("Signatures"), "strong"),
            Label(_("As long as nobody is named, the organiser signs, and the chair of the jury for winners."),
                  "second", wrap=True),
            self.signers, Label(_("Background"), "strong"),
            Label(_("A picture over the whole page, in place of the design's own."), "second", wrap=True),
            self.background,
        ):  # fmt: skip
            lines.addWidget(part)
        lines.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside), 1)
        self._inside = inside

    def _connect(self) -> None:
        for combo in (self.designs, self.orientations, self.second):
            combo.activated.connect(self._keep)
        self.which.activated.connect(self._show_text)
        self.text.textChanged.connect(self._check)
        self.text.left.connect(self._keep)
        self.signers.left.connect(self._keep)
        self.qr.clicked.connect(self._keep)
        for one in (self.signers, self.background):
            one.wanted.connect(self._choose_picture)
            one.removed.connect(self.removed)

    def shrink(self, *, narrow: bool) -> None:
        """As wide as there is room, and as high as it is, where the window is narrow."""
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(_ANY if narrow else WIDTH)
        self.setMinimumHeight(self._inside.sizeHint().height() if narrow else 0)

    # --- what is shown ------------------------------------------------------------------------

    def show_settings(self, settings: CertificateSettings, pictures: Mapping[str, Logo], tag: str) -> None:
        """Show what is set; what is being typed stays. tag: the document's language."""
        self._settings, self._tag = settings, tag
        self.designs.setCurrentIndex(self.designs.findData(settings.design))
        self.orientations.setCurrentIndex(self.orientations.findData(settings.orientation))
        _offer(self.second, {"": _("None"), **{key: name for key, name in LANGUAGES.items() if key != tag}},
               settings.second if settings.second != tag else "")  # fmt: skip
        _offer(self.which, self._texts(), self._shown)
        self._show_text()
        self.qr.setChecked(settings.qr)
        self.signers.show_signers(settings.signers, pictures)
        self.background.show_picture(pictures.get(BACKGROUND))

    def _texts(self) -> dict[str, str]:
        """Every text on the page by its key; in two languages where there are two."""
        spoken = self._settings.words_for(self._tag)
        texts = {}
        for one in spoken:
            for kind, title in KINDS.items():
                name = LANGUAGES.get(one.tag, one.tag)
                named = _("{who} – {language}", who=_(title), language=name) if len(spoken) > 1 else _(title)
                texts[f"{kind} {one.tag}"] = named
        return texts

    def _show_text(self) -> None:
        key = str(self.which.currentData() or "")
        if not key or (self.text.hasFocus() and key == self._shown):
            return
        self._shown = key
        kind, _between, tag = key.partition(" ")
        said = self._settings.text(kind, language(tag))
        if self.text.toPlainText() != said:
            with QSignalBlocker(self.text):
                self.text.setPlainText(said)
        self._check()

    def _check(self) -> None:
        fault = fault_in(self.text.toPlainText())
        self.text_field.wrong(words.error(fault) if fault else "")
        self.usual_button.setVisible(self.text.toPlainText().strip() != self._usual)

    @property
    def _usual(self) -> str:
        kind, _between, tag = self._shown.partition(" ")
        return language(tag)(USUAL_TEXTS[kind]) if kind else ""

    def _use_usual(self) -> None:
        self.text.setPlainText(self._usual)
        self._keep()

    # --- what is chosen -----------------------------------------------------------------------

    def _keep(self) -> None:
        wanted = replace(
            self._settings,
            design=self.designs.currentData(), orientation=self.orientations.currentData(),
            second=self.second.currentData() or "", qr=self.qr.isChecked(), texts=self._kept_texts(),
            signers=self.signers.signers,
        )  # fmt: skip
        if wanted != self._settings or dict(wanted.texts) != dict(self._settings.texts):
            self._settings = wanted
            self.set.emit(wanted)

    def _kept_texts(self) -> dict[str, str]:
        """The texts with the one in the field; a text that cannot be filled in waits there until it can."""
        texts = dict(self._settings.texts)
        typed = self.text.toPlainText().strip()
        kind, _between, tag = self._shown.partition(" ")
        if not kind or fault_in(typed) or typed == self._settings.text(kind, language(tag)):
            return texts
        texts.pop(self._shown, None)
        if typed and typed != replace(self._settings, texts=texts).text(kind, language(tag)):
            texts[self._shown] = typed
        return texts

    def _choose_picture(self, place: str) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if name:
            self.picture.emit(place, Path(name))

    def refuse_picture(self, place: str, error: HackDeskError) -> None:
        """Say why a picture was not taken."""
        where = self.background if place == BACKGROUND else self.signers.pictures[place]
        where.refuse(words.error(error))


def _combo(choices: Mapping[str, str]) -> QComboBox:
    combo = QComboBox()
    for key, word in choices.items():
        combo.addItem(_(word), key)
    return combo


def _offer(combo: QComboBox, choices: Mapping[str, str], chosen: str) -> None:
    with QSignalBlocker(combo):
        combo.clear()
        for key, word in choices.items():
            combo.addItem(word, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
