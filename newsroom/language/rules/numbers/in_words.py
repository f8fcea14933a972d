"""Numbers as one or two words say them."""

from __future__ import annotations

UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spelled(number: int) -> str:
    """Return a number in words if one or two words do; nothing otherwise.

    >>> spelled(5), spelled(11), spelled(20), spelled(200), spelled(25)
    ('lima', 'sebelas', 'dua puluh', 'dua ratus', '')
    """
    if number < 10:
        return UNITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{UNITS[number % 10]} belas")
    for size, one, many in ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh")):
        count, rest = divmod(number, size)
        if not rest and count < 10:
            return one if count == 1 else f"{UNITS[count]} {many}"
    return ""
