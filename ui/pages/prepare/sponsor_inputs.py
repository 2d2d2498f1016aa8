"""The sponsors' logos, which the hall sees: added from files, seen as there, taken out again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from hackdesk.documents.actions import add_sponsor, remove_logo
from hackdesk.documents.rules import SPONSOR_PLACES, Logo
from hackdesk.errors import HackDeskError
from ui.page import Page
from ui.pages.prepare.logo_inputs import on_paper, read_picture
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ROOM = QSize(132, 66)


class SponsorTile(QWidget):
    """One logo on white. removed(place)."""

    removed = Signal(str)

    def __init__(self, logo: Logo) -> None:
        super().__init__()
        self._place = logo.place
        picture = QLabel()
        picture.setFixedSize(_ROOM)
        picture.setPixmap(on_paper(logo, _ROOM))
        picture.setAccessibleName(logo.name)
        picture.setToolTip(logo.name)
        self.remove_button = Button(_("Remove"), self._remove, kind="plain", size="small")
        self.remove_button.setAccessibleName(f"{_('Remove')}: {logo.name}")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(picture)
        lines.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _remove(self) -> None:
        self.removed.emit(self._place)


class SponsorInputs(QWidget):
    """All of them; what is added is on disk at once."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown: tuple[Logo, ...] | None = None
        self.tiles: list[SponsorTile] = []
        self.said = Label("", "second", wrap=True)
        self.add_button = Button(_("Add logos"), self._choose, size="small")
        self.add_button.setAccessibleName(_("Add sponsors' logos"))
        held = QWidget()
        self._flow = Flow(held, gap=10)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(5)
        for part in (Label(_("Sponsors' logos"), "label"), held, self.said):
            lines.addWidget(part)
        lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint = _(
            "PNG or JPEG, up to {count}; the hall sees them on white, all equally large", count=len(SPONSOR_PLACES)
        )
        self._say(self._hint)
        self.show_logos(())

    def show_logos(self, logos: Iterable[Logo]) -> None:
        """Show what there is."""
        logos = tuple(logos)
        if logos == self._shown:
            return
        self._shown = logos
        self._flow.clear()
        self.tiles = [SponsorTile(logo) for logo in logos]
        for tile in self.tiles:
            tile.removed.connect(self._remove)
            self._flow.addWidget(tile)
        self.add_button.setEnabled(len(logos) < len(SPONSOR_PLACES))

    def take(self, paths: Iterable[Path]) -> None:
        """Keep the pictures in these files; a refusal stays until the next ones are chosen."""
        self._say(self._hint)
        for path in paths:
            self._page.ask(partial(_add, path), self._say_kept, self._refuse)

    def _refuse(self, error: HackDeskError) -> None:
        self._say(words.error(error), warn=True)

    def _say(self, sentence: str, *, warn: bool = False) -> None:
        self.said.say_as(sentence, "error" if warn else "second")

    def _choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        names, _filter = QFileDialog.getOpenFileNames(self, _("Choose pictures"), "", kinds)
        self.take(Path(name) for name in names)

    def _say_kept(self, _logo: Logo) -> None:
        self._page.saved()

    def _remove(self, place: str) -> None:
        self._page.do(partial(remove_logo, place=place), self._say_removed)

    def _say_removed(self, _nothing: None) -> str:
        return _("The logo is taken out")


def _add(path: Path, event: Event) -> Logo:
    return add_sponsor(event, path.name, read_picture(path))
