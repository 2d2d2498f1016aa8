"""The order of pitches as the event file has it, for paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from hackdesk.agenda import queries as agenda
from hackdesk.agenda.lot import Wish, lot_of
from hackdesk.agenda.turns import Round, Subject
from hackdesk.documents.pitch_paper import PaperRound, PitchOrderPaper, Slot, WishOnPaper
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.queries import teams, topics

#: So much of a lot is printed: enough to see that the lowest begins, and to look it up.
_LOT = 8


def pitch_order_of(event: Event) -> PitchOrderPaper:
    """Every round that has an order. Raises NothingToPrint where none has."""
    beside = {team.id: team.topic.title for team in teams(event) if team.topic and team.topic.title != team.name}
    beside |= {topic.id: topic.owner for topic in topics(event)}
    wishes = agenda.wishes(event)
    rounds = tuple(_on_paper(one, wishes, beside) for one in agenda.rounds(event) if one.standing)
    if not rounds:
        raise NothingToPrint(
            N_("The order of pitches is not drawn yet."), remedy=N_("Draw it under Stage, Pitches."), where="stage"
        )
    return PitchOrderPaper(masthead_of(settings_of(event)), rounds)


def _on_paper(here: Round, wishes: Sequence[Wish], beside: Mapping[UUID, str]) -> PaperRound:
    order = [pitch.subject_id for pitch in here.pitches]
    names = {pitch.subject_id: pitch.name for pitch in here.standing}
    kept = [wish for wish in wishes if here.id is None and wish.team_id in names]
    slots = tuple(
        Slot(
            place, pitch.name, beside.get(pitch.subject_id, ""),
            "" if pitch.seed is None else lot_of(pitch.subject_id, pitch.seed)[:_LOT],
        )
        for place, pitch in enumerate(here.standing, 1)
    )  # fmt: skip
    lengths = here.lengths
    return PaperRound(
        here.name, here.subject == Subject.TOPICS, here.seed, here.by_hand, slots,
        tuple(WishOnPaper(names[one.team_id], one.kind, one.within, one.met_by(order)) for one in kept),
        (lengths.pitch, lengths.questions, lengths.changeover),
    )  # fmt: skip
