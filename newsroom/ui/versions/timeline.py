"""The column of versions: the present story on top, then the steps, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import INSPECTOR_WIDTH, STEP, Theme
from newsroom.ui.versions.rows import Row
from newsroom.ui.versions.timeline_delegate import CARD_HEIGHT, GAP, GUTTER, TimelineDelegate
from newsroom.ui.versions.timeline_model import RowRole, TimelineModel

_TELL_AFTER = 60  # milliseconds; who holds an arrow key passes over the versions between


class Timeline(QWidget):
    """Lists versions and says which are chosen; it fetches nothing itself."""

    chosen = Signal(list)  # [int]: their keys, the newest first; the present story's is PRESENT
    closed = Signal()
    again = Signal()  # the list could not be read: try once more

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Riwayat versi"))
        self._theme = theme
        self._model = TimelineModel(self)
        self._told: list[int] = []
        self.list = self._make_list()
        self._note = EmptyNote(theme, "history", "", "")
        self._retry = QPushButton(self.tr("Coba lagi"))
        self._retry.setProperty("kind", "line")
        self._retry.clicked.connect(lambda: self.again.emit())
        self._pause = QTimer(self, singleShot=True, interval=_TELL_AFTER)
        self._pause.timeout.connect(self._tell)
        self._lay_out()
        self._tint()
        theme.changed.connect(self._tint)
        self.show_loading()

    def show_rows(self, rows: Sequence[Row], first: int) -> None:
        """Show a list. What was chosen stays so, where it is still there; else it is ``first``."""
        keys = [key for key in self._told if any(row.key == key for row in rows)] or [first]
        scrolled = self.list.verticalScrollBar().value()
        with_focus = self.list.currentIndex()
        current = self._key_at(with_focus)
        self._model.show(rows)
        self._stack.setCurrentWidget(self.list if len(rows) > 1 else self._empty)
        self._hint.setVisible(len(rows) > 2)
        if len(rows) == 1:
            self._say(
                "history",
                self.tr("Belum ada versi"),
                self.tr(
                    "Versi tersimpan sendiri setiap kali Anda berhenti menulis beberapa menit, "
                    "mengganti status, mengekspor, atau memulihkan."
                ),
            )
        self._choose(keys, current)
        self.list.verticalScrollBar().setValue(scrolled)

    def show_loading(self) -> None:
        """Forget what was listed, until another list comes."""
        self._told = []
        self._model.show([])
        self._hint.hide()
        self._say("history", self.tr("Memuat riwayat…"), "")

    def show_error(self, message: str) -> None:
        """Say why there is no list."""
        self._model.show([])
        self._hint.hide()
        self._say("warning", self.tr("Riwayat tidak dapat dibaca"), message, "warning")
        self._retry.show()

    def choose(self, key: int) -> None:
        """Choose one version."""
        self._choose([key], key)

    def row_of(self, key: int) -> Row | None:
        """Return the line of a version, if it is listed."""
        return self._model.row_of(key)

    @property
    def versions(self) -> list[Row]:
        """All versions in their order, the present story first."""
        return [row for row in self._model.rows if row.key is not None]

    def sizeHint(self) -> QSize:
        """As wide as the inspector, whose place it takes."""
        return QSize(INSPECTOR_WIDTH, 600)

    # Within.

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self.tr("Riwayat versi"))
        view.setAccessibleDescription(self.tr("Ctrl+klik atau Shift+panah memilih dua versi"))
        view.setModel(self._model)
        view.setItemDelegate(TimelineDelegate(self._theme, view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalScrollBar().setSingleStep((CARD_HEIGHT + GAP) // 2)
        view.selectionModel().selectionChanged.connect(lambda *_: self._pause.start())
        return view

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Riwayat versi"))
        title.setProperty("role", "title")
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Kembali ke naskah (Esc)"))
        self._close.setAccessibleName(self.tr("Tutup riwayat versi"))
        self._close.clicked.connect(lambda: self.closed.emit())
        head = QHBoxLayout()
        head.setContentsMargins(GUTTER + 10, 0, GUTTER, 0)
        head.addWidget(title, 1)
        head.addWidget(self._close)
        self._empty = QWidget()
        rows = QVBoxLayout(self._empty)
        rows.setContentsMargins(0, 0, GUTTER, 0)
        rows.addWidget(self._note)
        rows.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        rest = QVBoxLayout()
        rest.setContentsMargins(GUTTER, 0, 0, 0)
        rest.addWidget(self._stack)
        self._hint = QLabel(self.tr("Ctrl+klik dua versi untuk membandingkan keduanya."))
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(GUTTER + 10, STEP, GUTTER + 10, 2 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, GUTTER, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(rest, 1)
        column.addWidget(self._hint)

    def _say(self, icon: str, title: str, words: str, colour: str = "muted") -> None:
        self._retry.hide()
        self._note.say(icon, title, words, colour)
        self._note.setAccessibleName(f"{title}. {words}")
        self._stack.setCurrentWidget(self._empty)

    def _choose(self, keys: Sequence[int], current: int | None) -> None:
        """Choose these and tell of it, if they are others than before."""
        selection = self.list.selectionModel()
        at = self._model.index_of(current if current in keys else keys[0])
        flags = selection.SelectionFlag
        selection.setCurrentIndex(at, flags.ClearAndSelect)
        for key in keys:
            selection.select(self._model.index_of(key), flags.Select)
        self._tell()

    def _key_at(self, index: object) -> int | None:
        row = index.data(RowRole) if index.isValid() else None
        return row.key if row else None

    def _tell(self) -> None:
        self._pause.stop()
        at = sorted(index.row() for index in self.list.selectedIndexes())
        keys = [key for row in at if (key := self._model.rows[row].key) is not None]
        if keys and keys != self._told:
            self._told = keys
            self.chosen.emit(keys)

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close", "muted"))
        self.list.viewport().update()
