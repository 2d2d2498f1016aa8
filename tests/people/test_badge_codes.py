from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.people.badge_codes import (
    TEST_CODE,
    NotABadge,
    UnknownCode,
    check_character,
    cleaned,
    code_at_end,
    is_badge_code,
    new_badge_code,
)

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CODES = some.builds(lambda: new_badge_code(()))


def test_the_check_character_is_the_standards_own() -> None:
    # ISO 7064 gives 079 → X for MOD 11-2; by hand for MOD 37-2: (10·8 + 11·4 + 1·2) ≡ 15, 1 − 15 ≡ 23 → N.
    assert check_character("AB1") == "N"


@given(CODES, some.integers(0, 6), some.sampled_from(SIGNS))
def test_one_wrong_character_never_verifies(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert is_badge_code(wrong) is (wrong == code)


@given(CODES, some.integers(0, 6), some.integers(0, 6))
def test_two_swapped_characters_never_verify(code: str, one: int, other: int) -> None:
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    assert is_badge_code("".join(signs)) is ("".join(signs) == code)


@given(CODES)
def test_a_code_is_seven_capitals_and_digits_that_nobody_mistakes(code: str) -> None:
    assert len(code) == 7 and code.isalnum() and code == code.upper()
    assert not set("0O1I") & set(code)


@given(CODES)
def test_a_code_is_read_as_it_is_typed(code: str) -> None:
    typed = f" {code[:3].lower()} {code[3:]}\n"
    assert cleaned(typed) == code and is_badge_code(typed)


@pytest.mark.parametrize("name", ["KRISTEL", "Tsõõriq", "", "Anu", "ABCDEFG"])
def test_a_name_is_never_taken_for_a_code(name: str) -> None:
    assert not is_badge_code(name)


def test_every_single_mistake_and_every_swap_of_neighbours_is_caught() -> None:
    passed = []
    for _ in range(150):
        code = new_badge_code(())
        wrong = [code[:at] + sign + code[at + 1 :] for at in range(7) for sign in SIGNS if sign != code[at]]
        wrong += [
            code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(6) if code[at] != code[at + 1]
        ]
        passed += [(code, one) for one in wrong if is_badge_code(one)]
    assert passed == []


def test_no_pair_of_values_and_places_can_escape_the_check() -> None:
    # What a mistake adds to the sum, for every pair of the standard's 37 values in every place of a code.
    weights = [2**place % 37 for place in range(7)]
    differences = range(1, 37)
    assert all(by * weight % 37 for by in differences for weight in weights)
    between = [one - other for one in weights for other in weights if one != other]
    assert all(by * weight % 37 for by in differences for weight in between)
    assert len(set(weights)) == 7


def test_the_test_code_verifies_and_is_given_to_nobody() -> None:
    assert is_badge_code(TEST_CODE)
    assert "the scanner works" in str(UnknownCode.of(TEST_CODE))


def test_a_code_is_found_behind_what_a_scanner_sends_first() -> None:
    code = new_badge_code(())
    assert code_at_end(f"]Q3{code}") == code_at_end(f"99{code.lower()}\n") == code
    assert code_at_end(f"{code}]") == code and code_at_end("]Q3") == ""


def test_codes_do_not_come_twice() -> None:
    taken: set[str] = set()
    for _ in range(2000):
        code = new_badge_code(taken)
        assert code not in taken
        taken.add(code)


def test_an_unknown_code_says_whether_it_is_one_at_all() -> None:
    code = new_badge_code(())
    assert "Nobody at this event" in str(UnknownCode.of(code)) and code in str(UnknownCode.of(code.lower()))
    assert "no badge code" in str(UnknownCode.of("zzz")) and isinstance(UnknownCode.of("zzz"), NotABadge)
    garbled = UnknownCode.of("ЯЫЯ", f"]Q3{code}")
    assert not isinstance(garbled, NotABadge) and garbled.values["code"] == code
