"""Teams and where they sit, for the hall: by team, by name, and who moved."""

from __future__ import annotations

from hackdesk.language import Words, language
from ui.projector.parts import Corners, Frame, Line, ListFrame, Room, RoomsFrame, TextFrame, Turn
from ui.projector.showing import Showing

#: A table's name so short stands before the name like a number.
_SHORT = 4


def teams_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """Who sits where, team by team; with their people once they are announced."""
    if not showing.seats:
        return _forming(showing, words)
    corners = Corners(top_left=words("Teams and where they sit"), top_right=showing.settings.name)
    rooms = tuple(Room(seat.table, seat.team, seat.people) for seat in showing.seats if seat.people)
    if rooms:
        return RoomsFrame(rooms, corners, turn)
    lines = tuple(Line(seat.table, seat.team) for seat in showing.seats)
    return ListFrame(lines, corners=corners, turn=turn)


def people_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """Who sits where, from A to Z, as it was announced."""
    everybody = [(name, seat) for seat in showing.seats for name in seat.people]
    if not everybody:
        return _forming(showing, words)
    # In the event's own order, whichever language the words around it are in: a name keeps its page.
    alphabet = language(showing.settings.language).alphabet
    everybody.sort(key=lambda one: alphabet(one[0]))
    lines = tuple(Line(_mark(seat.table), name, _where(seat.team, seat.table)) for name, seat in everybody)
    corners = Corners(top_left=words("Where do I sit?"), top_right=showing.settings.name)
    return ListFrame(lines, corners=corners, turn=turn, letters=True)


def moved_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """Who sits elsewhere than the room was told, and where they go."""
    corners = Corners(top_left=words("Who moved"), top_right=showing.settings.name)
    if not showing.moves:
        return TextFrame(words("Everybody sits where it was announced"), corners=corners)
    lines = tuple(
        Line(_mark(one.table), one.person, _where(one.team, one.table) or words("no team"))
        for one in showing.moves
    )
    return ListFrame(lines, corners=corners, turn=turn)


def _forming(showing: Showing, words: Words) -> Frame:
    return TextFrame(words("The teams are forming"), corners=Corners(top_right=showing.settings.name))


def _mark(table: str) -> str:
    return table if len(table) <= _SHORT else ""


def _where(team: str, table: str) -> str:
    return team if len(table) <= _SHORT else table
