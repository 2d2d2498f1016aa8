"""Which tool a list was exported from, and what it means by its columns.

Headers are compared folded. A tool's own columns say what they hold; the questions somebody asked in it are
recognised like any other. Sources: pretix `orderlist.py` and `checkinlists/exporters.py`, alf.io
`EventApiController.FIXED_FIELDS`, Indico `registration/util.py`; Eventbrite, Google and Microsoft Forms by what
they export.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hackdesk.language import N_
from hackdesk.people.search import folded


@dataclass(frozen=True)
class Tool:
    """A tool and what it exports. sentence: "This looks like …", marked; signs: groups of headers that give it
    away, one of each has to be there; columns: {folded header: field}, "" for what is of no use here."""

    name: str
    sentence: str
    signs: tuple[frozenset[str], ...]
    columns: Mapping[str, str]
    orders: bool = False


def _any(*headers: str) -> frozenset[str]:
    return frozenset(headers)


_ORDER_CODE = _any("order code", "tellimuse kood", "pasutijuma kods", "код заказа", "bestellnummer")
_ATTENDEE = _any("attendee name", "osaleja nimi", "dalibnieka vards", "имя участника", "name des teilnehmers")
_PRETIX = {
    **dict.fromkeys(_ORDER_CODE, "order_code"), **dict.fromkeys(_ATTENDEE, "name"),
    "position id": "position", "position": "position", "status": "status", "email": "buyer_email",
    "e mail": "buyer_email", "phone number": "phone", "order date": "registered_at", "attendee email": "email",
    "secret": "ticket_secret", "ticket secret": "ticket_secret", "invoice address name": "buyer",
    "company": "organisation", "city": "municipality",
}  # fmt: skip
_PRETIX_NOISE = dict.fromkeys((
    "event slug", "event name", "order time", "product", "product id", "variation", "price", "tax rate",
    "tax rule", "tax value", "address", "zip code", "country", "state", "voucher", "voucher code",
    "pseudonymization id", "seat id", "seat name", "seat zone", "seat row", "seat number", "order comment",
    "comment", "follow up date", "vat id", "sales channel", "order locale", "e mail address verified",
    "payment providers", "checked in", "checked out", "automatically checked in", "paid",
    "requires special attention", "check in list", "blocked", "valid from", "valid until", "external customer id",
    "customer id", "add on to position id", "invoice address street", "position order link", "item price",
), "")  # fmt: skip
_NAMES = {"first name": "given_name", "last name": "family_name", "full name": "name", "name": "name"}
_MICROSOFT_START = ("start time", "algusaeg", "alguskellaaeg", "sakuma laiks", "время начала")
_MICROSOFT_END = (
    "completion time", "lopuleviimise aeg", "lopetamisaeg", "lopetamise aeg", "valmimisaeg", "taitmise aeg",
    "pabeigsanas laiks", "aizpildisanas laiks", "izpildes laiks", "время выполнения", "время завершения",
)  # fmt: skip
_ACCOUNT_EMAIL = ("email", "e mail", "meil", "e post", "meiliaadress", "e posti aadress", "e pasts",
                  "адрес электронной почты", "электронная почта", "почта")  # fmt: skip
_ACCOUNT_NAME = ("name", "nimi", "vards", "имя")
_MICROSOFT = {
    "id": "", "last modified time": "", "viimati muudetud": "", "viimase muutmise aeg": "",
    "pedejas modifikacijas laiks": "", "pedeja modificesanas laiks": "", "время последнего изменения": "",
    "language": "", "keel": "", "valoda": "", "язык": "",
    **dict.fromkeys(_MICROSOFT_START, ""), **dict.fromkeys(_MICROSOFT_END, "registered_at"),
    **dict.fromkeys(_ACCOUNT_EMAIL, "account_email"), **dict.fromkeys(_ACCOUNT_NAME, "account_name"),
}  # fmt: skip
_GOOGLE_STAMP = ("timestamp", "ajatempel", "laikspiedols", "laika zimogs", "laikspied", "отметка времени")

#: The first whose signs are all there is it.
TOOLS = (
    Tool("pretix", N_("This looks like a pretix attendee list."), (_ORDER_CODE, _ATTENDEE),
         {**_PRETIX_NOISE, **_PRETIX}),
    Tool("pretix", N_("This looks like a pretix list of orders: one row can be several people. The pretix list of"
                      " order positions names each."),
         (_ORDER_CODE, _any("order total", "invoice address name", "positions")),
         {**_PRETIX_NOISE, **_PRETIX, "email": "email", "e mail": "email", "invoice address name": "name",
          "order total": "", "positions": ""}, orders=True),
    Tool("Eventbrite", N_("This looks like an Eventbrite attendee list."),
         (_any("order", "order id", "order no"),
          _any("attendee status", "ticket type", "attendee", "ticket tier")),
         {**_NAMES, "order": "order_code", "order id": "order_code", "order no": "order_code",
          "attendee": "position", "attendee id": "position", "attendee no": "position",
          "attendee status": "status", "order date": "registered_at", "email": "email", "email address": "email",
          "buyer name": "buyer", "buyer email": "buyer_email", "barcode": "ticket_secret",
          "barcode no": "ticket_secret", "company": "organisation", "cell phone": "phone", "mobile phone": "phone",
          **dict.fromkeys(("ticket type", "ticket tier", "quantity", "ticket quantity", "event name", "event id",
                           "date attending", "order type", "ticket price", "prefix", "suffix", "currency",
                           "buyer first name", "buyer last name", "attendee checked in", "gender"), "")}),
    Tool("alf.io", N_("This looks like an alf.io attendee list."), (_any("reservationid"), _any("full name")),
         {**_NAMES, "full name": "", "e mail": "email", "reservationid": "order_code", "id": "position",
          "status": "status", "creation": "registered_at",
          **dict.fromkeys(("category", "event", "originalprice", "paidprice", "discount", "vat", "locked",
                           "language", "confirmation", "billing address", "country code", "payment id",
                           "payment method"), "")}),
    Tool("Indico", N_("This looks like an Indico list of registrations."),
         (_any("id"), _any("name"), _any("registration state", "registration date", "affiliation")),
         {**_NAMES, "id": "", "email address": "email", "affiliation": "organisation",
          "registration state": "status", "registration date": "registered_at", "phone number": "phone",
          **dict.fromkeys(("price", "checked in", "check in date", "payment date", "tags", "position", "title",
                           "address", "country"), "")}),
    Tool("Microsoft Forms", N_("This looks like answers of a Microsoft form."),
         (_any(*_MICROSOFT_START), _any(*_MICROSOFT_END)), _MICROSOFT),
    Tool("Google Forms", N_("This looks like answers of a Google form."), (_any(*_GOOGLE_STAMP),),
         {**dict.fromkeys(_GOOGLE_STAMP, "registered_at"),
          **dict.fromkeys(("score", "skoor", "tulemus", "punktu skaits", "rezultats", "баллы"), ""),
          "username": "account_email", "kasutajanimi": "account_email", "lietotajvards": "account_email",
          "имя пользователя": "account_email"}),
)  # fmt: skip

#: What a quiz adds for each question, in the words of four languages.
_MARKS = re.compile(
    r"(points|punktid|punkte|punkti|punktu skaits|баллы|feedback|tagasiside|atsauksmes|отзыв)\s*[-–:]"
    r"|(total points|quiz feedback|grade posted time|punkte kokku|punktid kokku|kopejais punktu skaits|"
    r"kopa punkti|всего баллов|testi tagasiside|viktoriini tagasiside|отзыв о тесте)$"
    r"|.*\[(score|feedback|skoor|tagasiside|rezultats|atsauksmes|баллы|отзыв)\]$"
)
#: What Microsoft Forms writes where nobody had to log in.
NOBODY = frozenset(("anonymous", "anonuumne", "anonims", "аноним", "анонимно", "анонимный"))


@lru_cache(maxsize=64)
def tool_of(headers: tuple[str, ...]) -> Tool | None:
    """The tool that writes such headers, or None."""
    there = {plain(header) for header in headers}
    return next((tool for tool in TOOLS if all(sign & there for sign in tool.signs)), None)


def field_in(tool: Tool | None, header: str) -> str | None:
    """What a tool's own column holds, "" for nothing of use; None for a question somebody asked in it."""
    asked = plain(header)
    if _MARKS.match(_without_accents(header)):
        return ""
    if tool is None:
        return None
    if tool.name == "pretix" and ":" in header:
        return _name_part(header)
    return tool.columns.get(asked)


def plain(header: str) -> str:
    """A header as it is compared; a number behind one that comes again is no part of it."""
    return " ".join(folded(re.sub(r" \(\d+\)$", "", header)).split())


def _name_part(header: str) -> str | None:
    """pretix writes "Attendee name: Given name" beside the whole name, which then only repeats it."""
    whole, _colon, part = header.partition(":")
    if plain(whole) not in _ATTENDEE:
        return "" if plain(whole) == "invoice address name" else None
    said = plain(part)
    if said in ("given name", "first name", "eesnimi", "vards", "имя"):
        return "given_name"
    return "family_name" if said in ("family name", "last name", "perekonnanimi", "uzvards", "фамилия") else ""


def _without_accents(header: str) -> str:
    """Folded, with the signs between words kept: "Points - Name"."""
    return "".join(" ".join(folded(part).split()) if part.strip() else part
                   for part in re.split(r"(\s*[-–:\[\]]\s*)", header)).strip()  # fmt: skip
