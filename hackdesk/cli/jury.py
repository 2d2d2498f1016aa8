"""Verbs of the jury: ballots, results, seal, reopen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.jury import actions, queries
from hackdesk.jury.ballot_file import ballot_lines
from hackdesk.jury.confidence import Confidence
from hackdesk.jury.methods import METHODS
from hackdesk.jury.queries import ResultsShown
from hackdesk.jury.ranking import Results
from hackdesk.jury.rules import STATE_WORDS, mark_of, rounded
from hackdesk.jury.sureness import adjustment_sentences, safety_sentences, span_words, verdict, without_sentences
from hackdesk.jury.wording import difference_sentence, place_words, tie_sentence
from hackdesk.language import N_

_method = click.option("--method", type=click.Choice(tuple(METHODS)), default=None,
                       help="How ballots become a team's score; the event's own where none is named.")  # fmt: skip


@click.group("ballots")
@event_file
@click.pass_context
def ballots(context: click.Context, file: Path) -> None:
    """Ballots of the event FILE."""
    context.obj = file


@ballots.command("import")
@click.argument("csv", type=click.Path(path_type=Path))
@click.option("--create", is_flag=True, help="Make jurors, teams and criteria that are not there yet.")
@click.option("--range", "limits", type=str, nargs=2, default=("1", "5"), show_default=True, metavar="LO HI",
              help="The lowest and highest mark of criteria that are made.")  # fmt: skip
@json_option
@click.pass_obj
@refusing
def import_ballots(file: Path, csv: Path, create: bool, limits: tuple[str, str], as_json: bool) -> None:
    """Take in ballots in long form: juror,team,criterion,mark, one line for each mark."""
    lines, made = ballot_lines(csv), _create(limits) if create else None
    with opened(file) as event:
        receipt = actions.import_ballots(event, lines, create=made)
    problems = [
        {
            "row": problem.row,
            "column": problem.column,
            "message": words()(problem.sentence, **problem.values),
        }
        for problem in receipt.problems
    ]
    sentences = [
        _(
            "{read} lines read: {complete} ballots complete, {open} open.",
            read=receipt.read, complete=receipt.complete, open=receipt.open,
        ),
        *(_("Row {row}, {column}: {message}", **problem) for problem in problems),
    ]  # fmt: skip
    counts = {key: getattr(receipt, key) for key in ("read", "complete", "open", "set_aside")}
    created = {key: list(getattr(receipt, key)) for key in ("jurors", "teams", "criteria")}
    answer({**counts, "created": created, "problems": problems}, "\n".join(sentences), as_json)


@click.command("results")
@event_file
@_method
@json_option
@refusing
def show_results(file: Path, method: str | None, as_json: bool) -> None:
    """Places, best first: of the sealed revision while one stands, else of the ballots as they are."""
    with opened(file) as event:
        shown = queries.results_shown(event, method)
    answer(_plain(shown), _said(shown), as_json)


@click.command("seal")
@event_file
@_method
@json_option
@refusing
def seal(file: Path, method: str | None, as_json: bool) -> None:
    """Sign and close the results as a numbered revision."""
    with opened(file) as event:
        sealed = actions.seal_results(event, method=method)
    changes = [difference_sentence(change, words()) for change in sealed.changes]
    answer(
        {
            "revision": sealed.number,
            "hash": sealed.hash,
            "sealed_at": sealed.sealed_at,
            "reason": sealed.reason,
            "changes": changes,
        },
        "\n".join([_("Sealed as revision {number}.", number=sealed.number), sealed.hash, *changes]),
        as_json,
    )


@click.command("reopen")
@event_file
@click.option("--reason", required=True, help="Why; it stands in the record.")
@json_option
@refusing
def reopen(file: Path, reason: str, as_json: bool) -> None:
    """Open sealed results again; the revision stays readable."""
    with opened(file) as event:
        sealed = actions.reopen_results(event, reason)
    answer(
        {"revision": sealed.number, "open": True, "reason": sealed.reopened_because},
        _("Revision {number} stays readable; the results are open again.", number=sealed.number),
        as_json,
    )


def _create(limits: tuple[str, str]) -> actions.Create:
    lowest, highest = (mark_of(limit) for limit in limits)
    if lowest is None or highest is None:
        raise HackDeskError(N_("The range is two numbers, as in --range 1 5."))
    return actions.Create(lowest, highest)


def _plain(shown: ResultsShown) -> dict[str, Any]:
    results, sure = shown.results, shown.confidence
    return {
        "method": results.method,
        "revision": results.revision,
        "round": results.round,
        "finalists": [shown.names[team] for team in results.finalists],
        "places": _plain_places(results),
        "missing": _plain_missing(results),
        "first_round": (
            {"places": _plain_places(results.first), "missing": _plain_missing(results.first)}
            if results.first else None
        ),
        "refused": words()(results.refused, **results.refused_values) or None,
        "how_sure": _plain_sureness(sure, shown.names, signed=results.revision is not None) if sure else None,
    }


def _plain_places(results: Results) -> list[dict[str, Any]]:
    return [
        {
            "place": place.place,
            "team": place.team,
            "score": place.score,
            "ballots": place.ballots,
            "shared": place.shared,
        }
        for place in results.places
    ]


def _plain_missing(results: Results) -> list[dict[str, Any]]:
    return [{"juror": one.juror, "team": one.team, "state": one.state} for one in results.missing]


def _plain_sureness(sure: Confidence, names: Mapping[UUID, str], *, signed: bool) -> dict[str, Any]:
    return {
        "verdict": verdict(sure, words(), signed=signed),
        "doubts": list(sure.doubts),
        "said": [*safety_sentences(sure, names, words()), *adjustment_sentences(sure, names, words())],
        "plain_mean": {names[team]: score for team, score in sure.plain.scores.items()},
        "adjusted_mean": {names[team]: score for team, score in sure.adjusted.scores.items()},
        "kendall_w": sure.kendall[0] if sure.kendall else None,
        "icc_2_k": sure.icc,
        "left_out": {names[juror]: said for juror, said in without_sentences(sure, names, words()).items()},
        "places_without_a_juror": {names[team]: span_words(span) for team, span in sure.places.items()},
        "places_still_possible": {names[team]: span_words(span) for team, span in sure.possible.items()},
        "jurors": {names[one.juror_id]: one.points for one in sure.leanings},
    }


def _said(shown: ResultsShown) -> str:
    results, sure = shown.results, shown.confidence
    refused = words()(results.refused, **results.refused_values)
    if results.refused and not results.places:
        return refused
    names, last = shown.names, len(results.finalists)
    lines = [refused] if results.refused else []
    if last:
        lines.append(_("Places 1 to {last} go by the second round, the others by the first.", last=last))
    lines += [
        f"{place_words(place.place, place.until, place.shared):>5}  "
        f"{words().number(float(rounded(place.score)), 1):>5}  {place.team}"
        for place in results.places
    ]
    lines += [tie_sentence(tie, names, words()) for tie in results.ties]
    lines += [
        f"{missing.juror} – {missing.team}: {words()(STATE_WORDS[missing.state])}" for missing in results.missing
    ]
    if sure:
        said = safety_sentences(sure, shown.names, words()) + adjustment_sentences(sure, shown.names, words())
        lines += ["", verdict(sure, words(), signed=results.revision is not None), *said]
    return "\n".join(lines)


COMMANDS = {"ballots": ballots, "results": show_results, "seal": seal, "reopen": reopen}
