"""Reading Indonesian dates: *Kamis (20/6/2019)*, *Selasa, 3 November 2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsroom.language.rules.regex import regex
from newsroom.story.days import MONTHS as MONTHS
from newsroom.story.days import WEEKDAYS as WEEKDAYS

_WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4,
    "jum’at": 4,
    "jum`at": 4,
    "ahad": 6,
}
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "agu": 8, "agt": 8, "ags": 8, "agus": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11,
    "nop": 11, "nopember": 11, "des": 12,
}  # fmt: skip

_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_DAYS = "|".join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))
_UNTIL = r"\s?[-–—]\s?|\s(?:dan|hingga|sampai(?:\sdengan)?|s\.d\.|s/d)\s"
# A date may share its month with the day it follows: 20-21/6/2019, 3 dan 4 November 2026.
# In brackets after its weekday it may lack the year: Kamis (20/6).
_DATE = rf"""
    (?:(?P<first>\d{{1,2}})(?:{_UNTIL}))?
    (?:
      (?P<day>\d{{1,2}})
      (?: (?P<mark>[/.-])(?P<month>\d{{1,2}})
          (?: (?P=mark)(?P<year>\d{{4}}|\d{{2}}) (?![\w/]|[.,-]\d) | (?=\)) )
        | (?:\s{{1,3}}(?:bulan\s)?|[/-])(?P<name>{_NAMES})\b\.?
          (?:(?:,?\s{{1,3}}(?:tahun\s)?|[/-])(?P<named_year>\d{{4}})(?![\w/]|[.,]\d))?
      )
      | (?P<iso>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\w-])
    )
