from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.portal.profile import (
    Limits,
    PhotoLimits,
    ProfileError,
    Section,
    load_profile,
    profile_names,
)
from newsroom.resources import resource
from newsroom.story.dateline import known_patterns

LEAST = """
title = "Kabar Contoh"
site = "https://kabar.example/berita/"
time_zone = "Asia/Makassar"
source = "kabar.example"
datelines = ["{PLACE} – "]
default_author = "redaksi"
staging = "wp-content/uploads/impor"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "kabar.toml").write_text(LEAST, encoding="utf-8")
    return tmp_path


def fault(folder: Path, text: str) -> str:
    (folder / "salah.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile("salah", folder)
    return str(caught.value)


def test_the_shipped_profiles_are_right() -> None:
    for name in profile_names():
        profile = load_profile(name)
        assert profile.sections
        assert set(profile.datelines) <= set(known_patterns())


def test_rubrics_are_found_by_name_or_slug_in_any_case() -> None:
    profile = load_profile("infobanten")

    umkm = Section("UMKM", "umkm", "ekonomi-bisnis")
    assert profile.section("umkm") == profile.section(" Umkm ") == umkm
    assert profile.section("HUKUM & KRIMINAL") == profile.section("hukum-kriminal")
    assert profile.section("Astrologi") is None
    assert profile.section("") is None
    assert [one.name for one in profile.lineage(umkm)] == ["Ekonomi & Bisnis", "UMKM"]


def test_what_is_left_out_has_its_usual_value(own: Path) -> None:
    profile = load_profile("kabar", own)

    assert (profile.limits, profile.photo) == (Limits(), PhotoLimits())
    assert (profile.closing, profile.closings, profile.sections) == ("", (), ())
    assert profile.default_status == "draft"
    assert (
        profile.media_url("a.jpg") == "https://kabar.example/berita/wp-content/uploads/impor/a.jpg"
    )
    assert str(profile.zone) == "Asia/Makassar"


def test_logins_are_found_by_byline_in_any_case(own: Path) -> None:
    text = LEAST + '[authors]\n"Rina Contoh" = "rina"\n'
    (own / "kabar.toml").write_text(text, encoding="utf-8")
    profile = load_profile("kabar", own)

    assert profile.login("rina contoh ") == "rina"
    assert profile.login("Budi Contoh") == ""


def test_a_profile_of_ones_own_wins(own: Path) -> None:
    (own / "infobanten.toml").write_text(LEAST, encoding="utf-8")

    assert profile_names(own) == ["infobanten", "kabar"]
    assert load_profile("infobanten", own).title == "Kabar Contoh"
    assert load_profile("infobanten").title == "Info Banten"


def test_a_profile_that_is_not_there_is_answered_with_those_that_are(own: Path) -> None:
    with pytest.raises(ProfileError, match="'lain' tidak ada; yang ada: infobanten, kabar"):
        load_profile("lain", own)


@pytest.mark.parametrize(
    "site",
    ["https://kabar.example", "https://kabar.example:8443/berita", "http://127.0.0.1:8080",
     "http://localhost/wordpress", "http://192.168.1.9", "http://kabar.test", "https://xn--kbr.id"],
)  # fmt: skip
def test_a_site_may_lie_below_a_folder_and_one_for_trials_nearby(site: str, own: Path) -> None:
    (own / "kabar.toml").write_text(LEAST.replace("https://kabar.example/berita/", site))
    assert load_profile("kabar", own).site == site


@pytest.mark.parametrize("name", ["../kabar", "", "a/b", ".kabar"])
def test_a_name_cannot_lead_elsewhere(name: str, own: Path) -> None:
    with pytest.raises(ProfileError, match="tidak sah"):
        load_profile(name, own / "dalam")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("source =", "sumber =", "salah.toml: source: wajib diisi"),
        ("default_author", "warna = 1\ndefault_author", "salah.toml: warna: kunci tidak dikenal"),
        ('"Kabar Contoh"', "7", "salah.toml: title: harus berupa teks"),
        ('"Kabar Contoh"', '" "', "salah.toml: title: tidak boleh kosong"),
        ('["{PLACE} – "]', '"{PLACE} – "', "salah.toml: datelines: harus berupa daftar teks"),
        ('["{PLACE} – "]', "[1]", "salah.toml: datelines: harus berupa daftar teks"),
        ('["{PLACE} – "]', "[]", "salah.toml: datelines: tidak boleh kosong"),
        ("{PLACE}", "{kota}", "salah.toml: datelines: pola '{kota} – ' harus memakai medan"),
        ("Asia/Makassar", "Asia/Serang", "salah.toml: time_zone: zona waktu 'Asia/Serang' tidak"),
        ("Asia/Makassar", "../../etc/passwd", "salah.toml: time_zone: zona waktu"),
        ("https://", "ftp://", "salah.toml: site: 'ftp://kabar.example/berita' bukan alamat"),
        ("https://", "http://", "salah.toml: site: 'http://kabar.example/berita' tidak aman"),
        ("kabar.example/", "a b.c/", "salah.toml: site: 'https://a b.c/berita' bukan alamat"),
        ("kabar.example/", "a:b@kabar.example/", "salah.toml: site: 'https://a:b@kabar.example/"),
        ("kabar.example/", "[kabar/", "salah.toml: site: 'https://[kabar/berita' bukan alamat"),
        ("kabar.example/", "kabar.example:x/", "salah.toml: site: 'https://kabar.example:x"),
        ("{PLACE} – ", "{PLACE} ", "salah.toml: datelines: pola '{PLACE} ' harus diakhiri tanda"),
        ("{PLACE} – ", "{place}{source} – ", "salah.toml: datelines: pola '{place}{source} – ' p"),
        ("{PLACE} – ", "{PLACE} {source – ", "salah.toml: datelines: pola '{PLACE} {source – ' m"),
        ("{PLACE} – ", "{PLACE} {place} – ", "salah.toml: datelines: pola '{PLACE} {place} – ' m"),
        ("/impor", "/2024/05", "salah.toml: staging: 'wp-content/uploads/2024/05' dipakai"),
        ("wp-content/", "../", "salah.toml: staging: '../uploads/impor' bukan folder"),
        ('"redaksi"', '"redaksi<1>"', "salah.toml: default_author: 'redaksi<1>' bukan login"),
        ("title =", "title", "salah.toml: bukan TOML yang sah"),
    ],
)  # fmt: skip
def test_faults_are_named_with_file_and_key(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    assert fault(tmp_path, LEAST.replace(old, new)).startswith(message)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('default_status = "publish"', "default_status: 'publish' bukan draft atau pending"),
        ("[limits]\nheadline = '70'", "limits: headline: harus berupa bilangan bulat"),
        ("[limits]\nheadline = true", "limits: headline: harus berupa bilangan bulat"),
        ("[limits]\nheadline = 0", "limits: headline: harus lebih dari 0"),
        ("[photo]\nquality = 99", "photo: quality: harus 1 sampai 95"),
        ("[photo]\nlongest_side = 5", "photo: longest_side: harus 320 sampai 10000"),
        ("[photo]\nlongest_side = 99999999", "photo: longest_side: harus 320 sampai 10000"),
        ('captions = ["{siapa di"]', "captions: pola '{siapa di' memuat kurung kurawal tanpa"),
        ('captions = ["{siapa} di {}"]', "captions: pola '{siapa} di {}' memuat isian tanpa nama"),
        ('captions = [" "]', "captions: pola ' ' tidak boleh kosong"),
        ("[photo]\nlebar = 99", "photo: lebar: kunci tidak dikenal; yang ada: longest_side, max"),
        ("limits = 7", "limits: harus berupa tabel [limits]"),
        ('sections = ["Politik"]', "sections: harus berupa tabel-tabel [[sections]]"),
        ("[[sections]]\nname = 'A'", "sections[0]: slug: wajib diisi"),
        ("[[sections]]\nname = 'A'\nslug = 'A B'", "sections[0]: slug: 'A B' bukan slug"),
        (
            "[[sections]]\nname = 'A'\nslug = 'a'\nparent = 'b'",
            "sections[0]: parent: rubrik induk 'b' tidak ada di atasnya",
        ),
        (
            "[[sections]]\nname = 'A'\nslug = 'a'\n[[sections]]\nname = 'B'\nslug = 'a'",
            "sections[1]: slug: rubrik 'a' tertulis dua kali",
        ),
        ("[authors]\n'Rina' = 'ri/na'", "authors: Rina: 'ri/na' bukan login WordPress"),
    ],
)
def test_faults_within_tables_are_named_with_their_place(
    more: str, message: str, tmp_path: Path
) -> None:
    assert fault(tmp_path, LEAST + more).startswith(f"salah.toml: {message}")


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "salah.toml").write_bytes(b"title = '\xff\xfe'")

    with pytest.raises(ProfileError, match=r"salah\.toml: berkas harus berupa teks UTF-8"):
        load_profile("salah", tmp_path)


def test_a_profile_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "kabar.toml").write_text(LEAST, encoding="utf-8-sig")

    assert load_profile("kabar", tmp_path).title == "Kabar Contoh"


def test_every_key_is_explained() -> None:
    explained = resource("portals", "README.md").read_text(encoding="utf-8")
    for line in resource("portals", "infobanten.toml").read_text(encoding="utf-8").splitlines():
        key, equals, _ = line.partition(" = ")
        if equals and not key.startswith("#"):
            assert f"`{key}`" in explained
