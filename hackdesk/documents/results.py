"""The record of the results: what the jury signs, and what everybody may ask to see."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.documents.fit import INK, MUTED, Look, fit, wrap
from hackdesk.documents.flow import LEFT, ROOM, Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.hall_record import hall_says
from hackdesk.documents.record_proof import draw_proof
from hackdesk.documents.rules import Printed, PrinterProfile, ResultsRecord, texts_in
from hackdesk.documents.score_sheets import percent
from hackdesk.documents.sheet import Sheet
from hackdesk.jury.awards import DECIDED, computed_sentence, given_of, goes_elsewhere, substance
from hackdesk.jury.methods import METHODS
from hackdesk.jury.ranking import Results
from hackdesk.jury.rules import STATE_WORDS, Award, AwardGiven, Criterion, plain_number, rounded, shares
from hackdesk.jury.sureness import adjustment_sentences, agreement_sentences, safety_sentences, verdict
from hackdesk.jury.wording import criteria_change_sentences, difference_sentence, place_words, tie_sentence
from hackdesk.language import N_, Words, language
from hackdesk.steps import Step, no_steps

_BALLOT = N_("The score of a ballot is the weighted mean of its marks, as 0 to 100 of each criterion's range.")
_METHODS = {
    "mean": N_(
        "The score of a team is the mean of its complete ballots. A missing ballot is left out; it is never zero."
    ),
    "adjusted": N_(
        "The score of a team is the mean of its complete ballots, adjusted for which jurors gave them: least "
        "squares find how much milder or stricter than the panel each juror is. A missing ballot is never zero."
    ),
    "standardised": N_(
        "Each juror's scores are put on one scale, 100 for the juror's mean and 20 for each standard deviation "
        "above or below it. The score of a team is the mean of these. A missing ballot is never zero."
    ),
    "trimmed": N_(
        "The score of a team is the mean of its complete ballots without the highest and the lowest one."
    ),
}
_LADDER = N_(
    "Equal scores are decided by the score on the first criterion, then on each further one, then by how many "
    "jurors put one before the other where two are equal, then by a recorded vote of the jury; otherwise the "
    "place is shared."
)
_TWO_ROUNDS = N_(
    "The jury saw its finalists once more. Places 1 to {last} go by this second round alone: the marks of the "
    "first do not count for them again. The other teams follow by the first round."
)
#: Of more teams whose place the adjustment changes, the others are counted: both means stand beside each other.
_NAMED = 6


def print_results(
    record: ResultsRecord, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with the record. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(record))
    words = language(tag)
    title = words("Results – {event}", event=record.masthead.name)
    sheet = Sheet(title, words, profile, author=record.masthead.organiser)
    step(0, 1)
    page_numbers(sheet, f"{title} – {_revision(record, words)}")
    flow = Flow(sheet)
    flow.new_page()
    flow.title(record.masthead.name, dated(sheet, record.masthead), words("Record of the results"))
    _standing(flow, record, words)
    _not_published(flow, record, words)
    _places(flow, record, words)
    _sureness(flow, record, words)
    _awards(flow, record, words)
    hall_says(flow, record.hall, words)
    _method(flow, record, words)
    _not_counted(flow, record, words)
    _changes(flow, record, words)
    _signed(flow, record, words)
    draw_proof(flow, record, words)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def _revision(record: ResultsRecord, words: Words) -> str:
    if record.signed:
        return words("Revision {number}", number=record.results.revision)
    return words("Not signed yet")


def _standing(flow: Flow, record: ResultsRecord, words: Words) -> None:
    """Which revision this is, or, unmistakably, that nobody has signed it."""
    if record.sealed_at is not None:
        at = words.moment(record.sealed_at, ZoneInfo(record.zone))
        sealed = words("sealed {when}", when=at)
        flow.second(f"{_revision(record, words)} · {sealed}")
        flow.write(wrap(words("Fingerprint (SHA-256) {hash}", hash=record.hash), Look(8, colour=MUTED), ROOM))
        return
    said = words("This is a draft from the ballots as they are now. It may change and is not for publication.")
    _framed(flow, words("Not signed yet"), said)


def _framed(flow: Flow, title: str, said: str) -> None:
    flow.y += 2
    text = fit(title, Look(15, bold=True, colour=INK), ROOM - 12, floor=12, lines=1)
    below = wrap(said, Look(10), ROOM - 12)
    height = text.height + below.height + 6
    flow.sheet.box((LEFT, flow.y), (ROOM, height), line=INK, radius=2)
    flow.sheet.lines(LEFT + 6, flow.sheet.lines(LEFT + 6, flow.y + 2.5, text), below)
    flow.y += height + 1


def _not_published(flow: Flow, record: ResultsRecord, words: Words) -> None:
    """Said at the top, framed, so that nobody hangs it on the wall."""
    if record.ranking_published:
        return
    said = words(
        "Places and scores in this record are for the jury and the organisers. Outside, only the awards are told."
    )
    _framed(flow, words("Places are not published"), said)


def _places(flow: Flow, record: ResultsRecord, words: Words) -> None:
    flow.heading(words("Places"))
    results = record.results
    if results.refused:
        flow.paragraph(words(results.refused, **results.refused_values))
        return
    if results.first is not None:
        flow.paragraph(words(_TWO_ROUNDS, last=len(results.finalists)))
    _table(flow, record, results, words)
    if results.first is not None:
        flow.heading(words("First round"))
        _table(flow, record, results.first, words)


def _table(flow: Flow, record: ResultsRecord, results: Results, words: Words) -> None:
    beside = _beside(record) if results is record.results else []
    wide = 94 - 26 * len(beside)
    columns = (
        Column(words("Place"), 24, bold=True), Column(words("Team"), wide, bold=True),
        Column(words("Score"), 26, "right"), *(Column(words(title), 26, "right") for title, _scores in beside),
        Column(words("Ballots"), 30, "right"),
    )  # fmt: skip
    rows = [
        (
            place_words(place.place, place.until, place.shared), place.team, _score(place.score, words),
            *(_score(scores.get(place.team_id), words) for _title, scores in beside),
            words("{count} of {of}", count=place.ballots, of=len(record.jurors)),
        )
        for place in results.places
    ]  # fmt: skip
    rows += [
        ("–", team.name, "–", *("–" for _one in beside), words("{count} of {of}", count=0, of=len(record.jurors)))
        for team in results.without_place
    ]
    flow.table(columns, rows)
    names = {**record.names, **{place.team_id: place.team for place in results.places}}
    for tie in results.ties:
        flow.paragraph(tie_sentence(tie, names, words))


def _beside(record: ResultsRecord) -> list[tuple[str, Mapping[UUID, Fraction]]]:
    """The plain mean beside another method, the adjusted one beside the plain: what was not chosen is said too."""
    sure, method = record.confidence, record.results.method
    if sure is None:
        return []
    found = [(N_("Plain mean"), sure.plain.scores)] if method != "mean" else []
    if method != "adjusted" and sure.adjusted.scores and not sure.whole:
        found.append((N_("Adjusted mean"), sure.adjusted.scores))
    return found


def _score(score: Fraction | None, words: Words) -> str:
    if score is None:
        return "–"
    return words.number(float(rounded(score, 2)), 2)


def _sureness(flow: Flow, record: ResultsRecord, words: Words) -> None:
    """A help for the deliberation, printed with what came of it; how strict each juror is stays in the room."""
    sure = record.confidence
    if sure is None:
        return
    flow.heading(words("How sure the places are"))
    flow.paragraph(verdict(sure, words, signed=record.signed) + ".")
    flow.paragraph(" ".join(safety_sentences(sure, record.names, words)))
    agreement = agreement_sentences(sure, words)
    if agreement:
        flow.paragraph(" ".join(agreement))
    for sentence in adjustment_sentences(sure, record.names, words, _NAMED):
        flow.paragraph(sentence)


def _awards(flow: Flow, record: ResultsRecord, words: Words) -> None:
    if not record.awards:
        return
    columns = (
        Column(words("Award"), 42, bold=True), Column(words("Team"), 42),
        Column(words("Given by"), 40), Column(words("Decided"), 50),
    )  # fmt: skip
    rows = []
    for award in record.awards:
        given = given_of(award, record.given)
        giver = "\n".join(filter(None, (award.giver, substance(award, words))))
        for one in given or (None,):
            nobody = words("not given") if award.none_given else words("not decided yet")
            team = one.team_name if one else nobody
            rows.append((award.name, team, giver, _decision(record, award, one, words)))
    # A short table is not broken over two pages: its heading goes with it.
    flow.heading(words("Awards"), before=min(24 + 14 * len(rows), 100))
    flow.table(columns, rows)


def _decision(record: ResultsRecord, award: Award, one: AwardGiven | None, words: Words) -> str:
    """Who decided and why; where it goes elsewhere than its place, both the place and the decision."""
    decided = (words(DECIDED.get(one.decided, one.decided)), one.reason) if one else (award.none_given,)
    moved = goes_elsewhere(award, record.given, record.results.places) and bool(one or award.none_given)
    computed = computed_sentence(award, record.results.places, words) if moved else ""
    return "\n".join(filter(None, (*decided, computed)))


def _method(flow: Flow, record: ResultsRecord, words: Words) -> None:
    flow.heading(words("How it was worked out"))
    if record.results.method in _METHODS:
        title = METHODS[record.results.method].title
        flow.paragraph(words("Method: {method}.", method=words(title)))
        flow.paragraph(words(_BALLOT))
        flow.paragraph(words(_METHODS[record.results.method]))
    flow.paragraph(words(_LADDER))
    if record.first_criteria:
        flow.paragraph(words("Criteria of the first round:"))
        _criteria(flow, record.first_criteria, words)
        flow.paragraph(words("Criteria of the second round:"))
    _criteria(flow, record.criteria, words)
    for change in record.criteria_changes:
        at = words.moment(change.at, ZoneInfo(record.zone))
        flow.paragraph(words("Criteria changed {when}: {reason}", when=at, reason=change.reason), mark=True)
        did = criteria_change_sentences(change.what, words)
        if did:
            flow.paragraph(". ".join(one.rstrip(".") for one in did) + ".")


def _criteria(flow: Flow, criteria: tuple[Criterion, ...], words: Words) -> None:
    """The criteria in the order that decides ties."""
    if not criteria:
        return
    given = shares(criteria)
    columns = (
        Column(words("Criterion"), 88, bold=True), Column(words("Marks"), 30, "right"),
        Column(words("Weight"), 26, "right"), Column(words("Share"), 30, "right"),
    )  # fmt: skip
    flow.table(
        columns,
        [
            (
                criterion.name, f"{plain_number(criterion.lowest)}–{plain_number(criterion.highest)}",
                plain_number(criterion.weight), percent(given[criterion.id], words),
            )
            for criterion in criteria
        ],
    )  # fmt: skip


def _not_counted(flow: Flow, record: ResultsRecord, words: Words) -> None:
    first = record.results.first
    flow.heading(words("Ballots that do not count"))
    if first is not None:
        flow.paragraph(words("First round:"))
        _missing(flow, first, words)
        flow.paragraph(words("Second round:"))
    _missing(flow, record.results, words)


def _missing(flow: Flow, results: Results, words: Words) -> None:
    if not results.missing:
        flow.paragraph(words("None: every juror scored every team."))
        return
    titles = (words("Team"), 56), (words("Juror"), 44), (words("State"), 30), (words("Reason"), 44)
    columns = [Column(title, width) for title, width in titles]
    rows = [(one.team, one.juror, words(STATE_WORDS[one.state]), one.reason) for one in results.missing]
    flow.table(columns, rows)


def _changes(flow: Flow, record: ResultsRecord, words: Words) -> None:
    if not record.reason and not record.changes:
        return
    flow.heading(words("What this revision changes"))
    if record.reason:
        flow.paragraph(record.reason, mark=True)
    for change in record.changes:
        # Noto Sans has no arrow.
        flow.paragraph(difference_sentence(change, words).replace("→", "›"))


def _signed(flow: Flow, record: ResultsRecord, words: Words) -> None:
    if not record.signed:
        return
    flow.heading(words("Signatures of the jury"), before=min(12 + 21.0 * (len(record.jurors) + 1) / 2, 200))
    chair_first = sorted(record.jurors, key=lambda juror: not juror.chair)
    # Not inside an f-string: the translators' list is made from plain calls.
    chair = words("chair of the jury")
    flow.signatures([f"{juror.name}, {chair}" if juror.chair else juror.name for juror in chair_first])
