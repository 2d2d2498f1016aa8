"""The documents there are: what each is called, what it is drawn from, and what draws it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hackdesk import laptop
from hackdesk.documents import queries
from hackdesk.documents.actions import number_certificates, record_printed, signing_key
from hackdesk.documents.badge_values import Badges, BadgeWish, wished
from hackdesk.documents.ballot_papers import ballots_in_rows_of, ballots_of, spare_ballots_of
from hackdesk.documents.calling import MissingSheet, TurnoutSheet
from hackdesk.documents.certificate_queries import certificates_of, issued_of
from hackdesk.documents.certificate_values import Certificates
from hackdesk.documents.drawing import draw_only
from hackdesk.documents.eating import kitchen_of, meal_lists_of
from hackdesk.documents.form_paper_of import feedback_forms_of
from hackdesk.documents.hall_paper import HallSlips
from hackdesk.documents.hall_slips_of import hall_slips_of
from hackdesk.documents.juror_card_values import JurorCards
from hackdesk.documents.juror_cards_of import juror_cards_of
from hackdesk.documents.moments import in_order
from hackdesk.documents.page_range import part_of
from hackdesk.documents.pitch_order_of import pitch_order_of
from hackdesk.documents.planning import programme_of, staff_programme_of
from hackdesk.documents.posters_of import posters_of
from hackdesk.documents.proving import with_codes
from hackdesk.documents.record_proof import with_record_code
from hackdesk.documents.report_of import report_of
from hackdesk.documents.report_values import FunderReport
from hackdesk.documents.rules import (
    Ballots,
    BallotsInRows,
    LastPrinted,
    NothingToPrint,
    Printed,
    PrinterProfile,
    ResultsRecord,
    SpeakerScript,
    nobody_yet,
)
from hackdesk.documents.seating import mix_of, moves_of, signs_of, team_lists_of, team_phones_of
from hackdesk.documents.seats import MixPaper, TeamsPaper
from hackdesk.documents.speech_of import speaker_script_of
from hackdesk.documents.timetable import Timetable
from hackdesk.documents.visiting import mentor_plan_of, mentor_slips_of, mentor_table_slips_of
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.actions import make_links, number_teams
from hackdesk.jury.queries import ranking_published
from hackdesk.language import N_, Words, language


@dataclass(frozen=True)
class Kind:
    """A kind of document. about: what it is for; gather: gives its values or raises NothingToPrint.

    prepare: what must be written down before it is made for good. private: it holds phone numbers, notes or codes
    that vote, so it is made only when somebody asks for it by name, never along with the others.
    """

    name: str
    title: str
    about: str
    gather: Callable[[Event], Any]
    prepare: Callable[[Event], object] | None = None
    private: bool = False

    def file_name(self, words: Words) -> str:
        """A file name that sorts as the documents are needed through the event: "01 badges.pdf"."""
        title = words(self.title).lower().replace("/", "-")
        return f"{list(KINDS).index(self.name) + 1:02} {title}.pdf"


@dataclass(frozen=True)
class Standing:
    """How a document stands. values: what it is drawn from; None where `refusal` says what is missing, but for
    badges: those without a name can be made for nobody.

    concern: a sentence to know before it is printed, marked for translation, or "". private: as its kind is, and
    for the record of the results as well where places are not published.
    """

    name: str
    values: Any
    refusal: NothingToPrint | None
    concern: str = ""
    printed: LastPrinted | None = None
    private: bool = False


_ALL = (
    Kind(
        "badges", N_("Badges"), N_("With a code to scan at the desk, on sheets or one by one."),
        queries.badges_of,
    ),
    Kind(
        "attendance", N_("Attendance sheets"), N_("For each day, with room to sign and for walk-ins."),
        queries.attendance_of,
    ),
    Kind(
        "programme", N_("Programme"), N_("For the wall: a page for each day, what the hall sees."),
        programme_of,
    ),
    Kind(
        "posters", N_("Topic posters"), N_("One for each topic, with room for the names of those who take part."),
        posters_of,
    ),
    Kind(
        "posters_a3", N_("Topic posters, A3"), N_("The same twice as large, for a printer that takes A3."),
        posters_of,
    ),
    Kind(
        "kitchen", N_("List for the kitchen"), N_("How many eat, and who needs what."),
        kitchen_of,
    ),
    Kind(
        "meals", N_("Meals to tick"), N_("By name, with a box for each meal."),
        meal_lists_of,
    ),
    Kind(
        "signs", N_("Table signs"), N_("One for each team, to fold and to stand on its table."),
        signs_of,
    ),
    Kind(
        "team_signs", N_("Team signs"), N_("For the wall or the door where a team works, with who is in it."),
        signs_of,
    ),
    Kind(
        "team_lists", N_("Who sits where"), N_("For the wall: by team, then from A to Z."),
        team_lists_of,
    ),
    Kind(
        "moves", N_("Who moved"), N_("Since the teams were announced: for the wall or to call out."),
        moves_of,
    ),
    Kind(
        "mentor_slips", N_("Slips for mentors"), N_("Whom each mentor sees when, with room for notes; to be cut."),
        mentor_slips_of,
    ),
    Kind(
        "mentor_table_slips", N_("Slips for tables"), N_("Who comes to each team when, and for what; to be cut."),
        mentor_table_slips_of,
    ),
    Kind(
        "mentor_plan", N_("Plan of the mentor rounds"), N_("For the wall: every mentor, every slot."),
        mentor_plan_of,
    ),
    Kind(
        "pitch_order", N_("Order of pitches"), N_("For the wall and for jurors, with how it was drawn."),
        pitch_order_of,
    ),
    Kind(
        "ballots", N_("Ballots"), N_("A page for each juror and team, with guidance and room for a note."),
        ballots_of,
    ),
    Kind(
        "ballot_rows", N_("Ballots in rows"), N_("A page for each juror with all teams: the quickest to type."),
        ballots_in_rows_of,
    ),
    Kind(
        "spare_ballots", N_("Spare ballots"), N_("Without names: both kinds, to write on by hand."),
        spare_ballots_of,
    ),
    Kind(
        "results", N_("Record of the results"), N_("Places, awards and how they came about, to be signed."),
        queries.results_of,
    ),
    Kind(
        "speaker_script", N_("Speaker's script"),
        N_("What is said when the signed results are revealed, in large print."),
        speaker_script_of, private=True,
    ),
    Kind(
        "certificates", N_("Certificates"), N_("For everybody who came, and diplomas for the awards."),
        certificates_of, number_certificates,
    ),
    Kind(
        "issued", N_("Certificates issued"), N_("Every number, with what stood on it when it was made last."),
        issued_of,
    ),
    Kind(
        "feedback", N_("Feedback"), N_("What jurors and mentors wrote to each team, as far as it is released."),
        queries.team_sheets_of,
    ),
    Kind(
        "commitments", N_("Follow-up sheets"), N_("Who does what by when, with lines to write on."),
        queries.team_sheets_of,
    ),
    Kind(
        "feedback_forms", N_("Feedback forms"),
        N_("Five questions without a name, two forms on a page; to be cut."),
        feedback_forms_of,
    ),
    Kind(
        "mix", N_("How the teams are mixed"), N_("For the funder's report: who shares a team with another group."),
        mix_of,
    ),
    Kind(
        "report", N_("Report to the funder"),
        N_("Numbers, plots and your own texts, to be handed in: write these under After."),
        report_of,
    ),
    Kind(
        "juror_cards", N_("Cards for jurors"), N_("How each juror comes in, with their own code; to be cut."),
        juror_cards_of, make_links, private=True,
    ),
    Kind(
        "programme_staff", N_("Programme for the organisers"),
        N_("With what goes on behind the scenes, who sees to it, and notes."),
        staff_programme_of, private=True,
    ),
    Kind(
        "team_phones", N_("Teams with phone numbers"), N_("For those who organise, team by team."),
        team_phones_of, private=True,
    ),
    Kind(
        "turnout", N_("Who is wanted"), N_("Wanted, registered, and whom to call: for the organisers' meeting."),
        queries.turnout_of, private=True,
    ),
    Kind(
        "missing", N_("Not here yet"), N_("Who is expected today and whom to call, the most needed first."),
        queries.missing_of, private=True,
    ),
    Kind(
        "hall_slips", N_("Slips for the hall's vote"), N_("To be cut: one vote each, by the code of a badge."),
        hall_slips_of, number_teams, private=True,
    ),
)  # fmt: skip
_BY_NAME = {kind.name: kind for kind in _ALL}
KINDS = {name: _BY_NAME[name] for name in in_order(_BY_NAME)}


def read_together() -> tuple[tuple[str, ...], ...]:
    """The names of all kinds, in the order of KINDS; those drawn from the same values stand together."""
    sharing: dict[Callable[[Event], Any], list[str]] = {}
    for kind in KINDS.values():
        sharing.setdefault(kind.gather, []).append(kind.name)
    return tuple(map(tuple, sharing.values()))


def standings(event: Event, names: Collection[str] = ()) -> tuple[Standing, ...]:
    """How these documents stand now, in the order of KINDS; without names: all, which takes a while."""
    printed = queries.last_printed(event)
    wanted = [kind for kind in KINDS.values() if not names or kind.name in names]
    gathered = {gather: _tried(gather, event) for gather in {kind.gather for kind in wanted}}
    return tuple(_standing(kind, gathered[kind.gather], printed.get(kind.name)) for kind in wanted)


def _standing(kind: Kind, values: Any, printed: LastPrinted | None) -> Standing:
    refusal = _refusal(values)
    concern = "" if refusal else _concern(values)
    kept = None if isinstance(values, NothingToPrint) else values
    private = kind.private or (isinstance(values, ResultsRecord) and not values.ranking_published)
    return Standing(kind.name, kept, refusal, concern, printed, private)


def _refusal(values: object) -> NothingToPrint | None:
    if isinstance(values, Badges) and not values.badges:
        return nobody_yet()
    return values if isinstance(values, NothingToPrint) else None


def _tried(gather: Callable[[Event], Any], event: Event) -> Any:
    try:
        return gather(event)
    except NothingToPrint as refusal:
        return refusal


def _concern(values: object) -> str:
    if (isinstance(values, Ballots) and not values.ballots[0].turn) or (
        isinstance(values, BallotsInRows) and not values.drawn
    ):
        return N_("The order of pitches is not drawn yet.")
    if isinstance(values, ResultsRecord) and not values.signed:
        return N_("Not signed yet: this is a draft.")
    if isinstance(values, ResultsRecord) and not values.ranking_published:
        return N_("Places are not published: for the jury and the organisers only.")
    if isinstance(values, SpeakerScript):
        return N_("It tells the results: only for who speaks.")
    if isinstance(values, TurnoutSheet | MissingSheet) or (isinstance(values, TeamsPaper) and values.phones):
        return N_("Holds phone numbers: not for the wall.")
    if isinstance(values, Timetable) and values.staff:
        return N_("Holds the organisers' notes: not for the wall.")
    if isinstance(values, HallSlips):
        return N_("Each slip is a vote: keep them until they are handed out.")
    if isinstance(values, MixPaper) and values.mix.at is None:
        return N_("The teams are not announced yet: counted as they sit now.")
    if isinstance(values, JurorCards | FunderReport):
        return values.concern
    if isinstance(values, Certificates) and values.revision is None:
        return N_("Without diplomas: the results are not signed yet.")
    return ""


def made_ready(event: Event, name: str, wish: BadgeWish | None = None) -> Any:
    """The values of a document that is to be made for good: certificates have their numbers then.

    wish: which badges; all where it is left out. Raises NothingToPrint before anything is written down.
    """
    kind = kind_of(name)
    values = kind.gather(event)
    if isinstance(values, Badges):
        return queries.with_codes(event, wished(values, wish or BadgeWish()))
    if kind.prepare is not None:
        kind.prepare(event)
        values = kind.gather(event)
    return _proven(event, values)


def _proven(event: Event, values: Any) -> Any:
    """The values with the codes that prove them, where they are to have some."""
    settings = settings_of(event)
    today, words = event.clock.utc_now().astimezone(settings.zone).date(), language(settings.language)
    if isinstance(values, Certificates) and values.settings.qr:
        return with_codes(values, signing_key(event).private, words, today)
    if isinstance(values, ResultsRecord) and values.signed:
        return with_record_code(values, signing_key(event), words, today)
    return values


def print_kind(
    event: Event, name: str, path: Path, tag: str = "", *, wish: BadgeWish | None = None
) -> Printed:
    """Make one document for good: numbered where it has numbers, drawn, and written down as printed.

    tag: its language; the event's where left out. wish: which badges. Raises NothingToPrint, NoGlyph, or
    HackDeskError.
    """
    return print_values(event, made_ready(event, name, wish), name, path, tag)


def print_values(
    event: Event, values: Any, name: str, path: Path, tag: str = "", pages: frozenset[int] = frozenset()
) -> Printed:
    """The same from values that are made ready. pages: only these; none: all."""
    tag, part = tag or settings_of(event).language, part_of(values, pages)
    printed = draw_only(pages, name, values, tag, printer_profile(), path)
    record_printed(event, printed, part, kind=name, language=tag)
    return printed


def print_all(event: Event, folder: Path, tag: str = "") -> tuple[Printed, ...]:
    """Make every document that is not private and has something to print, into a folder that exists.

    The record of the results is private too where places are not published.
    """
    tag = tag or settings_of(event).language
    printed = []
    for kind in (kind for kind in KINDS.values() if not is_private(event, kind)):
        with suppress(NothingToPrint):
            printed.append(print_kind(event, kind.name, folder / kind.file_name(language(tag)), tag))
    return tuple(printed)


def is_private(event: Event, kind: Kind) -> bool:
    """Whether a document is made only when asked for by name: the record too where places are not published."""
    return kind.private or (kind.name == "results" and not ranking_published(event))


def printer_profile(printer: str = "") -> PrinterProfile:
    """How a printer of this laptop shifts and shrinks a page; without a name: as for a PDF."""
    return laptop.load().printer(printer)


def kind_of(name: str) -> Kind:
    """The kind of that name, also written with hyphens. Raises HackDeskError where there is none."""
    name = name.replace("-", "_")
    if name not in KINDS:
        raise HackDeskError(
            N_("There is no document “{name}”."), name=name,
            remedy=N_("The documents are {known}."), known=", ".join(KINDS),
        )  # fmt: skip
    return KINDS[name]
