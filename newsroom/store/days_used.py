"""For how long something has been so, in days that a wrong clock can't make up.

What is to go after some time is looked at now and then, while the program is used. From
one look to the next no more than ``MOST_AT_ONCE`` days count: a clock that is set a year
ahead lets nothing go at once, and whoever comes back from a long journey still has days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

MOST_AT_ONCE = 7.0

_DAY = timedelta(days=1)


class DaysUsed:
    """The days for which things have been so, by name; ``told`` is what ``as_value`` gave."""

    def __init__(self, told: Any, now: datetime) -> None:
        self._now = now
        self._known: Mapping[str, float] = told["days"] if told else {}
        self._since = _days_since(datetime.fromisoformat(told["at"]), now) if told else 0.0

    def of(self, name: str) -> float:
        """Return for how many days it has been so; 0 for what is seen so for the first time."""
        return self._known[name] + self._since if name in self._known else 0.0

    def as_value(self, names: list[str]) -> Any:
        """Return, for the next look, what is known of those that are still so."""
        return {
            "at": self._now.isoformat(),
            "days": {name: round(self.of(name), 4) for name in names},
        }


def _days_since(then: datetime, now: datetime) -> float:
    """Return the days that count since the last look."""
    return min(max((now - then) / _DAY, 0.0), MOST_AT_ONCE)
