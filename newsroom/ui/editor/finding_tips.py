"""What is said of a marked word when the pointer rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip
from shiboken6 import isValid

from newsroom.language.finding import Finding
from newsroom.ui.editor.offsets import units
from newsroom.ui.editor.prose_edit import ProseEdit
from newsroom.ui.editor.suggestion_menu import MOST_SUGGESTIONS, cited
from newsroom.ui.review.checks import LiveChecks
from newsroom.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Hovered:
    """A finding under the pointer: its offsets count in the line, which starts at a Qt position."""

    edit: ProseEdit
    finding: Finding
    line: int


class FindingTips(QObject):
    """Shows the reason, the suggestions with their keys, and where the rule is written down."""

    # The last that was said, of what, and where the keyboard was then.
    _last: ClassVar[tuple[Hovered, str, object] | None] = None

    def __init__(self, edit: ProseEdit, theme: Theme, checks: LiveChecks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self._checks = checks
        edit.viewport().installEventFilter(self)

    @classmethod
    def hovered(cls) -> Hovered | None:
        """Return the finding that the tip on the screen is about.

        Whoever goes on with the keyboard meanwhile means what the cursor stands in.
        """
        if cls._last is None or not QToolTip.isVisible():
            return None
        hovered, text, keyboard = cls._last
        is_meant = QToolTip.text() == text and keyboard == _keyboard()
        return hovered if is_meant and isValid(hovered.edit) else None

    def note(self, finding: Finding) -> tuple[str, QRect]:
        """Return what is said of a finding that is selected, and where on the screen it is."""
        return self._tip(finding), selected(self._edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is under the pointer; where nothing is marked, nothing is said."""
        # Asked first of what kind it is: its type is dear, and paintings come by here.
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        found = self._under(QPointF(event.pos())) if self._checks.shows_marks else None
        if found is None:
            FindingTips._last = None
            QToolTip.hideText()
            return True
        text = self._tip(found.finding)
        FindingTips._last = (found, text, _keyboard())
        QToolTip.showText(event.globalPos(), text, self._edit.viewport(), self._place(found))
        return True

    # Within.

    def _tip(self, finding: Finding) -> str:
        return tip(self._theme, finding, self._checks.sources.get(finding.rule, ""))

    def _under(self, point: QPointF) -> Hovered | None:
        exact = Qt.HitTestAccuracy.ExactHit
        position = self._edit.document().documentLayout().hitTest(point, exact)
        hit = self._edit.finding_at(position) if position >= 0 else None
        return Hovered(self._edit, *hit) if hit else None

    def _place(self, found: Hovered) -> QRect:
        """Return the word's rectangle, out of which the tip goes; empty if it is broken."""
        document, line = self._edit.document(), found.line
        text = document.findBlock(line).text()
        first, last = QTextCursor(document), QTextCursor(document)
        first.setPosition(line + units(text[: found.finding.start]))
        last.setPosition(line + units(text[: found.finding.end]))
        start, end = self._edit.cursorRect(first), self._edit.cursorRect(last)
        return QRect(start.topLeft(), end.bottomRight()) if start.y() == end.y() else QRect()


def selected(edit: QTextEdit) -> QRect:
    """Return where on the screen a selection is, by its first letter and its last."""
    cursor, ends = edit.textCursor(), QTextCursor(edit.document())
    ends.setPosition(cursor.selectionStart())
    first = edit.cursorRect(ends)
    ends.setPosition(cursor.selectionEnd())
    word = first.united(edit.cursorRect(ends))
    return QRect(edit.viewport().mapToGlobal(word.topLeft()), word.size())


def _keyboard() -> object:
    """Return where the keyboard is: the widget, and the cursor's place in it."""
    widget = QApplication.focusWidget()
    return widget, widget.textCursor().position() if isinstance(widget, QTextEdit) else -1


def tip(theme: Theme, finding: Finding, source: str) -> str:
    """Return what is said of a finding, as Qt's rich text."""
    muted = theme.colours.muted
    parts = [f"<div>{escape(finding.message)}</div>"]
    if finding.suggestions:
        rows = "".join(
            f'<tr><td style="color: {muted}; padding-right: 10px">Alt+{number}</td>'
            f'<td style="font-weight: {600 if number == 1 else 400}">{shown(new)}</td></tr>'
            for number, new in enumerate(finding.suggestions[:MOST_SUGGESTIONS], 1)
        )
        parts.append(f'<table cellspacing="0" cellpadding="1" style="margin: 4px 0">{rows}</table>')
    if source:
        parts.append(f'<div style="color: {muted}; font-size: 12px">{escape(cited(source))}</div>')
    return "".join(parts)


def shown(new: str) -> str:
    """Return a suggestion as rich text; blanks that are all there is are made visible."""
    return escape(new if new.strip() else new.replace(" ", "␣") or "(hapus)")
