"""A word parted by a hyphen at a line's end: is the hyphen its own, or the line's?"""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = str.maketrans("", "", "aeiou")
_ALIKE = 3  # letters that the halves of a doubled word share, at least


def keeps_hyphen(before: str, after: str) -> bool:
    """Say whether the hyphen at the end of a line belongs to the word, as the next line goes on.

    It does before figures and capitals, after an acronym, between the halves of a
    doubled word.

    >>> keeps_hyphen("untuk kesejah-", "teraan warga"), keeps_hyphen("KTP-", "nya")
    (False, True)
    >>> keeps_hyphen("para anak-", "anaknya"), keeps_hyphen("sayur-", "mayur")
    (True, True)
    """
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    return not first or not second or _belongs(first[1], second.group())


def _belongs(first: str, second: str) -> bool:
    if second[0].isupper() and not first.isupper():
        return True
    if first.isupper() and not second.isupper():
        return True
    return "-" not in first and _is_doubled(first.lower(), second.lower())


def _is_doubled(first: str, second: str) -> bool:
    """Say whether two halves sound alike: anak-anaknya, tarik-menarik, sayur-mayur, bolak-balik."""
    if len(first) < _ALIKE or len(second) < _ALIKE:
        return False
    for size in range(len(first), _ALIKE - 1, -1):  # berlari-larian, anak-anaknya
        if second.startswith(first[-size:]) and size * 2 > len(first):
            return True
    shared = 0
    while shared < min(len(first), len(second)) and first[-1 - shared] == second[-1 - shared]:
        shared += 1
    if shared >= _ALIKE and shared >= len(first) - 1:  # tolong-menolong, sayur-mayur, lauk-pauk
        return True
    return len(first) == len(second) and first.translate(_VOWELS) == second.translate(_VOWELS)
