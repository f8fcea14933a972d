"""Typed values out of a table of plain ones, whoever wrote it: front matter, the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime
from math import isfinite, nan
from typing import Any


class FaultyValue(ValueError):
    """A value can't be what its key asks for; the message, in Indonesian, names the key."""


def text(values: Mapping[str, Any], key: str) -> str:
    """Return a text; empty if there is none. Raises FaultyValue."""
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FaultyValue(f"'{key}' harus berupa teks")
    return whole(value)


def texts(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of texts, of one if it is but a text. Raises FaultyValue."""
    value = values.get(key) or []
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(item, str | None) for item in value):
        raise FaultyValue(f"'{key}' harus berupa daftar teks")
    return tuple(whole(item) for item in value if item)


def mapping(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return a table within a table. Raises FaultyValue."""
    value = values.get(key) or {}
    if not isinstance(value, dict):
        raise FaultyValue(f"'{key}' harus berisi 'kunci: nilai'")
    return value


def mappings(values: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """Return a list of tables. Raises FaultyValue."""
    value = values.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise FaultyValue(f"'{key}' harus berupa daftar 'kunci: nilai'")
    return value


def numbers(values: Mapping[str, Any], key: str, count: int) -> tuple[float, ...]:
    """Return a list of so many numbers; empty if there is none. Raises FaultyValue."""
    return _numbers(values.get(key) or (), key, count)


def number_lists(values: Mapping[str, Any], key: str, count: int) -> list[tuple[float, ...]]:
    """Return a list of lists of so many numbers. Raises FaultyValue."""
    value = values.get(key) or []
    if not isinstance(value, list):
        raise FaultyValue(f"'{key}' harus berupa daftar")
    return [_numbers(item, key, count) for item in value]


def number(values: Mapping[str, Any], key: str, default: float) -> float:
    """Return one number. Raises FaultyValue."""
    value = values.get(key)
    return default if value in (None, "") else _number(value, key)


def day(values: Mapping[str, Any], key: str) -> date | None:
    """Return a day written as in ISO 8601. Raises FaultyValue."""
    written = text(values, key)
    if not written:
        return None
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise FaultyValue(f"'{key}: {written}' bukan tanggal (TTTT-BB-HH)") from None


def moment(values: Mapping[str, Any], key: str) -> datetime | None:
    """Return a moment with its zone, written as in ISO 8601. Raises FaultyValue."""
    written = text(values, key)
    if not written:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        raise FaultyValue(f"'{key}: {written}' bukan waktu (TTTT-BB-HHTJJ:MM+07:00)") from None
    if found.tzinfo is None:
        raise FaultyValue(f"'{key}: {written}' harus menyebut zona, misalnya +07:00")
    if found.year in (MINYEAR, MAXYEAR):  # in another zone it may be out of the calendar
        raise FaultyValue(f"'{key}: {written}' bukan tahun yang masuk akal")
    return found


def sure_moment(values: Mapping[str, Any], key: str) -> datetime:
    """Return a moment that must be there. Raises FaultyValue."""
    found = moment(values, key)
    if found is None:
        raise FaultyValue(f"'{key}' belum diisi")
    return found


def whole(written: str) -> str:
    """Join the halves of a character that JSON's way of escaping leaves apart."""
    return written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table without its empty values."""
    return {key: value for key, value in values.items() if value not in ("", None, [], {}, False)}


def _numbers(value: object, key: str, count: int) -> tuple[float, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) not in (0, count):
        raise FaultyValue(f"'{key}' harus berupa {count} angka")
    return tuple(_number(item, key) for item in value)


def _number(value: object, key: str) -> float:
    # Front matter leaves all words words, so that a number may come as one.
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        found = nan
    if not isfinite(found):
        raise FaultyValue(f"'{key}' harus berupa angka")
    return found
