"""What lies over the picture: the frame it is cut to, the point that matters, the boxes."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from newsroom.story.photo_edits import Box
from newsroom.story.photo_frames import GRIPS, Point, grip_point

GRIP = 10.0  # pixels
_DIM = QColor(0, 0, 0, 150)
_HALO = QColor(0, 0, 0, 140)
_LIGHT = QColor(255, 255, 255)
_THIRD = QColor(255, 255, 255, 120)


class Overlay:
    """Draws on the picture that lies at ``place``; light on a dark halo, to be seen on any."""

    def __init__(self, painter: QPainter, place: QRectF, accent: QColor) -> None:
        self._painter = painter
        self._place = place
        self._accent = accent

    def rect(self, box: Box) -> QRectF:
        """Return where a part of the picture is."""
        start = self._point((box.left, box.top))
        return QRectF(start, self._point((box.right, box.bottom)))

    def dim_outside(self, box: Box) -> None:
        """Let what is cut away step back."""
        outside = QPainterPath()
        outside.addRect(self._place)
        outside.addRect(self.rect(box))  # odd and even: the frame is left out
        self._painter.fillPath(outside, _DIM)

    def thirds(self, box: Box) -> None:
        """Draw the lines by which a picture is commonly composed."""
        frame = self.rect(box)
        self._painter.setPen(QPen(_THIRD, 1))
        for share in (1 / 3, 2 / 3):
            across = frame.left() + share * frame.width()
            down = frame.top() + share * frame.height()
            self._painter.drawLine(QLineF(across, frame.top(), across, frame.bottom()))
            self._painter.drawLine(QLineF(frame.left(), down, frame.right(), down))

    def frame(self, box: Box, *, grips: bool, chosen: bool = False) -> None:
        """Draw a frame, with its grips if it can be pulled by them."""
        frame = self.rect(box)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        line = QPen(self._accent if chosen else _LIGHT, 2 if chosen else 1)
        for pen in (QPen(_HALO, line.widthF() + 2), line):
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            self._painter.setPen(pen)
            self._painter.drawRect(frame)
        if grips:
            for grip in GRIPS:
                self._grip(self._point(grip_point(box, grip)))

    def target(self, at: Point, *, strong: bool) -> None:
        """Draw the point that must stay in sight."""
        middle = self._point(at)
        radius = 13.0 if strong else 9.0
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(_HALO, 4.5), QPen(_LIGHT, 2)):
            self._painter.setPen(pen)
            self._painter.drawEllipse(middle, radius, radius)
            for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                step = QPointF(across, down)
                self._painter.drawLine(middle + step * radius, middle + step * (radius + 6))
        self._painter.setPen(QPen(_LIGHT, 1.5))
        self._painter.setBrush(self._accent)
        self._painter.drawEllipse(middle, 4, 4)

    def _grip(self, at: QPointF) -> None:
        square = QRectF(at.x() - GRIP / 2, at.y() - GRIP / 2, GRIP, GRIP)
        self._painter.setPen(QPen(_HALO, 1))
        self._painter.setBrush(_LIGHT)
        self._painter.drawRoundedRect(square, 2, 2)
        self._painter.fillRect(square.adjusted(3, 3, -3, -3), self._accent)

    def _point(self, at: Point) -> QPointF:
        place = self._place
        return QPointF(place.left() + at[0] * place.width(), place.top() + at[1] * place.height())
