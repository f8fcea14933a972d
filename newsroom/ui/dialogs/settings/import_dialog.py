"""What a colleague's file would change, before it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.ui.dialogs.buttons import line_button
from newsroom.ui.dialogs.sizes import resize_in_screen
from newsroom.ui.theme import STEP


class ImportDialog(QDialog):
    """Lists the changes; accepted, they are to be made."""

    def __init__(
        self,
        file: str,
        changes: Sequence[tuple[str, str]],
        parent: QWidget,
        *,
        loses: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Impor pengaturan"))
        resize_in_screen(self, 560, 420)
        title = QLabel(self.tr("Yang berubah dengan {0}").format(file))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        note = QLabel(
            self.tr("Berkas yang sekarang disimpan di sampingnya, dengan akhiran .cadangan.")
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.use = QPushButton(self.tr("Pakai pengaturan ini"))
        self.use.setProperty("kind", "main")
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        foot, rows = QHBoxLayout(), QVBoxLayout(self)
        foot.setSpacing(2 * STEP)
        foot.addStretch()
        foot.addWidget(line_button(self.tr("Batal"), self.reject))
        foot.addWidget(self.use)
        rows.setContentsMargins(20, 20, 20, 16)
        rows.setSpacing(3 * STEP)
        rows.addWidget(title)
        rows.addWidget(_listed(changes), 1)
        if loses:
            warning = QLabel(self.tr("▲ Perubahan Anda yang belum disimpan akan dibuang."))
            warning.setProperty("role", "warning")
            rows.addWidget(warning)
        rows.addWidget(note)
        rows.addLayout(foot)
        self.setAccessibleDescription("; ".join(f"{what}: {how}" for what, how in changes))


def _listed(changes: Sequence[tuple[str, str]]) -> QWidget:
    scroll, body = QScrollArea(), QWidget(objectName="panelBody")
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4 * STEP)
    grid.setVerticalSpacing(2 * STEP)
    grid.setColumnStretch(1, 1)
    for row, (what, how) in enumerate(changes):
        for column, text in enumerate((what, how)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            if not column:
                label.setProperty("role", "strong")
                label.setMaximumWidth(180)
                label.setMinimumWidth(160)
            grid.addWidget(label, row, column)
    grid.setRowStretch(len(changes), 1)
    scroll.setWidget(body)
    return scroll
