"""The list of certificates that were made: on paper, and as rows for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.certificate_settings import PARTICIPANT
from hackdesk.documents.certificate_values import IssuedList
from hackdesk.documents.flow import Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import N_, Words, language
from hackdesk.steps import Step, no_steps

_KINDS = {
    "participant": N_("Participant"),
    "winner": N_("Winner"),
    "mentor": N_("Mentor"),
    "juror": N_("Juror"),
    "organiser": N_("Organiser"),
}


def print_issued(
    made: IssuedList, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with the list. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(made))
    words, masthead = language(tag), made.masthead
    title = words("Certificates issued")
    sheet = Sheet(f"{title} – {masthead.name}", words, profile, author=masthead.organiser)
    page_numbers(sheet, f"{title} – {masthead.name}")
    flow = Flow(sheet)
    flow.new_page()
    flow.title(masthead.name, dated(sheet, masthead), title)
    flow.second(words.many("{count} certificate", "{count} certificates", len(made.issued)))
    header, rows = issued_rows(made, words)
    widths = (23, 22, 43, 39, 17, 30)
    columns = [Column(one, width, bold=one == header[2]) for one, width in zip(header, widths, strict=True)]
    flow.table(columns, [[str(cell) for cell in row] for row in rows])
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def issued_rows(made: IssuedList, words: Words) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
    """The list's head and its rows, as for a spreadsheet."""
    header = (
        words("Number"), words("Kind"), words("Name"), words("Award or team"), words("How often"),
        words("Last made"),
    )  # fmt: skip
    rows = tuple(
        (
            one.number, words(_KINDS.get(one.kind, _KINDS[PARTICIPANT])), one.name, one.about, one.times,
            one.at.strftime("%Y-%m-%d %H:%M"),
        )
        for one in made.issued
    )  # fmt: skip
    return header, rows
