"""What the harness finds."""

from __future__ import annotations


class Problem(AssertionError):
    """Something is not as it must be; says what, and how to see it again."""
