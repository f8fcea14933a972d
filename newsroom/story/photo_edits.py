"""What is done to a photograph before it is shown, kept as numbers beside the untouched file."""

from __future__ import annotations

from dataclasses import dataclass, replace

WHOLE_TURN = 360
LEAST_SIDE = 0.02  # of the picture; smaller boxes are slips of the hand
DARKEST, BRIGHTEST = 0.4, 2.5


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, its edges as shares of the width and height, from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The share of the picture's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The share of the picture's height."""
        return self.bottom - self.top

    def within(self) -> Box | None:
        """Return the box cut at the picture's edges; None if too little of it is left.

        >>> Box(-0.5, 0.25, 0.5, 2).within(), Box(0.5, 0.5, 0.5, 0.9).within()
        (Box(left=0.0, top=0.25, right=0.5, bottom=1.0), None)
        """
        left, right = sorted((_share(self.left), _share(self.right)))
        top, bottom = sorted((_share(self.top), _share(self.bottom)))
        if right - left < LEAST_SIDE or bottom - top < LEAST_SIDE:
            return None
        return Box(left, top, right, bottom)

    def turned(self) -> Box:
        """Return where the box lies once the picture is turned by a quarter to the right."""
        return Box(1 - self.bottom, self.left, 1 - self.top, self.right)


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class PhotoEdits:
    """How a picture is to be changed; nothing by default.

    ``turn`` is in degrees to the right, a multiple of 90, after the camera's own
    orientation. All places are shares of the turned, uncut picture, so that a blurred face
    stays under its blur however the picture is cut. ``focal`` is what must stay in sight
    where a portal cuts it to another shape. ``brightness`` is a factor.
    """

    turn: int = 0
    crop: Box | None = None
    focal: tuple[float, float] | None = None
    brightness: float = 1.0
    blurs: tuple[Box, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the picture stays as it is; a focal point alone changes no pixel."""
        return replace(self, focal=None) == PhotoEdits()

    def turned(self) -> PhotoEdits:
        """Return the edits with the picture turned by a quarter to the right.

        >>> PhotoEdits(turn=270, focal=(0.25, 0.5)).turned()
        PhotoEdits(turn=0, crop=None, focal=(0.5, 0.25), brightness=1.0, blurs=())
        """
        return replace(
            self,
            turn=(self.turn + 90) % WHOLE_TURN,
            crop=self.crop.turned() if self.crop else None,
            focal=(1 - self.focal[1], self.focal[0]) if self.focal else None,
            blurs=tuple(box.turned() for box in self.blurs),
        )


def crop_to_ratio(
    width: int, height: int, ratio: float, focal: tuple[float, float] | None = None
) -> Box:
    """Return the largest part of a picture that has a ratio of width to height.

    It holds the focal point in its middle as far as the edges let it.

    >>> crop_to_ratio(1600, 900, 1.0), crop_to_ratio(900, 1600, 1.0, focal=(0.5, 0.0)).bottom
    (Box(left=0.21875, top=0.0, right=0.78125, bottom=1.0), 0.5625)
    """
    across, down = focal or (0.5, 0.5)
    wide = min(1.0, height * ratio / width)
    high = min(1.0, width / ratio / height)
    left = min(max(across - wide / 2, 0.0), 1 - wide)
    top = min(max(down - high / 2, 0.0), 1 - high)
    return Box(left, top, left + wide, top + high)


def _share(value: float) -> float:
    return min(max(float(value), 0.0), 1.0)
