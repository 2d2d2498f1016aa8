"""The day under the mouse and the keys: choosing, dragging to another time, pulling the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from hackdesk.agenda.arranging import clash
from hackdesk.agenda.hours import GRID, on_grid
from ui.programme.block_painting import Ghost
from ui.programme.blocks import Block, times_words
from ui.programme.day_canvas import DayCanvas
from ui.text import _, words

#: Pixels at an item's lower edge that change its length; pixels at the edges of the view that scroll it.
_GRIP, _EDGE = 7, 26


class DayView(DayCanvas):
    """What was done is told; the panel carries it out.

    moved(id, start), lengthened(id, end), nudged(id, minutes), swapped(id, step), stuck(id): it does not move.
    picked(id): chosen; opened(id): to be typed in; removed(id).
    """

    picked = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object)
    lengthened = Signal(object, object)
    nudged = Signal(object, int)
    swapped = Signal(object, int)
    removed = Signal(object)
    stuck = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.zone = ZoneInfo("UTC")
        self._pressed: tuple[Block, QPoint, timedelta, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- the mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        block = self.block_at(place)
        if event.button() != Qt.MouseButton.LeftButton or block is None:
            return
        rect = self.rect_of(block.id)
        pulls = rect.bottom() - place.y() < _GRIP
        held = self.time_at(place.y()) - (block.item.ends_at if pulls else block.item.starts_at)
        self._pressed = (block, place, held, pulls)
        if block.id != self.chosen:
            # Nothing may move under the hand that is about to drag.
            self.choose(block.id, follow=False)
            self.picked.emit(block.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._show_grip(place)
            return
        block, begun, _held, _pulls = self._pressed
        if self.ghost is None and (place - begun).manhattanLength() < QApplication.startDragDistance():
            return
        if block.item.fixed or not block.item.untouched:
            self._pressed = None
            self.stuck.emit(block.id)
            return
        self._scroll(place.y())
        self._hold(block, place)

    def _hold(self, block: Block, place: QPoint) -> None:
        assert self._pressed is not None
        _block, _begun, held, pulls = self._pressed
        at = on_grid(self.time_at(place.y()) - held)
        starts_at = block.item.starts_at if pulls else at
        ends_at = max(at, starts_at + GRID) if pulls else at + (block.item.ends_at - block.item.starts_at)
        there = replace(block.item, starts_at=starts_at, ends_at=ends_at)
        over = [one.item.title for one in self.day.blocks if one.id != block.id and clash(there, one.item)]
        said = _("overlaps {item}", item=words.quoted(over[0])) if over else ""
        times = times_words(starts_at, ends_at, self.zone)
        self.ghost = Ghost(block.id, starts_at, ends_at, times, block.item.title, said)
        self.viewport().update()

    def _scroll(self, y: int) -> None:
        step = -14 if y < _EDGE else 14 if y > self.viewport().height() - _EDGE else 0
        if step:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)

    def _show_grip(self, place: QPoint) -> None:
        block = self.block_at(place)
        pulls = block is not None and self.rect_of(block.id).bottom() - place.y() < _GRIP
        movable = block is not None and not block.item.fixed and block.item.untouched
        shape = Qt.CursorShape.SizeVerCursor if pulls and movable else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, ghost = self._pressed, self.ghost
        self.let_go()
        if pressed is None or ghost is None:
            return
        item, pulls = pressed[0].item, pressed[3]
        if pulls and ghost.ends_at != item.ends_at:
            self.lengthened.emit(item.id, ghost.ends_at)
        elif not pulls and ghost.starts_at != item.starts_at:
            self.moved.emit(item.id, ghost.starts_at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().toPoint())
        if block is not None:
            self.opened.emit(block.id)

    def let_go(self) -> None:
        """Nothing is dragged any more."""
        self._pressed = self.ghost = None
        self.viewport().update()

    # --- the keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.ghost is not None:
            self.let_go()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1, event.modifiers())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.day.blocks:
            self._pick(self.day.blocks[0 if event.key() == Qt.Key.Key_Home else -1].id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current.id)
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, keys: Qt.KeyboardModifier) -> None:
        alt, shift = keys & Qt.KeyboardModifier.AltModifier, keys & Qt.KeyboardModifier.ShiftModifier
        if alt and self.current is not None:
            if shift:
                self.swapped.emit(self.current.id, step)
            else:
                self.nudged.emit(self.current.id, 5 * step)
        elif not alt and self.day.blocks:
            ids = [one.id for one in self.day.blocks]
            number = ids.index(self.chosen) + step if self.chosen in ids else 0
            self._pick(ids[max(0, min(number, len(ids) - 1))])

    def _pick(self, item: UUID) -> None:
        self.choose(item)
        self.picked.emit(item)
