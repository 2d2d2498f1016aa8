"""Who signs certificates: what stands under each line, and a picture of the signature over it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from hackdesk.documents.certificate_settings import BACKGROUND, SIGNATURE_PLACES, Signer
from hackdesk.documents.rules import Logo
from ui.on_white import on_white
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label

_ROOM = QSize(150, 44)


class PictureInput(QWidget):
    """A picture that is chosen from a file, or taken out. wanted(place), removed(place)."""

    wanted = Signal(str)
    removed = Signal(str)

    def __init__(self, place: str, title: str) -> None:
        super().__init__()
        self.place = place
        self._shown: tuple[Logo | None, ...] = ()
        self.preview, self.said = QLabel(), Label("", "second", wrap=True)
        self.preview.setFixedSize(_ROOM)
        self.choose_button = Button(title, partial(self.wanted.emit, place), size="small")
        self.remove_button = Button(_("Remove"), partial(self.removed.emit, place), kind="plain", size="small")
        self.remove_button.setAccessibleName(f"{title}: {_('Remove')}")
        buttons = QWidget()
        side_by_side = Flow(buttons, gap=6)
        side_by_side.addWidget(self.choose_button)
        side_by_side.addWidget(self.remove_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(5)
        for part in (self.preview, self.said, buttons):
            lines.addWidget(part)
        self.show_picture(None)

    def show_picture(self, picture: Logo | None) -> None:
        """Show the picture there is, or that there is none; why another was not taken stays until it changes."""
        if self._shown == (picture,):
            return
        self._shown = (picture,)
        for part in (self.preview, self.remove_button):
            part.setVisible(picture is not None)
        self.refuse("")
        if picture is not None:
            self.preview.setPixmap(on_white(picture.content, _ROOM))
            self.preview.setAccessibleName(picture.name)

    def refuse(self, sentence: str) -> None:
        """Say why a picture was not taken; the one before stays."""
        self.said.say_as(sentence, "error")
        self.said.setVisible(bool(sentence))


class SignerInputs(QWidget):
    """Up to three who sign; a row more than there are, as long as there is room. left(): something was typed.

    wanted(place), removed(place): a picture of a signature.
    """

    left = Signal()
    wanted = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        self.pictures: dict[str, PictureInput] = {}
        self._parts: list[QWidget] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for number, place in enumerate(SIGNATURE_PLACES, start=1):
            lines.addWidget(self._row(number, place))

    def _row(self, number: int, place: str) -> QWidget:
        role, name = QLineEdit(), QLineEdit()
        role.setPlaceholderText(_("Organiser, mayor …"))
        picture = PictureInput(place, _("Signature as a picture …"))
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(Field(_("{number}. Who signs", number=number), role))
        lines.addWidget(Field(_("Name"), name))
        lines.addWidget(picture)
        for line in (role, name):
            line.editingFinished.connect(self.left)
        picture.wanted.connect(self.wanted)
        picture.removed.connect(self.removed)
        self.rows.append((role, name))
        self.pictures[place] = picture
        self._parts.append(whole)
        return whole

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who signs, as typed."""
        typed = (Signer(role.text().strip(), name.text().strip()) for role, name in self.rows)
        return tuple(one for one in typed if one.role or one.name)

    def show_signers(self, signers: tuple[Signer, ...], pictures: Mapping[str, Logo]) -> None:
        """Show who signs; what is being typed stays."""
        for number, (role, name) in enumerate(self.rows):
            signer = signers[number] if number < len(signers) else Signer()
            for line, text in ((role, signer.role), (name, signer.name)):
                if not line.hasFocus() and line.text() != text:
                    line.setText(text)
            self._parts[number].setVisible(number <= len(signers))
        for place, picture in self.pictures.items():
            picture.show_picture(pictures.get(place))


def background_input() -> PictureInput:
    """The input of a background."""
    return PictureInput(BACKGROUND, _("Own background …"))
