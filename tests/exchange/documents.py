"""Files as other programs write them, made for a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    "<w:body>{body}</w:body></w:document>"
)
_STYLES = (
    '<?xml version="1.0"?><w:styles '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:styles>'
)
_STYLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{1}"/></w:style>'
# As Word in Indonesian names them: the id is translated, the name is not.
_NAMES = {"Judul": "Title", "Judul1": "heading 1", "Judul2": "heading 2", "Kutipan": "Quote"}


def make_docx(
    path: Path,
    body: str,
    pictures: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    *,
    doctype: str = "",
    more: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a Word document. ``pictures`` and ``links`` are known to its body as ``name``."""
    related = "".join(
        f'<Relationship Id="{name.partition(".")[0]}" Type="{_KIND}/image" Target="media/{name}"/>'
        for name in pictures or {}
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_KIND}/{"image" if name == "linked" else "hyperlink"}" '
        f'Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    related += f'<Relationship Id="styles" Type="{_KIND}/styles" Target="styles.xml"/>'
    main = f'<Relationship Id="d" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    styles = "".join(_STYLE.format(*pair) for pair in _NAMES.items())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(main))
        archive.writestr("word/document.xml", _DOCUMENT.format(doctype=doctype, body=body))
        archive.writestr("word/_rels/document.xml.rels", _RELATIONS.format(related))
        archive.writestr("word/styles.xml", _STYLES.format(styles))
        for name, data in (pictures or {}).items():
            archive.writestr(f"word/media/{name}", data)
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return path


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of a document; ``text`` is plain, or runs."""
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = text if text.startswith("<w:") else run(text)
    return f"<w:p>{shape}{runs}</w:p>"


def run(text: str, looks: str = "") -> str:
    """Return a run of a document, with what its looks say (``<w:b/>``)."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def drawing(name: str, alt: str = "", *, linked: bool = False) -> str:
    """Return a paragraph with a picture in it."""
    how = "link" if linked else "embed"
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:{how}="{name}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def picture(color: str = "teal", side: int = 240) -> bytes:
    """Return the bytes of a picture."""
    out = io.BytesIO()
    Image.new("RGB", (side, side * 2 // 3), color).save(out, "PNG")
    return out.getvalue()
