"""What belongs to this laptop and not to an event: its name, the window's language, recent files."""

from __future__ import annotations

import json
import platform
import socket
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

RECENT_FILES = 8


@dataclass(frozen=True)
class LaptopSettings:
    """The declaration is the default: a field that is missing in the file has the value given here.

    theme: "light", "dark" or "system". printer_offset_mm: how far this printer shifts the page, right and down.
    window: where the window was, as Qt writes it, in base 64. camera: which one scans badges, as Qt names it.
    """

    language: str = ""
    theme: str = "system"
    station: str = ""
    recent: tuple[str, ...] = ()
    printer_offset_mm: tuple[float, float] = (0.0, 0.0)
    printer_scale: float = 1.0
    sound: bool = True
    window: str = ""
    camera: str = ""

    def opened(self, path: Path) -> LaptopSettings:
        """The same with this event file first among the recent ones."""
        name = str(path.resolve())
        others = tuple(known for known in self.recent if known != name)
        return replace(self, recent=(name, *others)[:RECENT_FILES])


def settings_path() -> Path:
    """Where this laptop keeps its settings."""
    from platformdirs import user_config_path

    return user_config_path("HackDesk", appauthor=False) / "laptop.json"


def load(path: Path | None = None) -> LaptopSettings:
    """This laptop's settings; a missing or unreadable file gives the defaults, it holds no event's data."""
    try:
        stored: Any = json.loads((path or settings_path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return LaptopSettings()
    if not isinstance(stored, dict):
        return LaptopSettings()
    defaults = asdict(LaptopSettings())
    known = {
        field.name: _like(defaults[field.name], stored[field.name])
        for field in fields(LaptopSettings)
        if field.name in stored
    }
    return replace(LaptopSettings(), **known)


def _like(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        fits = isinstance(value, list) and (not default or len(value) == len(default))
        return tuple(value) if fits else default
    if isinstance(default, float):
        return float(value) if isinstance(value, int | float) else default
    return value if isinstance(value, type(default)) else default


def save(settings: LaptopSettings, path: Path | None = None) -> None:
    """Keep the settings; written beside and renamed, so that a power cut leaves the old ones whole."""
    target = path or settings_path()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
    beside.replace(target)


def change(path: Path | None = None, /, **values: Any) -> LaptopSettings:
    """Change these and keep the rest as it is on disk now: windows and the set-up page both write there."""
    changed = replace(load(path), **values)
    save(changed, path)
    return changed


def station_name(settings: LaptopSettings) -> str:
    """How this desk is called in the journal and in "already in since 17:42, at desk …"."""
    return settings.station or socket.gethostname() or platform.node() or "desk"
