from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.story.story import Story

TEXT = "Warga – “datang” pagi.\n\nMereka pulang."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_is_read_in_any_usual_encoding_and_with_any_line_ends(tmp_path, encoding, end):
    path = tmp_path / "naskah.TXT"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))

    assert read_story_file(path).body == TEXT


def test_utf16_with_its_bytes_the_other_way_round(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))

    assert read_story_file(path).body == TEXT


def test_a_plain_text_is_set_out_only_when_asked(tmp_path):
    path = tmp_path / "naskah.txt"
    path.write_text("---\nJudul\n", encoding="utf-8")

    assert read_story_file(path).body == "---\nJudul\n"
    assert read_story_file(path, lambda text: Story(headline=text)).headline == "---\nJudul\n"


@pytest.mark.parametrize("ending", [".md", ".markdown", ".MD"])
def test_a_markdown_file_has_its_head(tmp_path, ending):
    path = tmp_path / f"naskah{ending}"
    path.write_text("---\nheadline: Pasar Dibuka\n---\n\nPasar **dibuka**.\n", encoding="utf-8")

    story = read_story_file(path, lambda text: Story(headline="tidak dipakai"))

    assert (story.headline, story.body) == ("Pasar Dibuka", "Pasar **dibuka**.")


def test_photos_are_found_beside_the_story(tmp_path, monkeypatch):
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "pasar.jpg").write_bytes(b"gambar")
    names = [
        "foto/pasar.jpg",
        str(tmp_path / "foto" / "pasar.jpg"),
        "hilang.jpg",
        "x" * 400,
        "foto",
    ]
    head = "".join(f"- file: {name}\n" for name in names) + "- caption: Tanpa gambar\n"
    (tmp_path / "naskah.md").write_text(f"---\nphotos:\n{head}---\n\nIsi.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    files = [photo.file for photo in read_story_file(Path("naskah.md")).photos]

    found = str(tmp_path / "foto" / "pasar.jpg")
    assert files == [found, found, "hilang.jpg", "x" * 400, "foto", ""]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gambar.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bukan teks"),
        ("nol.md", b"Warga\x00datang", "bukan teks"),
        ("rusak.txt", b"Warga \x81 datang", "bukan teks"),
        ("ganjil.txt", b"\xff\xfeW\x00a", "bukan teks"),
        ("kosong.txt", b"", "kosong"),
        ("spasi.md", b"\xef\xbb\xbf \r\n", "kosong"),
        ("naskah.pdf", b"Warga datang", "pakai .md, .txt, .docx, .html, atau .naskah"),
        ("naskah", b"Warga datang", "pakai .md, .txt, .docx, .html, atau .naskah"),
        ("naskah.doc", b"Warga datang", "simpan sebagai .docx"),
        ("kepala.md", b"---\nheadline: a: b\n---\n", "baris 2"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line_with_its_name(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ExchangeError) as error:
        read_story_file(path)

    assert message in str(error.value)
    assert str(error.value).endswith(f": {path}")
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_or_is_none(tmp_path):
    (tmp_path / "berkas.txt").write_text("Isi.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    problems = {
        tmp_path / "hilang.txt": "tidak ditemukan",
        tmp_path / "folder.txt": "folder",
        tmp_path: "folder",
        tmp_path / "berkas.txt" / "naskah.txt": "tidak bisa dibaca",
        tmp_path / ("x" * 400 + ".txt"): "tidak bisa dibaca",
    }
    for path, message in problems.items():
        with pytest.raises(ExchangeError, match=message) as error:
            read_story_file(path)
        assert str(path) in str(error.value)


def test_few_letters_are_no_utf16(tmp_path):
    path = tmp_path / "naskah.txt"
    for text in ("Ya", "Ü", "Warga datang"):
        path.write_bytes(text.encode())
        assert read_story_file(path).body == text
