"""Values to draw, PDFs read back, and an event with everything in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
import zxingcpp
from builders import STRANGE_NAME, FakeClock, an_empty_event

from hackdesk.agenda.actions import add_item, add_mentor, add_round, add_visit
from hackdesk.agenda.mentoring import MentorDraft, RoundDraft, Seat
from hackdesk.agenda.rules import Planned
from hackdesk.documents.badge_values import Badge, Badges
from hackdesk.documents.certificate_values import Certificate, Certificates
from hackdesk.documents.rules import Masthead, PrinterProfile
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import add_commitment
from hackdesk.follow_up.rules import Promise
from hackdesk.jury import actions as jury
from hackdesk.jury import queries as judged
from hackdesk.jury.rules import Award, BallotState, Criterion, Juror, NotCounted
from hackdesk.jury.rules import Sheet as Marks
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_meals, add_person, check_in_all
from hackdesk.people.meals import Meal
from hackdesk.people.rules import STAKEHOLDER_GROUPS, Draft
from hackdesk.teams.actions import add_team, place_person
from hackdesk.teams.rules import TeamDraft

MASTHEAD = Masthead(
    "Vastseliina Loometalgud 2026", "Vastseliina", date(2026, 11, 14), date(2026, 11, 15),
    "Võrumaa Arenduskeskus", "Euroopa Sotsiaalfond+\nProjekt 2021-2027.4.07.23-0001",
)  # fmt: skip
PLAIN_PRINTER = PrinterProfile()


@dataclass(frozen=True)
class ReadPage:
    """What a reader finds on a page. outside: signs that reach over the paper's edge."""

    text: str
    outside: tuple[str, ...]
    size: tuple[float, float]


@pytest.fixture
def masthead() -> Masthead:
    return MASTHEAD


@pytest.fixture
def printer() -> PrinterProfile:
    return PLAIN_PRINTER


@pytest.fixture
def strange_badges() -> Badges:
    """Two badges: an ordinary one, and one with the name every page must survive."""
    half = STRANGE_NAME.index(" – Jānis")
    ordinary = Badge("Õnne-Ly", "Kuusk", "Rõuge vald", "K7M2QXR", STAKEHOLDER_GROUPS[:1], ("et", "vro"))
    strange = Badge(STRANGE_NAME[:half], STRANGE_NAME[half:], "", "A2B3C4D", STAKEHOLDER_GROUPS[1:4], ("vro",))
    return Badges(MASTHEAD, (ordinary, strange))


@pytest.fixture
def certificates() -> Callable[..., Certificates]:
    def of(*certificates: Certificate, revision: int | None = None) -> Certificates:
        return Certificates(MASTHEAD, certificates, "Jānis Bērziņš", revision=revision)

    return of


@pytest.fixture
def pages() -> Callable[[Path], list[ReadPage]]:
    """The pages of a PDF as a reader finds them; line ends are spaces."""

    def read(path: Path) -> list[ReadPage]:
        with closing(pypdfium2.PdfDocument(path)) as document:
            return [_page(page) for page in document]

    return read


def _page(page: pypdfium2.PdfPage) -> ReadPage:
    text = page.get_textpage()
    width, height = page.get_size()
    outside = []
    for index in range(text.count_chars()):
        left, low, right, high = text.get_charbox(index)
        if right > left and (left < 0 or low < 0 or right > width or high > height):
            outside.append(text.get_text_range(index, 1))
    # The reader takes a hyphen at the end of a line for one that is not part of the word.
    said = text.get_text_range().replace("\ufffe", "- ")
    return ReadPage(" ".join(said.split()), tuple(outside), (width, height))


@pytest.fixture
def scanned() -> Callable[[Path], Iterator[str]]:
    """The codes a scanner finds on the first page of a PDF, printed at 150 dots an inch."""

    def read(path: Path) -> Iterator[str]:
        with closing(pypdfium2.PdfDocument(path)) as document:
            picture = document[0].render(scale=150 / 72).to_pil()
        return (found.text for found in zxingcpp.read_barcodes(picture))

    return read


@pytest.fixture
def empty_event(tmp_path: Path) -> Iterator[Event]:
    event = an_empty_event(tmp_path, clock=FakeClock())
    yield event
    event.close()


@pytest.fixture
def whole_event(empty_event: Event) -> Event:
    """Four people checked in, a mentor among them, two teams, two jurors, all ballots in but a recusal."""
    event = empty_event
    change_settings(event, replace(settings_of(event), place="Vastseliina", organiser="Võrumaa Arenduskeskus"))
    with event.change("groups") as session:
        add_groups(session, language("en"))
    people = [
        add_person(event, Draft(given, family, organisation="Rõuge vald", groups=("community",), roles=roles))
        for given, family, roles in (
            ("Õnne-Ly", "Kuusk", ()), ("Ants", "Tamm", ()), ("V́iido", "B́uss", ()), ("Mall", "Kask", ("mentor",)),
        )
    ]  # fmt: skip
    check_in_all(event)
    add_meals(event, [Meal(uuid4(), "Lõuna", settings_of(event).starts_on)])
    nine = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
    add_item(event, Planned("Avamine", nine, nine + timedelta(hours=1)))
    bus, garden = (add_team(event, TeamDraft(name)) for name in ("Külabuss", "Ühine aed"))
    for person, team in zip(people[:3], (bus, bus, garden), strict=True):
        place_person(event, person.id, team.id, seen=None)
    mentor = add_mentor(event, MentorDraft("Ülle Saarniit", None, ("õigus",)))
    visits = add_round(event, RoundDraft("Mentorid", nine, nine + timedelta(hours=1)))
    for number, team in enumerate((bus, garden)):
        add_visit(event, team.id, Seat(visits.id, mentor.id, visits.slots[number].starts_at))
    add_commitment(event, bus.id, Promise("Ants Tamm", "helistab valda"))
    with event.change("criteria") as session:
        made = Criterion(uuid4(), "Value"), Criterion(uuid4(), "Newness", weight=Fraction(2))
        jury.add_criteria(session, made, language("en"))
    jurors = [jury.add_juror(event, Juror(uuid4(), name, chair=name == "Jānis")) for name in ("Eve", "Jānis")]
    jury.add_award(event, Award(uuid4(), "Main prize", "Rõuge vald", by_place=1))
    marks = {criterion.id: Fraction(4) for criterion in judged.criteria(event)}
    for juror in jurors:
        sheet = Marks(marks, note="Leidke rahastaja" if juror.chair else "")
        jury.hand_in_ballot(event, juror.id, bus.id, sheet, seen=0)
    jury.hand_in_ballot(event, jurors[0].id, garden.id, Marks(dict.fromkeys(marks, Fraction(2))), seen=0)
    aside = NotCounted(BallotState.RECUSED, "sama küla")
    jury.set_ballot_state(event, jurors[1].id, garden.id, aside, seen=0)
    return event
