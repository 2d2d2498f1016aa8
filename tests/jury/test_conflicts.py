"""Who may be close to a team: hints with their reasons, and never a decision."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from hackdesk.agenda.actions import draw_pitch_order
from hackdesk.agenda.tables import MentorRoundRow, MentorRow, MentorVisitRow
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.conflict_queries import closeness, conflicts_to_look_at
from hackdesk.jury.conflicts import Concerned, JurorKnown, Known, Part, Why, hints, organisation_keys, same_family
from hackdesk.jury.rules import BallotState, Juror, NotCounted
from hackdesk.language import language
from hackdesk.people.tables import PersonRow
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow

TEAM, JUROR = uuid4(), uuid4()


def found(juror: Known, *concerned: Concerned) -> dict[str, str]:
    """{kind of reason: how it is said} for one juror and one team."""
    made = hints([JurorKnown(JUROR, (juror,))], {TEAM: concerned})
    return {str(reason.why): reason.said(language("en")) for hint in made for reason in hint.reasons}


def member(name: str, organisation: str = "", municipality: str = "") -> Concerned:
    return Concerned(Known(name, uuid4(), organisation, municipality), Part.MEMBER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rõuge vald", "Rõuge Vallavalitsus"),
        ("RÕUGE VALLAVALITSUS", "rouge vv"),
        ("OÜ Võru Leib", "Võru Leib OÜ"),
        ("MTÜ Märka Meid", "Märka meid, mittetulundusühing"),
        ("Tartu Ülikool, arvutiteaduse instituut", "Tartu Ülikool"),
        ("SIA Lāčplēsis", "Lacplesis"),
    ],
)
def test_one_organisation_under_two_spellings(one: str, other: str) -> None:
    assert organisation_keys(one) & organisation_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Võru vald", "Võru linn"), ("Võru Leib OÜ", "Võru Piim OÜ"), ("eraisik", "Eraisik"), ("OÜ", "OÜ"), ("", "")],
)
def test_two_organisations_stay_two(one: str, other: str) -> None:
    assert not organisation_keys(one) & organisation_keys(other)


def test_who_works_with_a_member_is_close() -> None:
    said = found(Known("Mall Kõpp", organisation="Rõuge vald"), member("Jaan Tamm", "Rõuge Vallavalitsus"))
    assert said["organisation"] == "same organisation as Jaan Tamm: Rõuge Vallavalitsus"


def test_many_of_one_house_are_named_and_counted() -> None:
    team = [member(f"Nimi {letter}", "Võru haigla") for letter in "ABCDE"]
    said = found(Known("Mall", organisation="Võru Haigla"), *team)
    assert said["organisation"] == "same organisation as Nimi A, Nimi B, Nimi C and 2 more: Võru haigla"


def test_the_same_municipality_counts_where_it_is_a_noticeable_part_of_the_team() -> None:
    juror = Known("Mall Kõpp", municipality="Antsla vald")
    others = [member(f"Muu {number}", municipality="Võru linn") for number in range(4)]
    one = member("Jaan Tamm", municipality="Antsla")
    assert found(juror, one, *others) == {}
    said = found(juror, one, member("Eve Kask", municipality="Antsla vald"), *others)
    assert said == {"municipality": "same municipality as 2 of 6 in the team: Antsla vald"}


def test_who_has_to_do_with_a_team_is_told_as_what() -> None:
    id_ = uuid4()
    own = Known("Mall Kõpp", id_, "Rõuge vald")
    for part in Part:
        assert set(found(own, Concerned(Known("M. Kõpp", id_), part))) == {str(part)}


def test_an_owner_that_is_an_institution_is_compared_with_the_jurors() -> None:
    said = found(Known("Mall", organisation="Rõuge vald"), Concerned(Known("Rõuge Vallavalitsus"), Part.OWNER))
    assert said["owner_organisation"] == "same organisation as the owner of the topic: Rõuge Vallavalitsus"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jaan Tamm", "Mari Tamm"), ("Jānis Bērziņš", "Ilze Bērziņa"), ("Иван Петров", "Анна Петрова"),
     ("Anna Mägi-Kask", "Peeter Kask"), ("Juris Zvirbulis", "Anna Zvirbule")],
)  # fmt: skip
def test_a_family_name_is_a_weak_hint_in_all_its_forms(one: str, other: str) -> None:
    assert same_family(Known(one), Known(other))
    made = hints([JurorKnown(JUROR, (Known(one),))], {TEAM: [member(other)]})
    assert made[0].weak


def test_names_that_only_begin_alike_are_two_families() -> None:
    assert not same_family(Known("Jaan Tamm"), Known("Mari Tammela"))
    assert not same_family(Known("Jaan"), Known("Jaan"))
    assert not same_family(Known("Jaan Mets"), Known("Mari Metsa"))


class County:
    """An event in a small county, where everybody is somebody's."""

    def __init__(self, jury: Any) -> None:
        self.jury, self.event = jury, jury.event

    def person(self, name: str, **values: Any) -> UUID:
        given, _, family = name.rpartition(" ")
        with self.event.change("person") as session:
            row = PersonRow(id=uuid4(), code=uuid4().hex[:8], given_name=given, family_name=family, **values)
            session.add(row)
            return row.id

    def seat(self, person_id: UUID, team: str, *, left: bool = False) -> None:
        now = self.event.clock.utc_now()
        with self.event.change("seat") as session:
            row = MembershipRow(team_id=self.jury.team(team).id, person_id=person_id, since=now)
            row.until = now if left else None
            session.add(row)

    def reasons(self, juror: str, team: str) -> set[str]:
        ids = self.jury.juror(juror).id, self.jury.team(team).id
        return {
            str(reason.why) for hint in closeness(self.event).to_look_at()
            if (hint.juror_id, hint.team_id) == ids for reason in hint.reasons
        }  # fmt: skip


