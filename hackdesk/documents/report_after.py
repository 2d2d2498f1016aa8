"""The report's pages about what came of it: teams, jury, promises, topics, and what people said."""

from __future__ import annotations

from collections.abc import Iterable

from hackdesk.documents.fit import INK, MUTED, Look, fit, wrap
from hackdesk.documents.flow import LEFT, RIGHT, ROOM, Column, Flow
from hackdesk.documents.plots import Part, heads, legend, shares
from hackdesk.documents.report_numbers import Said
from hackdesk.documents.report_values import FunderReport, JuryNumbers, TeamLine
from hackdesk.documents.report_wording import outcomes, voice_words
from hackdesk.language import Words

_SECOND = Look(9, colour=MUTED)
_SMALL = Look(10, bold=True)
#: How far something is: done is full, under way is striped, waiting is dotted, given up is pale.
_FULL, _UNDER_WAY, _WAITING, _PALE = ("#1E6B57", "solid"), ("#2B5C9E", "horizontal"), ("#B7791F", "dots"), (
    "#D9D7CF", "solid")  # fmt: skip
_LOOKS = {
    "done": _FULL, "kept": _FULL, "goes_on": _UNDER_WAY, "open": _UNDER_WAY, "waits": _WAITING,
    "dropped": _PALE, "broken": _PALE, "ended": _PALE, "untold": ("#F1F0EB", "diagonal"),
}  # fmt: skip
#: From "not at all" to "very much": dark and striped, light, grey, light, dark.
_MARKS = (("#9F4708", "diagonal"), ("#E8B98F", "horizontal"), ("#E3E1D9", "solid"), ("#9CC7B9", "solid"),
          ("#1E6B57", "solid"))  # fmt: skip
_ASKED, _MEAN = 62.0, 16.0
_TEAM, _HEADS, _AWARD = 62.0, 58.0, 40.0


def draw_teams(flow: Flow, report: FunderReport) -> None:
    """Every team with its topic, a field for each of its people, and what it was awarded.

    Not whose field is of which group: that would give away the pairs that the matrix hides.
    """
    sheet, words = flow.sheet, flow.sheet.words
    flow.heading(words("Teams"), before=44)
    if not report.teams:
        flow.write(wrap(words("There are no teams yet."), _SECOND, ROOM))
        return
    flow.write(wrap(words("A field stands for a person."), _SECOND, ROOM), after=1)
    most = max(team.people for team in report.teams)
    awards = _AWARD if any(team.awards for team in report.teams) else 0.0
    sheet.rule(LEFT, flow.y, ROOM, colour=INK, thick=0.9)
    for team in report.teams:
        _team(flow, team, most, awards)


def _team(flow: Flow, team: TeamLine, most: int, awards: float) -> None:
    """One line. most: people of the largest team; awards: the room of the last column, 0 where nobody got one."""
    sheet, wide = flow.sheet, _TEAM + (0 if awards else _AWARD)
    name = fit(team.name, Look(9.5, bold=True), wide - 4, floor=8.5, lines=3)
    topic = fit(team.topic, Look(8, colour=MUTED), wide - 4, floor=7.5, lines=3)
    award = wrap("\n".join(team.awards), Look(9), awards or 1)
    left = name.height + (topic.height if team.topic else 0)
    tall = max(left, award.height, 5.4) + 2
    flow.need(tall)
    y = flow.y
    at = sheet.lines(LEFT, y + (tall - left) / 2, name)
    if team.topic:
        sheet.lines(LEFT, at, topic)
    heads(sheet, (LEFT + wide, y + (tall - 4.6) / 2), _HEADS, team.people, most)
    at = RIGHT - awards - (4 if awards else 0)
    sheet.text(at, y + tall / 2 + 1.25, sheet.words.number(team.people), Look(9.5, bold=True), align="right")
    sheet.lines(RIGHT - awards, y + (tall - award.height) / 2, award)
    flow.y = y + tall
    sheet.rule(LEFT, flow.y, ROOM)


def draw_jury(flow: Flow, report: FunderReport) -> None:
    """How it was judged, the awards, and places where they are published."""
    words, jury = flow.sheet.words, report.jury
    flow.heading(words("Jury and awards"), before=26 + min(60, 11 * len(jury.awards)))
    flow.write(wrap(_jury_words(jury, words), Look(10.5, leading=1.4), ROOM), after=1)
    if jury.awards:
        columns = [("name", words("Award"), 46.0), ("what", words("What it is"), 54.0),
                   ("giver", words("Given by"), 34.0), ("team", words("Went to"), 40.0)]  # fmt: skip
        columns = [one for one in columns if any(getattr(award, one[0]) for award in jury.awards)]
        spare = (ROOM - sum(width for *_rest, width in columns)) / len(columns)
        titles = [Column(title, width + spare, bold=key == "name") for key, title, width in columns]
        flow.table(titles, [[getattr(award, key) for key, *_rest in columns] for award in jury.awards])
    if jury.places:
        said = "; ".join(f"{_place(one.place, one.until)} {one.team}" for one in jury.places)
        flow.write(wrap(words("Places: {places}.", places=said), Look(9.5, leading=1.4), ROOM), after=1)


