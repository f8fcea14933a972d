"""Asking before what can't be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(
    parent: QWidget, question: str, why: str, word: str, act: Callable[[], object]
) -> QMessageBox:
    """Ask without stopping the window; Enter and Esc both leave all as it is."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Newsroom")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(why)
    yes = box.addButton(word, QMessageBox.ButtonRole.DestructiveRole)
    yes.clicked.connect(lambda: act())
    no = box.addButton(
        QCoreApplication.translate("Asking", "Batal"), QMessageBox.ButtonRole.RejectRole
    )
    for button in (yes, no):
        button.setProperty("kind", "line")
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
