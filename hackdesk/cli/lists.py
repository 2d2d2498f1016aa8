"""The verb that brings in a list of registrations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people import actions, list_queries
from hackdesk.people.importing.doubts import VERDICTS, Doubt
from hackdesk.people.importing.plan import Outcome, Plan
from hackdesk.people.importing.reading import SPLITS, Decision, Reading
from hackdesk.people.importing.registrations import Problem, Registrations, without
from hackdesk.people.importing.table import read_table
from hackdesk.people.list_queries import Preview


@click.command("import")
@event_file
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--column", "mapped", multiple=True, metavar="HEADER=FIELD", help="What a column holds; repeatable.")
@click.option("--split", "split", multiple=True, metavar="HEADER=HOW",
              help="How its cells are split: comma, semicolon, line or whole; repeatable.")
@click.option("--leave-out", "left_out", multiple=True, type=int, metavar="ROW", help="Not this row; repeatable.")
@click.option("--decide", "decided", multiple=True, metavar="ROW=VERDICT",
              help="What becomes of a doubtful row, as --json lists it; repeatable.")
@click.option("--sheet", default="", help="The sheet of a spreadsheet.")
@click.option("--header-row", type=int, help="The row that names the columns; 0 where none does.")
@json_option
@refusing
def bring_in(file: Path, source: Path, dry_run: bool, as_json: bool, **wishes: Any) -> None:
    """Bring in a list of registrations, CSV or XLSX, as a form tool exports it.

    What is not said is taken as it was for the last list of that form.
    """
    table = read_table(source, sheet=wishes["sheet"], header_row=wishes["header_row"])
    with opened(file) as event:
        columns = dict(_pairs(wishes["mapped"], "HEADER=FIELD")) if wishes["mapped"] else None
        found = list_queries.preview(event, table, columns)
        reading = _wished(found, wishes)
        if reading != found.registrations.reading:
            found = list_queries.preview(event, table, found.registrations.columns, reading)
        registrations = without(found.registrations, wishes["left_out"])
        if dry_run:
            plan = list_queries.plan_of(event, registrations)
        else:
            plan = actions.bring_in(event, registrations).plan
    answer(_counted(registrations, plan), "\n".join(_told(registrations, plan)), as_json)


def _wished(found: Preview, wishes: dict[str, Any]) -> Reading:
    """What was decided before, and what is decided now."""
    reading = found.registrations.reading
    splits = {**reading.splits, **dict(_pairs(wishes["split"], "HEADER=HOW"))}
    for header, how in splits.items():
        if how not in SPLITS or header not in found.registrations.columns:
            raise HackDeskError(
                N_("The cells of “{column}” cannot be split at “{how}”."), column=header, how=how,
                remedy=N_("Name a column of the list, and comma, semicolon, line or whole."),
            )  # fmt: skip
    decisions = dict(reading.decisions)
    for row, verdict in _pairs(wishes["decided"], "ROW=VERDICT"):
        doubts = [doubt for doubt in found.plan.doubts if str(doubt.row) == row and verdict in doubt.options]
        if not doubts:
            raise HackDeskError(
                N_("“{verdict}” cannot be decided about row {row}."), verdict=verdict, row=row,
                remedy=N_("See what can with --dry-run --json."),
            )  # fmt: skip
        decisions.update({doubt.key: Decision(verdict) for doubt in doubts})
    return replace(reading, splits=splits, decisions=decisions)


def _pairs(said: tuple[str, ...], form: str) -> list[tuple[str, str]]:
    pairs = []
    for text in said:
        name, equals, value = text.rpartition("=")
        if not equals:
            raise HackDeskError(N_("“{text}” is not of the form {form}."), text=text, form=form)
        pairs.append((name, value))
    return pairs


def _counted(registrations: Registrations, plan: Plan) -> dict[str, Any]:
    return {
        "read": registrations.read,
        **{outcome.value: plan.rows(outcome) for outcome in Outcome},
        "cancelled": len(plan.cancelled),
        "left_out": [row for row, _name in plan.left_out],
        "problems": [_problem(problem) for problem in (*registrations.problems, *plan.remarks)],
        "doubts": [
            {**_problem(doubt), "kind": doubt.kind.value, "options": list(doubt.options), "verdict": doubt.verdict}
            for doubt in plan.doubts
        ],
        "columns": {header: field or None for header, field in registrations.columns.items()},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"row": problem.row, "column": problem.column, "message": problem.worded(words())}


def _told(registrations: Registrations, plan: Plan) -> Iterator[str]:
    added, updated, unchanged = (plan.rows(outcome) for outcome in Outcome)
    yield _(
        "{read} rows read: {added} added, {updated} updated, {unchanged} unchanged.",
        read=registrations.read, added=added, updated=updated, unchanged=unchanged,
    )  # fmt: skip
    if plan.cancelled:
        yield words().many("{count} comes as cancelled", "{count} come as cancelled", len(plan.cancelled))
    for problem in sorted((*registrations.problems, *plan.remarks, *plan.doubts), key=lambda one: one.row):
        yield _line(problem)


def _line(problem: Problem) -> str:
    message = problem.worded(words())
    if isinstance(problem, Doubt):
        message += f" → {_(VERDICTS[problem.verdict], mended=problem.mended)}"
    if problem.column:
        return _("Row {row}, {column}: {message}", row=problem.row, column=problem.column, message=message)
    return _("Row {row}: {message}", row=problem.row, message=message)
