"""The list of certificates that were made: on paper."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.certificate_values import IssuedList, issued_rows
from hackdesk.documents.flow import Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps


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
