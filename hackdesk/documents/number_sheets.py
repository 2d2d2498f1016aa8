"""What a funder or an organiser wants to count with, as tables: numbers, attendance, feedback forms, results.

Feedback forms are given as counts only, by the same rules as in the report; the results as they were signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hackdesk.documents.report_values import FunderReport
from hackdesk.documents.report_wording import figure_values, outcomes
from hackdesk.jury.panel import Panel, panel_of
from hackdesk.jury.seal import Sealed
from hackdesk.language import N_, Words
from hackdesk.people.rules import Group, Person
from hackdesk.spreadsheets import Table

#: The tables there are, in their order, each with what it is called.
TITLES = {
    "numbers": N_("Numbers"),
    "attendance": N_("Attendance by day"),
    "forms": N_("Feedback forms"),
    "results": N_("Results"),
}
Cell = str | int | float | None


@dataclass(frozen=True)
class Counted:
    """What the tables are made of. here: who came; days: of the event; sealed: what the jury signed, if it did."""

    report: FunderReport
    here: tuple[Person, ...]
    groups: tuple[Group, ...]
    days: tuple[date, ...]
    sealed: Sealed | None = None


def tables(counted: Counted, words: Words, *, wanted: Iterable[str] = ()) -> tuple[Table, ...]:
    """The tables that have something in them.

    wanted: their keys; without it all but results whose places are not published, as with the record on paper.
    """
    chosen = tuple(wanted) or tuple(
        key for key in TITLES if key != "results" or (counted.sealed and counted.sealed.ranking_published)
    )
    made = {"numbers": _numbers, "attendance": _attendance, "forms": _forms, "results": _results}
    found = (
        Table(key, words(TITLES[key]), *made[key](counted, words)) for key in TITLES if key in chosen
    )
    return tuple(table for table in found if table.rows)


_Made = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]


def _numbers(counted: Counted, words: Words) -> _Made:
    report = counted.report
    rows: list[tuple[Cell, ...]] = []
    for number, label, _note in figure_values(report, words):
        rows.append((words("Figures"), label, int(number) if number.isdecimal() else None))
    for day in report.turnout.days:
        rows.append((words("People by day"), words.day(day.day), day.came))
    for one in report.groups:
        rows.append((words("People by stakeholder group"), one.group.name, one.people))
    if report.no_group:
        rows.append((words("People by stakeholder group"), words("not named"), report.no_group))
    rows += _from_where(report, words)
    rows += _met(report, words)
    for title, parts in outcomes(report, words):
        rows += [(title, label, count) for _state, label, count in parts]
    return (words("What"), words("Of it"), words("Number")), tuple(rows)


def _from_where(report: FunderReport, words: Words) -> Iterable[tuple[Cell, ...]]:
    title, (others, people) = words("People by municipality"), report.places.others
    for name, count in report.places.named:
        yield title, name, count
    if others:
        yield title, words.many("{count} other", "{count} others", others), people
    if report.places.unsaid:
        yield title, words("not named"), report.places.unsaid


def _met(report: FunderReport, words: Words) -> Iterable[tuple[Cell, ...]]:
    """Who worked with whom; a cell that is hidden on paper is hidden here."""
    mixed, names = report.mix, {group.key: group.name for group in report.met.groups}
    yield words("Who worked with whom"), words("people with another group than their own in the team"), mixed.mixed
    yield words("Who worked with whom"), words("people in teams who name a group"), mixed.known
    for (one, other), cell in report.met.cells.items():
        label = f"{names[one]} – {names[other]}"
        yield words("Pairs in one team"), label, words("under 5") if cell.hidden else cell.pairs


def _attendance(counted: Counted, words: Words) -> _Made:
    names = {group.key: group.name for group in counted.groups}
    header = (
        words("Name"), words("Organisation"), words("Municipality"), words("Groups"),
        *(words.day(day) for day in counted.days), words("Days"),
    )  # fmt: skip
    people = sorted(counted.here, key=lambda one: (words.alphabet(one.family_name or one.name), one.name))
    return header, tuple(_person(one, counted.days, names) for one in people)


def _person(person: Person, days: Sequence[date], names: dict[str, str]) -> tuple[Cell, ...]:
    here = [1 if person.on(day) else None for day in days]
    groups = ", ".join(names.get(key, key) for key in person.groups)
    return person.name, person.organisation, person.municipality, groups, *here, here.count(1)


def _forms(counted: Counted, words: Words) -> _Made:
    header = (words("Question"), words("Group"), words("Answers"), words("Mean"), "1", "2", "3", "4", "5")
    rows: list[tuple[Cell, ...]] = []
    for one in counted.report.voice.questions:
        if one.mean is None:
            continue
        rows.append((words(one.text), words("all"), one.answers, round(float(one.mean), 2), *one.counts))
        nothing = (None,) * len(one.counts)
        for name, count, mean in one.groups:
            rows.append((words(one.text), name, count, round(float(mean), 2), *nothing))
    return header, tuple(rows)


def _results(counted: Counted, words: Words) -> _Made:
    sealed = counted.sealed
    if sealed is None:
        return (), ()
    panel = panel_of(sealed.judging)
    awards: dict[str, list[str]] = {}
    for given in sealed.given:
        awards.setdefault(given.team_name, []).append(given.award.name)
    header = (
        words("Place"), words("Team"), words("Score"), words("Ballots"),
        *(criterion.name for criterion in sealed.judging.criteria), words("Awards"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for place in sealed.results.places:
        at: Cell = place.place if not place.shared else f"{place.place}–{place.until or place.place}"
        given_to = ", ".join(awards.get(place.team, ()))
        means = _means(panel, place.team_id, len(sealed.judging.criteria))
        rows.append((at, place.team, round(float(place.score), 2), place.ballots, *means, given_to))
    return header, tuple(rows)


def _means(panel: Panel, team_id: UUID, criteria: int) -> tuple[Cell, ...]:
    """A team's mean on each criterion, 0 to 100; nothing for one that the last round did not see."""
    team = panel.number.get(team_id)
    if team is None:
        return (None,) * criteria
    return tuple(round(float(panel.criterion_mean(team, number)), 2) for number in range(criteria))
