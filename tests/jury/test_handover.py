"""A ballot that a phone hands over without a network: what verifies, what is refused, and in which words."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest
from handed_over import SIGNS, OnPhone, written
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.jury.handover import HandedOver, Known, NoHandOver, NotFromAPhone, read
from hackdesk.jury.rules import BallotState, Contestant, Criterion, Juror

SECRET = OnPhone(0, 0).secret
CRITERIA = tuple(
    Criterion(UUID(int=0xC0_0000_0000 + number), f"C{number}", lowest=Fraction(1), highest=Fraction(10))
    for number in range(6)
)
JURORS = tuple(Juror(UUID(int=0xA0 + number), name) for number, name in enumerate(("Mall", "Jaan", "Eve")))
TEAMS = tuple(Contestant(UUID(int=0xB0 + number), f"Team {number}") for number in range(20))
KNOWN = Known(
    CRITERIA, JURORS, TEAMS,
    secrets={juror.id: SECRET for juror in JURORS}, devices={juror.id: "phone-1" for juror in JURORS},
)  # fmt: skip
MARKS = {one.id: Fraction(number + 3) for number, one in enumerate(CRITERIA)}
BALLOT = OnPhone(1, 17, revision=37, marks=MARKS)
#: As it was once: a change of these would lock out phones that still show the page of before.
CODE, ENDING = "3ZV4 8UNL 5JB2 AJBC", "8c6470183823ad74;e775"


def told(ballot: OnPhone, known: Known = KNOWN) -> HandedOver:
    """What the laptop should read of it by QR code."""
    return HandedOver(
        known.jurors[ballot.juror], known.teams[ballot.team], ballot.round, ballot.revision,
        BallotState(ballot.state), ballot.device, ballot.marks, ballot.note, ballot.signed, ballot.reason,
    )  # fmt: skip


def refused(reading: str, known: Known = KNOWN) -> NoHandOver:
    with pytest.raises(NoHandOver) as caught:
        read((reading,), known)
    return caught.value


def test_the_text_of_a_qr_code_gives_the_whole_ballot() -> None:
    ballot = replace(BALLOT, note="Jõudu teile! 50 % valmis; küsige = küsige 🙂\nJärgmine rida")
    assert read((ballot.text(KNOWN),), KNOWN) == told(ballot)


def test_a_recusal_goes_with_its_reason_by_qr_code() -> None:
    ballot = replace(BALLOT, state="recused", reason="My sister's team; she leads it", marks={}, signed=True)
    assert read((ballot.text(KNOWN),), KNOWN) == told(ballot)


def test_the_short_code_gives_the_ballot_and_says_that_a_note_stayed_behind() -> None:
    assert read((BALLOT.code(KNOWN),), KNOWN) == told(BALLOT)
    assert read((replace(BALLOT, note="Well done").code(KNOWN),), KNOWN) == replace(told(BALLOT), note=None)


def test_six_criteria_of_one_to_ten_are_at_most_sixteen_signs() -> None:
    assert len(replace(BALLOT, revision=600, juror=2, team=19).code(KNOWN).replace(" ", "")) <= 16


def test_what_phones_have_shown_once_is_read_for_ever() -> None:
    text = (
        "HD1;000000000000000000000000000000a1;000000000000000000000000000000c1;1;37;1;phone-1;"
        "00000000=3,00000001=4,00000002=5,00000003=6,00000004=7,00000005=8;;note=Tubli+t%C3%B6%C3%B6;"
    )
    assert BALLOT.code(KNOWN) == CODE
    assert replace(BALLOT, note="Tubli töö").text(KNOWN).startswith(text)
    assert replace(BALLOT, note="Tubli töö").text(KNOWN).endswith(ENDING)
    assert read((text + ENDING,), KNOWN).note == "Tubli töö"
    assert read((CODE.lower(),), KNOWN) == told(BALLOT)


def test_a_note_that_no_camera_could_read_is_sent_later() -> None:
    long = replace(BALLOT, note="õ" * 400)
    assert len(long.text(KNOWN)) < 400
    assert read((long.text(KNOWN),), KNOWN) == replace(told(BALLOT), note=None)


@given(
    some.lists(
        some.tuples(some.integers(-9, 9), some.integers(1, 30), some.sampled_from(("1", "0.5", "0.25", "10"))),
        min_size=1, max_size=10,
    ),
    some.randoms(use_true_random=False), some.integers(1, 100_000), some.sampled_from(("open", "complete")),
)  # fmt: skip
def test_any_ballot_comes_over_as_it_was(
    scales: list[tuple[int, int, str]], chance: random.Random, revision: int, state: str
) -> None:
    criteria = tuple(
        Criterion(UUID(int=chance.getrandbits(90) << 32 | number), "", lowest=Fraction(low),
                  highest=low + steps * Fraction(step), step=Fraction(step))
        for number, (low, steps, step) in enumerate(scales)
    )  # fmt: skip
    known = replace(KNOWN, criteria=criteria, round=chance.choice((1, 2)))
    marks = {
        one.id: one.lowest + chance.randint(0, int((one.highest - one.lowest) / (one.step or 1))) * (one.step or 1)
        for one in criteria
        if state == "complete" or chance.random() < 0.7
    }
    ballot = OnPhone(chance.randrange(3), chance.randrange(20), revision, state, marks, round=known.round)
    assert read((ballot.text(known),), known) == told(ballot, known)
    if len(ballot.code(known).replace(" ", "")) <= 24:
        assert read((ballot.code(known),), known) == told(ballot, known)


def test_any_one_wrong_sign_and_any_two_that_changed_places_are_seen() -> None:
    code = BALLOT.code(KNOWN).replace(" ", "")
    for place, right in enumerate(code):
        for sign in SIGNS.replace(right, ""):
            assert "as it stands" in refused(code[:place] + sign + code[place + 1 :]).sentence
        for other in range(place + 1, len(code)):
            if code[other] != right:
                swapped = list(code)
                swapped[place], swapped[other] = code[other], right
                assert "as it stands" in refused("".join(swapped)).sentence


def test_a_text_that_was_cut_or_changed_is_refused() -> None:
    text = BALLOT.text(KNOWN)
    for length in range(4, len(text)):
        assert "read whole" in refused(text[:length]).sentence
    assert "read whole" in refused(text.replace("=3,", "=9,")).sentence


def test_nobody_hands_over_a_ballot_for_somebody_else() -> None:
    other = replace(BALLOT, secret="another juror's")
    assert refused(other.text(KNOWN)).values == {"juror": "Jaan"}
    assert refused(other.code(KNOWN)).values == {"juror": "Jaan"}
    no_link = replace(KNOWN, secrets={})
    assert refused(replace(BALLOT, secret="").text(no_link)).values == {"juror": "Jaan"}


def test_guessed_codes_do_not_verify() -> None:
    chance, taken = random.Random(6), 0
    for _ in range(2000):
        try:
            read((written(chance.getrandbits(75)),), KNOWN)
            taken += 1
        except NoHandOver:
            pass
    assert taken == 0


def test_only_the_phone_that_writes_hands_over() -> None:
    other = replace(BALLOT, device="phone-2")
    assert refused(other.code(KNOWN)).values == {"juror": "Jaan"}
    assert refused(other.text(KNOWN)).values == {"juror": "Jaan"}


def test_another_round_and_other_criteria_are_told() -> None:
    second = replace(KNOWN, round=2)
    for said in (BALLOT.text(KNOWN), BALLOT.code(KNOWN)):
        assert refused(said, second).values == {"round": 1, "now": 2}
        assert "other criteria" in refused(said, replace(KNOWN, criteria=CRITERIA[1:])).sentence
        assert "other criteria" in refused(said, replace(KNOWN, jurors=())).sentence
    wider = replace(KNOWN, criteria=(replace(CRITERIA[0], highest=Fraction(20)), *CRITERIA[1:]))
    assert "other criteria" in refused(BALLOT.code(KNOWN), wider).sentence
    moved = replace(KNOWN, teams=TEAMS[::-1])
    assert "other criteria" in refused(BALLOT.code(KNOWN), moved).sentence
    assert read((BALLOT.text(KNOWN),), moved).team == TEAMS[17]


def test_a_team_that_came_later_stands_in_no_code_s_way() -> None:
    later = replace(KNOWN, teams=(*TEAMS, Contestant(UUID(int=0xFF), "Late")))
    assert read((BALLOT.code(KNOWN),), later) == told(BALLOT)


@pytest.mark.parametrize("other", ["", "K7M2QXR", "https://example.org/", "Anna Tamm"])
def test_something_else_is_told_as_such(other: str) -> None:
    assert isinstance(refused(other), NotFromAPhone)


def test_signs_that_are_in_no_code_are_named() -> None:
    assert refused("O" + BALLOT.code(KNOWN)[1:]).values == {"sign": "O"}


def test_the_reading_of_the_keys_counts_where_the_text_does_not() -> None:
    code = BALLOT.code(KNOWN)
    assert read((code.replace("Z", "Y").replace("2", "é"), code), KNOWN) == told(BALLOT)
