"""Whether a phone can reach this laptop, step by step in words, each with the sign of how it stands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.addresses import HERE, Address
from ui.icons import pixmap
from ui.text import _, words
from ui.widgets.label import Label

#: Seconds after which nobody having come is a sign that something is in the way.
PATIENCE = 60
_SIGNS = {
    "good": ("circle-check", "accent"), "open": ("circle", "muted"), "wait": ("circle-dashed", "info"),
    "look": ("triangle-alert", "warn"), "bad": ("circle-x", "bad"),
}  # fmt: skip


@dataclass(frozen=True)
class Reach:
    "What is known of the way in. host: the chosen address; on_since: since when phones are let in."
    addresses: tuple[Address, ...]
    host: str = ""
    address: str = ""
    on_since: datetime | None = None
    greeted_at: datetime | None = None
    now: datetime | None = None

    @property
    def adapter(self) -> Address | None:
        """The chosen address, while this laptop has it."""
        return next((one for one in self.addresses if one.host == self.host), None)

    @property
    def port(self) -> str:
        """What the firewall has to let through."""
        return self.address.rsplit(":", 1)[-1] if self.address else "8080"

    @property
    def waited(self) -> float:
        """Seconds since phones are let in."""
        return (self.now - self.on_since).total_seconds() if self.now and self.on_since else 0.0


class StepLine(QWidget):
    "One step: its sign, what it is about, how it stands and what to do."
    def __init__(self) -> None:
        super().__init__()
        self.sign, self.title, self.sentence = QLabel(), Label("", "strong", wrap=True), Label("", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = ""
        words_ = QVBoxLayout()
        words_.setSpacing(2)
        words_.addWidget(self.title)
        words_.addWidget(self.sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words_, 1)

    def say(self, state: str, title: str, sentence: str) -> None:
        """state: good, open, wait, look or bad."""
        if state != self._state:
            self._state = state
            self.sign.setPixmap(pixmap(*_SIGNS[state], 20))
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{title}: {sentence}")


def steps(reach: Reach) -> Sequence[tuple[str, str, str]]:
    """(state, title, sentence) of each step, in the order in which somebody does them."""
    return (_network(reach), _switch(reach), _firewall(reach), _reached(reach))


def _network(reach: Reach) -> tuple[str, str, str]:
    title = _("A network that phones can join")
    if reach.address and reach.adapter is None:
        return "bad", title, _(
            "The address {host} is gone: the hotspot or the Wi-Fi went off. Switch it on again, or choose "
            "another address above; phones keep their ballots meanwhile.", host=reach.host,
        )  # fmt: skip
    if reach.host == HERE or reach.adapter is None:
        return "look", title, _(
            "This laptop is in no network that phones can join, or “this laptop only” is chosen. Switch on "
            "the laptop's own hotspot, or join the hall's Wi-Fi: the address then appears above by itself."
        )  # fmt: skip
    kinds = {
        "hotspot": _("The laptop's own hotspot is on. This is the surest way: no router is needed."),
        "wifi": _("The laptop is in a Wi-Fi. The phones have to be in the same one, not in its guest network."),
        "cable": _("The laptop hangs on a cable. The phones have to be in the Wi-Fi of the same router."),
        "other": _("The laptop has this address in a network. The phones have to be in the same one."),
    }
    return "good", title, kinds[reach.adapter.kind]


def _switch(reach: Reach) -> tuple[str, str, str]:
    title = _("Phones are let in")
    if not reach.address:
        return "open", title, _("Press “Let jurors' phones in” above. Nothing can be reached before.")
    return "good", title, _("A phone's browser finds the laptop at {address}", address=reach.address)


def _firewall(reach: Reach) -> tuple[str, str, str]:
    title = _("The laptop's firewall")
    if reach.greeted_at:
        return "good", title, _("It lets phones through.")
    state = "wait" if reach.address else "open"
    if sys.platform == "win32":
        return state, title, _(
            "Windows asks once whether HackDesk may be reached: tick private and public networks, then press "
            "“Allow access”. Did you press Cancel? Search Windows for “Allow an app through the firewall” and "
            "tick HackDesk."
        )  # fmt: skip
    if sys.platform == "darwin":
        return state, title, _("macOS may ask whether HackDesk accepts incoming connections: press “Allow”.")
    return state, title, _(
        "Most Linux laptops have none. Where ufw is on: sudo ufw allow {port}/tcp. Where firewalld is on: "
        "sudo firewall-cmd --add-port={port}/tcp", port=reach.port,
    )  # fmt: skip


def _reached(reach: Reach) -> tuple[str, str, str]:
    title = _("A phone has reached the laptop")
    if reach.greeted_at:
        at = words.time(reach.greeted_at, seconds=True)
        return "good", title, _("A phone reached us at {time}.", time=at)
    if not reach.address:
        return "open", title, _("As soon as phones are let in, there is a QR code here to try it.")
    if reach.waited < PATIENCE:
        return "wait", title, _("Scan the QR code beside this with any phone that has joined the network.")
    return "look", title, _(
        "Nobody has come yet. Is the phone in the same network as this laptop? Did it leave the Wi-Fi "
        "because that has no internet: join again, and answer “Stay connected”? Is mobile data off for "
        "now? A guest network of a café keeps phones apart: use the laptop's own hotspot there. Is the "
        "firewall's question answered?"
    )  # fmt: skip
