"""The tree of rules: Space switches, Enter opens the level of the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

OF = Qt.ItemDataRole.UserRole  # the rule or family that a row is of; the level that was chosen
NAME, LEVEL = 0, 1  # columns

_LEVEL_WIDTH = 212
_LEAST = 4  # rows that are seen, however small the screen
_Choices = Callable[[QTreeWidgetItem], list[tuple[str, str]]]


class RulesTree(QTreeWidget):
    """Enter opens the level of the current rule."""

    def __init__(self, choices: _Choices) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setProperty("kind", "rows")
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Levels(choices, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LEVEL, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(LEVEL, _LEVEL_WIDTH)
        header.setSectionsClickable(False)
        self.doubleClicked.connect(self._edit_level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the level by Enter; the other keys are the tree's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit_level(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Show some rows, however small the screen."""
        around = self.height() - self.viewport().height()  # head and frame
        return QSize(super().minimumSizeHint().width(), around + _LEAST * self.sizeHintForRow(0))

    def _edit_level(self, index: QModelIndex) -> None:
        level = index.siblingAtColumn(LEVEL)
        if level.isValid() and level.parent().isValid():
            self.edit(level)


class _Levels(QStyledItemDelegate):
    """A box with the levels that a rule may have."""

    def __init__(self, choices: _Choices, tree: RulesTree) -> None:
        super().__init__(tree)
        self._choices = choices
        self._tree = tree

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        """Return the box; what is chosen in it is taken at once."""
        box = QComboBox(parent)
        for value, text in self._choices(self._tree.itemFromIndex(index)):
            box.addItem(text, value)
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QComboBox, index: QModelIndex) -> None:
        """Choose what is so."""
        editor.setCurrentIndex(max(editor.findText(index.data()), 0))

    def setModelData(self, editor: QComboBox, model: object, index: QModelIndex) -> None:
        """Take what was chosen."""
        if editor.currentText() != index.data():
            self._tree.itemFromIndex(index).setData(LEVEL, OF, editor.currentData())
