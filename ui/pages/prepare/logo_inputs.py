"""The logos of the organiser and the funder: chosen from a file, shown as on paper, taken out again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hackdesk.documents.actions import keep_logo, remove_logo
from hackdesk.documents.rules import LOGO_PLACES, Logo
from hackdesk.documents.vector import SVG
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.on_white import on_white
from ui.page import Page
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_TITLES = {"organiser": N_("Organiser's logo"), "funder": N_("Funder's logo")}
_ROOM, _EDGE = QSize(190, 60), 6


class LogoInput(QWidget):
    """One logo. wanted(place): another picture is to be chosen. removed(place)."""

    wanted = Signal(str)
    removed = Signal(str)

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._shown: Logo | None = None
        self.preview = QLabel()
        self.preview.setFixedSize(_ROOM)
        self.said = Label("", "second", wrap=True)
        self.choose_button = Button(_("Choose a picture"), self._want, size="small")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain", size="small")
        self.choose_button.setAccessibleName(f"{_(_TITLES[place])}: {_('Choose a picture')}")
        self.remove_button.setAccessibleName(f"{_(_TITLES[place])}: {_('Remove')}")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(5)
        lines.addWidget(Label(_(_TITLES[place]), "label"))
        for part in (self.preview, self.said):
            lines.addWidget(part)
        buttons = QWidget()
        side_by_side = Flow(buttons, gap=6)
        side_by_side.addWidget(self.choose_button)
        side_by_side.addWidget(self.remove_button)
        lines.addWidget(buttons)
        lines.addStretch()
        self.show_logo(None)

    def show_logo(self, logo: Logo | None) -> None:
        """Show the logo there is, or that there is none."""
        self._shown = logo
        self.preview.setVisible(logo is not None)
        self.remove_button.setVisible(logo is not None)
        if logo is None:
            self._say(_("PNG, JPEG or SVG, for attendance sheets and certificates"))
            return
        self.preview.setPixmap(on_paper(logo, _ROOM))
        self.preview.setAccessibleName(logo.name)
        if logo.media_type == SVG:
            self._say(_("{name}, a drawing", name=logo.name))
            return
        size = _("{name}, {width} × {height} pixels", name=logo.name, width=logo.width, height=logo.height)
        torn = _("Too small for print: it will look torn.")
        self._say(f"{size}. {torn}" if logo.small else size, warn=logo.small)

    def refuse(self, error: HackDeskError) -> None:
        """Say why a picture was not taken; the one before stays."""
        self._say(words.error(error), warn=True)

    def _say(self, sentence: str, *, warn: bool = False) -> None:
        self.said.say_as(sentence, "error" if warn else "second")

    def _want(self) -> None:
        self.wanted.emit(self.place)

    def _remove(self) -> None:
        self.removed.emit(self.place)


class LogoInputs(QWidget):
    """The two logos beside each other; what is chosen is on disk at once."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.inputs = {place: LogoInput(place) for place in LOGO_PLACES}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for one in self.inputs.values():
            line.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
            one.wanted.connect(self._choose)
            one.removed.connect(self._remove)

    def show_logos(self, logos: Iterable[Logo]) -> None:
        """Show what there is."""
        known = {logo.place: logo for logo in logos}
        for place, one in self.inputs.items():
            one.show_logo(known.get(place))

    def take(self, place: str, path: Path) -> None:
        """Keep the picture in this file as the logo of `place`."""
        self._page.ask(partial(_keep, place, path), self._say_kept, self.inputs[place].refuse)

    def _choose(self, place: str) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if name:
            self.take(place, Path(name))

    def _say_kept(self, _logo: Logo) -> None:
        self._page.saved()

    def _remove(self, place: str) -> None:
        self._page.do(partial(remove_logo, place=place), self._say_removed)

    def _say_removed(self, _nothing: None) -> str:
        return _("The logo is taken out")


def _keep(place: str, path: Path, event: Event) -> Logo:
    return keep_logo(event, place, path.name, read_picture(path))


def read_picture(path: Path) -> bytes:
    """What is in a file. Raises HackDeskError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error


def on_paper(logo: Logo, room: QSize) -> QPixmap:
    """The logo on white, as large as the room lets it be."""
    return on_white(logo.content, room, _EDGE)
