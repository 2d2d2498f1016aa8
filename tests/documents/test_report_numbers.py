"""The funder's report is counted right, and nobody is recognised in it. Every number here is counted by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import uuid4
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from hackdesk.documents import report_numbers as numbers
from hackdesk.documents.report_numbers import MOST_PLACES, Cell
from hackdesk.documents.report_values import HEADINGS, ReportTexts
from hackdesk.follow_up.forms import LEAST, Answer, questions_of, voices
from hackdesk.language import language
from hackdesk.people.presence import Presence
from hackdesk.people.rules import STAKEHOLDER_GROUPS, Person

TALLINN = ZoneInfo("Europe/Tallinn")
DAYS = (date(2026, 11, 14), date(2026, 11, 15))
OFFICIAL, RESIDENT, USER = (group.key for group in STAKEHOLDER_GROUPS[:3])


def at(day: int, hour: int, minute: int = 0) -> Presence:
    """A check-in by the hall's clock."""
    local = datetime(2026, 11, day, hour, minute, tzinfo=TALLINN)
    return Presence(local.date(), local.astimezone(UTC))


def somebody(*presences: Presence, **more: object) -> Person:
    return Person(uuid4(), "CODE", "Mari", presences=presences, **more)  # type: ignore[arg-type]


def test_who_registered_came_stayed_away_or_walked_in_is_counted_once() -> None:
    found = numbers.turnout(
        [
            somebody(at(14, 9), at(15, 9)), somebody(at(15, 10)), somebody(at(14, 9, 40), walk_in=True),
            somebody(), somebody(), somebody(cancelled=True), somebody(at(14, 9, 5), cancelled=True),
            somebody(walk_in=True),
        ],
        DAYS, TALLINN,
    )  # fmt: skip
    assert (found.registered, found.cancelled, found.no_shows, found.walk_ins, found.came) == (6, 1, 2, 1, 4)
    saturday, sunday = found.days
    assert (saturday.came, saturday.first, sunday.came, sunday.first) == (3, 3, 2, 1)


@given(some.lists(some.tuples(some.booleans(), some.booleans(), some.booleans()), max_size=30))
def test_the_numbers_of_the_turnout_add_up(everybody: list[tuple[bool, bool, bool]]) -> None:
    people = [
        somebody(*([at(14, 9)] if came else []), cancelled=cancelled, walk_in=walk_in)
        for came, cancelled, walk_in in everybody
    ]
    found = numbers.turnout(people, DAYS, TALLINN)
    assert found.came == found.registered - found.cancelled - found.no_shows + found.walk_ins
    assert found.came == sum(day.first for day in found.days)


def test_arrivals_are_counted_by_half_hours_of_the_halls_clock_without_gaps() -> None:
    midnight = datetime(2026, 11, 14, tzinfo=TALLINN).astimezone(UTC)
    people = [
        somebody(at(14, 9)), somebody(at(14, 9, 29)), somebody(at(14, 9, 30)), somebody(at(14, 11)),
        somebody(Presence(DAYS[0], midnight, by_hand=True)),
    ]  # fmt: skip
    day = numbers.turnout(people, DAYS, TALLINN).days[0]
    assert day.arrivals == ((540, 2), (570, 1), (600, 0), (630, 0), (660, 1))
    assert day.came == 5 and day.unknown == 1


def test_who_is_of_two_groups_counts_in_both_and_who_stayed_away_in_none() -> None:
    people = [
        somebody(at(14, 9), groups=(RESIDENT, USER)), somebody(at(14, 9), groups=(RESIDENT,)),
        somebody(at(14, 9)), somebody(at(14, 9), groups=("gone",)), somebody(groups=(OFFICIAL,)),
    ]  # fmt: skip
    found, without = numbers.group_numbers(people, STAKEHOLDER_GROUPS)
    assert [(one.group.key, one.people) for one in found] == [(RESIDENT, 2), (USER, 1)]
    assert without == 2


def test_one_municipality_in_several_spellings_is_counted_once_and_a_few_are_put_together() -> None:
    texts = ["Rõuge vald", "Rõuge", "rõuge v.", "", "Võru linn"]
    found = numbers.places([somebody(at(14, 9), municipality=one) for one in texts], {})
    assert found.named == (("Rõuge vald", 3), ("Võru linn", 1)) and found.unsaid == 1 and found.municipalities == 2
    many = [somebody(at(14, 9), municipality=f"Küla{'abcdefghijklmn'[n]} vald") for n in range(MOST_PLACES + 3)]
    found = numbers.places(many, {})
    assert len(found.named) == MOST_PLACES and found.others == (3, 3) and found.municipalities == MOST_PLACES + 3


