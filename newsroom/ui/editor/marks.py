"""Markdown shown styled, and the marks of the checker under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QTextBlock, QTextBlockUserData, QTextCharFormat

from newsroom.language.finding import Finding, Severity
from newsroom.ui.editor.markdown_look import (
    MarkdownLook,
    format_range,
    is_quote,
    list_opening,
    picture_address,
)
from newsroom.ui.editor.text_layout import LineStyle
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme

_COLOURS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}


class _Drawn(QTextBlockUserData):
    """What a line was last marked with, so that typing does not make marks flicker."""

    def __init__(self, text: str, findings: tuple[Finding, ...], fresh: bool, state: int) -> None:
        super().__init__()
        self.text = text
        self.findings = findings
        self.fresh = fresh
        self.state = state  # of the answers when this was compared with them
        self.shown = True  # whether the findings were underlined, too


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
        if isinstance(drawn, _Drawn) and self.is_fresh(block):
            return drawn.findings
        return self._known(block)[0]  # not kept: what is kept has been set so, too

    def is_fresh(self, block: QTextBlock) -> bool:
        """Say whether a line is marked with all that is known of it."""
        drawn = block.userData()
        if not isinstance(drawn, _Drawn) or drawn.text != block.text():
            return False
        if drawn.shown != self._checks.shows_marks:
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
        formats = []
        if self._markdown:
            at = self.cursor_at() - block.position()
            here = at if 0 <= at < block.length() else -1
            size = block.document().defaultFont().pixelSize()
            formats += self._look.formats(text, units, here, size)
        typing = self.typing_at() - block.position()
        for finding in found if self._checks.shows_marks else ():
            start, end = units(finding.start), units(finding.end)
            if not start < typing <= end:  # the word being written is not judged yet
                formats.append(format_range(start, end, self._underline(finding.severity)))
        if not self._markdown:
            return LineStyle(formats)
        address = picture_address(text)
        return LineStyle(
            formats,
            list_opening(text),
            bar=is_quote(text),
            picture=self.picture(address) if address else None,
        )

    def _look_again(self) -> None:
        self._state += 1
        self.changed.emit()

    def _drawn(self, block: QTextBlock) -> tuple[Finding, ...]:
        """Return what is known of a line, and keep it with the line."""
        before, text = block.userData(), block.text()
        if isinstance(before, _Drawn) and not before.fresh and before.text != text:
            self._checks.forget(before.text, self._kind)
        found, fresh = self._known(block)
        drawn = _Drawn(text, found, fresh, self._state)
        drawn.shown = self._checks.shows_marks
        block.setUserData(drawn)
        return found

    def _known(self, block: QTextBlock) -> tuple[tuple[Finding, ...], bool]:
        """Return what is known of a line, and whether that is the last word."""
        before, text = block.userData(), block.text()
        found = self._checks.line(text, self._kind, seen=True)
        if found is not None:
            return found, True
        return tuple(_carried_over(before, text)) if isinstance(before, _Drawn) else (), False

    def _underline(self, severity: Severity) -> QTextCharFormat:
        style = QTextCharFormat.UnderlineStyle
        shape = QTextCharFormat()
        dotted = severity is Severity.HINT
        shape.setUnderlineStyle(style.DotLine if dotted else style.WaveUnderline)
        shape.setUnderlineColor(self._theme.colour(_COLOURS[severity]))
        return shape


def _carried_over(drawn: _Drawn, text: str) -> Iterator[Finding]:
    """Yield the last marks that still stand on the same letters, moved along."""
    longer = len(text) - len(drawn.text)
    for finding in drawn.findings:
        for by in (0, longer):
            start, end = finding.start + by, finding.end + by
            if start >= 0 and text[start:end] == finding.text:
                yield replace(finding, start=start, end=end)
                break


def _utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function from code points to Qt's UTF-16 offsets in the text."""
    if not text or max(text) <= "\uffff":
        return lambda offset: offset
    return lambda offset: len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
