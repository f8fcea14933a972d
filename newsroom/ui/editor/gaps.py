"""Empty lines between paragraphs, which are drawn as gaps."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument

_LONGEST_RUN = 60  # empty lines looked back over


class Gaps:
    """Says which empty lines of a document part two paragraphs, and how tall these are.

    ``share`` is their height as a share of the font's size; with 0 there are none. The
    document is handed in each time: PySide may take one that is kept for deleted.
    """

    def __init__(self, share: float) -> None:
        self._share = share

    def height(self, document: QTextDocument) -> float:
        """Return the height of a gap, in pixels; 0 if there are none."""
        return round(self._share * document.defaultFont().pixelSize())

    def is_gap(self, block: QTextBlock) -> bool:
        """Say whether a line parts two paragraphs: an empty one, but not the one after a gap."""
        if not self._share or block.length() > 1 or not block.next().isValid():
            return False
        before, run = block.previous(), 0
        while before.isValid() and before.length() == 1 and run < _LONGEST_RUN:
            before, run = before.previous(), run + 1
        return before.isValid() and run % 2 == 0

    def around(self, document: QTextDocument, first: int, past: int) -> list[QTextBlock]:
        """Return the empty lines around some that have changed, up to the one numbered ``past``.

        They may be gaps now or no longer.
        """
        if not self._share:
            return []
        found = []
        before = document.findBlockByNumber(first - 1)
        if first and before.length() == 1:
            found.append(before)
        block = document.findBlockByNumber(past)
        while block.isValid() and block.length() == 1 and len(found) < _LONGEST_RUN:
            found.append(block)
            block = block.next()
        return found
