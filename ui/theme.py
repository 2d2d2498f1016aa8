"""Colours, spacing and the one stylesheet. Calm paper, deep spruce, one accent."""

from __future__ import annotations

import string
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hackdesk.resources import resource

#: Space comes in steps of four pixels.
STEP = 4
GAP = 14
INSIDE = 18
RADIUS = 10

BODY, SECOND, CARD_TITLE, PAGE_TITLE, NAME, COUNT, COUNTDOWN = 15, 13, 17, 22, 28, 40, 130
FAMILY = "Noto Sans"


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, named for what they are for; `on_…` is the text that stands on it."""

    name: str
    ground: str
    surface: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    plain_soft: str
    rail: str
    on_rail: str
    rail_here: str
    rail_strong: str
    edge: str
    hover: str


LIGHT = Tokens(
    name="light", ground="#F6F5F1", surface="#FFFFFF", ink="#1C2321", muted="#5F6B66", line="#DEDCD3",
    accent="#1E6B57", on_accent="#FFFFFF", accent_soft="#E1EFEA", warn="#9F4708", warn_soft="#FCEFD9",
    bad="#B3261E", bad_soft="#FBE4E2", info="#2B5C9E", info_soft="#E2EBF7", plain_soft="#ECEAE3",
    rail="#16322B", on_rail="#CFE0DA", rail_here="#265146", rail_strong="#FFFFFF", edge="#838C87",
    hover="#F1F0EA",
)  # fmt: skip
DARK = Tokens(
    name="dark", ground="#121816", surface="#1B2320", ink="#EAF0ED", muted="#9FB0A9", line="#2E3A35",
    accent="#5CC3A5", on_accent="#0C1210", accent_soft="#1F3B33", warn="#F2B45C", warn_soft="#3B2C14",
    bad="#FF8A80", bad_soft="#42201D", info="#8DB8F2", info_soft="#1D2C42", plain_soft="#2A3430",
    rail="#0C1210", on_rail="#B9CBC4", rail_here="#1F3B33", rail_strong="#FFFFFF", edge="#6F827A",
    hover="#222C28",
)  # fmt: skip

#: Every pair of tokens that carries text: (text, what it stands on).
TEXT_PAIRS = (
    ("ink", "ground"), ("ink", "surface"), ("ink", "hover"), ("muted", "ground"), ("muted", "surface"),
    ("ink", "accent_soft"), ("on_accent", "accent"), ("accent", "surface"), ("accent", "ground"),
    ("accent", "accent_soft"), ("warn", "warn_soft"), ("warn", "surface"), ("bad", "bad_soft"),
    ("bad", "surface"), ("bad", "ground"), ("info", "info_soft"), ("info", "surface"), ("muted", "plain_soft"),
    ("ink", "plain_soft"), ("ink", "warn_soft"), ("ink", "bad_soft"), ("ink", "info_soft"),
    ("muted", "accent_soft"), ("on_rail", "rail"), ("rail_strong", "rail_here"), ("on_rail", "rail_here"),
    ("ground", "ink"), ("muted", "hover"), ("warn", "ground"), ("info", "ground"),
)  # fmt: skip

#: What a pill's tone means in colours: (text, what it stands on).
TONES = {
    "accent": ("accent", "accent_soft"),
    "warn": ("warn", "warn_soft"),
    "bad": ("bad", "bad_soft"),
    "info": ("info", "info_soft"),
    "plain": ("muted", "plain_soft"),
}

_tokens = LIGHT


def current() -> Tokens:
    """The colours in use."""
    return _tokens


def color(token: str) -> QColor:
    """A colour in use, by the name of its token."""
    return QColor(getattr(_tokens, token))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def use(name: str) -> None:
    """Dress the application in "light", "dark" or what the "system" says."""
    global _tokens
    _tokens = DARK if _is_dark(name) else LIGHT
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setFont(font())
    app.setStyleSheet(style())


def _is_dark(name: str) -> bool:
    from PySide6.QtCore import Qt

    if name == "system":
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return name == "dark"


def load_fonts() -> None:
    """Make the fonts known that HackDesk brings with it."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/NotoSans-{weight}.ttf")))


def font(pixels: int = BODY, bold: bool = False) -> QFont:
    """The one typeface in a size of the scale."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setBold(bold)
    return made


def palette() -> QPalette:
    """For what Fusion draws itself and the stylesheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "ground", QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface", QPalette.ColorRole.AlternateBase: "hover",
        QPalette.ColorRole.Text: "ink", QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "surface", QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "bad", QPalette.ColorRole.Highlight: "accent_soft",
        QPalette.ColorRole.HighlightedText: "ink", QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent", QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "ground", QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Light: "surface", QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line", QPalette.ColorRole.Dark: "edge", QPalette.ColorRole.Shadow: "line",
    }  # fmt: skip
    for role, token in roles.items():
        made.setColor(role, color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("muted"))
    return made


def style() -> str:
    """The one stylesheet, `resources/hackdesk.qss`, with the colours in use filled in."""
    source = string.Template(resource("hackdesk.qss").read_text(encoding="utf-8"))
    values = {field.name: getattr(_tokens, field.name) for field in fields(Tokens)}
    return source.substitute(values, signs=resource(f"icons/{_tokens.name}").as_posix())
