"""The phones' way in, of one window: off until somebody switches it on, and off again with the window.

Started and stopped on the desk's thread. It belongs to the window and not to a page: pages are made anew when the
language or the look changes, and phones must not notice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hackdesk import laptop
from hackdesk.errors import HackDeskError
from ui.addresses import HERE
from ui.desk import Desk

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.phones.server import Contact, Phones

#: The first port that is tried, and how many after it.
FIRST_PORT, PORTS = 8080, 20


class PhoneDoor(QObject):
    """changed(): it went on or off, or does so now. opened(): it is on. refused(HackDeskError): it is not.

    host: the address it is open at, on_since: since when; "" and None while it is shut. before: where phones found
    this laptop the last time, which stands on cards that were printed then.
    """

    changed = Signal()
    opened = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._phones: Phones | None = None
        self._serving: list[Phones] = []  # touched on the desk's thread only
        self._busy = False
        self.host, self.before = "", ""
        self.on_since: datetime | None = None

    @property
    def on(self) -> bool:
        """Whether phones can come in."""
        return self._phones is not None

    @property
    def busy(self) -> bool:
        """Whether it is just being switched."""
        return self._busy

    @property
    def address(self) -> str:
        """What a phone types: http://192.168.1.5:8080; empty while it is off."""
        return self._phones.address if self._phones else ""

    @property
    def contacts(self) -> dict[UUID, Contact]:
        """{juror id: when their phone was last heard}."""
        return self._phones.contacts() if self._phones else {}

    @property
    def greeted_at(self) -> datetime | None:
        """When a phone opened the page that is there for trying the way in."""
        return self._phones.greeted_at() if self._phones else None

    def link(self, secret: str) -> str:
        """A juror's own link; empty while it is off, or where they have none."""
        return self._phones.link(secret) if self._phones and secret else ""

    def open(self, host: str) -> None:
        """Let phones in at this address of the laptop."""
        if self.on or self._busy:
            return
        self._busy, self.host = True, host
        self.before = laptop.load().phones_address
        self.changed.emit()
        self._desk.ask(partial(self._serve, host), self._note_on, self._say_refused, receiver=self)

    def close(self) -> None:
        """Let no phone in any more; also where it is just being opened."""
        if self._phones is not None or self._busy:
            self._phones, self._busy = None, True
            self.host, self.on_since = "", None
            self._desk.do(self._stop, self._note_off, receiver=self)
            self.changed.emit()

    def _serve(self, host: str, event: Event) -> tuple[Phones, datetime]:
        phones = _started(host, _ports(host, self.before), event)
        self._serving.append(phones)
        return phones, event.clock.utc_now()

    def _stop(self) -> None:
        while self._serving:
            self._serving.pop().stop()

    def _note_on(self, answer: tuple[Phones, datetime]) -> None:
        self._busy = False
        self._phones, self.on_since = answer
        if self.host != HERE:  # nobody prints cards that only this laptop could follow
            laptop.change(phones_address=self.address)
        self.changed.emit()
        self.opened.emit()

    def _note_off(self, _answer: None) -> None:
        self._busy = False
        self.changed.emit()

    def _say_refused(self, error: HackDeskError) -> None:
        self._busy, self.host = False, ""
        self.changed.emit()
        self.refused.emit(error)


def door_of(desk: Desk) -> PhoneDoor:
    """The one of this window; it is made when it is first asked for."""
    found = desk.findChild(PhoneDoor)
    return found if isinstance(found, PhoneDoor) else PhoneDoor(desk)


def _ports(host: str, before: str) -> list[int]:
    """Which ports are tried, that of last time first: it stands on printed cards."""
    ports = list(range(FIRST_PORT, FIRST_PORT + PORTS))
    address, _, port = before.removeprefix("http://").rpartition(":")
    return [int(port), *ports] if address == host and port.isdecimal() else ports


def _started(host: str, ports: Sequence[int], event: Event) -> Phones:
    """On the first port that is free; every juror has a link then."""
    from hackdesk.jury.actions import make_links
    from hackdesk.phones.server import Phones, PortTaken

    make_links(event)
    for port in ports:
        phones = Phones(event, host, port)
        try:
            phones.start()
        except PortTaken:
            if port == ports[-1]:
                raise
            continue
        return phones
    raise AssertionError("there is at least one port")
