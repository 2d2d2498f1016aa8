"""What the record of the results says of the hall's vote."""

from __future__ import annotations

from hackdesk.documents.flow import Column, Flow
from hackdesk.jury.hall import HallCount, HallResult
from hackdesk.jury.wording import hall_sentences, place_words
from hackdesk.language import Words


def hall_says(flow: Flow, result: HallResult | None, words: Words) -> None:
    """The hall's order, and apart from it the guests'; nothing where the hall did not vote."""
    if result is None:
        return
    flow.heading(words("The hall's vote"), before=50)
    for sentence in hall_sentences(result, words):
        flow.paragraph(sentence)
    _table(flow, result.hall, words)
    if result.guests is not None and result.guests.votes:
        flow.heading(words("Guests, counted apart"))
        _table(flow, result.guests, words)


def _table(flow: Flow, count: HallCount, words: Words) -> None:
    several = count.choices > 1
    named = [words("Named first"), words("Second"), words("Third")][: count.choices] if several else []
    columns = (
        Column(words("Place"), 24, bold=True), Column(words("Team"), 124 - 26 * len(named), bold=True),
        *(Column(title, 26, "right") for title in named),
        Column(words("Points") if several else words("Votes"), 26, "right"),
    )  # fmt: skip
    rows = [
        (
            place_words(one.place, one.until, one.shared), one.team,
            *(map(str, one.counts) if several else ()), str(one.points),
        )
        for one in count.places
    ]  # fmt: skip
    flow.table(columns, rows)
