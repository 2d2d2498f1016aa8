from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hackdesk.people.badge_codes import UnknownCode, check_character, cleaned, is_badge_code, new_badge_code

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


def test_codes_do_not_come_twice() -> None:
    taken: set[str] = set()
    for _ in range(2000):
        code = new_badge_code(taken)
        assert code not in taken
        taken.add(code)


def test_an_unknown_code_says_whether_it_is_one_at_all() -> None:
    code = new_badge_code(())
    assert "Nobody at this event" in str(UnknownCode.of(code)) and code in str(UnknownCode.of(code.lower()))
    assert "no badge code" in str(UnknownCode.of("zzz"))
