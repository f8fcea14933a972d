"""Choosing picture files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_photos(parent: QWidget, done: Callable[[list[Path]], None]) -> None:
    """Ask for files to be added as photos."""
    _ask(parent, _tr("Tambah foto"), QFileDialog.FileMode.ExistingFiles, done)


def ask_picture(parent: QWidget, done: Callable[[Path], None]) -> None:
    """Ask for the file of one photo."""
    mode = QFileDialog.FileMode.ExistingFile
    _ask(parent, _tr("Pilih gambar"), mode, lambda paths: done(paths[0]))


def _ask(
    parent: QWidget,
    title: str,
    mode: QFileDialog.FileMode,
    done: Callable[[list[Path]], None],
) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setNameFilter(
        _tr("Gambar (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff)")
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda files: done([Path(file) for file in files]))
    dialog.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoPanel", text)
