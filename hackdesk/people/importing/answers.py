"""What people answer in forms, as values: groups, languages, yes and no, names, times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from hackdesk.people.rules import is_email, written
from hackdesk.people.search import folded

#: Stakeholder groups and what they are called, folded beginnings of words.
_GROUPS = {
    "public_servant": ("public serv", "civil serv", "ametnik", "official", "municipal", "omavalitsus", "ieredn",
                       "pasvaldib", "чиновник", "служащ"),
    "community": ("communit", "kogukon", "resident", "elanik", "kodanik", "citizen", "villager", "vabauhen",
                  "kopien", "iedzivotaj", "жител", "общин", "сообществ"),
    "end_user": ("end user", "service user", "user", "kasutaja", "loppkasutaja", "klient", "lietotaj",
                 "пользовател"),
    "entrepreneur": ("entrepren", "business", "ettevot", "uznemej", "предпринимат", "бизнес"),
    "expert": ("expert", "ekspert", "specialist", "spetsialist", "asjatundja", "mentor", "эксперт", "специалист",
               "ментор"),
    "youth": ("youth", "young", "student", "pupil", "noor", "opilane", "uliopilane", "jaunie", "skolen", "студент",
              "школьник", "ученик", "учащ", "молод"),
}  # fmt: skip
#: Roles that are asked for in the same question; whoever is only this belongs to no group by it.
_ROLES = {
    "topic_owner": ("topic owner", "challenge owner", "teema omanik", "teemaomanik", "valjakutse omanik",
                    "probleemi omanik", "temas ipasniek", "владелец темы", "автор темы"),
    "juror": ("juror", "jury", "judge", "zurii", "zurij", "жюри"),
    "volunteer": ("volunteer", "vabatahtlik", "brivpratig", "волонт", "доброволец"),
    "facilitator": ("facilitator", "organiser", "organizer", "korraldaja", "moderaator", "organizator",
                    "организатор"),
    "interpreter": ("interpreter", "tolk", "tulks", "переводчик"),
    "support": ("support person", "tugiisik", "atbalsta person", "сопровожд"),
    "award_partner": ("partner", "sponsor", "toetaja", "партн", "спонсор"),
}  # fmt: skip
_LANGUAGES = {
    "et": ("eesti", "estonian", "igaunu", "эстон"), "vro": ("voro", "voru", "выру"),
    "en": ("inglise", "english", "anglu", "англ"), "ru": ("vene", "russian", "krievu", "русск"),
    "lv": ("lati", "latvian", "latviesu", "латыш"), "fi": ("soome", "finnish", "somu", "финск"),
    "de": ("saksa", "german", "vacu", "немецк"), "lt": ("leedu", "lithuanian", "lietuviesu", "литовск"),
    "uk": ("ukraina", "ukrainian", "ukrainu", "украинск"), "sv": ("rootsi", "swedish", "zviedru", "шведск"),
    "fr": ("prantsuse", "french", "francu", "француз"), "es": ("hispaania", "spanish", "spanu", "испанск"),
    "pl": ("poola", "polish", "polu", "польск"),
}  # fmt: skip
_TAGS = frozenset({*_LANGUAGES, "it", "no", "da"})
_YES = frozenset((
    "yes", "y", "true", "1", "x", "ok", "agree", "jah", "jaa", "j", "nous", "noustun", "luban", "tohib", "sobib",
    "ja", "piekritu", "atlauju", "drikst", "да", "д", "согласен", "согласна", "можно",
))  # fmt: skip
_NO = frozenset((
    "no", "n", "false", "0", "not", "don", "disagree", "ei", "e", "mitte", "ne", "nepiekritu", "nedrikst",
    "нет", "н", "не", "нельзя",
))  # fmt: skip
#: Answers that say that there is nothing to say.
_NOTHING = frozenset((
    "", "no", "none", "nothing", "n a", "na", "ei", "ei ole", "puudub", "puuduvad", "pole", "ne", "nav", "нет",
    "нету",
))  # fmt: skip
_GONE = (
    "cancel", "refund", "expired", "invalid", "released", "withdrawn", "rejected", "deleted", "tuhista", "tagasi",
    "loobu", "aegun", "atcel", "anule", "отмен", "аннулир", "возвра", "storniert",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(("von", "van", "de", "der", "den", "di", "da", "la", "le", "af", "zu"))
_BETWEEN = re.compile(r"[;\n]")
_LISTED = re.compile(r"[,;\n]")
_SPLIT_AT = {"comma": re.compile(","), "semicolon": re.compile(";"), "line": re.compile("\n")}
_LANGUAGES_BETWEEN = re.compile(r"[,;/&+\n]|\b(?:ja|and|un|и|või|or)\b")
#: Form tools join ticked boxes with ", "; a comma inside a topic's title is followed by a small letter.
_TICKED = re.compile(r"[;\n]|, (?=[A-ZÀ-ÞĀČĒĢĪĶĻŅŠŪŽА-ЯЁ])")
_TIMES = (
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M",
    "%Y/%m/%d %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%d/%m/%Y %H:%M:%S", "%m/%d/%y %H:%M:%S",
    "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M",
)  # fmt: skip
#: Days of the years 1982 to 2064 as a spreadsheet counts them.
_SERIAL = re.compile(r"[3-5]\d{4}([.,]\d+)?")
_OFFSET = re.compile(r"\s*(?:GMT|UTC)\s*([+-]?)(\d{1,2})?:?(\d{2})?$")


@lru_cache(maxsize=8192)
def listed(text: str, split: str = "") -> tuple[str, ...]:
    """Several answers of one cell. split: comma, semicolon, line or whole, as a person said.

    Where nobody said: between semicolons or on lines of their own, else between commas.
    """
    if split:
        return _parts(_SPLIT_AT[split].split(text)) if split in _SPLIT_AT else _parts((text,))
    return _parts((_BETWEEN if _BETWEEN.search(text) else _LISTED).split(text))


def topics(text: str, *, alone: bool) -> tuple[str, ...]:
    """The topics one cell names. alone: there is no other column of topics, so that it may hold several."""
    return _parts(_TICKED.split(text)) if alone else _parts((text,))


def parts(field: str, text: str, split: str = "", *, alone: bool = True) -> tuple[str, ...]:
    """The values in one cell of a field that can hold several; see `listed` and `topics`."""
    if not split and field == "languages":
        return languages_listed(text)
    return topics(text, alone=alone) if not split and field == "choices" else listed(text, split)


def languages_listed(text: str) -> tuple[str, ...]:
    """The words for languages in one cell: also between "ja", "and", "/"."""
    return _parts(_LANGUAGES_BETWEEN.split(text))


def group_and_roles(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the groups, and of the roles, that one word names."""
    asked = f" {folded(word)}"
    named = [role for role, stems in _ROLES.items() if _begins(asked, stems)]
    roles = ["mentor"] if folded(word).split() == ["mentor"] else named
    groups = [key for key, stems in _GROUPS.items() if _begins(asked, stems) or word.casefold() == key]
    return _parts(groups), _parts(roles)


