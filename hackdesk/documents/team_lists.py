"""Who sits where on paper: for the wall by team and from A to Z, with phones for those who organise; who moved."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.documents.fit import LINE, MUTED, PALE, SPRUCE, Look, fit, wrap
from hackdesk.documents.flow import FOOT, LEFT, RIGHT, ROOM, Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Masthead, Printed, PrinterProfile, texts_in
from hackdesk.documents.seats import MovesPaper, Seated, SeatedTeam, TeamsPaper
from hackdesk.documents.sheet import Sheet
from hackdesk.documents.table_signs import table_words
from hackdesk.language import N_, Words, language
from hackdesk.steps import Step, no_steps

_ROLES = {"owner": N_("topic owner"), "lead": N_("lead")}
_HEAD, _LINE, _PERSON = 17.0, 7.6, 9.0  # the heights of a team's head, its people's lines and a line from A to Z
_GAP = 8.0


def print_team_lists(
    paper: TeamsPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF by team, then from A to Z. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    sheet, flow = _begun(
        words, profile, paper.masthead, words("Teams and where they sit"), beside=words("By team")
    )
    for team in paper.teams:
        _team(flow, team)
    step(1, 2)
    title = words("Where do I sit?")
    flow.new_page(title)
    flow.title(paper.masthead.name, words("By name"), title)
    flow.y += 3
    everybody = [(person, team) for team in paper.teams for person in team.people]
    for person, team in sorted(everybody, key=lambda one: words.alphabet(one[0].name)):
        _person(flow, person, team)
    flow.end()
    step(2, 2)
    return sheet.finish(path)


def print_team_phones(
    paper: TeamsPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF by team with phone numbers, for those who organise. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Teams with phone numbers")
    sheet, flow = _begun(words, profile, paper.masthead, title, private=True)
    _private(flow, words)
    columns = Column(words("Name"), 92, bold=True), Column("", 34), Column(words("Phone"), 48, bold=True)
    for team in paper.teams:
        head = " · ".join(filter(None, (team.name, table_words(team.table, words))))
        flow.heading(head, before=min(110.0, 22 + 7.0 * len(team.people)))
        flow.table(columns, [(one.name, words(_ROLES.get(one.role, "")), one.phone) for one in team.people])
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def print_moves(
    paper: MovesPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with who moved since the teams were announced. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words, zone = language(tag), ZoneInfo(paper.zone)
    sheet, flow = _begun(words, profile, paper.masthead, words("Who sits elsewhere now"))
    since = words.moment(paper.since, zone)
    said = words.many("{count} person moved since {since}", "{count} people moved since {since}",
                      len(paper.moves), since=since)  # fmt: skip
    if paper.until:
        said = words.many(
            "{count} person moved between {since} and {until}", "{count} people moved between {since} and {until}",
            len(paper.moves), since=since, until=words.moment(paper.until, zone),
        )  # fmt: skip
    flow.second(said)
    columns = (
        Column(words("Name"), 58, bold=True), Column(words("Before"), 48),
        Column(words("Now"), 48, bold=True), Column(words("Table"), 20, bold=True),
    )  # fmt: skip
    nowhere = words("no team")
    rows = [(one.name, one.away or nowhere, one.to or nowhere, one.table) for one in paper.moves]
    flow.table(columns, rows, tall=9)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def _begun(
    words: Words,
    profile: PrinterProfile,
    masthead: Masthead,
    title: str,
    *,
    beside: str = "",
    private: bool = False,
) -> tuple[Sheet, Flow]:
    sheet = Sheet(f"{title} – {masthead.name}", words, profile, author=masthead.organiser)
    foot = words("{title} – personal data, not for the wall", title=title) if private else title
    page_numbers(sheet, foot)
    flow = Flow(sheet)
    flow.new_page(title)
    flow.title(masthead.name, words("For the organisers") if private else beside, title)
    flow.second(dated(sheet, masthead))
    return sheet, flow


def _private(flow: Flow, words: Words) -> None:
    """The band that keeps the paper off the wall."""
    said = words("Holds names and phone numbers: for the organisers only. Not for the wall.")
    fitted = wrap(said, Look(10, bold=True), ROOM - 8)
    flow.y += 3
    flow.sheet.box((LEFT, flow.y), (ROOM, fitted.height + 5), fill=PALE)
    flow.sheet.lines(LEFT + 4, flow.y + 2.5, fitted)
    flow.y += fitted.height + 6


def _team(flow: Flow, team: SeatedTeam) -> None:
    """A team as it is read from two steps away: its table, its name, its people in two columns."""
    sheet, words = flow.sheet, flow.sheet.words
    rows = -(-len(team.people) // 2)
    flow.need(min(_GAP + _HEAD + rows * _LINE, FOOT - 40))
    flow.y += _GAP if flow.y > 40 else 2
    sheet.box((LEFT, flow.y), (ROOM, _HEAD - 3), fill=PALE)
    sheet.box((LEFT, flow.y), (2.4, _HEAD - 3), fill=SPRUCE)
    table = fit(table_words(team.table, words), Look(17, bold=True, colour=SPRUCE), 58, floor=10, lines=2, tall=12)
    sheet.lines(RIGHT - 4, flow.y + (_HEAD - 3 - table.height) / 2, table, align="right")
    name = fit(team.name, Look(17, bold=True), ROOM - (76 if team.table else 14), floor=11, lines=2, tall=12)
    sheet.lines(LEFT + 7, flow.y + (_HEAD - 3 - name.height) / 2, name)
    flow.y += _HEAD - 1
    for row in range(rows):
        flow.need(_LINE)
        for side, person in enumerate(team.people[row::rows][:2]):
            x, room = LEFT + 7 + side * (ROOM / 2), ROOM / 2 - 9
            role = words(_ROLES.get(person.role, ""))
            beside = Look(9, colour=MUTED)
            fitted = fit(person.name, Look(13), room - (beside.width(role) + 3 if role else 0), floor=8.5, tall=7)
            sheet.lines(x, flow.y, fitted)
            if role:
                sheet.text(x + max(map(fitted.look.width, fitted.lines)) + 2.5, flow.y + 4.7, role, beside)
        flow.y += _LINE


def _person(flow: Flow, person: Seated, team: SeatedTeam) -> None:
    sheet, words = flow.sheet, flow.sheet.words
    flow.need(_PERSON)
    table = table_words(team.table, words)
    name = fit(person.name, Look(14, bold=True), 78, floor=9, lines=2, tall=_PERSON - 0.8)
    sheet.lines(LEFT, flow.y + (_PERSON - name.height) / 2, name)
    where = fit(team.name, Look(12), 58 if table else 92, floor=8, lines=2, tall=_PERSON - 0.8)
    sheet.lines(LEFT + 82, flow.y + (_PERSON - where.height) / 2, where)
    if table:
        said = fit(table, Look(14, bold=True, colour=SPRUCE), 30, floor=8, lines=2, tall=_PERSON - 0.8)
        sheet.lines(RIGHT, flow.y + (_PERSON - said.height) / 2, said, align="right")
    flow.y += _PERSON
    sheet.rule(LEFT, flow.y, ROOM, colour=LINE)
