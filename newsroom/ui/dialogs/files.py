"""Asking for files: which story to open, where to put a copy, which pictures to add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from newsroom.exchange.kinds import STORY_KINDS

_TEXTS = QStandardPaths.StandardLocation.DocumentsLocation
_PICTURES = QStandardPaths.StandardLocation.PicturesLocation
# Where a person went last, by where each way begins: wherever the program was started from.
_been: dict[QStandardPaths.StandardLocation, str] = {}


def ask_story(window: QWidget) -> Path | None:
    """Return the story file or raw text to open, or None."""
    name, _ = QFileDialog.getOpenFileName(
        window,
        _tr("Buka berkas"),
        _start(_TEXTS),
        _tr("Naskah ({0})").format(_patterns(STORY_KINDS)),
    )
    return _chosen(name, _TEXTS) if name else None


def ask_copy(window: QWidget, slug: str, *, with_photos: bool = False) -> Path | None:
    """Return where to write a copy of a story, or None; of one with photos, with these."""
    kinds = [_tr("Naskah (*.md)"), _tr("Naskah dan fotonya (*.naskah)")]
    name, _ = QFileDialog.getSaveFileName(
        window,
        _tr("Simpan salinan ke"),
        str(Path(_start(_TEXTS), f"{slug or 'naskah'}{'.naskah' if with_photos else '.md'}")),
        ";;".join(reversed(kinds) if with_photos else kinds),
    )
    return _chosen(name, _TEXTS) if name else None


def ask_photos(window: QWidget) -> list[Path]:
    """Return the pictures to add; none if the person thought better of it."""
    names, _ = QFileDialog.getOpenFileNames(
        window,
        _tr("Tambah foto"),
        _start(_PICTURES),
        _tr("Gambar (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff)"),
    )
    return [_chosen(name, _PICTURES) for name in names]


def ask_folder(parent: QWidget, title: str, start: str, then: Callable[[str], object]) -> None:
    """Let a person choose a folder, without stopping the window; ``then`` gets its name."""
    dialog = QFileDialog(parent, title, start or _start(_TEXTS))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_save(
    parent: QWidget, title: str, start: str, kind: str, then: Callable[[str], object]
) -> None:
    """Let a person choose where a file goes, without stopping the window; ``then`` gets its name.

    ``start`` is the name it has to begin with, or its whole path. A name that is given without
    an ending gets that of the ``kind``, which is written as “PDF (*.pdf)”.
    """
    path = Path(_start(_TEXTS), start)
    dialog = QFileDialog(parent, title, str(path.parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    dialog.selectFile(path.name)
    dialog.fileSelected.connect(then)
    dialog.open()


def _start(place: QStandardPaths.StandardLocation) -> str:
    start = Path(_been.get(place) or QStandardPaths.writableLocation(place))
    # Qt would take a folder that is not there for the name of a file.
    return str(start if start.is_dir() else Path.home())


def _chosen(name: str, place: QStandardPaths.StandardLocation) -> Path:
    _been[place] = str(Path(name).parent)
    return Path(name)


def _patterns(endings: tuple[str, ...]) -> str:
    return " ".join(f"*{ending}" for ending in endings)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
