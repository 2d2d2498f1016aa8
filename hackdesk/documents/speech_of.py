"""What the speaker's script is drawn from: the sealed revision, never the ballots behind it."""

from __future__ import annotations

from hackdesk.agenda.queries import stage
from hackdesk.agenda.rules import RevealWay
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint, SpeakerScript
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.queries import sealed
from hackdesk.jury.reveal import Outcome, steps_of
from hackdesk.language import N_
from hackdesk.teams.queries import told


def speaker_script_of(event: Event) -> SpeakerScript:
    """The steps as the projector reveals them. Raises NothingToPrint where no signed results stand."""
    revision, found = sealed(event), told(event)
    if revision is None or not revision.stands:
        raise NothingToPrint(
            N_("The results are not signed yet."), remedy=N_("Sign them under Results."), where="results"
        )
    announced = found.as_told() if found.last else ()
    people = {team.id: tuple(one.name for one in team.members) for team in announced}
    outcome = Outcome(revision.results.places, revision.given, people, revision.ranking_published, revision.awards)
    steps = steps_of(outcome, awards_only=stage(event).reveal_way == RevealWay.AWARDS)
    return SpeakerScript(masthead_of(settings_of(event)), steps, revision.number)
