"""What the hall can be shown, in words."""

from __future__ import annotations

from hackdesk.agenda.rules import Cue, View
from hackdesk.language import N_
from ui.text import _, words

#: What stands on the buttons, in their order; Alt and the number choose one, Alt 0 the last.
VIEWS = {
    View.WELCOME: N_("Welcome"),
    View.TIMER: N_("Timer"),
    View.PROGRAMME: N_("Programme"),
    View.TEAMS: N_("Teams"),
    View.MESSAGE: N_("Message …"),
    View.RESULTS: N_("Results"),
    View.BLANK: N_("Blank"),
    View.TOPICS: N_("Topics"),
    View.ORDER: N_("Order"),
    View.SPONSORS: N_("Sponsors"),
}
#: Three ways of showing who sits where share one of these buttons, two of showing topics another.
SEATS = {View.TEAMS: N_("By team"), View.PEOPLE: N_("By name"), View.MOVED: N_("Moved")}
TOPICS = {View.TOPICS: N_("All of them"), View.TOPIC: N_("Introduced now")}
_NAMES = {
    **VIEWS,
    View.PROGRAMME: N_("Now and next"),
    View.TEAMS: N_("Teams and tables"),
    View.ORDER: N_("Order of pitches"),
    View.PEOPLE: N_("Teams by name"),
    View.MOVED: N_("Who moved"),
    View.TOPIC: N_("Topic introduced now"),
    View.MESSAGE: N_("Message"),
}


def view_name(view: View) -> str:
    """What a view is called where it stands alone."""
    return _(_NAMES[view])


def cue_name(cue: Cue) -> str:
    """A prepared step in a few words: the view, or what the message says."""
    return words.quoted(cue.message) if cue.view == View.MESSAGE else view_name(cue.view)


def button_of(view: View) -> View:
    """The button under which a view is found."""
    if view in SEATS:
        return View.TEAMS
    return View.TOPICS if view in TOPICS else view
