"""One door to every drawing; light to import, because a process of its own is started for it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from hackdesk.documents.rules import Printed, PrinterProfile
from hackdesk.steps import Step, no_steps

#: Which module and function draws a kind of document. The PDF library is loaded with it.
_DRAWN_BY = {
    "badges": ("badges", "print_badges"),
    "attendance": ("attendance", "print_attendance"),
    "programme": ("programme_pages", "print_programme"),
    "programme_staff": ("programme_pages", "print_programme"),
    "kitchen": ("kitchen", "print_kitchen"),
    "meals": ("meal_lists", "print_meal_lists"),
    "posters": ("posters", "print_posters"),
    "posters_a3": ("posters", "print_large_posters"),
    "team_signs": ("team_signs", "print_team_signs"),
    "signs": ("table_signs", "print_table_signs"),
    "team_lists": ("team_lists", "print_team_lists"),
    "moves": ("team_lists", "print_moves"),
    "pitch_order": ("pitch_order", "print_pitch_order"),
    "mentor_slips": ("mentor_pages", "print_mentor_slips"),
    "mentor_table_slips": ("mentor_pages", "print_mentor_slips"),
    "mentor_plan": ("mentor_pages", "print_mentor_plan"),
    "ballots": ("score_sheets", "print_ballots"),
    "hall_slips": ("hall_slips", "print_hall_slips"),
    "ballot_rows": ("score_rows", "print_ballots_in_rows"),
    "spare_ballots": ("score_rows", "print_spare_ballots"),
    "results": ("results", "print_results"),
    "speaker_script": ("speech", "print_speaker_script"),
    "certificates": ("certificates", "print_certificates"),
    "issued": ("issued", "print_issued"),
    "juror_cards": ("juror_cards", "print_juror_cards"),
    "feedback": ("feedback", "print_feedback"),
    "ruler": ("ruler", "print_ruler"),
    "commitments": ("feedback", "print_commitments"),
    "feedback_forms": ("form_pages", "print_feedback_forms"),
    "report": ("report", "print_report"),
    "mix": ("mix_page", "print_mix"),
    "team_phones": ("team_lists", "print_team_phones"),
    "turnout": ("turnout", "print_turnout"),
    "missing": ("turnout", "print_missing"),
}


def draw(
    name: str, values: Any, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """Draw the document `name` from its values into a PDF. tag: its language.

    Raises NoGlyph, or HackDeskError where the file cannot be written; nothing is left behind then.
    """
    module, function = _DRAWN_BY[name]
    drawing: Callable[..., Printed] = getattr(import_module(f"hackdesk.documents.{module}"), function)
    return drawing(values, tag, profile, path, step=step)


def draw_only(pages: frozenset[int], *drawing: Any, step: Step = no_steps) -> Printed:
    """Draw as `draw` does, but keep only these pages. Raises HackDeskError where there are none of them."""
    from hackdesk.documents.sheet import only

    with only(pages):
        return draw(*drawing, step=step)
