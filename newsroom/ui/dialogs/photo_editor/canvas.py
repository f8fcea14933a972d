"""The picture with its frame, its focal point and its boxes, worked by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from newsroom.story.photo_edits import WHOLE, PhotoEdits
from newsroom.story.photo_frames import Grip, Point
from newsroom.ui.dialogs.photo_editor.overlay import GRIP, Overlay
from newsroom.ui.dialogs.photo_editor.proof import Proof
from newsroom.ui.dialogs.photo_editor.tools import BlurTool, CropTool, FocalTool, Tool
from newsroom.ui.review.announcing import announce
from newsroom.ui.theme import STEP, Theme

_MARGIN = 4.0 * STEP  # room for the grips at the picture's edges
_STEP, _FINE_STEP = 0.01, 0.002  # of the picture, for one press of an arrow key
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
}


class Canvas(QWidget):
    """Shows the edits at once; it tells of them when a key is pressed or the mouse let go."""

    edited = Signal(object, str)  # PhotoEdits, and what goes on with it as one step
    looked = Signal(object)  # PhotoEdits: as they are while the mouse is held

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._proof: Proof | None = None
        self._edits = PhotoEdits()
        self._tool: Tool = CropTool()
        self._pressed: QPointF | None = None
        self._dragged = False
        self._before = PhotoEdits()  # as they were when the mouse was pressed
        self.setMinimumSize(320, 150)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Foto yang disunting"))
        theme.changed.connect(self.update)

    def show_picture(self, proof: Proof) -> None:
        """Show a picture."""
        self._proof = proof
        self.update()

    def show_edits(self, edits: PhotoEdits) -> None:
        """Show the picture with these edits."""
        if self._proof is not None:
            self._proof.turn(edits.turn)
        self._edits = edits
        self._pressed = None
        self._say()

    def take(self, tool: Tool) -> None:
        """Work with a tool from now on."""
        self._tool = tool
        self.show_edits(self._edits)
        self._point_with(None)

    def place(self) -> QRectF:
        """Return where the picture is drawn."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._proof.size if self._proof else QSize(3, 2)
        shown = QSizeF(size).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(QPointF(), shown.toSize())
        place.moveCenter(room.center())
        return QRectF(place.topLeft().toPoint(), place.size())

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is there."""
        if event.button() != Qt.MouseButton.LeftButton or self._proof is None:
            return
        self._pressed, self._dragged, self._before = event.position(), False, self._edits
        self._look(self._tool.hold(self._edits, self._share(event.position()), self._reach()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring along what is held; else show what could be."""
        if self._pressed is None:
            self._point_with(event.position())
            return
        way = (event.position() - self._pressed).manhattanLength()
        if self._dragged or way >= QApplication.startDragDistance() / 2:
            self._dragged = True
            self._look(self._tool.pull(self._share(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, and tell what has come of it."""
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._pressed = None
            self.edited.emit(self._edits, "")
            self._point_with(event.position())

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, size by Shift and the arrows, take away by Del."""
        key = event.key()
        if self._proof is None:
            super().keyPressEvent(event)
        elif self._pressed is not None:
            if key == Qt.Key.Key_Escape:  # back to where it was taken from
                self.show_edits(self._before)
        elif key in _ARROWS:
            self._step(key, event.modifiers())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._tell(self._tool.remove(self._edits))
        elif isinstance(self._tool, BlurTool) and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._tool.go(self._edits, 1 if key == Qt.Key.Key_PageDown else -1)
            self._tell(self._edits)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys work here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do no more."""
        super().focusOutEvent(event)
        self.update()

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and what lies over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        if self._proof is not None:
            place, ratio = self.place(), self.devicePixelRatioF()
            image = self._proof.draw(self._edits, (place.size() * ratio).toSize())
            painter.drawImage(place, image)
            self._draw_over(Overlay(painter, place, self._theme.colour("accent")))
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if focus else "line"), 2 if focus else 1))
        painter.setBrush(self._theme.colour("rail"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _draw_over(self, over: Overlay) -> None:
        edits, tool = self._edits, self._tool
        shown = edits.crop or WHOLE
        over.dim_outside(shown)
        if isinstance(tool, CropTool):
            over.thirds(shown)
        over.frame(shown, grips=isinstance(tool, CropTool))
        if isinstance(tool, BlurTool):
            for number, box in enumerate(edits.blurs):
                chosen = number == tool.chosen
                over.frame(box, grips=chosen, chosen=chosen)
        if edits.focal is not None and not isinstance(tool, BlurTool):
            over.target(edits.focal, strong=isinstance(tool, FocalTool))

    # Within.

    def _step(self, key: int, held: Qt.KeyboardModifier) -> None:
        far = _FINE_STEP if held & Qt.KeyboardModifier.ControlModifier else _STEP
        across, down = (far * way for way in _ARROWS[key])
        if held & Qt.KeyboardModifier.ShiftModifier:
            self._tell(self._tool.stretch(self._edits, across, down), "stretch")
        else:
            self._tell(self._tool.nudge(self._edits, across, down), "nudge")

    def _tell(self, edits: PhotoEdits, going_on: str = "") -> None:
        """Show what a key has done, have it spoken, and tell of it."""
        self.show_edits(edits)
        announce(self, self.accessibleDescription())
        chosen = getattr(self._tool, "chosen", "")
        self.edited.emit(edits, going_on and f"{going_on} {self._tool.name} {chosen}")

    def _look(self, edits: PhotoEdits) -> None:
        self._edits = edits
        self._say()
        self.looked.emit(edits)

    def _say(self) -> None:
        self.setAccessibleDescription(self._tool.told(self._edits))
        self.update()

    def _share(self, at: QPointF) -> Point:
        place = self.place()
        return (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()

    def _reach(self) -> Point:
        place = self.place()
        return GRIP / place.width(), GRIP / place.height()

    def _point_with(self, at: QPointF | None) -> None:
        """Show by the pointer what a press would take hold of."""
        grip: Grip | None = None
        if at is not None and self._proof is not None:
            grip = self._tool.under(self._edits, self._share(at), self._reach())
        self.setCursor(Qt.CursorShape.CrossCursor if grip is None else _CURSORS[grip])
