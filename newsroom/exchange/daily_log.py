"""The daily log as a table for a spreadsheet, as a message, and as plain values."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any

from newsroom.exchange.characters import one_line
from newsroom.exchange.whole_file import written_whole
from newsroom.story.daily_log import REPORTED, LoggedStep, totals, totals_by_person
from newsroom.story.days import WEEKDAYS, long_day
from newsroom.story.workflow import Status

_HEAD = (
    "Tanggal", "Jam", "Judul", "Rubrik", "Penulis", "Dari", "Menjadi", "Oleh", "Catatan",
    "Lama di meja (menit)", "Kata", "ID naskah",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would calculate
_ONLY_COUNTED = (Status.SUBMITTED, Status.EDITING, Status.DRAFT)


def span_of(first: date, last: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return when some days begin and end by a newsroom's clock.

    >>> from zoneinfo import ZoneInfo
    >>> day = date(2026, 11, 3)
    >>> [str(moment) for moment in span_of(day, day, ZoneInfo("Asia/Makassar"))]
    ['2026-11-03 00:00:00+08:00', '2026-11-04 00:00:00+08:00']
    """
    return (
        datetime.combine(first, time.min, zone),
        datetime.combine(last + timedelta(days=1), time.min, zone),
    )


def in_days(first: date, last: date) -> str:
    """Say which days a log is of.

    >>> in_days(date(2026, 11, 3), date(2026, 11, 3))
    'Selasa, 3 November 2026'
    >>> in_days(date(2026, 11, 3), date(2026, 11, 4))
    '3 November 2026 – 4 November 2026'
    """
    if first == last:
        return f"{WEEKDAYS[first.weekday()]}, {long_day(first)}"
    return f"{long_day(first)} – {long_day(last)}"


def write_csv(steps: Sequence[LoggedStep], zone: tzinfo, path: Path) -> None:
    """Write all steps as a table that Excel opens with the settings of Indonesia.

    There a semicolon parts the cells, and without a mark at its start a file is not read as
    UTF-8. Raises ExchangeError.
    """
    with written_whole(path, "log harian") as part:
        part.write_bytes(csv_text(steps, zone).encode("utf-8-sig"))


def csv_text(steps: Sequence[LoggedStep], zone: tzinfo) -> str:
    """Return all steps as such a table."""
    file = io.StringIO()
    table = csv.writer(file, delimiter=";")
    table.writerow(_HEAD)
    for step in steps:
        local = step.moment.astimezone(zone)
        cells = (
            f"{local:%d/%m/%Y}",
            f"{local:%H.%M}",
            step.headline,
            step.section,
            ", ".join(step.byline),
            step.before.label,
            step.after.label,
            step.who,
            step.note,
            "" if step.lay is None else _minutes(step.lay),
            step.words,
            step.story,
        )
        table.writerow([_harmless(one_line(str(cell))) for cell in cells])
    return file.getvalue()


def as_text(steps: Sequence[LoggedStep], first: date, last: date, zone: tzinfo) -> str:
    """Return the log as a message: how many of what, by whom, and which stories.

    What stands between stars is bold in WhatsApp.
    """
    lines = [f"*Log harian, {in_days(first, last)}*"]
    if not steps:
        return "\n".join([*lines, "Tidak ada naskah yang berganti status."])
    lines.append(counted(totals(steps)))
    lines += ["", "*Per orang*"]
    for who, counts in totals_by_person(steps).items():
        lines.append(f"{who or 'Tidak dicatat'}: {counted(counts)}")
    for status in REPORTED:
        those = [step for step in steps if step.after is status]
        if those and status not in _ONLY_COUNTED:
            lines += ["", f"*{status.label} ({len(those)})*"]
            lines += [_in_a_line(step, zone, with_day=first != last) for step in those]
    return "\n".join(lines)


def as_values(steps: Sequence[LoggedStep], first: date, last: date, zone: tzinfo) -> dict[str, Any]:
    """Return the log as JSON has it, its moments by the newsroom's clock."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "totals": _named(totals(steps)),
        "people": [
            {"who": who, "totals": _named(counts)}
            for who, counts in totals_by_person(steps).items()
        ],
        "steps": [
            {
                "story": step.story,
                "headline": step.headline,
                "section": step.section,
                "byline": list(step.byline),
                "moment": step.moment.astimezone(zone).isoformat(),
                "from": str(step.before),
                "to": str(step.after),
                "who": step.who,
                "note": step.note,
                "minutes_at_desk": None if step.lay is None else _minutes(step.lay),
                "words": step.words,
            }
            for step in steps
        ],
    }


def counted(counts: Counter[Status]) -> str:
    """Say how many steps led where.

    >>> counted(Counter({Status.RETURNED: 1, Status.READY: 3}))
    '3 siap tayang, 1 dikembalikan'
    """
    each = (f"{counts[one]} {one.label.lower()}" for one in REPORTED if counts[one])
    return ", ".join(each)


def in_words(lay: timedelta) -> str:
    """Say how long a story lay at the desk.

    >>> in_words(timedelta(minutes=5)), in_words(timedelta(hours=2, minutes=5))
    ('5 menit', '2 jam 5 menit')
    >>> in_words(timedelta(days=3, hours=1))
    '3 hari 1 jam'
    """
    minutes = _minutes(lay)
    hours, days = minutes // 60, minutes // 1440
    if days:
        parts = ((days, "hari"), (hours % 24, "jam"))
    else:
        parts = ((hours, "jam"), (minutes % 60, "menit"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"


def _in_a_line(step: LoggedStep, zone: tzinfo, *, with_day: bool) -> str:
    local = step.moment.astimezone(zone)
    clock = f"{local.day}/{local.month} {local:%H.%M}" if with_day else f"{local:%H.%M}"
    told = f"{clock} {one_line(step.headline) or 'Tanpa judul'}"
    lay = f"{in_words(step.lay)} di meja" if step.lay is not None else ""
    if about := ", ".join(filter(None, (step.who, lay))):
        told += f" ({about})"
    return f"{told}: {one_line(step.note)}" if step.note else told


def _named(counts: Counter[Status]) -> dict[str, int]:
    return dict(_pairs(counts))


def _pairs(counts: Counter[Status]) -> Iterator[tuple[str, int]]:
    return ((str(one), counts[one]) for one in REPORTED if counts[one])


def _minutes(lay: timedelta) -> int:
    return max(0, round(lay / timedelta(minutes=1)))


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for something to calculate."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
