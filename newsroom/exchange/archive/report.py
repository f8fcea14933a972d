"""What became of an archive, as a few lines for a person, and as a table of all of it."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from newsroom.exchange.whole_file import written_whole

_HEAD = ("hasil", "sumber", "judul", "id", "keterangan")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate


class Outcome(StrEnum):
    """What became of an item."""

    ADDED = "ditambahkan"
    THERE = "sudah ada"
    RENEWED = "diperbarui"  # a handover of a story that is here, which is made one with it
    CHANGED = "berubah"  # it came before, and says something else now; left as it is here
    GONE = "sudah dihapus"  # it came before, and was deleted here
    UNREADABLE = "tidak terbaca"


_SELDOM = (Outcome.RENEWED, Outcome.GONE)  # told of only where there are some


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one item: where it stands, its headline, the story's id, and remarks."""

    outcome: Outcome
    where: str
    headline: str = ""
    id: str = ""
    note: str = ""


@dataclass(slots=True)
class Report:
    """What became of an archive. ``others`` counts what is no story, by kind."""

    lines: list[Line] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    total: int = 0
    is_stopped: bool = False  # before its end; the same command goes on

    def count(self, outcome: Outcome) -> int:
        """Return to how many items this happened."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def summary(self) -> str:
        """All counts in one line.

        >>> Report([Line(Outcome.ADDED, "a.txt"), Line(Outcome.THERE, "b.txt")]).summary
        '1 ditambahkan, 1 sudah ada, 0 berubah, 0 tidak terbaca'
        """
        told = [
            f"{count} {outcome}"
            for outcome in Outcome
            if (count := self.count(outcome)) or outcome not in _SELDOM
        ]
        return ", ".join(told)

    @property
    def others_summary(self) -> str:
        """What was passed over because it is no story, in one line; empty if nothing was."""
        return ", ".join(f"{count} {kind}" for kind, count in self.others.most_common())


def write_report(report: Report, path: Path) -> None:
    """Write all lines as a table that spreadsheets open. Raises ExchangeError."""
    with (
        written_whole(path, "laporan") as part,
        part.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        table = csv.writer(file)
        table.writerow(_HEAD)
        for line in report.lines:
            cells = (line.outcome, line.where, line.headline, line.id, line.note)
            table.writerow(_harmless(str(cell)) for cell in cells)


def _harmless(cell: str) -> str:
    cell = cell.encode("utf-8", "replace").decode()  # names of files need not be text
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
