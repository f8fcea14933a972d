from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.exchange.raw_text import split_raw
from newsroom.story.dateline import known_patterns
from newsroom.story.story import Story
from tests.exchange.documents import drawing, make_docx, paragraph, picture, run


def split(text: str) -> Story:
    return split_raw(text, known_patterns(), ("(*)",))


def test_looks_become_markdown_and_the_title_the_headline(tmp_path):
    link = f'<w:hyperlink r:id="tautan">{run("laman")}</w:hyperlink>'
    body = (
        paragraph("Pasar Baru Dibuka", "Judul")
        + paragraph(run("SERANG", "<w:b/>") + run(" – Warga ") + run("antusias", "<w:i/>"))
        + paragraph("Latar", "Judul2")
        + paragraph("Kami siap.", "Kutipan")
        + paragraph(run("Luas 5 m") + run("2", '<w:vertAlign w:val="superscript"/>') + link)
        + paragraph("<w:ins>" + run("baru") + "</w:ins><w:del><w:r><w:delText>lama</w:delText>"
                    "</w:r></w:del>")
    )  # fmt: skip
    path = make_docx(tmp_path / "berita.docx", body, links={"tautan": "https://a.id/?utm_source=w"})

    story = read_story_file(path)

    assert story.headline == "Pasar Baru Dibuka"
    assert story.body == (
        "**SERANG** – Warga *antusias*\n\n## Latar\n\n> Kami siap.\n\n"
        "Luas 5 m²[laman](https://a.id/)\n\nbaru"
    )


def test_a_heading_that_does_not_open_the_text_stays_in_it(tmp_path):
    body = "".join(
        paragraph(text, style)
        for text, style in (("Pembuka.", ""), ("Satu", "Judul1"), ("Isi.", ""), ("Dua", "Judul1"))
    )
    story = read_story_file(make_docx(tmp_path / "berita.docx", body))

    assert (story.headline, story.body) == ("", "Pembuka.\n\n## Satu\n\nIsi.\n\n## Dua")


def test_dateline_and_closing_code_are_set_out_when_asked(tmp_path):
    body = (
        paragraph("Pasar Baru Dibuka Pagi Ini di Kota", "Judul")
        + paragraph(run("LEBAK", "<w:b/>") + run(" – Pasar dibuka."))
        + paragraph("Ramai sekali. (*)")
    )
    story = read_story_file(make_docx(tmp_path / "berita.docx", body), split)

    assert story.headline == "Pasar Baru Dibuka Pagi Ini di Kota"
    assert (story.dateline.place, story.closing) == ("LEBAK", "(*)")
    assert story.body == "Pasar dibuka.\n\nRamai sekali."


def test_pictures_are_photos_and_what_cannot_be_used_is_said(tmp_path):
    notes: list[str] = []
    body = (
        paragraph("Isi.")
        + drawing("satu", "Warga di pasar")
        + drawing("dua", "A picture. Description automatically generated")
        + drawing("satu")
        + drawing("kecil")
        + drawing("gambar")
        + drawing("linked", linked=True)
    )
    pictures = {
        "satu.png": picture("teal"),
        "dua.png": picture("gold"),
        "kecil.png": picture("red", 30),
        "gambar.emf": b"\x01\x00\x00\x00EMF",
    }
    path = make_docx(tmp_path / "berita.docx", body, pictures, {"linked": "file:///etc/passwd"})

    story = read_story_file(path, note=notes.append)

    first, second = story.photos
    assert [Path(photo.file).read_bytes() for photo in story.photos] == [
        pictures["satu.png"],
        pictures["dua.png"],
    ]
    assert (Path(first.file).name, first.alt, first.lead) == (
        "berita-1.png",
        "Warga di pasar",
        True,
    )
    assert (Path(second.file).name, second.alt, second.lead) == ("berita-2.png", "", False)
    assert story.body == "Isi."
    assert len(notes) == 1
    assert "berita.docx" in notes[0]


def test_a_caption_that_was_set_out_stays_with_the_first_picture(tmp_path):
    body = (
        drawing("satu")
        + paragraph("Pasar Baru Dibuka Pagi Ini di Kota")
        + paragraph("Keterangan foto: Warga di pasar.")
        + paragraph("LEBAK – Pasar dibuka.")
    )
    path = make_docx(tmp_path / "berita.docx", body, {"satu.png": picture()})

    (photo,) = read_story_file(path, split).photos

    assert (photo.caption, photo.lead) == ("Warga di pasar.", True)
    assert Path(photo.file).is_file()


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (locked(), "hapus kata sandinya"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"simpan sebagai \.docx"),
        (b"{\\rtf1 Warga}", "rusak"),
        (b"", "rusak"),
        (b"PK\x03\x04" + bytes(60), "rusak"),
    ],
)
def test_what_is_no_document_is_told_with_what_to_do(tmp_path, data, message):
    path = tmp_path / "berita.docx"
    path.write_bytes(data)

    with pytest.raises(ExchangeError, match=message) as error:
        read_story_file(path)

    assert str(error.value).endswith(f": {path}")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"doctype": '<!DOCTYPE d [<!ENTITY a "aaaa">]>'}, "rusak"),
        ({"more": {"word/besar.xml": bytes(70_000_000)}}, "terlalu besar"),
        ({"more": {"word/media/besar.bin": bytes(600_000_000)}}, "terlalu besar"),
    ],
)
def test_what_would_fill_the_memory_is_not_opened(tmp_path, change, message):
    path = make_docx(tmp_path / "berita.docx", paragraph("Isi."), **change)

    with pytest.raises(ExchangeError, match=message):
        read_story_file(path)


def test_a_document_cut_off_or_with_broken_xml(tmp_path):
    whole = make_docx(tmp_path / "utuh.docx", paragraph("Isi.") * 500)
    cut = tmp_path / "potong.docx"
    cut.write_bytes(whole.read_bytes()[:-200])
    broken = make_docx(tmp_path / "rusak.docx", "<w:p>")
    deep = make_docx(tmp_path / "dalam.docx", "<w:sdt><w:sdtContent>" * 3_000)
    for path in (cut, broken, deep):
        with pytest.raises(ExchangeError, match="buka di Word, lalu simpan lagi"):
            read_story_file(path)


def test_a_zip_that_is_no_document(tmp_path):
    import zipfile

    path = tmp_path / "berita.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("halo.txt", "Warga")
    with pytest.raises(ExchangeError, match="bukan dokumen Word"):
        read_story_file(path)
