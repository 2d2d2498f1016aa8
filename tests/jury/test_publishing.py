"""Places that are not published: chosen before signing, sealed with the revision."""

from __future__ import annotations

from typing import Any

from hackdesk.agenda import queries as agenda
from hackdesk.agenda.actions import reveal
from hackdesk.agenda.rules import RevealWay
from hackdesk.jury import actions, queries, seal
from hackdesk.jury.wording import difference_sentence
from hackdesk.language import language


def test_a_revision_without_the_choice_reads_as_published(judged: Any) -> None:
    revision = actions.seal_results(judged.event)
    assert revision.ranking_published and "ranking_published" not in seal.content_of(
        revision.judging, revision.results, (), ()
    )
    assert seal.is_published({}) and not seal.is_published(seal.unpublished({}))


def test_whether_places_are_published_is_sealed_and_a_second_revision_says_that_it_changed(judged: Any) -> None:
    event = judged.event
    actions.seal_results(event)
    actions.reopen_results(event, "the teams asked for it")
    actions.publish_ranking(event, False)
    second = actions.seal_results(event)
    assert (second.number, second.ranking_published) == (2, False)
    assert [difference_sentence(one, language("en")) for one in second.changes] == [
        "Places are not published any more"
    ]
    first = queries.sealed(event, 1)
    assert first is not None and first.ranking_published


def test_nothing_stays_revealed_once_places_are_not_published(judged: Any) -> None:
    event = judged.event
    reveal(event, 2)
    actions.publish_ranking(event, False)
    stage = agenda.stage(event)
    assert (stage.reveal_way, stage.revealed) == (RevealWay.AWARDS, 0)
    actions.publish_ranking(event, True)
    assert agenda.stage(event).reveal_way is RevealWay.PLACES
