"""Frames on a picture: drawn, moved and pulled by their edges, never beyond the picture.

``shape`` is the width of a frame in shares of the picture for each share of its height;
a frame that has one keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.story.photo_edits import LEAST_SIDE, WHOLE, Box

Point = tuple[float, float]  # across and down, shares of width and height
Grip = tuple[int, int]  # the edges held: (-1, 0) the left, (1, 1) right and bottom, (0, 0) all

GRIPS: tuple[Grip, ...] = (
    (-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (-1, 0), (1, 0), (0, 1),
)  # fmt: skip
INSIDE: Grip = (0, 0)

_LEAST = 1.5 * LEAST_SIDE  # well above what counts as a slip of the hand
_SAME = 0.004  # of a ratio; what rounding to whole pixels may change


@dataclass(frozen=True, slots=True)
class Ratio:
    """A shape that portals and social media ask for, width to height."""

    name: str
    value: float


RATIOS = (
    Ratio("16:9", 16 / 9),
    Ratio("4:3", 4 / 3),
    Ratio("3:2", 3 / 2),
    Ratio("1:1", 1.0),
    Ratio("4:5", 4 / 5),
    Ratio("9:16", 9 / 16),
    Ratio("1,91:1", 1.91),
)


def ratio_of(box: Box, size: tuple[int, int]) -> float | None:
    """Return the known ratio that a part of a picture of this size in pixels has.

    >>> ratio_of(Box(0, 0, 0.75, 1), (1600, 900)), ratio_of(Box(0, 0, 0.7, 1), (1600, 900))
    (1.3333333333333333, None)
    """
    value = box.width * size[0] / (box.height * size[1])
    return next((r.value for r in RATIOS if abs(value / r.value - 1) < _SAME), None)


def grip_point(box: Box, grip: Grip) -> Point:
    """Return where a grip of a frame is.

    >>> grip_point(Box(0, 0, 1, 0.5), (1, 0)), grip_point(Box(0, 0, 1, 0.5), (-1, 1))
    ((1, 0.25), (0, 0.5))
    """
    across = {-1: box.left, 0: (box.left + box.right) / 2, 1: box.right}[grip[0]]
    down = {-1: box.top, 0: (box.top + box.bottom) / 2, 1: box.bottom}[grip[1]]
    return across, down


def grip_at(box: Box, at: Point, reach: Point) -> Grip | None:
    """Return which grip of a frame is at a point, or near it; None outside.

    >>> box = Box(0.2, 0.2, 0.8, 0.8)
    >>> grip_at(box, (0.81, 0.5), (0.02, 0.02)), grip_at(box, (0.5, 0.5), (0.02, 0.02))
    ((1, 0), (0, 0))
    """
    # In a small frame the grips leave room between them to take it as a whole.
    across, down = min(reach[0], box.width / 4), min(reach[1], box.height / 4)
    for grip in GRIPS:
        point = grip_point(box, grip)
        if abs(at[0] - point[0]) <= across and abs(at[1] - point[1]) <= down:
            return grip
    inside = box.left <= at[0] <= box.right and box.top <= at[1] <= box.bottom
    return INSIDE if inside else None


def moved(box: Box, across: float, down: float) -> Box:
    """Return the frame in another place, its size kept.

    >>> moved(Box(0.25, 0.25, 0.75, 0.75), 0.5, -0.125)
    Box(left=0.5, top=0.125, right=1.0, bottom=0.625)
    """
    return _placed(box.left + across, box.top + down, box.width, box.height)


def spanned(start: Point, end: Point, shape: float | None = None) -> Box:
    """Return the frame between two points, which are its corners.

    With a shape it reaches as far as the farther of the two sides asks for.

    >>> spanned((0.75, 0.5), (0.25, 0.0))
    Box(left=0.25, top=0.0, right=0.75, bottom=0.5)
    >>> spanned((0.0, 0.0), (0.5, 0.1), shape=1.0)
    Box(left=0.0, top=0.0, right=0.5, bottom=0.5)
    """
    from_across, from_down = _share(start[0]), _share(start[1])
    right, below = end[0] >= from_across, end[1] >= from_down
    room_across = 1 - from_across if right else from_across
    room_down = 1 - from_down if below else from_down
    wide = _within(abs(end[0] - from_across), _LEAST, room_across)
    high = _within(abs(end[1] - from_down), _LEAST, room_down)
    if shape is not None:
        wide = max(min(max(wide, high * shape), room_across, room_down * shape), _least(shape))
        high = wide / shape
    left = from_across if right else from_across - wide
    top = from_down if below else from_down - high
    return _placed(left, top, wide, high)


def pulled(box: Box, grip: Grip, to: Point, shape: float | None = None) -> Box:
    """Return the frame with one of its grips pulled to a point; the other side stays.

    >>> pulled(Box(0, 0, 0.5, 0.5), (1, 0), (0.75, 0.9))
    Box(left=0, top=0, right=0.75, bottom=0.5)
    >>> pulled(Box(0, 0.25, 0.5, 0.75), (1, 0), (0.75, 0.9), shape=1.0)
    Box(left=0, top=0.125, right=0.75, bottom=0.875)
    """
    across, down = grip
    if across and down:
        anchor = grip_point(box, (-across, -down))
        return spanned(anchor, (_beyond(anchor[0], to[0], across),
                                _beyond(anchor[1], to[1], down)), shape)  # fmt: skip
    if across:
        left, right = _edges(box.left, box.right, across, to[0])
        if shape is None:
            return Box(left, box.top, right, box.bottom)
        wide = min(max(right - left, _least(shape)), shape)
        middle, high = (box.top + box.bottom) / 2, wide / shape
        return _placed(right - wide if across < 0 else left, middle - high / 2, wide, high)
    # Up and down is the same with the picture laid on its side.
    lying = Box(box.top, box.left, box.bottom, box.right)
    over = pulled(lying, (down, 0), (to[1], to[0]), 1 / shape if shape else None)
    return Box(over.top, over.left, over.bottom, over.right)


def stretched(box: Box, across: float, down: float, shape: float | None = None) -> Box:
    """Return the frame larger or smaller to the right and below, else to the other side.

    >>> stretched(Box(0.25, 0.25, 0.5, 0.5), 0.125, 0.0)
    Box(left=0.25, top=0.25, right=0.625, bottom=0.5)
    >>> stretched(Box(0.25, 0.25, 1.0, 0.5), 0.125, 0.0)
    Box(left=0.125, top=0.25, right=1.0, bottom=0.5)
    """
    for step, grip in ((across, (1, 0)), (down, (0, 1))):
        if step:
            far = box.right if grip[0] else box.bottom
            turned = step > 0 and far + step > 1
            held = (-grip[0], -grip[1]) if turned else grip
            point = grip_point(box, held)
            by = -step if turned else step
            box = pulled(box, held, (point[0] + by, point[1] + by), shape)
    return box


def is_whole(box: Box) -> bool:
    """Say whether a frame holds all of the picture, as near as a hand can pull it.

    >>> is_whole(Box(0.0004, 0, 1, 1)), is_whole(Box(0.01, 0, 1, 1))
    (True, False)
    """
    pairs = zip((box.left, box.top, box.right, box.bottom), (0.0, 0.0, 1.0, 1.0), strict=True)
    return box == WHOLE or all(abs(edge - limit) < 0.001 for edge, limit in pairs)


def _beyond(anchor: float, to: float, side: int) -> float:
    """Return a place at the grip's side of the anchor, however far it was pulled."""
    return max(to, anchor + _LEAST) if side > 0 else min(to, anchor - _LEAST)


def _edges(near: float, far: float, side: int, to: float) -> tuple[float, float]:
    if side > 0:
        return near, _within(to, min(near + _LEAST, 1.0), 1.0)
    return _within(to, 0.0, max(far - _LEAST, 0.0)), far


def _placed(left: float, top: float, wide: float, high: float) -> Box:
    """Return the frame of this size that is nearest to a place, within the picture."""
    left, top = _within(left, 0.0, 1 - wide), _within(top, 0.0, 1 - high)
    return Box(left, top, min(left + wide, 1.0), min(top + high, 1.0))


def _least(shape: float) -> float:
    """Return the least width at which neither side is too small."""
    return _LEAST * max(1.0, shape)


def _share(value: float) -> float:
    return _within(value, 0.0, 1.0)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), max(least, most))
