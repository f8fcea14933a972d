"""What to do with words that could not be saved, when the window is to be closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_unsaved(
    window: QWidget, reason: str, *, copy: Callable[[], None], leave: Callable[[], None]
) -> None:
    """Ask, without stopping the window; closing the question leaves all as it is."""
    box = QMessageBox(window)
    box.setObjectName("unsaved")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Newsroom")
    box.setText(_tr("Tulisan terakhir belum tersimpan."))
    box.setInformativeText(reason)
    role = QMessageBox.ButtonRole
    for text, meaning, act in (
        (_tr("Simpan salinan ke…"), role.AcceptRole, copy),
        (_tr("Tutup tanpa menyimpan"), role.DestructiveRole, leave),
        (_tr("Batal"), role.RejectRole, None),
    ):
        button = box.addButton(text, meaning)
        button.setProperty("kind", "line")
        button.style().polish(button)
        button.setMinimumWidth(button.sizeHint().width())  # a short reason leaves it less
        if act is not None:
            button.clicked.connect(act)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("UnsavedDialog", text)
