"""A juror's pages over a real server: the PIN, the ballots, receipts, two phones, and forms without a script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from phone_client import Phone, PhoneJury, begin, revision

from hackdesk.agenda.tables import PitchRow
from hackdesk.event.settings import change_settings, keep, settings_of
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.rules import Ballot, BallotState, NotCounted, Sheet
from hackdesk.phones.server import Phones

MALL = "Mall Kõpp"
Link = Callable[[str], str]


def ballot_of(jury: PhoneJury, team: str = "", name: str = MALL) -> Ballot:
    """How the ballot for a team stands; the first team's where none is named."""
    progress = queries.progress(jury.event)
    teams = [one for one in progress.judging.teams if not team or str(one.id) == team]
    return progress.ballot(jury.juror(name).id, teams[0].id)


def lowest_on_paper(jury: PhoneJury, ballot: Ballot) -> int:
    """The facilitator types a sheet of lowest marks; gives the ballot's version."""
    sheet = Sheet({one.id: one.lowest for one in queries.criteria(jury.event)}, way="paper")
    return actions.hand_in_ballot(jury.event, ballot.juror_id, ballot.team_id, sheet, seen=ballot.version).version


def page_of(phone: Phone, link: str) -> str:
    return phone.get(urlsplit(link).path).text


def test_the_link_asks_for_the_pin_and_the_pin_opens_the_ballots(
    jury: PhoneJury, served: Phones, link: Link
) -> None:
    phone = Phone(served.address)
    asked = page_of(phone, link(MALL))
    assert "PIN" in asked and "Village bus" not in asked and MALL not in asked
    shown = phone.come_in(link(MALL), jury.pins[jury.juror(MALL).id]).text
    assert "Village bus on demand" in shown and "30 %" in shown and "Does it solve a real problem?" in shown


def test_a_wrong_pin_is_told_and_the_wait_grows(jury: PhoneJury, served: Phones, link: Link) -> None:
    phone = Phone(served.address)
    for _try in range(5):
        answer = phone.come_in(link(MALL), "0000")
    assert answer.status == 403 and "Too many wrong PINs" in answer.text
    refused = phone.come_in(link(MALL), jury.pins[jury.juror(MALL).id])
    assert refused.status == 403 and "seconds" in refused.text


def test_a_revision_gets_a_receipt_and_is_in_the_file(jury: PhoneJury, mall: Phone, link: Link) -> None:
    told, path = begin(page_of(mall, link(MALL))), urlsplit(link(MALL)).path
    team = told["ballots"][0]["team"]
    answer = mall.send(f"{path}/revision/{team}", revision(told, 1, 4, 3))
    assert answer.status == 200 and answer.json["saved"]["number"] == 1
    assert sorted(map(str, ballot_of(jury, team).marks.values())) == ["3", "4"]
    again = mall.send(f"{path}/revision/{team}", revision(told, 1, 4, 3))
    assert again.json["saved"]["version"] == answer.json["saved"]["version"]


def test_the_laptop_knows_which_phone_was_there_and_what_it_has_not_sent(
    jury: PhoneJury, served: Phones, mall: Phone, link: Link
) -> None:
    answer = mall.send(urlsplit(link(MALL)).path + "/pulse", {"unsent": 2})
    contact = served.contacts()[jury.juror(MALL).id]
    assert (answer.status, answer.json["closed"], contact.unsent) == (200, False, 2)
    assert contact.device == access(jury.event)[jury.juror(MALL).id].device
    assert jury.juror("Jaan Tamm").id not in served.contacts()


def test_a_second_phone_has_to_take_over(jury: PhoneJury, served: Phones, mall: Phone, link: Link) -> None:
    second, path = Phone(served.address), urlsplit(link(MALL)).path
    asked = second.come_in(link(MALL), jury.pins[jury.juror(MALL).id])
    assert "Another phone is used for your ballots" in asked.text and "Village bus" not in asked.text
    assert second.post(path + "/take-over").status == 303
    assert "Village bus" in page_of(second, link(MALL))
    refused = mall.send(path + "/pulse", {"unsent": 0})
    assert (refused.status, refused.json["refused"]) == (409, "device")


def test_a_phone_that_the_facilitator_freed_is_asked_for_the_pin_and_no_other_is_blamed(
    jury: PhoneJury, served: Phones, mall: Phone, link: Link
) -> None:
    actions.free_phone(jury.event, jury.juror(MALL).id)
    asked = page_of(mall, link(MALL))
    assert 'name="pin"' in asked and "Another phone" not in asked
    other = Phone(served.address)
    assert "Village bus" in other.come_in(link(MALL), jury.pins[jury.juror(MALL).id]).text


def test_a_new_pin_asks_every_phone_again(jury: PhoneJury, mall: Phone, link: Link) -> None:
    actions.set_pin(jury.event, jury.juror(MALL).id, "4071")
    path = urlsplit(link(MALL)).path
    refused = mall.send(path + "/pulse", {"unsent": 0})
    assert (refused.status, refused.json["refused"]) == (401, "pin")
    assert "Village bus" not in page_of(mall, link(MALL))


def test_a_server_that_was_killed_throws_nobody_out(
    jury: PhoneJury, served: Phones, mall: Phone, link: Link
) -> None:
    served.stop()
    later = Phones(jury.event, "127.0.0.1", int(served.address.rpartition(":")[2]))
    later.start()
    answer = mall.send(urlsplit(link(MALL)).path + "/pulse", {"unsent": 0})
    later.stop()
    assert answer.status == 200