@pytest.fixture
def county(jury: Any) -> County:
    return County(jury)


def test_a_linked_juror_brings_organisation_and_municipality_from_the_list(county: County) -> None:
    mall = county.person("Mall Kõpp", organisation="Võru haigla", municipality="Antsla vald")
    juror = county.jury.juror("Mall")
    actions.edit_juror(county.event, replace(juror, person_id=mall), seen=juror.version)
    county.seat(county.person("Jaan Tamm", organisation="Võru Haigla"), "Bus")
    county.seat(mall, "Care", left=True)
    assert county.reasons("Mall", "Bus") == {Why.ORGANISATION}
    assert county.reasons("Mall", "Care") == {Why.FORMER}


def test_the_very_same_name_on_the_list_is_offered_and_used(county: County) -> None:
    actions.add_juror(county.event, Juror(uuid4(), "Tamm Jaan"))
    jaan = county.person("Jaan Tamm", organisation="Võru haigla")
    links = closeness(county.event).links
    assert [known.person_id for known in links.values()] == [jaan]
    county.person("Jaan Tamm", organisation="Antsla kool")
    assert closeness(county.event).links == {}


def test_the_owner_and_the_mentor_of_a_team_are_close_to_it(county: County) -> None:
    owner = county.person("Mall")
    now = county.event.clock.utc_now()
    with county.event.change("topics") as session:
        topic = TopicRow(id=uuid4(), title="Bus", owner_id=owner)
        session.add(topic)
        session.flush()
        session.get_one(TeamRow, county.jury.team("Bus").id).topic_id = topic.id
        mentor, round_ = MentorRow(id=uuid4(), name="Jaan"), MentorRoundRow(id=uuid4(), name="1")
        round_.starts_at = round_.ends_at = now
        session.add_all((mentor, round_))
        session.flush()
        ids = {"mentor_id": mentor.id, "round_id": round_.id, "team_id": county.jury.team("Care").id}
        session.add(MentorVisitRow(starts_at=now, **ids))
    assert county.reasons("Mall", "Bus") == {Why.OWNER}
    assert county.reasons("Jaan", "Care") == {Why.MENTOR}


