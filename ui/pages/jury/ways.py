"""How it is shown where a ballot is: a sign, a colour and a word, always together."""

from __future__ import annotations

from hackdesk.jury.reconcile import WHEREABOUTS_WORDS, Due, Reading, Whereabouts
from ui.ballot.states import StateSign
from ui.text import _

_SIGNS = {
    Whereabouts.PHONE: ("smartphone", "accent"),
    Whereabouts.LAPTOP: ("laptop", "accent"),
    Whereabouts.PAPER: ("file-text", "accent"),
    Whereabouts.FILE: ("upload", "accent"),
    Whereabouts.BEGUN: ("circle-dashed", "warn"),
    Whereabouts.MISSING: ("circle", "plain"),
    Whereabouts.RECUSED: ("circle-slash", "info"),
    Whereabouts.ABSENT: ("user-x", "plain"),
    Whereabouts.NO_SHOW: ("circle-minus", "plain"),
    Whereabouts.VOID: ("circle-x", "bad"),
}


def where_sign(where: Whereabouts) -> StateSign:
    """How ballots that are there are shown."""
    icon, tone = _SIGNS[where]
    return StateSign(icon, tone, _(WHEREABOUTS_WORDS[where]))


def due_sign(due: Due) -> StateSign:
    """How one ballot is shown: of paper, how often it was read."""
    sign = where_sign(due.where)
    read = {
        Reading.ONCE: (_("paper 1×"), "accent"),
        Reading.TWICE: (_("paper 2×"), "accent"),
        Reading.DIFFERS: (_("paper ≠"), "bad"),
    }.get(due.reading)
    if read is None:
        return sign
    word, tone = read
    return StateSign("triangle-alert" if due.reading is Reading.DIFFERS else sign.icon, tone, word)


def due_sentence(due: Due) -> str:
    """The same in words, for the tooltip and for those who listen."""
    said = where_sign(due.where).word
    read = {
        Reading.ONCE: _("read once"), Reading.TWICE: _("read twice"), Reading.DIFFERS: _("both readings differ"),
    }.get(due.reading)  # fmt: skip
    return ", ".join(filter(None, (said, read)))
