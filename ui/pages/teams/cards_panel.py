"""What a proposal looks at: the cards with their strengths, the groups and sizes, and pairs of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from hackdesk.people.queries import groups, people
from hackdesk.people.rules import Group, Person
from hackdesk.people.search import Index
from hackdesk.teams import actions
from hackdesk.teams.actions import Tied
from hackdesk.teams.cards import CARDS, STRENGTHS, USUAL, Cards, Strength
from hackdesk.teams.cards import Card as Rule
from hackdesk.teams.queries import Tie, cards, pairs
from hackdesk.teams.rules import RoleGroups
from ui import theme
from ui.page import Page
from ui.pages.teams.card_row import CardRow
from ui.pages.teams.keys import KEYS
from ui.pages.teams.pairs_card import PairsCard, tie_said
from ui.pages.teams.wanted_groups import WantedGroups
from ui.panel import Panel
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.card import Rule as Line
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_SHARES = (14, 10)


@dataclass(frozen=True)
class CardsNow:
    """What the panel shows. people: whose names are offered for a pair."""

    cards: Cards
    groups: tuple[Group, ...]
    ties: tuple[Tie, ...]
    people: tuple[Person, ...]
    index: Index


class CardsPanel(Panel):
    """Each change is kept at once, says what it does, and can be taken back."""

    keys = KEYS["cards"]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.cards = USUAL
        self.rows = {card.key: CardRow(card) for card in CARDS}
        self.wanted = WantedGroups()
        self.usual_size, self.most = Picker(_("Usual size")), Picker(_("Most of one group"))
        self.pairs = PairsCard()
        self.usual_button = Button(_("Back to usual"), self.reset)
        self.title_buttons = QWidget()
        line = QVBoxLayout(self.title_buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.usual_button)
        self._build()
        self._connect()
        self.setFocusProxy(self.rows[CARDS[0].key])

    def _build(self) -> None:
        whole = QWidget()
        whole.setProperty("role", "scrolled")
        self._sides = QBoxLayout(_ACROSS, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self._build_every_team())
        right.addWidget(self.pairs, 1)
        self._sides.addWidget(self._build_cards(), _SHARES[0])
        self._sides.addLayout(right, _SHARES[1])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Scroll(whole))

    def _build_cards(self) -> Card:
        card = Card(_("What a proposal looks at"))
        card.body.setSpacing(1)
        self.about = Label(_(CARDS[0].about), "second", wrap=True)
        for row in self.rows.values():
            card.body.addWidget(Line())
            card.body.addWidget(row)
        card.body.addWidget(Line())
        card.body.addWidget(self.about)
        card.body.addStretch()
        return card

    def _build_every_team(self) -> Card:
        card = Card(_("Every team"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(Label(_("Usual size"), "label"), 0, 0)
        grid.addWidget(Label(_("Most of one group"), "label"), 0, 1)
        grid.addWidget(self.usual_size, 1, 0)
        grid.addWidget(self.most, 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for picker in (self.usual_size, self.most):
            picker.setMinimumContentsLength(8)
        card.body.addWidget(Label(_("In every team somebody of"), "label"))
        card.body.addWidget(self.wanted)
        card.body.addLayout(grid)
        card.body.addWidget(Label(_("A warning on the board, never a wall."), "second", wrap=True))
        return card

    def _connect(self) -> None:
        for row in self.rows.values():
            row.changed.connect(self._set_strength)
            row.moved.connect(self._move)
            row.reached.connect(self._tell_about)
        self.wanted.changed.connect(self._set_wanted)
        self.usual_size.chosen.connect(self._set_size)
        self.most.chosen.connect(self._set_most)
        self.pairs.tied.connect(self._tie)
        self.pairs.untied.connect(self._untie)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._sides.setStretch(number, share)
        for row in self.rows.values():
            row.shrink(narrow=narrow)

    def read(self, event: Event) -> CardsNow:
        known = tuple(person for person in people(event) if not person.cancelled)
        return CardsNow(cards(event), groups(event), pairs(event), known, Index.by_name(known))

    def display(self, answer: CardsNow) -> None:
        shown = self.cards = answer.cards
        for row in self.rows.values():
            effect = shown.effect(row.card)
            row.show_strength(shown.strength(row.card), _(effect.sentence, **effect.fields))
        self.wanted.show_wanted(shown.wanted, answer.groups)
        self.usual_size.offer(
            [(number, many("{count} person", "{count} people", number)) for number in range(3, 16)],
            shown.ideal_size,
        )
        self.most.offer(
            [(number, many("{count} person", "{count} people", number)) for number in range(1, 16)],
            shown.most_of_a_group,
        )
        self.usual_button.setEnabled(bool(shown.plain))
        self.pairs.show_pairs(answer.ties, answer.people, answer.index)

    def reset(self) -> None:
        """All cards as an event begins with them."""
        self._change(USUAL, _("All cards are as usual"))

    def _set_strength(self, card: Rule, strength: Strength) -> None:
        changed = replace(self.cards, strengths={**self.cards.strengths, card.key: int(strength)})
        effect = changed.effect(card)
        said = _(effect.sentence, **effect.fields)
        self._change(changed, f"{_(card.title)}: {_(STRENGTHS[strength])} · {said}")

    def _set_wanted(self, wanted: RoleGroups) -> None:
        self._change(replace(self.cards, wanted=wanted), _("Proposals and warnings look at these groups now"))

    def _set_size(self, size: int) -> None:
        said = many("Proposals aim at teams of {count}", "Proposals aim at teams of {count}", size)
        self._change(replace(self.cards, ideal_size=size), said)

    def _set_most(self, most: int) -> None:
        said = many(
            "More than {count} of one group in a team is too many",
            "More than {count} of one group in a team are too many", most,
        )  # fmt: skip
        self._change(replace(self.cards, most_of_a_group=most), said)

    def _change(self, wanted: Cards, said: str) -> None:
        seen, self.cards = self.cards, wanted
        self.page.do(partial(actions.change_cards, cards=wanted, seen=seen), partial(_saying, said))

    def _tell_about(self, card: Rule) -> None:
        said = _("Where two cards pull apart, the dearer one wins.")
        self.about.setText(f"{_(card.title)}: {_(card.about)} {said}")

    def _move(self, step: int) -> None:
        rows = list(self.rows.values())
        here = next((number for number, row in enumerate(rows) if row.strengths.isAncestorOf(_focused(self))), 0)
        target = rows[max(0, min(len(rows) - 1, here + step))]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _tie(self, one: UUID, other: UUID, kind: str) -> None:
        tie = partial(actions.tie_pair, one=one, other=other, kind=kind)
        self.page.ask(tie, self._say_tied, self.pairs.refuse)

    def _say_tied(self, tied: Tied) -> None:
        self.pairs.clear()
        self.page.receipt(tie_said((tied.one, tied.other), tied.kind), self.page.undo)

    def _untie(self, tie: Tie) -> None:
        untie = partial(actions.untie_pair, one=tie.pair.one, other=tie.pair.other)
        said = _("{person} and {other} may sit anywhere", person=tie.names[0], other=tie.names[1])
        self.page.do(untie, partial(_saying, said))


def _saying(said: str, _receipt: Any) -> str:
    return said


def _focused(panel: QWidget) -> QWidget:
    return panel.window().focusWidget() or panel
