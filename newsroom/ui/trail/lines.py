"""The paragraphs of a trail as lines of type: which letters, and how changes look in print.

All of it can be told apart in black and white: what went is struck through, what came is
underlined, and what was moved says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPaintDevice, QTextCharFormat, QTextLayout, QTextOption

from newsroom.exchange.trail import Paragraph, Role
from newsroom.story.trail.entry import Mark
from newsroom.ui.theme import INTERFACE_FONT, READING_FONT

_LONGEST = 4_000  # characters that are set in type at once; nobody writes such a paragraph
_GREY = QColor("#444444")  # 9.7:1 on white; a printer makes it grey, and it stays readable
AROUND = {
    Mark.MOVED_FROM: ("[dipindah: ", "]"),
    Mark.MOVED_TO: ("[pindahan: ", "]"),
    Mark.LEFT_OUT: ("[… ", " tidak ditampilkan …]"),
}
THIN = "\u2009"  # between what went and what came in its place


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of a role are set: sizes in points, ``above`` in points of white."""

    size: float
    above: float = 0.0
    is_reading: bool = False
    is_bold: bool = False
    is_grey: bool = False
    indent: float = 0.0


LOOKS = {
    Role.TITLE: Look(10, is_bold=True, is_grey=True),
    Role.HEADLINE: Look(17, above=3, is_bold=True, is_reading=True),
    Role.FACT: Look(9, above=3),
    Role.SUM: Look(7.5, above=3, is_grey=True),
    Role.NOTE: Look(8.5, above=6, is_grey=True),
    Role.MOMENT: Look(8.5, above=16, is_grey=True),
    Role.WHAT: Look(10.5, above=2),
    Role.QUOTE: Look(9.5, above=3, is_reading=True, indent=14),
    Role.SAID: Look(10, above=3, indent=14),
    Role.ABOUT: Look(8.5, above=3, is_grey=True, indent=14),
    Role.CHANGE: Look(9.5, above=5, is_reading=True, indent=14),
}


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    mark: Mark | None  # none for what names the paragraph


def print_font(family: str, size: float) -> QFont:
    """Return a font of so many points of which every letter can be found again in the file.

    Letters that a font puts in another's place by what stands around them, as Inter does with
    parentheses and hyphens, have no code there: who copies or looks for a date would miss them.
    """
    font = QFont(family)
    font.setPointSizeF(size)
    for feature in ("calt", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def layouts(
    paragraph: Paragraph, width: float, device: QPaintDevice
) -> Iterator[tuple[QTextLayout, bool]]:
    """Yield what a paragraph is set in, and whether that begins it.

    Each line that the writer ended is a layout of its own, so that none of them is long.
    """
    look = LOOKS[paragraph.role]
    for number, line in enumerate(_lines(_runs(paragraph))):
        layout = QTextLayout("".join(run.text for run in line), _font(look), device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(_formats(line, look)))
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
        layout.endLayout()
        yield layout, number == 0


def _runs(paragraph: Paragraph) -> Iterator[_Run]:
    if paragraph.ahead:
        yield _Run(paragraph.ahead, None)
    before = Mark.SAME
    for one in paragraph.stretches:
        ahead, behind = AROUND.get(one.mark, ("", ""))
        if one.mark is Mark.ADDED and before is Mark.REMOVED:
            yield _Run(THIN, Mark.SAME)
        yield _Run(ahead, Mark.LEFT_OUT)
        yield _Run(one.text, one.mark)
        yield _Run(behind, Mark.LEFT_OUT)
        before = one.mark


def _lines(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """Yield the runs line by line; one that has no end is parted between words."""
    line: list[_Run] = []
    room = _LONGEST
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                if line:
                    yield line
                line, room = [], _LONGEST
            while len(part) > room:
                cut = part.rfind(" ", 0, room) + 1 or room
                yield [*line, _Run(part[:cut], run.mark)]
                line, room, part = [], _LONGEST, part[cut:]
            if part:
                line.append(_Run(part, run.mark))
                room -= len(part)
    if line:
        yield line


def _formats(line: Sequence[_Run], look: Look) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for run in line:
        one = QTextLayout.FormatRange()
        one.start, one.length = at, len(run.text.encode("utf-16-le")) // 2  # as Qt counts
        one.format = _format(run.mark, look)
        at += one.length
        yield one


def _format(mark: Mark | None, look: Look) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(_GREY if look.is_grey or mark is Mark.LEFT_OUT else QColor("black"))
    if mark is None:
        font = print_font(INTERFACE_FONT, look.size - 1 if look.is_reading else look.size)
        font.setWeight(QFont.Weight.DemiBold)
        made.setFont(font)
    made.setFontStrikeOut(mark in (Mark.REMOVED, Mark.MOVED_FROM))
    made.setFontUnderline(mark in (Mark.ADDED, Mark.MOVED_TO))
    made.setFontItalic(mark in (Mark.MOVED_FROM, Mark.MOVED_TO, Mark.LEFT_OUT))
    return made


def _font(look: Look) -> QFont:
    font = print_font(READING_FONT if look.is_reading else INTERFACE_FONT, look.size)
    if look.is_bold:
        font.setWeight(QFont.Weight.Bold if look.is_reading else QFont.Weight.DemiBold)
    return font
