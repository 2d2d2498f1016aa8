"""What belongs to this laptop and not to an event: its name, the window's language, recent files, its printers."""

from __future__ import annotations

import json
import platform
import socket
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

RECENT_FILES = 8
#: So many papers with health or contact data are remembered.
PAPERS = 400


@dataclass(frozen=True)
class PrinterProfile:
    """What makes up for how a printer shifts and shrinks a page: millimetres right and down, and a factor.

    name: of the printer; "" for every one that has no profile of its own, and for PDFs. true_size: the page
    is not scaled, whatever the factor.
    """

    offset_mm: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    true_size: bool = True
    name: str = ""

    @property
    def factor(self) -> float:
        """By how much a page is scaled."""
        return 1.0 if self.true_size else self.scale


@dataclass(frozen=True)
class LaptopSettings:
    """The declaration is the default: a field that is missing in the file has the value given here.

    theme: "light", "dark" or "system". window: where the window was, as Qt writes it, in base 64.
    kiosks: event files whose jurors have this laptop now.
    camera: which one scans badges, as Qt names it. wifi_name, wifi_password: what jurors' phones join.
    phones_address: where they reached this laptop last, http://192.168.1.5:8080.
    badge_printer: the name of the printer that badges go to, or ""; badge_size: the single badge format that
    is in it, "" for the event's own; print_at_check_in: a badge is printed when its owner comes. papers: files
    with health or contact data that were written from an event, "event file<tab>paper", the newest last.
    """

    language: str = ""
    theme: str = "system"
    station: str = ""
    recent: tuple[str, ...] = ()
    printers: tuple[PrinterProfile, ...] = ()
    badge_printer: str = ""
    badge_size: str = ""
    print_at_check_in: bool = False
    sound: bool = True
    window: str = ""
    camera: str = ""
    kiosks: tuple[str, ...] = ()
    wifi_name: str = ""
    wifi_password: str = ""
    phones_address: str = ""
    papers: tuple[str, ...] = ()

    def opened(self, path: Path) -> LaptopSettings:
        """The same with this event file first among the recent ones."""
        name = str(path.resolve())
        others = tuple(known for known in self.recent if known != name)
        return replace(self, recent=(name, *others)[:RECENT_FILES])

    def with_paper(self, event: Path, paper: Path) -> LaptopSettings:
        """The same knowing that this paper was written from that event file."""
        line = f"{event.resolve()}\t{paper.resolve()}"
        return replace(self, papers=(*(one for one in self.papers if one != line), line)[-PAPERS:])

    def papers_of(self, event: Path) -> tuple[Path, ...]:
        """The papers with health or contact data, and folders of them, that were written from an event file and
        are still there."""
        pairs = (one.split("\t") for one in self.papers)
        known = (Path(pair[1]) for pair in pairs if len(pair) == 2 and pair[0] == str(event.resolve()))
        return tuple(path for path in known if path.exists())

    def has_kiosk(self, path: Path) -> bool:
        """Whether this event's jurors have the laptop."""
        return str(path.resolve()) in self.kiosks

    def with_kiosk(self, path: Path, *, on: bool) -> LaptopSettings:
        """The same with the laptop in the jurors' hands, or back in the facilitator's."""
        name = str(path.resolve())
        others = tuple(known for known in self.kiosks if known != name)
        return replace(self, kiosks=(*others, name) if on else others)

    def printer(self, name: str) -> PrinterProfile:
        """The profile of a printer; the one for all others where it has none of its own."""
        known = {profile.name: profile for profile in self.printers}
        return replace(known.get(name) or known.get("") or PrinterProfile(), name=name)

    def with_printer(self, profile: PrinterProfile) -> LaptopSettings:
        """The same with this profile in place of the printer's earlier one."""
        others = tuple(one for one in self.printers if one.name != profile.name)
        return replace(self, printers=(*others, profile))


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
        if field.name in stored and field.name != "printers"
    }
    return replace(LaptopSettings(), **known, printers=_printers(stored))


def _printers(stored: dict[str, Any]) -> tuple[PrinterProfile, ...]:
    """The printers' profiles. Before there was one for each printer, all had the same: it stays for all."""
    written = stored.get("printers")
    if not isinstance(written, list):
        earlier = {"offset_mm": stored.get("printer_offset_mm"), "scale": stored.get("printer_scale")}
        written = [earlier | {"true_size": earlier["scale"] in (None, 1.0)}] if any(earlier.values()) else []
    usual = asdict(PrinterProfile())
    profiles = tuple(
        PrinterProfile(**{key: _like(usual[key], one[key]) for key in usual if key in one})
        for one in written
        if isinstance(one, dict)
    )
    return () if profiles == (PrinterProfile(),) else profiles


def _like(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        fits = isinstance(value, list) and (not default or len(value) == len(default))
        return tuple(_like(default[0], one) if default else one for one in value) if fits else default
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
