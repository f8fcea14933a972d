"""A picture that another program put on the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

_KINDS = {"image/png": ".png", "image/jpeg": ".jpg"}
_LARGE_PNG = 4_000_000  # bytes; a photograph then, and not a screenshot
_QUALITY = 95


@dataclass(frozen=True, slots=True)
class PastedPicture:
    """Either the bytes of a file of this ending, or the picture itself."""

    name: str  # without its ending
    data: bytes = b""
    ending: str = ""
    image: QImage | None = None

    def written(self, folder: Path) -> Path:
        """Write the picture as a file into a folder; not in the window's thread.

        A photograph becomes a JPEG where a PNG of it would be large. Raises OSError.
        """
        if self.image is None:
            path = folder / f"{self.name}{self.ending}"
            path.write_bytes(self.data)
            return path
        png, jpeg = folder / f"{self.name}.png", folder / f"{self.name}.jpg"
        if not self.image.save(str(png), "PNG"):
            raise OSError("Gambar tempelan tidak dapat disimpan; periksa sisa ruang cakram.")
        if png.stat().st_size <= _LARGE_PNG or self.image.hasAlphaChannel():
            return png
        return jpeg if self.image.save(str(jpeg), "JPEG", _QUALITY) else png


def pasted_picture(data: QMimeData, now: datetime) -> PastedPicture | None:
    """Return the picture on a clipboard; None if there is none, or words come with it.

    Word and Excel put a picture beside the text that is copied; the text is meant then.
    """
    if not data.hasImage() or data.text().strip():
        return None
    name = f"tempelan-{now:%Y-%m-%d-%H.%M.%S}"
    for kind, ending in _KINDS.items():
        if data.hasFormat(kind) and (found := data.data(kind).data()):
            return PastedPicture(name, data=found, ending=ending)
    image = QImage(data.imageData())
    return None if image.isNull() else PastedPicture(name, image=image)
