"""What a column holds, by its name in English, Estonian, Latvian or Russian."""

from __future__ import annotations

import re
from functools import lru_cache

from hackdesk.language import N_
from hackdesk.people.importing.tools import field_in, tool_of
from hackdesk.people.rules import is_email
from hackdesk.people.search import folded

#: What a column can hold, and how that is called where a person chooses it.
FIELDS = {
    "name": N_("Name"),
    "name_family_first": N_("Family name first"),
    "given_name": N_("Given name"),
    "family_name": N_("Family name"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "organisation": N_("Organisation"),
    "municipality": N_("Municipality"),
    "groups": N_("Group or role"),
    "skills": N_("Skills"),
    "languages": N_("Languages"),
    "choices": N_("Topic wished for"),
    "diet": N_("Diet"),
    "access_needs": N_("Access needs"),
    "photo_consent": N_("Photo consent"),
    "guardian_consent": N_("Guardian's consent"),
    "minor": N_("Under 18, or age"),
    "adult": N_("18 or older"),
    "remarks": N_("Remarks"),
    "registered_at": N_("Registered at"),
    "code": N_("Badge code"),
    "ticket_secret": N_("Ticket's secret"),
    "order_code": N_("Order"),
    "position": N_("Number in the order"),
    "status": N_("Status of the registration"),
    "buyer": N_("Name of who ordered"),
    "buyer_email": N_("E-mail of who ordered"),
}
#: Fields that several columns may fill together.
SEVERAL = frozenset({"choices", "groups", "skills", "languages", "remarks"})
#: Fields of which a cell can hold several values.
SPLIT = frozenset({"choices", "groups", "skills", "languages"})
NAMES = frozenset({"name", "name_family_first", "given_name", "family_name", "buyer"})
#: What a form tool knows of who was logged in: it holds where no question asks the same.
_ACCOUNT = {"account_email": "email", "account_name": "name"}

#: Whole headers, folded, that no beginning of a word would tell rightly.
_WHOLE = {
    "name": ("name", "nimi", "vards", "vards uzvards", "vards un uzvards", "taisnimi", "osaleja", "participant",
             "dalibnieks", "участник"),
    "name_family_first": ("фио", "ф и о"),
    "given_name": ("eesnimi", "имя"),
    "groups": ("kes sa oled", "kes te olete", "who are you", "you are", "i am", "kas tu esi", "kas jus esat",
               "кто вы", "кто ты", "type", "tuup"),
    "organisation": ("kool", "school", "skola", "школа"),
    "municipality": ("vald", "linn", "town", "city", "home", "novads", "pilseta", "город", "elukoht", "asukoht"),
    "code": ("code", "kood", "badge code", "kods", "код"),
    "ticket_secret": ("secret", "ticket secret", "attendee secret", "ticket code"),
    "registered_at": ("date", "kuupaev", "aeg", "time", "datums", "laiks", "дата", "время"),
    "phone": ("tel", "mob", "тел", "mobile", "gsm"),
    "choices": ("idea", "idee"),
    "minor": ("age", "your age"),
    "status": ("status", "state", "olek", "staatus", "statuss", "статус"),
}  # fmt: skip
_GUARDIAN = ("guardian", "parent", "vanema", "hooldaja", "eestkostja", "vecak", "aizbildn", "родител", "опекун")
_CONSENT = ("consent", "permission", "nousolek", "luba", "piekrisan", "atlauj", "согласи", "разрешен")
#: Beginnings of words in the order they decide: what comes first wins. A beginning of five letters or more may
#: also stand inside a word, as Estonian and Latvian put words together.
_STEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("photo_consent", ("photo", "picture", "image", "foto", "pildista", "jaadvusta", "filmi", "фото",
                       "съемк", "снима")),
    ("minor", ("under 18", "minor", "alla 18", "alaealine", "alaeal", "nepilngad", "lidz 18", "jaunak",
               "несовершеннолет", "до 18", "младше", "меньше 18", "vanus", "vecums", "возраст")),
    ("adult", ("18 or older", "over 18", "adult", "taisealine", "vahemalt 18", "ule 18", "pilngad",
               "совершеннолет", "старше 18")),
    ("status", ("registration state", "registration status", "attendee status", "order status",
                "registreeringu olek", "registreerimise olek", "tellimuse olek", "статус регистрации",
                "статус заказа", "registracijas statuss")),
    ("registered_at", ("timestamp", "ajatempel", "laikspied", "laika zimogs", "отметка времени", "submi",
                       "completion time", "order date", "registered", "registreeri", "taitmise aeg", "saatmise",
                       "esitamise", "esitatud", "iesniegs", "регистрац")),
    ("email", ("e mail", "email", "e post", "epost", "meiliaadress", "e pasts", "epast", "e pasta", "электронн",
               "почта", "эл почта", "имеил", "mail")),
    ("phone", ("phone", "telefon", "mobiil", "mobile", "talrun", "телефон", "мобильн")),
    ("diet", ("diet", "food", "meal", "allerg", "toitu", "toidu", "toit", "soogi", "menuu", "edien", "edina",
              "uztur", "питани", "диет", "еда", "аллерг", "catering")),
    ("access_needs", ("accessib", "access need", "special need", "erivajadus", "ligipaas", "liikumis", "ratastool",
                      "pieklust", "pieejam", "ipasas vajadz", "доступн", "особые потреб", "wheelchair")),
    ("organisation", ("organi", "compan", "employ", "institution", "workplace", "asutus", "ettevot", "tooandja",
                      "tookoht", "uznemum", "iestade", "организац", "учрежден", "компани", "работ")),
    ("municipality", ("municipal", "omavalitsus", "maakond", "county", "village", "kust tuled", "kus sa elad",
                      "where do you live", "pasvaldib", "самоуправлен", "волост", "населен")),
    ("skills", ("skill", "oskus", "padevus", "tugevus", "prasm", "expertise", "competenc", "навык", "умени",
                "компетенц")),
    ("languages", ("language", "keel", "valod", "язык")),
    ("choices", ("choice", "preference", "eelist", "valik", "topic", "teema", "valjakutse", "challenge", "izvele",
                 "tema", "izaicin", "выбор", "тема", "темы", "вызов", "предпочт", "prioriteet")),
    ("groups", ("role", "roll", "loma", "роль", "group", "grupp", "grupa", "групп", "stakeholder", "sihtruhm",
                "ruhm", "keda esindad", "represent")),
    ("remarks", ("remark", "comment", "note", "anything else", "midagi veel", "lisainfo", "markus", "kommentaar",
                 "piezim", "komentar", "комментар", "примечан", "что то еще", "kusimus", "question")),
)  # fmt: skip
_GIVEN = ("first name", "given name", "forename", "eesnimi", "ees ja", "ees pere", "имя", "имени")
_FAMILY = ("last name", "family name", "surname", "perekonnanimi", "perenimi", "perekonna", "uzvard", "фамили")
_FULL = ("full name", "your name", "attendee name", "participant name", "osaleja nimi", "sinu nimi", "teie nimi",
         "vards", "taisnimi")  # fmt: skip
