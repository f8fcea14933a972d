"""Rows that show a change of a text: what is there, what is to come, and the words around."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsroom.language.finding import Finding
from newsroom.ui.review.shown_change import shown_change
from newsroom.ui.theme import Theme

_ROW = 46  # pixels
_HEADING = 30


@dataclass(frozen=True, slots=True)
class Change:
    """What a finding's first suggestion would change, between the words around it."""

    finding: Finding
    before: str
    after: str
    where: str  # the field; empty for the body

    @property
    def parts(self) -> tuple[str, str]:
        """What is there, and what is to come, as they are shown."""
        return shown_change(self.finding.text, self.finding.suggestions[0])

    def spoken(self) -> str:
        """Return the change in words, for whoever hears it."""
        old, new = self.parts
        said = QCoreApplication.translate("ChangeRows", "{0} menjadi {1}").format(old, new)
        around = f"{self.before}{self.finding.suggestions[0]}{self.after}"
        return ". ".join(part for part in (said, self.where, around) if part)


class ChangeRows(QStyledItemDelegate):
    """Draws a change in two lines, and other rows as headings."""

    CHANGE = Qt.ItemDataRole.UserRole

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw what Qt draws, but the words."""
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        heading = escape(option.text)
        style = option.widget.style() if option.widget else QApplication.style()
        part = QStyle.SubElement
        box = style.subElementRect(part.SE_ItemViewItemCheckIndicator, option, option.widget)
        place = style.subElementRect(part.SE_ItemViewItemText, option, option.widget)
        state = option.checkState
        option.text = ""
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        self._draw_box(painter, box, state)
        change = index.data(self.CHANGE)
        words = self._words(change) if change else self._set(_strong(heading))
        painter.save()
        room = option.rect.height()
        painter.translate(place.left() + 6, option.rect.top() + (room - _height(words)) / 2)
        painter.setClipRect(0, 0, option.rect.right() - place.left() - 12, room)
        words.drawContents(painter)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All changes alike, headings lower."""
        return QSize(100, _ROW if index.data(self.CHANGE) else _HEADING)

    # Within.

    def _draw_box(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        """Draw a box with a tick; a dash where only some of those under it have one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(box.center().x() - 7.5, box.center().y() - 7.5, 16, 16)
        is_empty = state == Qt.CheckState.Unchecked
        painter.setPen(self._theme.colour("muted" if is_empty else "accent"))
        painter.setBrush(self._theme.colour("surface" if is_empty else "accent"))
        painter.drawRoundedRect(square, 4, 4)
        if state == Qt.CheckState.Checked:
            self._theme.icon("check", "on_accent").paint(
                painter, square.toRect().adjusted(1, 1, -1, -1)
            )
        elif not is_empty:
            painter.fillRect(square.adjusted(4, 7, -4, -7), self._theme.colour("on_accent"))
        painter.restore()

    def _words(self, change: Change) -> QTextDocument:
        colours = self._theme.colours
        old, new = (escape(part).replace(" ", "&nbsp;") for part in change.parts)
        inside = escape(change.finding.suggestions[0])
        around = f"{escape(change.before)}{_strong(inside)}{escape(change.after)}"
        where = f"{escape(change.where)} · " if change.where else ""
        return self._set(
            f'<span style="color: {colours.error}"><s>{old}</s></span> → {_strong(new)}'
            f'<div style="color: {colours.muted}; font-size: 12px">{where}{around}</div>'
        )

    def _set(self, html: str) -> QTextDocument:
        words = QTextDocument()
        words.setDocumentMargin(0)
        words.setDefaultFont(self._theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        words.setDefaultTextOption(option)
        words.setHtml(f'<div style="color: {self._theme.colours.ink}">{html}</div>')
        return words


def _strong(words: str) -> str:
    return f'<span style="font-weight: 600">{words}</span>'


def _height(words: QTextDocument) -> float:
    return words.size().height()
