from __future__ import annotations

import base64
from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.files import read_story_file
from newsroom.exchange.raw_text import split_raw
from newsroom.story.dateline import known_patterns
from tests.exchange.documents import picture

PAGE = (
    "<html><head>{meta}<title>Pasar Dibuka | Portal</title></head><body><nav>Beranda</nav>"
    "<h1>Pasar Baru Dibuka</h1><p>Warga – “datang” <b>pagi</b>.</p></body></html>"
)


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8-sig", ""),
        ("utf-16", '<meta charset="utf-16">'),
        ("utf-16-le", ""),
        ("cp1252", ""),
        ("cp1252", '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'),
        ("cp1252", '<meta charset="tidak-ada">'),
        ("utf-8", '<?xml version="1.0" encoding="utf-8"?>'),
    ],
)
@pytest.mark.parametrize("ending", [".html", ".HTM"])
def test_a_page_is_read_in_any_usual_encoding(tmp_path, encoding, meta, ending):
    path = tmp_path / f"laman{ending}"
    path.write_bytes(PAGE.format(meta=meta).encode(encoding))

    story = read_story_file(path)

    assert (story.headline, story.body) == ("Pasar Baru Dibuka", "Warga – “datang” **pagi**.")


def test_without_a_heading_the_title_is_the_headline(tmp_path):
    path = tmp_path / "laman.html"
    path.write_text("<title>Pasar &amp; Warga</title><p>Pasar &amp; Warga</p><p>Isi.</p>", "utf-8")

    story = read_story_file(path)

    assert (story.headline, story.body) == ("Pasar & Warga", "Isi.")


def test_a_page_is_set_out_when_asked(tmp_path):
    path = tmp_path / "laman.html"
    path.write_text("<h1>Pasar Dibuka</h1><p>LEBAK – Pasar ramai.</p><p>Usai. (*)</p>", "utf-8")

    story = read_story_file(path, lambda text: split_raw(text, known_patterns(), ("(*)",)))

    assert (story.headline, story.dateline.place, story.body, story.closing) == (
        *("Pasar Dibuka", "LEBAK", "Pasar ramai.\n\nUsai.", "(*)"),
    )


def test_pictures_in_the_page_are_photos_those_elsewhere_are_not_fetched(tmp_path):
    notes: list[str] = []
    data = base64.b64encode(picture()).decode()
    path = tmp_path / "laman.html"
    path.write_text(
        f'<p>Isi.</p><img alt="Warga" src="data:image/png;base64,{data}">'
        '<img src="https://a.id/x.png"><img src="data:image/png;base64,xx"><img src="/etc/passwd">',
        "utf-8",
    )

    story = read_story_file(path, note=notes.append)

    (photo,) = story.photos
    assert (Path(photo.file).read_bytes(), photo.alt, photo.lead) == (picture(), "Warga", True)
    assert len(notes) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "kosong"),
        (b"<p> </p><script>x</script>", "kosong"),
        (b"\x89PNG\0\0\0\r", "bukan teks"),
    ],
)
def test_a_page_without_words(tmp_path, data, message):
    path = tmp_path / "laman.html"
    path.write_bytes(data)
    with pytest.raises(ExchangeError, match=message) as error:
        read_story_file(path)
    assert str(error.value).endswith(f": {path}")


def test_items_within_items_stay_so_when_a_page_is_set_out(tmp_path):
    path = tmp_path / "laman.html"
    items = "<ul><li>Satu<ul><li>Dalam<ul><li>Lagi</li></ul></li></ul></li><li>Dua</li></ul>"
    path.write_text(f"<h1>Pasar Dibuka</h1><p>LEBAK – Pasar ramai.</p>{items}<p>Usai.</p>", "utf-8")

    story = read_story_file(path, lambda text: split_raw(text, known_patterns(), ()))

    assert story.body == ("Pasar ramai.\n\n- Satu\n    - Dalam\n        - Lagi\n- Dua\n\nUsai.")