_LONG_ENOUGH = 5
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_PHONE = re.compile(r"\+?[\d\s()-]{6,}")


@lru_cache(maxsize=4096)
def recognised(header: str) -> str:
    """The field a column's name stands for, or "" where it is not known."""
    text = " ".join(folded(header).split())
    if not text:
        return ""
    for field, names in _WHOLE.items():
        if text in names:
            return field
    if _holds(text, _GUARDIAN):
        return "guardian_consent" if _holds(text, _CONSENT) else ""
    named = _name(text)
    for field, stems in _STEMS:
        if _holds(text, stems):
            # "Organisation's name" is no person's name, but "Ees- ja perekonnanimi" is nothing else.
            return named if named in ("name", "name_family_first") and field != "organisation" else field
    return named


def columns_of(headers: tuple[str, ...]) -> dict[str, str]:
    """{header: field} for every column, "" where it is not used.

    Where two columns tell the same single thing, the more exact name wins: "Attendee email" over "Email".
    "Name" (Latvian "Vārds") beside a column of family names is the given name.
    """
    columns: dict[str, str] = {}
    taken: dict[str, str] = {}
    tool = tool_of(headers)
    of_tool = {header: field_in(tool, header) for header in headers}
    # Those of whoever was logged in come last: a question that asks the same has taken its field by then.
    for header in sorted(headers, key=lambda header: of_tool[header] in _ACCOUNT):
        said = of_tool[header]
        field = recognised(header) if said is None else _ACCOUNT.get(said, said)
        if field == "name" and said in _ACCOUNT and {"given_name", "family_name"} & taken.keys():
            field = ""
        rival = taken.get(field)
        if field and field not in SEVERAL and rival is not None:
            if not _is_of_attendee(header) or _is_of_attendee(rival):
                columns[header] = ""
                continue
            columns[rival] = ""
        if field:
            taken[field] = header
        columns[header] = field
    if "family_name" in taken and "given_name" not in taken and "name" in taken:
        columns[taken["name"]] = "given_name"
    if tool is not None and {"given_name", "family_name"} <= taken.keys() and "name" in taken:
        columns[taken["name"]] = ""  # the whole name of a ticketing tool repeats its parts
    return {header: columns[header] for header in headers}


def is_known(headers: tuple[str, ...], header: str) -> bool:
    """Whether it is known what a column of these holds, if only that it is of no use here."""
    return bool(recognised(header)) or field_in(tool_of(headers), header) is not None


def looks_like_an_answer(cell: str) -> bool:
    """Whether a cell is what somebody answered and hardly the name of a column."""
    return bool(is_email(cell) or _DATE.match(cell) or _PHONE.fullmatch(cell))


def _name(text: str) -> str:
    given, family = _place(text, _GIVEN), _place(text, _FAMILY)
    if given >= 0 and family >= 0 and given != family:
        return "name" if given < family else "name_family_first"
    if family >= 0:
        # Latvian: "Vārds, uzvārds" is both.
        return "name" if text.startswith("vards ") else "family_name"
    if given >= 0:
        return "given_name"
    return "name" if _place(text, _FULL) >= 0 else ""


def _place(text: str, stems: tuple[str, ...]) -> int:
    framed = f" {text}"
    places = [framed.find(f" {stem}") for stem in stems]
    return min((place for place in places if place >= 0), default=-1)


def _holds(text: str, stems: tuple[str, ...]) -> bool:
    return any(f" {stem}" in f" {text}" or (len(stem) >= _LONG_ENOUGH and stem in text) for stem in stems)


def _is_of_attendee(header: str) -> bool:
    return _holds(folded(header), ("attendee", "participant", "osaleja", "dalibniek", "участник"))
