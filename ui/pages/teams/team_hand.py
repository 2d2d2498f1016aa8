"""Work by hand with teams: their menu, names and tables, merging, splitting, filling up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hackdesk.teams.queries import problem
from hackdesk.teams.repair import division, refill
from hackdesk.teams.rules import Team
from ui.jobs import Job
from ui.pages.teams.move_popup import MovePopup, Target
from ui.pages.teams.team_dialog import TeamDialog
from ui.text import _
from ui.widgets.in_place import InPlace

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.teams.proposal import Problem
    from ui.pages.teams.board_panel import BoardPanel

_MOST_COMING = 40


class TeamHand(QObject):
    """Turns what is chosen in a team's menu, or typed on its card, into changes of teams."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._job: Job | None = None
        self.field = InPlace(panel.view.viewport())
        self.field.kept.connect(self._keep)
        panel.view.menu_wanted.connect(self.show_menu)
        panel.view.named.connect(self.type_on_card)

    def close(self) -> None:
        """Wait until the work is gone; the window closes."""
        if self._job is not None:
            self._job.close()

    def _team(self, card: UUID | None) -> Team | None:
        return next((team for team in self._panel.board.teams if team.id == card), None)

    # --- the menu -----------------------------------------------------------------------------

    def show_menu_of(self, card: UUID) -> None:
        """The menu of the card the keys are at; a topic without a team opens one."""
        view = self._panel.view
        if view.contents[card].topic is not None:
            self.open(card)
        else:
            self.show_menu(card, view.viewport().mapToGlobal(view.part_of(card, "menu").bottomLeft()))

    def show_menu(self, card: UUID, place: QPoint) -> None:
        """What can be done with a team."""
        team = self._team(card)
        if team is None:
            return
        menu = QMenu(_("Menu of {team}", team=team.name), self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = {
            "why": _("How it came out …"),
            "name": _("Another name (F2)"), "table": _("Table or room (T)"), "edit": _("Name, table, topic …"),
            "come": _("Who could come …"), "fill": _("Fill it up"),
            "merge": _("Merge with another team …"), "split": _("Split into two"),
            "no_show": _("Did not come"), "withdraw": _("Withdraw"),
        }  # fmt: skip
        for key, word in offers.items():
            if key in ("come", "merge", "no_show"):
                menu.addSeparator()
            menu.addAction(word).setData((key, team))
        menu.triggered.connect(self._chosen)
        menu.popup(place)

    def _chosen(self, action: QAction) -> None:
        what, team = action.data()
        self.do(what, team)

    def do(self, what: str, team: Team) -> None:
        """What was chosen in a team's menu."""
        panel = self._panel
        if what in ("name", "table"):
            self.type_on_card(team.id, what)
        elif what == "why":
            panel.reasons.ask(team)
        elif what == "edit":
            self.open_dialog(team)
        elif what in ("withdraw", "no_show"):
            {"withdraw": panel.steering.withdraw, "no_show": panel.steering.no_show}[what](team)
        else:
            {"merge": self._ask_merge, "come": self._ask_who, "fill": self.fill, "split": self.split}[what](team)

    def open(self, card: UUID) -> None:
        """A team for a topic that has none."""
        content = self._panel.view.contents.get(card)
        if content is not None and content.topic is not None:
            self._panel.steering.open_team(content.topic)

    def add(self) -> None:
        """Ask for a new team's name."""
        self.open_dialog(None)

    def open_dialog(self, team: Team | None) -> None:
        """A team's name, topic and table; None: of a new one."""
        dialog = TeamDialog(self._panel.page, self._panel.board, team)
        dialog.kept.connect(self._say_kept)
        dialog.show()

    def _say_kept(self, _team: Team) -> None:
        self._panel.page.saved()

    def add_named(self) -> None:
        """Make topics of the titles people wrote."""
        self._panel.steering.add_named([named.title for named in self._panel.board.named])

    # --- names and tables ---------------------------------------------------------------------

    def type_on_card(self, card: UUID | None, what: str) -> None:
        """Let the team's "name" or "table" be typed where it stands."""
        team, view = self._team(card), self._panel.view
        if team is None or self._panel.proposal is not None:
            return
        view.at = team.id
        view.bring_into_view()
        rect = view.part_of(team.id, "title")
        whole = view.rect_of(team.id)
        rect.setRect(whole.left() + 6, rect.top() - 6, whole.width() - 12, 38)
        text = team.name if what == "name" else team.table_name
        self.field.setAccessibleName(
            _("Name of {team}", team=team.name) if what == "name" else _("Table of {team}", team=team.name)
        )
        self.field.setPlaceholderText(_("Name") if what == "name" else _("Table or room"))
        self.field.begin(team.id, what, text, rect, view)

    def _keep(self, card: UUID, what: str, text: str) -> None:
        team = self._team(card)
        if team is not None:
            (self._panel.steering.rename if what == "name" else self._panel.steering.set_table)(team, text)

    def number_tables(self) -> None:
        """All teams, in the order in which they stand on the board."""
        shown = [content.team for content in self._panel.view.contents.values() if content.team]
        there = {team.id for team in shown}
        self._panel.steering.number_tables([*shown, *(t for t in self._panel.board.teams if t.id not in there)])

    # --- merging, splitting, filling up -------------------------------------------------------

    def _open(self, popup: MovePopup, team: Team) -> None:
        view = self._panel.view
        popup.open_at(view.viewport().mapToGlobal(view.rect_of(team.id).topLeft() + QPoint(20, 40)))

    def _ask_merge(self, team: Team) -> None:
        panel = self._panel
        people = [member.person_id for member in team.members]
        others = [
            Target(other.id, other.name, effect=panel.effect_of(people, other.id) if people else None)
            for other in panel.board.teams
            if other.id != team.id
        ]
        others.sort(key=lambda one: (one.effect is None, one.effect.order if one.effect else (0, 0)))
        popup = MovePopup(_("Merge {team} into …", team=team.name), others, _("Type a team's name"), panel)
        popup.picked.connect(partial(self._merge, team))
        self._open(popup, team)

    def _merge(self, team: Team, target: Target) -> None:
        if target.id is not None:
            self._panel.steering.merge(team, target.id)

    def _ask_who(self, team: Team) -> None:
        panel = self._panel
        coming = panel.effects.who_could_come(team.id, _MOST_COMING) if panel.effects.has(team.id) else []
        if not coming:
            panel.page.notice.say(
                _("Nobody could come to {team}: the others are pinned, or there are none.", team=team.name)
            )
            return
        names = {one.id: one.name for one in panel.board.teams}
        choices = [
            Target(one.id, one.name, names.get(panel.seats.get(one.id, UUID(int=0)), _("no place")), None, effect)
            for one, effect in coming
        ]
        popup = MovePopup(_("Who comes to {team}?", team=team.name), choices, _("Type a person's name"), panel)
        popup.picked.connect(partial(self._come, team))
        self._open(popup, team)

    def _come(self, team: Team, target: Target) -> None:
        if target.id is not None:
            self._panel.hand.move([target.id], team.id)

    def fill(self, team: Team) -> None:
        """Work out who should come so that the team can run; it is looked at before anybody moves."""
        self._panel.begin_proposal(partial(_refill, team.id))

    def split(self, team: Team) -> None:
        """Divide a team into two, as good as both can be; Undo puts it together again."""
        if len(team.members) < 2 or (self._job is not None and self._job.running):
            self._panel.page.notice.say(_("A team of one cannot be split."))
            return
        people = tuple(member.person_id for member in team.members)
        self._job = Job(division, self._panel.problem, team.id, people, parent=self)
        self._job.finished.connect(partial(self._split, team))
        self._job.failed.connect(self._panel.page.sorry)

    def _split(self, team: Team, leaving: Any) -> None:
        self._panel.steering.split(team, leaving)


def _refill(team_id: UUID, event: Event) -> Problem:
    return refill(problem(event), team_id)
