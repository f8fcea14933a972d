"""What is to become of settings that were changed and not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_changes(
    dialog: QWidget, *, save: Callable[[], None], leave: Callable[[], None]
) -> None:
    """Ask, without stopping the window; closing the question leaves all as it is."""
    box = QMessageBox(dialog)
    box.setObjectName("unsavedSettings")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("Pengaturan redaksi"))
    box.setText(_tr("Perubahan belum disimpan."))
    box.setInformativeText(_tr("Simpan sebelum ditutup?"))
    role = QMessageBox.ButtonRole
    for text, meaning, act in (
        (_tr("Simpan"), role.AcceptRole, save),
        (_tr("Buang perubahan"), role.DestructiveRole, leave),
        (_tr("Kembali"), role.RejectRole, None),
    ):
        button = box.addButton(text, meaning)
        button.setProperty("kind", "main" if act is save else "line")
        button.style().polish(button)
        button.setMinimumWidth(button.sizeHint().width())  # a short question leaves it less
        if act is not None:
            button.clicked.connect(act)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsLeaving", text)
