"""Asking what is to be done about stories that the portal was given before."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from newsroom.ui.written import number


class _Begin(Protocol):
    def __call__(self, *, again: bool) -> object: ...


def ask_again(parent: QWidget, sent: int, begin: _Begin, *, may_skip: bool) -> QMessageBox:
    """Ask without stopping the window; Enter and Esc both leave all as it is.

    ``may_skip`` says that the others may go without those that were ``sent``.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Newsroom")
    box.setTextFormat(Qt.TextFormat.PlainText)
    told = _tr("{0} naskah sudah pernah dikirim atau dibuatkan paket untuk portal ini.")
    box.setText(told.format(number(sent)))
    box.setInformativeText(
        _tr(
            "Paket kedua tidak memperbarui tulisan yang ada: WordPress melewatinya atau membuat"
            " tulisan kedua. Sebabnya tertulis di daftar, di bawah tiap naskah."
        )
    )
    role = QMessageBox.ButtonRole
    skip = box.addButton(_tr("Lewati yang sudah"), role.AcceptRole)
    skip.clicked.connect(lambda: begin(again=False))
    skip.setVisible(may_skip)
    all_ = box.addButton(_tr("Ekspor semua"), role.DestructiveRole)
    all_.clicked.connect(lambda: begin(again=True))
    no = box.addButton(_tr("Batal"), role.RejectRole)
    for button in (skip, all_, no):
        button.setProperty("kind", "line")
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgainDialog", text)
