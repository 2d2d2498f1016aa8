"""Collect every sentence of the program and bring the translation files up to date.

Run `python packaging/words.py` after sentences changed; new ones appear empty in the .po files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
#: How a sentence is marked in the code; `many` has two forms, `of` a context first.
KEYWORDS = {"_": None, "words": None, "N_": None, "many": (1, 2), "of": ((1, "c"), 2)}
#: Where sentences are: in the code, and in the pages that phones get.
SOURCES = (("hackdesk", "**.py", "python"), ("ui", "**.py", "python"), ("resources/phones", "**.html", "jinja2"))


def messages(root: Path = ROOT) -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """(file, line, sentence or its two forms, context) of everything that is marked for translation."""
    for folder, pattern, method in SOURCES:
        found = extract_from_dir(root / folder, [(pattern, method)], keywords=KEYWORDS)
        for name, line, sentence, _comments, context in found:
            if sentence and sentence != ("", ""):
                yield f"{folder}/{name}", line, sentence, context


def update(tag: str) -> int:
    """Bring one language's file up to date. Gives the number of sentences without a translation."""
    template = Catalog(charset="utf-8")
    for name, _line, sentence, context in messages():
        # Without line numbers: a moved function is no change to a translator.
        template.add(sentence, locations=[(name, None)], context=context)  # type: ignore[list-item]
    path = ROOT / "resources" / "locale" / tag / "hackdesk.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=tag)
    written = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = written  # or every run would be a change
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, omit_header=False)
    return sum(1 for message in catalogue if message.id and not _worded(message.string))


def _worded(string: str | tuple[str, ...] | None) -> bool:
    return all([string] if isinstance(string, str) else string or [""])


if __name__ == "__main__":
    for language in sys.argv[1:] or ["et"]:
        print(f"{language}: {update(language)} sentences without a translation")
