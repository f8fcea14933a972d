"""Every command, found by a few letters of its name and run from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.actions import ALSO, Actions, ActionSpec, tr
from newsroom.ui.dialogs.palette_rows import (
    ROW_HEIGHT,
    CommandDelegate,
    KeyRole,
    LastRecentRole,
    MenuRole,
    NameRole,
    OnRole,
)
from newsroom.ui.search.matching import fit
from newsroom.ui.theme import STEP, Theme

_WIDTH = 560
_FROM_TOP = 64  # pixels below the window's upper edge
_MOST_ROWS = 10
_MOST_RECENT = 5
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _MOST_ROWS,
}


class CommandPalette(QFrame):
    """Floats over a window; whatever else gets the keyboard or a click closes it."""

    def __init__(self, theme: Theme, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Cari perintah"))
        self._actions = actions
        self._back: QWidget | None = None  # had the keyboard before
        self.search = QLineEdit(objectName="paletteSearch")
        self.search.setPlaceholderText(self.tr("Cari perintah, mis. ekspor atau tebal"))
        self.search.setAccessibleName(self.tr("Cari perintah"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self._rows = QStandardItemModel(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Perintah"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(CommandDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys all go to the search
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered.connect(self._choose)
        self.list.clicked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._none = QLabel(self.tr("Tidak ada perintah seperti itu. Coba kata lain."))
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setFixedHeight(2 * ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        for widget in (self.search, self.list, self._none):
            column.addWidget(widget)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 80))
        self.setGraphicsEffect(shadow)
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def open(self) -> None:
        """Show all commands, those chosen last first."""
        self._back = QApplication.focusWidget()
        self.search.clear()
        self._fill()
        self.show()
        self.raise_()
        self.search.setFocus()
        QApplication.instance().installEventFilter(self)

    def close_palette(self) -> None:
        """Put the palette away and give the keyboard back."""
        QApplication.instance().removeEventFilter(self)
        back, self._back = self._back, None
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep every key, keep in place, and go when something else is clicked."""
        if watched is self.search:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self._is_outside(watched):
            self.close_palette()
        return super().eventFilter(watched, event)

    # Within.

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False for those that write in the search."""
        key = event.key()
        pressed = QKeySequence(event.keyCombination())
        if key == Qt.Key.Key_Escape or pressed in self._actions["palette"].shortcuts():
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in _MOVES:
            self._move(_MOVES[key])
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _move(self, by: int) -> None:
        """Go on to another command that can be run; one step goes round at the ends."""
        runnable = [row for row in range(self._rows.rowCount()) if self._rows.item(row).isEnabled()]
        if not runnable:
            return
        here = self.list.currentIndex().row()
        at = runnable.index(here) if here in runnable else (-1 if by > 0 else 0)
        at = (at + by) % len(runnable) if abs(by) == 1 else at + by
        self._choose(self._rows.index(runnable[max(0, min(at, len(runnable) - 1))], 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.list.setCurrentIndex(index)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        name = index.data(NameRole)
        others = [known for known in self._actions.recent if known != name]
        self._actions.recent = [name, *others][:_MOST_RECENT]
        self.close_palette()  # first, for the command to work where one was writing
        self._actions[name].trigger()

    def _tell(self, index: QModelIndex) -> None:
        """Have the chosen command spoken, although the keyboard stays in the search."""
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.search.setAccessibleDescription(spoken or "")

    def _fill(self) -> None:
        """List what fits, best first; without a query the recent ones, then all by menu."""
        query, recent = self.search.text().strip(), self._actions.recent
        fits = []
        for number, (spec, action) in enumerate(self._actions):
            worth = fit(query, tr(spec.text), f"{tr(spec.menu)} {ALSO.get(spec.name, '')}")
            if worth and spec.name != "palette":
                used = recent.index(spec.name) if spec.name in recent else len(recent)
                fits.append((-worth, not (action.isEnabled() or not query), used, number, spec))
        fits.sort(key=lambda row: row[:4])
        self._rows.clear()
        for *_, spec in fits:
            self._rows.appendRow(self._row(spec))
        last = sum(spec.name in recent for *_, spec in fits)
        if not query and last:
            self._rows.item(last - 1).setData(True, LastRecentRole)
        self.list.setVisible(bool(fits))
        self._none.setVisible(not fits)
        self._place()
        self._choose_first(only_best=bool(query))

    def _choose_first(self, *, only_best: bool) -> None:
        """Choose the first that can be run; never a worse one in the place of the best."""
        self.list.setCurrentIndex(QModelIndex())
        for row in range(self._rows.rowCount()):
            self._choose(self._rows.index(row, 0))
            if only_best or self.list.currentIndex().isValid():
                break
        self.list.scrollToTop()

    def _row(self, spec: ActionSpec) -> QStandardItem:
        action = self._actions[spec.name]
        form = QKeySequence.SequenceFormat.NativeText
        key = action.shortcut().toString(form)
        row = QStandardItem(tr(spec.text))
        row.setEnabled(action.isEnabled())
        states = [
            self.tr("aktif") if action.isChecked() else "",
            "" if action.isEnabled() else self.tr("tidak tersedia sekarang"),
        ]
        for value, role in (
            (spec.name, NameRole),
            (tr(spec.menu), MenuRole),
            (key, KeyRole),
            (spec.icon, Qt.ItemDataRole.DecorationRole),
            (action.isChecked(), OnRole),
            (
                ", ".join(part for part in (tr(spec.text), tr(spec.menu), key, *states) if part),
                Qt.ItemDataRole.AccessibleTextRole,
            ),
        ):
            row.setData(value, role)
        return row

    def _place(self) -> None:
        """Stand at the top, in the middle."""
        window = self.parentWidget()
        width = min(_WIDTH, window.width() - 8 * STEP)
        self.setFixedWidth(width)
        around = self.search.sizeHint().height() + 6 * STEP  # the search, margins, the edge
        fitting = (window.height() - _FROM_TOP - around) // ROW_HEIGHT
        rows = min(self._rows.rowCount(), _MOST_ROWS, max(fitting, 1))
        self.list.setFixedHeight(rows * ROW_HEIGHT)
        self.layout().activate()
        self.resize(width, self.sizeHint().height())
        self.move((window.width() - width) // 2, _FROM_TOP)

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self.search:
            self._back = None
            self.close_palette()

    def _is_outside(self, watched: QObject) -> bool:
        inside = watched is self or (isinstance(watched, QWidget) and self.isAncestorOf(watched))
        return isinstance(watched, QWidget) and not inside
