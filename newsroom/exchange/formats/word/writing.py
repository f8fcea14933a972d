"""Blocks of text, tables and pictures written into the document."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from newsroom.exchange.characters import one_line
from newsroom.exchange.formats.word.paper import BULLETS, MARGIN, NUMBERS, PAGE
from newsroom.exchange.rich.text import Block, Kind, Run
from newsroom.photos.renditions import Rendition
from newsroom.portal.web_address import is_web_address

_WIDE, _HIGH = PAGE[0] - 2 * MARGIN, 180  # what a picture may take of a page
_DOTS = 120  # of an inch of paper; fewer are seen as squares
_INCH = 25.4
_DEEPEST = 8  # level of a list in Word
_STYLES = {Kind.ITEM: "List Paragraph", Kind.RULE: "Rule"}
_ADDRESS_SIGNS = "%/:=&?~#+!$,;'@()*[]"


class Writing:
    """Adds to the end of a document."""

    def __init__(self, document: Docx) -> None:
        self._document = document
        # The lists that go on, by their level: their last item's number, and Word's for them.
        self._lists: dict[int, tuple[int, int]] = {}

    def words(self, style: str, text: str) -> None:
        """Write a paragraph of plain words; nothing where there are none."""
        if text := one_line(text):
            self.runs(self._paragraph(style), (Run(text),))

    def block(self, block: Block) -> None:
        """Write a paragraph, a heading, an item of a list, or a rule."""
        if block.kind is Kind.HEADING:
            style = f"Heading {max(block.level, 2)}"
        elif block.kind is Kind.PARAGRAPH:
            style = "Quote" if block.quoted else "Normal"
        else:
            style = _STYLES[block.kind]
        paragraph = self._paragraph(style)
        if block.kind is Kind.ITEM:
            self._number(paragraph, block)
        else:
            self._lists = {}
        for number, line in enumerate(block.lines):
            if number:
                paragraph.add_run().add_break()
            self.runs(paragraph, line)

    def table(self, rows: Sequence[Block]) -> None:
        """Write a table; a first row that is bold throughout heads it on every page."""
        self._lists = {}
        width = max(len(row.lines) for row in rows)
        table = self._document.add_table(len(rows), max(width, 1), "Table Grid")
        for row, cells in zip(rows, table._tbl.tr_lst, strict=True):
            for line, cell in zip(row.lines, cells.tc_lst, strict=False):
                paragraph = Paragraph(cell.p_lst[0], table)
                paragraph.style = self._document.styles["Table Text"]
                self.runs(paragraph, line)
        if all(run.bold for line in rows[0].lines for run in line):
            table._tbl.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._paragraph("Space")

    def picture(self, made: Rendition, alt: str, caption: str) -> None:
        """Write a picture as large as the page lets it be, with its caption."""
        self._lists = {}
        wide = min(_WIDE, made.width / _DOTS * _INCH)
        wide *= min(1.0, _HIGH / (wide * made.height / made.width))
        run = self._paragraph("Picture").add_run()
        shown = run.add_picture(io.BytesIO(made.data), width=Mm(wide))
        shown._inline.docPr.set("descr", alt)
        self.words("Caption", caption)

    def runs(self, paragraph: Paragraph, line: Iterable[Run]) -> None:
        """Write the runs of a line at the end of a paragraph."""
        for run in line:
            self._dress(paragraph.add_run(run.text), run)
            if address := _linked(run.address):
                self._link(paragraph._p.r_lst[-1], address)

    def field(self, paragraph: Paragraph, code: str) -> None:
        """Write something that Word reckons itself, such as the number of the page."""
        for kind in ("begin", "", "separate", "1", "end"):
            run = paragraph.add_run(kind if kind == "1" else "")
            if kind in ("begin", "separate", "end"):
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)
            elif not kind:
                told = OxmlElement("w:instrText")
                told.text = f" {code} "
                told.set(qn("xml:space"), "preserve")
                run._r.append(told)

    # Within.

    def _paragraph(self, style: str) -> Paragraph:
        return self._document.add_paragraph(style=self._document.styles[style])

    def _number(self, paragraph: Paragraph, block: Block) -> None:
        """Make a paragraph an item of the list that it goes on with, or of a new one."""
        for level in [level for level in self._lists if level > block.level]:
            del self._lists[level]
        last, number = self._lists.get(block.level, (0, 0))
        if not number or bool(last) != bool(block.number) or block.number != last + bool(last):
            number = self._new_list(block)
        self._lists[block.level] = (block.number, number)
        marks = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", min(block.level, _DEEPEST)), ("w:numId", number)):
            mark = OxmlElement(name)
            mark.set(qn("w:val"), str(value))
            marks.append(mark)
        paragraph._p.get_or_add_pPr().append(marks)  # after its style, where Word looks for it

    def _new_list(self, block: Block) -> int:
        numbering = self._document.part.numbering_part.element
        made = numbering.add_num(NUMBERS if block.number else BULLETS)
        if block.number:
            level = min(block.level, _DEEPEST)
            made.add_lvlOverride(ilvl=level).add_startOverride(block.number)
        return int(made.numId)

    def _dress(self, written: DocxRun, run: Run) -> None:
        if run.bold:
            written.bold = True
        if run.italic:
            written.italic = True
        if run.struck:
            written.font.strike = True

    def _link(self, run: CT_R, address: str) -> None:
        """Put a run into a link."""
        link = OxmlElement("w:hyperlink")
        id = self._document.part.relate_to(address, RT.HYPERLINK, is_external=True)
        link.set(qn("r:id"), id)
        run.addprevious(link)
        link.append(run)
        run.style = "Hyperlink"


def _linked(address: str) -> str:
    """Return an address as Word takes it; a file with any other it holds for damaged."""
    if address.startswith(("mailto:", "tel:")) or (address.isascii() and is_web_address(address)):
        return quote(address, safe=_ADDRESS_SIGNS)
    return ""
