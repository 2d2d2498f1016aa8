"""Gathers what topic posters say."""

from __future__ import annotations

from hackdesk.documents.poster_values import Posters, TopicOnPaper
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.queries import groups
from hackdesk.teams.queries import topics


def posters_of(event: Event) -> Posters:
    """A poster for each topic that a team may gather around. Raises NothingToPrint where there is none."""
    found = [topic for topic in topics(event) if topic.open]
    if not found:
        raise NothingToPrint(
            N_("There are no topics yet."), remedy=N_("Write them down under Prepare."), where="prepare"
        )
    names = {group.key: group.name for group in groups(event)}
    return Posters(
        masthead_of(settings_of(event)),
        tuple(
            TopicOnPaper(
                topic.title, topic.description, topic.owner, topic.languages, topic.skills,
                tuple(names.get(key, key) for key in topic.sought),
                topic.seats or topic.min_size, topic.seats or topic.max_size, number,
            )
            for number, topic in enumerate(found, start=1)
        ),
    )  # fmt: skip