def test_who_sat_in_a_team_that_merged_is_close_to_the_one_it_became(county: County) -> None:
    county.seat(county.person("Mall"), "Bus", left=True)
    with county.event.change("merge") as session:
        row = session.get_one(TeamRow, county.jury.team("Bus").id)
        row.state, row.merged_into_id = "merged", county.jury.team("Care").id
    assert county.reasons("Mall", "Care") == {Why.FORMER}


def test_a_hint_goes_by_recusal_or_by_saying_that_it_is_none(county: County) -> None:
    county.seat(county.person("Mall", organisation="Võru haigla"), "Bus", left=True)
    assert conflicts_to_look_at(county.event) == 1
    (hint,) = closeness(county.event).to_look_at()
    why = NotCounted(BallotState.RECUSED, hint.said(language("en")))
    actions.set_ballot_state(county.event, hint.juror_id, hint.team_id, why, seen=0)
    assert conflicts_to_look_at(county.event) == 0
    undo(county.event)
    actions.put_hint_away(county.event, hint)
    shown = closeness(county.event)
    assert (shown.to_look_at(), shown.put_away) == ((), (hint,))
    actions.look_again(county.event, hint.juror_id)
    assert closeness(county.event).to_look_at() == (hint,)


def test_a_hint_that_was_put_away_comes_back_with_another_reason(county: County) -> None:
    mall = county.person("Mall", organisation="Võru haigla")
    county.seat(mall, "Bus", left=True)
    actions.put_hint_away(county.event, closeness(county.event).to_look_at()[0])
    county.seat(county.person("Jaan Tamm", organisation="Võru haigla"), "Bus")
    assert county.reasons("Mall", "Bus") == {Why.FORMER, Why.ORGANISATION}


def test_jurors_come_from_the_list_once_and_linked(county: County) -> None:
    county.person("Mall", roles=["juror"])
    helve = county.person("Helve Saar", roles=["chair", "participant"], organisation="Võrumaa Arenduskeskus")
    county.person("Tiit Orav", roles=["juror"], cancelled=True)
    county.person("Anu Põld", roles=["mentor"])
    assert closeness(county.event).on_list == 1
    made = actions.take_jurors_from_list(county.event)
    assert [(one.name, one.affiliation, one.person_id, one.chair) for one in made] == [
        ("Helve Saar", "Võrumaa Arenduskeskus", helve, True)
    ]
    assert [one.name for one in queries.jurors(county.event)] == ["Mall", "Jaan", "Eve", "Helve Saar"]
    head = county.event.head()
    assert actions.take_jurors_from_list(county.event) == ()
    assert county.event.head() == head


def test_no_hint_changes_a_ballot(county: County) -> None:
    county.seat(county.person("Mall"), "Bus")
    draw_pitch_order(county.event, 7)
    closeness(county.event)
    progress = queries.progress(county.event)
    judging = progress.judging
    states = {progress.state(juror, team.id) for juror in judging.jurors for team in judging.active}
    assert states == {BallotState.OPEN}


def test_a_file_that_was_taken_elsewhere_has_no_list_to_look_at(county: County, tmp_path: Path) -> None:
    juror = county.jury.juror("Mall")
    actions.edit_juror(county.event, replace(juror, affiliation="Võru haigla"), seen=juror.version)
    with county.event.change("topic") as session:
        topic = TopicRow(id=uuid4(), title="Bus", owner_name="Võru Haigla")
        session.add(topic)
        session.flush()
        session.get_one(TeamRow, county.jury.team("Bus").id).topic_id = topic.id
    assert conflicts_to_look_at(county.event) == 1
    actions.take_elsewhere(county.event, tmp_path / "away.hackdesk")
    with closing(Event.open(tmp_path / "away.hackdesk")) as there:
        assert conflicts_to_look_at(there) == 0


def test_who_is_not_there_for_a_team_needs_no_look(county: County) -> None:
    county.seat(county.person("Mall"), "Bus")
    assert conflicts_to_look_at(county.event) == 1
    juror = county.jury.juror("Mall")
    actions.edit_juror(county.event, replace(juror, state="absent"), seen=juror.version)
    assert conflicts_to_look_at(county.event) == 0
