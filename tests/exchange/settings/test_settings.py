from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.exchange.errors import ExchangeError
from newsroom.exchange.settings.differences import differences
from newsroom.exchange.settings.settings import Settings, read_settings, write_settings
from newsroom.exchange.templates import read_templates
from newsroom.language.house_file import load_house
from newsroom.portal.profile import load_profile

NAME = "infobanten"
TEMPLATE = "---\ntemplate: Cuaca\n---\n\nHujan turun di ⟨tempat⟩.\n"


def changed(settings: Settings, **portal: object) -> Settings:
    return settings.with_changes(
        {**settings.portal_values, **portal},
        {**settings.house_values, "words": ["nyadran"]},
        {**settings.templates, "cuaca.md": TEMPLATE},
    )


def files(home: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


def test_what_is_changed_is_used_from_the_data_folder(tmp_path):
    before = read_settings(tmp_path, NAME)
    write_settings(tmp_path, NAME, before, changed(before, title="Kabar Rekaan"))
    assert load_profile(NAME, tmp_path / "portals").title == "Kabar Rekaan"
    assert load_house(NAME, tmp_path / "house").words == ("nyadran",)
    assert "Cuaca" in [template.name for template in read_templates(tmp_path)[0]]
    again = read_settings(tmp_path, NAME)
    assert again == changed(before, title="Kabar Rekaan")


def test_only_what_differs_is_written(tmp_path):
    before = read_settings(tmp_path, NAME)
    write_settings(tmp_path, NAME, before, before)
    assert files(tmp_path) == {}
    house = {**before.house_values, "quotes": "straight"}
    after = before.with_changes(before.portal_values, house, {})
    write_settings(tmp_path, NAME, before, after)
    assert list(files(tmp_path)) == ["house/infobanten.toml"]


def test_files_as_they_were_stay_beside(tmp_path):
    before = read_settings(tmp_path, NAME)
    first = changed(before, title="Pertama")
    write_settings(tmp_path, NAME, before, first)
    second = replace(changed(first, title="Kedua"), templates={})
    write_settings(tmp_path, NAME, first, second)
    left = files(tmp_path)
    assert left["portals/infobanten.toml.cadangan"] == first.portal.encode()
    assert left["templates/cuaca.md.cadangan"] == TEMPLATE.encode()
    assert "templates/cuaca.md" not in left
    assert read_settings(tmp_path, NAME) == second


def test_what_could_not_be_used_is_refused_before_anything_is_written(tmp_path):
    before = read_settings(tmp_path, NAME)
    for after, place in (
        (changed(before, site="contoh"), "site"),
        (replace(before, house='off = ["number.curency"]'), "number.currency"),
        (replace(before, templates={"rusak.md": "---\nheadline: [\n---\n"}), "rusak.md"),
        (replace(before, templates={"../keluar.md": TEMPLATE}), "../keluar.md"),
        (replace(before, templates={"CON.md": TEMPLATE}), "CON.md"),
        (replace(before, portal="a = " + "[" * 5000), "TOML"),
    ):
        with pytest.raises(ExchangeError, match=place):
            write_settings(tmp_path, NAME, before, after)
    assert files(tmp_path) == {}


def test_where_one_file_cannot_be_written_all_stay_as_they_were(tmp_path):
    before = read_settings(tmp_path, NAME)
    first = changed(before, title="Pertama")
    write_settings(tmp_path, NAME, before, first)
    there = files(tmp_path)
    # A folder in the place of the last file: the others could already have been replaced.
    (tmp_path / "templates" / "hujan.md").mkdir()
    after = changed(first, title="Kedua")
    after = replace(after, templates={**after.templates, "hujan.md": TEMPLATE})
    with pytest.raises(ExchangeError, match=r"hujan\.md"):
        write_settings(tmp_path, NAME, first, after)
    left = {name: data for name, data in files(tmp_path).items() if not name.endswith(".cadangan")}
    assert left == there


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "infobanten.toml").write_text("off = [", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"house/infobanten.toml: bukan TOML"):
        read_settings(tmp_path, NAME)


def test_differences_are_told_in_words(tmp_path):
    before = read_settings(tmp_path, NAME)
    portal = before.portal_values
    portal["limits"]["headline"] = 80
    portal["sections"] = [*portal["sections"][1:], {"name": "Cuaca", "slug": "cuaca"}]
    portal["default_status"] = "pending"
    house = {**before.house_values, "phrases": {f"kata {n}": "x" for n in "abcdefg"}}
    after = before.with_changes(portal, house, {"cuaca.md": TEMPLATE, "2-feature.md": TEMPLATE})
    assert differences(before, before) == []
    assert differences(before, after) == [
        ("Status di situs", "draf menjadi menunggu tinjauan"),
        ("Batas judul", "70 menjadi 80"),
        ("Rubrik", "ditambah “cuaca”; dihapus “pemerintahan”"),
        ("Istilah", "ditambah “kata a”, “kata b”, “kata c”, “kata d”, dan 3 lagi"),
        ("Templat 2-feature.md", "menggantikan templat bawaan"),
        ("Templat cuaca.md", "baru"),
    ]


def test_a_value_without_end_is_told_in_a_line(tmp_path):
    before = read_settings(tmp_path, NAME)
    after = changed(before, title="Kabar\n" + "panjang " * 9000)
    told = dict(differences(before, after))["Nama portal"]
    assert told.startswith("“Info Banten” menjadi “Kabar panjang")
    assert len(told) < 200
    assert "\n" not in told
