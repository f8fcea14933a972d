"""The Word document, read back by mammoth and looked at as Word would."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import mammoth
import pytest
from docx import Document
from lxml import etree, html
from lxml.html import HtmlElement
from PIL import Image

from newsroom.exchange.docx import read_docx
from newsroom.exchange.formats import form_named
from newsroom.story.story import Story
from tests.exchange.formats.stories import AWKWARD, STORY, made, stream

DOCX = form_named("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='caption'] => p.caption:fresh
"""
ORDER = ("keepNext", "keepLines", "numPr", "pBdr", "tabs", "spacing", "ind", "outlineLvl")


def read_by_mammoth(story: Story = STORY) -> tuple[HtmlElement, list[bytes]]:
    """Return the document as mammoth makes a page of it, and its pictures."""
    pictures: list[bytes] = []

    def keep(image: Any) -> dict[str, str]:
        with image.open() as file:
            pictures.append(file.read())
        return {"src": str(len(pictures))}

    result = mammoth.convert_to_html(
        stream(made(DOCX, story)),
        style_map=STYLES,
        convert_image=mammoth.images.img_element(keep),
    )
    return html.fragment_fromstring(result.value, create_parent="div"), pictures


def parts(story: Story = STORY) -> dict[str, bytes]:
    with zipfile.ZipFile(stream(made(DOCX, story))) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_all_of_the_story_is_in_it_in_the_order_of_reading() -> None:
    root, pictures = read_by_mammoth()

    told = [" ".join(one.text_content().split()) for one in root]
    assert told[:4] == [
        "Literasi",
        "Perahu Pustaka Singgah di Labuan",
        "Warga pesisir menyambutnya",
        "Ratna Andaian, Wati Misal – Jumat, 17 Mei 2024 08.02 WIB",
    ]
    assert root.findtext("h1") == STORY.headline
    assert root.findtext("h2") == "Isi Perahu"
    assert root.find("blockquote").text_content() == "“Kami siap,” kata Karta."
    assert root[6].find("strong").text == "PANDEGLANG, infobanten.id"
    assert [one.text_content() for one in root.xpath("p[@class='caption']")] == [
        "Perahu di dermaga. (Foto: Ratna Andaian)",
        "Rak buku. (Foto: Bayu Contoh/Antara)",
    ]
    assert [one.get("alt") for one in root.iter("img")] == ["Perahu kayu", 'Rak "penuh" & rapi']
    assert [link.get("href") for link in root.iter("a")] == [
        "https://infobanten.id/2024/buku-baru",
        "https://buku.example/daftar?a=1&b=2",
    ]
    assert told[-1].endswith("daftarnya. (*)")
    assert [Image.open(stream(one)).size for one in pictures] == [(1600, 1066)] * 2


def test_lists_and_tables_are_lists_and_tables() -> None:
    root, _ = read_by_mammoth()

    (outer,) = root.findall("ul")
    assert [item.text for item in outer] == ["Buku cerita", "Buku resep", "Atlas"]
    assert [item.text for item in outer[1].find("ol")] == ["Ikan", "Sayur"]
    head, *rows = root.find("table").iter("tr")
    assert [cell.tag for cell in head] == ["th", "th"]
    assert [[cell.text_content() for cell in row] for row in rows] == [
        ["Cerita", "800"],
        ["Resep", "400"],
    ]


def test_each_numbered_list_begins_anew() -> None:
    story = Story(
        "Tiga", body="1. a\n2. b\n\nSela.\n\n1. c\n\nSela.\n\n4. d", updated=STORY.updated
    )

    document = etree.fromstring(parts(story)["word/document.xml"])
    numbering = etree.fromstring(parts(story)["word/numbering.xml"])

    used = [one.get(f"{W}val") for one in document.iter(f"{W}numId")]
    assert len(used) == 4
    assert len(set(used)) == 3
    starts = [one.get(f"{W}val") for one in numbering.iter(f"{W}startOverride")]
    assert starts == ["1", "1", "4"]


