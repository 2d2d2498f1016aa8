"""The window's words. One language at a time here; documents and phones are handed their own."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from hackdesk.language import N_, Words, language

_now = language("en")
_translators: list[QTranslator] = []

#: What Qt itself writes on its buttons and menus, with its own mnemonic signs taken out.
QT_TEXTS = (
    N_("OK"), N_("Cancel"), N_("Save"), N_("Open"), N_("Close"), N_("Yes"), N_("No"), N_("Apply"),
    N_("Undo"), N_("Redo"), N_("Cut"), N_("Copy"), N_("Paste"), N_("Delete"), N_("Select All"),
)  # fmt: skip


class _WindowWords:
    """Stands for the words of the language the window has at this moment."""

    def __call__(self, sentence: str, /, **values: Any) -> str:
        return _now(sentence, **values)

    def __getattr__(self, name: str) -> Any:
        return getattr(_now, name)


#: Days, times, numbers and errors in the window's language: `words.day(day)`, `words.error(error)`.
words = cast(Words, _WindowWords())


def _(sentence: str, /, **values: Any) -> str:
    """The sentence in the window's language, its named fields filled in."""
    return _now(sentence, **values)


def many(one: str, several: str, count: int, /, **values: Any) -> str:
    """The form for `count`, which fills {count}, in the window's language."""
    return _now.many(one, several, count, **values)


class _QtTexts(QTranslator):
    """Qt's own texts from the same catalogue: PySide6 ships none for Estonian."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        # An empty answer would be taken for an empty translation: without one Qt gets its own words back.
        plain = source.replace("&", "")
        translated = _now(plain) if plain in QT_TEXTS else plain
        return source if translated == plain else translated

    def isEmpty(self) -> bool:
        return False


def speak(tag: str) -> None:
    """Give the window this language. What is on the screen already keeps its words until it is made anew."""
    global _now
    _now = language(tag)
    QLocale.setDefault(QLocale(str(_now.locale) if tag != "en" else "en_GB"))  # months in date fields
    if not _translators and QCoreApplication.instance() is not None:
        _translators.append(_QtTexts())
        QCoreApplication.installTranslator(_translators[0])
