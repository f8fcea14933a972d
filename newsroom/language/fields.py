"""Fields to fill in, ⟨nama narasumber⟩, and those that today's date fills."""

from __future__ import annotations

import re
from datetime import datetime

from newsroom.language.rules.dates import MONTHS, WEEKDAYS

_FIELD = re.compile(r"⟨[^⟨⟩\n]{1,120}⟩")


def fields(text: str) -> list[tuple[int, int]]:
    """Return start and end of each field, in code points.

    >>> fields("kata ⟨nama⟩, ⟨jabatan⟩")
    [(5, 11), (13, 22)]
    """
    return [match.span() for match in _FIELD.finditer(text)]


def dated(text: str, now: datetime) -> tuple[str, list[tuple[int, int]]]:
    """Fill the fields that a moment fills; return the text and where all fields are in it.

    >>> dated("⟨hari⟩ (⟨tanggal⟩), kata ⟨nama⟩", datetime(2019, 6, 20, 10, 42))
    ('Kamis (20/6/2019), kata ⟨nama⟩', [(0, 5), (7, 16), (24, 30)])
    """
    known = {
        "⟨hari⟩": WEEKDAYS[now.weekday()],
        "⟨tanggal⟩": f"{now.day}/{now.month}/{now.year}",
        "⟨tanggal panjang⟩": f"{now.day}\u00a0{MONTHS[now.month - 1]} {now.year}",
        "⟨jam⟩": f"{now:%H.%M}",
    }
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    last = length = 0
    for start, end in fields(text):
        field = known.get(text[start:end], text[start:end])
        length += start - last
        places.append((length, length + len(field)))
        parts += [text[last:start], field]
        length += len(field)
        last = end
    return "".join([*parts, text[last:]]), places
