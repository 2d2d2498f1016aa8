"""The QR code with which a phone joins a Wi-Fi, as phones' cameras read it."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r'([\\;,:"])')


def wifi_text(name: str, password: str) -> str:
    """What the code holds; "" without a name. Without a password the network is an open one."""
    if not name:
        return ""
    kind = f"T:WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"T:nopass;S:{_escaped(name)}"
    return f"WIFI:{kind};;"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
