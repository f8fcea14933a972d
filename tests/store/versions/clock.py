from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class Clock:
    """A clock in the place of ``datetime``, which tells what a test has set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)

    def now(self, _: tzinfo) -> datetime:
        return self.moment

    def go(self, **passed: float) -> None:
        self.moment += timedelta(**passed)
