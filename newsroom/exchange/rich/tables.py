"""Rows of a table: a table of Markdown where they are one, else lines or what is in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsroom.exchange.rich.text import Block, Kind, Line, Run

Cell = Sequence[Block]

_LONGEST_ROW = 500  # characters; a longer row is a layout, not a table
_LONGEST_CELL = 120
_MOST_COLUMNS = 12


def as_table(rows: Sequence[Sequence[Cell]], number: int) -> list[Block]:
    """Return the rows of a table as blocks.

    A table of figures and short texts stays one, known by its ``number``; what is only
    laid out by a table comes as its rows or as the blocks in them.
    """
    grid = _filled(rows)
    if not _is_table(grid):
        return [block for row in rows for block in one_row(row)]
    lines = [tuple(cell[0].lines[0] if cell else () for cell in row) for row in grid]
    if all(run.bold for cell in lines[0] for run in cell):  # a head is bold by itself
        lines[0] = tuple(tuple(run._replace(bold=False) for run in cell) for cell in lines[0])
    return [Block(lines=row, kind=Kind.ROW, number=number) for row in lines]


def one_row(cells: Sequence[Cell]) -> list[Block]:
    """Return a row of a table as one line, or as the blocks in it if they are more than that."""
    filled = [cell for cell in cells if cell]
    blocks = [block for cell in filled for block in cell]
    simple = all(map(_is_simple, filled))
    if not simple or len(filled) < 2 or sum(len(block.text) for block in blocks) > _LONGEST_ROW:
        return blocks
    runs: list[Run] = []
    for block in blocks:
        runs += [Run(" | "), *block.lines[0]] if runs else block.lines[0]
    line: Line = tuple(runs)
    return [replace(blocks[0], lines=(line,))]


def _filled(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Return the rows without those that are empty, and without empty columns at the end."""
    kept = [[*row] for row in rows if any(row)]
    width = max((at + 1 for row in kept for at, cell in enumerate(row) if cell), default=0)
    # A row may end early, or go on with empty cells; one in the middle says where things stand.
    return [[*row[:width], *[()] * (width - len(row))] for row in kept]


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    if len(rows) < 2 or not 2 <= len(rows[0]) <= _MOST_COLUMNS:
        return False
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell]
    return (
        2 * len(filled) >= len(cells)
        and all(rows[0])
        and all(_is_simple(cell) and len(cell[0].text) <= _LONGEST_CELL for cell in filled)
    )


def _is_simple(cell: Cell) -> bool:
    """Say whether a cell holds nothing but one line."""
    return (
        len(cell) == 1
        and cell[0].kind is Kind.PARAGRAPH
        and len(cell[0].lines) == 1
        and not cell[0].quoted
    )
