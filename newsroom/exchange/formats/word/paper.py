"""The looks of the document, put in the place of those in python-docx's template.

Those are in English and blue; the template's picture of itself goes as well.
"""

from __future__ import annotations

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from newsroom.resources import resource

PAGE = (210, 297)
"""A4, in millimetres."""

MARGIN = 25

BULLETS, NUMBERS = 1, 2
"""The kinds of lists in ``numbering.xml``."""

_SETTINGS = {"w:themeFontLang": "id-ID", "w:decimalSymbol": ",", "w:listSeparator": ";"}
_LEFT_OUT = (RT.THUMBNAIL, RT.CUSTOM_XML, RT.FONT_TABLE)
_EFFECTS = "stylesWithEffects"  # of Word 2010 alone; the template's own looks once more


def dress(document: Docx) -> None:
    """Give a new document its styles, lists, letters and language."""
    part = document.part
    _leave_out(part.rels)
    _leave_out(part.package.rels)
    _replace(document.styles.element, "styles.xml")
    _replace(part.numbering_part.element, "numbering.xml")
    name = PackURI("/word/fontTable.xml")
    fonts = Part(name, CT.WML_FONT_TABLE, _read("fontTable.xml"), part.package)
    part.relate_to(fonts, RT.FONT_TABLE)
    for setting, value in _SETTINGS.items():
        for element in document.settings.element.iter(qn(setting)):
            element.attrib.clear()
            element.set(qn("w:val"), value)


def _leave_out(rels: Relationships) -> None:
    for id, rel in [*rels.items()]:
        if rel.reltype in _LEFT_OUT or rel.reltype.endswith(_EFFECTS):
            del rels[id]


def _replace(element: BaseOxmlElement, file: str) -> None:
    for child in [*element]:
        element.remove(child)
    element.extend([*parse_xml(_read(file))])


def _read(file: str) -> bytes:
    return resource("print", file).read_bytes()
