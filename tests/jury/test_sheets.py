"""The codes on paper sheets: which sheet it is, a slip is noticed, and an old sheet is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from uuid import UUID, uuid4

import pytest

from hackdesk.jury.rules import Contestant, Criterion, Judging, Juror
from hackdesk.jury.sheets import LENGTH, ROWS_A_PAGE, NotASheet, Paper, SheetBook, rows_of

_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def a_judging(jurors: int = 3, teams: int = 5, criteria: int = 4, *, round_: int = 1, seed: int = 1) -> Judging:
    drawn = Random(seed)

    def new() -> UUID:
        return UUID(int=drawn.getrandbits(128), version=4)

    return Judging(
        tuple(Criterion(new(), f"Criterion {number}") for number in range(criteria)),
        tuple(Juror(new(), f"Juror {number}") for number in range(jurors)),
        tuple(Contestant(new(), f"Team {number}", turn=number + 1) for number in range(teams)),
        (), round=round_,
    )  # fmt: skip


def all_papers(judging: Judging) -> list[Paper]:
    single = [Paper(juror.id, judging.round, (team.id,)) for juror in judging.jurors for team in judging.active]
    return single + [paper for juror in judging.jurors for paper in rows_of(judging, juror.id)]


@pytest.mark.parametrize("seed", range(5))
def test_thirty_jurors_and_a_hundred_teams_have_a_code_each_that_leads_back(seed: int) -> None:
    first, second = a_judging(30, 100, seed=seed), a_judging(30, 100, round_=2, seed=seed)
    book = SheetBook((first, second))
    papers = all_papers(first) + all_papers(second)
    codes = {book.code(paper): paper for paper in papers}
    assert len(codes) == len(papers) == 2 * (3000 + 30 * 9)
    assert {len(code) for code in codes} == {LENGTH}
    for code, paper in codes.items():
        found = book.find(code)
        assert (found.paper, found.older_criteria, found.older_order) == (paper, False, False)


def test_the_same_event_gives_the_same_codes_after_a_restart() -> None:
    first, again = SheetBook([a_judging()]), SheetBook([a_judging()])
    assert [first.code(one) for one in all_papers(a_judging())] == [
        again.code(one) for one in all_papers(a_judging())
    ]
    assert first.code(all_papers(a_judging())[0]) == "APGV3SX"


def test_one_wrong_sign_and_two_swapped_ones_are_noticed() -> None:
    judging = a_judging()
    book = SheetBook([judging])
    for paper in all_papers(judging):
        code = book.code(paper)
        wrong = {code[:at] + sign + code[at + 1 :] for at in range(LENGTH) for sign in _SIGNS} - {code}
        for one in range(LENGTH):
            for other in range(one):
                signs = list(code)
                signs[one], signs[other] = signs[other], signs[one]
                wrong.add("".join(signs))
        for typed in wrong - {code}:
            with pytest.raises(NotASheet):
                book.find(typed)


def test_a_code_is_read_in_small_letters_with_a_dash_and_with_something_before_it() -> None:
    judging = a_judging()
    book = SheetBook([judging])
    paper = all_papers(judging)[0]
    code = book.code(paper)
    for typed in (code.lower(), f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}", f"]Q3{code}"):
        assert book.find(typed).paper == paper
    assert book.find("nothing", code).paper == paper


def test_a_code_begins_with_a_letter_that_says_nothing_in_a_cell_for_marks() -> None:
    judging = a_judging(30, 100)
    book = SheetBook([judging])
    heads = {book.code(paper)[0] for paper in all_papers(judging)}
    assert heads <= set("ABCDEFGHJKLMPQST")


def test_sheets_from_before_a_change_of_criteria_are_found_and_told() -> None:
    judging = a_judging()
    before = SheetBook([judging])
    first, *others = judging.criteria
    changes = (
        (replace(first, highest=Fraction(10)), *others), (*others, first), tuple(others),
        (*judging.criteria, Criterion(uuid4(), "One more")),
    )  # fmt: skip
    for criteria in changes:
        now = SheetBook([replace(judging, criteria=criteria)])
        told = [now.find(before.code(paper)) for paper in all_papers(judging)]
        assert [one.paper for one in told] == all_papers(judging)
        assert all(one.older_criteria and not one.older_order for one in told)


def test_another_weight_or_another_guidance_makes_no_sheet_old() -> None:
    judging = a_judging()
    code = SheetBook([judging]).code(all_papers(judging)[0])
    other = tuple(replace(one, weight=Fraction(3), guidance="Otherwise") for one in judging.criteria)
    assert not SheetBook([replace(judging, criteria=other)]).find(code).older_criteria


def test_a_page_in_rows_from_an_older_order_is_found_and_told_and_a_sheet_for_one_team_is_not_old() -> None:
    judging = a_judging(teams=ROWS_A_PAGE + 2)
    before, drawn_anew = SheetBook([judging]), replace(judging, teams=judging.teams[::-1])
    now = SheetBook([drawn_anew])
    juror, team = judging.jurors[0], judging.teams[3]
    for page, paper in enumerate(rows_of(judging, juror.id)):
        found = now.find(before.code(paper))
        assert found.paper == rows_of(drawn_anew, juror.id)[page]
        assert found.older_order and not found.older_criteria
    single = Paper(juror.id, 1, (team.id,))
    assert now.find(before.code(single)).older_order is False


def test_a_second_page_of_an_order_that_was_longer_is_still_that_jurors() -> None:
    judging = a_judging(teams=ROWS_A_PAGE + 1)
    shorter = replace(judging, teams=judging.teams[:-1])
    code = SheetBook([judging]).code(rows_of(judging, judging.jurors[1].id)[1])
    found = SheetBook([shorter]).find(code)
    assert found.paper.juror_id == judging.jurors[1].id
    assert found.older_order


def test_a_sheet_of_a_juror_who_is_gone_a_slip_and_nonsense_are_told_apart() -> None:
    judging = a_judging()
    gone = SheetBook([judging]).code(Paper(judging.jurors[0].id, 1, (judging.teams[0].id,)))
    book = SheetBook([replace(judging, jurors=judging.jurors[1:])])
    said = {}
    for name, typed in (("gone", gone), ("slip", "H2H2H2H"), ("name", "Mall")):
        with pytest.raises(NotASheet) as refusal:
            book.find(typed)
        said[name] = refusal.value.sentence
    assert said == {
        "gone": "No sheet of this jury has the code {code}.",
        "slip": "{code} is the code of no sheet: a sign is wrong, or it is a badge.",
        "name": "“{code}” is no sheet code.",
    }