@lru_cache(maxsize=4096)
def languages(text: str) -> tuple[str, ...]:
    """Tags of the languages an answer names: "eesti, võro" → et, vro; the answer's own word for another one."""
    found = []
    for part in _parts(_LANGUAGES_BETWEEN.split(text)):
        asked = folded(part).strip()
        known = (tag for tag, stems in _LANGUAGES.items() if asked.startswith(stems))
        found.append(asked if asked in _TAGS else next(known, part.casefold()))
    return _parts(found)


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """What an answer says, or None where it says neither or both: "Jah, tohib", "Ei ole nõus", "да"."""
    said = folded(text).split()[:4]
    yes, no = any(word in _YES for word in said), any(word in _NO for word in said)
    if no:
        return None if said[0] in _YES else False
    return True if yes else None


@lru_cache(maxsize=256)
def is_cancelled(status: str) -> bool:
    """Whether a ticketing tool's status says that this one is not coming: canceled, refunded, expired …"""
    words = folded(status).split()
    return words[:1] == ["not"] or any(word.startswith(_GONE) for word in words)


def capitalised(name: str) -> str:
    """A name in capitals as it is written otherwise: MARI-LIIS VON KUUSK becomes Mari-Liis von Kuusk."""
    words = [_LETTERS.sub(lambda part: part[0].capitalize(), word) for word in name.split()]
    return " ".join(
        word.lower() if place and word.lower() in _PARTICLES else word for place, word in enumerate(words)
    )  # fmt: skip


def mended_email(text: str) -> str:
    """The address that was probably meant, or "": commas for dots, "(at)", spaces, a full stop at the end."""
    plain = re.sub(r"\s*(\(at\)|\[at\]|\(ät\))\s*", "@", text.lower())
    plain = re.sub(r"\s+", "", plain).strip(".,;:<>()").replace(",", ".")
    plain = re.sub(r"@+", "@", re.sub(r"\.{2,}", ".", plain))
    plain = re.sub(r"@(gmail|hotmail|mail|outlook)$", r"@\1.com", plain)
    return plain if is_email(plain) and plain != text.lower() else ""


def years(text: str) -> int | None:
    """An age in years, or None where the answer is none."""
    number = re.match(r"\d{1,3}(?!\d)", text.strip())
    return int(number[0]) if number and 2 <= int(number[0]) <= 120 else None


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether "–", "ei ole" or "none" stands where an answer could be left out."""
    return " ".join(folded(text).split()) in _NOTHING


def full_name(text: str, *, family_first: bool = False) -> tuple[str, str]:
    """Given and family name of a name in one cell. The last word is the family name, with its "von".

    "Kuusk, Õnne-Ly" is turned; family_first: the column says that the first word is the family name.
    """
    family, comma, given = text.partition(",")
    if comma and given.strip() and "," not in given:
        return written(given), written(family)
    words = text.split()
    if len(words) < 2:
        return written(text), ""
    if family_first:
        return " ".join(words[1:]), words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


def moment(text: str) -> datetime | None:
    """A time as form tools write it, without a zone where the text names none; None where it is no time."""
    plain = written(text)
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        pass
    if _SERIAL.fullmatch(plain):
        return _of_serial(float(plain.replace(",", ".")))
    offset = _OFFSET.search(plain)
    if offset:
        hours = f"{offset[1] or '+'}{int(offset[2] or 0):02}{offset[3] or '00'}"
        return _parsed(plain[: offset.start()], hours)
    return _parsed(plain)


def _of_serial(days: float) -> datetime:
    """A day as spreadsheets count them, 45901.375: days since the end of 1899."""
    found = datetime(1899, 12, 30) + timedelta(days=days)
    return (found + timedelta(milliseconds=500)).replace(microsecond=0)


def _parsed(text: str, offset: str = "") -> datetime | None:
    for form in _TIMES:
        try:
            return datetime.strptime(text + offset, form + ("%z" if offset else ""))
        except ValueError:
            continue
    return None


def _begins(asked: str, stems: Iterable[str]) -> bool:
    return any(f" {stem}" in asked or (len(stem) > 5 and stem in asked) for stem in stems)


def _parts(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(written, parts))))
