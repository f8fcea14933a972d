from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.settings.settings import read_settings
from newsroom.exchange.settings.share import KIND, read_share, received, write_share

NAME = "infobanten"
TEMPLATE = "---\ntemplate: Cuaca\n---\n\nHujan turun di ⟨tempat⟩.\n"


@pytest.fixture
def settings(tmp_path):
    shipped = read_settings(tmp_path / "kosong", NAME)
    return replace(shipped, templates={"cuaca.md": TEMPLATE})


def pack(path: Path, settings, contents: dict[str, bytes], **manifest: object) -> Path:
    """Write a file whose manifest fits, but for what is given."""
    contents = {
        "portal.toml": settings.portal.encode(),
        "house.toml": settings.house.encode(),
    } | contents
    listed = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in contents.items()
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
        whole = {"format": KIND.format, "files": listed} | manifest
        archive.writestr("manifest.json", json.dumps(whole))
    return path


def test_what_is_shared_is_read_as_it_was(tmp_path, settings):
    path = tmp_path / "infobanten.redaksi"
    write_share(settings, NAME, path)
    assert read_share(path, NAME) == settings
    first = path.read_bytes()
    write_share(settings, NAME, path)
    assert path.read_bytes() == first


def test_templates_of_ones_own_stay(settings):
    mine = replace(settings, portal="x", templates={"angin.md": TEMPLATE, "cuaca.md": "lama"})
    kept = received(mine, settings)
    assert kept.portal == settings.portal
    assert kept.templates == {"angin.md": TEMPLATE, "cuaca.md": TEMPLATE}


def test_what_cannot_be_used_is_not_shared(tmp_path, settings):
    path = tmp_path / "infobanten.redaksi"
    with pytest.raises(ExchangeError, match="title"):
        write_share(replace(settings, portal='title = ""'), NAME, path)
    assert not path.exists()


def refusal(path: Path) -> str:
    with pytest.raises(ExchangeError) as caught:
        read_share(path, NAME)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_another_file_is_refused(tmp_path, settings):
    text = tmp_path / "bukan.redaksi"
    text.write_text("halo", encoding="utf-8")
    assert "rusak" in refusal(text)
    story = pack(tmp_path / "naskah.redaksi", settings, {}, format="naskah/1")
    assert "bukan berkas .redaksi" in refusal(story)
    newer = pack(tmp_path / "baru.redaksi", settings, {}, format="redaksi/2")
    assert "perbarui Newsroom" in refusal(newer)
    with zipfile.ZipFile(tmp_path / "zip.redaksi", "w") as archive:
        archive.writestr("a.txt", "a")
    assert "bukan berkas .redaksi" in refusal(tmp_path / "zip.redaksi")
    assert "tidak ditemukan" in refusal(tmp_path / "tidak-ada.redaksi")


@pytest.mark.parametrize(
    "name",
    ["../portal.toml", "/etc/passwd", "templates/../../x.md", "templates\\x.md", "C:/x.md", "a//b"],
)
def test_a_name_that_leads_out_is_refused(tmp_path, settings, name):
    path = pack(tmp_path / "jahat.redaksi", settings, {name: TEMPLATE.encode()})
    assert "menunjuk ke luar" in refusal(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("templates/dalam/x.md", TEMPLATE.encode()),
        ("templates/x.exe", b"MZ"),
        ("templates/NUL.md", TEMPLATE.encode()),
        ("templates/x.md", b"---\nheadline: [\n---\n"),
        ("portal.toml", b'title = "A"'),
        ("portal.toml", b"a = " + b"[" * 9000),
        ("house.toml", b'off = ["number.curency"]'),
        ("house.toml", b"x = " + b"9" * 9000),
    ],
)
def test_content_that_cannot_be_used_is_refused(tmp_path, settings, name, content):
    path = pack(tmp_path / "jahat.redaksi", settings, {name: content})
    assert "tidak dapat dipakai" in refusal(path)


def test_names_that_one_folder_cannot_hold_together_are_refused(tmp_path, settings):
    both = {"templates/cuaca.md": TEMPLATE.encode(), "templates/CUACA.md": TEMPLATE.encode()}
    assert "rusak" in refusal(pack(tmp_path / "dua.redaksi", settings, both))


def test_a_changed_or_cut_file_is_refused(tmp_path, settings):
    path = pack(tmp_path / "a.redaksi", settings, {})
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at])
        refusal(path)
    lying = {"portal.toml": {"size": 3, "sha256": "0"}}
    assert "rusak" in refusal(pack(path, settings, {}, files=lying))
    assert "rusak" in refusal(pack(path, settings, {}, files=[]))
    assert "rusak" in refusal(pack(path, settings, {"portal.toml": b"\xff\xfe"}))


def test_a_bomb_is_refused(tmp_path, settings):
    path = pack(tmp_path / "bom.redaksi", settings, {"templates/x.md": b" " * 20_000_000})
    assert path.stat().st_size < 100_000
    assert "terlalu besar" in refusal(path)