def test_pairs_of_groups_are_counted_by_hand() -> None:
    # Four officials and three residents make 6, 3 and 4 × 3 pairs; in the other team 2 × 1 more of them.
    rooms = [[(OFFICIAL,)] * 4 + [(RESIDENT,)] * 3, [(OFFICIAL,)] * 2 + [(RESIDENT,)] + [()]]
    found = numbers.met(rooms, STAKEHOLDER_GROUPS)
    assert [group.key for group in found.groups] == [OFFICIAL, RESIDENT]
    assert found.cells[(OFFICIAL, OFFICIAL)] == Cell(7, hidden=True)  # or the three below could be worked out
    assert found.cells[(OFFICIAL, RESIDENT)] == Cell(14)
    assert found.cells[(RESIDENT, RESIDENT)] == Cell(3, hidden=True)


def test_a_pair_counts_once_in_a_cell_however_many_groups_the_two_have() -> None:
    found = numbers.met([[(OFFICIAL, RESIDENT), (OFFICIAL, RESIDENT)]], STAKEHOLDER_GROUPS)
    assert {key: cell.pairs for key, cell in found.cells.items()} == {
        (OFFICIAL, OFFICIAL): 1, (OFFICIAL, RESIDENT): 1, (RESIDENT, RESIDENT): 1
    }  # fmt: skip


@given(some.lists(some.lists(some.sampled_from([(OFFICIAL,), (RESIDENT,), (USER,), ()]), max_size=9), max_size=5))
def test_what_is_hidden_of_pairs_cannot_be_worked_out(rooms: list[list[tuple[str, ...]]]) -> None:
    cells = numbers.met(rooms, STAKEHOLDER_GROUPS).cells.values()
    hidden = sum(cell.pairs for cell in cells if cell.hidden)
    assert hidden == 0 or hidden >= LEAST or all(cell.hidden or not cell.pairs for cell in cells)
    assert all(cell.hidden for cell in cells if 0 < cell.pairs < LEAST)


def said(answers: list[Answer]) -> tuple[numbers.Said, ...]:
    return numbers.said(questions_of({}, language("en")), voices(answers), STAKEHOLDER_GROUPS)


def test_what_people_marked_has_a_spread_and_an_exact_mean() -> None:
    first = said([Answer(RESIDENT, {"met": mark}) for mark in (5, 5, 4, 4, 1)])[0]
    assert first.counts == (1, 0, 0, 2, 2) and first.mean == Fraction(19, 5)
    assert first.groups == (("Community", 5, Fraction(19, 5)),)


def test_a_question_that_fewer_than_five_marked_is_not_shown() -> None:
    marked, skipped = said([Answer(RESIDENT, {"met": 5})] * 4 + [Answer(RESIDENT, {"learnt": 3})] * 5)[:2]
    assert marked.answers == 0 and marked.mean is None and not marked.groups
    assert skipped.answers == 5


def test_a_group_is_not_shown_where_its_number_would_give_away_the_few_others() -> None:
    forms = [Answer(RESIDENT, {"met": 5})] * 6 + [Answer(USER, {"met": 4})] * 5
    forms += [Answer(OFFICIAL, {"met": 1})] * 2 + [Answer(OFFICIAL, {"learnt": 1})] * 5
    first = said(forms)[0]
    assert first.answers == 13
    assert [name for name, _answers, _mean in first.groups] == ["Community"]  # 13 − 6 leaves seven, not two


def test_texts_are_kept_as_they_are_written_and_empty_ones_not_at_all() -> None:
    texts = ReportTexts(goals="Kokku tuua", follows="Edasi")
    assert texts.stored == {"goals": "Kokku tuua", "follows": "Edasi"}
    assert ReportTexts.of({**texts.stored, "of a later version": 1}) == texts
    assert list(HEADINGS) == list(vars(texts))


def test_states_come_in_their_order_and_those_of_nobody_not_at_all() -> None:
    assert numbers.states(["done", "open", "done"], ("open", "dropped", "done")) == (("open", 1), ("done", 2))


def test_a_day_on_which_nobody_came_is_shown_with_nobody() -> None:
    day = numbers.turnout([somebody(at(14, 9))], (DAYS[0], DAYS[1] + timedelta(days=1)), TALLINN).days[1]
    assert (day.came, day.first, day.arrivals) == (0, 0, ())
