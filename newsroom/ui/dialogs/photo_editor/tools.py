"""What the mouse and the arrow keys do to a picture, by the tool in hand.

A drag begins with ``hold`` and goes on with ``pull``; all places are shares of the picture.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from newsroom.story.photo_edits import WHOLE, Box, PhotoEdits, crop_to_ratio
from newsroom.story.photo_frames import (
    INSIDE,
    Grip,
    Point,
    grip_at,
    grip_point,
    is_whole,
    moved,
    pulled,
    ratio_of,
    spanned,
    stretched,
)

_NEW_BOX = 0.2  # of what is shown of the picture


def tr(text: str) -> str:
    """Return a text in the language shown."""
    return QCoreApplication.translate("PhotoTools", text)


class FrameTool(ABC):
    """Draws, moves and pulls one frame; what the frame means is said by those who inherit."""

    def __init__(self) -> None:
        self._from: Point = (0.0, 0.0)
        self._before = PhotoEdits()
        self._grip: Grip | None = None

    @abstractmethod
    def frame(self, edits: PhotoEdits) -> Box | None:
        """Return the frame in hand."""

    @abstractmethod
    def put(self, edits: PhotoEdits, box: Box) -> PhotoEdits:
        """Return the edits with another frame for the one in hand."""

    def shape(self) -> float | None:
        """Return the shape that the frame must keep."""
        return None

    def grip(self, edits: PhotoEdits, at: Point, reach: Point) -> Grip | None:
        """Return what of the frame a press at a point would take hold of."""
        box = self.frame(edits)
        return grip_at(box, at, reach) if box else None

    def under(self, edits: PhotoEdits, at: Point, reach: Point) -> Grip | None:
        """Return what the pointer is over: the same, unless a press chooses first."""
        return self.grip(edits, at, reach)

    def hold(self, edits: PhotoEdits, at: Point, reach: Point) -> PhotoEdits:
        """Take hold of the frame, or begin another."""
        self._before, self._from = edits, at
        self._grip = self.grip(edits, at, reach)
        return edits

    def pull(self, at: Point) -> PhotoEdits:
        """Return the edits with what is held brought to a point."""
        box, grip = self.frame(self._before), self._grip
        across, down = at[0] - self._from[0], at[1] - self._from[1]
        if box is None or grip is None:
            made = spanned(self._from, at, self.shape())
        elif grip == INSIDE:
            made = moved(box, across, down)
        else:
            point = grip_point(box, grip)
            made = pulled(box, grip, (point[0] + across, point[1] + down), self.shape())
        return self.put(self._before, made)

    def nudge(self, edits: PhotoEdits, across: float, down: float) -> PhotoEdits:
        """Return the edits with the frame moved a little."""
        box = self.frame(edits)
        return self.put(edits, moved(box, across, down)) if box else edits

    def stretch(self, edits: PhotoEdits, across: float, down: float) -> PhotoEdits:
        """Return the edits with the frame a little larger or smaller."""
        box = self.frame(edits)
        return self.put(edits, stretched(box, across, down, self.shape())) if box else edits


class CropTool(FrameTool):
    """Cuts the picture, freely or in a ratio that is kept; ``size`` is the picture's in pixels."""

    name = "crop"

    def __init__(self) -> None:
        super().__init__()
        self.size = (1, 1)
        self.ratio: float | None = None

    def know(self, edits: PhotoEdits) -> None:
        """Keep the ratio that the picture is cut to, if it is a known one."""
        self.ratio = ratio_of(edits.crop, self.size) if edits.crop else None

    def choose(self, edits: PhotoEdits, ratio: float | None) -> PhotoEdits:
        """Keep a ratio from now on, and cut as little as it allows."""
        self.ratio = ratio
        if ratio is None:
            return edits
        middle = edits.focal or (grip_point(edits.crop, INSIDE) if edits.crop else None)
        return self.put(edits, crop_to_ratio(*self.size, ratio, middle))

    def shape(self) -> float | None:
        """Return the chosen ratio, in shares of the picture."""
        return self.ratio and self.ratio * self.size[1] / self.size[0]

    def frame(self, edits: PhotoEdits) -> Box:
        """Return what is left of the picture."""
        return edits.crop or WHOLE

    def put(self, edits: PhotoEdits, box: Box) -> PhotoEdits:
        """Cut to the frame."""
        return replace(edits, crop=None if is_whole(box) else box)

    def grip(self, edits: PhotoEdits, at: Point, reach: Point) -> Grip | None:
        """Draw a new frame where the picture is still whole."""
        grip = super().grip(edits, at, reach)
        return None if grip == INSIDE and edits.crop is None else grip

    def remove(self, edits: PhotoEdits) -> PhotoEdits:
        """Cut nothing away."""
        self.ratio = None
        return replace(edits, crop=None)

    def told(self, edits: PhotoEdits) -> str:
        """Say what is left of the picture."""
        if edits.crop is None:
            return tr("Foto utuh, belum dipotong.")
        return tr("Bingkai potong {0}.").format(_told(edits.crop))


