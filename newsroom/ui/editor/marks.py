"""Markdown shown styled, and the marks of the checker under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextBlockUserData, QTextCharFormat

from newsroom.language.finding import Finding, Severity
from newsroom.ui.checks import LiveChecks
from newsroom.ui.editor.text_layout import LineStyle, format_range
from newsroom.ui.theme import Theme

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?\S)\1|(\*\*|__)(\S)\3")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?![*_\s])([^*_\n]{1,2000}?)(?<!\s)\1(?![\w*_])")
_LINK = re.compile(r"(!?\[)([^\]\n]{0,500})(\]\()([^)\n]{0,2000})(\))")
_OPENING = re.compile(r"\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)")
_HEADING_SIZE = {1: 24, 2: 21, 3: 19}
_COLOURS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}


class _Drawn(QTextBlockUserData):
    """What a line was last marked with, so that typing does not make marks flicker."""

    def __init__(self, text: str, findings: tuple[Finding, ...], fresh: bool, state: int) -> None:
        super().__init__()
        self.text = text
        self.findings = findings
        self.fresh = fresh
        self.state = state  # of the answers when this was compared with them


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
        self.typing_at: Callable[[], int] = lambda: -1
        checks.updated.connect(self._look_again)

    def findings(self, block: QTextBlock) -> tuple[Finding, ...]:
        """Return what is marked on a line; offsets count code points in the line."""
        if not self.is_fresh(block):
            self._drawn(block)
        drawn = block.userData()
        return drawn.findings if isinstance(drawn, _Drawn) else ()

    def is_fresh(self, block: QTextBlock) -> bool:
        """Say whether a line is marked with all that is known of it."""
        drawn = block.userData()
        if not isinstance(drawn, _Drawn) or drawn.text != block.text():
            return False
        if drawn.state != self._state:
            found = self._checks.line(drawn.text, self._kind, seen=True)
            if drawn.fresh and found == drawn.findings:
                drawn.state = self._state
            elif found is not None:
                return False
        return True

    def style(self, block: QTextBlock) -> LineStyle:
        """Return how a line is set as it is now."""
        text = block.text()
        found = self._drawn(block)
        if not text:
            return LineStyle([])
        units = _utf16_offsets(text)
        opening = _OPENING.match(text) if self._markdown else None
        formats = list(self._of_markdown(text, opening, units)) if self._markdown else []
        typing = self.typing_at() - block.position()
        for finding in found:
            start, end = units(finding.start), units(finding.end)
            if not start < typing <= end:  # the word being written is not judged yet
                formats.append(format_range(start, end, self._underline(finding.severity)))
        quote = opening is not None and opening.group(1).startswith(">")
        is_item = opening is not None and not quote and not opening.group(1).startswith("#")
        return LineStyle(formats, opening.group() if opening and is_item else "", quote)

    def _look_again(self) -> None:
        self._state += 1
        self.changed.emit()

    def _drawn(self, block: QTextBlock) -> tuple[Finding, ...]:
        """Return what is known of a line, and keep it with the line."""
        before, text = block.userData(), block.text()
        if isinstance(before, _Drawn) and not before.fresh and before.text != text:
            self._checks.forget(before.text, self._kind)
        found = self._checks.line(text, self._kind, seen=True)
        fresh = found is not None
        if found is None:
            carried = _carried_over(before, text) if isinstance(before, _Drawn) else ()
            found = tuple(carried)
        block.setUserData(_Drawn(text, found, fresh, self._state))
        return found

    def _underline(self, severity: Severity) -> QTextCharFormat:
        style = QTextCharFormat.UnderlineStyle
        shape = QTextCharFormat()
        dotted = severity is Severity.HINT
        shape.setUnderlineStyle(style.DotLine if dotted else style.WaveUnderline)
        shape.setUnderlineColor(self._theme.colour(_COLOURS[severity]))
        return shape

    def _of_markdown(
        self, text: str, opening: re.Match[str] | None, units: Callable[[int], int]
    ) -> Iterator[object]:
        muted = self._theme.colour("muted")
        if opening:
            mark = opening.group(1)
            if mark.startswith("#"):
                size = _HEADING_SIZE.get(mark.count("#"), 17)
                yield format_range(0, units(len(text)), _shape(bold=True, size=size))
            elif mark.startswith(">"):
                yield format_range(0, units(len(text)), _shape(italic=True, colour=muted))
            yield format_range(0, units(opening.end()), _shape(colour=muted))
        for match in _BOLD.finditer(text):
            yield from _between_marks(match, 2, units, _shape(bold=True), muted)
        for match in _ITALIC.finditer(text):
            yield from _between_marks(match, 1, units, _shape(italic=True), muted)
        for match in _LINK.finditer(text):
            start, end = units(match.start()), units(match.end())
            label = units(match.start(2)), units(match.end(2))
            yield format_range(start, end, _shape(colour=muted))
            yield format_range(*label, _shape(colour=self._theme.colour("accent")))


def _between_marks(
    match: re.Match[str],
    size: int,
    units: Callable[[int], int],
    shape: QTextCharFormat,
    muted: QColor,
) -> Iterator[object]:
    """Yield the format of marked words, and the dim one of the marks around them."""
    start, end = units(match.start()), units(match.end())
    yield format_range(start, end, shape)
    yield format_range(start, start + size, _shape(colour=muted))
    yield format_range(end - size, end, _shape(colour=muted))


def _carried_over(drawn: _Drawn, text: str) -> Iterator[Finding]:
    """Yield the last marks that still stand on the same letters, moved along."""
    longer = len(text) - len(drawn.text)
    for finding in drawn.findings:
        for by in (0, longer):
            start, end = finding.start + by, finding.end + by
            if start >= 0 and text[start:end] == finding.text:
                yield replace(finding, start=start, end=end)
                break


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


def _utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function from code points to Qt's UTF-16 offsets in the text."""
    if not text or max(text) <= "\uffff":
        return lambda offset: offset
    return lambda offset: len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
