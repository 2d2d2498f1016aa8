"""The projector in the play: sponsors' logos, the list of steps, and the one that is shown."""

from __future__ import annotations

from io import BytesIO

from hackdesk.agenda import actions, queries
from hackdesk.agenda.cues import suggested
from hackdesk.agenda.rules import View
from hackdesk.documents.actions import add_sponsor
from hackdesk.language import language
from hackdesk.rehearsal.play import Play
from hackdesk.resources import resource

#: Invented sponsors: name, colour, whether the logo is a square one.
_SPONSORS = (
    ("Võhandu Pank", "#1E4E8C", False), ("Setomaa Leib", "#8A4B12", False), ("Kagu Energia", "#2E7D32", True),
    ("Põlva Puit", "#5D4037", False), ("Võrumaa Net", "#6A1B9A", True),
)  # fmt: skip


def prepare_hall(play: Play) -> None:
    """Logos are hung up and the steps are made from the programme."""
    for name, colour, square in _SPONSORS:
        add_sponsor(play.event, f"{name}.png", _logo(name, colour, square=square))
    words = language(play.settings.language)
    actions.replace_cues(play.event, suggested(queries.programme(play.event), [words], sponsors=True))


def show_step(play: Play, view: View) -> None:
    """The first step of the list that shows this view; without one the view by hand."""
    cue = next((cue for cue in queries.cues(play.event) if cue.view == view), None)
    if cue:
        actions.show_cue(play.event, cue.id)
    else:
        actions.show_on_stage(play.event, view)


def _logo(name: str, colour: str, *, square: bool) -> bytes:
    """A word in a colour, or its first letter on a disc above it."""
    from PIL import Image, ImageDraw, ImageFont

    size = (420, 420) if square else (640, 160)
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(resource("fonts/NotoSans-Bold.ttf")), 60 if square else 84)
    if square:
        letter = ImageFont.truetype(str(resource("fonts/NotoSans-Bold.ttf")), 170)
        draw.ellipse((95, 20, 325, 250), fill=colour)
        draw.text((210, 132), name[:1], font=letter, fill="white", anchor="mm")
        draw.text((210, 330), name, font=font, fill=colour, anchor="mm")
    else:
        draw.text((320, 80), name, font=font, fill=colour, anchor="mm")
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
