"""The addresses that phones may reach this laptop at, with the adapter they belong to in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

from ui.text import _

HERE = "127.0.0.1"
#: What NetworkManager, Windows and macOS call themselves in a hotspot of their own.
_OWN_HOTSPOT = re.compile(r"10\.42\.\d+\.1|192\.168\.137\.1|192\.168\.2\.1")
#: Networks between programs of this laptop, which no phone is in.
_INSIDE = re.compile(r"docker|veth|br-|virbr|vboxnet|vmnet|tun|tap|wg|VirtualBox|VMware|WSL", re.IGNORECASE)
_ORDER = ("hotspot", "wifi", "cable", "other", "here")


@dataclass(frozen=True)
class Address:
    """One address. adapter: as the system names it. kind: hotspot, wifi, cable, other; here: for this laptop only."""

    host: str
    adapter: str = ""
    kind: str = "here"

    @property
    def words(self) -> str:
        """As it is offered in a list."""
        if self.kind == "here":
            return _("This laptop only, to try it · {host}", host=self.host)
        kinds = {"hotspot": _("Own hotspot"), "wifi": _("Wi-Fi"), "cable": _("Cable"), "other": _("Network")}
        return f"{kinds[self.kind]} {self.adapter} · {self.host}"


def addresses() -> tuple[Address, ...]:
    """Every address a phone may use, the likeliest first; at the end the one of this laptop alone."""
    found = []
    for one in QNetworkInterface.allInterfaces():
        flags = one.flags()
        up = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
        if (flags & up) != up or flags & QNetworkInterface.InterfaceFlag.IsLoopBack:
            continue
        for entry in one.addressEntries():
            if _is_reachable(entry.ip()):
                found.append(Address(entry.ip().toString(), one.humanReadableName(), _kind(one, entry.ip())))
    return (*sorted(found, key=lambda address: _ORDER.index(address.kind)), Address(HERE))


def _is_reachable(ip: QHostAddress) -> bool:
    is_v4 = ip.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    return bool(is_v4 and not ip.isLinkLocal() and not ip.isLoopback())


def _kind(adapter: QNetworkInterface, ip: QHostAddress) -> str:
    if _INSIDE.match(adapter.humanReadableName()):
        return "other"
    if _OWN_HOTSPOT.fullmatch(ip.toString()):
        return "hotspot"
    kinds = {QNetworkInterface.InterfaceType.Wifi: "wifi", QNetworkInterface.InterfaceType.Ethernet: "cable"}
    return kinds.get(adapter.type(), "other")
