"""What is due, in sentences."""

from __future__ import annotations

from hackdesk.follow_up.aftermath import Due, DueKind
from hackdesk.language import N_, Words

_SENTENCES = {
    DueKind.CONTACT: N_("Ask {team} how it goes"),
    DueKind.COMMITMENT: N_("{team}: {what} ({who})"),
    DueKind.PROMISE: N_("{who} promised {team}: {what}"),
}
_WITHOUT_TEAM = N_("{who} promised: {what}")


def due_words(one: Due, words: Words) -> str:
    """What is to be looked after."""
    sentence = _WITHOUT_TEAM if one.kind is DueKind.PROMISE and not one.team else _SENTENCES[one.kind]
    return words(sentence, team=one.team, what=one.what, who=one.who)


def due_sentence(one: Due, words: Words) -> str:
    """The same with its day, and that it is late."""
    day = words.day(one.on, "medium")
    if one.late:
        return words("{day} (late): {what}", day=day, what=due_words(one, words))
    return words("{day}: {what}", day=day, what=due_words(one, words))