def _place(first: int, last: int) -> str:
    return f"{first}." if first == last else f"{first}.–{last}."


def _jury_words(jury: JuryNumbers, words: Words) -> str:
    if jury.sealed_at is None:
        return words("The results are not signed yet.")
    said = words.many(
        "{count} juror handed in {ballots} ballots by {criteria} criteria and signed the results.",
        "{count} jurors handed in {ballots} ballots by {criteria} criteria and signed the results.",
        jury.jurors, ballots=jury.ballots, criteria=jury.criteria,
    )  # fmt: skip
    unpublished = words("In which order the teams came was not published.")
    return said if jury.published else f"{said} {unpublished}"


def draw_after(flow: Flow, report: FunderReport) -> None:
    """Commitments, partners' promises and topics by what became of them, and the contacts made."""
    words, after = flow.sheet.words, report.after
    lines = [
        (title, [Part(label, count, *_LOOKS[state]) for state, label, count in counted])
        for title, counted in outcomes(report, words)
    ]
    flow.heading(words("What came of it"), before=40)
    if not any(parts for _title, parts in lines):
        flow.write(wrap(words("Nothing is written down yet."), _SECOND, ROOM))
    for title, parts in lines:
        if parts:
            _line(flow, title, parts)
    said = []
    if after.overdue:
        late = words.many("{count} commitment is overdue.", "{count} commitments are overdue.", after.overdue)
        said.append(late)
    if after.returning:
        said.append(words.many(
            "{count} topic returns at the next edition.", "{count} topics return at the next edition.",
            after.returning,
        ))  # fmt: skip
    made, planned = after.contacts
    if planned:
        said.append(words("Of {planned} contacts planned with teams after the event, {made} were made.",
                          planned=planned, made=made))  # fmt: skip
    if said:
        flow.write(wrap(" ".join(said), _SECOND, ROOM))


def _line(flow: Flow, title: str, parts: list[Part]) -> None:
    flow.need(22)
    sheet, whole = flow.sheet, sum(part.value for part in parts)
    y = flow.y
    sheet.lines(LEFT, y, wrap(title, _SMALL, ROOM - 20))
    sheet.text(RIGHT, y + 4, sheet.words.number(whole), _SMALL, align="right")
    shares(sheet, (LEFT, y + 6), (ROOM, 6.4), parts)
    flow.y = legend(sheet, (LEFT, y + 14.4), ROOM, parts) + 2.5


def draw_voice(flow: Flow, report: FunderReport) -> None:
    """What people said on the form: the spread and the mean of each question, groups where enough answered."""
    words, voice = flow.sheet.words, report.voice
    flow.heading(words("What people said"), before=62)
    if not voice.forms:
        flow.write(wrap(words("No feedback forms were taken in."), _SECOND, ROOM))
        return
    flow.write(wrap(" ".join(voice_words(report, words)), Look(10, leading=1.36), ROOM), after=2)
    if not voice.questions:
        return
    scale = (words("1, not at all"), "2", "3", "4", words("5, very much"))
    parts = [Part(name, 0, *look) for name, look in zip(scale, _MARKS, strict=True)]
    flow.y = legend(flow.sheet, (LEFT, flow.y), ROOM - _MEAN, parts, counts=False)
    flow.sheet.text(RIGHT, flow.y - 3.1, words("Mean"), Look(8, colour=MUTED), align="right")
    for one in voice.questions:
        _question(flow, one)
    _by_group(flow, voice.questions)


def _question(flow: Flow, one: Said) -> None:
    sheet, words, tall = flow.sheet, flow.sheet.words, 10.4
    flow.need(tall)
    text = fit(words(one.text), Look(9.5), _ASKED - 4, floor=9, lines=3, tall=tall - 0.6)
    sheet.lines(LEFT, flow.y + (tall - text.height) / 2, text)
    parts = [Part("", count, *look) for count, look in zip(one.counts, _MARKS, strict=True)]
    shares(sheet, (LEFT + _ASKED, flow.y + 2), (ROOM - _ASKED - _MEAN, tall - 4), parts)
    mean = words.number(float(one.mean), 1) if one.mean is not None else "–"
    sheet.text(RIGHT, flow.y + tall / 2 + 2, mean, Look(14, bold=True), align="right")
    flow.y += tall


def _by_group(flow: Flow, questions: Iterable[Said]) -> None:
    """The means of each group that may be shown, a column a question."""
    words, questions = flow.sheet.words, tuple(questions)
    names = list(dict.fromkeys(name for one in questions for name, _answers, _mean in one.groups))
    if not names:
        return
    flow.y += 3
    first = 50.0
    each = (ROOM - first) / len(questions)
    titles = (Column(words("Mean by group"), first, bold=True),
              *(Column(words(one.text), each, "right") for one in questions))  # fmt: skip
    rows = []
    for name in names:
        found = [next(((a, mean) for who, a, mean in one.groups if who == name), None) for one in questions]
        cells = [f"{words.number(float(mean), 1)} ({answers})" if answers else "–" for answers, mean in
                 (one or (0, 0) for one in found)]  # fmt: skip
        rows.append((name, *cells))
    flow.table(titles, rows)
    flow.write(wrap(words("In brackets: how many answered."), _SECOND, ROOM))
