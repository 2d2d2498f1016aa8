"""Name badges of every size, on sheets or one a page: the first name is read across a room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hackdesk.documents.badge_back import back_face
from hackdesk.documents.badge_face import Face, face
from hackdesk.documents.badge_formats import BadgeFormat, Grid, badge_format
from hackdesk.documents.badge_values import Badge, Badges
from hackdesk.documents.fit import LINE, MM
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

Drawing = Callable[[Badge], None]


def print_badges(
    badges: Badges, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with the badges. tag: the language. Raises NoGlyph before anything is written.

    With backs, each page is followed by its back, so that a printer that turns the paper over its long edge
    puts every back behind its front.
    """
    refuse_missing(texts_in(badges))
    words = language(tag)
    layout = badge_format(badges.format)
    title = words("Badges – {event}", event=badges.masthead.name)
    sheet = Sheet(title, words, profile, author=badges.masthead.organiser, size=layout.paper)
    shape = Face.of(layout.size)

    def front(badge: Badge) -> None:
        face(sheet, shape, badge, badges.masthead.name)

    def behind(badge: Badge) -> None:
        if badges.back and badges.back.same:
            front(badge)
        elif badges.back:
            back_face(sheet, shape, badges.back, badges.masthead)

    if layout.grid and layout.grid.cut:
        with sheet.stamp("marks"):
            _cut_marks(sheet, layout.grid)
    if badges.back:
        sheet.canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
    # Places that are taken on a sheet that was begun stay empty.
    placed: list[Badge | None] = [*[None] * _taken(badges, layout), *badges.badges]
    for first in range(0, len(placed), layout.a_sheet):
        step(first, len(placed))
        page = placed[first : first + layout.a_sheet]
        _a_page(sheet, layout, page, front)
        if badges.back:
            _a_page(sheet, layout, page, behind, back=True)
    step(len(placed), len(placed))
    return sheet.finish(path)


def _taken(badges: Badges, layout: BadgeFormat) -> int:
    return max(0, badges.first_label - 1) % layout.a_sheet


def _a_page(
    sheet: Sheet, layout: BadgeFormat, page: Sequence[Badge | None], draw: Drawing, *, back: bool = False
) -> None:
    with sheet.a_page():
        if layout.grid and layout.grid.cut:
            sheet.put("marks")
        for place, badge in enumerate(page):
            if badge is not None:
                with _at(sheet, layout, place, back=back):
                    draw(badge)


@contextmanager
def _at(sheet: Sheet, layout: BadgeFormat, place: int, *, back: bool) -> Iterator[None]:
    """Draw in one place of the page as if it were the whole page."""
    if layout.grid is None:
        yield
        return
    left, top = layout.grid.corner(place, back=back)
    if not layout.grid.turned:
        with sheet.shifted(left, top):
            yield
    elif back:
        # The top that lay at the right in front lies at the left when the paper is flipped.
        with sheet.turned(left, top + layout.size[0], left=True):
            yield
    else:
        with sheet.turned(left + layout.size[1], top):
            yield


def _cut_marks(sheet: Sheet, grid: Grid) -> None:
    sheet.canvas.setDash([2, 3])
    for row in range(1, grid.down):
        sheet.rule(0, row * grid.step[1], sheet.width, colour=LINE, thick=0.4)
    for column in range(1, grid.across):
        level = column * grid.step[0] * MM
        sheet.canvas.line(level, 0, level, sheet.height * MM)
    sheet.canvas.setDash([])
