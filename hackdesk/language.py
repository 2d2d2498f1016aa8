"""Words in the language of whoever reads them.

One mechanism for windows, documents and phones: `language("et")` is a value that is handed on, so that a
certificate can be Russian while the window is Estonian. Nothing here is global.
"""

from __future__ import annotations

import gettext
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any

from hackdesk.errors import HackDeskError
from hackdesk.resources import resource

if TYPE_CHECKING:
    from babel import Locale

#: The languages that are complete, with their own names.
LANGUAGES = {"en": "English", "et": "Eesti"}
#: Languages whose dates and numbers are written as in another one, because CLDR does not know them.
_FORMATS_OF = {"vro": "et", "x-long": "en"}
_LATIN = " 0123456789abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {"et": " 0123456789abcdefghijklmnopqrsšzžtuvwõäöüxy"}


def N_(sentence: str) -> str:
    """Mark a sentence for translation now, word it later."""
    return sentence


@dataclass(frozen=True)
class Words:
    """The sentences, dates and numbers of one language. Call it: `words("Check in")`."""

    tag: str
    catalogue: gettext.NullTranslations = field(repr=False, compare=False)

    def __call__(self, sentence: str, /, **values: Any) -> str:
        """The sentence in this language with its named fields filled in."""
        translated = self.catalogue.gettext(sentence) if sentence else ""
        return translated.format(**values) if values else translated

    def many(self, one: str, several: str, count: int, /, **values: Any) -> str:
        """The form for `count`, which fills the field {count}."""
        return self.catalogue.ngettext(one, several, count).format(count=count, **values)

    def of(self, context: str, sentence: str, /, **values: Any) -> str:
        """The sentence where the same English words mean different things."""
        translated = self.catalogue.pgettext(context, sentence)
        return translated.format(**values) if values else translated

    def error(self, error: HackDeskError) -> str:
        """What is wrong and what to do, in this language. Values that are sentences are worded too."""
        values = {key: self._value(value) for key, value in error.values.items()}
        sentence = self(error.sentence, **values)
        return f"{sentence} {self(error.remedy, **values)}" if error.remedy else sentence

    def _value(self, value: Any) -> Any:
        if isinstance(value, HackDeskError):
            return self.error(value)
        if isinstance(value, datetime):
            return self.moment(value)
        return self.day(value) if isinstance(value, date) else value

    @property
    def locale(self) -> Locale:
        """Babel's locale for dates and numbers."""
        from babel import Locale

        return Locale.parse(_FORMATS_OF.get(self.tag, self.tag).replace("-", "_"))

    def name_of(self, tag: str) -> str:
        """What a language is called in this one; its tag where nobody knows."""
        return str(self.locale.languages.get(tag, tag))

    def day(self, day: date, style: str = "long") -> str:
        """A day as it is written out: 14 November 2026, 14. november 2026."""
        from babel.dates import format_date

        locale = "en_GB" if self.locale.language == "en" else self.locale
        return format_date(day, format=style, locale=locale)

    def weekday(self, day: date, *, short: bool = False) -> str:
        """The name of the day of the week; short: Fri, R."""
        from babel.dates import format_date

        return format_date(day, format="EEE" if short else "EEEE", locale=self.locale)

    def days(self, first: date, last: date) -> str:
        """A range of days: 14–15 November 2026, 14.–15. november 2026."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            dot = "" if self.locale.language in ("en", "ru") else "."
            return f"{first.day}{dot}–{self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def time(self, moment: datetime, zone: tzinfo | None = None, seconds: bool = False) -> str:
        """A time of day, 24 hours: 17:42. moment: aware; zone: where the hall is."""
        local = moment.astimezone(zone) if zone else moment
        return local.strftime("%H:%M:%S" if seconds else "%H:%M")

    def moment(self, moment: datetime, zone: tzinfo | None = None) -> str:
        """A day and a time."""
        local = moment.astimezone(zone) if zone else moment
        return f"{self.day(local.date())} {self.time(local)}"

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with this language's decimal sign."""
        from babel.numbers import format_decimal

        pattern = "0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self.locale)

    def listed(self, parts: Sequence[str]) -> str:
        """A list as it is said: Ann, Bert and Cilla."""
        from babel.lists import format_list

        return format_list(list(parts), locale=self.locale)

    def alphabet(self, text: str) -> tuple[int, ...]:
        """What texts are sorted by where people look themselves up, in the order of this language's alphabet:
        Õ, Ä, Ö, Ü after W in Estonian, beside their letters elsewhere. Case does not matter."""
        order = _ALPHABETS.get(_FORMATS_OF.get(self.tag, self.tag), _LATIN)
        places = []
        for letter in unicodedata.normalize("NFC", text.casefold()):
            known = letter if letter in order else unicodedata.normalize("NFD", letter)[0]
            if known.isalnum() or known.isspace():
                places.append(order.index(known) if known in order else len(order) + ord(known))
        return tuple(places)

    def quoted(self, text: str) -> str:
        """Text in this language's quotation marks."""
        marks = {"et": ("„", "“"), "vro": ("„", "“"), "ru": ("«", "»")}
        first, last = marks.get(self.tag, ("“", "”"))
        return f"{first}{text}{last}"


@cache
def language(tag: str) -> Words:
    """The words of a language; a tag without a catalogue gives the English words, its own dates."""
    source = resource(f"locale/{tag}/hackdesk.po")
    if tag == "x-long":
        return Words(tag, _Stretched())
    if not source.is_file():
        return Words(tag, gettext.NullTranslations())
    return Words(tag, _catalogue(source.read_bytes()))


def is_language(tag: str) -> bool:
    """Whether dates can be written in it; its sentences may be English."""
    from babel import UnknownLocaleError

    try:
        return bool(language(tag).locale)
    except (UnknownLocaleError, ValueError):
        return False


def _catalogue(po: bytes) -> gettext.GNUTranslations:
    # Read straight from the .po file: nothing generated lies in the tree that could be out of date.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class _Stretched(gettext.NullTranslations):
    """A made-up language in which everything is 40 % longer, to see what a layout cuts off."""

    def gettext(self, message: str) -> str:
        return message + "·" * max(2, int(len(message) * 0.4))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)
