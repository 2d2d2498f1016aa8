"""Topics are introduced and counted on the first day; on the second the order of pitches is drawn."""

from __future__ import annotations

from datetime import timedelta

from hackdesk.agenda import actions as agenda
from hackdesk.agenda import queries as agenda_of
from hackdesk.agenda.lot import FIRST, LAST, Wish
from hackdesk.agenda.turns import THE_IDEAS
from hackdesk.rehearsal.play import Play
from hackdesk.teams import actions as teams


def introduce_topics(play: Play) -> None:
    """Each topic has its minute and a half, as they stand on the wall; then dots are counted."""
    order = agenda.take_own_order(play.event, THE_IDEAS)
    for pitch in order:
        agenda.call_team(play.event, pitch.subject_id, THE_IDEAS)
        agenda.start_timer(play.event)
        play.clock.forward(timedelta(seconds=80))
    agenda.next_phase(play.event)
    for number, pitch in enumerate(order):
        teams.count_interest(play.event, pitch.subject_id, "dots", 4 + (number * 7 + play.scale.seed) % 19)


def draw_order(play: Play) -> None:
    """One team has to catch a bus and another comes from work: the lot meets both wishes."""
    known = agenda_of.contenders(play.event)
    if len(known) > 3:
        for team, kind, within, reason in ((known[1], FIRST, 3, "Buss 15:40"), (known[3], LAST, 2, "Tuleb töölt")):
            agenda.wish_pitch(play.event, team.id, Wish(team.id, kind, within, reason))
    agenda.draw_pitch_order(play.event, seed=2026 + play.scale.seed)
