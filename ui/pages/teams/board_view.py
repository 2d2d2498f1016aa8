"""The board as it is used: keys go among people and teams, the mouse chooses, selects and drags."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication

from ui.pages.teams.board_canvas import BoardCanvas
from ui.pages.teams.board_steps import step_from
from ui.pages.teams.chosen import Chosen
from ui.pages.teams.keys import command_of
from ui.text import _


class BoardView(BoardCanvas):
    """chosen(): the keys went to somebody else, or others were selected. commanded(command): a key was pressed.

    asked(global place): the right mouse button on a person. menu_wanted(card id, global place). named(card id,
    what): the "name" or the "table" of a card is to be typed. opened(topic card id). carried(global place): the
    selected people are dragged, put(global place): let go of.
    """

    chosen = Signal()
    commanded = Signal(str)
    asked = Signal(object)
    menu_wanted = Signal(object, object)
    named = Signal(object, str)
    opened = Signal(object)
    carried = Signal(object)
    put = Signal(object)

    def __init__(self, picked: Chosen) -> None:
        super().__init__(picked)
        self.fixed = False
        self._pressed: tuple[QPoint, UUID] | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- where the keys are -------------------------------------------------------------------

    def go(self, card: UUID, person_id: UUID | None) -> None:
        """Bring the keys to a card's head or to somebody on it, and say so."""
        self.at = card
        self.picked.go(person_id)
        self._told()

    def show_at_chosen(self) -> None:
        """Bring the one who is chosen into sight, where they are on the board."""
        card = self.layout_.card_of(self.picked.current)
        if card is not None:
            self.at = card
            self.bring_into_view()
        self.viewport().update()

    def stay_behind(self, leaving: Collection[UUID]) -> None:
        """Bring the keys to somebody near who stays, so that the next one can be looked at."""
        card = self.layout_.card_of(self.picked.current)
        if card is None:
            return
        order = [line.member.person_id for line in self.contents[card].lines]
        at = order.index(self.picked.current) if self.picked.current in order else 0
        near = [one for one in (*order[at:], *reversed(order[:at])) if one not in leaving]
        self.picked.only(near[0] if near else None)
        self.at = card
        self._told()

    def _told(self) -> None:
        self.bring_into_view()
        self.viewport().update()
        self.tell_where()
        self.chosen.emit()

    def tell_where(self) -> None:
        """Let a screen reader say where the keys are."""
        said = self.spoken
        self.setAccessibleDescription(said)
        if said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @property
    def spoken(self) -> str:
        """Where the keys are, in words."""
        if self.at is None or not self.layout_.has(self.at):
            return ""
        content = self.contents[self.at]
        line = next((one for one in content.lines if one.member.person_id == self.picked.current), None)
        if line is None:
            return content.spoken
        parts = [line.spoken, content.name]
        if line.member.person_id in self.picked:
            parts.insert(1, _("selected"))
        return ", ".join(parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command.startswith("go-"):
            self._go_about(command, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif command in ("page-up", "page-down"):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if command == "page-down" else -bar.pageStep()))
        elif command:
            self.commanded.emit(command)
        else:
            super().keyPressEvent(event)

    def _go_about(self, command: str, *, extend: bool) -> None:
        spot = step_from(self.layout_, (self.at, self.picked.current), command)
        if spot is None:
            return
        card, person_id = spot
        if extend and person_id is not None:
            self.at = card
            self.picked.reach(person_id, self.layout_.people)
            self._told()
        else:
            self.go(card, person_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.at is None and self.contents:
            self.at = next(iter(self.contents))
        self.tell_where()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- the mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        card, person_id = self.card_at(place), self.person_at(place)
        if event.button() != Qt.MouseButton.LeftButton or card is None:
            if card is None and self.picked.clear():
                self._told()
            return
        if person_id is not None:
            self._press_person(card, person_id, place, event.modifiers())
        elif self.part_of(card, "menu").contains(place) and not self.fixed:
            self.menu_wanted.emit(card, self.viewport().mapToGlobal(place))
        elif self.part_of(card, "button").contains(place) and not self.fixed:
            self.opened.emit(card)
        else:
            self.picked.clear()
            self.go(card, None)

    def _press_person(self, card: UUID, person_id: UUID, place: QPoint, held: Qt.KeyboardModifier) -> None:
        self.at = card
        if held & Qt.KeyboardModifier.ControlModifier:
            self.picked.toggle(person_id)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.picked.reach(person_id, self.layout_.people)
        elif person_id in self.picked:
            self.picked.go(person_id)
        else:
            self.picked.only(person_id)
        self._pressed = (place, person_id)
        self._told()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._hover(self.person_at(place))
            return
        far = (place - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or (far and not self.fixed):
            self._dragging = True
            self.carried.emit(self.viewport().mapToGlobal(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._dragging:
            self._dragging = False
            self.put.emit(self.viewport().mapToGlobal(event.position().toPoint()))
        elif pressed and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.picked.clear():
            self.picked.only(pressed[1])
            self._told()

    def let_go(self) -> None:
        """A drag was given up: what the mouse still does is no drag."""
        self._pressed, self._dragging = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        card = self.card_at(place)
        if card is None or self.fixed:
            return
        if self.person_at(place) is not None:
            self.commanded.emit("move")
        elif self.part_of(card, "where").contains(place):
            self.named.emit(card, "table")
        elif self.part_of(card, "title").contains(place):
            self.named.emit(card, "name")

    def _hover(self, person_id: UUID | None) -> None:
        if person_id != self._hovered:
            before, self._hovered = self._hovered, person_id
            for one in (before, person_id):
                card = self.layout_.card_of(one)
                if card is not None:
                    self.viewport().update(self.rect_of(card, one))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        card, person_id = self.at, self.picked.current
        if not by_key:
            card, person_id = self.card_at(event.pos()), self.person_at(event.pos())
            if person_id is not None and person_id not in self.picked:
                self.picked.only(person_id)
                self.at = card
                self._told()
        if card is None or self.fixed:
            return
        place = self.rect_of(card, person_id).center() if by_key else event.pos()
        if person_id is not None:
            self.asked.emit(self.viewport().mapToGlobal(place))
        else:
            self.menu_wanted.emit(card, self.viewport().mapToGlobal(place))
