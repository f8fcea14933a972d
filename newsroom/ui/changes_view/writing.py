"""Writes a story with its changes into a text document, in one column or in two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from newsroom.story.compare.pieces import Kind
from newsroom.ui.changes_view.runs import INLINE, LEFT, RIGHT, Row, Run, Shown
from newsroom.ui.changes_view.set_out import Passage
from newsroom.ui.editor.markdown_look import MarkdownLook
from newsroom.ui.theme import Theme
from newsroom.ui.versions.piece_look import piece_look, seen_blank

_OPENING = re.compile(r"\s{0,3}(?P<mark>#{1,6}|>)\s*")  # of a line that looks otherwise as a whole
_BARED = re.compile(r"(\s*)(\S.*?)(\s*)", re.DOTALL)
_SIGNS = frozenset("*_[")
_THIN = "\u2009"
_LINES = 118  # percent of a line's own height; with it, 1.6 times the letters
# Pixels at 100 percent, as all sizes here.
_INTERFACE, _SMALL = 14, 12
_BETWEEN, _WITHIN = 12, 2  # above a paragraph, and above another line of one
_BELOW_HEADS = 6  # of two columns
_GUTTER = 18  # on each side of the middle of two columns
_KINDS = {Shown.REMOVED: Kind.REMOVED, Shown.GONE: Kind.REMOVED, Shown.ADDED: Kind.ADDED,
          Shown.CAME: Kind.ADDED}  # fmt: skip

Span = tuple[int, int]  # in Qt's positions


class Type(NamedTuple):
    """How a field is set: its letters, and the room above the first line and below each."""

    size: int
    is_bold: bool = False
    above: int = 0
    below: int = 0
    is_read: bool = True  # in the letters of stories, not of the interface
    lines: int = _LINES
    is_italic: bool = False


_TYPES = {
    "kicker": Type(_SMALL, is_bold=True, below=4, is_read=False),
    "headline": Type(29, is_bold=True, below=10, lines=100),
    "subheadline": Type(17, below=10),
    "dateline": Type(17, is_bold=True, above=14),
    "body": Type(17, above=8),
    "closing": Type(17, above=10),
}
_OTHER = Type(_INTERFACE, is_read=False, below=4)
_NAME = Type(_SMALL, above=12, is_read=False, lines=100)


@dataclass
class Written:
    """Where the changes stand in what was written, by their numbers.

    The last place of one that was moved is where it stands now, and so it is of the others.
    """

    spots: dict[int, list[Span]] = field(default_factory=dict)


class Writer:
    """Writes one document; ``note`` returns what is said in the text of a run of a change."""

    def __init__(self, theme: Theme, zoom: int, note: Callable[[Run], str]) -> None:
        self._theme = theme
        self._zoom = zoom
        self._note = note
        self._look = MarkdownLook(theme)
        self._written = Written()
        self._formats: dict[tuple[Type, Shown], QTextCharFormat] = {}
        self._type = self._line_type = _OTHER
        self._margins = (0, 0)
        self._put_off: list[str] = []

    def write(self, document: QTextDocument, passages: Sequence[Passage]) -> Written:
        """Write it in one column: what went and what came, one beside the other."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        is_first = True
        for passage, row, at in _rows(passages):
            self._row(cursor, passage, row, at, INLINE, is_first=is_first)
            is_first = False
        cursor.endEditBlock()
        return self._written

    def write_columns(
        self, document: QTextDocument, passages: Sequence[Passage], heads: tuple[str, str]
    ) -> Written:
        """Write it in two columns under these heads: as it was, and as it is."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        every = list(_rows(passages))
        table = cursor.insertTable(len(every) + 1, 2, _columns())
        for side, head in enumerate(heads):
            self._set_margins(side)
            form = QTextTableCellFormat()
            form.setBottomPadding(self._px(_BELOW_HEADS))
            table.cellAt(0, side).setFormat(form)
            self._name(table.cellAt(0, side).firstCursorPosition(), head, is_first=True)
        for number, (passage, row, at) in enumerate(every):
            form = QTextTableCellFormat()
            form.setTopPadding(self._px(self._above(passage, at)))
            for side, seen in enumerate((LEFT, RIGHT)):
                cell = table.cellAt(number + 1, side)
                cell.setFormat(form)
                self._set_margins(side)
                self._row(cell.firstCursorPosition(), passage, row, at, seen, is_first=True)
        cursor.endEditBlock()
        return self._written

    # Within.

    def _row(
        self,
        cursor: QTextCursor,
        passage: Passage,
        row: Row,
        at: int,
        seen: frozenset[Shown],
        *,
        is_first: bool,
    ) -> None:
        self._type = _TYPES.get(passage.field, _OTHER)
        above = self._above(passage, at)
        if passage.title and at == 0:
            self._name(cursor, passage.title, is_first=is_first)
            is_first, above = False, _WITHIN
        self._begin(cursor, above, is_first=is_first)
        change = -1
        for run in row:
            if run.shown not in seen:
                continue
            if run.change == change != -1:
                cursor.insertText(_THIN, self._format(self._line_type, Shown.SAME))
            change = run.change
            self._run(cursor, run)
        self._end(cursor)

    def _set_margins(self, side: int) -> None:
        gutter = self._px(_GUTTER)
        self._margins = (gutter, 0) if side else (0, gutter)

    def _above(self, passage: Passage, at: int) -> int:
        """Return the room above a row."""
        if at:
            return _BETWEEN
        return _NAME.above if passage.title else _TYPES.get(passage.field, _OTHER).above

    def _run(self, cursor: QTextCursor, run: Run) -> None:
        text = run.text
        if run.change < 0:
            self._lines(cursor, text, Shown.SAME)
            return
        # Blanks are marked only where they are all that changed.
        ahead, text, behind = _BARED.fullmatch(text).groups() if text.strip() else ("", text, "")
        if ahead:
            self._lines(cursor, ahead, Shown.SAME)
        start = cursor.position()
        if text.strip():
            self._lines(cursor, text, run.shown)
        else:
            sign = "¶" if "\n" in text else seen_blank(text)
            cursor.insertText(sign, self._format(self._line_type, run.shown))
        spots = self._written.spots.setdefault(run.change, [])
        spots.insert(0 if run.shown is Shown.GONE else len(spots), (start, cursor.position()))
        if note := self._note(run):
            self._put_off.append(note)
            if not _OPENING.fullmatch(text):  # of a line as a whole it is said at its end
                self._end(cursor)
        if behind:
            self._lines(cursor, behind, Shown.SAME)
        if "\n" in text and not text.strip() and run.shown in RIGHT:
            self._begin(cursor, _BETWEEN)

    def _lines(self, cursor: QTextCursor, text: str, shown: Shown) -> None:
        """Write a text; the blank lines between two paragraphs are but room."""
        breaks = 0
        for line in text.split("\n"):
            if breaks and line.strip():
                self._begin(cursor, _BETWEEN if breaks > 1 else _WITHIN)
                breaks = 0
            if line.strip() or not breaks:
                self._line(cursor, line, shown)
            breaks += 1
        if breaks > 1:  # what follows it begins a line, or a paragraph
            self._begin(cursor, _BETWEEN if breaks > 2 else _WITHIN)

    def _line(self, cursor: QTextCursor, line: str, shown: Shown) -> None:
        if cursor.atBlockStart() and (opening := _OPENING.match(line)):
            self._line_type = self._opened(opening["mark"])
            mark = QTextCharFormat(self._format(self._line_type, shown))
            mark.setForeground(self._theme.colour("muted"))
            cursor.insertText(opening.group(), mark)
            line = line[opening.end() :]
        base = self._format(self._line_type, shown)
        if _SIGNS.isdisjoint(line):
            cursor.insertText(line, base)
            return
        size = self._px(self._line_type.size)
        # The marks at a line's start are seen to, wherever this stretch stands in the line.
        found = [
            (one.start, one.start + one.length, QTextCharFormat(one.format))
            for one in self._look.formats(f".{line}", lambda end: end - 1, -1, size)
        ]
        cuts = sorted({0, len(line), *(place for start, end, _ in found for place in (start, end))})
        for start, end in pairwise(cuts):
            form = QTextCharFormat(base)
            for first, last, more in found:
                if first <= start and end <= last:
                    form.merge(more)
            if shown in _KINDS:
                form.setForeground(base.foreground())
            cursor.insertText(line[start:end], form)

    def _opened(self, mark: str) -> Type:
        if mark == ">":
            return self._type._replace(is_italic=True)
        larger = round(self._type.size * {1: 1.41, 2: 1.24, 3: 1.12}.get(len(mark), 1))
        return self._type._replace(size=larger, is_bold=True)

    def _name(self, cursor: QTextCursor, name: str, *, is_first: bool) -> None:
        self._begin(cursor, _NAME.above, _NAME, is_first=is_first)
        cursor.insertText(name, self._note_format("muted"))

    def _end(self, cursor: QTextCursor) -> None:
        """Say what was put off to the end of a line."""
        for note in self._put_off:
            cursor.insertText(f" [{note}]", self._note_format("accent"))
        self._put_off.clear()

    def _begin(
        self, cursor: QTextCursor, above: int, type_: Type | None = None, *, is_first: bool = False
    ) -> None:
        """Begin a line with so much room above; the first has its block already."""
        self._end(cursor)
        type_ = type_ or self._type
        self._line_type = type_
        form = QTextBlockFormat()
        form.setLineHeight(type_.lines, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(self._px(above))
        form.setBottomMargin(self._px(type_.below))
        form.setLeftMargin(self._margins[0])
        form.setRightMargin(self._margins[1])
        if is_first:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)

    def _format(self, type_: Type, shown: Shown) -> QTextCharFormat:
        if (type_, shown) in self._formats:
            return self._formats[type_, shown]
        make = self._theme.reading_font if type_.is_read else self._theme.font
        font = make(self._px(type_.size), type_.is_bold)
        font.setItalic(type_.is_italic)
        form = piece_look(self._theme, _KINDS.get(shown, Kind.SAME), font)
        if shown in (Shown.MARKED, Shown.FORMER):
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._theme.colour("accent"))
        elif shown is Shown.SAME and type_ is _TYPES["kicker"]:
            form.setForeground(self._theme.colour("accent"))
        self._formats[type_, shown] = form
        return form

    def _note_format(self, colour: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font(self._px(_SMALL)))
        form.setForeground(self._theme.colour(colour))
        return form

    def _px(self, size: int) -> int:
        return size * self._zoom // 100


def _columns() -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    form.setColumnWidthConstraints([half, half])
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return form


def _rows(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Row, int]]:
    for passage in passages:
        for at, row in enumerate(passage.rows):
            yield passage, row, at
