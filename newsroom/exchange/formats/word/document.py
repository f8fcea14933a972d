"""From a story to the document: its parts in the order in which they are read on paper."""

from __future__ import annotations

from datetime import UTC
from itertools import groupby

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from newsroom.exchange.article import story_slug
from newsroom.exchange.characters import one_line
from newsroom.exchange.formats.form import Material
from newsroom.exchange.formats.text import Figure, blocks_of, body_of, url_of
from newsroom.exchange.formats.word.packing import packed
from newsroom.exchange.formats.word.paper import MARGIN, PAGE, dress
from newsroom.exchange.formats.word.writing import Writing
from newsroom.exchange.page import written_moment
from newsroom.exchange.rich.text import Block, Kind, Run

_LONGEST = 255  # of a property; Word takes no more


def write(material: Material) -> bytes:
    """Write the document; its pictures are those for paper."""
    document = Document()
    dress(document)
    _set_page(document)
    _tell(document, material)
    writing = Writing(document)
    _write_head(writing, material)
    _write_text(writing, material)
    _write_foot(writing, document, material)
    return packed(document)


def _set_page(document: Docx) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(MARGIN / 2)


def _tell(document: Docx, material: Material) -> None:
    """Set what the file says of itself; its times are the story's, not the clock's."""
    story, told = material.story, document.core_properties
    created = story.created or material.published
    values = {
        "title": story.headline,
        "subject": story.summary,
        "author": ", ".join(story.byline),
        "category": story.section,
        "keywords": ", ".join(story.tags),
        "comments": "",
        "content_status": story.status.label,
        "identifier": story.id,
        "language": "id-ID",
        "last_modified_by": story.editor or ", ".join(story.byline),
        "version": str(story.revision),
    }
    for name, value in values.items():
        setattr(told, name, one_line(value)[:_LONGEST])
    told.revision = max(story.revision, 1)
    told.created = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    told.modified = material.modified.astimezone(UTC).replace(tzinfo=None)


def _write_head(writing: Writing, material: Material) -> None:
    story = material.story
    writing.words("Kicker", story.kicker)
    writing.words("Title", story.headline)
    writing.words("Subtitle", story.subheadline)
    names = ", ".join(name for name in map(one_line, story.byline) if name)
    when = written_moment(material.published)
    writing.words("Byline", " – ".join(part for part in (names, when) if part))


def _write_text(writing: Writing, material: Material) -> None:
    pictures = {url_of(one): one.rendition for one in material.pictures}
    for _, together in groupby(blocks_of(body_of(material, with_lead=True)), _table):
        match [*together]:
            case [Block(kind=Kind.ROW), *_] as rows:
                writing.table([row for row in rows if isinstance(row, Block)])
            case [*others]:
                for one in others:
                    if isinstance(one, Block):
                        writing.block(one)
                    elif one.address in pictures:
                        writing.picture(pictures[one.address], one.alt, one.caption)


def _table(block: Block | Figure) -> int:
    """Return the number of the table that a row belongs to; 0 for all else."""
    return block.number if isinstance(block, Block) and block.kind is Kind.ROW else 0


def _write_foot(writing: Writing, document: Docx, material: Material) -> None:
    story = material.story
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = "Footer"
    writing.runs(foot, (Run(f"{story_slug(story)} · revisi {story.revision}\tHalaman "),))
    writing.field(foot, "PAGE")
    writing.runs(foot, (Run(" dari "),))
    writing.field(foot, "NUMPAGES")
