"""“Pengabaian”: the marks that are left out, to have them marked again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsroom.language.ignored import Ignored, Scope
from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.empty_note import EmptyNote
from newsroom.ui.theme import STEP, Theme

_MARK = Qt.ItemDataRole.UserRole
_LONGEST = 60


class IgnoredPage(QWidget):
    """Lists what is left out in the open story and in the house."""

    marking_wanted = Signal(object, object)  # [Ignored], Scope

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Yang tidak ditandai"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemSelectionChanged.connect(self._refresh)
        self._empty = EmptyNote(
            theme,
            "eye-off",
            self.tr("Tidak ada yang diabaikan"),
            self.tr("Klik kanan pada kata yang ditandai, lalu pilih Abaikan."),
        )
        self._note = QLabel(
            self.tr("Yang diabaikan di satu tempat ditandai lagi bila kata di sekitarnya berubah.")
        )
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self.mark = line_button(self.tr("Tandai lagi"), self.mark_chosen)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(3 * STEP)
        foot.addWidget(self.mark)
        foot.addWidget(self._note, 1)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * STEP)
        rows.addWidget(self._empty, 1)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)

    def show_marks(self, in_story: list[Ignored], in_house: list[Ignored]) -> None:
        """Show what is left out now."""
        self.list.clear()
        for scope, marks in ((Scope.STORY, in_story), (Scope.HOUSE, in_house)):
            for mark in marks:
                item = QListWidgetItem(self._words(mark, scope))
                item.setData(_MARK, (mark, scope))
                self.list.addItem(item)
        self.list.setVisible(self.list.count() > 0)
        self._empty.setVisible(self.list.count() == 0)
        self._refresh()

    def mark_chosen(self) -> None:
        """Have the chosen ones marked again."""
        chosen = [item.data(_MARK) for item in self.list.selectedItems()]
        for scope in (Scope.STORY, Scope.HOUSE):
            if marks := [mark for mark, where in chosen if where is scope]:
                self.marking_wanted.emit(marks, scope)

    # Within.

    def _refresh(self) -> None:
        self.mark.setEnabled(bool(self.list.selectedItems()))

    def _words(self, mark: Ignored, scope: Scope) -> str:
        text = " ".join(mark.text.split())
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST].rstrip()}…"
        if scope is Scope.HOUSE:
            return self.tr("{0} · di redaksi ini").format(text)
        if not mark.field:
            return self.tr("{0} · di naskah ini").format(text)
        around = f"{mark.before}{text}{mark.after}".strip()
        return self.tr("{0} · di satu tempat: “…{1}…”").format(text, around)
