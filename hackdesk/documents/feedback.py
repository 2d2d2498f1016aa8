"""What each team takes home: the jurors' and mentors' words, its awards, and who does what by when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hackdesk.documents.fit import LINE, MUTED, Look, wrap
from hackdesk.documents.flow import LEFT, ROOM, Column, Flow, page_numbers
from hackdesk.documents.fonts import refuse_missing, spelled
from hackdesk.documents.rules import Printed, PrinterProfile, TeamNote, TeamSheet, TeamSheets, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

_BLANK_ROWS = 8
_BY_HAND = 15.0  # the height of a row that is written by hand, in millimetres
_LINES = 7


def print_feedback(
    sheets: TeamSheets, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with what was released to each team. tag: the language. Raises NoGlyph before writing."""
    bare = tuple(replace(team, jurors=(), mentors=()) for team in sheets.teams)
    refuse_missing(texts_in(replace(sheets, teams=bare)))
    for team in sheets.teams:
        refuse_missing(text for note in (*team.jurors, *team.mentors) for text in (spelled(note.text), note.name))
    words = language(tag)
    sheet = Sheet(
        words("Feedback – {event}", event=sheets.masthead.name), words, profile, author=sheets.masthead.organiser
    )
    flow, parts = _begun(sheet, sheets)
    for done, team in enumerate(sheets.teams):
        step(done, len(sheets.teams))
        parts.append(sheet.page + 1)
        _head(flow, sheets, team, words("Feedback"))
        _notes(flow, team, words)
        if team.awards:
            flow.heading(words("Awards"))
            for award in team.awards:
                flow.paragraph(award)
        if team.commitments:
            flow.heading(words("What the team promised"))
            _commitments(flow, team, words)
    flow.end()
    step(len(sheets.teams), len(sheets.teams))
    return sheet.finish(path)


def print_commitments(
    sheets: TeamSheets, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a follow-up sheet for each team: who does what by when, and lines to write on."""
    refuse_missing(texts_in(sheets))
    words = language(tag)
    sheet = Sheet(
        words("Follow-up – {event}", event=sheets.masthead.name), words, profile, author=sheets.masthead.organiser
    )
    flow, parts = _begun(sheet, sheets)
    for done, team in enumerate(sheets.teams):
        step(done, len(sheets.teams))
        parts.append(sheet.page + 1)
        _head(flow, sheets, team, words("Follow-up"))
        flow.y += 3
        flow.paragraph(words("Who does what by when, and with whose help."))
        _commitments(flow, team, words, blank=max(3, _BLANK_ROWS - len(team.commitments)))
        if team.asked_on:
            days = words.listed([words.day(day) for day in team.asked_on])
            flow.paragraph(words("We ask you on {days} how it goes.", days=days))
        flow.heading(words("We carry this on"))
        flow.signatures(["", ""])
    flow.end()
    step(len(sheets.teams), len(sheets.teams))
    return sheet.finish(path)


def _begun(sheet: Sheet, sheets: TeamSheets) -> tuple[Flow, list[int]]:
    parts: list[int] = []
    page_numbers(sheet, sheets.masthead.name, parts)
    return Flow(sheet), parts


def _head(flow: Flow, sheets: TeamSheets, team: TeamSheet, kind: str) -> None:
    flow.new_page(team.team)
    flow.title(sheets.masthead.name, kind, team.team)
    if team.topic != team.team:
        flow.second(team.topic)
    flow.second(" · ".join(team.members))


def _notes(flow: Flow, team: TeamSheet, words: Words) -> None:
    for heading, notes in ((words("From the jury"), team.jurors), (words("From the mentors"), team.mentors)):
        if notes:
            flow.heading(heading)
        for note in notes:
            _note(flow, note)
    if not team.jurors and not team.mentors:
        flow.heading(words("What was said to you"))
        said = words("Nothing in writing yet. Here is room for what was said aloud.")
        flow.write(wrap(said, Look(9.5, colour=MUTED), ROOM), after=8)
        for _ in range(_LINES):
            flow.sheet.rule(LEFT, flow.y, ROOM, colour=LINE)
            flow.y += 9


def _note(flow: Flow, note: TeamNote) -> None:
    """With the name under it where its writer wished it; who wrote the others is not told."""
    lines = spelled(note.text).splitlines() or [""]
    for line in lines[:-1]:
        flow.paragraph(line, mark=True)
    flow.paragraph(lines[-1], mark=True)
    if note.name:
        flow.y -= 2
        flow.write(wrap(f"– {note.name}", Look(9.5, colour=MUTED), ROOM), after=3.5)


def _commitments(flow: Flow, team: TeamSheet, words: Words, blank: int = 0) -> None:
    columns = (
        Column(words("Who"), 42, bold=True), Column(words("What"), 64),
        Column(words("By when"), 30), Column(words("With whose help"), 38),
    )  # fmt: skip
    rows = [
        (line.who, line.what, words.day(line.by_when, "medium") if line.by_when else "", line.support)
        for line in team.commitments
    ]
    rows += [("", "", "", "")] * blank
    flow.table(columns, rows, tall=_BY_HAND if blank else 0)
