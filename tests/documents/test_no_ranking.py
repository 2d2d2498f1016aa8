"""Where places are not published, no paper but the record tells one; and the speaker's script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.agenda.actions import set_reveal_way
from hackdesk.agenda.rules import RevealWay
from hackdesk.documents.kinds import KINDS, print_all, print_kind, standings
from hackdesk.documents.queries import last_printed
from hackdesk.documents.rules import NothingToPrint
from hackdesk.documents.speech_of import speaker_script_of
from hackdesk.event.store import Event
from hackdesk.jury import actions as jury
from hackdesk.jury import queries as judged
from hackdesk.jury.rules import Award
from hackdesk.language import language

#: A place or a score, as any paper would say it: the bus has 75 points and is first, the garden 25.
TELLS = re.compile(r"\bplaces?\b|\bfirst\b|\bsecond\b|\bscores?\b|\b75[.,]0|\b25[.,]0|\branking\b", re.IGNORECASE)


@pytest.fixture
def silent(whole_event: Event) -> Event:
    """Signed, without published places; beside the main prize an award that nobody gets."""
    withheld = jury.add_award(whole_event, Award(uuid4(), "Library's choice", "Library"))
    jury.give_to_nobody(whole_event, withheld.id, "no team works with books")
    jury.publish_ranking(whole_event, False)
    jury.seal_results(whole_event)
    return whole_event


def text_of(pages: Any, path: Path) -> str:
    return " ".join(page.text for page in pages(path))


def test_no_paper_that_leaves_the_jury_tells_a_place_or_a_score(silent: Event, tmp_path: Path, pages: Any) -> None:
    made = print_all(silent, tmp_path, "en")
    names = {one.path.name for one in made}
    record = KINDS["results"].file_name(language("en"))
    assert record not in names and KINDS["certificates"].file_name(language("en")) in names
    for printed in made:
        assert TELLS.findall(text_of(pages, printed.path)) == [], printed.path.name


def test_what_the_search_looks_for_is_in_the_record(silent: Event, tmp_path: Path, pages: Any) -> None:
    said = text_of(pages, print_kind(silent, "results", tmp_path / "r.pdf", "en").path)
    assert {"Place", "75.0", "25.0"} <= set(TELLS.findall(said))
    assert "Places are not published" in said and "Library's choice not given" in said
    assert "no team works with books" in said
    standing = next(one for one in standings(silent) if one.name == "results")
    assert standing.private and standing.concern.startswith("Places are not published")


def test_the_record_tells_the_place_and_the_decision(whole_event: Event, tmp_path: Path, pages: Any) -> None:
    bus, garden = judged.progress(whole_event).judging.teams
    (prize,) = judged.awards(whole_event)
    jury.give_award(whole_event, prize.id, garden.id, reason="the bus has its money already")
    jury.seal_results(whole_event)
    said = text_of(pages, print_kind(whole_event, "results", tmp_path / "r.pdf", "en").path)
    assert f"Worked out: place 1, “{bus.name}”." in said and "the bus has its money already" in said
    standing = next(one for one in standings(whole_event) if one.name == "results")
    assert "by the jury" in said and not standing.private


def test_the_speakers_script_is_made_from_signed_results_only(
    whole_event: Event, tmp_path: Path, pages: Any
) -> None:
    with pytest.raises(NothingToPrint, match="not signed yet"):
        speaker_script_of(whole_event)
    jury.seal_results(whole_event)
    printed = print_kind(whole_event, "speaker_script", tmp_path / "s.pdf", "et")
    said = text_of(pages, printed.path)
    assert last_printed(whole_event)["speaker_script"].revision == 1 and KINDS["speaker_script"].private
    assert said.index("Teine koht: „Ühine aed“.") < said.index("Esimene koht: … (oota)")
    assert said.index("(oota)") < said.index("Paus") < said.index("Esimene koht: „Külabuss“.")
    set_reveal_way(whole_event, RevealWay.AWARDS)
    said = text_of(pages, print_kind(whole_event, "speaker_script", tmp_path / "s.pdf", "et").path)
    assert "koht" not in said and "Main prize" in said
    jury.reopen_results(whole_event, "a mark was read wrongly")
    with pytest.raises(NothingToPrint, match="not signed yet"):
        speaker_script_of(whole_event)


def test_a_script_without_places_says_none_and_nothing_of_an_award_that_nobody_gets(
    silent: Event, tmp_path: Path, pages: Any
) -> None:
    set_reveal_way(silent, RevealWay.PLACES)
    said = text_of(pages, print_kind(silent, "speaker_script", tmp_path / "s.pdf", "en").path)
    assert "It goes to “Külabuss”." in said and "Library" not in said
    assert "place:" not in said and "First" not in said
