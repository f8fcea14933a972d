"""What is kept of a site, as the form has it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.portal.cached_site import read_cached_site, with_site_rubrics
from newsroom.portal.profile import Profile, Section, load_profile


@pytest.fixture
def profile() -> Profile:
    sections = (Section("Daerah", "daerah"), Section("Pojok Lama", "pojok-lama"))
    return replace(load_profile("infobanten"), name="uji", sections=sections)


def keep(folder: Path, site: str, *rows: tuple[int, str, str, int]) -> None:
    keys = ("id", "name", "slug", "parent")
    values = {
        "root": {"site": site},
        "facts": {
            "categories": [dict(zip(keys, row, strict=True)) for row in rows],
            "tags": [{"id": 1, "name": "Panen", "slug": "panen"}],
        },
    }
    (folder / "uji.situs.json").write_text(json.dumps(values), encoding="utf-8")


def test_rubrics_of_the_site_come_after_those_of_the_profile(
    profile: Profile, tmp_path: Path
) -> None:
    rows = (
        (3, "Desa", "desa", 2),
        (2, "Kabar Daerah", "daerah", 0),
        (1, "Uncategorized", "uncategorized", 0),
        (4, "pojok lama", "lain", 0),
    )
    keep(tmp_path, profile.site, *rows)
    cached = read_cached_site(tmp_path, profile)
    assert cached
    assert cached.tags == ("Panen",)
    assert cached.lacking(profile) == {"Pojok Lama"}
    widened = with_site_rubrics(profile, cached)
    assert widened.sections == (*profile.sections, Section("Desa", "desa", "daerah"))
    assert widened.section("Desa")


def test_what_is_kept_of_another_site_counts_for_nothing(profile: Profile, tmp_path: Path) -> None:
    keep(tmp_path, "https://lain.example", (2, "Desa", "desa", 0))
    assert read_cached_site(tmp_path, profile) is None
    assert with_site_rubrics(profile, None) is profile


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"root": 1}', '{"root": {}, "facts": null}'])
def test_what_can_not_be_read_counts_for_nothing(
    profile: Profile, tmp_path: Path, text: str
) -> None:
    (tmp_path / "uji.situs.json").write_text(text, encoding="utf-8")
    assert read_cached_site(tmp_path, profile) is None
