"""Frames stay within the picture, large enough, and keep their shape however they are pulled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.story.photo_edits import WHOLE, Box, crop_to_ratio
from newsroom.story.photo_frames import (
    GRIPS,
    RATIOS,
    Point,
    grip_at,
    grip_point,
    moved,
    pulled,
    ratio_of,
    spanned,
    stretched,
)

places = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
shapes = st.none() | st.floats(0.25, 4.0)
steps = st.sampled_from([-0.3, -0.01, 0.0, 0.01, 0.3])


def is_sound(box: Box, shape: float | None = None) -> bool:
    keeps = shape is None or box.width / box.height == pytest.approx(shape, rel=1e-6)
    return box.within() == box and keeps


@given(places, places, shapes)
def test_a_drawn_frame_lies_in_the_picture(start: Point, end: Point, shape: float | None) -> None:
    assert is_sound(spanned(start, end, shape), shape)


@given(places, places, shapes, st.sampled_from(GRIPS), places)
def test_a_pulled_frame_lies_in_the_picture(
    start: Point, end: Point, shape: float | None, grip: tuple[int, int], to: Point
) -> None:
    box = spanned(start, end, shape)
    assert is_sound(pulled(box, grip, to, shape), shape)


@given(places, places, st.sampled_from(GRIPS), places)
def test_the_other_side_stays_where_it_was(
    start: Point, end: Point, grip: tuple[int, int], to: Point
) -> None:
    box = spanned(start, end)
    across, down = -grip[0], -grip[1]
    before, after = (
        grip_point(box, (across, down)),
        grip_point(pulled(box, grip, to), (across, down)),
    )
    if across:
        assert after[0] == pytest.approx(before[0])
    if down:
        assert after[1] == pytest.approx(before[1])


@given(places, places, shapes, steps, steps)
def test_moved_and_stretched_frames_lie_in_the_picture(
    start: Point, end: Point, shape: float | None, across: float, down: float
) -> None:
    box = spanned(start, end, shape)
    carried = moved(box, across, down)
    assert is_sound(carried, shape)
    assert (carried.width, carried.height) == pytest.approx((box.width, box.height))
    assert is_sound(stretched(box, across, down, shape), shape)


def test_a_ratio_chosen_is_known_again() -> None:
    for ratio in RATIOS:
        for size in ((6000, 4000), (3024, 4032), (1601, 901)):
            assert ratio_of(crop_to_ratio(*size, ratio.value), size) == ratio.value


@pytest.mark.parametrize("grip", GRIPS)
def test_each_grip_is_found_where_it_is(grip: tuple[int, int]) -> None:
    box = Box(0.2, 0.3, 0.7, 0.9)
    assert grip_at(box, grip_point(box, grip), (0.01, 0.01)) == grip


def test_a_small_frame_can_still_be_taken_as_a_whole() -> None:
    box = Box(0.5, 0.5, 0.53, 0.53)
    assert grip_at(box, (0.515, 0.515), (0.05, 0.05)) == (0, 0)
    assert grip_at(box, (0.4, 0.4), (0.05, 0.05)) is None


def test_the_whole_has_no_room_to_move() -> None:
    assert moved(WHOLE, 0.1, -0.1) == WHOLE
