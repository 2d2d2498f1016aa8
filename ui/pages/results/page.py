"""The Results page: places, ties and awards, until the jury signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.jury import actions
from hackdesk.jury.methods import METHODS
from hackdesk.jury.rules import Juror
from hackdesk.jury.seal import Sealed
from hackdesk.language import N_
from ui import theme
from ui.desk import Desk
from ui.page import Page
from ui.pages.results.awards_card import AwardBlock, AwardsCard, ToDecideCard
from ui.pages.results.hall_card import HallCard
from ui.pages.results.method_card import MethodCard
from ui.pages.results.missing_card import MissingCard
from ui.pages.results.places_card import PlacesCard
from ui.pages.results.reading import CONCERNS, ResultsNow, results_now
from ui.pages.results.reason_form import ReasonForm
from ui.pages.results.seal_card import ChangesCard, OpenBallotsCard, SealCard
from ui.pages.results.sure_cards import BesideCard, JurorsCard, SafeCard
from ui.pages.results.tie_card import TieBlock, TieCard
from ui.publishing import PublishSwitch, published_receipt
from ui.text import _
from ui.undoing import numbered
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How wide the column of cards is beside the table.
_COLUMN = 332


class ResultsPage(Page):
    """Places at the left; what is missing, ties and awards beside them; above both what is signed."""

    name = "results"
    title = N_("Results")
    concerns = CONCERNS
    keys = (
        ("Enter", N_("Hand in the reason that is typed")),
        ("Esc", N_("Put away what is being typed")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._now: ResultsNow | None = None
        self._narrow = False
        self.method_button = Button("", self._open_methods)
        self.sign_button = Button(_("Sign and close"), self._sign, kind="primary")
        self.print_button = Button(_("Print the record"), self._print, sign="printer")
        self.reveal_button = Button(_("Reveal on projector"), self._reveal, kind="primary")
        for button in (self.method_button, self.sign_button, self.print_button, self.reveal_button):
            self.actions_line.addWidget(button)
            button.hide()
        self.seal, self.open_ballots = SealCard(), OpenBallotsCard()
        self.places, self.missing = PlacesCard(), MissingCard()
        self.ties, self.awards, self.changes = TieCard(), AwardsCard(), ChangesCard()
        self.to_decide, self.publish = ToDecideCard(self.awards), PublishSwitch()
        self.awards.body.addWidget(Rule())
        self.awards.body.addWidget(self.publish)
        self.safe, self.jurors, self.beside, self.methods = SafeCard(), JurorsCard(), BesideCard(), MethodCard()
        self.hall = HallCard(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.places.table)
        # Tab enters the page at its proxy: what stood before it would be reached backwards only.
        QWidget.setTabOrder(self.notice.close_button, self.places.table)

    def _lay_out(self) -> None:
        self._column = QWidget()
        cards = QVBoxLayout(self._column)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.GAP)
        of_places = (self.safe, self.ties, self.jurors, self.missing, self.beside)
        for card in (self.to_decide, self.changes, *of_places, self.awards):
            cards.addWidget(card)
        cards.addWidget(self.hall)
        cards.addStretch()
        self._scroll = Scroll(self._column)
        self._scroll.setFixedWidth(_COLUMN)
        # It takes the height that there is: what it would like to have must not make the page scroll too.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self.places, 1)
        self._sides.addWidget(self._scroll)
        self.body.addWidget(self.methods)
        self.body.addWidget(self.seal)
        self.body.addWidget(self.open_ballots)
        self.body.addLayout(self._sides, 1)

    def _connect(self) -> None:
        self.places.wants.connect(self.wants)
        self.places.rounds_wanted.connect(partial(self.wants.emit, "jury", "finalists"))
        self.places.mean_wanted.connect(partial(self._choose_method, "mean"))
        self.methods.wanted.connect(self._choose_method)
        self.methods.closed.connect(self.method_button.setFocus)
        self.missing.wanted.connect(self._open_ballots_of)
        self.ties.vote_wanted.connect(self._vote)
        self.awards.give_wanted.connect(self._give)
        self.awards.take_back_wanted.connect(self._take_back_award)
        self.awards.edit_wanted.connect(self._edit_awards)
        self.publish.wanted.connect(self._publish)
        self.seal.reopen_wanted.connect(self._reopen)
        self.open_ballots.answered.connect(self._seal)

    def shrink(self, *, narrow: bool) -> None:
        self.places.table.shrink(narrow=narrow)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(down if narrow else across)
        # One thing scrolls: the column beside the table, or the whole page where all stands below each other.
        if narrow:
            self._sides.addWidget(self._scroll.takeWidget())
            self._column.show()
        else:
            self._sides.removeWidget(self._column)
            self._scroll.setWidget(self._column)
        self._scroll.setVisible(not narrow)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> ResultsNow:
        return results_now(event)

    def display(self, answer: ResultsNow) -> None:
        self._now = answer
        for card in (self.places, self.missing, self.ties, self.awards, self.seal, self.changes):
            card.show_results(answer)
        for sure in (self.safe, self.jurors, self.beside, self.methods, self.to_decide):
            sure.show_results(answer)
        self.publish.show_state(published=answer.ranking_published, signed=answer.signed)
        self.hall.show_results(answer)
        if answer.signed or not answer.open_ballots:
            self.open_ballots.hide()
        self._show_buttons(answer)

    def _show_buttons(self, now: ResultsNow) -> None:
        self.method_button.setText(_("Method: {method} …", method=_(METHODS[now.results.method].title)))
        self.method_button.setVisible(not now.signed and bool(now.results.places or now.results.method_refused))
        pressed = self.sign_button.hasFocus() or self.open_ballots.sign_button.hasFocus()
        self.sign_button.setVisible(not now.signed and bool(now.results.places) and not now.results.refused)
        self.print_button.setVisible(now.signed)
        self.reveal_button.setVisible(now.signed)
        if pressed and now.signed:
            self.reveal_button.setFocus()

    # --- the method ---------------------------------------------------------------------------

    def _open_methods(self) -> None:
        if self.methods.isHidden():
            self.methods.open()
        else:
            self.methods.put_away()

    def _choose_method(self, method: str) -> None:
        said = _("Places go by: {method}", method=_(METHODS[method].title))
        self.do(partial(actions.choose_method, method=method), lambda _nothing: said)
        self.methods.put_away()

    # --- signing ------------------------------------------------------------------------------

    def _sign(self) -> None:
        if self._now is not None and self._now.open_ballots:
            self.open_ballots.ask(self._now.open_ballots)
        else:
            self._seal()

    def _seal(self) -> None:
        self.ask(actions.seal_results, self._note_sealed)

    def _note_sealed(self, sealed: Sealed) -> None:
        self.receipt(
            _(
                "Signed as revision {number}. To change anything, open the results again with a reason.",
                number=sealed.number,
            )
        )

    def _reopen(self, reason: str) -> None:
        self.ask(partial(actions.reopen_results, reason=reason), self._note_reopened, self.seal.form.refuse)

    def _note_reopened(self, sealed: Sealed) -> None:
        self.seal.form.hide()
        self.receipt(_("Revision {number} is open again.", number=sealed.number))

    # --- ties and awards ----------------------------------------------------------------------

    def _vote(self, block: TieBlock, order: tuple[UUID, ...], reason: str) -> None:
        work = partial(actions.record_tie_vote, order=order, reason=reason)
        self._hand_in(block.form, work, _("The jury's vote is recorded."))

    def _give(self, block: AwardBlock, team: UUID | None, decided: str, reason: str) -> None:
        assert block.line is not None
        award = block.line.award
        if team is None:
            told = block.form.aloud.isChecked()
            nobody = partial(actions.give_to_nobody, award_id=award.id, reason=reason, told=told)
            self._hand_in(block.form, nobody, _("Nobody gets “{award}”.", award=award.name))
            return
        work = partial(actions.give_award, award_id=award.id, team_id=team, decided=decided, reason=reason)
        said = _("“{award}” goes to “{team}”.", award=award.name, team=dict(block.line.choices)[team])
        self._hand_in(block.form, work, said)

    def _hand_in(self, form: ReasonForm, action: Callable[[Event], Any], said: str) -> None:
        """A form's action: a refusal is said in the form, a receipt puts it away."""
        self.ask(numbered(action), partial(self._note_handed_in, form, said), form.refuse)

    def _note_handed_in(self, form: ReasonForm, said: str, answer: tuple[Any, int | None]) -> None:
        form.put_away()
        self._confirm(lambda _receipt: said, answer)

    def _take_back_award(self, block: AwardBlock, team: UUID | None) -> None:
        assert block.line is not None
        award = block.line.award
        if team is None:
            said = _("It is open again who gets “{award}”.", award=award.name)
            self.do(partial(actions.decide_again, award_id=award.id), lambda _nothing: said)
            return
        work = partial(actions.take_away_award, award_id=award.id, team_id=team)
        self.do(work, lambda _nothing: _("“{award}” is taken back.", award=award.name))

    def _publish(self, published: bool) -> None:
        work = partial(actions.publish_ranking, published=published)
        self.do(work, lambda _nothing: published_receipt(published))

    # --- leading on ---------------------------------------------------------------------------

    def _open_ballots_of(self, juror: Juror) -> None:
        self.wants.emit("jury", juror)

    def _edit_awards(self) -> None:
        self.wants.emit("prepare", "awards")

    def _reveal(self) -> None:
        self.wants.emit("stage", "results")

    def _print(self) -> None:
        self.wants.emit("documents", "results")
