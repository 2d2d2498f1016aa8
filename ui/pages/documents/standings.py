"""How the documents stand, read a few at a time, so that nobody at this desk waits for all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from hackdesk.documents.badge_values import Badges
from hackdesk.documents.kinds import KINDS, Standing, read_together, standings
from ui.page import Page


class Standings(QObject):
    """Reads them one after another, the wanted one first. known: {name: Standing}, growing and renewed.

    read(names): these are known, or known anew.
    """

    read = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.known: dict[str, Standing] = {}
        self._rest: list[tuple[str, ...]] = []
        self._asked = False

    @property
    def whole(self) -> bool:
        """Whether all of them were read, be it before the last change."""
        return len(self.known) == len(KINDS)

    @property
    def ready(self) -> list[str]:
        """The documents that are made together: those with something to print that are not private."""
        found = [self.known[name] for name in KINDS if name in self.known]
        ready = [one for one in found if not one.refusal and not one.private]
        return [one.name for one in ready if not isinstance(one.values, Badges) or one.values.new]

    def renew(self) -> None:
        """Something has changed: read all of them again, those first whose turn it was."""
        self._rest += [names for names in read_together() if names not in self._rest]
        self._go_on()

    def want(self, name: str) -> None:
        """Read this one next, if it is to be read at all."""
        self._rest.sort(key=lambda names: name not in names)

    def _go_on(self) -> None:
        if self._rest and not self._asked:
            self._asked = True
            self._page.ask(partial(standings, names=self._rest.pop(0)), self._take)

    def _take(self, found: tuple[Standing, ...]) -> None:
        self._asked = False
        self.known |= {standing.name: standing for standing in found}
        self._go_on()
        self.read.emit(frozenset(standing.name for standing in found))
