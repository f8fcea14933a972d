"""How Markdown looks while it is written: as what it will become, its marks dim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from newsroom.ui.theme import Theme

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?\S)\1|(\*\*|__)(\S)\3")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?![*_\s])([^*_\n]{1,2000}?)(?<!\s)\1(?![\w*_])")
_LINK = re.compile(r"!?\[(?P<label>[^\]\n]{0,500})\]\((?P<address>[^)\n]{0,2000})\)")
_PICTURE = re.compile(r"\s{0,3}!\[[^\]\n]{0,500}\]\((?P<address>[^)\n]{1,2000})\)\s*")
_OPENING = re.compile(r"\s{0,3}(?P<mark>#{1,6}|>|[-*+]|\d{1,9}[.)])(?:\s+|(?<=>))")
# Of a long address its site is enough to know it by.
_SITE = re.compile(r"(?P<scheme>https?://(?:www\.)?)(?P<site>[^/?#\s]+)(?P<rest>.*)")
_HEADING_SIZE = {1: 1.41, 2: 1.24, 3: 1.12}  # as a share of the text's own

Units = Callable[[int], int]


class MarkdownLook:
    """Says how a line of Markdown is to look."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def formats(
        self, text: str, units: Units, cursor: int, size: int
    ) -> Iterator[QTextLayout.FormatRange]:
        """Yield the formats of a line, counted by ``units``; the later ones lie over the others.

        ``cursor`` is where the cursor stands in it, in code points; -1 if it is elsewhere.
        Addresses are shown short where it is not. ``size`` is that of the text, in pixels.
        """
        muted = self._theme.colour("muted")
        if opening := _OPENING.match(text):
            mark = opening["mark"]
            if mark[0] == "#":
                larger = round(size * _HEADING_SIZE.get(len(mark), 1))
                yield format_range(0, units(len(text)), _shape(bold=True, size=larger))
            elif mark == ">":
                yield format_range(0, units(len(text)), _shape(italic=True, colour=muted))
            yield format_range(0, units(opening.end()), _shape(colour=muted))
        # Most lines have no such marks, which is sooner seen than the patterns are tried.
        for match in _BOLD.finditer(text) if "**" in text or "__" in text else ():
            yield from _between_marks(match, 2, units, _shape(bold=True), muted)
        for match in _ITALIC.finditer(text) if "*" in text or "_" in text else ():
            yield from _between_marks(match, 1, units, _shape(italic=True), muted)
        for match in _LINK.finditer(text) if "](" in text else ():
            yield format_range(units(match.start()), units(match.end()), _shape(colour=muted))
            accent = _shape(colour=self._theme.colour("accent"))
            yield format_range(units(match.start("label")), units(match.end("label")), accent)
            site = _SITE.fullmatch(text, *match.span("address"))
            if site and cursor < 0:
                for part in ("scheme", "rest"):
                    yield format_range(units(site.start(part)), units(site.end(part)), _unseen())


def is_quote(text: str) -> bool:
    """Say whether a line is set off as a quotation."""
    opening = _OPENING.match(text)
    return opening is not None and opening["mark"] == ">"


def list_opening(text: str) -> str:
    """Return what opens a line that is an item of a list; nothing if it is none."""
    opening = _OPENING.match(text)
    return opening.group() if opening and opening["mark"][0] not in ">#" else ""


def picture_address(text: str) -> str:
    """Return the address of the picture that is all of a line; nothing if it is none."""
    match = _PICTURE.fullmatch(text)
    return match["address"] if match else ""


def has_link(text: str) -> bool:
    """Say whether a line looks otherwise while the cursor is in it."""
    return "](" in text


def format_range(start: int, end: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for a stretch of a line, counted as Qt counts."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, shape
    return made


def _between_marks(
    match: re.Match[str], size: int, units: Units, shape: QTextCharFormat, muted: QColor
) -> Iterator[QTextLayout.FormatRange]:
    """Yield the format of marked words, and the dim one of the marks around them."""
    start, end = units(match.start()), units(match.end())
    yield format_range(start, end, shape)
    yield format_range(start, start + size, _shape(colour=muted))
    yield format_range(end - size, end, _shape(colour=muted))


def _shape(
    *, bold: bool = False, italic: bool = False, size: int = 0, colour: QColor | None = None
) -> QTextCharFormat:
    shape = QTextCharFormat()
    if bold:
        shape.setFontWeight(QFont.Weight.Bold)
    if italic:
        shape.setFontItalic(True)
    if size:
        shape.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    if colour is not None:
        shape.setForeground(colour)
    return shape


def _unseen() -> QTextCharFormat:
    """Return a format in which letters take no room."""
    shape = _shape(size=1, colour=QColor(0, 0, 0, 0))
    shape.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    shape.setFontLetterSpacing(1)
    return shape
