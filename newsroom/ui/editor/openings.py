"""What opens a line of Markdown that is more than prose: a heading, a quotation, an item."""

from __future__ import annotations

import re

OPENING = re.compile(r"(\s{0,3})(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)")
"""Its blanks, and its mark with the blanks behind it."""

ITEM = re.compile(r"(\s{0,3})([-*+]|(\d{1,9})([.)])|>)(\s+)")
"""That of an item of a list, or of a line of a quotation, which goes on with the next line: the
blanks before it, the mark, its number, what stands behind that, the blanks behind all."""


def next_opening(item: re.Match[str]) -> str:
    """Return what opens the line after an item.

    >>> next_opening(ITEM.match("9. Warga")), next_opening(ITEM.match("- Warga"))
    ('10. ', '- ')
    """
    indent, mark, number, dot, space = item.groups()
    return f"{indent}{int(number) + 1}{dot}{space}" if number else f"{indent}{mark}{space}"


def is_opened_by(line: str, opening: str) -> bool:
    """Say whether a line is opened by a mark, or by any number where the mark is one.

    >>> is_opened_by("7. Warga", "1. "), is_opened_by("## Warga", "# ")
    (True, False)
    """
    found = OPENING.match(line)
    if not found:
        return False
    return found.group(2).strip() == opening.strip() or (
        opening == "1. " and found.group(2)[0].isdigit()
    )
