"""The codes of certificates that are made for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hackdesk.documents.certificate_settings import WINNER
from hackdesk.documents.certificate_values import Certificate, Certificates
from hackdesk.documents.proof import Statement, signed_code
from hackdesk.language import Words


def with_codes(made: Certificates, private: str, words: Words, today: date) -> Certificates:
    """The same with the code of each, signed with the event's key. words: of the event's language."""
    masthead = made.masthead
    dates = words.days(masthead.starts_on, masthead.ends_on)

    def code(one: Certificate) -> str:
        about = one.award if one.kind == WINNER else one.team
        number, issued = made.number_of(one), today.isoformat()
        return signed_code(Statement(one.kind, number, one.name, about, masthead.name, dates, issued), private)

    return replace(made, certificates=tuple(replace(one, code=code(one)) for one in made.certificates))
