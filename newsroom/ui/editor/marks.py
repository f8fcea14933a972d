"""Markdown shown styled, and the marks of the checker under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockUserData,
    QTextCharFormat,
    QTextDocument,
)

from newsroom.language.finding import Finding, Severity
from newsroom.ui.checks import LiveChecks
from newsroom.ui.theme import Theme

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?\S)\1|(\*\*|__)(\S)\3")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?![*_\s])([^*_\n]{1,2000}?)(?<!\s)\1(?![\w*_])")
_LINK = re.compile(r"(!?\[)([^\]\n]{0,500})(\]\([^)\n]{0,2000}\))")
_OPENING = re.compile(r"\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)")
_HEADING_SIZE = {1: 24, 2: 21, 3: 19}


class _Drawn(QTextBlockUserData):
    """What a line was last marked with, so that typing does not make marks flicker."""

    def __init__(self, text: str, findings: tuple[Finding, ...], fresh: bool) -> None:
        super().__init__()
        self.text = text
        self.findings = findings
        self.fresh = fresh


class Marks(QSyntaxHighlighter):
    """Draws one document: its Markdown, if it has any, and its findings."""

    def __init__(
        self,
        document: QTextDocument,
        theme: Theme,
        checks: LiveChecks,
        kind: str,
        markdown: bool,
    ) -> None:
        super().__init__(document)
        self._theme = theme
        self._checks = checks
        self._kind = kind
        self._markdown = markdown
        self.typing_at: Callable[[], int] = lambda: -1
        theme.changed.connect(self.rehighlight)
        checks.updated.connect(self._refresh)

    def findings(self, block: QTextBlock) -> tuple[Finding, ...]:
        """Return what is drawn on a line; offsets count code points in the line."""
        drawn = block.userData()
        return drawn.findings if isinstance(drawn, _Drawn) else ()

    def highlightBlock(self, text: str) -> None:
        """Draw one line; called by Qt whenever it changed."""
        before = self.currentBlock().userData()
        if isinstance(before, _Drawn) and not before.fresh and before.text != text:
            self._checks.forget(before.text, self._kind)
        found = self._checks.line(text, self._kind)
        fresh = found is not None
        if found is None:
            found = tuple(self._carried_over(text))
        self.setCurrentBlockUserData(_Drawn(text, found, fresh))
        units = _utf16_offsets(text)
        if self._markdown and text:
            self._draw_markdown(text, units)
        typing = self.typing_at() - self.currentBlock().position()
        for finding in found:
            start, end = units(finding.start), units(finding.end)
            if not start < typing <= end:  # the word being written is not judged yet
                self._underline(start, end, finding.severity)

    def _refresh(self) -> None:
        """Draw the lines anew whose findings have come in or have gone."""
        block = self.document().begin()
        while block.isValid():
            drawn = block.userData()
            text = block.text()
            if text and (
                not isinstance(drawn, _Drawn)
                or not drawn.fresh
                or self._checks.line(text, self._kind) != drawn.findings
            ):
                self.rehighlightBlock(block)
            block = block.next()

    def _carried_over(self, text: str) -> Iterator[Finding]:
        """Yield the last marks that still stand on the same letters, moved along."""
        drawn = self.currentBlock().userData()
        if not isinstance(drawn, _Drawn):
            return
        longer = len(text) - len(drawn.text)
        for finding in drawn.findings:
            for by in (0, longer):
                start, end = finding.start + by, finding.end + by
                if start >= 0 and text[start:end] == finding.text:
                    yield Finding(
                        finding.rule,
                        finding.severity,
                        finding.field,
                        start,
                        end,
                        finding.text,
                        finding.message,
                        finding.suggestions,
                    )
                    break

    def _underline(self, start: int, end: int, severity: Severity) -> None:
        colours = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
        dotted = severity is Severity.HINT
        style = QTextCharFormat.UnderlineStyle
        for position in range(start, end):
            shape = self.format(position)
            shape.setUnderlineStyle(style.DotLine if dotted else style.WaveUnderline)
            shape.setUnderlineColor(self._theme.colour(colours[severity]))
            self.setFormat(position, 1, shape)

    def _draw_markdown(self, text: str, units: Callable[[int], int]) -> None:
        muted = self._theme.colour("muted")
        opening = _OPENING.match(text)
        whole = QTextCharFormat()
        if opening and opening.group(1).startswith("#"):
            level = opening.group(1).count("#")
            whole.setFontWeight(QFont.Weight.Bold)
            size = _HEADING_SIZE.get(level, 17)
            whole.setProperty(QTextCharFormat.Property.FontPixelSize, size)
            self.setFormat(0, units(len(text)), whole)
        elif opening and opening.group(1).startswith(">"):
            whole.setFontItalic(True)
            whole.setForeground(muted)
            self.setFormat(0, units(len(text)), whole)
        if opening:
            self._overlay(0, units(opening.end()), colour=muted)
        for match in _BOLD.finditer(text):
            start, end = units(match.start()), units(match.end())
            self._overlay(start, end, bold=True)
            self._overlay(start, start + 2, colour=muted)
            self._overlay(end - 2, end, colour=muted)
        for match in _ITALIC.finditer(text):
            start, end = units(match.start()), units(match.end())
            self._overlay(start, end, italic=True)
            self._overlay(start, start + 1, colour=muted)
            self._overlay(end - 1, end, colour=muted)
        for match in _LINK.finditer(text):
            self._overlay(units(match.start(1)), units(match.end(1)), colour=muted)
            self._overlay(
                units(match.start(2)), units(match.end(2)), colour=self._theme.colour("accent")
            )
            self._overlay(units(match.start(3)), units(match.end(3)), colour=muted)

    def _overlay(
        self,
        start: int,
        end: int,
        *,
        bold: bool = False,
        italic: bool = False,
        colour: QColor | None = None,
    ) -> None:
        """Add a trait to a stretch without losing those it has."""
        position = start
        while position < end:
            shape = self.format(position)
            run = position + 1
            while run < end and self.format(run) == shape:
                run += 1
            if bold:
                shape.setFontWeight(QFont.Weight.Bold)
            if italic:
                shape.setFontItalic(True)
            if colour is not None:
                shape.setForeground(colour)
            self.setFormat(position, run - position, shape)
            position = run


def _utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function from code points to Qt's UTF-16 offsets in the text."""
    if not text or max(text) <= "\uffff":
        return lambda offset: offset
    return lambda offset: len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
