"""Templates and snippets: what ships, and what a newsroom adds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from newsroom.exchange.snippets import read_snippets
from newsroom.exchange.templates import read_templates
from newsroom.language.checker import Checker
from newsroom.language.fields import dated, fields
from newsroom.language.speller import HunspellSpeller

NOW = datetime(2019, 6, 20, 10, 42)
KINDS = ["Berita lurus", "Feature", "Olahan siaran pers", "Cerita foto", "Advertorial", "Hak jawab"]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(HunspellSpeller())


def test_the_kinds_of_story_that_ship_are_whole(tmp_path: Path):
    templates, faults = read_templates(tmp_path)
    assert [template.name for template in templates] == KINDS
    assert faults == []
    for template in templates:
        assert template.about.endswith(".")
        assert fields(template.story.headline)
        assert fields(template.story.body)


def test_nothing_in_them_is_marked(tmp_path: Path, checker: Checker):
    for template in read_templates(tmp_path)[0]:
        assert checker.story(template.begin(NOW)) == []


def test_a_story_begun_has_today_s_dates_and_an_identity_of_its_own(tmp_path: Path):
    template = read_templates(tmp_path)[0][0]
    one, other = template.begin(NOW), template.begin(NOW)
    assert "Kamis (20/6/2019)" in one.body
    assert "⟨hari⟩" not in one.body
    assert one.id != other.id


def test_own_templates_come_last_and_win_over_shipped_ones(tmp_path: Path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "obituari.md").write_text(
        "---\ntemplate: Obituari\nabout: Mengenang orang.\nheadline: ⟨Nama⟩\n---\n\nIsi.\n",
        encoding="utf-8",
    )
    (folder / "2-feature.md").write_text("Tanpa kepala.\n", encoding="utf-8")
    (folder / "rusak.md").write_text("---\nheadline: [\n---\n", encoding="utf-8")
    templates, faults = read_templates(tmp_path)
    names = [template.name for template in templates]
    assert names[-1] == "Obituari"
    assert templates[-1].about == "Mengenang orang."
    assert names[1] == "2-feature"
    assert templates[1].story.body == "Tanpa kepala.\n"
    assert len(faults) == 1
    assert "rusak.md" in faults[0]


def test_snippets_that_ship_are_whole_and_not_marked(tmp_path: Path, checker: Checker):
    snippets, faults = read_snippets(tmp_path)
    assert faults == []
    assert snippets["kt"].text == "“⟨kutipan⟩,” kata ⟨nama⟩, ⟨jabatan⟩, ⟨hari⟩ (⟨tanggal⟩)."
    for snippet in snippets.values():
        assert snippet.name != snippet.key
        assert checker.text(dated(snippet.text, NOW)[0]) == []


def test_own_snippets_are_added_and_win(tmp_path: Path):
    (tmp_path / "snippets.toml").write_text(
        '[kt]\ntext = "kata ⟨nama⟩"\n[pb]\nname = "Pemkab"\ntext = "Pemerintah Kabupaten ⟨nama⟩"\n',
        encoding="utf-8",
    )
    snippets, faults = read_snippets(tmp_path)
    assert (snippets["kt"].text, snippets["kt"].name) == ("kata ⟨nama⟩", "kt")
    assert snippets["pb"].name == "Pemkab"
    assert "kl" in snippets
    assert faults == []


@pytest.mark.parametrize("text", ["[kt", '["k t"]\ntext = "x"', "[kt]\nname = 'x'", "kt = 1"])
def test_a_faulty_file_is_told_of_and_the_rest_is_there(tmp_path: Path, text: str):
    (tmp_path / "snippets.toml").write_text(text, encoding="utf-8")
    snippets, faults = read_snippets(tmp_path)
    assert "kt" in snippets
    assert len(faults) == 1
    assert "snippets.toml" in faults[0]
