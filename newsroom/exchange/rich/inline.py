"""Runs gathered into lines, with their blanks set right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsroom.exchange.rich.looks import Look
from newsroom.exchange.rich.text import Line, Run, joined
from newsroom.exchange.unseen import legible, without_unseen

_COLLAPSED = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\xa0]{2,}|\t")
_BLANK = " \t\xa0"
RAISED = {
    "super": str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"),
    "sub": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"),
}
_FIGURES = re.compile(r"[+-]?\d+")


class Inline:
    """The text of one block, while it is read."""

    def __init__(self) -> None:
        self._lines: list[list[Run]] = [[]]
        self.quoted = False
        self.is_aside = False  # it leads to another story
        self.is_blank = True  # nothing to be seen in it yet

    def add(self, text: str, look: Look) -> None:
        """Add a text that looks so."""
        text = legible(without_unseen(text))
        if not look.breaks:
            self._add(_COLLAPSED.sub(" ", text), look)
            return
        first, *others = _BREAKS.sub("\n", text).split("\n")
        self._add(first, look)
        for line in others:
            self._lines.extend([] for _ in range(look.breaks))
            self._add(line, look)

    def add_break(self) -> None:
        """Begin another line."""
        self._lines.append([])

    def take(self) -> list[list[Line]]:
        """Return the paragraphs, each as its lines, and begin anew.

        An empty line parts two of them; one without words is none.
        """
        paragraphs: list[list[Line]] = [[]]
        if not self.is_blank:
            for line in map(_trimmed, self._lines):
                if line and not (len(line) == 1 and line[0].text == "."):  # as on Instagram
                    paragraphs[-1].append(line)
                elif paragraphs[-1]:
                    paragraphs.append([])
        self._lines, self.quoted, self.is_aside, self.is_blank = [[]], False, False, True
        return [lines for lines in paragraphs if lines]

    def _add(self, text: str, look: Look) -> None:
        if not text:
            return
        if look.script and _FIGURES.fullmatch(text.strip()):
            text = text.translate(RAISED[look.script])
        self._lines[-1].append(Run(text, look.bold, look.italic, look.struck, look.address))
        if text.strip(_BLANK):
            self.quoted = self.quoted or look.quoted
            self.is_aside = self.is_aside or look.aside
            self.is_blank = False


def _trimmed(runs: Iterable[Run]) -> Line:
    """Return a line's runs with single blanks between words and none at the ends."""
    kept: list[Run] = []
    blank_before = True
    for run in joined(runs):
        text = _BLANKS.sub(" ", run.text)
        if blank_before:
            text = text.lstrip(_BLANK)
        if text:
            kept.append(run._replace(text=text))
            blank_before = text[-1] in _BLANK
    while kept and not (text := kept[-1].text.rstrip(_BLANK)):
        kept.pop()
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(_BLANK))
    return joined(kept)
