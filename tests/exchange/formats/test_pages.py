"""Clean HTML, read back by lxml and by the program's own reader of other people's pages."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

from lxml import html
from PIL import Image

from newsroom.exchange.formats import form_named
from newsroom.exchange.html_file import read_html_file
from tests.exchange.formats.stories import AWKWARD, SIGNS, made, stream

PAGE, FRAGMENT = form_named("page"), form_named("fragment")


def test_a_page_is_whole_and_in_order() -> None:
    page = html.document_fromstring(made(PAGE, link="https://infobanten.id/perahu/").decode())

    assert page.get("lang") == "id"
    assert page.findtext(".//title") == "Perahu Pustaka Singgah di Labuan"
    assert page.xpath("//meta[@name='description']/@content") == ["Perahu itu membawa 1.200 buku."]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://infobanten.id/perahu/"]
    assert page.xpath("//time/@datetime") == ["2024-05-17T08:02:03+07:00"]
    order = [one.get("class") or one.tag for one in page.find(".//article")]
    assert order[:6] == ["kicker", "h1", "subheadline", "byline", "figure", "p"]
    assert page.xpath("//p[@class='baca-juga']/a/@href") == ["https://infobanten.id/2024/buku-baru"]
    assert [one.text for one in page.iter("figcaption")] == [
        "Perahu di dermaga. (Foto: Ratna Andaian)",
        "Rak buku. (Foto: Bayu Contoh/Antara)",
    ]


def test_a_page_holds_its_pictures_and_needs_nothing_from_elsewhere() -> None:
    page = html.document_fromstring(made(PAGE).decode())

    sources = page.xpath("//img/@src")
    assert len(sources) == 2
    for source in sources:
        kind, _, data = source.partition(";base64,")
        assert kind == "data:image/jpeg"
        assert Image.open(stream(b64decode(data))).size == (1600, 1066)
    assert not page.xpath("//script | //link[@rel='stylesheet'] | //iframe")


def test_the_program_reads_its_own_page(tmp_path: Path) -> None:
    path = tmp_path / "halaman.html"
    path.write_bytes(made(PAGE))
    kept: list[bytes] = []

    def keep(name: str, content: bytes) -> Path:
        kept.append(content)
        return tmp_path / name

    story = read_html_file(path, keep).story

    assert story.headline == "Perahu Pustaka Singgah di Labuan"
    assert "> “Kami siap,” kata Karta." in story.body
    assert len(kept) == 2


def test_a_fragment_is_the_text_alone() -> None:
    root = html.fragment_fromstring(made(FRAGMENT).decode(), create_parent="div")

    assert [one.tag for one in root] == [
        *("p", "p", "h2", "ul", "blockquote", "table", "figure", "p"),
    ]
    assert root[0].find("strong").text == "PANDEGLANG, infobanten.id"
    assert [link.get("href") for link in root.iter("a")] == [
        "https://infobanten.id/2024/buku-baru",
        "https://buku.example/daftar?a=1&b=2",
    ]
    (picture,) = root.iter("img")
    assert picture.get("src").startswith("https://infobanten.id/wp-content/")
    assert picture.get("alt") == 'Rak "penuh" & rapi'
    assert root.text_content().strip().endswith("(*)")


def test_signs_stay_text() -> None:
    page = html.document_fromstring(made(PAGE, AWKWARD["signs in every field"]).decode())

    told = " ".join(SIGNS.replace("\x0b", "").replace("\x00", "").split())
    assert page.findtext(".//h1") == told
    assert page.xpath("//figcaption")[0].text.startswith(told)
