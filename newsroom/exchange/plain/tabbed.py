"""Cells that tabs part, as a spreadsheet copies them, made a table of Markdown."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_COLUMNS = 12
_LONGEST_CELL = 120


def as_table(lines: Sequence[str]) -> str:
    """Return lines of cells as a table; nothing if they are something else.

    >>> print(as_table(["Kota\\tJumlah", "Serang\\t120", ""]))
    | Kota | Jumlah |
    |---|---|
    | Serang | 120 |
    """
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]
    if len(rows) < 2 or not 2 <= len(rows[0]) <= _MOST_COLUMNS or not all(rows[0]):
        return ""
    if any(len(row) != len(rows[0]) or max(map(len, row)) > _LONGEST_CELL for row in rows):
        return ""
    head, *others = (f"| {' | '.join(map(_escaped, row))} |" for row in rows)
    return "\n".join([head, "|".join(["", *["---"] * len(rows[0]), ""]), *others])


def _escaped(cell: str) -> str:
    return cell.replace("|", r"\|")
