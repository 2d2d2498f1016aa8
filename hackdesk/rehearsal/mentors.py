"""The part of the play in which mentors go from team to team, and teams get further."""

from __future__ import annotations

import random
from datetime import timedelta

from hackdesk.agenda import actions as agenda
from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.checkpoints import STEPS
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentor_rounds import Ask, plan_rounds
from hackdesk.agenda.mentoring import MentorDraft
from hackdesk.agenda.notes import DutyDraft
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.rehearsal.play import Play

#: A room of more teams has its mentors invited by hand.
_MOST_TEAMS = 40
#: Of the visits that are planned, so many are marked.
_MARKED = 0.95


def invite_mentors(play: Play) -> None:
    """Mentors are written down, teams say what they want to see one about, the rounds are planned."""
    if play.scale.teams > _MOST_TEAMS:
        return
    told, chance = play.players.words["mentors"], _chance(play, "themes")
    agenda.add_rounds_of_the_programme(play.event, slot_minutes=15)
    first = mentoring(play.event).rounds[0]
    for number, (name, themes, place) in enumerate(told):
        times = ((first.starts_at, first.starts_at + timedelta(hours=1)),) if number == len(told) - 1 else ()
        agenda.add_mentor(play.event, MentorDraft(name, None, tuple(themes), times, place))
    known = sorted({theme for _name, themes, _place in told for theme in themes})
    for team in mentoring(play.event).active:
        agenda.set_themes(play.event, team.id, chance.sample(known, k=2))
    now = mentoring(play.event)
    plan = plan_rounds(now, Ask(play.event.clock.utc_now(), seed=play.scale.seed))
    agenda.apply_mentor_plan(play.event, plan)
    for what, name, phone, hour in play.players.words["duties"]:
        starts = play.moment(0, hour)
        agenda.add_duty(play.event, DutyDraft(starts, starts + timedelta(hours=4), name, phone, what))


def meet_mentors(play: Play, item: ProgrammeItem) -> None:
    """A round as it goes: nearly every visit is marked, and teams have a step more behind them."""
    now = mentoring(play.event)
    chance = _chance(play, item.title)
    rounds = [one for one in now.rounds if one.item_id == item.id]
    for visit in (visit for one in rounds for visit in now.of_round(one.id)):
        if chance.random() < _MARKED:
            play.clock.move_to(visit.starts_at + timedelta(minutes=10))
            agenda.mark_visited(play.event, visit.id)
            if chance.random() < 0.2:
                note = chance.choice(play.players.words["visit_notes"])
                agenda.note_visit(play.event, visit.id, note, seen="")
    steps = list(STEPS)[: 2 * (1 + [one.id for one in now.rounds].index(rounds[0].id))] if rounds else []
    for team in progress(play.event):
        for step in steps:
            if not team.has(step) and chance.random() < 0.8:
                agenda.reach_step(play.event, team.id, step)


def _chance(play: Play, what: str) -> random.Random:
    """A chance of its own: what is drawn here changes nothing of the rest of the play."""
    return random.Random(f"{play.scale.seed} {what}")
