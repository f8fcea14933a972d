"""What became of each of several stories, and why; each line leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from newsroom.language.finding import Finding
from newsroom.ui.theme import ICON_SIZE, Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAID = 240  # pixels, for what is said in short beside a story
_INDENT = 24  # what stands below a story begins where its headline does
_PADDING = (4, 6)  # pixels, above and beside the words of a line
_TALL = 10_000  # pixels; no line is so high
_STORY = Qt.ItemDataRole.UserRole  # id
_FINDING = Qt.ItemDataRole.UserRole + 1  # Finding, of a line below a story's
_ICON = Qt.ItemDataRole.UserRole + 2  # what kind of line it is
_ICONS = {"good": "check", "error": "error", "warning": "warning"}


class OutcomeTree(QTreeWidget):
    """A story a line, below it what stands in its way; those with something to do come first."""

    chosen = Signal(str, object)  # id, Finding or None

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: dict[str, QTreeWidgetItem] = {}
        self._wanting = 0  # lines that want something done; they stand above the others
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setColumnHidden(1, True)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, _SAID)
        self.setRootIsDecorated(False)
        self.setIndentation(_INDENT)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setStyleSheet("QTreeView::item {{ padding: {}px {}px; }}".format(*_PADDING))
        self.setItemDelegate(_Wrapping(self))
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._choose)
        theme.changed.connect(self._tint)

    def put(
        self,
        story_id: str,
        headline: str,
        level: str,
        words: str = "",
        findings: Sequence[Finding] = (),
    ) -> None:
        """Add a story's line, or say another thing in it; ``level`` is good, error or empty."""
        line = self._lines.get(story_id)
        if line is None:
            line = self._lines[story_id] = QTreeWidgetItem()
            line.setData(0, _STORY, story_id)
            wants = level in ("error", "warning")
            self.insertTopLevelItem(self._wanting if wants else self.topLevelItemCount(), line)
            self._wanting += wants
        title = headline.strip() or self.tr("Tanpa judul")
        line.setText(0, title)
        line.setData(0, _ICON, level)
        spoken = [title, words, *(finding.message for finding in findings)]
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, spoken)))
        said = words if level == "good" else ""
        line.setText(1, said)
        line.setToolTip(1, said)
        if said:
            self.setColumnHidden(1, False)
        line.setToolTip(0, self.tr("Enter atau klik ganda: buka naskahnya"))
        line.takeChildren()
        if words and not said:
            self._add_below(line, words, None)
        for finding in findings:
            self._add_below(line, finding.message, finding)
        line.setExpanded(True)
        self._dress(line)

    def clear(self) -> None:
        """Take all lines out."""
        self._lines.clear()
        self._wanting = 0
        super().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the place with Enter, whatever else Enter does in the dialog."""
        item = self.currentItem()
        if event.key() in _ENTER and item is not None:
            if not event.isAutoRepeat():
                self._choose(item)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the reasons anew: lines that are less wide are higher."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # Within.

    def _add_below(self, line: QTreeWidgetItem, words: str, finding: Finding | None) -> None:
        below = QTreeWidgetItem([words])
        below.setData(0, _STORY, line.data(0, _STORY))
        below.setData(0, _FINDING, finding)
        if finding is not None:
            below.setToolTip(0, self.tr("Enter atau klik ganda: buka tempatnya"))
        line.addChild(below)
        below.setFirstColumnSpanned(True)

    def _choose(self, item: QTreeWidgetItem, _: int = 0) -> None:
        self.chosen.emit(item.data(0, _STORY), item.data(0, _FINDING))

    def _dress(self, line: QTreeWidgetItem) -> None:
        level = line.data(0, _ICON)
        if level in _ICONS:
            line.setIcon(0, self._theme.icon(_ICONS[level], level))
        line.setForeground(1, self._theme.colour("muted"))
        for number in range(line.childCount()):
            line.child(number).setForeground(0, self._theme.colour("muted"))

    def _tint(self) -> None:
        for line in self._lines.values():
            self._dress(line)


class _Wrapping(QStyledItemDelegate):
    """Makes room for all of a reason, which Qt would break only where there is room."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line: as wide as the tree lets it be, and so high as it takes."""
        hint = super().sizeHint(option, index)
        if not index.parent().isValid():  # a story's own line
            return hint
        metrics, beside = option.fontMetrics, 2 * (_PADDING[1] + 3)  # 3 are the style's own
        width = self._tree.viewport().width() - _INDENT - beside
        wraps = Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(QRect(0, 0, width, _TALL), wraps, str(index.data()))
        return QSize(hint.width(), max(hint.height(), words.height() + 2 * _PADDING[0]))
