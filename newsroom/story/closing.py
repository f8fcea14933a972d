"""The code that closes a story: who made it, or only that it ends there."""

from __future__ import annotations

import re

SURE_CLOSING = r"\((?:\*{1,3}|red)\)"
"""What no text ends in but a closing code, in any case of letters."""


def names_nobody(closing: str) -> bool:
    """Say whether a closing code only ends a story, so that any newsroom's would do as well.

    >>> names_nobody("(*)"), names_nobody("(RED)"), names_nobody("(rin/ab)"), names_nobody("(adv)")
    (True, True, False, False)
    """
    return bool(re.fullmatch(SURE_CLOSING, closing.strip(), re.IGNORECASE))
