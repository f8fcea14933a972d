"""The table of rows: cells that tell what is typed at once, and the keys of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from newsroom.ui.dialogs.settings.rows_model import RowsModel
from newsroom.ui.theme import Theme

_ROW_HEIGHT = 38
_LEAST = 3  # rows
_Hint = QAbstractItemDelegate.EndEditHint


class _Cells(QStyledItemDelegate):
    """Tells what is typed at once; Esc takes it back."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        """Return a line, or a box where there is something to choose from."""
        model, column = index.model(), index.model().columns[index.column()]
        if column.choices:
            box = QComboBox(parent)
            box.setAccessibleName(column.title)
            for value, name in column.choices(index.row()):
                box.addItem(name, value)
            box.before = model.data(index, Qt.ItemDataRole.EditRole)
            box.activated.connect(lambda _: self.commitData.emit(box))
            return box
        line = QLineEdit(parent)
        line.setAccessibleName(column.title)
        line.before = model.data(index, Qt.ItemDataRole.EditRole)
        line.textEdited.connect(lambda text: model.type(index, text))
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Show the value, without moving the cursor of whoever types."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(value), 0))
        elif editor.text() != value:
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: RowsModel, index: QModelIndex) -> None:
        """Keep what was typed, in order."""
        if isinstance(editor, QComboBox):
            model.type(index, editor.currentData() or "")
        else:
            model.type(index, model.columns[index.column()].clean(editor.text()))


class RowsTable(QTableView):
    """Goes on to the next cell that can be typed in, and hands on the keys of rows."""

    def __init__(
        self, theme: Theme, keys: Mapping[tuple[Qt.Key, bool], Callable[[], None]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self.empty = self.tr("Belum ada isinya. Tambah (Ins) membuat baris pertama.")
        self.setProperty("kind", "rows")
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)  # two lines have room
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with rows what their keys say; Enter begins to type."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        act = self._keys.get((Qt.Key(event.key()), alt))
        if act is not None:
            act()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_at(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Tab go on in the same row."""
        index = self.indexAt(editor.pos())
        if hint == _Hint.RevertModelCache:
            index.model().type(index, editor.before)
        steps = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}
        super().closeEditor(editor, _Hint.NoHint if hint in steps else hint)
        if hint in steps:
            beside = index.siblingAtColumn(index.column() + steps[hint])
            if beside.isValid() and beside.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit_at(beside)

    def edit_at(self, index: QModelIndex) -> None:
        """Begin to type in a cell."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say how to begin where there is nothing yet."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour("muted"))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(self.viewport().rect(), centre, self.empty)
            painter.end()

    def minimumSizeHint(self) -> QSize:
        """Show some rows, however small the screen."""
        around = self.height() - self.viewport().height()  # head and frame
        return QSize(super().minimumSizeHint().width(), around + _LEAST * _ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the width."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give each column its share of the width."""
        columns, left = self.model().columns, self.viewport().width()
        whole = sum(column.share for column in columns)
        for at, column in enumerate(columns[:-1]):
            width = self.viewport().width() * column.share // whole
            self.setColumnWidth(at, width)
            left -= width
        self.setColumnWidth(len(columns) - 1, left)
