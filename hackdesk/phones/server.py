"""The server that phones reach: one address, a thread of its own, off until it is switched on."""

from __future__ import annotations

import errno
import logging
import select
import socket
import sys
import threading
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any
from uuid import UUID

from waitress.server import create_server
from waitress.wasyncore import close_all

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.phones.app import make_app
from hackdesk.phones.contacts import Contact, Contacts

__all__ = ["Contact", "Phones", "PortTaken"]

_THREADS = 16
# It tells of every request that waits for a thread; phones that come at once are nothing to tell.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)
# Browsers keep connections open; a hall of phones must not keep a juror out. Windows can wait for 512 at once.
_CONNECTIONS = 400
_STOP_SECONDS = 2
# Above our own limit, so that a page of ours answers first.
_LARGEST_REQUEST = 64 * 1024


class PortTaken(HackDeskError):
    """Another program has this port of the address."""


class Phones:
    """The pages of one event on one address of this laptop. port 0: any that is free."""

    def __init__(self, event: Event, host: str, port: int = 8080) -> None:
        self._event = event
        self._host = _address_of(host)
        self._port = port
        self._contacts = Contacts()
        self._server: Any = None
        self._map: dict[int, Any] = {}
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where the pages are: http://192.168.1.5:8080."""
        host = f"[{self._host}]" if self._host.version == 6 else str(self._host)
        # Browsers leave the usual port out of the name they ask for, and only that very name is answered.
        return f"http://{host}" if self._port == 80 else f"http://{host}:{self._port}"

    @property
    def running(self) -> bool:
        """Whether phones can reach it."""
        return self._thread is not None and self._thread.is_alive()

    def link(self, secret: str) -> str:
        """A juror's own link."""
        return f"{self.address}/j/{secret}"

    def contacts(self) -> dict[UUID, Contact]:
        """{juror id: when their phone was last heard and what it has not sent}."""
        return self._contacts.all()

    def greeted_at(self) -> datetime | None:
        """When any phone opened the page /hello, which is there to try the way in; None: never."""
        return self._contacts.greeted_at

    def start(self) -> None:
        """Serve from now on. Raises HackDeskError where the address is not this laptop's or the port is taken."""
        if self.running:
            return
        listening = _listening(self._host, self._port)
        try:
            app = make_app(self._event, self._contacts)
            self._port = listening.getsockname()[1]
            app.config["ADDRESS"] = self.address
            self._map = {}
            self._server = create_server(
                app, map=self._map, sockets=[listening], ident=None, threads=_THREADS, channel_timeout=30,
                connection_limit=_CONNECTIONS, asyncore_use_poll=hasattr(select, "poll"),
                max_request_body_size=_LARGEST_REQUEST, max_request_header_size=16 * 1024,
            )  # fmt: skip
        except BaseException:
            listening.close()
            raise
        self._thread = threading.Thread(target=self._server.run, name="phones", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Answer what has been asked, then close. Phones keep what they could not send."""
        if self._server is None or self._thread is None:
            return
        self._server.task_dispatcher.shutdown(timeout=_STOP_SECONDS)
        # The map belongs to the server's thread: it closes its sockets itself and then has nothing to wait for.
        self._server.trigger.pull_trigger(lambda: close_all(self._map))
        self._thread.join(_STOP_SECONDS)
        self._server = self._thread = None


def _address_of(host: str) -> IPv4Address | IPv6Address:
    try:
        found = ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
    except ValueError as error:
        raise HackDeskError(
            N_("“{host}” is no address of a network."), host=host,
            remedy=N_("Write the laptop's own address, such as 192.168.1.5."),
        ) from error  # fmt: skip
    if found.is_unspecified or found.is_multicast:
        raise HackDeskError(
            N_("The phones' pages are served on one address only, and {host} means every one."), host=host,
            remedy=N_("Write the laptop's own address, such as 192.168.1.5."),
        )  # fmt: skip
    return found


def _listening(host: IPv4Address | IPv6Address, port: int) -> socket.socket:
    family = socket.AF_INET6 if host.version == 6 else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let two programs have the same port.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((str(host), port))
    except (OSError, OverflowError) as error:
        made.close()
        raise _refusal(host, port, error) from error
    return made


def _refusal(host: IPv4Address | IPv6Address, port: int, error: Exception) -> HackDeskError:
    values = {"host": str(host), "port": port}
    number = getattr(error, "errno", None)
    if number in (errno.EADDRNOTAVAIL, errno.EINVAL, getattr(errno, "WSAEADDRNOTAVAIL", None)):
        return HackDeskError(
            N_("{host} is not an address of this laptop now."), **values,
            remedy=N_("Look which network the laptop is on, then choose again."),
        )  # fmt: skip
    if number == errno.EADDRINUSE:
        return PortTaken(
            N_("Port {port} of {host} is taken by another program."), **values,
            remedy=N_("Choose another port, such as 8081."),
        )  # fmt: skip
    return HackDeskError(
        N_("The phones' pages cannot be served on {host}, port {port}: {reason}."), **values,
        reason=getattr(error, "strerror", None) or str(error),
        remedy=N_("Choose another address or a port above 1024."),
    )  # fmt: skip