def test_what_stands_on_the_laptop_is_told_where_both_wrote(jury: PhoneJury, mall: Phone, link: Link) -> None:
    told, path = begin(page_of(mall, link(MALL))), urlsplit(link(MALL)).path
    team = told["ballots"][0]["team"]
    there = ballot_of(jury, team)
    version = lowest_on_paper(jury, there)
    refused = mall.send(f"{path}/revision/{team}", revision(told, 1, 4, 3))
    assert (refused.status, refused.json["refused"]) == (409, "elsewhere")
    now = next(one for one in mall.get(path + "/ballots").json["ballots"] if one["team"] == team)
    assert (now["state"], now["version"], now["mine"]) == ("complete", version, False)
    assert set(now["marks"].values()) == {"1"}


def test_a_closed_round_is_told(jury: PhoneJury, mall: Phone, link: Link) -> None:
    told, path = begin(page_of(mall, link(MALL))), urlsplit(link(MALL)).path
    with jury.event.change("close") as session:
        keep(session, replace(settings_of(jury.event), jury_closed=1))
    refused = mall.send(f"{path}/revision/{told['ballots'][0]['team']}", revision(told, 1, 4))
    assert (refused.status, refused.json["refused"]) == (409, "locked")
    assert "The round is closed" in refused.json["said"] and "The round is closed" in page_of(mall, link(MALL))


def test_without_a_script_forms_do_the_same(jury: PhoneJury, mall: Phone, link: Link) -> None:
    told, path = begin(page_of(mall, link(MALL))), urlsplit(link(MALL)).path
    team = told["ballots"][0]["team"]
    marks = {f"m-{one['id']}": "4" for one in told["criteria"]}
    form = f"{path}/t/{team}"
    missing = mall.post(form, seen="0", do="complete", **dict(list(marks.items())[:2]))
    assert missing.status == 200 and "has no mark yet" in missing.text
    assert mall.post(form, seen="0", do="open", note="good", **dict(list(marks.items())[:2])).status == 303
    assert (ballot_of(jury, team).state, ballot_of(jury, team).note) == (BallotState.OPEN, "good")
    seen = str(ballot_of(jury, team).version)
    assert mall.post(form, seen=seen, do="complete", signed="1", **marks).status == 303
    assert (ballot_of(jury, team).state, ballot_of(jury, team).signed) == (BallotState.COMPLETE, True)
    mall.post(form, seen=str(ballot_of(jury, team).version), do="open", back="1")
    assert ballot_of(jury, team).state is BallotState.OPEN and len(ballot_of(jury, team).marks) == 4
    mall.post(form, seen=str(ballot_of(jury, team).version), do="recused", reason="my sister is in it", **marks)
    assert (ballot_of(jury, team).state, ballot_of(jury, team).reason) == (
        BallotState.RECUSED, "my sister is in it",
    )  # fmt: skip


def test_without_a_script_a_ballot_changed_elsewhere_is_shown_and_not_written_over(
    jury: PhoneJury, mall: Phone, link: Link
) -> None:
    told, path = begin(page_of(mall, link(MALL))), urlsplit(link(MALL)).path
    there = ballot_of(jury)
    seen = str(lowest_on_paper(jury, there))
    marks = {f"m-{one['id']}": "4" for one in told["criteria"]}
    asked = mall.post(f"{path}/t/{there.team_id}", seen="0", do="complete", **marks)
    assert "changed elsewhere" in asked.text and "handed in" in asked.text
    assert set(ballot_of(jury).marks.values()) == {1}
    assert f'name="seen" value="{seen}"' in asked.text
    mall.post(f"{path}/t/{there.team_id}", seen=seen, do="complete", **marks)
    assert set(ballot_of(jury).marks.values()) == {4}


def test_what_the_facilitator_set_aside_is_told(jury: PhoneJury, mall: Phone, link: Link) -> None:
    there = ballot_of(jury)
    away = NotCounted(BallotState.TEAM_NO_SHOW)
    actions.set_ballot_state(jury.event, there.juror_id, there.team_id, away, seen=0)
    assert "This team did not pitch." in page_of(mall, link(MALL))


def test_pitches_before_a_juror_came_are_not_theirs_to_judge(jury: PhoneJury, mall: Phone, link: Link) -> None:
    with jury.event.change("order") as session:
        for turn, team in enumerate(queries.contestants_in(session), 1):
            session.add(PitchRow(team_id=team.id, position=turn))
    juror = jury.juror(MALL)
    actions.edit_juror(jury.event, replace(juror, from_turn=3), seen=juror.version)
    shown = page_of(mall, link(MALL))
    assert shown.count("not yours to judge</span>") == 2 and shown.count("no marks yet</span>") == 1


def test_the_pages_are_in_the_events_language(jury: PhoneJury, mall: Phone, link: Link) -> None:
    change_settings(jury.event, replace(settings_of(jury.event), language="et"))
    shown = page_of(mall, link(MALL))
    assert 'lang="et"' in shown and "Esita hindamisleht" in shown and "Hand in" not in shown
    assert "Siin pole midagi" in mall.get("/nowhere").text
