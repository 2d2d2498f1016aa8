"""How stakeholder groups mix, for the funder's report: a sentence, a bar for each team, how it is counted."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.documents.fit import INK, MUTED, SPRUCE, Look, fit, wrap
from hackdesk.documents.flow import LEFT, RIGHT, ROOM, Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.masthead import draw_masthead
from hackdesk.documents.patterns import swatch
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.seats import MixPaper
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.people.rules import Group
from hackdesk.steps import Step, no_steps
from hackdesk.teams.mix import Mix, TeamMix

_NAME, _NUMBERS, _ROW = 56.0, 34.0, 9.4
_BARS = ROOM - _NAME - _NUMBERS


def print_mix(paper: MixPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps) -> Printed:
    """A PDF that says how the teams are mixed. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(paper))
    words, masthead, mix = language(tag), paper.masthead, paper.mix
    title = words("How the teams are mixed")
    sheet = Sheet(f"{title} – {masthead.name}", words, profile, author=masthead.organiser)
    page_numbers(sheet, f"{title} – {masthead.name}")
    flow = Flow(sheet)
    flow.new_page(title)
    flow.y = draw_masthead(sheet, flow.y, masthead)
    flow.title(masthead.name, _when(paper, words), title)
    flow.second(dated(sheet, masthead))
    flow.y += 4
    flow.write(wrap(shared_words(mix, words), Look(15, bold=True, colour=SPRUCE), ROOM), after=1)
    flow.write(wrap(across_words(mix, words), Look(11), ROOM), after=3)
    if paper.moved:
        moved = words.many("{count} person has moved since.", "{count} people have moved since.", paper.moved)
        flow.write(wrap(moved, Look(10, colour=MUTED), ROOM), after=2)
    _legend(flow, paper)
    _bars(flow, paper)
    _history(flow, paper)
    flow.heading(words("How it is counted"), before=40)
    flow.write(wrap(counted_words(words), Look(9.5, colour=MUTED, leading=1.4), ROOM))
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def shared_words(mix: Mix, words: Words) -> str:
    """How many meet another group, in numbers and in per cent."""
    share = words.number(100 * (mix.share or 0))
    return words(
        "{mixed} of {known} people ({share} %) share a team with somebody of another group than their own.",
        mixed=mix.mixed, known=mix.known, share=share,
    )  # fmt: skip


def across_words(mix: Mix, words: Words) -> str:
    """How many pairs of teammates have no group in common."""
    share = words.number(100 * mix.across / mix.pairs if mix.pairs else 0)
    return words.many(
        "Of {count} pair of teammates {across} ({share} %) is of different groups.",
        "Of {count} pairs of teammates {across} ({share} %) are of different groups.",
        mix.pairs, across=mix.across, share=share,
    )  # fmt: skip


def counted_words(words: Words) -> str:
    """The definition, as somebody who reads the report needs it."""
    return words(
        "Counted for the teams as they were announced last. A person counts as mixed who has at least one "
        "teammate with whom they have no stakeholder group in common. Who names no group is left out on both "
        "sides; who names several is of the same group as anybody who shares one of them."
    )


def _when(paper: MixPaper, words: Words) -> str:
    if paper.mix.at is None:
        return words("Not announced yet")
    return words("Announced {when}", when=words.moment(paper.mix.at, ZoneInfo(paper.zone)))


def _legend(flow: Flow, paper: MixPaper) -> None:
    sheet, x, look = flow.sheet, LEFT, Look(9.5)
    seen = {key for team in paper.mix.teams for key, _count in team.groups}
    for group in paper.groups:
        if group.key not in seen:
            continue
        wide = 9 + look.width(group.name) + 6
        if x > LEFT and x + wide > RIGHT:
            x = LEFT
            flow.y += 6.5
        swatch(sheet, (x, flow.y), (6.5, 4.2), group)
        sheet.text(x + 8.5, flow.y + 3.5, group.name, look)
        x += wide
    flow.y += 9


def _bars(flow: Flow, paper: MixPaper) -> None:
    sheet, words = flow.sheet, flow.sheet.words
    most = max((sum(count for _key, count in team.groups) for team in paper.mix.teams), default=1)
    known = {group.key: group for group in paper.groups}
    for team in paper.mix.teams:
        flow.need(_ROW)
        name = fit(team.team, Look(10.5, bold=True), _NAME - 4, floor=7, lines=2, tall=_ROW - 1)
        sheet.lines(LEFT, flow.y + (_ROW - name.height) / 2, name)
        _bar(sheet, flow.y, team, _BARS / max(1, most), known)
        said = words("{mixed} of {known}", mixed=team.mixed, known=team.known)
        sheet.text(RIGHT, flow.y + _ROW / 2 + 1.6, said, Look(10.5, colour=INK), align="right")
        flow.y += _ROW


def _bar(sheet: Sheet, y: float, team: TeamMix, each: float, known: dict[str, Group]) -> None:
    x = LEFT + _NAME
    for key, count in team.groups:
        group = known.get(key, Group(key, key, key, MUTED, "solid"))
        for _person in range(count):
            swatch(sheet, (x, y + 1.2), (min(each, 9.0) - 0.6, _ROW - 2.4), group)
            x += min(each, 9.0)
        x += 0.8


def _history(flow: Flow, paper: MixPaper) -> None:
    """The announcements before this one, where there are any."""
    if not paper.before:
        return
    words, zone = flow.sheet.words, ZoneInfo(paper.zone)
    flow.heading(words("From announcement to announcement"), before=40)
    columns = (
        Column(words("Announced"), 62), Column(words("People who share a team with another group"), 66, "right"),
        Column(words("Pairs of different groups"), 46, "right"),
    )  # fmt: skip
    rows = []
    for mix in (*paper.before, paper.mix):
        share, at = words.number(100 * (mix.share or 0)), mix.at
        rows.append((
            words.moment(at, zone) if at else "",
            words("{mixed} of {known} ({share} %)", mixed=mix.mixed, known=mix.known, share=share),
            words("{mixed} of {known}", mixed=mix.across, known=mix.pairs),
        ))  # fmt: skip
    flow.table(columns, rows)
