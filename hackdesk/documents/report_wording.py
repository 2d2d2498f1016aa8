"""What the funder's report says in sentences and labels."""

from __future__ import annotations

from hackdesk.documents.report_values import FunderReport
from hackdesk.follow_up.aftermath import OUTCOME_WORDS, PROMISE_WORDS
from hackdesk.follow_up.rules import CommitmentState
from hackdesk.language import N_, Words

STATE_WORDS = {
    CommitmentState.OPEN: N_("open"),
    CommitmentState.DONE: N_("done"),
    CommitmentState.DROPPED: N_("given up"),
}


#: The same by their plain names, topics also while nobody has said what became of them.
COMMITMENTS = {str(state): said for state, said in STATE_WORDS.items()}
PROMISES = {str(state): said for state, said in PROMISE_WORDS.items()}
TOPICS = {**{str(state): said for state, said in OUTCOME_WORDS.items()}, "untold": N_("not told yet")}


def outcomes(report: FunderReport, words: Words) -> tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]:
    """What came of it: (title, ((state, its word, how many), …)) of commitments, promises and topics."""
    after = report.after
    topics = (*after.topics, *((("untold", after.untold),) if after.untold else ()))
    parts = (
        (words("Commitments of the teams"), COMMITMENTS, after.commitments),
        (words("Promises of partners"), PROMISES, after.promises),
        (words("Topics"), TOPICS, topics),
    )
    return tuple(
        (title, tuple((state, words(said[state]), count) for state, count in counted))
        for title, said, counted in parts
    )


def figure_values(report: FunderReport, words: Words) -> tuple[tuple[str, str, str], ...]:
    """The large figures of the first page: number, label, note."""
    turnout, after, jury = report.turnout, report.after, report.jury
    commitments, promises = dict(after.commitments), dict(after.promises)
    topics = sum(count for _state, count in after.topics) + after.untold
    named = (
        (turnout.came, words.many("person came", "people came", turnout.came), ""),
        (turnout.registered, words("registered"),
         words("{count} cancelled", count=turnout.cancelled) if turnout.cancelled else ""),
        (turnout.walk_ins, words("came unregistered"), ""),
        (turnout.no_shows, words("did not come"), ""),
        (report.places.municipalities or None,
         words.many("municipality", "municipalities", report.places.municipalities), ""),
        (len(report.groups), words.many("stakeholder group", "stakeholder groups", len(report.groups)), ""),
        (topics, words.many("topic", "topics", topics),
         words("{count} with a team", count=after.with_team) if topics else ""),
        (len(report.teams), words.many("team", "teams", len(report.teams)),
         words.many("{count} person", "{count} people", report.mix.people) if report.teams else ""),
        (jury.jurors, words.many("juror", "jurors", jury.jurors),
         words.many("{count} ballot", "{count} ballots", jury.ballots) if jury.ballots else ""),
        (len(jury.awards), words.many("award given", "awards given", len(jury.awards)), ""),
        (sum(commitments.values()), words.many("commitment", "commitments", sum(commitments.values())),
         words("{count} done", count=commitments.get("done", 0)) if commitments else ""),
        (sum(promises.values()),
         words.many("partner's promise", "partners' promises", sum(promises.values())),
         words("{count} kept", count=promises.get("kept", 0)) if promises else ""),
    )  # fmt: skip
    return tuple(("–" if number is None else words.number(number), label, note) for number, label, note in named)


def summary_words(report: FunderReport, words: Words) -> str:
    """The report's main numbers in one line."""
    promised = sum(count for _state, count in report.after.commitments)
    came, teams, forms = report.turnout.came, len(report.teams), report.voice.forms
    return " · ".join((
        words.many("{count} person came", "{count} people came", came),
        words.many("{count} team", "{count} teams", teams),
        words.many("{count} commitment", "{count} commitments", promised),
        words.many("{count} feedback form", "{count} feedback forms", forms),
    ))  # fmt: skip


def counted_words(report: FunderReport, words: Words) -> str:
    """The definitions, as somebody who reads the report needs them."""
    return " ".join((
        words("Who came was checked in on at least one day. Who is of two stakeholder groups counts in both."),
        words(
            "Counted for the teams as they were announced last. A person counts as mixed who has at least one "
            "teammate with whom they have no stakeholder group in common. Who names no group is left out on both "
            "sides; who names several is of the same group as anybody who shares one of them."
        ),
        words(
            "A pair is two people who sat in one team. Fewer than five pairs of two groups are not shown by "
            "number, nor is what fewer than five people said, so that nobody can be recognised."
        ),
    ))  # fmt: skip


def voice_words(report: FunderReport, words: Words) -> tuple[str, ...]:
    """How many answered, and what is not shown."""
    voice, came = report.voice, report.turnout.came
    said = [
        words.many(
            "{count} person filled in the anonymous form.", "{count} people filled in the anonymous form.",
            voice.forms,
        )
    ]
    if came >= voice.forms > 0:
        said[0] = words.many(
            "{count} person of {came} filled in the anonymous form ({share} %).",
            "{count} people of {came} filled in the anonymous form ({share} %).",
            voice.forms, came=came, share=words.number(100 * voice.forms / came),
        )  # fmt: skip
    if not voice.questions:
        said.append(words("Fewer than five forms are not shown, so that nobody can be recognised."))
    elif voice.hidden == voice.forms:
        said.append(words("By stakeholder group nothing is shown: too few answered in each."))
    elif voice.hidden:
        said.append(words.many(
            "{count} form is counted only in the whole: too few answered in its group.",
            "{count} forms are counted only in the whole: too few answered in their groups.", voice.hidden,
        ))  # fmt: skip
    if voice.written:
        said.append(words.many(
            "{count} person also wrote what should be done differently; the organisers read it.",
            "{count} people also wrote what should be done differently; the organisers read it.", voice.written,
        ))  # fmt: skip
    return tuple(said)
