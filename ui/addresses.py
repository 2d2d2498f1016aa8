"""The addresses that phones may reach this laptop at, with the adapter they belong to in words."""

from __future__ import annotations

import re
import socket
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.text import _

if TYPE_CHECKING:
    from PySide6.QtNetwork import QHostAddress, QNetworkInterface

HERE = "127.0.0.1"
#: What NetworkManager, Windows and macOS call themselves in a hotspot of their own.
_OWN_HOTSPOT = re.compile(r"10\.42\.\d+\.1|192\.168\.137\.1|192\.168\.2\.1")
#: Networks between programs of this laptop, which no phone is in.
_INSIDE = re.compile(r"docker|veth|br-|virbr|vboxnet|vmnet|tun|tap|wg|VirtualBox|VMware|WSL", re.IGNORECASE)
_ORDER = ("hotspot", "wifi", "cable", "other", "here")


@dataclass(frozen=True)
class Address:
    """One address. adapter: as the system names it. kind: hotspot, wifi, cable, other; here: this laptop only."""

    host: str
    adapter: str = ""
    kind: str = "here"

    @property
    def words(self) -> str:
        """As it is offered in a list."""
        if self.kind == "here":
            return _("This laptop only · {host}", host=self.host)
        kinds = {"hotspot": _("Own hotspot"), "wifi": _("Wi-Fi"), "cable": _("Cable"), "other": _("Network")}
        return f"{kinds[self.kind]} {self.adapter} · {self.host}"


def addresses() -> tuple[Address, ...]:
    """Every address a phone may use, the likeliest first; at the end the one of this laptop alone."""
    return (*sorted(_of_adapters(), key=lambda address: _ORDER.index(address.kind)), Address(HERE))


def _of_adapters() -> list[Address]:
    try:
        from PySide6.QtNetwork import QNetworkInterface
    except ImportError:  # it stands on libgssapi-krb5-2, which a bare machine may lack
        return _towards_the_world()
    up = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
    return [
        Address(entry.ip().toString(), adapter.humanReadableName(), _kind(adapter, entry.ip()))
        for adapter in QNetworkInterface.allInterfaces()
        if (adapter.flags() & up) == up
        for entry in adapter.addressEntries()
        if _is_reachable(entry.ip())
    ]


def _towards_the_world() -> list[Address]:
    """The one address that this laptop would speak to others from. Nothing is sent to find it."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asked:
        try:
            asked.connect(("192.0.2.1", 9))
        except OSError:
            return []
        return [Address(asked.getsockname()[0], "", "other")]


def _is_reachable(ip: QHostAddress) -> bool:
    from PySide6.QtNetwork import QAbstractSocket

    is_v4 = ip.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    return bool(is_v4 and not ip.isLinkLocal() and not ip.isLoopback())


def _kind(adapter: QNetworkInterface, ip: QHostAddress) -> str:
    if _INSIDE.match(adapter.humanReadableName()):
        return "other"
    if _OWN_HOTSPOT.fullmatch(ip.toString()):
        return "hotspot"
    kinds = {adapter.InterfaceType.Wifi: "wifi", adapter.InterfaceType.Ethernet: "cable"}
    return kinds.get(adapter.type(), "other")
