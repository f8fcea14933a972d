"""Markdown shown styled, and the marks of the checker under it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextBlockUserData, QTextCharFormat

from newsroom.language.finding import Finding, Severity
from newsroom.ui.editor.carried_marks import CarriedMarks
from newsroom.ui.editor.line_style import LineStyle, Ranges, is_long
from newsroom.ui.editor.markdown_look import (
    MarkdownLook,
    format_range,
    is_quote,
    list_opening,
    picture_address,
)
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

_COLOURS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class _Drawn(QTextBlockUserData):
    """What a line was last marked with, so that typing does not make marks flicker."""

    def __init__(self, marks: CarriedMarks, found: tuple[Finding, ...] | None, state: int) -> None:
        super().__init__()
        self.marks = marks
        self.found = found  # the last word on the line; None while it is not known
        self.state = state  # of the answers when this was compared with them
        self.shown = True  # whether the findings were underlined, too

    @property
    def text(self) -> str:
        return self.marks.text


class Marks(QObject):
    """Says how the lines of one document are set: its Markdown, if it has any, and its findings.

    ``changed`` tells that lines may have to be set anew.
    """

    changed = Signal()

    def __init__(
        self, parent: QObject, theme: Theme, checks: LiveChecks, kind: str, markdown: bool
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checks = checks
        self._kind = kind
        self._markdown = markdown
        self._state = 0
        self._look = MarkdownLook(theme)
        self.typing_at: Callable[[], int] = lambda: -1
        self.cursor_at: Callable[[], int] = lambda: -1
        self.picture: Callable[[str], QImage | None] = lambda _address: None
        checks.updated.connect(self._look_again)

    def findings(self, block: QTextBlock) -> tuple[Finding, ...]:
        """Return what is marked on a line; offsets count code points in the line."""
        drawn = block.userData()
        if not isinstance(drawn, _Drawn) or not self.is_fresh(block):
            drawn = self._known(block)  # not kept: what is kept has been set so, too
        if drawn.found is not None:
            return drawn.found
        return tuple(drawn.marks.within(0, len(drawn.text)))

    def is_fresh(self, block: QTextBlock) -> bool:
        """Say whether a line is marked with all that is known of it."""
        drawn = block.userData()
        if not isinstance(drawn, _Drawn) or drawn.text != block.text():
            return False
        if drawn.shown != self._checks.shows_marks:
            return False
        if drawn.found is None or drawn.state != self._state:
            found = self._checks.line(drawn.text, self._kind, seen=True)
            if found is not None and found == drawn.found:
                drawn.state = self._state
            elif found is not None:
                return False
        return True

    def style(self, block: QTextBlock) -> LineStyle:
        """Return how a line is set as it is now."""
        text = block.text()
        self._keep(block)
        if not text:
            return LineStyle([])
        formats = []
        if self._markdown:
            at = self.cursor_at() - block.position()
            here = at if 0 <= at < block.length() else -1
            size = block.document().defaultFont().pixelSize()
            formats += self._look.formats(text, _utf16_offsets(block, text), here, size)
        if not is_long(block):
            formats += self.underlines(block, 0, block.length())
        if not self._markdown:
            return LineStyle(formats)
        address = picture_address(text)
        return LineStyle(
            formats,
            list_opening(text),
            bar=is_quote(text),
            picture=self.picture(address) if address else None,
        )

    def underlines(self, block: QTextBlock, first: int, last: int) -> Ranges:
        """Return the marks that reach into a stretch of a line that has been styled."""
        drawn = block.userData()
        if not isinstance(drawn, _Drawn) or not self._checks.shows_marks:
            return []
        units = _utf16_offsets(block, drawn.text)
        typing = self.typing_at() - block.position()
        made = []
        # Counted in code points both ends come earlier, by so many at most.
        earlier = block.length() - 1 - len(drawn.text)
        for finding in drawn.marks.within(first - earlier, last):
            start, end = units(finding.start), units(finding.end)
            if not start < typing <= end:  # the word being written is not judged yet
                made.append(format_range(start, end, self._underline(finding.severity)))
        return made

    def _look_again(self) -> None:
        self._state += 1
        self.changed.emit()

    def _keep(self, block: QTextBlock) -> None:
        """Keep what is known of a line with the line."""
        before, text = block.userData(), block.text()
        if isinstance(before, _Drawn) and before.found is None and before.text != text:
            self._checks.forget(before.text, self._kind)
        drawn = self._known(block)
        drawn.shown = self._checks.shows_marks
        block.setUserData(drawn)

    def _known(self, block: QTextBlock) -> _Drawn:
        """Return what is known of a line, which need not be seen."""
        before, text = block.userData(), block.text()
        found = self._checks.line(text, self._kind)
        if found is not None:
            return _Drawn(CarriedMarks(text, found), found, self._state)
        carried = before.marks.carried_to(text) if isinstance(before, _Drawn) else None
        return _Drawn(carried or CarriedMarks(text, ()), None, self._state)

    def _underline(self, severity: Severity) -> QTextCharFormat:
        colour = getattr(self._theme.colours, _COLOURS[severity])
        return _line_under(severity is Severity.HINT, colour)


@lru_cache(maxsize=32)  # the severities in each theme; all lines share them
def _line_under(dotted: bool, colour: str) -> QTextCharFormat:
    style = QTextCharFormat.UnderlineStyle
    shape = QTextCharFormat()
    shape.setUnderlineStyle(style.DotLine if dotted else style.WaveUnderline)
    shape.setUnderlineColor(QColor(colour))
    return shape


def _utf16_offsets(block: QTextBlock, text: str) -> Callable[[int], int]:
    """Return a function from code points to Qt's UTF-16 offsets in the text of a line."""
    if block.length() == len(text) + 1:  # no letter takes two units
        return lambda offset: offset
    wide = [match.start() for match in _TWO_UNITS.finditer(text)]
    return lambda offset: offset + bisect_left(wide, offset)
