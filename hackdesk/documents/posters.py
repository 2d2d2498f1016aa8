"""Topic posters, A4 or A3: read from three steps away, with room for the names of those who want to take part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hackdesk.documents.fit import LINE, MUTED, PALE, SPRUCE, WHITE, Fitted, Look, fit, wrap
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.poster_values import Posters, TopicOnPaper
from hackdesk.documents.rules import Masthead, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import UPRIGHT, Sheet
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

A3 = (297.0, 420.0)
_LEFT, _ROOM = 20.0, 170.0
_BAND, _FOOT = 30.0, 282.0
#: What stands between the title and the lines for names is drawn no lower than this.
_NAMES = 222.0
_LABEL = 38.0


def print_posters(
    posters: Posters, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with an A4 page for each topic. tag: the language. Raises NoGlyph before anything is written."""
    return _print(posters, tag, profile, path, UPRIGHT, step)


def print_large_posters(
    posters: Posters, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """The same on A3."""
    return _print(posters, tag, profile, path, A3, step)


def _print(
    posters: Posters, tag: str, profile: PrinterProfile, path: Path, size: tuple[float, float], step: Step
) -> Printed:
    words = language(tag)
    tongues = (words.name_of(one) for topic in posters.topics for one in topic.languages)
    refuse_missing((*texts_in(posters), *tongues))
    title = words("Topics – {event}", event=posters.masthead.name)
    sheet = Sheet(title, words, profile, author=posters.masthead.organiser, size=size)
    for done, topic in enumerate(posters.topics):
        step(done, len(posters.topics))
        with sheet.a_page(bookmark=topic.title):
            _Poster(sheet).draw(topic, posters.masthead)
    step(len(posters.topics), len(posters.topics))
    return sheet.finish(path)


class _Poster:
    """One page, measured as on A4 and drawn as large as the paper is."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._by = sheet, sheet.width / UPRIGHT[0]

    def draw(self, topic: TopicOnPaper, masthead: Masthead) -> None:
        words = self._sheet.words
        self._box(0, 0, 210, _BAND, SPRUCE)
        said = self._fit(words("Topic {number}", number=topic.number), Look(18, colour=WHITE), 60, floor=12)
        self._lines(210 - _LEFT, (_BAND - said.height / self._by) / 2, said, align="right")
        name = self._fit(masthead.name, Look(15, colour=WHITE), _ROOM - 66, floor=9, tall=20)
        self._lines(_LEFT, (_BAND - name.height / self._by) / 2, name)
        title = self._fit(topic.title, Look(58, bold=True), _ROOM, floor=36, lines=4, tall=84)
        y = self._lines(_LEFT, _BAND + 10, title) + 3
        if topic.owner:
            owner = words("Put forward by {owner}", owner=topic.owner)
            look = Look(18, bold=True, colour=SPRUCE)
            y = self._lines(_LEFT, y, self._fit(owner, look, _ROOM, floor=11, tall=20)) + 3
        facts = [
            (label, self._fit(text, Look(15), _ROOM - _LABEL - 8, floor=10, lines=3, tall=24))
            for label, text in _facts(topic, words)
        ]
        tall = sum(max(9.0, fact.height / self._by + 2.5) for _label, fact in facts) + (8 if facts else 0)
        self._description(topic.description, y + 1, _NAMES - tall - 4)
        self._facts(facts, _NAMES - tall, tall)
        self._names(topic)

    def _description(self, text: str, top: float, foot: float) -> None:
        """As large as it can be; a long one becomes smaller, and is never cut."""
        if not text.strip():
            return
        size = 26.0
        fitted = self._wrapped(text, size)
        while fitted.height / self._by > foot - top and size > 1:
            size *= 0.96
            fitted = self._wrapped(text, size)
        self._lines(_LEFT, top, fitted)

    def _facts(self, facts: list[tuple[str, Fitted]], top: float, tall: float) -> None:
        if not facts:
            return
        self._box(_LEFT - 4, top, _ROOM + 8, tall - 2, PALE)
        y = top + 3
        for label, fact in facts:
            name = self._fit(label, Look(11, colour=MUTED), _LABEL - 3, floor=7, tall=9)
            self._lines(_LEFT, y + 0.9, name)
            self._lines(_LEFT + _LABEL, y, fact)
            y += max(9.0, fact.height / self._by + 2.5)

    def _names(self, topic: TopicOnPaper) -> None:
        """Lines to write on, as many as there may be people, and twelve at most."""
        said = self._sheet.words("Who takes part? Write your name.")
        y = self._lines(_LEFT, _NAMES + 3, self._fit(said, Look(14, bold=True), _ROOM, floor=9, lines=1)) + 9
        rows = -(-min(12, max(4, topic.most)) // 2)
        gap = (_FOOT - y) / max(1, rows - 1)
        for row in range(rows):
            for side in (0, 1):
                x = (_LEFT + side * (_ROOM / 2 + 3)) * self._by
                self._sheet.rule(x, (y + row * gap) * self._by, (_ROOM / 2 - 3) * self._by, colour=LINE, thick=0.9)

    def _fit(
        self, text: str, look: Look, room: float, *, floor: float, lines: int = 2, tall: float = 1000.0
    ) -> Fitted:
        by = self._by
        larger = replace(look, size=look.size * by)
        return fit(text, larger, room * by, floor=floor * by, lines=lines, tall=tall * by)

    def _wrapped(self, text: str, size: float) -> Fitted:
        return wrap(text, Look(size * self._by, leading=1.36), _ROOM * self._by)

    def _lines(self, x: float, y: float, fitted: Fitted, *, align: str = "left") -> float:
        return self._sheet.lines(x * self._by, y * self._by, fitted, align=align) / self._by

    def _box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        by = self._by
        self._sheet.box((x * by, y * by), (width * by, height * by), fill=fill)


def _facts(topic: TopicOnPaper, words: Words) -> list[tuple[str, str]]:
    """What somebody who thinks of joining wants to know; what nobody has said is left out."""
    people = words.many("{count} person", "{count} people", topic.most)
    if topic.fewest != topic.most:
        people = words("{fewest} to {most} people", fewest=topic.fewest, most=topic.most)
    found = [(words("Team"), people)] if topic.most else []
    for label, said in (
        (words("Languages"), words.listed([words.name_of(tag) for tag in topic.languages])),
        (words("Looks for"), words.listed(topic.sought)),
        (words("Skills"), words.listed(topic.skills)),
    ):
        if said:
            found.append((label, said))
    return found
