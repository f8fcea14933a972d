"""Regular expressions that are read when they are first looked for.

The rules have hundreds, and reading them takes longer than anything else at the start; of
most rules a story holds nothing, so that they are never needed.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression, which is compiled once it is used.

    A fault in it shows only then, so this is for the project's own rules, whose
    examples are all tried in the tests, and not for what a newsroom writes.

    >>> regex(r"\\d+").findall("12 dari 300")
    ['12', '300']
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))


class _Expression:
    def __init__(self, pattern: str, flags: int) -> None:
        self._read = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # Kept here, so that the next use of the same method is as quick as the real one's.
        value = getattr(re.compile(*self._read), name)
        setattr(self, name, value)
        return value
