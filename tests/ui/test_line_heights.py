"""Where lines begin, whatever is changed before them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.ui.editor.line_heights import LineHeights

heights = st.lists(st.integers(0, 60), max_size=6)


@given(heights, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), heights), max_size=6))
def test_tops_and_total_are_the_sums_of_the_heights(first, changes):
    lines, plain = LineHeights(first), list(first)
    for at, gone, new in changes:
        at = min(at, len(plain))
        lines.top(len(plain))  # all is added up, and must be added up anew
        plain[at : at + gone] = new
        lines.replace(at, min(gone, len(lines) - at), new)
        assert [lines.top(number) for number in range(len(plain) + 1)] == [
            sum(plain[:number]) for number in range(len(plain) + 1)
        ]
        assert lines.total == sum(plain)


def test_a_height_lies_in_the_line_that_reaches_over_it():
    lines = LineHeights([20, 0, 10])
    assert [lines.at(y) for y in (-5, 0, 19, 20, 29, 30, 500)] == [0, 0, 0, 2, 2, 2, 2]