def test_the_program_reads_its_own_document(tmp_path: Path) -> None:
    path = tmp_path / "cetak.docx"
    path.write_bytes(made(DOCX))

    story = read_docx(path, lambda name, _: tmp_path / name).story

    assert story.headline == STORY.headline
    assert "## Isi Perahu" in story.body
    assert len(story.photos) == 2


def test_the_page_is_of_paper() -> None:
    document = Document(stream(made(DOCX)))

    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    widest = section.page_width - section.left_margin - section.right_margin
    assert [shape.width <= widest for shape in document.inline_shapes] == [True, True]
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("perahu-pustaka-singgah-di-labuan · revisi 3\tHalaman ")
    codes = [one.text.strip() for one in foot._p.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]


def test_a_tall_picture_fits_on_a_page() -> None:
    from newsroom.exchange.formats.word.writing import Writing
    from newsroom.photos.renditions import Rendition

    tall = stream(b"")
    Image.new("RGB", (600, 3000)).save(tall, "PNG")
    document = Document()
    document.styles.add_style("Picture", 1)
    Writing(document).picture(Rendition(tall.getvalue(), "image/png", 600, 3000), "", "")

    (shape,) = document.inline_shapes
    assert shape.height.mm == pytest.approx(180, abs=1)
    assert shape.width.mm == pytest.approx(36, abs=1)


def test_the_file_says_whose_it_is() -> None:
    told = Document(stream(made(DOCX))).core_properties

    assert (told.title, told.author, told.language) == (
        STORY.headline,
        "Ratna Andaian, Wati Misal",
        "id-ID",
    )
    assert (told.keywords, told.category, told.comments) == ("Buku, Nelayan", "Pendidikan", "")
    assert (told.identifier, told.revision, told.version) == (STORY.id, 3, "3")
    assert str(told.modified).startswith("2024-05-17 01:02:03")


@pytest.mark.parametrize("story", [STORY, *AWKWARD.values()], ids=["usual", *AWKWARD])
def test_word_finds_all_that_it_needs(story: Story) -> None:
    files = parts(story)
    document = etree.fromstring(files["word/document.xml"])
    styles = etree.fromstring(files["word/styles.xml"])
    links = etree.fromstring(files["word/_rels/document.xml.rels"])

    known = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for tree in (document, styles, etree.fromstring(files["word/footer1.xml"])):
            assert {one.get(f"{W}val") for one in tree.iter(f"{W}{name}")} <= known
    (language,) = styles.iter(f"{W}lang")
    assert language.get(f"{W}val") == "id-ID"
    assert not [one for one in styles.iter() if "Theme" in " ".join(map(str, one.attrib))]
    targets = {one.get("Id"): one for one in links}
    for attribute in re.findall(rb'r:(?:embed|id)="(rId\d+)"', files["word/document.xml"]):
        target = targets[attribute.decode()]
        assert target.get("TargetMode") == "External" or f"word/{target.get('Target')}" in files
    numbers = {one.get(f"{W}numId") for one in etree.fromstring(files["word/numbering.xml"])}
    assert {one.get(f"{W}val") for one in document.iter(f"{W}numId")} <= numbers
    for look in [*document.iter(f"{W}pPr"), *styles.iter(f"{W}pPr")]:
        names = [one.tag.removeprefix(W) for one in look if one.tag.removeprefix(W) in ORDER]
        assert names == sorted(names, key=ORDER.index)  # Word takes no other order


def test_what_word_takes_for_damage_is_no_link() -> None:
    body = "[a](https://[b) [c](https://é.example/é) [d](mailto:a@b.example)"

    root, _ = read_by_mammoth(Story("Tautan", body=body, updated=STORY.updated))

    assert "mailto:a@b.example" in [link.get("href") for link in root.iter("a")]
    assert all(link.get("href").isascii() for link in root.iter("a"))


def test_the_template_s_own_picture_and_words_are_gone() -> None:
    files = parts()

    assert not [name for name in files if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in files["docProps/core.xml"]
    assert b"4F81BD" not in files["word/styles.xml"]