"""
_WHEN = (
    r"(?:\s(?:dini\shari|pagi|siang|sore|petang|malam|subuh|kemarin|besok|lusa|lalu|silam|ini|itu|tadi"
    r"|nanti|depan|mendatang|pekan|minggu)){0,3}"
    r"(?:,?\s(?:sekitar\s|mulai\s|sejak\s|jelang\s)?pukul\s\d{1,2}[.:]\d\d(?:\s(?:WIB|WITA|WIT))?)?"
)
_PASARAN = r"(?:\s(?:legi|pahing|paing|pon|wage|kliwon))?"
_WEEKDAY_FIRST = rf"""
    (?<![\w-]) (?P<hari>hari\s)? (?P<weekday>{_DAYS}) {_WHEN}
    (?: (?:{_UNTIL}) (?P<weekday2>{_DAYS}) {_WHEN} )?
    {_PASARAN}
    (?: ,?\s?\(\s? | \s?/\s? | \s[|–—-]\s | (?:,\s{{0,3}}|\s{{1,3}})(?:tanggal\s|tgl\.?\s)?)
"""
_WEEKDAY_LAST = rf"(?:\s?\(\s?|,?\s(?:hari\s))(?P<after>{_DAYS})\b"

_FIND = regex(
    rf"(?:{_WEEKDAY_FIRST}|(?<![\w/.,–—-])){_DATE}(?:{_WEEKDAY_LAST})?", re.VERBOSE | re.IGNORECASE
)
# Where a date may be; what is before it for the weekday, and after it.
_NEAR = regex(
    r"\d\s?[/.-]\d{1,2}(?:[/.-]\d|\))|\d(?:\s{1,3}(?:bulan\s)?|[/-])(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt"
    r"|nov|nop|des)|\d{4}-\d\d-\d",
    re.IGNORECASE,
)
_HOLDS_DATE = regex(r"\d[/.-]\d{1,2}[/.-]\d|\d{4}")
_BEFORE, _AFTER = 90, 60
_HINTS = ("senin", "selasa", "rabu", "kamis", "jum", "sabtu", "minggu", "ahad")
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; offsets in code points.

    ``weekday`` counts from Monday, 0; None if none is written. ``year`` is None where
    the text gives none. ``first`` is the earlier day of a span such as *20-21/6/2019*,
    with ``first_weekday`` if that span names two. ``in_figures`` says that the month is
    a figure. Day and month need not exist: see ``exists``.
    """

    start: int
    end: int
    date_start: int
    date_end: int
    day: int
    month: int
    year: int | None
    weekday: int | None = None
    weekday_span: tuple[int, int] = (0, 0)
    first: int | None = None
    first_weekday: int | None = None
    in_figures: bool = False
    mark: str = ""

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day; 29 February of no year does exist."""
        if not 1 <= self.month <= 12 or not 1 <= self.day <= _DAYS_IN_MONTH[self.month - 1]:
            return False
        return self.month != 2 or self.day < 29 or self.year is None or _is_leap(self.year)

    def as_date(self) -> date | None:
        """The day meant; None if the year is missing or there is no such day."""
        return date(self.year, self.month, self.day) if self.year and self.exists else None


def names_weekday(text: str) -> bool:
    """Say, fast, whether a text may name a day of the week: most paragraphs do not."""
    lowered = text.lower()
    return any(day in lowered for day in _HINTS)


@lru_cache(16)  # several rules read the same paragraph, one after the other
def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates that stand in a text.

    >>> (found,) = written_dates("Acara itu digelar Kamis malam (20/6/2019).")
    >>> WEEKDAYS[found.weekday], found.as_date()
    ('Kamis', datetime.date(2019, 6, 20))
    """
    return tuple(_written_dates(text))


def _written_dates(text: str) -> Iterator[WrittenDate]:
    done = 0
    for near in _NEAR.finditer(text):
        if near.start() < done:
            continue
        match = _FIND.search(text, max(done, near.start() - _BEFORE), near.end() + _AFTER)
        while match:
            done = match.end()
            if found := _read(match):
                yield found
            if done > near.start():
                break
            match = _FIND.search(text, done, near.end() + _AFTER)


@lru_cache(16)
def story_years(text: str) -> frozenset[int]:
    """Return the years of the dates that name their weekday: those of what is reported.

    >>> sorted(story_years("Lahir 5 Mei 1980, ia ditemui Kamis (20/6/2019)."))
    [2019]
    """
    if not _HOLDS_DATE.search(text) or not names_weekday(text):
        return frozenset()
    dates = written_dates(text)
    return frozenset(date.year for date in dates if date.weekday is not None and date.year)


def _read(match: re.Match[str]) -> WrittenDate | None:
    part = match.group
    in_figures = part("month") is not None
    if part("iso"):
        day, month, year = int(part("iso_day")), int(part("iso_month")), int(part("iso"))
    elif in_figures:
        day, month, year = int(part("day")), int(part("month")), int(part("year") or 0)
        year += 2000 if len(part("year") or "") == 2 else 0
    else:
        day, month = int(part("day")), _MONTH_NUMBERS[part("name").lower()]
        year = int(part("named_year")) if part("named_year") else 0
    start = match.start("first" if part("first") else "iso" if part("iso") else "day")
    end = _date_end(match)
    spans = [name for name in ("weekday2", "weekday", "after") if _is_weekday(match, name)]
    weekday = _WEEKDAY_NUMBERS[part(spans[0]).lower()] if spans else None
    pair = bool(part("weekday2")) and len(spans) > 1
    if in_figures and not part("year") and (weekday is None or part("mark") != "/"):
        return None  # a fraction in brackets
    return WrittenDate(
        start=min(start, match.start("weekday")) if {"weekday", "weekday2"} & set(spans) else start,
        end=match.end() if spans[:1] == ["after"] else end,
        date_start=start,
        date_end=end,
        day=day,
        month=month,
        year=year or None,
        weekday=weekday,
        weekday_span=match.span(spans[0]) if spans else (0, 0),
        first=int(part("first")) if part("first") else None,
        first_weekday=_WEEKDAY_NUMBERS[part("weekday").lower()] if pair else None,
        in_figures=in_figures,
        mark=part("mark") or "",
    )


def _date_end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("month", "year", "name", "named_year", "iso_day"))


def _is_weekday(match: re.Match[str], name: str) -> bool:
    """Say whether a weekday is meant: *minggu* alone is a week, *Minggu* a day."""
    word = match.group(name)
    if not word:
        return False
    return word[0].isupper() or word.lower() != "minggu" or bool(match.group("hari"))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