class FocalTool:
    """Points at what must stay in sight."""

    name = "focal"

    def frame(self, edits: PhotoEdits) -> Box | None:
        """There is none."""
        return None

    def under(self, edits: PhotoEdits, at: Point, reach: Point) -> Grip | None:
        """A point is put, never taken hold of."""
        return None

    def hold(self, edits: PhotoEdits, at: Point, reach: Point) -> PhotoEdits:
        """Put the point."""
        self._before = edits
        return self.pull(at)

    def pull(self, at: Point) -> PhotoEdits:
        """Bring it along."""
        across, down = (min(max(share, 0.0), 1.0) for share in at)
        return replace(self._before, focal=(across, down))

    def nudge(self, edits: PhotoEdits, across: float, down: float) -> PhotoEdits:
        """Move it a little; where there is none it begins in the middle."""
        if edits.focal is None:
            return replace(edits, focal=grip_point(edits.crop or WHOLE, INSIDE))
        self._before = edits
        return self.pull((edits.focal[0] + across, edits.focal[1] + down))

    def stretch(self, edits: PhotoEdits, across: float, down: float) -> PhotoEdits:
        """A point has no size."""
        return edits

    def remove(self, edits: PhotoEdits) -> PhotoEdits:
        """Point at nothing."""
        return replace(edits, focal=None)

    def told(self, edits: PhotoEdits) -> str:
        """Say where it is."""
        if edits.focal is None:
            return tr("Belum ada titik fokus.")
        return tr("Titik fokus {0} dari kiri, {1} dari atas.").format(*map(_percent, edits.focal))


class BlurTool(FrameTool):
    """Puts boxes over faces and number plates; one of them is in hand."""

    name = "blur"
    NONE = -1

    def __init__(self) -> None:
        super().__init__()
        self.chosen = self.NONE

    def frame(self, edits: PhotoEdits) -> Box | None:
        """Return the chosen box."""
        return edits.blurs[self.chosen] if 0 <= self.chosen < len(edits.blurs) else None

    def put(self, edits: PhotoEdits, box: Box) -> PhotoEdits:
        """Change the chosen box; where none is chosen it is a new one."""
        blurs = list(edits.blurs)
        if self.frame(edits) is None:
            self.chosen = len(blurs)
            blurs.append(box)
        else:
            blurs[self.chosen] = box
        return replace(edits, blurs=tuple(blurs))

    def under(self, edits: PhotoEdits, at: Point, reach: Point) -> Grip | None:
        """Return what of the chosen box is there, or that another box is."""
        grip = self.grip(edits, at, reach)
        return INSIDE if grip is None and self._uppermost(edits, at) != self.NONE else grip

    def hold(self, edits: PhotoEdits, at: Point, reach: Point) -> PhotoEdits:
        """Take hold of the chosen box, else of the uppermost there, else begin another."""
        if self.grip(edits, at, reach) is None:
            self.chosen = self._uppermost(edits, at)
        return super().hold(edits, at, reach)

    def add(self, edits: PhotoEdits, size: tuple[int, int]) -> PhotoEdits:
        """Put a square box in the middle of what is shown of the picture."""
        shown = edits.crop or WHOLE
        side = _NEW_BOX * min(shown.width * size[0], shown.height * size[1])
        across, down = side / size[0] / 2, side / size[1] / 2
        middle = grip_point(shown, INSIDE)
        self.chosen = self.NONE
        return self.put(
            edits,
            spanned((middle[0] - across, middle[1] - down), (middle[0] + across, middle[1] + down)),
        )

    def go(self, edits: PhotoEdits, step: int) -> None:
        """Choose the next box, or the one before."""
        if edits.blurs:
            count = len(edits.blurs)
            none = self.frame(edits) is None
            self.chosen = (0 if step > 0 else count - 1) if none else (self.chosen + step) % count

    def remove(self, edits: PhotoEdits) -> PhotoEdits:
        """Take the chosen box away; the one before is chosen then."""
        if self.frame(edits) is None:
            return edits
        blurs = (*edits.blurs[: self.chosen], *edits.blurs[self.chosen + 1 :])
        self.chosen = min(max(self.chosen - 1, 0), len(blurs) - 1)
        return replace(edits, blurs=blurs)

    def told(self, edits: PhotoEdits) -> str:
        """Say which box is chosen, and where it is."""
        box, count = self.frame(edits), len(edits.blurs)
        if box is not None:
            where = _told(box)
            return tr("Kotak samar {0} dari {1}, {2}.").format(self.chosen + 1, count, where)
        if count:
            return tr("{0} kotak samar, belum ada yang dipilih.").format(count)
        return tr("Belum ada kotak samar.")

    def _uppermost(self, edits: PhotoEdits, at: Point) -> int:
        there = [n for n, box in enumerate(edits.blurs) if grip_at(box, at, (0.0, 0.0))]
        return there[-1] if there else self.NONE


Tool = CropTool | FocalTool | BlurTool


def _told(box: Box) -> str:
    shares = (box.left, box.top, box.width, box.height)
    return tr("{0} dari kiri, {1} dari atas, lebar {2}, tinggi {3}").format(*map(_percent, shares))


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"
