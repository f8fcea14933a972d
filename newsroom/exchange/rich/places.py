"""Where blocks go once they are read: into the text, or into a cell of a table."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.exchange.rich.tables import as_table, one_row
from newsroom.exchange.rich.text import Block

_MOST_EMPTY = 20  # cells that one may stretch over


class Places:
    """The text and the cells that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[list[Block]] = [[]]
        self._rows: list[list[list[Block]]] = []
        self._tables: list[list[list[list[Block]]]] = []
        self._count = 0

    @property
    def text(self) -> list[Block]:
        """What is in no table."""
        return self._open[0]

    @property
    def here(self) -> list[Block]:
        """What has been read of the text, or of the cell, that is open."""
        return self._open[-1]

    def add(self, blocks: Iterable[Block]) -> None:
        """Put blocks here."""
        self._open[-1].extend(blocks)

    def begin(self, tag: str) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self._tables.append([])
        elif tag == "tr":
            self._rows.append([])
        else:
            self._open.append([])

    def end(self, tag: str, columns: int = 1) -> None:
        """End one; a cell may be as wide as several columns."""
        if tag == "table":
            self._count += 1
            self.add(as_table(self._tables.pop(), self._count))
        elif tag == "tr":
            self._end_row(self._rows.pop())
        else:
            cell = self._open.pop()
            if self._rows:
                self._rows[-1] += [cell, *([] for _ in range(min(columns, _MOST_EMPTY) - 1))]
            else:
                self.add(cell)

    def _end_row(self, row: list[list[Block]]) -> None:
        if self._tables:
            self._tables[-1].append(row)
        else:
            self.add(one_row(row))
