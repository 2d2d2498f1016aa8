"""All teams as painted cards, then the topics without a team: one view, however many people there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ui import theme
from ui.pages.teams.board_layout import BoardLayout
from ui.pages.teams.chosen import Chosen
from ui.pages.teams.person_cell import Line, Look
from ui.pages.teams.team_card import Content, Stand, Zoom
from ui.text import _


class BoardCanvas(QAbstractScrollArea):
    """Lays the cards out, paints those in sight and finds what is where; it knows no keys and no mouse."""

    def __init__(self, picked: Chosen) -> None:
        super().__init__()
        self.picked = picked
        self.layout_ = BoardLayout()
        #: The card the keys are at; the person there is `picked.current`, None at the card's head.
        self.at: UUID | None = None
        self._found: frozenset[UUID] = frozenset()
        self._kept: frozenset[UUID] | None = None
        self._cut: frozenset[UUID] = frozenset()
        self._inviting: UUID | None = None
        self._hovered: UUID | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "board")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # It paints every pixel itself, so that scrolling moves what is seen instead of painting it again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(30)
        self.setAccessibleName(_("Board"))

    # --- what is shown ------------------------------------------------------------------------

    @property
    def contents(self) -> dict[UUID, Content]:
        """The cards by their ids, in their order."""
        return self.layout_.contents

    def show_cards(self, teams: Sequence[Content], topics: Sequence[Content]) -> None:
        """Show these; only what differs is laid out and painted again."""
        before = self.layout_.height
        changed = self.layout_.show(teams, topics, self.viewport().width())
        self._follow()
        if self.layout_.height != before:
            self._set_bars()
        if changed is None:
            self.viewport().update()
        else:
            for card in changed:
                self.viewport().update(self._seen(self.layout_.rect(card)))

    def zoom(self, zoom: Zoom) -> None:
        """Show more or less of everybody; what the keys are at stays in sight."""
        self.layout_.zoom = zoom
        self._arrange()
        self.bring_into_view()

    def show_kept(self, kept: Collection[UUID] | None) -> None:
        """Only these people stand out; None: no filter."""
        self._kept = None if kept is None else frozenset(kept)
        self.viewport().update()

    def show_found(self, found: Collection[UUID]) -> None:
        """Highlight these people and teams."""
        self._found = frozenset(found)
        self.viewport().update()

    def show_cut(self, cut: Collection[UUID]) -> None:
        """These are taken up and wait to be put somewhere."""
        self._cut = frozenset(cut)
        self.viewport().update()

    def invite(self, card: UUID | None) -> None:
        """Mark the card that somebody is held over."""
        if card != self._inviting:
            before, self._inviting = self._inviting, card
            for one in (before, card):
                if one is not None and self.layout_.has(one):
                    self.viewport().update(self._seen(self.layout_.rect(one)))

    def _arrange(self) -> None:
        self.layout_.arrange(self.viewport().width())
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.layout_.height - page))
        bar.setPageStep(page)

    def _seen(self, rect: QRect) -> QRect:
        """A rectangle of the board as it lies in the viewport."""
        return rect.translated(0, -self.verticalScrollBar().value())

    # --- where things are ---------------------------------------------------------------------

    def card_at(self, place: QPoint) -> UUID | None:
        """The card at a place of the viewport."""
        return self.layout_.card_at(place + QPoint(0, self.verticalScrollBar().value()))

    def person_at(self, place: QPoint) -> UUID | None:
        """Who is at a place of the viewport."""
        return self.layout_.person_at(place + QPoint(0, self.verticalScrollBar().value()))

    def rect_of(self, card: UUID, person_id: UUID | None = None) -> QRect:
        """Where a card, or somebody on it, is seen in the viewport."""
        return self._seen(self.layout_.rect(card, person_id))

    def part_of(self, card: UUID, part: str) -> QRect:
        """Where a card's "title", "size", "where", "menu" or "button" is seen in the viewport."""
        return self._seen(self.layout_.part(card, part))

    def _follow(self) -> None:
        """The keys stay with the person they are at, or in their card where that person left it."""
        card = self.layout_.card_of(self.picked.current)
        if card is not None:
            self.at = card
        elif self.at is not None and not self.layout_.has(self.at):
            self.at = None

    def bring_into_view(self) -> None:
        """Scroll to where the keys are."""
        if self.at is None or not self.layout_.has(self.at):
            return
        rect = self.layout_.rect(self.at, self.picked.current)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() + 8:
            bar.setValue(rect.top() - (60 if self.picked.current else 8))
        elif rect.bottom() > bar.value() + page - 8:
            bar.setValue(rect.bottom() - page + 30)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPoint) -> str:
        card, person_id = self.card_at(place), self.person_at(place)
        if card is None:
            return ""
        content = self.contents[card]
        if person_id is None:
            return content.spoken if self.layout_.zoom != Zoom.LARGE else content.progress
        return next(line.spoken for line in content.lines if line.member.person_id == person_id)

    # --- painting -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        else:
            self._set_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # What is seen already moves along; only what comes into sight is painted.
        self.viewport().scroll(0, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset, dirty = self.verticalScrollBar().value(), event.rect()
        painter.fillRect(dirty, theme.color("ground"))
        wanted = dirty.translated(0, offset)
        heading = self.layout_.heading
        if heading.isValid() and heading.intersects(wanted):
            painter.setFont(theme.font(theme.SECOND, bold=True))
            painter.setPen(theme.color("muted"))
            painter.drawText(self._seen(heading), int(Qt.AlignmentFlag.AlignVCenter), _("Topics without a team"))
        for card in self.layout_.cards_in(wanted):
            rect = self._seen(self.layout_.rect(card))
            self.layout_.card(card).paint(painter, rect, self._stand(card), self._look, dirty)
        painter.end()

    def _stand(self, card: UUID) -> Stand:
        head = self.at == card and self.hasFocus() and self.picked.current is None
        faded = self._kept is not None and not any(
            line.member.person_id in self._kept for line in self.contents[card].lines
        )
        return Stand(head, self._inviting == card, faded, card in self._found)

    def _look(self, line: Line) -> Look:
        one = line.member.person_id
        here = one == self.picked.current
        return Look(
            chosen=here, focused=here and self.hasFocus(), selected=one in self.picked,
            found=one in self._found, faded=self._kept is not None and one not in self._kept,
            cut=one in self._cut, hovered=one == self._hovered,
        )  # fmt: skip
