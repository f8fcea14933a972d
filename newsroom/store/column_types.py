"""Moments as the columns of the store keep them, alike on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: any zone goes in, UTC is kept and comes out.

    SQLite keeps no zone at all, so without this a moment would come back naive.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; raises ValueError if it has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class AnyDateTime(UtcDateTime):
    """A moment that may be missing, and is where damage has left none."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what reads a moment, or nothing, out of a row."""
        read = super().result_processor(dialect, coltype)
        assert read is not None

        def sound(value: Any) -> Any:
            try:
                return read(value)
            except (TypeError, ValueError):
                return None

        return sound


class Microseconds(TypeDecorator[datetime]):
    """A moment as a number: a third of the room, in a table of many small rows."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the microseconds since 1970."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the moment as UTC; 1970 for a number that damage has made no moment."""
        try:
            return None if value is None else _EPOCH + timedelta(microseconds=value)
        except OverflowError:
            return _EPOCH
