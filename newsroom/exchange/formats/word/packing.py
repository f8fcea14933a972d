"""The document as a file whose bytes tell nothing of when and where it was written."""

from __future__ import annotations

import io
import zipfile

from docx.document import Document as Docx

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
_FIRST = "[Content_Types].xml"


def packed(document: Docx) -> bytes:
    """Return the document's file: the same parts give the same bytes, on any system."""
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(tight, "w") as file:
        for name in sorted(parts.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            is_picture = name.startswith("word/media/")
            entry.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
            file.writestr(entry, parts.read(name))
    return tight.getvalue()
