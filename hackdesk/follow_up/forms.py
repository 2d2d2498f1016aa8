"""What people say of the event on an anonymous form of five questions, counted so that nobody is recognised.

A group is shown by itself only with at least five answers (primary suppression). Where fewer than five answers in
all would be hidden, they could be worked out from the total; then the smallest shown groups are hidden too until
the hidden ones are five or more (secondary suppression; Hundepool et al., Statistical Disclosure Control, 2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words

#: So many answers a group needs to be shown by itself.
LEAST = 5
#: The marks of a question: 1, not at all, to 5, very much.
MARKS = (1, 2, 3, 4, 5)
#: What the first and the last of them mean, in words.
ENDS = (N_("not at all"), N_("very much"))
QUESTIONS = 5
#: So many signs of an answer in words are kept.
LONGEST_WORDS = 2000


@dataclass(frozen=True)
class Question:
    """key: under which its answers are kept. free: answered in words; otherwise by a mark."""

    key: str
    text: str
    free: bool = False


_USUAL = (
    Question("met", N_("I worked with people I would not have met otherwise.")),
    Question("learnt", N_("I understand better how others see the matter.")),
    Question("real", N_("I think that our team's idea will be carried out.")),
    Question("again", N_("I would come again.")),
    Question("better", N_("What should be done differently next time?"), free=True),
)


@dataclass(frozen=True)
class Answer:
    """One filled-in form. group: key of a stakeholder group, "" where none was named."""

    group: str
    marks: Mapping[str, int]
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """The marks of one question in one group. counts: how many gave 1, 2 … 5."""

    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        """How many marked it."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction | None:
        """The mean mark, exact; None without a mark."""
        total = sum(mark * count for mark, count in zip(MARKS, self.counts, strict=True))
        return Fraction(total, self.answers) if self.answers else None


@dataclass(frozen=True)
class Voices:
    """What all forms say together. forms: how many were filled in; total: {question: tally of all}.

    groups: {group: (forms, {question: tally})} of those that may be shown; a question that too few of a group have
    marked is left out. hidden: how many forms stand in no group shown. said: {question: what was written}, in the
    order of the alphabet, so that the order of entry tells nothing.
    """

    forms: int
    total: Mapping[str, Tally]
    groups: Mapping[str, tuple[int, Mapping[str, Tally]]]
    hidden: int
    said: Mapping[str, tuple[str, ...]]


def questions_of(stored: Mapping[str, object], words: Words) -> tuple[Question, ...]:
    """The event's questions: its own wordings where it has some, else the usual ones in its language."""
    own = own_texts(stored)
    return tuple(Question(one.key, own.get(one.key) or words(one.text), one.free) for one in _USUAL)


def own_texts(stored: Mapping[str, object]) -> dict[str, str]:
    """{key of a question: the event's own wording}, of those that are not as usual."""
    texts = stored.get("texts")
    return {str(key): str(text) for key, text in texts.items() if text} if isinstance(texts, dict) else {}


def checked_answer(answer: Answer) -> Answer:
    """The same, trimmed. Raises HackDeskError for a mark that is none, or a form without any answer."""
    keys = {one.key: one.free for one in _USUAL}
    for key, mark in answer.marks.items():
        if keys.get(key, True) or mark not in MARKS:
            raise HackDeskError(N_("{mark} is no mark: they go from 1 to 5."), mark=mark)
    free = {key: " ".join(text.split()) for key, text in answer.words.items() if keys.get(key, False)}
    said = {key: text[:LONGEST_WORDS] for key, text in free.items() if text}
    if not answer.marks and not said:
        raise HackDeskError(
            N_("Nothing is filled in on this form."), remedy=N_("Give at least one mark, or leave the form out.")
        )
    return Answer(answer.group, dict(answer.marks), said)


def voices(answers: Iterable[Answer]) -> Voices:
    """Count the forms; see the module for which groups are shown."""
    answers = tuple(answers)
    marked = [one.key for one in _USUAL if not one.free]
    by_group: dict[str, list[Answer]] = {}
    for answer in answers:
        by_group.setdefault(answer.group, []).append(answer)
    shown = _shown({group: len(forms) for group, forms in by_group.items()})
    groups = {
        group: (len(by_group[group]), _enough({key: _tally(by_group[group], key) for key in marked}))
        for group in sorted(shown)
    }
    said = {
        one.key: tuple(sorted((a.words[one.key] for a in answers if one.key in a.words), key=str.casefold))
        for one in _USUAL if one.free
    }  # fmt: skip
    hidden = sum(len(forms) for group, forms in by_group.items() if group not in shown)
    return Voices(len(answers), {key: _tally(answers, key) for key in marked}, groups, hidden, said)


def _shown(sizes: Mapping[str, int]) -> set[str]:
    named = {group: size for group, size in sizes.items() if group}
    shown = {group for group, size in named.items() if size >= LEAST}
    hidden = sum(size for group, size in sizes.items() if group not in shown)
    for group in sorted(shown, key=lambda one: (named[one], one)):
        if hidden == 0 or hidden >= LEAST:
            break
        shown.discard(group)
        hidden += named[group]
    return shown


def _enough(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """Those questions that enough people of the group have marked."""
    return {key: tally for key, tally in tallies.items() if tally.answers >= LEAST}


def _tally(answers: Iterable[Answer], key: str) -> Tally:
    given = Counter(answer.marks[key] for answer in answers if key in answer.marks)
    return Tally(tuple(given[mark] for mark in MARKS))
