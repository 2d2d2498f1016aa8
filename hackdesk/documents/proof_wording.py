"""What a code that is real says, in sentences."""

from __future__ import annotations

from datetime import date

from hackdesk.documents.proof import Statement
from hackdesk.language import N_, Words

_KINDS = {
    "participant": N_("Certificate {number} for {name}"),
    "winner": N_("Diploma {number} for {name}"),
    "mentor": N_("Mentor's certificate {number} for {name}"),
    "juror": N_("Juror's certificate {number} for {name}"),
    "organiser": N_("Organiser's certificate {number} for {name}"),
}


def statement_sentences(statement: Statement, words: Words) -> tuple[str, ...]:
    """What was issued, for what and when, line by line; the first one says that it is real."""
    said = [words("This is real.")]
    if statement.kind == "record":
        said.append(words("Record of the results, revision {number}", number=statement.number))
        said.append(words("Fingerprint (SHA-256) {hash}", hash=statement.about))
    else:
        kind = _KINDS.get(statement.kind, _KINDS["participant"])
        said.append(words(kind, number=statement.number, name=statement.name))
        if statement.about:
            said.append(statement.about)
    where = " · ".join(part for part in (statement.event, statement.dates) if part)
    if where:
        said.append(where)
    if issued := _day(statement.issued_on):
        said.append(words("Issued on {day}", day=words.day(issued, "long")))
    return tuple(said)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
